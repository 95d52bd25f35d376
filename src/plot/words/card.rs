//! The small cards.

use std::borrow::Cow;

use jiff::civil::Weekday;

use crate::answers::ProblemDays;
use crate::lang::Lang;
use crate::model::{PracticeSource, SeriesKey, plural, series_title_in};

/// What the card of the streak is about; `at_risk` is that today's goal isn't met.
pub fn about_streak(lang: Lang, at_risk: bool) -> Cow<'static, str> {
    if at_risk {
        lang.word("Streak, goal not met yet", "스트릭, 오늘 목표 미달성", "ストリーク、今日は未達成")
    } else {
        lang.word("Streak", "스트릭", "ストリーク")
    }
}

/// In place of its length.
pub fn no_streak(lang: Lang) -> Cow<'static, str> {
    lang.word("no streak", "없음", "なし")
}

/// Below it.
pub fn longest(lang: Lang, length: &str) -> String {
    lang.say(|| format!("longest {length}"), || format!("최장 {length}"), || format!("最長{length}"))
}

/// The same: all problems of the days.
pub fn problems(lang: Lang, number: u32, source: PracticeSource) -> String {
    match source {
        PracticeSource::Commits => lang.say(
            || format!("{} committed", Lang::English.problems(number)),
            || format!("커밋 {number}문제"),
            || format!("コミット{number}問"),
        ),
        PracticeSource::Submissions => lang.say(
            || format!("{} accepted", Lang::English.problems(number)),
            || format!("정답 {number}문제"),
            || format!("AC {number}問"),
        ),
        PracticeSource::Both => lang.say(
            || format!("{} solved", Lang::English.problems(number)),
            || format!("푼 문제 {number}개"),
            || format!("解いた問題{number}問"),
        ),
    }
}

/// The same: the days.
pub fn days(lang: Lang, number: u32) -> String {
    lang.say(
        || format!("on {}", Lang::English.days(number)),
        || format!("활동한 날 {number}일"),
        || format!("活動日{number}日"),
    )
}

/// Its title.
pub fn streak(lang: Lang, answer: &str) -> String {
    lang.say(
        || format!("Streak: {answer}"),
        || format!("스트릭: {answer}"),
        || format!("ストリーク: {answer}"),
    )
}

/// What its lines say to whoever can't see them.
pub fn lines(lang: Lang, about: &str, answer: &str, more: &[String]) -> String {
    lang.say(
        || format!("{about}: {answer}, {}.", more.join(", ")),
        || format!("{about}: {answer}, {}.", more.join(", ")),
        || format!("{about}: {answer}、{}。", more.join("、")),
    )
}

/// "M" to "S".
pub fn initial(lang: Lang, day: Weekday) -> Cow<'static, str> {
    match day {
        Weekday::Monday => lang.word("M", "월", "月"),
        Weekday::Tuesday => lang.word("T", "화", "火"),
        Weekday::Wednesday => lang.word("W", "수", "水"),
        Weekday::Thursday => lang.word("T", "목", "木"),
        Weekday::Friday => lang.word("F", "금", "金"),
        Weekday::Saturday => lang.word("S", "토", "土"),
        Weekday::Sunday => lang.word("S", "일", "日"),
    }
}

/// The title of half a year of days.
pub fn half_year(lang: Lang, problems: ProblemDays) -> String {
    let ProblemDays { count, days } = problems;
    if days == 0 {
        let nothing =
            ("Nothing solved in six months", "최근 6개월 동안 푼 문제 없음", "直近6か月は解いた問題なし");
        return lang.word(nothing.0, nothing.1, nothing.2).into_owned();
    }
    let english = super::problem_days(Lang::English, problems, PracticeSource::Commits);
    lang.say(
        || format!("{english} in six months"),
        || format!("최근 6개월: {days}일 동안 {count}문제"),
        || format!("直近6か月: {days}日で{count}問"),
    )
}

/// Of whoever can't see it.
pub fn days_shown(lang: Lang, from: &str, to: &str) -> String {
    lang.say(
        || format!("Calendar of solved problems from {from} to {to}."),
        || format!("푼 문제 달력, {from} ~ {to}."),
        || format!("解いた問題のヒートマップ、{from}〜{to}。"),
    )
}

/// Below a rating: its colour, and how far the next one is.
pub fn next_colour(lang: Lang, colour: &str, gap: i32, next: &str) -> String {
    lang.say(
        || format!("{colour}, {gap} to {next}"),
        || format!("{colour}, {next}까지 {gap}"),
        || format!("{colour}、{next}まで{gap}"),
    )
}

/// The same: the next target.
pub fn target(lang: Lang, colour: &str, by: &str) -> String {
    lang.say(
        || format!("target: {colour} by {by}"),
        || format!("목표: {colour} ({by})"),
        || format!("目標: {colour} ({by})"),
    )
}

/// The title of a rating's card.
pub fn rating(lang: Lang, key: &SeriesKey, rating: i32, colour: &str) -> String {
    let series = series_title_in(lang, key.judge, key.track);
    lang.say(
        || format!("{series} {rating}, {colour}"),
        || format!("{series} {rating}, {colour}"),
        || format!("{series} {rating}、{colour}"),
    )
}

/// What it says to whoever can't see it.
pub fn rating_lines(lang: Lang, rating: i32, lines: &[String], contests: usize) -> String {
    lang.say(
        || {
            let noun = plural(contests, "rated contest");
            format!("{rating}, {}, after {contests} {noun}.", lines.join(", "))
        },
        || format!("{rating}, {}, 레이팅 반영 대회 {contests}회.", lines.join(", ")),
        || format!("{rating}、{}、Rated参加{contests}回。", lines.join("、")),
    )
}
