//! When a solved problem is due for another look.

use std::collections::HashMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};

use crate::answers::{Attempts, Catalogue, Levels, SolvedProblem};
use crate::model::{Outcome, ProblemId, Submission};

/// The first interval, in days.
const FIRST: f64 = 30.0;

/// Whoever needed longer from the first program to the accepted one came back to the problem.
const SLOW: SignedDuration = SignedDuration::from_hours(3);

/// What one solves more often than this at one's level now has nothing left to teach.
const TOO_EASY: f64 = 0.9;

/// Another look at a solved problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repetition {
    /// The day on which it is due.
    pub on: Date,
    /// How it went, 0 (with great trouble) to 4.
    pub grade: u8,
    /// On how many days it was solved so far.
    pub solved_on_days: u32,
}

/// The next look at each solved problem that is worth one.
///
/// The rule is SM-2, the first of the methods of spaced repetition that a computer kept (P. A. Woźniak, *Optimization of
/// learning*, 1990): how it went gives a grade from 0 to 5; the grade gives an ease,
/// `max(1.3, 2.5 + 0.1 − (5 − grade) (0.08 + (5 − grade) 0.02))`, and each interval is the last one times the ease; a grade
/// below 3 begins anew. Here, the grade is 5, less one for each wrong attempt (three at most), less one where it took more
/// than three hours from the first attempt to the accepted one, less one where one's level now solves it less than half of
/// the time. Problems that went perfectly (5), and those that one's level now solves nine times in ten, are left in peace.
/// The first interval is thirty days where SM-2 has one and six: words fade sooner than ideas, and what is to be kept for a
/// year is best seen again after 5 to 10 percent of it (N. J. Cepeda et al., *Spacing effects in learning*, Psychological
/// Science 19, 2008). Every later day with an accepted submission is a look.
pub fn looks<'a>(
    submissions: &[Submission],
    attempts: &'a [Attempts],
    catalogue: &Catalogue,
    levels: &Levels,
    zone: &TimeZone,
) -> HashMap<&'a ProblemId, Repetition> {
    let mut accepted: HashMap<&ProblemId, Vec<Timestamp>> = HashMap::new();
    for one in submissions.iter().filter(|one| one.outcome() == Outcome::Accepted) {
        accepted.entry(catalogue.duplicates().one(&one.problem)).or_default().push(one.at);
    }
    let look = |one: &'a Attempts| {
        let solve = one.solved?;
        let entry = catalogue.get(&one.problem);
        let chance = entry.and_then(|entry| levels.of(one.judge)?.probability(entry));
        if chance.is_some_and(|chance| chance > TOO_EASY) {
            return None;
        }
        let is_slow = solve.at.duration_since(one.first) > SLOW;
        let is_hard = chance.is_some_and(|chance| chance < 0.5);
        let misses = one.tries.saturating_sub(1).min(3) as u8;
        let grade = 5 - misses - u8::from(is_slow) - u8::from(is_hard);
        let times = accepted.get(&one.problem)?;
        let mut days: Vec<Date> = times.iter().map(|at| zone.to_datetime(*at).date()).collect();
        days.sort_unstable();
        days.dedup();
        let interval = interval(grade, days.len());
        let on = days.last()?.saturating_add(interval.days());
        (grade < 5).then_some((&one.problem, Repetition { on, grade, solved_on_days: days.len() as u32 }))
    };
    attempts.iter().filter_map(look).collect()
}

/// Of fewer problems nobody can say which are one's hardest.
const TELLING: usize = 10;

/// The next look at each solve of which nobody but a tool knows, and so not how it went. Hard are those that belong to the
/// hardest fifth of all that one solved at the judge, by its levels: they get the grade 4, and the others are left in peace.
pub fn recorded_looks<'a>(
    recorded: &[&'a SolvedProblem],
    zone: &TimeZone,
) -> Vec<(&'a SolvedProblem, Repetition)> {
    let mut levels: HashMap<&str, Vec<u8>> = HashMap::new();
    for one in recorded {
        levels.entry(one.problem.judge()).or_default().extend(one.level());
    }
    let look = |one: &&'a SolvedProblem| {
        let (level, all) = (one.level()?, levels.get(one.problem.judge())?);
        let as_hard = all.iter().filter(|other| **other >= level).count();
        if all.len() < TELLING || as_hard * 5 > all.len() {
            return None;
        }
        let newest = one.record.as_ref().and_then(|record| record.at);
        let last = newest.map_or(one.solved_on, |at| zone.to_datetime(at).date()).max(one.solved_on);
        let solved_on_days = 1 + u32::from(last > one.solved_on);
        let on = last.saturating_add(interval(4, solved_on_days as usize).days());
        Some((*one, Repetition { on, grade: 4, solved_on_days }))
    };
    recorded.iter().filter_map(look).collect()
}

/// The days until the next look after it was solved on so many days.
fn interval(grade: u8, solved_on_days: usize) -> i64 {
    let lack = 5.0 - f64::from(grade);
    let ease = (2.6 - lack * (0.08 + lack * 0.02)).max(1.3);
    let steps = solved_on_days.saturating_sub(usize::from(grade < 3));
    // Beyond ten times the calendar's end is near.
    (FIRST * ease.powi(steps.min(10) as i32)).round() as i64
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::answers::fixtures;
    use crate::answers::{ContestTimes, attempts};
    use crate::judges::known_judge;
    use crate::model::{DuplicateProblems, Judge, NamedBy, SolveRecord};

    #[test]
    fn intervals_grow_with_each_look_and_faster_where_it_went_well() {
        assert_eq!([1, 2, 3].map(|days| interval(4, days)), [75, 188, 469]);
        assert_eq!([1, 2, 3].map(|days| interval(3, days)), [71, 167, 394]);
        assert_eq!([1, 2, 3].map(|days| interval(2, days)), [30, 65, 143]);
        assert_eq!([1, 2, 3].map(|days| interval(0, days)), [30, 51, 87]);
    }

    #[test]
    fn what_went_badly_is_due_again_after_a_month_and_what_went_well_never() {
        let row = |id: u64, index: &str, hours: i64, verdict: &str| Submission {
            at: Timestamp::from_second(hours * 3600).unwrap(),
            ..fixtures::submission(Judge::CODEFORCES, id, ProblemId::codeforces(1, index), verdict)
        };
        let rows = [
            // At once.
            row(1, "A", 0, "OK"),
            // Three misses and a day.
            row(2, "B", 0, "WRONG_ANSWER"),
            row(3, "B", 1, "WRONG_ANSWER"),
            row(4, "B", 2, "WRONG_ANSWER"),
            row(5, "B", 25, "OK"),
            // One miss; a second look eleven days later.
            row(6, "C", 0, "WRONG_ANSWER"),
            row(7, "C", 1, "OK"),
            row(8, "C", 240, "OK"),
            // Open.
            row(9, "D", 0, "WRONG_ANSWER"),
        ];
        let attempts = attempts(&rows, &DuplicateProblems::default(), &ContestTimes::default());
        let looks = looks(&rows, &attempts, &Catalogue::default(), &Levels::default(), &TimeZone::UTC);
        let look = |index| looks.get(&ProblemId::codeforces(1, index)).copied();
        assert_eq!(look("A"), None);
        let on = |day: &str| day.parse::<Date>().unwrap();
        assert_eq!(look("B"), Some(Repetition { on: on("1970-02-01"), grade: 1, solved_on_days: 1 }));
        assert_eq!(look("C"), Some(Repetition { on: on("1970-07-18"), grade: 4, solved_on_days: 2 }));
        assert_eq!(look("D"), None);
    }

    #[test]
    fn of_what_a_tool_recorded_the_hardest_fifth_is_due_again() {
        let day = |month: i8| jiff::civil::date(2026, month, 1);
        let solve = |number: u32, level: Option<u8>, on: Date, again: Option<&str>| SolvedProblem {
            problem: ProblemId::other("boj", &number.to_string()),
            sure: true,
            by: NamedBy::Path,
            first: on,
            last: on,
            solved_on: on,
            files: Vec::new(),
            record: Some(Arc::new(SolveRecord {
                judge: known_judge("boj"),
                level,
                at: again.map(|at| at.parse().unwrap()),
                ..SolveRecord::default()
            })),
        };
        let easy = (1..9).map(|number| solve(number, Some(5), day(1), None));
        let hard = [
            solve(10, Some(11), day(2), None),
            solve(11, Some(15), day(2), Some("2026-03-01T12:00:00Z")),
            solve(12, None, day(2), None),
        ];
        let all: Vec<SolvedProblem> = easy.chain(hard).collect();
        let all: Vec<&SolvedProblem> = all.iter().collect();
        let due = |recorded: &[&SolvedProblem]| {
            let looks = recorded_looks(recorded, &TimeZone::UTC);
            let told = looks.into_iter().map(|(one, look)| format!("{} {}", one.problem.key(), look.on));
            told.collect::<Vec<_>>()
        };
        assert_eq!(due(&all), ["10 2026-04-17", "11 2026-09-05"]);
        // Of few problems nobody can say which are hard.
        assert_eq!(due(&all[1..]), [] as [String; 0]);
    }
}
