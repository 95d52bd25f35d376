//! What `[streak]` says, checked and given its meaning.

use jiff::SignedDuration;
use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;
use toml::{Spanned, Value};

use super::check::{Checker, did_you_mean, plain};
use super::error::ConfigError;
use super::raw::{Count, RawGoal, RawStreak};
use crate::model::{DayRule, Period, PracticeSource, RestDay, StreakRules};

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

impl Checker<'_> {
    pub fn streak(&self, raw: &RawStreak) -> Result<StreakRules, ConfigError> {
        let default = StreakRules::default();
        let (goal, per) = match &raw.goal {
            Some(goal) => self.goal(goal, "streak.goal")?,
            None => (default.goal, default.per),
        };
        let timezone =
            raw.timezone.as_ref().map(|name| self.timezone(name, "streak.timezone")).transpose()?;
        let starts_at = raw
            .day_starts_at
            .as_ref()
            .map(|text| self.time_of_day(text, "streak.day_starts_at"))
            .transpose()?
            .map_or(SignedDuration::ZERO, |time| time.duration_since(Time::midnight()));
        let rest_days = raw
            .rest_days
            .iter()
            .enumerate()
            .map(|(index, day)| self.rest_day(index, day))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(StreakRules {
            goal,
            per,
            only_new: raw.count == Some(Count::New),
            source: raw.source.map(PracticeSource::from).unwrap_or_default(),
            day: DayRule { timezone, starts_at },
            rest_days,
            bulk: raw.bulk.unwrap_or(default.bulk),
        })
    }

    pub(super) fn timezone(&self, name: &Spanned<String>, key: &str) -> Result<TimeZone, ConfigError> {
        TimeZone::get(name.get_ref()).map_err(|_| {
            let known: Vec<String> = jiff::tz::db().available().map(|known| known.to_string()).collect();
            let message = format!(
                "{:?} is no time zone; a name such as \"Asia/Seoul\" or \"UTC\" is expected{}",
                name.get_ref(),
                did_you_mean(name.get_ref(), known.iter().map(String::as_str))
            );
            self.wrong(name, key, message)
        })
    }

    pub(super) fn time_of_day(&self, text: &Spanned<String>, key: &str) -> Result<Time, ConfigError> {
        text.get_ref().parse::<Time>().map_err(|_| {
            let message = format!(
                "{:?} is no time of day; hours and minutes are expected, such as \"04:00\"",
                text.get_ref()
            );
            self.wrong(text, key, message)
        })
    }

    pub(super) fn goal(&self, raw: &Spanned<RawGoal>, key: &str) -> Result<(u32, Period), ConfigError> {
        let goal = match raw.get_ref() {
            RawGoal::Number(number) => Some((*number, Period::Day)),
            RawGoal::Text(text) => {
                let (number, per) = text.split_once('/').unwrap_or((text, "day"));
                let per = match per.trim().to_lowercase().as_str() {
                    "day" => Some(Period::Day),
                    "week" => Some(Period::Week),
                    _ => None,
                };
                number.trim().parse().ok().zip(per)
            }
        };
        match goal {
            Some((0, _)) => Err(self.wrong(raw, key, "at least 1 problem is expected")),
            Some(goal) => Ok(goal),
            None => Err(self.wrong(
                raw,
                key,
                "a number of problems a day is expected, or a text such as \"5/week\"",
            )),
        }
    }

    fn rest_day(&self, index: usize, value: &Spanned<Value>) -> Result<RestDay, ConfigError> {
        let text = plain(value.get_ref());
        let suggestion = match weekday(&text) {
            Ok(weekday) => return Ok(RestDay::Weekly(weekday)),
            Err(suggestion) => suggestion,
        };
        text.parse().map(RestDay::On).map_err(|_| {
            let message = format!(
                "{text:?} is no day; a weekday such as \"sunday\" or a date such as \"2026-09-25\" is expected{suggestion}"
            );
            self.wrong(value, &format!("streak.rest_days[{index}]"), message)
        })
    }
}

/// The weekday that is called so, in any case; else a suggestion to end a message with.
pub(super) fn weekday(text: &str) -> Result<Weekday, String> {
    let wanted = text.to_lowercase();
    let known = WEEKDAYS.iter().find(|(name, _)| *name == wanted);
    known
        .map(|(_, weekday)| *weekday)
        .ok_or_else(|| did_you_mean(&wanted, WEEKDAYS.iter().map(|(name, _)| *name)))
}
