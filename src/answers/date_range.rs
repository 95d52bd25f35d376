//! A stretch of days that an answer is about.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ToSpan as _};

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

    /// No range that is counted back from a day begins before this one.
    pub const EARLIEST: Date = Date::constant(1, 1, 1);

    /// As long as `span`, and ending with `last`.
    pub fn last(span: Span, last: Date) -> Self {
        let from = last.saturating_sub(span).saturating_add(1.day());
        Self { from: Some(from.max(Self::EARLIEST)), to: Some(last) }
    }

    /// How many days it has, where it has both ends.
    pub fn days(&self) -> Option<u32> {
        let (from, to) = self.from.zip(self.to)?;
        u32::try_from((to - from).get_days()).ok().map(|days| days + 1)
    }

    /// The one of the same length just before it, where it has both ends and the calendar goes back so far.
    pub fn before(&self) -> Option<Self> {
        let (from, days) = (self.from?, self.days()?);
        let before = from.checked_sub(i64::from(days).days()).ok()?;
        (before >= Self::EARLIEST).then_some(Self { from: Some(before), to: Some(from.yesterday().ok()?) })
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
        let window = DateRange::last(30.days(), date(2026, 3, 1));
        assert_eq!(window, DateRange { from: Some(date(2026, 1, 31)), to: Some(date(2026, 3, 1)) });
        let before = window.before().unwrap();
        assert_eq!((before.to, before.days()), (Some(date(2026, 1, 30)), Some(30)));
        assert_eq!(DateRange::ALL.before(), None);
        assert_eq!(DateRange { to: None, ..window }.before(), None);
    }

    #[test]
    fn no_range_begins_before_the_calendar_does() {
        let today = date(2026, 11, 27);
        let all = DateRange::last(9999.years(), today);
        assert_eq!((all.from, all.before()), (Some(date(1, 1, 1)), None));
        assert_eq!(DateRange { from: Some(date(0, 1, 1)), to: Some(today) }.before(), None);
        let ages = DateRange { from: Some(Date::MIN), to: Some(Date::MAX) };
        assert_eq!(ages.before(), None);
        let half = DateRange { from: Some(date(1014, 1, 1)), to: Some(today) };
        assert_eq!(half.before().unwrap().from.unwrap().year(), 1);
    }

    #[test]
    fn days_are_those_of_the_zone_even_when_clocks_change() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let window = DateRange::last(1.day(), date(2026, 10, 25));
        let (from, until) = window.bounds(&berlin);
        assert_eq!(from.to_string(), "2026-10-24T22:00:00Z");
        assert_eq!(until.to_string(), "2026-10-25T23:00:00Z");
        assert!(window.holds(date(2026, 10, 25)) && !window.holds(date(2026, 10, 26)));
        assert_eq!(DateRange::ALL.bounds(&berlin), (Timestamp::MIN, Timestamp::MAX));
    }
}
