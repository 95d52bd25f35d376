//! What charts say: a file for each kind, a function for each message, its languages side by side, as in `report/words`.
//!
//! `fonts/subset.py` takes the characters of these files into the fonts that are embedded; a test holds that none is
//! missing.

pub mod card;
pub mod difficulty;
pub mod group;
pub mod heatmap;
pub mod hours;
pub mod journey;
pub mod levels;
pub mod rating;
pub mod solved;
pub mod tags;
pub mod year;

use crate::answers::ProblemDays;
use crate::lang::Lang;
use crate::model::{Period, PracticeSource, plural};

/// "12 days", or weeks where a streak is one of weeks.
pub fn length(lang: Lang, number: u32, unit: Period) -> String {
    match unit {
        Period::Day => lang.days(number),
        Period::Week => lang.weeks(number),
    }
}

/// How many days in a row, with which an adjective is formed: "12-day".
pub(super) fn long(number: u32, unit: Period) -> String {
    format!("{number}-{}", unit.noun())
}

/// "531 problem-days on 292 days", and what they go by where that isn't the usual.
pub fn problem_days(lang: Lang, problems: ProblemDays, source: PracticeSource) -> String {
    let ProblemDays { count, days } = problems;
    lang.say(
        || {
            let problems = plural(count, "problem-day");
            let by = match source {
                PracticeSource::Commits => "",
                PracticeSource::Submissions => " by accepted submissions",
                PracticeSource::Both => " by commits and accepted submissions",
            };
            format!("{count} {problems} on {}{by}", Lang::English.days(days))
        },
        || {
            let by = match source {
                PracticeSource::Commits => "",
                PracticeSource::Submissions => " (정답 제출 기준)",
                PracticeSource::Both => " (커밋과 정답 제출 기준)",
            };
            format!("{days}일 동안 {count}문제{by}")
        },
        || {
            let by = match source {
                PracticeSource::Commits => "",
                PracticeSource::Submissions => " (AC の提出による)",
                PracticeSource::Both => " (コミットと AC の提出による)",
            };
            format!("{days}日で{count}問{by}")
        },
    )
}

/// From one day to another, as charts name days.
pub fn span(lang: Lang, from: &str, to: &str) -> String {
    lang.say(|| format!("{from} to {to}"), || format!("{from} ~ {to}"), || format!("{from}〜{to}"))
}

/// After everything else: the day that the data is of.
pub fn as_of(lang: Lang, day: &str) -> String {
    lang.say(|| format!(" · as of {day}"), || format!(" · {day} 기준"), || format!(" · {day}時点"))
}

/// So many of them.
pub fn of(lang: Lang, some: u32, all: u32) -> String {
    lang.say(|| format!("{some} of {all}"), || format!("{some} / {all}"), || format!("{some} / {all}"))
}
