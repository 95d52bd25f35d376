//! How many problems of each level of a judge's own.

use crate::lang::Lang;

/// What is committed at a judge.
pub fn title(lang: Lang, problems: u32, judge: &str) -> String {
    lang.say(
        || format!("{} committed at {judge}", Lang::English.problems(problems)),
        || format!("{judge}: 커밋 {problems}문제"),
        || format!("{judge}: コミット{problems}問"),
    )
}

/// The hardest, and how many have no level.
pub fn context(lang: Lang, hardest: &str, unknown: u32, judge: &str) -> String {
    lang.say(
        || {
            let unknown =
                if unknown > 0 { format!(" · {unknown} without difficulty") } else { String::new() };
            format!("the hardest {hardest}{unknown} · on {judge}'s own scale")
        },
        || {
            let unknown = if unknown > 0 {
                format!(" · 난이도 정보 없음 {unknown}문제")
            } else {
                String::new()
            };
            format!("최고 난이도 {hardest}{unknown} · {judge} 난이도 기준")
        },
        || {
            let unknown =
                if unknown > 0 { format!(" · 難易度不明{unknown}問") } else { String::new() };
            format!("最高難易度 {hardest}{unknown} · {judge} の難易度による")
        },
    )
}

/// A tooltip.
pub fn level(lang: Lang, level: &str, problems: u32) -> String {
    lang.say(
        || format!("{level}: {problems} committed"),
        || format!("{level}: 커밋 {problems}문제"),
        || format!("{level}: コミット{problems}問"),
    )
}

/// Of whoever can't see it.
pub fn description(lang: Lang, context: &str) -> String {
    lang.say(
        || format!("Problems by level. {context}."),
        || format!("난이도별 문제 수. {context}."),
        || format!("難易度別の問題数。{context}。"),
    )
}
