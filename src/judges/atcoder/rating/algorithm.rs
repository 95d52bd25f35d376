//! AtCoder's algorithm rating, forward and backward.
//!
//! Source: `rating.dvi` by AtCoder and the reference implementation of the ac-predictor extension.

use super::{shown, unshown};

/// How much a contest counts against the one after it.
const DECAY: f64 = 0.9;

/// What the performances so far leave: all that the next rating depends on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Weighted {
    /// 2^(performance/800), the newest times 1, each older one times [`DECAY`] of the one after it.
    sum: f64,
    weights: f64,
    /// [`DECAY`] to the power of the number of contests.
    fading: f64,
}

impl Weighted {
    /// After no contest.
    pub const NONE: Self = Self { sum: 0.0, weights: 0.0, fading: 1.0 };

    /// After these contests, oldest first.
    pub fn of(performances: &[i32]) -> Self {
        performances.iter().fold(Self::NONE, |so_far, performance| so_far.then(f64::from(*performance)))
    }

    /// After one more contest.
    pub fn then(self, performance: f64) -> Self {
        Self {
            sum: self.sum * DECAY + f64::exp2(performance / 800.0),
            weights: self.weights * DECAY + 1.0,
            fading: self.fading * DECAY,
        }
    }

    /// The mean of the performances as the rating weighs them, before newcomers are held back; `None` before the first
    /// contest.
    pub fn mean(self) -> Option<f64> {
        (self.weights > 0.0).then(|| 800.0 * (self.sum / self.weights).log2())
    }

    /// The raw rating; meaningless before the first contest.
    fn raw(self) -> f64 {
        self.mean().unwrap_or_default() - self.penalty()
    }

    /// The rating as it is shown; meaningless before the first contest.
    pub fn rating(self) -> i32 {
        shown(self.raw())
    }

    /// What the rating lacks because of few contests: 1200 after the first, falling toward 0.
    fn penalty(self) -> f64 {
        let spread = (1.0 - self.fading * self.fading).sqrt() / (1.0 - self.fading);
        1200.0 * (spread - 1.0) / (19_f64.sqrt() - 1.0)
    }
}

/// The rating after contests with these performances, oldest first; `None` for none.
///
/// Performances are the shown (capped) ones of rated contests.
pub fn algorithm_rating(performances: &[i32]) -> Option<i32> {
    (!performances.is_empty()).then(|| Weighted::of(performances).rating())
}

/// The performance in the next contest that makes the rating, before it is rounded, exactly `goal` (at least 1), after
/// contests with these performances, oldest first; `None` where any performance leads above it.
pub fn algorithm_need(performances: &[i32], goal: f64) -> Option<f64> {
    let before = Weighted::of(performances);
    let after = before.then(f64::NEG_INFINITY);
    let sum = f64::exp2((unshown(goal) + after.penalty()) / 800.0) * after.weights;
    let missing = sum - after.sum;
    (missing > 0.0).then(|| 800.0 * missing.log2())
}

/// The least performance in the next contest after which at least `goal` is shown; `None` where any will do.
pub fn algorithm_needed(performances: &[i32], goal: i32) -> Option<i32> {
    if goal <= 0 {
        return None;
    }
    // What is shown is rounded half up.
    let exact = algorithm_need(performances, f64::from(goal) - 0.5)?;
    let reaches = |performance: i32| Weighted::of(performances).then(f64::from(performance)).rating() >= goal;
    let guess = exact.ceil().clamp(-1e6, 1e6) as i32;
    // The last bits of the exact number can lie on either side.
    (guess.saturating_sub(1)..=guess.saturating_add(1)).find(|performance| reaches(*performance))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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

    #[test]
    fn the_performance_that_a_rating_needs_is_known_exactly() {
        let needs = |performances: &[i32], goal| algorithm_need(performances, goal).unwrap();
        let near = |a: f64, b: f64| assert!((a - b).abs() < 0.001, "{a} {b}");
        near(needs(&[], 1200.0), 2400.0);
        near(needs(&[1200; 5], 1200.0), 2176.884);
        near(needs(&[1200; 20], 1600.0), 3091.624);
        assert_eq!(algorithm_need(&[2000; 10], 1200.0), None);
    }

    proptest! {
        #[test]
        fn backward_is_the_inverse_of_forward(
            mut performances in prop::collection::vec(-1000..4500_i32, 0..80),
            goal in 1..4300_i32,
        ) {
            let after = |performances: &mut Vec<i32>, next| {
                performances.push(next);
                let rating = algorithm_rating(performances);
                performances.pop();
                rating
            };
            match algorithm_needed(&performances, goal) {
                Some(needed) => {
                    prop_assert!(after(&mut performances, needed) >= Some(goal));
                    prop_assert!(after(&mut performances, needed - 1) < Some(goal));
                }
                None => prop_assert!(after(&mut performances, -100_000) >= Some(goal)),
            }
        }
    }
}
