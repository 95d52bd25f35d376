//! The calendar.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::model::{Period, PracticeDay, plural};

/// Of days gone by.
pub fn nothing(lang: Lang) -> Cow<'static, str> {
    lang.word("Nothing solved", "푼 문제 없음", "解いた問題なし")
}

/// The same: what they brought, and the longest streak in them.
pub fn brought(lang: Lang, problems: &str, streak: &str) -> String {
    lang.say(
        || format!("{problems}, streak {streak}"),
        || format!("{problems}, 최장 스트릭 {streak}"),
        || format!("{problems}、最長ストリーク{streak}"),
    )
}

/// There never was a streak.
pub fn no_streak_yet(lang: Lang) -> Cow<'static, str> {
    lang.word("No streak yet", "아직 스트릭 없음", "ストリークはまだありません")
}

/// There is none now.
pub fn no_streak(lang: Lang, longest: &str) -> String {
    lang.say(
        || format!("No current streak, longest {longest}"),
        || format!("현재 스트릭 없음, 최장 {longest}"),
        || format!("現在のストリークなし、最長{longest}"),
    )
}

/// The current one is the longest.
pub fn record(lang: Lang, streak: u32, unit: Period) -> String {
    let length = super::length(lang, streak, unit);
    lang.say(
        || format!("{} streak, your longest yet", super::long(streak, unit)),
        || format!("스트릭 {length}, 최장 기록"),
        || format!("ストリーク{length}、最長記録"),
    )
}

/// The current one and another that was longer.
pub fn streaks(lang: Lang, current: u32, longest: u32, unit: Period) -> String {
    let length = |number| super::length(lang, number, unit);
    lang.say(
        || format!("Streak {}, longest {longest}", super::length(Lang::English, current, unit)),
        || format!("스트릭 {}, 최장 {}", length(current), length(longest)),
        || format!("ストリーク{}、最長{}", length(current), length(longest)),
    )
}

/// Nothing was solved on these days.
pub fn nothing_in(lang: Lang, span: &str) -> String {
    lang.say(
        || format!("Nothing solved from {span}"),
        || format!("{span}: 푼 문제 없음"),
        || format!("{span}: 解いた問題なし"),
    )
}

/// What these days brought.
pub fn brought_in(lang: Lang, problems: &str, span: &str) -> String {
    lang.say(
        || format!("{problems}, {span}"),
        || format!("{problems}, {span}"),
        || format!("{problems}、{span}"),
    )
}

/// After what was said: today's goal isn't met.
pub fn today_so_far(lang: Lang, solved: u32, goal: u32) -> String {
    lang.say(
        || format!(" · today {solved} of {goal}"),
        || format!(" · 오늘 {goal}문제 중 {solved}문제"),
        || format!(" · 今日は{goal}問中{solved}問"),
    )
}

/// Of whoever can't see it.
pub fn description(lang: Lang, context: &str) -> String {
    lang.say(
        || format!("Calendar of solved problems. {context}."),
        || format!("푼 문제 달력. {context}."),
        || format!("解いた問題のヒートマップ。{context}。"),
    )
}

/// A tooltip; `date` is written as programs write it.
pub fn rest_on(lang: Lang, date: &str) -> String {
    let rest = rest_day(lang);
    lang.say(|| format!("{date}: rest day"), || format!("{date}: {rest}"), || format!("{date}: {rest}"))
}

/// A tooltip.
pub fn nothing_on(lang: Lang, date: &str) -> String {
    lang.say(
        || format!("{date}: 0 solved"),
        || format!("{date}: 푼 문제 없음"),
        || format!("{date}: 解いた問題なし"),
    )
}

/// A tooltip.
pub fn solved_on(lang: Lang, day: &PracticeDay) -> String {
    let PracticeDay { date, solved, new, revised, bulk, .. } = *day;
    let both = solved > 0 && revised > 0;
    lang.say(
        || {
            let parts = if both { format!(" ({new} new, {revised} revisited)") } else { String::new() };
            let bulk = if bulk > 0 { format!(", {bulk} imported") } else { String::new() };
            format!("{date}: {solved} solved{parts}{bulk}")
        },
        || {
            let parts = if both {
                format!(" (새로 푼 문제 {new}개, 다시 푼 문제 {revised}개)")
            } else {
                String::new()
            };
            let bulk = if bulk > 0 { format!(", 대량 커밋 {bulk}문제") } else { String::new() };
            format!("{date}: {solved}문제{parts}{bulk}")
        },
        || {
            let parts =
                if both { format!(" (初回{new}問、解き直し{revised}問)") } else { String::new() };
            let bulk = if bulk > 0 { format!("、一括コミット{bulk}問") } else { String::new() };
            format!("{date}: {solved}問{parts}{bulk}")
        },
    )
}

/// After the tooltip of today.
pub fn today(lang: Lang, tooltip: &str) -> String {
    lang.say(|| format!("{tooltip}, today"), || format!("{tooltip} (오늘)"), || format!("{tooltip} (今日)"))
}

/// Which streak a line is around.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StreakName {
    /// The longest, which is over.
    Longest,
    /// The current one.
    Current,
    /// The current one, which is the longest.
    Record,
}

/// In the legend.
pub fn streak_name(lang: Lang, name: StreakName) -> Cow<'static, str> {
    match name {
        StreakName::Longest => lang.word("longest streak", "최장 스트릭", "最長ストリーク"),
        StreakName::Current => lang.word("current streak", "현재 스트릭", "現在のストリーク"),
        StreakName::Record => {
            lang.word("current streak, the longest", "현재 스트릭 (최장)", "現在のストリーク (最長)")
        }
    }
}

/// A tooltip.
pub fn streak(lang: Lang, name: StreakName, length: &str, from: &str, to: &str) -> String {
    let name = streak_name(lang, name);
    lang.say(
        || format!("{name}: {length}, {from} to {to}"),
        || format!("{name}: {length}, {from} ~ {to}"),
        || format!("{name}: {length}、{from}〜{to}"),
    )
}

/// Of a year: the problems of its days.
pub fn year_problems(lang: Lang, problems: u32) -> String {
    lang.say(
        || format!("{problems} {}", plural(problems, "problem-day")),
        || format!("{problems}문제"),
        || format!("{problems}問"),
    )
}

/// Of a year: the days with problems.
pub fn year_days(lang: Lang, days: u32) -> String {
    lang.say(
        || format!("on {}", Lang::English.days(days)),
        || format!("활동한 날 {days}일"),
        || format!("活動日{days}日"),
    )
}

/// Of a year: the longest streak in it.
pub fn year_streak(lang: Lang, length: &str) -> String {
    lang.say(|| format!("streak {length}"), || format!("최장 스트릭 {length}"), || format!("最長{length}"))
}

/// Before the legend's squares.
pub fn solved(lang: Lang) -> Cow<'static, str> {
    lang.word("solved", "푼 문제", "解いた問題")
}

/// The tooltip of one of them.
pub fn range(lang: Lang, range: &str) -> String {
    lang.say(|| format!("{range} solved"), || format!("{range}문제"), || format!("{range}問"))
}

/// In the legend: nothing was asked.
pub fn rest_day(lang: Lang) -> Cow<'static, str> {
    lang.word("rest day", "휴식일", "休息日")
}

/// In the legend: only imports.
pub fn bulk(lang: Lang) -> Cow<'static, str> {
    lang.word("bulk commit", "대량 커밋", "一括コミット")
}
