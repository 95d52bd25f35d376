//! What each day of a calendar is about.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::words::heatmap::{self as words, StreakName};
use super::super::words::length;
use super::look::Look;
use crate::answers::{ProblemDays, Quantiles, Run, StreakAnswer, streaks};
use crate::lang::Lang;
use crate::model::{Period, PracticeDay, StreakRules};

/// A streak of fewer days or weeks than this is no sight.
const LEAST_DAYS: u32 = 5;
const LEAST_WEEKS: u32 = 2;

/// The days from the first to the last that a calendar shows.
pub(in crate::plot) struct Days<'a> {
    pub first: Date,
    pub last: Date,
    /// The day on which it is drawn.
    pub today: Date,
    lang: Lang,
    brought: BTreeMap<Date, &'a PracticeDay>,
    rules: &'a StreakRules,
    pub steps: Quantiles,
    /// The streaks to see, each with its name: the current one and the longest, which may be the same.
    pub streaks: Vec<(StreakName, Run)>,
}

/// What some of them brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Total {
    pub problems: ProblemDays,
    /// The longest streak within them, in days or weeks.
    pub streak: u32,
}

impl<'a> Days<'a> {
    pub(in crate::plot) fn new(
        streak: &'a StreakAnswer,
        rules: &'a StreakRules,
        (first, last): (Date, Date),
        lang: Lang,
    ) -> Self {
        let today = streak.today.date;
        let shown = streak.days.iter().filter(|day| (first..=last).contains(&day.date));
        let brought: BTreeMap<Date, &PracticeDay> = shown.map(|day| (day.date, day)).collect();
        let steps = Quantiles::of(brought.values().map(|day| day.solved));
        let runs = streaks(&streak.days, rules, today);
        let least = if rules.per == Period::Week { LEAST_WEEKS } else { LEAST_DAYS };
        let current = runs.last().filter(|_| streak.current >= least);
        let longest = runs.iter().rev().max_by_key(|run| run.length);
        let longest = longest.filter(|run| run.length >= least && Some(*run) != current);
        let is_record = current.is_some_and(|run| run.length == streak.longest);
        let named = [
            (StreakName::Longest, longest.filter(|_| !is_record)),
            (if is_record { StreakName::Record } else { StreakName::Current }, current),
        ];
        let seen = |run: &Run| run.from <= last && run.to >= first;
        let streaks = named.into_iter().filter_map(|(name, run)| Some((name, *run.filter(|run| seen(run))?)));
        Self { first, last, today, lang, brought, rules, steps, streaks: streaks.collect() }
    }

    pub(in crate::plot) fn look(&self, date: Date) -> Look {
        match self.brought.get(&date) {
            Some(day) if day.solved > 0 => Look::Step(self.steps.step(day.solved)),
            Some(day) if day.bulk > 0 => Look::Bulk,
            _ if self.rules.rests_on(date) => Look::Rest,
            _ => Look::Empty,
        }
    }

    pub(in crate::plot) fn tooltip(&self, date: Date) -> String {
        let Some(day) = self.brought.get(&date) else {
            let told = if self.rules.rests_on(date) { words::rest_on } else { words::nothing_on };
            return told(self.lang, &date.to_string());
        };
        words::solved_on(self.lang, day)
    }

    /// What the days from `first` to `last` brought.
    pub(super) fn total(&self, first: Date, last: Date) -> Total {
        let days: Vec<PracticeDay> = self.brought.range(first..=last).map(|(_, day)| **day).collect();
        let runs = streaks(&days, self.rules, last.min(self.today));
        Total {
            problems: ProblemDays::of(&days),
            streak: runs.iter().map(|run| run.length).max().unwrap_or(0),
        }
    }

    /// "12 days", or weeks where the goal is a week's.
    pub(super) fn length(&self, streak: u32) -> String {
        length(self.lang, streak, self.rules.per)
    }
}
