//! How hard the solved problems were.

use std::borrow::Cow;

use crate::lang::Lang;

/// How the practice compares with one's level (its median above that), or with no level known at which difficulty it is.
pub fn title(lang: Lang, judge: &str, above: Option<i32>, now: i32) -> String {
    lang.say(
        || match above {
            None => format!("{judge} practice at {now}"),
            Some(0) => format!("{judge} practice: at your level"),
            Some(above @ 1..) => format!("{judge} practice: {above} above your level"),
            Some(below) => format!("{judge} practice: {} below your level", below.unsigned_abs()),
        },
        || match above {
            None => format!("{judge} 연습 난이도 {now}"),
            Some(0) => format!("{judge} 연습: 실력과 같은 난이도"),
            Some(above @ 1..) => format!("{judge} 연습: 실력보다 {above} 높은 난이도"),
            Some(below) => format!("{judge} 연습: 실력보다 {} 낮은 난이도", below.unsigned_abs()),
        },
        || match above {
            None => format!("{judge} 精進の難易度 {now}"),
            Some(0) => format!("{judge} 精進: 実力と同じ難易度"),
            Some(above @ 1..) => format!("{judge} 精進: 実力より{above}高い難易度"),
            Some(below) => format!("{judge} 精進: 実力より{}低い難易度", below.unsigned_abs()),
        },
    )
}

/// What is shown.
pub struct Shown<'a> {
    pub handle: Option<&'a str>,
    pub problems: usize,
    pub from: &'a str,
    pub to: &'a str,
    /// The problems outside of contests that the title is of.
    pub outside: Option<u32>,
    /// Some are of contests.
    pub has_contests: bool,
}

/// Below the title.
pub fn context(lang: Lang, of: &Shown<'_>) -> String {
    let Shown { handle, problems, from, to, outside, has_contests } = of;
    let handle = handle.map_or_else(String::new, |handle| format!("{handle} · "));
    lang.say(
        || {
            let span = if from == to { format!("on {to}") } else { format!("{from} to {to}") };
            let outside =
                outside.map_or_else(String::new, |problems| format!(" · {problems} outside of contests"));
            let hollow = if *has_contests { " · hollow: in contests" } else { "" };
            format!("{handle}{} accepted, {span}{outside}{hollow}", Lang::English.problems(*problems as u64))
        },
        || {
            let span = if from == to { (*to).to_owned() } else { format!("{from} ~ {to}") };
            let outside = outside.map_or_else(String::new, |problems| format!(" · 대회 밖 {problems}문제"));
            let hollow = if *has_contests { " · 빈 점: 대회 중" } else { "" };
            format!("{handle}정답 {problems}문제, {span}{outside}{hollow}")
        },
        || {
            let span = if from == to { (*to).to_owned() } else { format!("{from}〜{to}") };
            let outside = outside.map_or_else(String::new, |problems| format!(" · コンテスト外{problems}問"));
            let hollow = if *has_contests { " · 白抜き: コンテスト中" } else { "" };
            format!("{handle}AC {problems}問、{span}{outside}{hollow}")
        },
    )
}

/// Of whoever can't see it.
pub fn description(lang: Lang, context: &str) -> String {
    lang.say(
        || {
            format!(
                "Accepted problems by time and difficulty, practice against your level at the time. {context}."
            )
        },
        || format!("시기와 난이도별로 푼 문제, 당시 실력과 비교한 연습. {context}."),
        || format!("時期と難易度別の問題、当時の実力と比較した精進。{context}。"),
    )
}

/// The tooltip of the ribbon.
pub fn middle_half(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "the middle half of each month's problems",
        "매달 푼 문제의 가운데 절반",
        "各月の問題の中央半分",
    )
}

/// The label of the rating's line.
pub fn rating(lang: Lang, rating: f64) -> String {
    lang.say(
        || format!("rating {rating:.0}"),
        || format!("레이팅 {rating:.0}"),
        || format!("レーティング {rating:.0}"),
    )
}

/// The label of the median's line and the ribbon.
pub fn middle(lang: Lang) -> Cow<'static, str> {
    lang.word("median and middle half of a month", "월별 중앙값과 가운데 절반", "月ごとの中央値と中央半分")
}
