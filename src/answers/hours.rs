//! When one practises: weekday by hour.

use std::collections::HashSet;

use jiff::civil::{Date, Weekday};

use crate::model::{AuthorDate, DayRule};

/// On how many days something was done in each hour of each weekday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// By weekday from Monday, then by hour from midnight. The hours before a day starts belong to the weekday before.
    pub days: [[u32; 24]; 7],
    /// The first and the last day on which something was done.
    pub span: (Date, Date),
}

/// Counts the hours in which something was done, each once however much it was, on days from `first` to `last`.
/// `None` where nothing was.
pub fn hours(
    moments: impl IntoIterator<Item = AuthorDate>,
    rule: &DayRule,
    (first, last): (Date, Date),
) -> Option<Hours> {
    let hour = |moment| (rule.day_of(moment), rule.hour_of(moment));
    let seen: HashSet<(Date, usize)> =
        moments.into_iter().map(hour).filter(|(day, _)| (first..=last).contains(day)).collect();
    let dates = || seen.iter().map(|(day, _)| *day);
    let span = dates().min().zip(dates().max())?;
    let mut days = [[0; 24]; 7];
    for (day, hour) in seen {
        days[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())][hour] += 1;
    }
    Some(Hours { days, span })
}

impl Hours {
    /// How many hours saw practice.
    pub fn total(&self) -> u32 {
        self.days.iter().flatten().sum()
    }

    /// How many hours of `weekday` did.
    pub fn of_weekday(&self, weekday: Weekday) -> u32 {
        self.days[usize::from(weekday.to_monday_zero_offset().unsigned_abs())].iter().sum()
    }

    /// How many did at `hour`, whatever the weekday.
    pub fn of_hour(&self, hour: usize) -> u32 {
        self.days.iter().map(|day| day[hour]).sum()
    }

    /// The fewest hours after one another, past midnight too, that saw half of all practice: the first of them and how
    /// many; of equally many those that saw the most, of equal ones the earliest.
    pub fn half(&self) -> (usize, usize) {
        let within = |first: usize, length: usize| {
            (first..first + length).map(|hour| self.of_hour(hour % 24)).sum::<u32>()
        };
        let busiest = |length: usize| (0..24).rev().max_by_key(|first| within(*first, length)).unwrap_or(0);
        let lengths = (1..=24).map(|length| (busiest(length), length));
        let mut enough = lengths.filter(|(first, length)| 2 * within(*first, *length) >= self.total());
        enough.next().unwrap_or((0, 24))
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use jiff::civil::date;

    use super::*;

    /// A wall clock's time at UTC+9.
    fn at(day: Date, hour: i64, minute: i64) -> AuthorDate {
        let days = i64::from((day - date(1970, 1, 1)).get_days());
        AuthorDate { seconds: days * 86_400 + (hour - 9) * 3600 + minute * 60, offset_minutes: 540 }
    }

    #[test]
    fn an_hour_counts_once_and_the_night_belongs_to_the_day_before() {
        let rule = DayRule { timezone: None, starts_at: SignedDuration::from_hours(4) };
        let monday = date(2026, 3, 9);
        let moments = [
            at(monday, 20, 0),
            at(monday, 20, 59),
            at(monday, 25, 30),
            at(date(2026, 3, 16), 20, 5),
            at(date(2026, 3, 17), 4, 0),
            at(date(2026, 4, 1), 12, 0),
        ];
        let found = hours(moments, &rule, (monday, date(2026, 3, 20))).unwrap();
        let (of_monday, of_tuesday) = (found.days[0], found.days[1]);
        assert_eq!((of_monday[20], of_monday[1], of_tuesday[4], found.total()), (2, 1, 1, 4));
        assert_eq!((found.of_weekday(Weekday::Monday), found.of_hour(20)), (3, 2));
        assert_eq!(found.span, (monday, date(2026, 3, 17)));
        assert_eq!(hours([], &rule, (monday, monday)), None);
    }

    #[test]
    fn the_busiest_hours_may_span_midnight() {
        let rule = DayRule { timezone: None, starts_at: SignedDuration::ZERO };
        let days = [date(2026, 3, 9), date(2026, 3, 10), date(2026, 3, 11)];
        let nights = days.into_iter().flat_map(|day| [at(day, 23, 0), at(day, 24, 10)]);
        let found = hours(nights.chain([at(days[0], 9, 0)]), &rule, (Date::MIN, Date::MAX)).unwrap();
        // Three of seven in either hour are not enough.
        assert_eq!(found.half(), (23, 2));
    }
}
