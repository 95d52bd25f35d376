//! How often one solves in practice what one tries.
//!
//! The probability of a [`Level`](super::Level) is about a contest, where nobody chooses and time is short. In practice,
//! which is outside of contests, one does choose, has time, and may read how it is done: most of what people try they solve
//! at last, some nearly all of it, and the harder it is, the less. How often that is, each person's own tries tell best;
//! until there are enough of them, those of others.

use jiff::{SignedDuration, Timestamp};

use super::{Attempts, Catalogue, Courses, Phase};

/// What was tried in practice and isn't solved may still be, so long after the first submission.
const UNDECIDED: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Beyond these probabilities a contest tells no difference.
const LEAST: f64 = 0.001;

/// A problem that was tried in practice.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Try {
    /// How likely one was to solve it in a contest, by one's level when one began.
    pub in_contest: f64,
    /// Whether it was solved at last.
    pub solved: bool,
}

/// What was tried in practice until `at`, by accounts that end there; `courses` are the levels by which it is judged.
///
/// Left out is what wasn't solved and was begun in the last 30 days, what was tried before the first rated contest, and
/// what nobody knows the difficulty of.
pub fn tries(attempts: &[Attempts], catalogue: &Catalogue, courses: &Courses, at: Timestamp) -> Vec<Try> {
    let judged = |one: &Attempts| {
        let solved = one.solved.is_some();
        let is_decided = solved || at.duration_since(one.first) >= UNDECIDED;
        let level = courses.at(one.judge, one.first)?;
        let in_contest = level.probability(catalogue.get(&one.problem)?)?;
        is_decided.then_some(Try { in_contest, solved })
    };
    attempts.iter().filter(|one| one.began == Phase::After).filter_map(judged).collect()
}

/// How often one solves in practice what one tries: the logarithm of the odds is a straight line over that of the odds in
/// a contest. The line is known as a normal distribution of its height and its slope.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PracticeCalibration {
    /// The most likely line: its height where a contest leaves it even, and its slope.
    pub line: [f64; 2],
    /// How certain that is: the inverse of the covariance. Symmetric.
    pub precision: [[f64; 2]; 2],
}

impl PracticeCalibration {
    /// What is known of somebody who is unknown: fitted on eight Codeforces accounts and 1,651 problems that they tried in
    /// practice, by `cargo bench --bench calibration`.
    pub const OF_ANYBODY: Self = Self { line: [2.4707, 0.4507], precision: [[0.949, 0.0], [0.0, 119.0]] };

    /// What is known after these tries as well: the mode of the posterior distribution, and its curvature there (Laplace's
    /// approximation of a logistic regression).
    #[must_use]
    pub fn after(&self, tries: &[Try]) -> Self {
        let mut line = self.line;
        // Newton's method on a function with one maximum. Far from it a step can lead too far.
        for _ in 0..STEPS {
            let (slope, precision) = self.curve(line, tries);
            let mut step = solve(precision, slope);
            let before = self.fit(line, tries);
            let after = |step: [f64; 2]| [line[0] + step[0], line[1] + step[1]];
            let is_short = |step: [f64; 2]| step.iter().all(|part| part.abs() < 1e-12);
            while self.fit(after(step), tries) < before && !is_short(step) {
                step = step.map(|part| part / 2.0);
            }
            line = after(step);
            if is_short(step) {
                break;
            }
        }
        Self { line, precision: self.curve(line, tries).1 }
    }

    /// The logarithm of how well `line` fits what is known and these tries, but for a constant.
    fn fit(&self, line: [f64; 2], tries: &[Try]) -> f64 {
        let away = [line[0] - self.line[0], line[1] - self.line[1]];
        let pulled = times(self.precision, away);
        let known = -0.5 * (away[0] * pulled[0] + away[1] * pulled[1]);
        let of_try = |one: &Try| {
            let log_odds = line[0] + line[1] * log_odds(one.in_contest);
            -(if one.solved { -log_odds } else { log_odds }).exp().ln_1p()
        };
        known + tries.iter().map(of_try).sum::<f64>()
    }

    /// How [`PracticeCalibration::fit`] changes at `line`, and how it bends there, downwards.
    fn curve(&self, line: [f64; 2], tries: &[Try]) -> ([f64; 2], [[f64; 2]; 2]) {
        let mut slope = times(self.precision, [self.line[0] - line[0], self.line[1] - line[1]]);
        let mut precision = self.precision;
        for one in tries {
            let point = [1.0, log_odds(one.in_contest)];
            let likely = logistic(line[0] + line[1] * point[1]);
            let missed = f64::from(u8::from(one.solved)) - likely;
            for row in 0..2 {
                slope[row] += missed * point[row];
                for column in 0..2 {
                    precision[row][column] += likely * (1.0 - likely) * point[row] * point[column];
                }
            }
        }
        (slope, precision)
    }

    /// How likely one solves a problem at last that one tries in practice; `in_contest` is how likely one solves it in a
    /// contest. Both between 0 and 1.
    pub fn probability(&self, in_contest: f64) -> f64 {
        logistic(self.line[0] + self.line[1] * log_odds(in_contest))
    }
}

impl Default for PracticeCalibration {
    fn default() -> Self {
        Self::OF_ANYBODY
    }
}

const STEPS: usize = 50;

fn log_odds(probability: f64) -> f64 {
    let probability = probability.clamp(LEAST, 1.0 - LEAST);
    (probability / (1.0 - probability)).ln()
}

fn logistic(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

fn times(matrix: [[f64; 2]; 2], right: [f64; 2]) -> [f64; 2] {
    matrix.map(|row| row[0] * right[0] + row[1] * right[1])
}

/// The `x` of `matrix · x = right` (Cramer's rule).
fn solve(matrix: [[f64; 2]; 2], right: [f64; 2]) -> [f64; 2] {
    let [[a, b], [c, d]] = matrix;
    let determinant = a * d - b * c;
    [(right[0] * d - b * right[1]) / determinant, (a * right[1] - right[0] * c) / determinant]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::answers::Solve;
    use crate::answers::fixtures;
    use crate::model::{DuplicateProblems, Judge, Problem, ProblemId, Track};

    fn one(in_contest: f64, solved: bool) -> Try {
        Try { in_contest, solved }
    }

    proptest! {
        #[test]
        fn no_line_near_fits_better_whatever_was_tried(
            tries in prop::collection::vec((0.0..=1.0, any::<bool>()), 0..300),
            share in 0.0..=1.0,
        ) {
            // Some give up nearly always: far from what most do.
            let solved = |place: usize, solved: bool| solved && (place as f64) < 300.0 * share;
            let tries: Vec<Try> =
                tries.iter().enumerate().map(|(place, (p, it))| one(*p, solved(place, *it))).collect();
            let odds = PracticeCalibration::OF_ANYBODY.after(&tries);
            let best = PracticeCalibration::OF_ANYBODY.fit(odds.line, &tries);
            for (height, slope) in [(0.01, 0.0), (-0.01, 0.0), (0.0, 0.01), (0.0, -0.01)] {
                let beside = [odds.line[0] + height, odds.line[1] + slope];
                prop_assert!(PracticeCalibration::OF_ANYBODY.fit(beside, &tries) < best);
            }
            prop_assert!((0.0..=1.0).contains(&odds.probability(0.5)));
        }
    }

    #[test]
    fn without_tries_it_is_what_others_do_and_the_harder_the_less() {
        let odds = PracticeCalibration::default().after(&[]);
        assert_eq!(odds, PracticeCalibration::OF_ANYBODY);
        let of = |in_contest: f64| (1000.0 * odds.probability(in_contest)).round() as u32;
        assert_eq!([0.0, 0.001, 0.1, 0.5, 0.9, 1.0].map(of), [345, 345, 815, 922, 970, 996]);
    }

    #[test]
    fn own_tries_count_the_more_the_more_there_are() {
        let even = |tries: usize, solved: usize| {
            let tries: Vec<Try> = (0..tries).map(|place| one(0.5, place < solved)).collect();
            PracticeCalibration::OF_ANYBODY.after(&tries).probability(0.5)
        };
        // Computed apart from this program.
        for (tries, solved, expected) in [(10, 5, 0.66808), (100, 50, 0.52259), (1000, 500, 0.50234)] {
            assert!((even(tries, solved) - expected).abs() < 1e-4, "{} {expected}", even(tries, solved));
        }
    }

    #[test]
    fn tries_are_those_in_practice_that_are_decided_and_can_be_judged() {
        let day = |day: i64| Timestamp::from_second(86_400 * day).unwrap();
        let change = |(at, new): (i64, i32)| fixtures::change(day(at), 1, new);
        let history = [(10, 1000), (60, 1400)].map(change).to_vec();
        let series = fixtures::series(Judge::CODEFORCES, Track::Algorithm, history);
        let id = ProblemId::codeforces(4, "A");
        let problem = Problem {
            contest: "4".to_owned(),
            index: "A".to_owned(),
            rating: Some(1400),
            ..fixtures::problem(Judge::CODEFORCES, id.clone())
        };
        let catalogue = Catalogue::new(vec![problem], Vec::new(), DuplicateProblems::default());
        let tried = |first: i64, solved: Option<i64>, began: Phase| Attempts {
            began,
            solved: solved.map(|at| Solve { at: day(at), phase: Phase::After }),
            ..fixtures::tried(Judge::CODEFORCES, id.clone(), day(first))
        };
        let of =
            |one: Attempts| tries(&[one], &catalogue, &Courses::of(std::slice::from_ref(&series)), day(100));
        assert_eq!(of(tried(20, Some(90), Phase::After)), [one(1.0 / 11.0, true)]);
        assert_eq!(of(tried(70, None, Phase::After)), [one(0.5, false)]);
        assert_eq!(of(tried(71, None, Phase::After)), []);
        assert_eq!(of(tried(71, Some(99), Phase::After)), [one(0.5, true)]);
        assert_eq!(of(tried(9, Some(9), Phase::After)), []);
        for began in [Phase::During, Phase::Virtual] {
            assert_eq!(of(tried(20, Some(90), began)), []);
        }
        let elsewhere = Attempts { problem: ProblemId::codeforces(5, "A"), ..tried(20, None, Phase::After) };
        assert_eq!(of(elsewhere), []);
    }
}
