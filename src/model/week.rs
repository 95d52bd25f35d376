//! The weeks of a study group.

use std::fmt::Write as _;

use jiff::civil::{Date, ISOWeekDate, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use super::DayRule;

/// What a group's weeks are, and when each is settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekRule {
    /// Which day a moment belongs to.
    pub day: DayRule,
    /// The weekday that a week starts on.
    pub starts: Weekday,
    /// When a week that has ended is settled, by the wall clock: the first such moment from its end on. `None` for the
    /// end itself.
    pub settles: Option<(Weekday, Time)>,
}

impl WeekRule {
    /// The first day of the week that holds `date`.
    pub fn first_day(&self, date: Date) -> Date {
        let since = date.weekday().since(self.starts);
        date.saturating_sub(i64::from(since).days())
    }

    /// The last day of the week that starts on `from`.
    pub fn last_day(from: Date) -> Date {
        from.saturating_add(6.days())
    }

    /// The first day of the week after the one that starts on `from`.
    pub fn next(from: Date) -> Date {
        from.saturating_add(7.days())
    }

    /// What the week that starts on `from` is called: `2026-W48` where weeks start on Mondays, else its first day.
    ///
    /// Source: ISO 8601-1:2019, 5.2.3.
    pub fn id(&self, from: Date) -> String {
        if self.starts != Weekday::Monday {
            return from.to_string();
        }
        let week = from.iso_week_date();
        let mut id = String::new();
        let _ = write!(id, "{:04}-W{:02}", week.year(), week.week());
        id
    }

    /// The first day of the week that people call so: its id, or any of its days.
    pub fn week_of(&self, text: &str) -> Option<Date> {
        if let Ok(day) = text.parse::<Date>() {
            return Some(self.first_day(day));
        }
        let (year, week) = text.split_once("-W").or_else(|| text.split_once("-w"))?;
        let is_number = |text: &str, digits| text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
        if self.starts != Weekday::Monday || !is_number(year, 4) || !is_number(week, 2) {
            return None;
        }
        let monday = ISOWeekDate::new(year.parse().ok()?, week.parse().ok()?, Weekday::Monday).ok()?;
        Some(monday.date())
    }

    /// The first moment after the week that starts on `from`; where no zone is configured, in `zone`.
    pub fn end_of(&self, from: Date, zone: &TimeZone) -> Timestamp {
        self.day.start_of(Self::next(from), zone)
    }

    /// The moment at which the week that starts on `from` is settled; at most a week after its end.
    pub fn settles_at(&self, from: Date, zone: &TimeZone) -> Timestamp {
        let end = self.end_of(from, zone);
        let Some((weekday, time)) = self.settles else { return end };
        let zone = self.day.timezone.as_ref().unwrap_or(zone);
        // A day that starts in the night ends on the day after.
        let days = (0..=8).map(|days| Self::next(from).saturating_add(i64::from(days).days()));
        let moments = days
            .filter(|day| day.weekday() == weekday)
            .filter_map(|day| zone.to_ambiguous_timestamp(day.to_datetime(time)).compatible().ok());
        moments.into_iter().find(|moment| *moment >= end).unwrap_or(end)
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use jiff::civil::{date, time};

    use super::*;

    fn rule(starts: Weekday, zone: &str, hours: i64, settles: Option<(Weekday, Time)>) -> WeekRule {
        let day = DayRule {
            timezone: Some(TimeZone::get(zone).unwrap()),
            starts_at: SignedDuration::from_hours(hours),
        };
        WeekRule { day, starts, settles }
    }

    #[test]
    fn a_week_is_called_by_its_number_or_its_first_day() {
        let monday = rule(Weekday::Monday, "UTC", 0, None);
        // 2026-12-28 is a Monday, and most of its week is in 2026: it has 53.
        for (day, id) in
            [(date(2027, 1, 3), "2026-W53"), (date(2026, 12, 28), "2026-W53"), (date(2027, 1, 4), "2027-W01")]
        {
            let first = monday.first_day(day);
            assert_eq!(monday.id(first), id);
            assert_eq!([id, &day.to_string()].map(|text| monday.week_of(text)), [Some(first); 2]);
        }
        let sunday = rule(Weekday::Sunday, "UTC", 0, None);
        assert_eq!(sunday.id(sunday.first_day(date(2026, 11, 28))), "2026-11-22");
        assert_eq!(sunday.week_of("2026-11-28"), Some(date(2026, 11, 22)));
        for wrong in ["2026-W54", "2026-W00", "2026-W1", "26-W01", "2026-W+1", "W01", "", "2025-W53"] {
            assert_eq!(monday.week_of(wrong), None, "{wrong:?}");
        }
        assert_eq!(sunday.week_of("2026-W48"), None);
    }

    #[test]
    fn a_week_is_settled_at_the_first_such_moment_from_its_end_on() {
        let at = |rule: WeekRule| rule.settles_at(date(2026, 11, 16), &TimeZone::UTC).to_string();
        let evening = Some((Weekday::Monday, time(20, 0, 0, 0)));
        assert_eq!(at(rule(Weekday::Monday, "Asia/Seoul", 0, None)), "2026-11-22T15:00:00Z");
        assert_eq!(at(rule(Weekday::Monday, "Asia/Seoul", 0, evening)), "2026-11-23T11:00:00Z");
        // The day ends at 04:00 on Monday, so that 02:00 is a week later.
        let night = Some((Weekday::Monday, time(2, 0, 0, 0)));
        assert_eq!(at(rule(Weekday::Monday, "Asia/Seoul", 4, night)), "2026-11-29T17:00:00Z");
        let sunday = Some((Weekday::Sunday, time(23, 59, 0, 0)));
        assert_eq!(at(rule(Weekday::Monday, "UTC", 0, sunday)), "2026-11-29T23:59:00Z");
    }

    #[test]
    fn clocks_that_change_change_the_moment_and_not_the_hour() {
        let evening = Some((Weekday::Monday, time(20, 0, 0, 0)));
        let berlin = rule(Weekday::Monday, "Europe/Berlin", 0, evening);
        let at = |day| berlin.settles_at(day, &TimeZone::UTC).to_string();
        assert_eq!(at(date(2026, 3, 16)), "2026-03-23T19:00:00Z");
        assert_eq!(at(date(2026, 3, 23)), "2026-03-30T18:00:00Z");
        // Clocks go from 02:00 to 03:00 on Sunday, 2026-03-29: what isn't there is an hour later.
        let night = rule(Weekday::Sunday, "Europe/Berlin", 0, Some((Weekday::Sunday, time(2, 30, 0, 0))));
        assert_eq!(night.settles_at(date(2026, 3, 22), &TimeZone::UTC).to_string(), "2026-03-29T01:30:00Z");
    }

    #[test]
    fn the_calendar_s_ends_are_no_trouble() {
        let rule = rule(Weekday::Monday, "UTC", 4, Some((Weekday::Monday, time(20, 0, 0, 0))));
        for day in [Date::MIN, Date::MAX] {
            let first = rule.first_day(day);
            assert!(first <= day);
            let _ =
                (rule.id(first), rule.settles_at(first, &TimeZone::UTC), rule.end_of(first, &TimeZone::UTC));
        }
    }
}
