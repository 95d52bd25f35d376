//! DMOJ's rating: Elo-MMR, with the judge's own constants. Performances are published, so that what comes next can be told
//! to within a point: performances and ratings are kept as whole numbers here.
//!
//! Source: the site's `judge/ratings.py` (<https://github.com/DMOJ/online-judge>), and Aram Ebtekar and Paul Liu, "Elo-MMR: A
//! Rating System for Massive Multiplayer Competitions" (<https://arxiv.org/abs/2101.00400>).

use std::f64::consts::PI;

use jiff::civil::Date;

use crate::judges::{FormulaState, Rating};
use crate::model::{RatingChange, RatingSeries};

/// How far performances scatter about the skill: a standard deviation.
const SCATTER: f64 = 328.33;
const SCATTER_VARIANCE: f64 = SCATTER * SCATTER;
/// The constants were chosen for a scatter of 212.
const SCALE: f64 = SCATTER_VARIANCE / (212.0 * 212.0);
/// The skill of a newcomer: mean, and variance.
const START: f64 = 1500.0;
const START_VARIANCE: f64 = 350.0 * 350.0 * SCALE;
/// How far the skill wanders from one contest to the next: a variance.
const DRIFT: f64 = 1_219.047_619 * SCALE;

/// No skill is sought further from [`START`] than this many times the standard deviation of a newcomer's.
const FURTHEST: f64 = 20.0;
/// How often the interval in which a skill lies is halved: to less than a millionth of a point.
const HALVINGS: usize = 40;

/// The formula of the one track. Its problems are worth points, which aren't on the scale of ratings; nobody has fitted
/// forecasts to its histories.
#[derive(Debug)]
pub(super) struct Algorithm;

impl Rating for Algorithm {
    fn state(&self, series: &RatingSeries, _: Date) -> Box<dyn FormulaState> {
        let rated: Vec<&RatingChange> = series.rated().collect();
        Box::new(State::after_all(&rated))
    }
}

/// How unsure the skill of somebody is after so many contests: a variance, which falls from contest to contest.
fn variance(contests: usize) -> f64 {
    // It is settled long before.
    (0..contests.min(100))
        .fold(START_VARIANCE, |before, _| 1.0 / (1.0 / (before + DRIFT) + 1.0 / SCATTER_VARIANCE))
}

/// What the shown rating lacks of the mean skill because of few contests.
fn reserve(contests: usize) -> f64 {
    let settled = ((DRIFT * DRIFT + 4.0 * SCATTER_VARIANCE * DRIFT).sqrt() - DRIFT) / 2.0;
    variance(contests).sqrt() - settled.sqrt()
}

/// What performances, each with its weight, say against a skill: the slope of a logistic likelihood.
fn pull(evidence: &[(f64, f64)], skill: f64) -> f64 {
    let width = SCATTER * 3_f64.sqrt() / PI;
    evidence.iter().map(|(at, weight)| weight / width * ((skill - at) / (2.0 * width)).tanh()).sum()
}

/// A user's rating, and what it rests on.
#[derive(Debug, Clone)]
struct State {
    /// The mean skill.
    mean: f64,
    /// The performances, oldest first.
    performances: Vec<i32>,
}

impl State {
    /// After these contests, oldest first. What the formula makes of whole performances is held to the ratings that were
    /// shown.
    fn after_all(rated: &[&RatingChange]) -> Self {
        let mut state = Self { mean: START, performances: Vec::with_capacity(rated.len()) };
        for change in rated {
            state.take(change.performance.unwrap_or(change.new));
            // Below 1 nothing is shown.
            if change.new > 1 {
                let shown = f64::from(change.new) + reserve(state.performances.len());
                state.mean = state.mean.clamp(shown - 0.5, shown + 0.5);
            }
        }
        state
    }

    /// One more contest.
    fn take(&mut self, performance: i32) {
        self.performances.push(performance);
        let contests = self.performances.len();
        let mut evidence = Vec::with_capacity(contests);
        let (mut weight, mut known) = (1.0, 0.0);
        for (age, performance) in self.performances.iter().rev().enumerate() {
            if age > 0 {
                // The more the skill can have wandered since, the less an old performance counts.
                let sure = variance(contests - age);
                weight *= (sure / (sure + DRIFT)).powi(2);
            }
            known += weight / SCATTER_VARIANCE;
            evidence.push((f64::from(*performance), weight));
        }
        // What is left of the belief besides the performances is taken for normal, about where the mean was in balance.
        let rest = 1.0 / variance(contests) - known;
        let balance = rest * self.mean + pull(&evidence[1..], self.mean);
        let far = FURTHEST * START_VARIANCE.sqrt();
        let (mut low, mut high) = (START - far, START + far);
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(low, high);
            if rest * middle + pull(&evidence, middle) > balance { high = middle } else { low = middle }
        }
        self.mean = f64::midpoint(low, high);
    }

    /// The rating as it is shown.
    fn shown(&self) -> i32 {
        ((self.mean - reserve(self.performances.len())).round() as i32).max(1)
    }
}

impl FormulaState for State {
    fn performances(&self) -> &[i32] {
        &self.performances
    }

    fn is_estimate(&self) -> bool {
        false
    }

    fn after(&self, performances: &[i32]) -> Vec<i32> {
        let mut state = self.clone();
        let next = |performance: &i32| {
            state.take(*performance);
            state.shown()
        };
        performances.iter().map(next).collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;

    use super::*;
    use crate::answers::Formula;
    use crate::model::{Judge, Track, fixtures};

    /// Performances, and the ratings that the judge's own program makes of them.
    const VECTORS: [&[(i32, i32)]; 3] = [
        &[(1500, 1347), (1500, 1412), (1500, 1444), (1500, 1462), (1500, 1474), (1500, 1482)],
        &[
            (1235, 1130),
            (1810, 1439),
            (1503, 1460),
            (990, 1337),
            (2106, 1509),
            (1777, 1594),
            (1650, 1610),
            (1499, 1583),
        ],
        &[(700, 698), (650, 668), (300, 568), (100, 456), (-200, 325), (-500, 180)],
    ];

    fn series(rows: &[(i32, i32)]) -> RatingSeries {
        let mut old = 0;
        let change = |(nth, &(performance, new)): (i64, &(i32, i32))| {
            let at = Timestamp::from_second(1_750_000_000 + nth * 1_000_000).unwrap();
            let change = RatingChange { performance: Some(performance), ..fixtures::change(at, old, new) };
            old = new;
            change
        };
        fixtures::series(Judge::DMOJ, Track::Algorithm, (0..).zip(rows).map(change).collect())
    }

    #[test]
    fn ratings_are_those_of_the_judges_program() {
        for rows in VECTORS {
            let performances: Vec<i32> = rows.iter().map(|(performance, _)| *performance).collect();
            let ratings: Vec<i32> = rows.iter().map(|(_, rating)| *rating).collect();
            assert_eq!(Formula::new(&series(&[]), date(2026, 3, 1)).after(&performances), ratings);
        }
    }

    #[test]
    fn what_comes_next_goes_on_from_what_is_shown() {
        let rows = VECTORS[1];
        for contests in 1..rows.len() {
            let next = Formula::new(&series(&rows[..contests]), date(2026, 3, 1)).after(&[rows[contests].0]);
            assert!((next[0] - rows[contests].1).abs() <= 1, "{contests}: {next:?}");
        }
        // A history that lacks its beginning is held to what the judge shows.
        let late = Formula::new(&series(&rows[4..]), date(2026, 3, 1)).after(&[1600]);
        assert!((1500..1650).contains(&late[0]), "{late:?}");
    }

    #[test]
    fn nobody_is_rated_below_one() {
        let none = Formula::new(&series(&[]), date(2026, 3, 1));
        assert_eq!(none.after(&[-3000; 12]).last(), Some(&1));
    }
}
