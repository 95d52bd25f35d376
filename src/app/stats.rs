//! What one has practised, for all time or a range of days.

use super::error::AppError;
use super::freshness;
use super::session::{Answered, Session};
use crate::answers::{self, ContestTimes, DateRange, Levels, PeriodTally, ProblemHistory, RecordedTally};
use crate::judges::List;
use crate::model::Judge;

/// What is counted.
pub struct StatsOf {
    pub window: DateRange,
    pub judge: Option<Judge>,
    /// Only what one's level solves in 10 to 90 of 100 cases.
    pub within_reach: bool,
}

/// The counts, and those of the range of the same length before it.
pub struct Stats {
    pub now: Period,
    pub before: Option<Period>,
}

/// The counts of a range.
pub struct Period {
    /// What the judges know.
    pub judged: PeriodTally,
    /// What is recorded beside committed solutions of judges that aren't fetched.
    pub recorded: Vec<RecordedTally>,
    /// What archives say was solved, nobody knows when.
    pub undated: Vec<RecordedTally>,
}

/// Counts what was worked at.
pub fn stats(session: &Session<'_>, of: &StatsOf) -> Result<Answered<Stats>, AppError> {
    let (library, series, zone) = (session.library()?, session.series()?, session.zone());
    let times = ContestTimes::new(&library.contests);
    let solved = answers::solved(&session.changes(), &session.workspace.config.streak.day);
    let solved = solved.with_archives(&library.archived);
    let tally = |window: DateRange| -> Period {
        let levels = Levels::at(series, window.bounds(&zone).1);
        let counted = |one: &ProblemHistory<'_>| {
            of.judge.is_none_or(|judge| judge == one.attempts.judge)
                && (!of.within_reach || one.is_within_reach(&levels))
        };
        let handed_in = (&library.submissions[..], &library.attempts[..]);
        let judged =
            answers::period_tally(handed_in, &library.catalogue, &times, series, (window, &zone), counted);
        let recorded = answers::recorded(&solved, window, |known| {
            // Nobody knows what is within reach there.
            !of.within_reach && of.judge.is_none_or(|judge| judge.spec().known == known)
        });
        // Days that nobody knows lie in no window.
        let mut undated = Vec::new();
        if window == DateRange::ALL && !of.within_reach {
            undated = answers::undated(&library.archived, &solved, &library.submissions);
            undated.retain(|tally| of.judge.is_none_or(|judge| judge.spec().known == tally.judge));
        }
        Period { judged, recorded, undated }
    };
    let stats = Stats { now: tally(of.window), before: of.window.before().map(tally) };
    let hints = freshness::of_lists(session, &[List::Submissions, List::Problems], of.judge)?;
    Ok(session.answered(stats).with(hints))
}
