//! Which problems the repositories solve, which files name none, and how that compares with what the judges accepted.

use super::archives;
use super::error::AppError;
use super::freshness;
use super::session::{Answered, Session};
use crate::answers::{self, Attempts, Catalogue, Hint, Solved, Unsubmitted};
use crate::judges::{Fetch, archive_of};
use crate::model::{ImportedProblem, Judge};
use crate::naming;
use crate::report::Unrecognised;

/// What is committed.
pub struct Solutions<'s> {
    pub solved: Solved,
    /// The files that name none, with the nearest reason.
    pub unnamed: Vec<Unrecognised>,
    /// The repositories' labels.
    pub labels: Vec<&'s str>,
}

/// The committed problems of `judge`, else of every judge, and the files that name none.
pub fn solutions<'s>(
    session: &'s Session<'_>,
    judge: Option<Judge>,
) -> Result<Answered<Solutions<'s>>, AppError> {
    let changes = session.some_changes()?;
    let mut solved = answers::solved(&changes, &session.workspace.config.streak.day);
    if let Some(judge) = judge {
        solved.problems.retain(|solved| solved.problem.judge() == judge.id());
    }
    let labels: Vec<&str> = session.commits().repos.iter().map(|(label, _)| label.as_str()).collect();
    let unnamed = solved.unnamed.iter().map(|file| Unrecognised {
        repo: labels[file.repo].to_owned(),
        path: file.path.clone(),
        reason: naming::unnamed_reason(&file.path.to_text()),
    });
    Ok(session.answered(Solutions { unnamed: unnamed.collect(), solved, labels }))
}

/// What `tell` makes of the problems of `judge`, else of every judge, that were accepted and are not committed; apart, those of which only an archive says so,
/// nobody knows when.
pub fn missing<T>(
    session: &Session<'_>,
    judge: Option<Judge>,
    tell: impl FnOnce(&[&Attempts], &[&ImportedProblem], &Catalogue) -> T,
) -> Result<Answered<T>, AppError> {
    let solved = solutions(session, None)?.answer.solved;
    let Accounts { attempts, hints, .. } = accounts(session, judge, &solved)?;
    let library = session.library()?;
    let catalogue = &library.catalogue;
    let mut undated = answers::undated_problems(&library.archived, &solved, &library.submissions);
    undated.retain(|one| judge.is_none_or(|judge| judge.id() == one.problem.judge()));
    let told = tell(&answers::missing(&attempts, &solved, catalogue.duplicates()), &undated, catalogue);
    Ok(session.answered(told).with(hints))
}

/// The same for those that are committed and were never accepted.
pub fn unsubmitted<T>(
    session: &Session<'_>,
    judge: Option<Judge>,
    tell: impl FnOnce(&[Unsubmitted<'_>], &Catalogue) -> T,
) -> Result<Answered<T>, AppError> {
    let solved = solutions(session, judge)?.answer.solved;
    let Accounts { attempts, judges, hints } = accounts(session, judge, &solved)?;
    let library = session.library()?;
    let catalogue = &library.catalogue;
    let mut taken = library.contests_taken(session.series()?);
    taken.retain(|contest| archive_of(contest.judge).is_some());
    let lacking = archives::lacking(&session.workspace, session.store()?)?;
    let unsubmitted =
        answers::unsubmitted(&solved, &attempts, catalogue.duplicates(), (&judges, &lacking), &taken);
    let told = tell(&unsubmitted, catalogue);
    Ok(session.answered(told).with(hints))
}

/// The accounts at the judges whose submissions are stored.
struct Accounts {
    attempts: Vec<Attempts>,
    judges: Vec<Judge>,
    /// Why other judges are left out.
    hints: Vec<Hint>,
}

/// Those of `judge`, else of every judge. That there is no handle is said of judges at which one is expected: those that
/// were asked for, have a problem in `solved`, or nearly everybody is at.
fn accounts(session: &Session<'_>, judge: Option<Judge>, solved: &Solved) -> Result<Accounts, AppError> {
    let store = session.store()?;
    let (imported, mut hints) = (&session.library()?.imported, Vec::new());
    let is_meant = |one: &Judge| judge.is_none_or(|judge| judge == *one);
    let mut judges: Vec<Judge> = imported.iter().copied().filter(is_meant).collect();
    for one in Judge::all().filter(|one| is_meant(one) && !imported.contains(one)) {
        let source = format!("{}.submissions", one.id());
        let synced = store.map(|store| store.synced_at(&source)).transpose()?.flatten();
        match (session.workspace.config.handles.at(one), synced) {
            (None, _) => {
                let is_expected = judge.is_some()
                    || one.spec().is_main
                    || solved.problems.iter().any(|solved| solved.problem.judge() == one.id());
                hints.extend(is_expected.then_some(Hint::WithoutHandle(one)));
            }
            (_, None) => {
                let needed = |fetch: &Fetch| matches!(fetch, Fetch::Submissions(_));
                let hint = Hint::WithoutSubmissions(one);
                hints.extend(freshness::failed_or(session, one, needed, hint)?);
            }
            _ => judges.push(one),
        }
    }
    let attempts = session.library()?.attempts.iter().filter(|attempts| judges.contains(&attempts.judge));
    Ok(Accounts { attempts: attempts.cloned().collect(), judges, hints })
}
