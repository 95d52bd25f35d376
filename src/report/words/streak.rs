//! The streak and the habit.
//!
//! A line has two parts, which the page shows apart: how long the streak is, with what joins it to what follows, and what
//! today (or this week) still asks for.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::model::{Period, PracticeSource};
use crate::report::paint::Paint;
use crate::report::phrase::Phrase;

/// A length of days or weeks: "22 days".
pub fn length(lang: Lang, number: u32, unit: Period) -> String {
    match unit {
        Period::Day => lang.days(number),
        Period::Week => lang.weeks(number),
    }
}

/// Problems of the days' kind: "1 committed".
pub fn counted(lang: Lang, number: u32, source: PracticeSource) -> String {
    match source {
        PracticeSource::Commits => lang.say(
            || format!("{number} committed"),
            || format!("커밋 {number}문제"),
            || format!("コミット{number}問"),
        ),
        PracticeSource::Submissions => lang.say(
            || format!("{number} accepted"),
            || format!("정답 {number}문제"),
            || format!("AC {number}問"),
        ),
        PracticeSource::Both => {
            lang.say(|| format!("{number} solved"), || format!("{number}문제"), || format!("{number}問"))
        }
    }
}

/// Before [`done`], [`resting`].
pub fn going(lang: Lang, length: &str) -> Phrase {
    let strong = |text: String| Phrase::painted(Paint::Strong, text);
    lang.say(
        || strong(format!("Streak: {length}")).and(". "),
        || strong(format!("스트릭 {length}")).and(" · "),
        || strong(format!("ストリーク {length}")).and("、"),
    )
}

/// `counted` is what made it so.
pub fn done(lang: Lang, unit: Period, counted: &str) -> Phrase {
    let good = |text: &str| Phrase::painted(Paint::Good, text);
    match unit {
        Period::Day => lang.say(
            || good("Today's goal is met").and(format_args!(" ({counted}).")),
            || good("오늘 목표 달성").and(format_args!(" ({counted})")),
            || good("今日の目標は達成済み").and(format_args!(" ({counted})")),
        ),
        Period::Week => lang.say(
            || good("This week's goal is met").and(format_args!(" ({counted}).")),
            || good("이번 주 목표 달성").and(format_args!(" ({counted})")),
            || good("今週の目標は達成済み").and(format_args!(" ({counted})")),
        ),
    }
}

/// Nothing is asked for.
pub fn resting(lang: Lang, unit: Period) -> Phrase {
    Phrase::words(match unit {
        Period::Day => lang.word("Today is a rest day.", "오늘은 휴식일", "今日は休息日"),
        Period::Week => lang.word("This is a rest week.", "이번 주는 휴식 주", "今週は休息週"),
    })
}

/// Before [`to_keep`].
pub fn at_risk(lang: Lang, length: &str) -> Phrase {
    let words = Phrase::words;
    lang.say(
        || {
            Phrase::painted(Paint::Strong, format_args!("Streak: {length}"))
                .and(", ")
                .paint(Paint::Warn, "at risk")
                .and(". ")
        },
        || {
            Phrase::painted(Paint::Strong, format_args!("{length} 스트릭"))
                .and("이 ")
                .paint(Paint::Warn, "끊길 위기")
                .and("입니다. ")
        },
        || {
            words("")
                .paint(Paint::Strong, format_args!("{length}のストリーク"))
                .and("が")
                .paint(Paint::Warn, "途切れそう")
                .and("です。")
        },
    )
}

/// "Solve 2 more problems today to keep it (1 committed so far)."
pub fn to_keep(lang: Lang, unit: Period, missing: u32, so_far: Option<&str>) -> Phrase {
    let (so_far, now) = (self::so_far(lang, so_far), now(lang, unit));
    Phrase::words(lang.say(
        || format!("Solve {missing} more {} {now} to keep it{so_far}.", problems(missing)),
        || format!("{now} {missing}문제를 더 풀면 이어집니다{so_far}."),
        || format!("{now}あと{missing}問解けば続きます{so_far}。"),
    ))
}

/// Before [`to_begin_anew`].
pub fn broken(lang: Lang) -> Phrase {
    let warn = |text: &str| Phrase::painted(Paint::Warn, text);
    lang.say(
        || warn("Streak broken").and(". "),
        || warn("스트릭이 끊겼습니다").and(". "),
        || warn("ストリークが途切れました").and("。"),
    )
}

/// "Solve 1 problem today to start a new one."
pub fn to_begin_anew(lang: Lang, unit: Period, missing: u32, so_far: Option<&str>) -> Phrase {
    let (more, so_far, now) = (so_far.is_some(), self::so_far(lang, so_far), now(lang, unit));
    Phrase::words(lang.say(
        || {
            format!(
                "Solve {missing} {}{} {now} to start a new one{so_far}.",
                if more { "more " } else { "" },
                problems(missing)
            )
        },
        || format!("{now} {missing}문제를 {}풀면 새로 시작됩니다{so_far}.", if more { "더 " } else { "" }),
        || format!("{now}{}{missing}問解けば新しく始まります{so_far}。", if more { "あと" } else { "" }),
    ))
}

/// Before [`to_begin`].
pub fn none(lang: Lang) -> Phrase {
    lang.say(
        || Phrase::words("No streak yet. "),
        || Phrase::words("아직 스트릭이 없습니다. "),
        || Phrase::words("ストリークはまだありません。"),
    )
}

/// "Solve 1 problem today to start one."
pub fn to_begin(lang: Lang, unit: Period, missing: u32, so_far: Option<&str>) -> Phrase {
    let (more, so_far, now) = (so_far.is_some(), self::so_far(lang, so_far), now(lang, unit));
    Phrase::words(lang.say(
        || {
            format!(
                "Solve {missing} {}{} {now} to start one{so_far}.",
                if more { "more " } else { "" },
                problems(missing)
            )
        },
        || format!("{now} {missing}문제를 {}풀면 시작됩니다{so_far}.", if more { "더 " } else { "" }),
        || format!("{now}{}{missing}問解けば始まります{so_far}。", if more { "あと" } else { "" }),
    ))
}

/// " (1 committed so far)".
fn so_far(lang: Lang, counted: Option<&str>) -> String {
    let Some(counted) = counted else { return String::new() };
    lang.say(
        || format!(" ({counted} so far)"),
        || format!(" (지금까지 {counted})"),
        || format!(" (ここまで{counted})"),
    )
}

/// "today", "this week", within a sentence.
fn now(lang: Lang, unit: Period) -> Cow<'static, str> {
    match unit {
        Period::Day => lang.word("today", "오늘", "今日"),
        Period::Week => lang.word("this week", "이번 주", "今週"),
    }
}

fn problems(number: u32) -> &'static str {
    if number == 1 { "problem" } else { "problems" }
}

/// `cpt streak --check` where the streak is to be kept.
pub fn missing_to_keep(lang: Lang, unit: Period, missing: u32, current: u32) -> String {
    let now = now(lang, unit);
    let length = length(lang, current, unit);
    lang.say(
        || match unit {
            Period::Day => format!("{missing} more {now} to keep your {current}-day streak"),
            Period::Week => format!("{missing} more {now} to keep your {current}-week streak"),
        },
        || format!("{length} 스트릭을 이어가려면 {now} {missing}문제를 더 풀어야 합니다"),
        || format!("{length}のストリークを続けるには、{now}あと{missing}問解く必要があります"),
    )
}

/// `cpt streak --check` where there is none.
pub fn missing_to_begin(lang: Lang, unit: Period, missing: u32) -> String {
    let now = now(lang, unit);
    lang.say(
        || format!("{missing} more {now} to start a streak"),
        || format!("스트릭을 시작하려면 {now} {missing}문제를 더 풀어야 합니다"),
        || format!("ストリークを始めるには、{now}あと{missing}問解く必要があります"),
    )
}

/// What makes days, where that isn't the usual.
pub fn source(lang: Lang, source: PracticeSource) -> Option<Cow<'static, str>> {
    match source {
        PracticeSource::Commits => None,
        PracticeSource::Submissions => {
            Some(lang.word("Counting accepted submissions", "정답 제출 기준", "ACした提出で集計"))
        }
        PracticeSource::Both => Some(lang.word(
            "Counting commits and accepted submissions",
            "커밋과 정답 제출 기준",
            "コミットと ACした提出で集計",
        )),
    }
}

/// The longest streak, its days, the problems and the days of practice.
pub fn totals(lang: Lang, longest: &str, between: &str, problems: &str, days: u32) -> String {
    let practised = lang.days(days);
    lang.say(
        || format!("Longest: {longest} ({between}). Total: {problems} on {practised}."),
        || format!("최장 {longest} ({between}) · 총 {problems} (활동한 날 {practised})"),
        || format!("最長 {longest} ({between})、合計 {problems} (活動日 {practised})"),
    )
}

/// "516 problems committed".
pub fn problems_counted(lang: Lang, number: u32, source: PracticeSource) -> String {
    let problems = lang.problems(number);
    match source {
        PracticeSource::Commits => lang.say(
            || format!("{problems} committed"),
            || format!("{problems} 커밋"),
            || format!("{problems}コミット"),
        ),
        PracticeSource::Submissions => lang.say(
            || format!("{problems} accepted"),
            || format!("{problems} 정답"),
            || format!("{problems}AC"),
        ),
        PracticeSource::Both => lang.say(
            || format!("{problems} solved"),
            || format!("{problems} 해결"),
            || format!("{problems}解答"),
        ),
    }
}

/// After [`totals`].
pub fn spans_rest_days(lang: Lang, number: u32) -> String {
    let rest = lang.rest_days(number);
    lang.say(
        || format!("The current streak spans {rest}"),
        || format!("현재 스트릭에 {rest} 포함"),
        || format!("現在のストリークは{rest}を含む"),
    )
}

/// On how many days of this week and this month the goal was met.
pub fn met(lang: Lang, week: u32, month: u32) -> String {
    let days = lang.days(week);
    lang.say(
        || format!("Goal met on {days} this week and {month} this month"),
        || format!("목표 달성: 이번 주 {week}일, 이번 달 {month}일"),
        || format!("目標達成: 今週{week}日・今月{month}日"),
    )
}

/// The same where the goal is of weeks.
pub fn practised(lang: Lang, week: u32, month: u32) -> String {
    let days = lang.days(week);
    lang.say(
        || format!("Active on {days} this week and {month} this month"),
        || format!("활동한 날: 이번 주 {week}일, 이번 달 {month}일"),
        || format!("活動日: 今週{week}日・今月{month}日"),
    )
}

/// After [`met`] or [`practised`]: on `met` of the `of` days of that name.
pub fn weakest(lang: Lang, before: &str, weekday: &str, met: u32, of: u32) -> String {
    lang.say(
        || format!("{before}. Weakest day: {weekday} ({met} of {of})."),
        || format!("{before} · 달성률이 가장 낮은 요일: {weekday} ({of}번 중 {met}번)"),
        || format!("{before}、達成率が最も低い曜日: {weekday} ({of}回中{met}回)"),
    )
}

/// Over the rows of `cpt streak --by author`: author, this week, current, longest, in all.
pub fn author_columns(lang: Lang) -> [Cow<'static, str>; 5] {
    [
        lang.word("Author", "작성자", "作者"),
        lang.word("This week", "이번 주", "今週"),
        lang.word("Current", "현재", "現在"),
        lang.word("Longest", "최장", "最長"),
        lang.word("Committed", "커밋", "コミット"),
    ]
}

/// Beside an author.
pub fn at_risk_word(lang: Lang) -> Cow<'static, str> {
    lang.word("at risk", "끊길 위기", "途切れそう")
}

/// Where nobody has solved anything.
pub fn no_solutions(lang: Lang) -> Cow<'static, str> {
    lang.word("No solutions yet", "아직 풀이가 없습니다", "解答はまだありません")
}

/// In the calendar's legend: a day without a problem.
pub fn no_problem(lang: Lang) -> Cow<'static, str> {
    lang.word("none", "없음", "なし")
}

/// In the calendar's legend: a day with nothing but imports.
pub fn bulk_only(lang: Lang) -> Cow<'static, str> {
    lang.word("bulk commits only", "대량 커밋만", "一括コミットのみ")
}

/// In the calendar's legend.
pub fn rest(lang: Lang) -> Cow<'static, str> {
    lang.word("rest", "휴식", "休息")
}
