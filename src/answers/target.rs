//! How far a target is.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::outlook::Outlook;
use crate::model::{RatingSeries, Target};

/// Where a series stands against a target.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetProgress {
    /// The target.
    pub target: Target,
    /// The rating now; `None` before the first rated contest.
    pub current: Option<i32>,
    /// What is missing; 0 where the goal is reached, the whole of it before the first rated contest.
    pub gap: i32,
    /// The day of the first rated contest that reached the goal, on or before the target's day.
    pub met_on: Option<Date>,
    /// The judge's name for that contest.
    pub met_in: Option<String>,
    /// Days until the target's day; negative after it.
    pub days_left: i32,
    /// What it takes, where that was asked for and the target is open.
    pub outlook: Option<Outlook>,
}

impl TargetProgress {
    /// Whether there is still time to meet it.
    pub fn is_open(&self) -> bool {
        self.met_on.is_none() && self.days_left >= 0
    }

    /// Whether the rating is still there after the goal was met; `None` where it wasn't.
    pub fn kept(&self) -> Option<bool> {
        self.met_on.map(|_| self.gap == 0)
    }
}

/// Measures `target` against its series (`None` where no history is known) on `today`; days are those of `zone`.
pub fn target_progress(
    target: Target,
    series: Option<&RatingSeries>,
    today: Date,
    zone: &TimeZone,
) -> TargetProgress {
    let current = series.and_then(RatingSeries::rating);
    let met = series.and_then(|series| {
        series
            .rated()
            .filter(|change| change.new >= target.goal.rating)
            .map(|change| (change, change.at.to_zoned_datetime(zone.clone()).date()))
            .find(|(_, day)| *day <= target.by)
    });
    TargetProgress {
        target,
        current,
        gap: target.goal.rating.saturating_sub(current.unwrap_or(0)).max(0),
        met_on: met.map(|(_, day)| day),
        met_in: met.map(|(change, _)| change.contest.clone()),
        days_left: (target.by - today).get_days(),
        outlook: None,
    }
}
