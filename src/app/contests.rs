//! The contests to come, and those that one took part in.

use jiff::Timestamp;

use super::error::AppError;
use super::freshness;
use super::session::{Answered, Session};
use crate::answers::{self, Contests, DateRange};
use crate::judges::List;
use crate::model::Judge;

/// Those of `judge`, else of every judge, that begin in `window`.
pub fn contests<'s>(
    session: &'s Session<'_>,
    judge: Option<Judge>,
    window: DateRange,
) -> Result<Answered<Contests<'s>>, AppError> {
    let library = session.library()?;
    let is_shown = |one: Judge| judge.is_none_or(|judge| judge == one);
    let mut coming = answers::coming(&library.contests, session.now());
    let (from, to) = window.bounds(&session.zone());
    let is_in = |at: Timestamp| from <= at && at < to;
    // What isn't told can't be told for some of its days either.
    let is_told = |judge: Judge| coming.iter().any(|contest| contest.judge == judge);
    let told: Vec<Judge> = Judge::all().filter(|judge| is_told(*judge)).collect();
    coming.retain(|contest| is_shown(contest.judge) && contest.start.is_some_and(is_in));
    let mut past = library.contests_taken(session.series()?);
    past.retain(|contest| is_shown(contest.judge) && is_in(contest.at));
    // AtCoder Problems lists what is in AtCoder's archive; should it list more one day, that is shown.
    let untold = [Judge::ATCODER].into_iter().filter(|judge| {
        let has_handle = session.workspace.config.handles.at(*judge).is_some();
        has_handle && is_shown(*judge) && !told.contains(judge)
    });
    let contests = Contests { untold: untold.collect(), coming, past };
    let hint = freshness::of_lists(session, &[List::Contests, List::Submissions], judge)?;
    Ok(session.answered(contests).with(hint))
}
