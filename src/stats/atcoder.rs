//! AtCoder's rating formulas.
//!
//! Sources: the algorithm rating as in `rating.dvi` by AtCoder and the reference implementation of the ac-predictor
//! extension; the heuristic rating as in AtCoder's `AHC_rating_v2.pdf` (<https://atcoder.jp/posts/1380>).

use jiff::civil::Date;

/// The rating after contests with these performances, oldest first; `None` for none.
///
/// Performances are the shown (capped) ones of rated contests.
pub fn algorithm_rating(performances: &[i32]) -> Option<i32> {
    if performances.is_empty() {
        return None;
    }
    let mut weight = 1.0;
    let (mut weighted, mut weights) = (0.0, 0.0);
    for performance in performances.iter().rev() {
        weighted += weight * f64::exp2(f64::from(*performance) / 800.0);
        weights += weight;
        weight *= 0.9;
    }
    let raw = 800.0 * (weighted / weights).log2() - newcomer_penalty(performances.len());
    Some(shown(raw))
}

/// What a rating lacks after `contests` rated contests: 1200 after the first, falling toward 0.
fn newcomer_penalty(contests: usize) -> f64 {
    let n = contests as f64;
    1200.0 * ((1.0 - 0.81_f64.powf(n)).sqrt() / (1.0 - 0.9_f64.powf(n)) - 1.0) / (19_f64.sqrt() - 1.0)
}

/// A raw rating as it is shown: below 400 it is bent so that it stays positive; rounded half up.
fn shown(raw: f64) -> i32 {
    let bent = if raw >= 400.0 { raw } else { 400.0 / ((400.0 - raw) / 400.0).exp() };
    (bent + 0.5).floor() as i32
}

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

/// How much the next-best result counts against the one before it.
const HEURISTIC_DECAY: f64 = 0.827_197_336_4;
/// How much each further copy of one result is worth less.
const HEURISTIC_SPREAD: f64 = 724.474_430_1;
/// How many copies of each result enter.
const HEURISTIC_COPIES: u32 = 100;

/// The first day of version 2 of the heuristic rating.
const HEURISTIC_VERSION_2: Date = jiff::civil::date(2025, 1, 1);

/// The heuristic rating after these contests, oldest first; `None` for none.
///
/// By version 1 where the last contest ended before 2025, else by version 2, which lets results age (by 100 a year,
/// up to the last contest's day) and counts short contests of 2025 and later by half.
pub fn heuristic_rating(results: &[HeuristicResult]) -> Option<i32> {
    let last = results.last()?.ended;
    let version_2 = last >= HEURISTIC_VERSION_2;
    let mut copies: Vec<(f64, f64)> = Vec::with_capacity(results.len() * HEURISTIC_COPIES as usize);
    for result in results {
        let mut performance = f64::from(result.performance);
        let mut weight = 1.0;
        if version_2 {
            let age = (last - result.ended).get_days();
            performance += 150.0 - 100.0 * f64::from(age) / 365.0;
            if result.ended >= HEURISTIC_VERSION_2 && !result.long {
                weight = 0.5;
            }
        }
        copies.extend(
            (1..=HEURISTIC_COPIES)
                .map(|copy| (performance - HEURISTIC_SPREAD * f64::from(copy).ln(), weight)),
        );
    }
    copies.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    if !version_2 {
        copies.truncate(HEURISTIC_COPIES as usize);
    }
    let (mut sum, mut share) = (0.0, 1.0);
    for (value, weight) in copies {
        let rest = share * HEURISTIC_DECAY.powf(weight);
        sum += value * (share - rest);
        share = rest;
    }
    // Version 1 shares its weight among the hundred that enter; in version 2 what is left over is lost.
    Some(shown(if version_2 { sum } else { sum / (1.0 - share) }))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn each(performances: &[i32]) -> Vec<i32> {
        (1..=performances.len()).map(|n| algorithm_rating(&performances[..n]).unwrap()).collect()
    }

    #[test]
    fn algorithm_ratings_are_those_that_the_judge_gave() {
        // tourist's and chokudai's first ten rated contests, and one first contest with a low performance.
        assert_eq!(
            each(&[3920, 3200, 4310, 4391, 4356, 4017, 3687, 4152, 4395, 4415]),
            [2720, 2851, 3368, 3647, 3802, 3834, 3806, 3860, 3949, 4021]
        );
        assert_eq!(
            each(&[2455, 3192, 3623, 2974, 2813, 3002, 3311, 2998, 2898, 3457]),
            [1255, 2155, 2676, 2728, 2733, 2775, 2872, 2887, 2885, 2978]
        );
        assert_eq!(each(&[838]), [60]);
        assert_eq!(algorithm_rating(&[]), None);
    }

    #[test]
    fn a_constant_performance_is_approached_from_below() {
        let after = |n| algorithm_rating(&vec![1200; n]).unwrap();
        assert_eq!([1, 2, 3, 5, 10, 20, 30, 50].map(after), [147, 455, 655, 853, 1043, 1154, 1185, 1198]);
    }

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

    #[test]
    fn one_fresh_heuristic_contest_gives_its_performance_less_a_constant() {
        assert_eq!(heuristic_rating(&[on(2000, date(2024, 12, 31), false)]), Some(1000));
        assert_eq!(heuristic_rating(&[on(2000, date(2025, 3, 1), true)]), Some(1150));
        assert_eq!(heuristic_rating(&[on(2000, date(2025, 3, 1), false)]), Some(734));
        assert_eq!(heuristic_rating(&[]), None);
    }
}
