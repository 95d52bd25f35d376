//! How much was solved, period by period.

use std::borrow::Cow;

use crate::answers::Granularity;
use crate::lang::Lang;

/// "day", "week", "month".
fn english(unit: Granularity) -> &'static str {
    unit.noun()
}

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
            format!("{mean} problems accepted per {} recently{change}", english(unit))
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
    match unit.noun() {
        "day" => "하루",
        "week" => "주당",
        "month" => "월",
        "quarter" => "분기당",
        _ => "연간",
    }
}

fn japanese(unit: Granularity) -> &'static str {
    match unit.noun() {
        "day" => "1日",
        "week" => "週",
        "month" => "月",
        "quarter" => "四半期",
        _ => "年",
    }
}
