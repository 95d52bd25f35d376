//! What was left.

use super::archives;
use super::error::AppError;
use super::freshness;
use super::session::{Answered, Session};
use crate::answers::{self, DateRange, Levels, PracticeRecord, Todo};
use crate::judges::List;
use crate::model::Judge;

/// What `tell` makes of the tasks of `judge`, else of every judge, of the days of `window`. What is accepted and not
/// committed is gathered only where `with_uncommitted` is set.
pub fn todo<T>(
    session: &Session<'_>,
    (judge, window): (Option<Judge>, DateRange),
    with_uncommitted: bool,
    tell: impl FnOnce(&Todo<'_>) -> T,
) -> Result<Answered<T>, AppError> {
    let (library, series) = (session.library()?, session.series()?);
    let is_shown = |one: Judge| judge.is_none_or(|judge| judge == one);
    let attempts: Vec<_> =
        library.attempts.iter().filter(|attempts| is_shown(attempts.judge)).cloned().collect();
    let mut contests = library.contests_taken(series);
    contests.retain(|contest| is_shown(contest.judge));
    let changes = session.changes();
    let committed = answers::solved(&changes, &session.workspace.config.streak.day);
    // Without a repository everything would be missing there.
    let is_whole = with_uncommitted && !changes.is_empty() && session.commits().failures.is_empty();
    let mut recorded = answers::recorded_alone(&committed, &library.attempts, library.catalogue.duplicates());
    recorded.retain(|one| is_shown(Judge::of(one.problem.known_judge())));
    let known = PracticeRecord {
        catalogue: &library.catalogue,
        submissions: &library.submissions,
        attempts: &attempts,
        contests: &contests,
        solved: &committed,
        recorded: &recorded,
        committed: is_whole.then_some(&committed),
        levels: &Levels::now(series),
    };
    let told = tell(&answers::todo(known, window, session.today(), &session.zone()));
    let hints = freshness::of_lists(session, &[List::Submissions, List::Problems, List::Contests], judge)?;
    let (workspace, store) = (&session.workspace, session.store()?);
    let archives = archives::freshness(workspace, store)?;
    let behind = archives::behind(workspace, store, &archives, &session.zone(), session.now())?;
    Ok(session.answered(told).with(hints).with(behind))
}
