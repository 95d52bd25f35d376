//! What a judge's rating formula has to tell of itself.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;

use super::simulation::Forecasting;
use crate::model::{Contest, ContestKind, RatingChange, RatingSeries};

/// The formula of one of a judge's tracks.
pub trait Rating: Sync {
    /// What `series` has come to, as the formula sees it. `today` is when contests to come begin.
    fn state(&self, series: &RatingSeries, today: Date) -> Box<dyn FormulaState>;

    /// How forecasts are made here; `None` where nobody has fitted them to histories of the track.
    fn forecast(&self) -> Option<&dyn Forecasting> {
        None
    }

    /// How strong one is after each of these rated contests, on the scale on which the judge says how hard its problems
    /// are; `None` where that isn't known yet, or where that scale isn't the one of its ratings.
    fn strengths(&self, rated: &[&RatingChange]) -> Vec<Option<f64>> {
        vec![None; rated.len()]
    }

    /// The performance in each rated contest of `series`, oldest first, as its changes tell it. None at a judge that
    /// publishes performances.
    fn estimates(&self, series: &RatingSeries) -> Vec<Option<PerformanceEstimate>> {
        vec![None; series.rated().count()]
    }

    /// The kinds of contests that are rated in this track at `now`, those for the lowest ratings first, by the judge's rules
    /// and by what `listed` contests say (those of the last year and to come are enough). None where contests have no kinds.
    fn kinds(&self, listed: &[&Contest], now: Timestamp) -> Vec<ContestKind> {
        let _ = (listed, now);
        Vec::new()
    }
}

/// A series as its judge's formula sees it.
pub trait FormulaState: fmt::Debug {
    /// What the contests so far were worth, oldest first.
    fn performances(&self) -> &[i32];

    /// Whether the answers are estimates.
    fn is_estimate(&self) -> bool;

    /// The ratings after each of these performances in contests to come.
    fn after(&self, performances: &[i32]) -> Vec<i32>;

    /// The least performance in the next contest after which at least `goal` is shown, where the formula can be solved
    /// for it: the inner `None` where any performance will do.
    fn needed_next(&self, goal: i32) -> Option<Option<i32>> {
        let _ = goal;
        None
    }
}

/// What a change of rating says about the performance. It is an estimate where the judge publishes none: the exact
/// one depends on everybody who took part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PerformanceEstimate {
    /// About this, usually within 5 to 20 points.
    About(i32),
    /// At most this. The lower it was, the less the change tells of it.
    AtMost(i32),
}

impl PerformanceEstimate {
    /// The number alone.
    pub fn number(self) -> i32 {
        match self {
            Self::About(number) | Self::AtMost(number) => number,
        }
    }
}
