//! What was worked at in a stretch of time: the problems that tallies count.

use std::ops::RangeInclusive;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::date_range::DateRange;
use super::{Attempts, Catalogue, CatalogueEntry, ContestTimes, Levels, attempts};
use crate::model::{Colour, Grade, Submission};

/// The probabilities of solving them that problems within reach have: from one in ten to nine in ten.
pub const WITHIN_REACH: RangeInclusive<f64> = 0.1..=0.9;

/// A problem that was worked at, and what its judge says of it.
#[derive(Debug, Clone, Copy)]
pub struct ProblemHistory<'a> {
    /// What one did about it.
    pub attempts: &'a Attempts,
    /// The entry in the judge's list; `None` where it isn't listed (Codeforces' gym).
    pub entry: Option<&'a CatalogueEntry>,
}

impl<'a> ProblemHistory<'a> {
    /// How hard it is, as [`CatalogueEntry::difficulty`].
    pub fn difficulty(&self) -> Option<i32> {
        self.entry?.difficulty
    }

    /// The colour of its difficulty.
    pub fn colour(&self) -> Option<Colour> {
        self.difficulty().and_then(|difficulty| self.attempts.judge.told_colour(difficulty))
    }

    /// How hard it is, as its judge shows it.
    pub fn grade(&self) -> Option<Grade> {
        let level = || Some(Grade::Level(self.entry?.problem.level?));
        self.colour().map(Grade::Colour).or_else(level)
    }

    /// Its topics; none where its judge names none.
    pub fn topics(&self) -> impl Iterator<Item = &'a str> {
        self.entry.into_iter().flat_map(CatalogueEntry::topics)
    }

    /// When it was solved, or else last handed in.
    pub fn at(&self) -> Timestamp {
        self.attempts.solved.map_or(self.attempts.last, |solve| solve.at)
    }

    /// The day of [`ProblemHistory::at`].
    pub fn day(&self, zone: &TimeZone) -> Date {
        zone.to_datetime(self.at()).date()
    }

    /// Whether it is neither too easy nor too hard to learn much from it: the level at its judge solves it with a
    /// probability [`WITHIN_REACH`]. Not where that is unknown.
    pub fn is_within_reach(&self, levels: &Levels) -> bool {
        let level = levels.of(self.attempts.judge);
        let probability = self.entry.and_then(|entry| level?.probability(entry));
        probability.is_some_and(|probability| WITHIN_REACH.contains(&probability))
    }
}

/// The account of every problem as it stood at the end of `window`: [`attempts()`] of what was handed in until then.
pub fn attempts_until(
    submissions: &[Submission],
    catalogue: &Catalogue,
    times: &ContestTimes<'_>,
    window: DateRange,
    zone: &TimeZone,
) -> Vec<Attempts> {
    let (_, until) = window.bounds(zone);
    attempts(submissions.iter().filter(|one| one.at < until), catalogue.duplicates(), times)
}

/// The problems that were worked at in `window`: solved in it for the first time, or handed in in it and still open at its
/// end. A problem that was solved before and handed in again is none of them. `at_end` is what [`attempts_until`] gives
/// for the window, and for one without end the accounts of all that was handed in.
pub fn worked<'a>(
    at_end: &'a [Attempts],
    catalogue: &'a Catalogue,
    window: DateRange,
    zone: &TimeZone,
) -> Vec<ProblemHistory<'a>> {
    let (from, until) = window.bounds(zone);
    let both = |attempts: &'a Attempts| ProblemHistory { attempts, entry: catalogue.get(&attempts.problem) };
    at_end.iter().map(both).filter(|one| (from..until).contains(&one.at())).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::answers::fixtures;
    use crate::model::{Judge, ProblemId};

    fn submission(id: u64, index: &str, day: i64, verdict: &str) -> Submission {
        Submission {
            at: Timestamp::from_second(day * 86_400).unwrap(),
            ..fixtures::submission(Judge::CODEFORCES, id, ProblemId::codeforces(1, index), verdict)
        }
    }

    #[test]
    fn a_window_has_what_was_solved_in_it_or_was_left_open() {
        // Days after 1 January 1970. A: tried, solved later. B: solved on day 3, again on day 5. C: never.
        let rows = [
            submission(1, "A", 3, "WRONG_ANSWER"),
            submission(2, "A", 6, "OK"),
            submission(3, "B", 3, "OK"),
            submission(4, "B", 5, "OK"),
            submission(5, "C", 4, "WRONG_ANSWER"),
            submission(6, "C", 9, "WRONG_ANSWER"),
        ];
        let (catalogue, times) = (Catalogue::default(), ContestTimes::default());
        let seen = |from: i8, to: i8| {
            let window = DateRange { from: Some(date(1970, 1, from + 1)), to: Some(date(1970, 1, to + 1)) };
            let at_end = attempts_until(&rows, &catalogue, &times, window, &TimeZone::UTC);
            let worked = worked(&at_end, &catalogue, window, &TimeZone::UTC);
            let told = |one: &ProblemHistory<'_>| {
                let solved = if one.attempts.solved.is_some() { "+" } else { "-" };
                format!("{}{solved}", one.attempts.problem.as_str().rsplit('/').next().unwrap())
            };
            worked.iter().map(told).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(seen(3, 4), "A- B+ C-");
        assert_eq!(seen(5, 6), "A+");
        assert_eq!(seen(7, 8), "");
        assert_eq!(seen(0, 9), "A+ B+ C-");
    }
}
