//! AtCoder's heuristic rating, in its two versions.
//!
//! Source: AtCoder's `AHC_rating_v2.pdf` (<https://atcoder.jp/posts/1380>).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::shown;
use crate::model::RatingChange;

/// One rated heuristic contest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeuristicResult {
    /// The performance.
    pub performance: i32,
    /// The day on which the contest ended, in Japan.
    pub ended: Date,
    /// Whether it ran for 24 hours or more.
    pub long: bool,
}

impl HeuristicResult {
    /// Whether short contests counted by half by then.
    pub fn counts_by_length(&self) -> bool {
        self.ended >= HEURISTIC_VERSION_2
    }
}

/// How much the next-best result counts against the one before it.
const HEURISTIC_DECAY: f64 = 0.827_197_336_4;
/// How much each further copy of one result is worth less.
const HEURISTIC_SPREAD: f64 = 724.474_430_1;
/// How many copies of each result enter.
const HEURISTIC_COPIES: u32 = 100;

/// The first day of version 2 of the heuristic rating.
const HEURISTIC_VERSION_2: Date = jiff::civil::date(2025, 1, 1);

/// How much later results outweigh earlier ones in version 2: points a day.
const HEURISTIC_AGEING: f64 = 100.0 / 365.0;
/// What version 2 gives to fresh results, in points.
const HEURISTIC_FRESH: f64 = 150.0;

/// The heuristic rating after these contests, oldest first; `None` for none.
///
/// By version 1 where the last contest ended before 2025, else by version 2, which lets results age (by 100 a year,
/// up to the last contest's day) and counts short contests of 2025 and later by half.
pub fn heuristic_rating(results: &[HeuristicResult]) -> Option<i32> {
    let last = results.last()?.ended;
    if last >= HEURISTIC_VERSION_2 {
        return heuristic_rating_on(results, last);
    }
    let mut copies: Vec<f64> =
        results.iter().flat_map(|result| copies(f64::from(result.performance))).collect();
    copies.sort_by(|a, b| b.total_cmp(a));
    let (mut sum, mut weights, mut weight) = (0.0, 0.0, 1.0);
    for value in copies.into_iter().take(HEURISTIC_COPIES as usize) {
        sum += weight * value;
        weights += weight;
        weight *= HEURISTIC_DECAY;
    }
    Some(shown(sum / weights))
}

/// The heuristic rating by version 2 after these contests with their ages on `day`; `None` for none. The judge gives it
/// on the days on which rated contests end.
pub fn heuristic_rating_on(results: &[HeuristicResult], day: Date) -> Option<i32> {
    (!results.is_empty()).then(|| Ranked::of(results, day, EXACT).rating(0.0))
}

/// The ratings by version 2 after these contests and then, one by one, after short ones to come: each a performance and
/// the day on which it ends.
pub(super) fn heuristic_ratings_after(
    results: &[HeuristicResult],
    to_come: impl Iterator<Item = (i32, Date)>,
) -> Vec<i32> {
    let mut ranked: Option<(Ranked, Date)> = None;
    let rating = |(performance, ended): (i32, Date)| {
        let (ranked, day_0) = ranked.get_or_insert_with(|| (Ranked::of(results, ended, EXACT), ended));
        let day = f64::from((ended - *day_0).get_days());
        ranked.add(f64::from(performance), day, false);
        ranked.rating(day)
    };
    to_come.map(rating).collect()
}

/// How much each copy of a result is worth less than the result.
static LOSSES: LazyLock<Vec<f64>> =
    LazyLock::new(|| (1..=HEURISTIC_COPIES).map(|copy| HEURISTIC_SPREAD * f64::from(copy).ln()).collect());

/// A value and its copies, each worth less than the one before.
fn copies(value: f64) -> impl Iterator<Item = f64> {
    LOSSES.iter().map(move |loss| value - loss)
}

/// The results of version 2 with their copies, best first, as far as they matter. That results age changes nothing in
/// their order, so that contests can be added one by one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ranked {
    /// What a result was worth on day 0, and the share of the weight that it leaves to the rest.
    values: Vec<(f64, f64)>,
    /// The share of the weight that may be lost.
    loss: f64,
}

/// What is left of the weight where no result can change the sum: a hundred thousand points times this are less than the
/// last bit of a rating.
pub(super) const EXACT: f64 = 1e-18;

/// What is left of the weight where all that remains is worth less than a point: what forecasts can lose.
pub(super) const ROUGH: f64 = 1e-4;

impl Ranked {
    /// Results in any order; days are counted from `day_0`. So much of the weight may be lost.
    pub fn of(results: &[HeuristicResult], day_0: Date, loss: f64) -> Self {
        let mut ranked = Self { values: Vec::new(), loss };
        for result in results {
            let day = f64::from((result.ended - day_0).get_days());
            let long = result.long || !result.counts_by_length();
            ranked.add(f64::from(result.performance), day, long);
        }
        ranked
    }

    /// One more contest, that ended on `day`. Short ones count by half.
    pub fn add(&mut self, performance: f64, day: f64, long: bool) {
        let leaves = if long { HEURISTIC_DECAY } else { HEURISTIC_DECAY.sqrt() };
        let worth = performance + HEURISTIC_FRESH + HEURISTIC_AGEING * day;
        let room = Vec::with_capacity(self.values.len() + LOSSES.len());
        let old = std::mem::replace(&mut self.values, room);
        let (losses, mut copy, mut other) = (&LOSSES[..], 0, 0);
        let mut share = 1.0;
        while share > self.loss {
            let next = match (losses.get(copy), old.get(other)) {
                (Some(loss), rest) if rest.is_none_or(|(value, _)| worth - loss >= *value) => {
                    copy += 1;
                    (worth - loss, leaves)
                }
                (_, Some(next)) => {
                    other += 1;
                    *next
                }
                (_, None) => break,
            };
            share *= next.1;
            self.values.push(next);
        }
    }

    /// The rating as it is shown, where the last contest ended on `day`. What is left over of the weight is lost.
    pub fn rating(&self, day: f64) -> i32 {
        let (mut sum, mut share) = (0.0, 1.0);
        for (value, leaves) in &self.values {
            let rest = share * leaves;
            sum += value * (share - rest);
            share = rest;
        }
        shown(sum - HEURISTIC_AGEING * day * (1.0 - share))
    }
}

/// A contest that runs for so many seconds is a long one.
const LONG: u64 = 24 * 60 * 60;

/// The rated contests of a heuristic series with their day in Japan, oldest first.
///
/// The judge's history doesn't say how long contests ran; `lengths` does, in seconds by their names. Where it doesn't
/// know a contest since 2025, that is taken for a long or a short one as it best explains the rating that the judge
/// gave.
pub fn heuristic_results<'a>(
    rated: impl Iterator<Item = &'a RatingChange>,
    lengths: &BTreeMap<String, u64>,
) -> Vec<HeuristicResult> {
    let japan = TimeZone::fixed(jiff::tz::offset(9));
    let mut results: Vec<HeuristicResult> = Vec::new();
    for change in rated {
        let Some(performance) = change.performance else { continue };
        let ended = change.at.to_zoned_datetime(japan.clone()).date();
        let mut error = |long: bool| {
            results.push(HeuristicResult { performance, ended, long });
            let rating = heuristic_rating(&results).unwrap_or_default();
            results.pop();
            rating.abs_diff(change.new)
        };
        let long = match lengths.get(&change.contest) {
            Some(seconds) => *seconds >= LONG,
            None => ended < HEURISTIC_VERSION_2 || error(true) < error(false),
        };
        results.push(HeuristicResult { performance, ended, long });
    }
    results
}

#[cfg(test)]
mod tests {
    use crate::model::fixtures;
    use jiff::ToSpan as _;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn on(performance: i32, ended: Date, long: bool) -> HeuristicResult {
        HeuristicResult { performance, ended, long }
    }

    #[test]
    fn heuristic_ratings_are_those_that_the_judge_gave() {
        let old = |performances: &[i32]| {
            let results: Vec<_> = performances.iter().map(|p| on(*p, date(2023, 1, 1), true)).collect();
            (1..=results.len()).map(|n| heuristic_rating(&results[..n]).unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(old(&[3254, 2119, 2471, 1297, 1446]), [2254, 2299, 2382, 2382, 2383]);
        assert_eq!(old(&[1338, 2399, 2531, 2789, 2269]), [343, 1453, 1850, 2160, 2215]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn every_copy_of_every_result_enters_the_sum(
            contests in prop::collection::vec((-500..3500_i32, 0..700_i64, any::<bool>()), 1..40),
        ) {
            let day = |after: i64| date(2025, 1, 1).saturating_add(after.days());
            let results: Vec<_> =
                contests.iter().map(|(performance, after, long)| on(*performance, day(*after), *long)).collect();
            let last = day(700);
            let mut all: Vec<(f64, f64)> = results
                .iter()
                .flat_map(|result| {
                    let age = f64::from((last - result.ended).get_days());
                    let value = f64::from(result.performance) + 150.0 - 100.0 * age / 365.0;
                    let weight = if result.long { 1.0 } else { 0.5 };
                    (1..=100).map(move |copy| (value - 724.474_430_1 * f64::from(copy).ln(), weight))
                })
                .collect();
            all.sort_by(|a, b| b.0.total_cmp(&a.0));
            let (mut sum, mut weights) = (0.0, 0.0);
            for (value, weight) in all {
                sum += value * (HEURISTIC_DECAY.powf(weights) - HEURISTIC_DECAY.powf(weights + weight));
                weights += weight;
            }
            prop_assert_eq!(heuristic_rating_on(&results, last), Some(shown(sum)));
        }

        #[test]
        fn contests_to_come_are_rated_like_those_that_were(
            contests in prop::collection::vec((-500..3500_i32, 0..700_i64, any::<bool>()), 0..10),
            to_come in prop::collection::vec((-500..3500_i32, 1..40_i64), 1..10),
        ) {
            let mut day = date(2027, 1, 1);
            let started = |(performance, after, long): &(i32, i64, bool)| {
                on(*performance, date(2025, 1, 1).saturating_add(after.days()), *long)
            };
            let mut results: Vec<_> = contests.iter().map(started).collect();
            let before = results.clone();
            let mut dated = Vec::new();
            let mut one_by_one = Vec::new();
            for (performance, days) in to_come {
                day = day.saturating_add(days.days());
                dated.push((performance, day));
                results.push(on(performance, day, false));
                one_by_one.push(heuristic_rating(&results).unwrap());
            }
            prop_assert_eq!(heuristic_ratings_after(&before, dated.into_iter()), one_by_one);
        }
    }

    #[test]
    fn one_fresh_heuristic_contest_gives_its_performance_less_a_constant() {
        assert_eq!(heuristic_rating(&[on(2000, date(2024, 12, 31), false)]), Some(1000));
        assert_eq!(heuristic_rating(&[on(2000, date(2025, 3, 1), true)]), Some(1150));
        assert_eq!(heuristic_rating(&[on(2000, date(2025, 3, 1), false)]), Some(734));
        assert_eq!(heuristic_rating(&[]), None);
    }

    #[test]
    fn results_of_several_years_age_and_count_by_their_length() {
        // tourist's five contests before 2025 as version 2 sees them; 2180 was the judge's figure in July 2025.
        let days =
            [date(2021, 4, 25), date(2021, 6, 26), date(2024, 1, 13), date(2024, 4, 7), date(2024, 7, 21)];
        let results: Vec<_> = [3254, 2119, 2471, 1297, 1446]
            .into_iter()
            .zip(days)
            .map(|(performance, ended)| on(performance, ended, true))
            .collect();
        assert_eq!(heuristic_rating_on(&results, date(2025, 7, 6)), Some(2180));
    }

    #[test]
    fn how_long_a_contest_ran_is_read_from_the_rating_that_it_gave() {
        let mut results = Vec::new();
        let mut history = Vec::new();
        for (month, long) in (1..=9).zip([true, false, false, true, false, true, true, false, false]) {
            let (performance, ended) = (900 + 130 * i32::from(month), date(2025, month, 20));
            results.push(on(performance, ended, long));
            history.push(RatingChange {
                contest: format!("ahc{month:03}"),
                performance: Some(performance),
                ..fixtures::change(
                    ended.at(10, 0, 0, 0).to_zoned_datetime(TimeZone::UTC).unwrap().timestamp(),
                    0,
                    heuristic_rating(&results).unwrap(),
                )
            });
        }
        assert_eq!(heuristic_results(history.iter(), &BTreeMap::new()), results);
        // Who knows it doesn't guess.
        let length = |long| if long { LONG - 1 } else { LONG };
        let other = history.iter().zip(&results).map(|(row, one)| (row.contest.clone(), length(one.long)));
        let other: BTreeMap<String, u64> = other.collect();
        let seen = heuristic_results(history.iter(), &other);
        assert!(seen.iter().zip(&results).all(|(seen, one)| seen.long != one.long));
    }
}
