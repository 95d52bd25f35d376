//! How old what is shown is, where that matters, and what was never fetched.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::error::AppError;
use super::session::Session;
use super::workspace::Workspace;
use crate::answers::Hint;
use crate::judges::{self, List};
use crate::model::{Judge, SeriesKey, Track};
use crate::store::{Store, StoreError};

/// What was fetched longer ago may lack something.
const YOUNG: SignedDuration = SignedDuration::from_hours(24);

/// What is missing of the ratings, or how old they are unless they are young; nothing where no followed judge rates.
pub fn of_ratings(session: &Session<'_>) -> Result<Option<Hint>, AppError> {
    Ok(match () {
        () if session.workspace.config.handles.is_empty() => no_handle(session)?,
        () if session.workspace.series_keys().is_empty() => None,
        () if fetched_at(&session.workspace, session.store()?)?.is_empty() => Some(Hint::NothingFetched),
        () => old_ratings(session)?,
    })
}

/// That nobody is followed; `None` where what was imported stands for that.
fn no_handle(session: &Session<'_>) -> Result<Option<Hint>, AppError> {
    let has_imports = session.store()?.map(Store::has_imports).transpose()?.unwrap_or(false);
    Ok((!has_imports).then_some(Hint::NoHandle))
}

/// How old the ratings are; `None` where they are young or there are none.
pub fn old_ratings(session: &Session<'_>) -> Result<Option<Hint>, AppError> {
    let oldest = fetched_at(&session.workspace, session.store()?)?.into_iter().min();
    let age = oldest.map(|at| session.now().duration_since(at));
    Ok(age.filter(|age| *age > YOUNG).map(Hint::OldRatings))
}

/// After so long an archive has what was handed in to a contest.
const ARCHIVED_AFTER: SignedDuration = SignedDuration::from_hours(24);

/// The archives of submissions that lack contests that one took part in, although they were asked long after these.
pub fn of_archives(
    workspace: &Workspace,
    store: Option<&Store>,
    now: Timestamp,
) -> Result<Vec<Hint>, AppError> {
    let Some(store) = store else { return Ok(Vec::new()) };
    let mut hints = Vec::new();
    let followed = Judge::all().filter_map(|judge| Some((judge, workspace.config.handles.at(judge)?)));
    for (judge, handle) in followed {
        let Some(archive) = judges::archive_of(judge) else { continue };
        let Some(asked) = store.synced_at(&format!("{}.submissions", judge.id()))? else { continue };
        let newest = store.newest_submission(judge, handle)?;
        let series = workspace.series(Some(store), now)?;
        // Of a heuristic contest one may hand in the last program days before its end.
        let series = series.iter().filter(|one| one.key.judge == judge && one.key.track == Track::Algorithm);
        let lacking = series.flat_map(|series| &series.history).filter(|contest| {
            newest.is_none_or(|newest| newest < contest.at.saturating_sub(ARCHIVED_AFTER).unwrap_or_default())
                && asked.duration_since(contest.at) > ARCHIVED_AFTER
        });
        let zone = workspace.config.streak.day.timezone.clone().unwrap_or(TimeZone::UTC);
        let day = |at: Timestamp| zone.to_datetime(at).date();
        hints.extend(lacking.min_by_key(|contest| contest.at).map(|contest| Hint::ArchiveBehind {
            judge,
            archive: archive.name,
            contest: contest.name.clone(),
            on: day(contest.at),
            newest: newest.map(day),
        }));
    }
    Ok(hints)
}

/// Which of `lists` of the judges with a handle were never fetched, or else how old they are unless they are young.
pub fn of_lists(
    session: &Session<'_>,
    lists: &[List],
    judge: Option<Judge>,
) -> Result<Option<Hint>, AppError> {
    let (workspace, store) = (&session.workspace, session.store()?);
    if workspace.config.handles.is_empty() {
        return no_handle(session);
    }
    let (mut missing, mut oldest) = (Vec::new(), None::<(Timestamp, Judge, &'static str)>);
    let has_handle = |one: &Judge| workspace.config.handles.at(*one).is_some();
    for one in Judge::all().filter(has_handle).filter(|one| judge.is_none_or(|judge| judge == *one)) {
        let mut lacks = Vec::new();
        for list in lists {
            let brings = |source: &&judges::Source| source.fetch.list() == Some(*list);
            let Some(source) = judges::sources(one).iter().find(brings) else { continue };
            match store.map(|store| store.synced_at(&source.id(one))).transpose()?.flatten() {
                None => lacks.push(source.title),
                Some(at) if oldest.is_none_or(|(oldest, ..)| at < oldest) => {
                    oldest = Some((at, one, source.title));
                }
                Some(_) => {}
            }
        }
        if !lacks.is_empty() {
            missing.push((one, lacks));
        }
    }
    if !missing.is_empty() {
        return Ok(Some(Hint::NotFetched(missing)));
    }
    let old = oldest.map(|(at, judge, title)| (judge, title, session.now().duration_since(at)));
    Ok(old.filter(|(.., age)| *age > YOUNG).map(|(judge, title, age)| Hint::OldList(judge, title, age)))
}

/// When the series of the configured handles were fetched, as far as they were.
pub fn fetched_at(workspace: &Workspace, store: Option<&Store>) -> Result<Vec<Timestamp>, StoreError> {
    let Some(store) = store else { return Ok(Vec::new()) };
    let at = |key: SeriesKey| store.synced_at(&judges::ratings_source(&key)).transpose();
    workspace.series_keys().into_iter().filter_map(at).collect()
}
