//! The practice of one stretch of time.

use jiff::tz::TimeZone;

use super::worked::{Worked, attempts_until, worked};
use super::{Attempts, Catalogue, ContestTimes, Lead, Tally, Window, leads};
use crate::model::{RatingSeries, Submission};

/// What one stretch of time comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PeriodTally {
    /// Which.
    pub window: Window,
    /// The problems that were worked at, counted.
    pub tally: Tally,
    /// How far above one's level one practised.
    pub leads: Vec<Lead>,
}

/// Counts the problems worked at in `window` that `counted` takes; `attempts` are the accounts of all `submissions`.
pub fn period_tally(
    (submissions, attempts): (&[Submission], &[Attempts]),
    catalogue: &Catalogue,
    times: &ContestTimes<'_>,
    series: &[RatingSeries],
    (window, zone): (Window, &TimeZone),
    counted: impl Fn(&Worked<'_>) -> bool,
) -> PeriodTally {
    let cut = window.to.map(|_| attempts_until(submissions, catalogue, times, window, zone));
    let mut worked = worked(cut.as_deref().unwrap_or(attempts), catalogue, window, zone);
    worked.retain(counted);
    PeriodTally { window, tally: Tally::new(&worked, zone), leads: leads(&worked, series) }
}
