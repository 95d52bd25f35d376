//! What `[streak]` says, checked and given its meaning.

use jiff::SignedDuration;
use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;
use toml::{Spanned, Value};

use super::check::{Checker, did_you_mean, plain};
use super::error::ConfigError;
use super::raw::{Count, RawGoal, RawStreak};
use crate::lang::Later;
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
            let zone = name.get_ref();
            let message = Later::message(
                format!("unknown time zone {zone:?}; use a name such as \"Asia/Seoul\" or \"UTC\""),
                format!("알 수 없는 시간대입니다: {zone:?} (예: \"Asia/Seoul\", \"UTC\")"),
                format!("不明なタイムゾーンです: {zone:?} (例: \"Asia/Seoul\"、\"UTC\")"),
            );
            let message = did_you_mean(message, zone, known.iter().map(String::as_str));
            self.wrong(name, key, message)
        })
    }

    pub(super) fn time_of_day(&self, text: &Spanned<String>, key: &str) -> Result<Time, ConfigError> {
        text.get_ref().parse::<Time>().map_err(|_| {
            let time = text.get_ref();
            let message = Later::message(
                format!("invalid time {time:?}; use HH:MM, e.g. \"04:00\""),
                format!("잘못된 시각입니다: {time:?} (HH:MM 형식, 예: \"04:00\")"),
                format!("時刻の形式が正しくありません: {time:?} (HH:MM 形式、例: \"04:00\")"),
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
            Some((0, _)) => {
                let message =
                    Later::message("must be at least 1", "1 이상이어야 합니다", "1以上を指定してください");
                Err(self.wrong(raw, key, message))
            }
            Some(goal) => Ok(goal),
            None => Err(self.wrong(
                raw,
                key,
                Later::message(
                    "must be a number of problems per day, or a string such as \"5/week\"",
                    "하루 문제 수 또는 \"5/week\" 같은 문자열을 쓰세요",
                    "1日の問題数、または \"5/week\" のような文字列を指定してください",
                ),
            )),
        }
    }

    fn rest_day(&self, index: usize, value: &Spanned<Value>) -> Result<RestDay, ConfigError> {
        let text = plain(value.get_ref());
        if let Some(weekday) = weekday(&text) {
            return Ok(RestDay::Weekly(weekday));
        }
        text.parse().map(RestDay::On).map_err(|_| {
            let message = Later::message(
                format!("invalid day {text:?}; use a weekday (\"sunday\") or a date (\"2026-09-25\")"),
                format!("잘못된 날입니다: {text:?} (요일 \"sunday\" 또는 날짜 \"2026-09-25\")"),
                format!("日の形式が正しくありません: {text:?} (曜日 \"sunday\" または日付 \"2026-09-25\")"),
            );
            let message = did_you_mean(message, &text.to_lowercase(), weekdays());
            self.wrong(value, &format!("streak.rest_days[{index}]"), message)
        })
    }
}

/// The weekday that is called so, in any case.
pub(super) fn weekday(text: &str) -> Option<Weekday> {
    let wanted = text.to_lowercase();
    WEEKDAYS.iter().find(|(name, _)| *name == wanted).map(|(_, weekday)| *weekday)
}

/// What weekdays are called.
pub(super) fn weekdays() -> impl Iterator<Item = &'static str> {
    WEEKDAYS.iter().map(|(name, _)| *name)
}
