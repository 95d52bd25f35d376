//! How old what is shown is, where that matters, and what was never fetched.

use jiff::{SignedDuration, Timestamp};

use super::error::AppError;
use super::session::Session;
use super::workspace::Workspace;
use crate::answers::Hint;
use crate::judges::{self, Fetch, List};
use crate::model::{FailedFetch, Judge, JudgeData, SeriesKey};
use crate::store::{Store, StoreError};

/// What was fetched longer ago may lack something.
const YOUNG: SignedDuration = SignedDuration::from_hours(24);

/// What is missing of the ratings, or how old they are unless they are young; nothing where no followed judge rates.
pub fn of_ratings(session: &Session<'_>) -> Result<Vec<Hint>, AppError> {
    if session.workspace.config.handles.is_empty() {
        return no_handle(session);
    }
    let hints = old_ratings(session)?;
    let is_rated = !session.workspace.series_keys().is_empty();
    if is_rated && hints.is_empty() && fetched_at(&session.workspace, session.store()?)?.is_empty() {
        return Ok(vec![Hint::NothingFetched]);
    }
    Ok(hints)
}

/// Why ratings could not be fetched the last time, and how old they are unless they are young.
pub fn old_ratings(session: &Session<'_>) -> Result<Vec<Hint>, AppError> {
    let (workspace, store, now) = (&session.workspace, session.store()?, session.now());
    let mut hints = failed(workspace, store, now, None, |fetch| matches!(fetch, Fetch::Ratings(..)))?;
    let oldest = fetched_at(workspace, store)?.into_iter().min();
    let age = oldest.map(|at| now.duration_since(at));
    hints.extend(age.filter(|age| *age > YOUNG).map(Hint::OldRatings));
    Ok(hints)
}

/// Why sources of the followed judges, or of one, could not be fetched the last time: those that fetch what is `needed`.
pub fn failed(
    workspace: &Workspace,
    store: Option<&Store>,
    now: Timestamp,
    judge: Option<Judge>,
    needed: impl Fn(&Fetch) -> bool,
) -> Result<Vec<Hint>, StoreError> {
    let Some(store) = store else { return Ok(Vec::new()) };
    let mut hints: Vec<Hint> = Vec::new();
    for one in followed(workspace).filter(|one| judge.is_none_or(|judge| judge == *one)) {
        for source in judges::sources(one).iter().filter(|source| needed(&source.fetch)) {
            let Some(FailedFetch { at, reason: why }) = store.failure(&source.id(one))? else { continue };
            let same = hints.iter_mut().find_map(|hint| match hint {
                Hint::FetchFailed { judges, reason, .. } => (*reason == why).then_some(judges),
                _ => None,
            });
            match same {
                Some(judges) if judges.contains(&one) => {}
                Some(judges) => judges.push(one),
                None => {
                    let age = now.duration_since(at);
                    hints.push(Hint::FetchFailed { judges: vec![one], age, reason: why });
                }
            }
        }
    }
    Ok(hints)
}

/// Why what is `needed` of a judge could not be fetched the last time, or else `otherwise`.
pub fn failed_or(
    session: &Session<'_>,
    judge: Judge,
    needed: impl Fn(&Fetch) -> bool,
    otherwise: Hint,
) -> Result<Vec<Hint>, StoreError> {
    let failed = failed(&session.workspace, session.store()?, session.now(), Some(judge), needed)?;
    Ok(if failed.is_empty() { vec![otherwise] } else { failed })
}

/// That nobody is followed; nothing where what was imported stands for that.
fn no_handle(session: &Session<'_>) -> Result<Vec<Hint>, AppError> {
    let has_imports = session.store()?.map(Store::has_imports).transpose()?.unwrap_or(false);
    Ok(if has_imports { Vec::new() } else { vec![Hint::NoHandle] })
}

/// The judges with a handle.
pub(super) fn followed(workspace: &Workspace) -> impl Iterator<Item = Judge> {
    Judge::all().filter(|judge| workspace.config.handles.at(*judge).is_some())
}

/// Which of `lists` of the judges with a handle could not be fetched the last time, or never were, or else how old they
/// are unless they are young.
pub fn of_lists(session: &Session<'_>, lists: &[List], judge: Option<Judge>) -> Result<Vec<Hint>, AppError> {
    let (workspace, store, now) = (&session.workspace, session.store()?, session.now());
    if judge.is_some_and(|judge| !judge.is_fetched()) {
        return Ok(Vec::new());
    }
    if workspace.config.handles.is_empty() {
        return no_handle(session);
    }
    let is_needed = |fetch: &Fetch| fetch.list().is_some_and(|list| lists.contains(&list));
    let mut hints = failed(workspace, store, now, judge, is_needed)?;
    let (mut missing, mut oldest) = (Vec::new(), None::<(Timestamp, Judge, JudgeData)>);
    for one in followed(workspace).filter(|one| judge.is_none_or(|judge| judge == *one)) {
        let mut lacks = Vec::new();
        for list in lists {
            let brings = |source: &&judges::Source| source.fetch.list() == Some(*list);
            let Some(source) = judges::sources(one).iter().find(brings) else { continue };
            let id = source.id(one);
            match store.map(|store| store.synced_at(&id)).transpose()?.flatten() {
                // Why it isn't there is said.
                None if store.map(|store| store.failure(&id)).transpose()?.flatten().is_some() => {}
                None => lacks.push(source.data),
                Some(at) if oldest.is_none_or(|(oldest, ..)| at < oldest) => {
                    oldest = Some((at, one, source.data));
                }
                Some(_) => {}
            }
        }
        if !lacks.is_empty() {
            missing.push((one, lacks));
        }
    }
    if !missing.is_empty() {
        hints.push(Hint::NotFetched(missing));
        return Ok(hints);
    }
    let old = oldest.map(|(at, judge, data)| (judge, data, now.duration_since(at)));
    let old = old.filter(|(.., age)| *age > YOUNG);
    hints.extend(old.map(|(judge, data, age)| Hint::OldList(judge, data, age)));
    Ok(hints)
}

/// When the series of the configured handles were fetched, as far as they were.
pub fn fetched_at(workspace: &Workspace, store: Option<&Store>) -> Result<Vec<Timestamp>, StoreError> {
    let Some(store) = store else { return Ok(Vec::new()) };
    let at = |key: SeriesKey| store.synced_at(&judges::ratings_source(&key)).transpose();
    workspace.series_keys().into_iter().filter_map(at).collect()
}
