//! How much was solved, period by period.

use std::borrow::Cow;

use crate::answers::Granularity;
use crate::lang::Lang;

/// All problems, where none was accepted of late.
pub fn total(lang: Lang, problems: u32, since: Option<&str>) -> String {
    lang.say(
        || {
            let since = since.map_or_else(String::new, |since| format!(" since {since}"));
            format!("{} accepted{since}", Lang::English.problems(problems))
        },
        || match since {
            Some(since) => format!("{since}부터 정답 {problems}문제"),
            None => format!("정답 {problems}문제"),
        },
        || match since {
            Some(since) => format!("{since}から AC {problems}問"),
            None => format!("AC {problems}問"),
        },
    )
}

/// How it compares with before.
pub enum Change<'a> {
    FromNone,
    Unchanged,
    Down(&'a str),
    Up(&'a str),
    Unknown,
}

/// How many problems in each period of late.
pub fn lately(lang: Lang, mean: &str, unit: Granularity, change: &Change<'_>) -> String {
    lang.say(
        || {
            let change = match change {
                Change::FromNone => ", up from none".to_owned(),
                Change::Unchanged => ", unchanged".to_owned(),
                Change::Down(before) => format!(", down from {before}"),
                Change::Up(before) => format!(", up from {before}"),
                Change::Unknown => String::new(),
            };
            format!("{mean} problems accepted per {} recently{change}", unit.noun())
        },
        || {
            let change = match change {
                Change::FromNone => " (이전 0)".to_owned(),
                Change::Unchanged => " (변동 없음)".to_owned(),
                Change::Down(before) | Change::Up(before) => format!(" (이전 {before})"),
                Change::Unknown => String::new(),
            };
            format!("최근 {} 정답 {mean}문제{change}", korean(unit))
        },
        || {
            let change = match change {
                Change::FromNone => " (以前は0)".to_owned(),
                Change::Unchanged => " (変化なし)".to_owned(),
                Change::Down(before) | Change::Up(before) => format!(" (以前は{before})"),
                Change::Unknown => String::new(),
            };
            format!("最近は{} AC {mean}問{change}", japanese(unit))
        },
    )
}

fn korean(unit: Granularity) -> &'static str {
    match unit {
        Granularity::Week => "주당",
        Granularity::Month => "월",
        Granularity::Quarter => "분기당",
        Granularity::Year => "연간",
    }
}

fn japanese(unit: Granularity) -> &'static str {
    match unit {
        Granularity::Week => "週",
        Granularity::Month => "月",
        Granularity::Quarter => "四半期",
        Granularity::Year => "年",
    }
}

/// What there is to know of the bars.
pub struct Bars<'a> {
    pub problems: u32,
    pub from: &'a str,
    pub to: &'a str,
    pub unit: Granularity,
    /// The last isn't over.
    pub is_unfinished: bool,
    /// How many bars the moving average holds, where there is one.
    pub mean: Option<usize>,
    /// Judges have scales of their own.
    pub own_scales: bool,
}

/// Below the title.
pub fn context(lang: Lang, of: &Bars<'_>) -> String {
    let Bars { problems, from, to, unit, is_unfinished, mean, own_scales } = of;
    lang.say(
        || {
            let unit = unit.noun();
            let mean = mean.map_or_else(String::new, |mean| format!(", line: {mean}-{unit} average"));
            let hatched = if *is_unfinished { " (hatched: unfinished)" } else { "" };
            let scales = if *own_scales { " · each judge on its own scale" } else { "" };
            let problems = Lang::English.problems(*problems);
            format!("{problems} accepted, {from} – {to} · bars: {unit}s{hatched}{mean}{scales}")
        },
        || {
            let bar = match unit {
                Granularity::Week => "주",
                Granularity::Month => "월",
                Granularity::Quarter => "분기",
                Granularity::Year => "연",
            };
            let mean = mean.map_or_else(String::new, |mean| format!(", 선: 막대 {mean}개 이동 평균"));
            let hatched = if *is_unfinished { " (빗금: 진행 중)" } else { "" };
            let scales = if *own_scales { " · 저지마다 축이 다름" } else { "" };
            format!("정답 {problems}문제, {from} ~ {to} · 막대: {bar} 단위{hatched}{mean}{scales}")
        },
        || {
            let bar = japanese(*unit);
            let mean = mean.map_or_else(String::new, |mean| format!("、線: {mean}本の移動平均"));
            let hatched = if *is_unfinished { " (斜線: 途中)" } else { "" };
            let scales = if *own_scales { " · サイトごとに軸が異なる" } else { "" };
            format!("AC {problems}問、{from}〜{to} · 棒: {bar}単位{hatched}{mean}{scales}")
        },
    )
}

/// Of whoever can't see it; `by_level` is how bars are split.
pub fn description(lang: Lang, unit: Granularity, by_level: bool, context: &str) -> String {
    lang.say(
        || {
            let by = if by_level { "level at the time" } else { "difficulty" };
            format!("Problems accepted by {} and {by}. {context}.", unit.noun())
        },
        || format!("{} 푼 문제. {context}.", if by_level { "당시 실력별" } else { "난이도별" }),
        || format!("{}の問題数。{context}。", if by_level { "当時の実力別" } else { "難易度別" }),
    )
}

/// Beside a judge's name: how bars are split.
pub fn against_level(lang: Lang) -> Cow<'static, str> {
    lang.word("against your level at the time", "당시 실력 대비", "当時の実力との比較")
}

/// A tooltip, above the parts.
pub fn bar(lang: Lang, from: &str, to: &str, total: u32) -> String {
    lang.say(
        || format!("{from} to {to}: {total} accepted"),
        || format!("{from} ~ {to}: 정답 {total}문제"),
        || format!("{from}〜{to}: AC {total}問"),
    )
}

/// A part in a tooltip.
pub fn part(lang: Lang, problems: u32, name: &str) -> String {
    lang.say(
        || format!("{problems} {name}"),
        || format!("{name} {problems}"),
        || format!("{name} {problems}"),
    )
}

/// Problems of no known difficulty.
pub fn unknown(lang: Lang) -> Cow<'static, str> {
    lang.word("unknown", "정보 없음", "不明")
}

/// All problems of a judge that tells no difficulties.
pub fn in_all(lang: Lang) -> Cow<'static, str> {
    lang.word("total", "전체", "合計")
}

/// Problems that were easier than one's level.
pub fn easier(lang: Lang) -> Cow<'static, str> {
    lang.word("below", "쉬움", "易しい")
}

/// Problems at it.
pub fn at_level(lang: Lang) -> Cow<'static, str> {
    lang.word("at level", "적정", "適正")
}

/// Harder ones.
pub fn harder(lang: Lang) -> Cow<'static, str> {
    lang.word("above", "어려움", "難しい")
}
