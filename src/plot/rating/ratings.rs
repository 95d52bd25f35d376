//! The upright axis of a rating chart: ratings, of which those below the few first contests may be compressed.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};

/// Where fewer contests than these are shown, all ratings have the same room.
const FEWEST: usize = 10;

/// At most this part of the contests lies in the part that is compressed, whose share of the axis has to be larger than
/// `WIDE` and becomes `NARROW`.
const RARE: f64 = 0.2;
const WIDE: f64 = 0.45;
const NARROW: f64 = 0.2;

/// Ratings from the axis' lower end to its upper one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ratings {
    pub range: Range<f64>,
    /// Below this rating there is less room for a point than above, in this proportion.
    compressed: Option<(f64, f64)>,
}

impl Ratings {
    /// All with the same room.
    pub(super) fn even(range: Range<f64>) -> Self {
        Self { range, compressed: None }
    }

    /// With less room for what only the first few of `contests` needed.
    pub(super) fn for_contests(range: Range<f64>, mut contests: Vec<f64>) -> Self {
        if contests.len() < FEWEST {
            return Self::even(range);
        }
        contests.sort_by(f64::total_cmp);
        let rare = contests[(contests.len() as f64 * RARE) as usize];
        let knee = ((rare - 0.05 * (range.end - rare)) / 100.0).floor() * 100.0;
        if knee - range.start <= WIDE * (range.end - range.start) {
            return Self::even(range);
        }
        let factor = NARROW / (1.0 - NARROW) * (range.end - knee) / (knee - range.start);
        Self { range, compressed: Some((knee, factor)) }
    }

    /// The rating below which they are compressed.
    pub(super) fn knee(&self) -> Option<f64> {
        self.compressed.map(|(knee, _)| knee)
    }

    /// How far up the axis a rating is, in the points of the part that isn't compressed.
    fn level(&self, rating: f64) -> f64 {
        match self.compressed {
            Some((knee, factor)) if rating < knee => knee - (knee - rating) * factor,
            _ => rating,
        }
    }

    /// The length of the axis, in the same points.
    pub(super) fn length(&self) -> f64 {
        self.level(self.range.end) - self.level(self.range.start)
    }

    /// How far two ratings are from each other, in the same points.
    pub(super) fn between(&self, low: f64, high: f64) -> f64 {
        self.level(high) - self.level(low)
    }
}

impl Ranged for Ratings {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, rating: &f64, limit: (i32, i32)) -> i32 {
        let share = (self.level(*rating) - self.level(self.range.start)) / self.length();
        let length = f64::from(limit.1) - f64::from(limit.0);
        (f64::from(limit.0) + (share * length).round()) as i32
    }

    fn key_points<H: KeyPointHint>(&self, _: H) -> Vec<f64> {
        Vec::new()
    }

    fn range(&self) -> Range<f64> {
        self.range.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_the_first_contests_needed_gets_less_room() {
        let climb: Vec<f64> =
            [400.0, 700.0, 900.0].into_iter().chain((0..20).map(|n| 1200.0 + f64::from(n))).collect();
        let ratings = Ratings::for_contests(300.0..1400.0, climb);
        assert_eq!(ratings.knee(), Some(1100.0));
        let share = ratings.between(300.0, 1100.0) / ratings.length();
        assert!((share - NARROW).abs() < 1e-9, "{share}");
        assert_eq!(ratings.map(&1400.0, (0, 1000)), 1000);
        let even = Ratings::for_contests(0.0..1400.0, (0..20).map(|n| f64::from(n) * 70.0).collect());
        assert_eq!(even.knee(), None);
        assert_eq!(Ratings::for_contests(0.0..1400.0, vec![0.0, 1300.0]).knee(), None);
    }
}
