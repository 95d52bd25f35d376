//! The contests to come, and those that one took part in.

use super::error::CliError;
use super::freshness;
use super::session::{Answered, Session};
use crate::answers::{self, Contests};
use crate::judges::List;
use crate::model::Judge;

/// Those of `judge`, else of every judge.
pub fn contests<'s>(
    session: &'s Session<'_>,
    judge: Option<Judge>,
) -> Result<Answered<Contests<'s>>, CliError> {
    let library = session.library()?;
    let is_shown = |one: Judge| judge.is_none_or(|judge| judge == one);
    let mut coming = answers::coming(&library.contests, session.now());
    coming.retain(|contest| is_shown(contest.judge));
    let mut past = library.contests_taken(session.series()?);
    past.retain(|contest| is_shown(contest.judge));
    // AtCoder Problems lists what is in AtCoder's archive; should it list more one day, that is shown.
    let untold = [Judge::ATCODER].into_iter().filter(|judge| {
        let has_handle = session.workspace.config.handles.at(*judge).is_some();
        has_handle && is_shown(*judge) && !coming.iter().any(|contest| contest.judge == *judge)
    });
    let contests = Contests { untold: untold.collect(), coming, past };
    let hint = freshness::of_lists(session, &[List::Contests, List::Submissions], judge)?;
    Ok(session.answered(contests).with(hint))
}
