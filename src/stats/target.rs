//! How far a target is.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::model::{RatingSeries, Target};

/// Where a series stands against a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetProgress {
    /// The target.
    pub target: Target,
    /// The rating now; `None` before the first rated contest.
    pub current: Option<i32>,
    /// What is missing; 0 where the goal is reached, the whole of it before the first rated contest.
    pub gap: i32,
    /// The day of the first rated contest that reached the goal, on or before the target's day.
    pub met_on: Option<Date>,
    /// Days until the target's day; negative after it.
    pub days_left: i32,
}

/// Measures `target` against its series (`None` where no history is known) on `today`; days are those of `zone`.
pub fn target_progress(
    target: Target,
    series: Option<&RatingSeries>,
    today: Date,
    zone: &TimeZone,
) -> TargetProgress {
    let current = series.and_then(RatingSeries::rating);
    let met_on = series.and_then(|series| {
        series
            .rated()
            .filter(|change| change.new >= target.goal.rating)
            .map(|change| change.at.to_zoned_datetime(zone.clone()).date())
            .find(|day| *day <= target.by)
    });
    TargetProgress {
        target,
        current,
        gap: (target.goal.rating - current.unwrap_or(0)).max(0),
        met_on,
        days_left: (target.by - today).get_days(),
    }
}
