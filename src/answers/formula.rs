//! A rating that goes on: what it becomes after performances that one thinks up.

use jiff::civil::Date;

use crate::judges::{self, FormulaState};
use crate::model::{RatingSeries, SeriesKey};

/// The performance that is needed where any will do: nobody has done as badly.
pub const ANY: i32 = -2000;

/// No performance above this is known, at either judge.
pub const UNHEARD_OF: i32 = 4800;

/// A series as its judge's formula sees it: an estimate where the judge publishes no performances, else exact.
#[derive(Debug)]
pub struct Formula(Box<dyn FormulaState>);

impl Formula {
    /// No performance above this is sought.
    pub(super) const HIGHEST: i32 = 10_000;

    /// What `series` has come to by `today`.
    pub fn new(series: &RatingSeries, today: Date) -> Self {
        Self(judges::rating(series.key.judge, series.key.track).state(series, today))
    }

    /// Whether its answers are estimates.
    pub fn is_estimate(&self) -> bool {
        self.0.is_estimate()
    }

    /// The ratings after each of these performances in contests to come.
    pub fn after(&self, performances: &[i32]) -> Vec<i32> {
        self.0.after(performances)
    }

    /// The least performance that, in each of the next `contests`, leads to `goal` or above with the last of them:
    /// [`ANY`] where any does, `None` where none does.
    pub fn needed(&self, goal: i32, contests: usize) -> Option<i32> {
        if contests == 1
            && let Some(needed) = self.0.needed_next(goal)
        {
            let needed = needed.map_or(ANY, |needed| needed.max(ANY));
            return Some(needed).filter(|needed| *needed <= Self::HIGHEST);
        }
        let reaches = |performance: i32| {
            self.after(&vec![performance; contests]).last().is_some_and(|rating| *rating >= goal)
        };
        if !reaches(Self::HIGHEST) {
            return None;
        }
        let (mut below, mut enough) = (ANY - 1, Self::HIGHEST);
        while enough - below > 1 {
            let middle = i32::midpoint(below, enough);
            if reaches(middle) { enough = middle } else { below = middle }
        }
        Some(enough)
    }

    /// The mean performance of the last `contests`, or of all where there are fewer; `None` before the first.
    pub fn recent_form(&self, contests: usize) -> Option<i32> {
        let performances = self.0.performances();
        let recent = &performances[performances.len().saturating_sub(contests)..];
        let sum: i64 = recent.iter().map(|performance| i64::from(*performance)).sum();
        (!recent.is_empty()).then(|| (sum as f64 / recent.len() as f64).round() as i32)
    }

    /// After how many of the next `most` contests with this performance in each `goal` is reached.
    pub fn contests_to(&self, goal: i32, performance: i32, most: usize) -> Option<usize> {
        let ratings = self.after(&vec![performance; most]);
        ratings.iter().position(|rating| *rating >= goal).map(|index| index + 1)
    }
}

/// A rating after performances in contests to come.
#[derive(Debug, Clone)]
pub struct WhatIf {
    /// Whose.
    pub key: SeriesKey,
    /// The rating now; `None` before the first rated contest.
    pub rating: Option<i32>,
    /// Whether the ratings are estimates.
    pub estimate: bool,
    /// Each performance, and the rating after it.
    pub steps: Vec<(i32, i32)>,
}

#[cfg(test)]
mod tests {

    use jiff::Timestamp;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    use crate::answers::fixtures;
    use crate::model::{Judge, RatingChange, Track};

    fn series(judge: Judge, track: Track, contests: &[(i32, i32)]) -> RatingSeries {
        let mut old = 0;
        let change = |(index, &(new, performance)): (i64, &(i32, i32))| {
            let change = RatingChange {
                contest: format!("contest{index}"),
                performance: (judge == Judge::ATCODER).then_some(performance),
                ..fixtures::change(
                    Timestamp::from_second(1_750_000_000 + index * 1_000_000).unwrap(),
                    old,
                    new,
                )
            };
            old = new;
            change
        };
        fixtures::series(judge, track, (0..).zip(contests).map(change).collect())
    }

    const TODAY: Date = date(2026, 3, 14);

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn the_needed_performance_is_the_least_that_leads_there(
            which in 0..3_usize,
            rows in prop::collection::vec((1..2400_i32, -400..3200_i32), 0..25),
            goal in 1..3500_i32,
            contests in prop::sample::select(vec![1_usize, 2, 3, 5, 10]),
        ) {
            let (judge, track) = [
                (Judge::CODEFORCES, Track::Algorithm),
                (Judge::ATCODER, Track::Algorithm),
                (Judge::ATCODER, Track::Heuristic),
            ][which];
            let formula = Formula::new(&series(judge, track, &rows), TODAY);
            let last = |performance| *formula.after(&vec![performance; contests]).last().unwrap();
            match formula.needed(goal, contests) {
                None => prop_assert!(last(Formula::HIGHEST) < goal),
                Some(ANY) => prop_assert!(last(ANY) >= goal),
                Some(needed) => prop_assert!(last(needed) >= goal && last(needed - 1) < goal),
            }
        }
    }

    #[test]
    fn who_keeps_up_the_needed_performance_gets_there_in_as_many_contests() {
        let contests =
            [(300, 1200), (460, 1250), (660, 1010), (790, 1300), (860, 1200), (880, 900), (940, 1350)];
        for (judge, track) in [
            (Judge::CODEFORCES, Track::Algorithm),
            (Judge::ATCODER, Track::Algorithm),
            (Judge::ATCODER, Track::Heuristic),
        ] {
            let formula = Formula::new(&series(judge, track, &contests), TODAY);
            for contests in [1, 2, 3, 5, 10] {
                let needed = formula.needed(1300, contests).unwrap();
                assert_eq!(formula.contests_to(1300, needed, 50), Some(contests), "{judge} {track}");
            }
            assert_eq!(formula.needed(100_000, 3), None);
        }
    }

    #[test]
    fn a_newcomer_is_promoted_with_each_of_six_contests() {
        let none = Formula::new(&series(Judge::CODEFORCES, Track::Algorithm, &[]), TODAY);
        assert_eq!(none.after(&[1400; 8]), [500, 850, 1100, 1250, 1350, 1400, 1400, 1400]);
        assert_eq!(none.recent_form(10), None);
    }

    #[test]
    fn any_performance_does_where_one_great_contest_outlasts_it() {
        let great = Formula::new(&series(Judge::ATCODER, Track::Algorithm, &[(1200, 2400)]), TODAY);
        assert_eq!(great.needed(790, 1), Some(ANY));
    }
}
