//! How far above one's level one practises.

use super::problem_history::ProblemHistory;
use super::{CatalogueEntry, Courses, Level, Phase};
use crate::model::{Judge, RatingSeries};

/// How hard the problems are that were solved outside of contests, against one's level on that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The judge.
    pub judge: Judge,
    /// How many problems that is: those whose difficulty is known, solved after the first rated contest.
    pub problems: u32,
    /// How many of them were harder than one's level.
    pub harder: u32,
    /// How far above one's level (below, where negative) a quarter of them lie at most, in points of rating.
    pub quarter: i32,
    /// The same for half of them.
    pub median: i32,
    /// The same for three quarters of them.
    pub three_quarters: i32,
}

impl Level {
    /// How far `entry` lies above it, in points; `None` where nobody knows how hard it is.
    pub fn distance(&self, entry: &CatalogueEntry) -> Option<f64> {
        let difficulty = match &entry.model {
            Some(model) => model.raw,
            None => entry.problem.rating,
        };
        difficulty.map(|difficulty| f64::from(difficulty) - self.rating)
    }
}

/// The leads at the judges with such problems among `worked`, in the order of [`Judge::all`]. In contests nobody chooses,
/// so that what was solved in them doesn't count; what was solved as if they were running does.
pub fn leads(worked: &[ProblemHistory<'_>], series: &[RatingSeries]) -> Vec<Stretch> {
    Judge::all().filter_map(|judge| lead(judge, worked, &Courses::of(series))).collect()
}

fn lead(judge: Judge, worked: &[ProblemHistory<'_>], courses: &Courses) -> Option<Stretch> {
    let distance = |one: &ProblemHistory<'_>| {
        let solve = one.attempts.solved.filter(|solve| solve.phase != Phase::During)?;
        courses.at(judge, solve.at)?.distance(one.entry?)
    };
    let mut distances: Vec<i32> = worked
        .iter()
        .filter(|one| one.attempts.judge == judge)
        .filter_map(distance)
        .map(|distance| distance.round() as i32)
        .collect();
    distances.sort_unstable();
    let part =
        |quarters: usize| distances.get((distances.len() * quarters).div_ceil(4).saturating_sub(1)).copied();
    Some(Stretch {
        judge,
        problems: distances.len() as u32,
        harder: distances.iter().filter(|distance| **distance > 0).count() as u32,
        quarter: part(1)?,
        median: part(2)?,
        three_quarters: part(3)?,
    })
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::super::{Attempts, Levels, Solve};
    use super::*;
    use crate::answers::fixtures;
    use crate::model::{Problem, ProblemId, Track};

    fn at(day: i64) -> Timestamp {
        Timestamp::from_second(day * 86_400).unwrap()
    }

    fn entry(rating: i32) -> CatalogueEntry {
        let problem = Problem {
            rating: Some(rating),
            ..fixtures::problem(Judge::CODEFORCES, ProblemId::codeforces(1, "A"))
        };
        CatalogueEntry { problem, difficulty: Some(rating), model: None }
    }

    fn solved(day: i64, phase: Phase) -> Attempts {
        Attempts {
            began: phase,
            solved: Some(Solve { at: at(day), phase }),
            ..fixtures::tried(Judge::CODEFORCES, ProblemId::codeforces(1, "A"), at(day))
        }
    }

    fn series(rows: &[(i64, i32, i32)]) -> RatingSeries {
        let change = |&(day, old, new): &(i64, i32, i32)| fixtures::change(at(day), old, new);
        fixtures::series(Judge::CODEFORCES, Track::Algorithm, rows.iter().map(change).collect())
    }

    #[test]
    fn only_what_is_neither_sure_nor_hopeless_is_within_reach() {
        let levels = Levels::now(&[series(&[(1, 1500, 1500)])]);
        let attempts = solved(2, Phase::After);
        let reach = |entry: Option<CatalogueEntry>, levels: &Levels| {
            ProblemHistory { attempts: &attempts, entry: entry.as_ref() }.is_within_reach(levels)
        };
        // PracticeCalibration of nine to one lie 382 points away.
        let is = |rating| reach(Some(entry(rating)), &levels);
        assert_eq!([1118, 1119, 1881, 1882].map(is), [false, true, true, false]);
        assert!(!reach(None, &levels) && !reach(Some(entry(1500)), &Levels::default()));
    }

    #[test]
    fn each_problem_is_held_against_the_level_of_its_day() {
        let series = [series(&[(10, 1500, 1400), (20, 1400, 1600)])];
        let entries = [entry(1500), entry(1300)];
        let after = Phase::After;
        // Before the first contest nobody knows; in a contest nobody chooses.
        let rows =
            [(9, after, 0), (10, after, 0), (19, Phase::Virtual, 1), (20, after, 0), (21, Phase::During, 1)];
        let attempts = rows.map(|(day, phase, _)| solved(day, phase));
        let worked: Vec<ProblemHistory<'_>> = attempts
            .iter()
            .zip(rows)
            .map(|(attempts, (_, _, place))| ProblemHistory { attempts, entry: Some(&entries[place]) })
            .collect();
        // Distances: +100, −100, −100.
        let lead = Stretch {
            judge: Judge::CODEFORCES,
            problems: 3,
            harder: 1,
            quarter: -100,
            median: -100,
            three_quarters: 100,
        };
        assert_eq!(leads(&worked, &series), [lead]);
        assert_eq!(leads(&worked[..1], &series), []);
        assert_eq!(leads(&worked, &[]), []);
    }
}
