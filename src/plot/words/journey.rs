//! All ratings above the practice.

use std::borrow::Cow;

use crate::lang::{Lang, Particle, with_particle};
use crate::model::{Colour, plural};

/// In place of ratings.
pub fn no_contest(lang: Lang) -> Cow<'static, str> {
    lang.word("No rated contest yet", "아직 레이팅 반영 대회 없음", "Rated参加はまだありません")
}

/// A length of time.
#[derive(Debug, Clone, Copy)]
pub enum Time {
    Days(i64),
    Months(i64),
    Years(i64),
}

/// From one colour to another in so much time.
pub fn way(lang: Lang, series: &str, from: Colour, to: Colour, time: Time) -> String {
    let [from, to] =
        [from, to].map(|colour| colour.word(if lang == Lang::Pseudo { Lang::English } else { lang }));
    lang.say(
        || {
            let (number, noun) = match time {
                Time::Days(number) => (number, "day"),
                Time::Months(number) => (number, "month"),
                Time::Years(number) => (number, "year"),
            };
            let end = if number == 1 { "" } else { "s" };
            format!("{series} from {from} to {to} in {number} {noun}{end}")
        },
        || {
            let time = match time {
                Time::Days(number) => format!("{number}일"),
                Time::Months(number) => format!("{number}개월"),
                Time::Years(number) => format!("{number}년"),
            };
            format!("{series}: {time} 만에 {from}에서 {}", with_particle(&to, Particle::By))
        },
        || {
            let time = match time {
                Time::Days(number) => format!("{number}日"),
                Time::Months(number) => format!("{number}か月"),
                Time::Years(number) => format!("{number}年"),
            };
            format!("{series}: {time}で{from}から{to}へ")
        },
    )
}

/// Over a panel: the colour, how many contests, the highest rating and its day.
pub fn rating(lang: Lang, colour: Option<&str>, contests: usize, highest: Option<(i32, &str)>) -> String {
    lang.say(
        || {
            let colour = colour.map_or_else(String::new, |colour| format!("{colour}, "));
            let highest =
                highest.map_or_else(String::new, |(rating, day)| format!(", highest {rating} on {day}"));
            let noun = plural(contests, "contest");
            format!("{colour}{contests} {noun}{highest}")
        },
        || {
            let colour = colour.map_or_else(String::new, |colour| format!("{colour}, "));
            let highest =
                highest.map_or_else(String::new, |(rating, day)| format!(", 최고 {rating} ({day})"));
            format!("{colour}대회 {contests}회{highest}")
        },
        || {
            let colour = colour.map_or_else(String::new, |colour| format!("{colour}、"));
            let highest = highest.map_or_else(String::new, |(rating, day)| format!("、最高{rating} ({day})"));
            format!("{colour}参加{contests}回{highest}")
        },
    )
}

/// What the days brought, and since when.
pub fn practice(lang: Lang, problems: &str, since: &str) -> String {
    lang.say(
        || format!("{problems} since {since}"),
        || format!("{since}부터 {problems}"),
        || format!("{since}から{problems}"),
    )
}

/// They brought nothing.
pub fn no_practice(lang: Lang) -> Cow<'static, str> {
    lang.word("no practice in this period", "이 기간에 연습 기록 없음", "この期間の精進記録なし")
}

/// After that: ratings that had no room.
pub fn hidden(lang: Lang, ratings: usize) -> String {
    lang.say(
        || {
            let noun = plural(ratings, "rating");
            format!(" · {ratings} {noun} hidden (increase --size)")
        },
        || format!(" · 레이팅 {ratings}개 숨김 (--size를 늘리세요)"),
        || format!(" · レーティング{ratings}個は非表示 (--size を大きくしてください)"),
    )
}

/// Of whoever can't see it.
pub fn description(lang: Lang, ratings: &[String], context: &str) -> String {
    lang.say(
        || format!("Ratings above practice, on one time axis. {}. {context}.", ratings.join(". ")),
        || format!("레이팅과 연습의 추이. {}. {context}.", ratings.join(". ")),
        || format!("レーティングと精進の推移。{}。{context}。", ratings.join("。")),
    )
}

/// A panel's rating, and what there is to say of it, in [`description`].
pub fn told(lang: Lang, title: &str, context: &str) -> String {
    lang.say(
        || format!("{title}: {context}"),
        || format!("{title}: {context}"),
        || format!("{title}: {context}"),
    )
}

/// What a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    Day,
    Week,
    Month,
    Year,
}

/// Over the bars.
pub fn bars(lang: Lang, bar: Bar) -> Cow<'static, str> {
    match bar {
        Bar::Day => lang.word("Problems per day", "하루에 푼 문제", "1日あたりの問題数"),
        Bar::Week => lang.word("Problem-days per week", "주별 푼 문제", "週別の問題数"),
        Bar::Month => lang.word("Problem-days per month", "월별 푼 문제", "月別の問題数"),
        Bar::Year => lang.word("Problem-days per year", "연도별 푼 문제", "年別の問題数"),
    }
}

/// After that: the most that a bar has, and its first and last day.
pub fn best(lang: Lang, solved: u32, from: &str, to: Option<&str>) -> String {
    lang.say(
        || {
            let to = to.map_or_else(String::new, |to| format!(" – {to}"));
            format!("best: {solved} ({from}{to})")
        },
        || {
            let to = to.map_or_else(String::new, |to| format!(" ~ {to}"));
            format!("최다 {solved}문제 ({from}{to})")
        },
        || {
            let to = to.map_or_else(String::new, |to| format!("〜{to}"));
            format!("最多{solved}問 ({from}{to})")
        },
    )
}
