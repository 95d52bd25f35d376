//! What one has practised, for all time or a range of days.

use super::error::CliError;
use super::freshness;
use super::session::{Answered, Session};
use crate::answers::{self, ContestTimes, Levels, PeriodTally, Window, Worked};
use crate::model::Judge;

/// What is counted.
pub struct StatsOf {
    pub window: Window,
    pub judge: Option<Judge>,
    /// Only what one's level solves in 10 to 90 of 100 cases.
    pub within_reach: bool,
}

/// The counts, and those of the range of the same length before it.
pub struct Stats {
    pub now: PeriodTally,
    pub before: Option<PeriodTally>,
}

/// Counts what was worked at.
pub fn stats(session: &Session<'_>, of: &StatsOf) -> Result<Answered<Stats>, CliError> {
    let (library, series, zone) = (session.library()?, session.series()?, session.zone());
    let times = ContestTimes::new(&library.contests);
    let tally = |window: Window| -> PeriodTally {
        let levels = Levels::at(series, window.bounds(&zone).1);
        let counted = |one: &Worked<'_>| {
            of.judge.is_none_or(|judge| judge == one.attempts.judge)
                && (!of.within_reach || one.is_within_reach(&levels))
        };
        let handed_in = (&library.submissions[..], &library.attempts[..]);
        answers::period_tally(handed_in, &library.catalogue, &times, series, (window, &zone), counted)
    };
    let stats = Stats { now: tally(of.window), before: of.window.before().map(tally) };
    let hint = freshness::of_lists(session, &["submissions", "problems"], of.judge)?;
    Ok(session.answered(stats).with(hint))
}
