//! A stretch of days that an answer is about.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

/// A stretch of whole days, both ends included; without an end it is open there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DateRange {
    /// Its first day; `None` from the beginning.
    pub from: Option<Date>,
    /// Its last day; `None` without end.
    pub to: Option<Date>,
}

impl DateRange {
    /// All time.
    pub const ALL: Self = Self { from: None, to: None };

    /// The `days` (at least 1) that end with `last`.
    pub fn ending(last: Date, days: u32) -> Self {
        Self { from: Some(last.saturating_sub((i64::from(days.max(1)) - 1).days())), to: Some(last) }
    }

    /// How many days it has, where it has both ends.
    pub fn days(&self) -> Option<u32> {
        let (from, to) = self.from.zip(self.to)?;
        u32::try_from((to - from).get_days()).ok().map(|days| days + 1)
    }

    /// The one of the same length just before it, where it has both ends.
    pub fn before(&self) -> Option<Self> {
        let (from, days) = (self.from?, self.days()?);
        Some(Self::ending(from.yesterday().ok()?, days))
    }

    /// Whether it holds `date`.
    pub fn holds(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }

    /// Its first moment, and the first after it, by the days of `zone`.
    pub fn bounds(&self, zone: &TimeZone) -> (Timestamp, Timestamp) {
        let begin = |date: Date| date.to_zoned_datetime(zone.clone()).map(|start| start.timestamp()).ok();
        let from = self.from.and_then(begin);
        let until = self.to.and_then(|to| to.tomorrow().ok()).and_then(begin);
        (from.unwrap_or(Timestamp::MIN), until.unwrap_or(Timestamp::MAX))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_window_before_is_as_long_and_leaves_no_gap() {
        let window = DateRange::ending(date(2026, 3, 1), 30);
        assert_eq!(window, DateRange { from: Some(date(2026, 1, 31)), to: Some(date(2026, 3, 1)) });
        let before = window.before().unwrap();
        assert_eq!((before.to, before.days()), (Some(date(2026, 1, 30)), Some(30)));
        assert_eq!(DateRange::ALL.before(), None);
        assert_eq!(DateRange { to: None, ..window }.before(), None);
    }

    #[test]
    fn days_are_those_of_the_zone_even_when_clocks_change() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let window = DateRange::ending(date(2026, 10, 25), 1);
        let (from, until) = window.bounds(&berlin);
        assert_eq!(from.to_string(), "2026-10-24T22:00:00Z");
        assert_eq!(until.to_string(), "2026-10-25T23:00:00Z");
        assert!(window.holds(date(2026, 10, 25)) && !window.holds(date(2026, 10, 26)));
        assert_eq!(DateRange::ALL.bounds(&berlin), (Timestamp::MIN, Timestamp::MAX));
    }
}
