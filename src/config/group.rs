//! What `[group]` says of the group itself, checked and given its meaning.

use jiff::civil::{Time, Weekday};
use toml::Spanned;

use super::check::{Checker, plain};
use super::error::ConfigError;
use super::habit::weekday;
use super::raw::{Count, RawGoal};
use super::raw_group::{RawFine, RawFinePer, RawGroup, RawWeek};
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
        weekday(text.get_ref()).map_err(|suggestion| {
            let message =
                format!("{:?} is no weekday; one such as \"monday\" is expected{suggestion}", text.get_ref());
            self.wrong(text, key, message)
        })
    }

    fn settles(&self, text: &Spanned<String>) -> Result<(Weekday, Time), ConfigError> {
        let moment = text
            .get_ref()
            .trim()
            .split_once(char::is_whitespace)
            .and_then(|(day, time)| Some((weekday(day).ok()?, time.trim().parse::<Time>().ok()?)));
        moment.ok_or_else(|| {
            let message = format!(
                "{:?} is no moment of a week; a weekday and a time of day are expected, such as \"monday 20:00\"",
                text.get_ref()
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
            _ => Err(self.wrong(raw, key, "a goal such as \"5/week\", \"1/day\" or \"all\" is expected")),
        }
    }

    /// What something is called.
    pub(super) fn name(&self, raw: &Spanned<String>, key: &str) -> Result<String, ConfigError> {
        let name = raw.get_ref().trim();
        if name.is_empty() {
            return Err(self.wrong(raw, key, "a name is expected"));
        }
        if name.chars().count() > LONGEST_NAME {
            let message = format!("a name of at most {LONGEST_NAME} characters is expected");
            return Err(self.wrong(raw, key, message));
        }
        Ok(name.to_owned())
    }

    fn fine(&self, raw: &RawFine) -> Result<Fine, ConfigError> {
        let unit = self.name(&raw.unit, "group.fine.unit")?;
        let amount = *raw.missed.get_ref();
        if !(1..=DEAREST).contains(&amount) {
            let message = format!("a whole number from 1 to {DEAREST} is expected");
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
            let example = if rule.starts == Weekday::Monday {
                "an id such as \"2026-W48\", or a day of it,".to_owned()
            } else {
                format!("one of its days, such as \"2026-11-26\", (weeks start on {:?} here)", rule.starts)
            };
            let message = format!("{text:?} is no week; {example} is expected");
            self.wrong(&raw.week, &format!("group.weeks[{index}].week"), message)
        })?;
        let place = |word: &Spanned<String>| {
            let place = ConfigError::place(self.text, word.span().start);
            (word.get_ref().clone(), place)
        };
        let problems = raw.problems.as_deref().unwrap_or_default();
        if let Some(empty) = problems.iter().find(|problem| problem.get_ref().trim().is_empty()) {
            let message = "a problem's id or link is expected, such as \"abc300_a\"";
            return Err(self.wrong(empty, &format!("group.weeks[{index}].problems"), message));
        }
        let list = match (&raw.list, &raw.heading) {
            (Some(name), heading) => {
                Some(AssignedList { name: place(name), heading: heading.as_ref().map(place) })
            }
            (None, Some(heading)) => {
                let message = "this is the heading of a part of a list; `list` says of which";
                return Err(self.wrong(heading, &format!("group.weeks[{index}].heading"), message));
            }
            (None, None) if raw.problems.is_none() => {
                let message = "nothing is assigned; `problems` or `list` is expected";
                return Err(self.wrong(&raw.week, &format!("group.weeks[{index}]"), message));
            }
            (None, None) => None,
        };
        Ok(AssignedWeek { from, problems: problems.iter().map(place).collect(), list })
    }
}
