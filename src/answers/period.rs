//! The practice of one stretch of time.

use jiff::tz::TimeZone;

use super::problem_history::{ProblemHistory, attempts_until, worked};
use super::{Attempts, Catalogue, ContestTimes, DateRange, Stretch, Tally, leads};
use crate::model::{RatingSeries, Submission};

/// What one stretch of time comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PeriodTally {
    /// Which.
    pub window: DateRange,
    /// The problems that were worked at, counted.
    pub tally: Tally,
    /// How far above one's level one practised.
    pub leads: Vec<Stretch>,
}

/// Counts the problems worked at in `window` that `counted` takes; `attempts` are the accounts of all `submissions`.
pub fn period_tally(
    (submissions, attempts): (&[Submission], &[Attempts]),
    catalogue: &Catalogue,
    times: &ContestTimes<'_>,
    series: &[RatingSeries],
    (window, zone): (DateRange, &TimeZone),
    counted: impl Fn(&ProblemHistory<'_>) -> bool,
) -> PeriodTally {
    let cut = window.to.map(|_| attempts_until(submissions, catalogue, times, window, zone));
    let mut worked = worked(cut.as_deref().unwrap_or(attempts), catalogue, window, zone);
    worked.retain(counted);
    PeriodTally { window, tally: Tally::new(&worked, zone), leads: leads(&worked, series) }
}
