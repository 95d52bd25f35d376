//! LeetCode's rating: each contest leads a part of the way to the performance, a half after the first and less with each
//! further one, down to two ninths. Performances are not published; a change of rating tells them.
//!
//! Source: the judge's description of 2020 (<https://leetcode.com/discuss/general-discussion/468851>), and the predictor
//! <https://github.com/baoliay2008/lccn_predictor>, which reproduces its ratings.

use jiff::civil::Date;

use crate::judges::{FormulaState, PerformanceEstimate, Rating};
use crate::model::{RatingChange, RatingSeries};

/// The rating of a newcomer.
const START: i32 = 1500;

/// The formula of the one track. Its problems have levels, which aren't on the scale of ratings; nobody has fitted forecasts
/// to its histories.
#[derive(Debug)]
pub(super) struct Algorithm;

impl Rating for Algorithm {
    fn state(&self, series: &RatingSeries, _: Date) -> Box<dyn FormulaState> {
        let performances = performances(series);
        Box::new(State { rating: series.rating().unwrap_or(START).into(), performances })
    }

    fn estimates(&self, series: &RatingSeries) -> Vec<Option<PerformanceEstimate>> {
        performances(series).into_iter().map(|one| Some(PerformanceEstimate::About(one))).collect()
    }
}

/// The part of the way to the performance that somebody goes after so many contests.
fn step(contests: usize) -> f64 {
    // The sum of a geometric series; beyond that it is settled.
    let ratio: f64 = 5.0 / 7.0;
    let sum = (1.0 - ratio.powi(contests.min(100) as i32 + 1)) / (1.0 - ratio);
    1.0 / (1.0 + sum)
}

/// What the changes of rating tell of the performances, oldest first. Ratings are kept as whole numbers, so that they are
/// right to within five points.
fn performances(series: &RatingSeries) -> Vec<i32> {
    let mut before = START;
    let one = |(contests, change): (usize, &RatingChange)| {
        let old = f64::from(before);
        before = change.new;
        (old + (f64::from(change.new) - old) / step(contests)).round() as i32
    };
    series.rated().enumerate().map(one).collect()
}

#[derive(Debug)]
struct State {
    rating: f64,
    performances: Vec<i32>,
}

impl FormulaState for State {
    fn performances(&self) -> &[i32] {
        &self.performances
    }

    fn is_estimate(&self) -> bool {
        true
    }

    fn after(&self, performances: &[i32]) -> Vec<i32> {
        let mut rating = self.rating;
        let next = |(contests, performance): (usize, &i32)| {
            rating += step(contests) * (f64::from(*performance) - rating);
            rating.round() as i32
        };
        (self.performances.len()..).zip(performances).map(next).collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;

    use super::*;
    use crate::answers::Formula;
    use crate::model::{Judge, Track, fixtures};

    #[test]
    fn each_contest_leads_a_part_of_the_way() {
        assert!((step(0) - 0.5).abs() < 1e-12 && (step(1000) - 2.0 / 9.0).abs() < 1e-12);
        assert!((step(1) - 1.0 / (2.0 + 5.0 / 7.0)).abs() < 1e-12);
        let series = |ratings: &[i32]| {
            let change = |(nth, new): (i64, &i32)| {
                fixtures::change(Timestamp::from_second(1_700_000_000 + 604_800 * nth).unwrap(), 0, *new)
            };
            fixtures::series(Judge::LEETCODE, Track::Algorithm, (0..).zip(ratings).map(change).collect())
        };
        let none = Formula::new(&series(&[]), date(2026, 3, 1));
        let ratings = none.after(&[1800, 1500, 2100]);
        assert_eq!(ratings[0], 1650);
        // The way back is as exact as whole numbers are.
        let told = performances(&series(&ratings));
        assert!(told.iter().zip([1800, 1500, 2100]).all(|(one, other)| one.abs_diff(other) <= 5), "{told:?}");
    }
}
