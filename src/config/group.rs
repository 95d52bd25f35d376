//! What `[group]` says of the group itself, checked and given its meaning.

use jiff::civil::{Time, Weekday};
use toml::Spanned;

use super::check::{Checker, did_you_mean, plain};
use super::error::ConfigError;
use super::habit::{weekday, weekdays};
use super::raw::{Count, RawGoal};
use super::raw_group::{RawFine, RawFinePer, RawGroup, RawWeek};
use crate::lang::Later;
use crate::model::{
    AssignedList, AssignedWeek, DayRule, Fine, FinePer, Group, GroupGoal, LONGEST_NAME, Period,
    PracticeSource, StreakRules, WeekRule,
};

/// What the group is called where nobody says.
const NAME: &str = "Study group";

/// What a week asks where nobody says.
const GOAL: GroupGoal = GroupGoal::Problems(5, Period::Week);

/// The most that one missed problem may cost: sums of it stay whole in every program that reads them.
const DEAREST: i64 = 1_000_000_000;

impl Checker<'_> {
    pub fn group(&self, raw: RawGroup, streak: &StreakRules) -> Result<Group, ConfigError> {
        let week = self.week_rule(&raw, streak)?;
        let name = raw.name.as_ref().map(|name| self.name(name, "group.name")).transpose()?;
        let goal = raw.goal.as_ref().map(|goal| self.group_goal(goal, "group.goal")).transpose()?;
        let from = raw.from.as_ref().map(|from| self.date(from, "group.from")).transpose()?;
        let fine = raw.fine.as_ref().map(|fine| self.fine(fine)).transpose()?;
        let source = raw.source.map_or(PracticeSource::Both, PracticeSource::from);
        let assigned = raw.weeks.iter().enumerate().map(|(index, raw)| self.assigned(index, raw, &week));
        let assigned = assigned.collect::<Result<_, _>>()?;
        let members = self.members(raw.members, source)?;
        Ok(Group {
            name: name.unwrap_or_else(|| NAME.to_owned()),
            week,
            from,
            goal: goal.unwrap_or(GOAL),
            only_new: raw.counts != Some(Count::All),
            source,
            fine,
            members,
            assigned,
        })
    }

    fn week_rule(&self, raw: &RawGroup, streak: &StreakRules) -> Result<WeekRule, ConfigError> {
        let timezone = raw.timezone.as_ref().map(|name| self.timezone(name, "group.timezone")).transpose()?;
        let starts_at = raw
            .day_starts_at
            .as_ref()
            .map(|text| self.time_of_day(text, "group.day_starts_at"))
            .transpose()?
            .map(|time| time.duration_since(Time::midnight()));
        let starts =
            raw.week_starts.as_ref().map(|text| self.weekday(text, "group.week_starts")).transpose()?;
        Ok(WeekRule {
            day: DayRule {
                timezone: timezone.or_else(|| streak.day.timezone.clone()),
                starts_at: starts_at.unwrap_or(streak.day.starts_at),
            },
            starts: starts.unwrap_or(Weekday::Monday),
            settles: raw.settles.as_ref().map(|text| self.settles(text)).transpose()?,
        })
    }

    fn weekday(&self, text: &Spanned<String>, key: &str) -> Result<Weekday, ConfigError> {
        weekday(text.get_ref()).ok_or_else(|| {
            let word = text.get_ref();
            let message = Later::message(
                format!("unknown weekday {word:?}; use e.g. \"monday\""),
                format!("알 수 없는 요일입니다: {word:?} (예: \"monday\")"),
                format!("不明な曜日です: {word:?} (例: \"monday\")"),
            );
            self.wrong(text, key, did_you_mean(message, &word.to_lowercase(), weekdays()))
        })
    }

    fn settles(&self, text: &Spanned<String>) -> Result<(Weekday, Time), ConfigError> {
        let moment = text
            .get_ref()
            .trim()
            .split_once(char::is_whitespace)
            .and_then(|(day, time)| Some((weekday(day)?, time.trim().parse::<Time>().ok()?)));
        moment.ok_or_else(|| {
            let written = text.get_ref();
            let message = Later::message(
                format!(
                    "invalid time of the week {written:?}; use a weekday and a time, e.g. \"monday 20:00\""
                ),
                format!("잘못된 때입니다: {written:?} (요일과 시각, 예: \"monday 20:00\")"),
                format!("日時の形式が正しくありません: {written:?} (曜日と時刻、例: \"monday 20:00\")"),
            );
            self.wrong(text, "group.settles", message)
        })
    }

    /// A goal of a group's.
    pub(super) fn group_goal(&self, raw: &Spanned<RawGoal>, key: &str) -> Result<GroupGoal, ConfigError> {
        match raw.get_ref() {
            RawGoal::Text(text) if text.trim().eq_ignore_ascii_case("all") => Ok(GroupGoal::Assigned),
            RawGoal::Text(text) if text.contains('/') => {
                self.goal(raw, key).map(|(number, per)| GroupGoal::Problems(number, per))
            }
            // A number alone is a day's in [streak], and most groups count weeks.
            _ => {
                let message = Later::message(
                    "must be a goal such as \"5/week\", \"1/day\" or \"all\"",
                    "\"5/week\", \"1/day\", \"all\" 같은 목표를 쓰세요",
                    "\"5/week\"、\"1/day\"、\"all\" のような目標を指定してください",
                );
                Err(self.wrong(raw, key, message))
            }
        }
    }

    /// What something is called.
    pub(super) fn name(&self, raw: &Spanned<String>, key: &str) -> Result<String, ConfigError> {
        let name = raw.get_ref().trim();
        if name.is_empty() {
            let message = Later::message("must not be empty", "비워 둘 수 없습니다", "空にはできません");
            return Err(self.wrong(raw, key, message));
        }
        if name.chars().count() > LONGEST_NAME {
            let message = Later::message(
                format!("must be at most {LONGEST_NAME} characters long"),
                format!("{LONGEST_NAME}자 이하여야 합니다"),
                format!("{LONGEST_NAME}文字以内で指定してください"),
            );
            return Err(self.wrong(raw, key, message));
        }
        Ok(name.to_owned())
    }

    fn fine(&self, raw: &RawFine) -> Result<Fine, ConfigError> {
        let unit = self.name(&raw.unit, "group.fine.unit")?;
        let amount = *raw.missed.get_ref();
        if !(1..=DEAREST).contains(&amount) {
            let message = Later::message(
                format!("must be a whole number from 1 to {DEAREST}"),
                format!("1부터 {DEAREST}까지의 정수를 쓰세요"),
                format!("1〜{DEAREST}の整数を指定してください"),
            );
            return Err(self.wrong(&raw.missed, "group.fine.missed", message));
        }
        let per = match raw.per {
            Some(RawFinePer::Week) => FinePer::Week,
            Some(RawFinePer::Problem) | None => FinePer::Problem,
        };
        Ok(Fine { missed: amount.unsigned_abs(), unit, per })
    }

    fn assigned(&self, index: usize, raw: &RawWeek, rule: &WeekRule) -> Result<AssignedWeek, ConfigError> {
        let text = plain(raw.week.get_ref());
        let from = rule.week_of(&text).ok_or_else(|| {
            let message = if rule.starts == Weekday::Monday {
                Later::message(
                    format!("invalid week {text:?}; use an ID such as \"2026-W48\", or one of its days"),
                    format!("잘못된 주입니다: {text:?} (\"2026-W48\" 같은 ID 또는 그 주의 하루)"),
                    format!("週の形式が正しくありません: {text:?} (\"2026-W48\" のような ID、またはその週の1日)"),
                )
            } else {
                Later::message(
                    format!(
                        "invalid week {text:?}; use one of its days, e.g. \"2026-11-26\" (weeks start on {:?})",
                        rule.starts
                    ),
                    format!("잘못된 주입니다: {text:?} (그 주의 하루, 예: \"2026-11-26\")"),
                    format!("週の形式が正しくありません: {text:?} (その週の1日、例: \"2026-11-26\")"),
                )
            };
            self.wrong(&raw.week, &format!("group.weeks[{index}].week"), message)
        })?;
        let place = |word: &Spanned<String>| {
            let place = ConfigError::place(self.text, word.span().start);
            (word.get_ref().clone(), place)
        };
        let problems = raw.problems.as_deref().unwrap_or_default();
        if let Some(empty) = problems.iter().find(|problem| problem.get_ref().trim().is_empty()) {
            let message = Later::message(
                "must be a problem's ID or link, e.g. \"abc300_a\"",
                "문제의 ID 또는 링크를 쓰세요 (예: \"abc300_a\")",
                "問題の ID またはリンクを指定してください (例: \"abc300_a\")",
            );
            return Err(self.wrong(empty, &format!("group.weeks[{index}].problems"), message));
        }
        let list = match (&raw.list, &raw.heading) {
            (Some(name), heading) => {
                Some(AssignedList { name: place(name), heading: heading.as_ref().map(place) })
            }
            (None, Some(heading)) => {
                let message = Later::message(
                    "`heading` needs `list`, the list that it is a part of",
                    "`heading`에는 어느 목록인지 나타내는 `list`가 필요합니다",
                    "`heading` には、どのリストかを示す `list` が必要です",
                );
                return Err(self.wrong(heading, &format!("group.weeks[{index}].heading"), message));
            }
            (None, None) if raw.problems.is_none() => {
                let message = Later::message(
                    "no problems assigned; set `problems` or `list`",
                    "과제가 없습니다. `problems` 또는 `list`를 쓰세요",
                    "課題がありません。`problems` または `list` を指定してください",
                );
                return Err(self.wrong(&raw.week, &format!("group.weeks[{index}]"), message));
            }
            (None, None) => None,
        };
        Ok(AssignedWeek { from, problems: problems.iter().map(place).collect(), list })
    }
}
