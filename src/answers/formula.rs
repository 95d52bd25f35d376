//! A rating that goes on: what it becomes after performances that one thinks up.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::forecast::performances;
use crate::judges::atcoder::rating::{
    HeuristicResult, Weighted, algorithm_needed, heuristic_rating, heuristic_results,
};
use crate::judges::codeforces::rating::{
    PerformanceEstimate, after_performance, calculation_changes, has_promotions, promotions_ahead,
};
use crate::model::{Judge, RatingChange, RatingSeries, Track};

/// Between two heuristic contests to come, in days: about as often as AtCoder holds them.
const HEURISTIC_EVERY: i64 = 21;

/// What comes before the first rated contest at Codeforces.
const NEWCOMER: f64 = 1400.0;

/// The performance that is needed where any will do: nobody has done as badly.
pub const ANY: i32 = -2000;

/// No performance above this is sought.
const HIGHEST: i32 = 10_000;

/// A series as its judge's formula sees it. At Codeforces this is an estimate, at AtCoder it is exact.
#[derive(Debug, Clone)]
pub struct Formula {
    kind: Kind,
    /// What the contests so far were worth, oldest first; estimates at Codeforces.
    performances: Vec<i32>,
}

#[derive(Debug, Clone)]
enum Kind {
    Codeforces { rating: f64, contests: usize, promoted: bool },
    Algorithm(Weighted),
    Heuristic(Vec<HeuristicResult>, Date),
}

impl Formula {
    /// What `series` has come to. Heuristic contests to come are taken for short ones, the first soon after `today`.
    pub fn new(series: &RatingSeries, today: Date) -> Self {
        let rated: Vec<&RatingChange> = series.rated().collect();
        let rows = rated.iter().copied();
        match (series.key.judge, series.key.track) {
            (Judge::Codeforces, _) => {
                let changes = calculation_changes(rows);
                let promoted = rated.first().is_none_or(|first| first.old == 0 && has_promotions(first.at));
                let rating = changes.last().map_or(NEWCOMER, |change| f64::from(change.new));
                let kind = Kind::Codeforces { rating, contests: changes.len(), promoted };
                let estimate = |change| PerformanceEstimate::of(change).number();
                Self { kind, performances: changes.into_iter().map(estimate).collect() }
            }
            (Judge::AtCoder, Track::Algorithm) => {
                let performances: Vec<i32> = performances(&rated).into_iter().flatten().collect();
                Self { kind: Kind::Algorithm(Weighted::of(&performances)), performances }
            }
            (Judge::AtCoder, Track::Heuristic) => {
                let results = heuristic_results(rows, &series.lengths);
                let performances = results.iter().map(|result| result.performance).collect();
                Self { kind: Kind::Heuristic(results, today), performances }
            }
        }
    }

    /// Whether its answers are estimates.
    pub fn is_estimate(&self) -> bool {
        matches!(self.kind, Kind::Codeforces { .. })
    }

    /// The ratings after each of these performances in contests to come.
    pub fn after(&self, performances: &[i32]) -> Vec<i32> {
        match &self.kind {
            &Kind::Codeforces { mut rating, mut contests, promoted } => performances
                .iter()
                .map(|performance| {
                    rating = after_performance(rating, f64::from(*performance));
                    contests += 1;
                    let ahead = if promoted { promotions_ahead(contests) } else { 0 };
                    (rating.round() as i32).saturating_sub(ahead)
                })
                .collect(),
            &Kind::Algorithm(mut so_far) => performances
                .iter()
                .map(|performance| {
                    so_far = so_far.then(f64::from(*performance));
                    so_far.rating()
                })
                .collect(),
            Kind::Heuristic(results, today) => {
                let mut results = results.clone();
                let last = results.last().map_or(*today, |last| last.ended.max(*today));
                let days = (1..).map(|n: i64| last.saturating_add((n * HEURISTIC_EVERY).days()));
                performances
                    .iter()
                    .zip(days)
                    .map(|(&performance, ended)| {
                        results.push(HeuristicResult { performance, ended, long: false });
                        heuristic_rating(&results).unwrap_or_default()
                    })
                    .collect()
            }
        }
    }

    /// The least performance that, in each of the next `contests`, leads to `goal` or above with the last of them:
    /// [`ANY`] where any does, `None` where none does.
    pub fn needed(&self, goal: i32, contests: usize) -> Option<i32> {
        if let (Kind::Algorithm(_), 1) = (&self.kind, contests) {
            let needed = algorithm_needed(&self.performances, goal).map_or(ANY, |needed| needed.max(ANY));
            return Some(needed).filter(|needed| *needed <= HIGHEST);
        }
        let reaches = |performance: i32| {
            self.after(&vec![performance; contests]).last().is_some_and(|rating| *rating >= goal)
        };
        if !reaches(HIGHEST) {
            return None;
        }
        let (mut below, mut enough) = (ANY - 1, HIGHEST);
        while enough - below > 1 {
            let middle = i32::midpoint(below, enough);
            if reaches(middle) { enough = middle } else { below = middle }
        }
        Some(enough)
    }

    /// The mean performance of the last `contests`, or of all where there are fewer; `None` before the first.
    pub fn recent_form(&self, contests: usize) -> Option<i32> {
        let recent = &self.performances[self.performances.len().saturating_sub(contests)..];
        let sum: i64 = recent.iter().map(|performance| i64::from(*performance)).sum();
        (!recent.is_empty()).then(|| (sum as f64 / recent.len() as f64).round() as i32)
    }

    /// After how many of the next `most` contests with this performance in each `goal` is reached.
    pub fn contests_to(&self, goal: i32, performance: i32, most: usize) -> Option<usize> {
        let ratings = self.after(&vec![performance; most]);
        ratings.iter().position(|rating| *rating >= goal).map(|index| index + 1)
    }
}

#[cfg(test)]
mod tests {

    use jiff::Timestamp;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    use crate::answers::facts;

    fn series(judge: Judge, track: Track, contests: &[(i32, i32)]) -> RatingSeries {
        let mut old = 0;
        let change = |(index, &(new, performance)): (i64, &(i32, i32))| {
            let change = RatingChange {
                contest: format!("contest{index}"),
                performance: (judge == Judge::AtCoder).then_some(performance),
                ..facts::change(Timestamp::from_second(1_750_000_000 + index * 1_000_000).unwrap(), old, new)
            };
            old = new;
            change
        };
        facts::series(judge, track, (0..).zip(contests).map(change).collect())
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
                (Judge::Codeforces, Track::Algorithm),
                (Judge::AtCoder, Track::Algorithm),
                (Judge::AtCoder, Track::Heuristic),
            ][which];
            let formula = Formula::new(&series(judge, track, &rows), TODAY);
            let last = |performance| *formula.after(&vec![performance; contests]).last().unwrap();
            match formula.needed(goal, contests) {
                None => prop_assert!(last(HIGHEST) < goal),
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
            (Judge::Codeforces, Track::Algorithm),
            (Judge::AtCoder, Track::Algorithm),
            (Judge::AtCoder, Track::Heuristic),
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
        let none = Formula::new(&series(Judge::Codeforces, Track::Algorithm, &[]), TODAY);
        assert_eq!(none.after(&[1400; 8]), [500, 850, 1100, 1250, 1350, 1400, 1400, 1400]);
        assert_eq!(none.recent_form(10), None);
    }

    #[test]
    fn any_performance_does_where_one_great_contest_outlasts_it() {
        let great = Formula::new(&series(Judge::AtCoder, Track::Algorithm, &[(1200, 2400)]), TODAY);
        assert_eq!(great.needed(790, 1), Some(ANY));
    }
}
