//! The charts of a study group.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::model::plural;

/// How the goal of the last week stands; `week` names it where it isn't this one.
pub fn title(lang: Lang, group: &str, met: usize, asked: usize, week: Option<&str>) -> String {
    if asked == 0 {
        return lang.say(
            || format!("{group}: no goal this week"),
            || format!("{group}: 주간 목표 없음"),
            || format!("{group}: 週間目標なし"),
        );
    }
    lang.say(
        || match week {
            Some(week) => format!("{group}: {met} of {asked} met the goal of {week}"),
            None => format!("{group}: {met} of {asked} met this week's goal"),
        },
        || match week {
            Some(week) => format!("{group}: {week} 목표 달성 {asked}명 중 {met}명"),
            None => format!("{group}: 이번 주 목표 달성 {asked}명 중 {met}명"),
        },
        || match week {
            Some(week) => format!("{group}: {week}の目標達成は{asked}人中{met}人"),
            None => format!("{group}: 今週の目標達成は{asked}人中{met}人"),
        },
    )
}

/// How many members are shown of how many, and which days.
pub fn context(lang: Lang, members: usize, all: usize, span: &str) -> String {
    lang.say(
        || {
            let noun = plural(members, "member");
            let of = if members < all { format!(" of {all}") } else { String::new() };
            format!("{members} {noun}{of} · {span}")
        },
        || {
            let of = if members < all { format!("{all}명 중 ") } else { String::new() };
            format!("{of}{members}명 · {span}")
        },
        || {
            let of = if members < all { format!("{all}人中") } else { String::new() };
            format!("{of}{members}人 · {span}")
        },
    )
}

/// Of whoever can't see it.
pub fn description(lang: Lang, context: &str) -> String {
    lang.say(
        || format!("A row of days for each member of the group. {context}."),
        || format!("멤버별 활동한 날. {context}."),
        || format!("メンバー別の活動日。{context}。"),
    )
}

/// A tooltip: a member, a week, and how it stands.
pub fn week(lang: Lang, member: &str, week: &str, standing: &str) -> String {
    lang.say(
        || format!("{member}, {week}: {standing}"),
        || format!("{member}, {week}: {standing}"),
        || format!("{member}、{week}: {standing}"),
    )
}

/// Over what stands to the right.
pub fn this_week(lang: Lang) -> Cow<'static, str> {
    lang.word("this week", "이번 주", "今週")
}

/// Nothing was asked of a member.
pub fn excused(lang: Lang) -> Cow<'static, str> {
    lang.word("excused", "면제", "免除")
}

/// Before the legend's squares.
pub fn problems(lang: Lang) -> Cow<'static, str> {
    lang.word("problems per day", "하루에 푼 문제", "1日の問題数")
}

/// In the legend.
pub fn uncounted(lang: Lang) -> Cow<'static, str> {
    lang.word("none that counts", "인정되는 문제 없음", "対象の問題なし")
}

/// Below the squares.
pub fn bar(lang: Lang) -> Cow<'static, str> {
    lang.word("bar below a week:", "주 아래 막대:", "週の下の棒:")
}

/// What a bar means.
pub fn goal(lang: Lang, met: bool) -> Cow<'static, str> {
    if met {
        lang.word("goal met", "목표 달성", "目標達成")
    } else {
        lang.word(
            "goal not met, and the part that is done",
            "목표 미달성 (진행된 만큼)",
            "目標未達成 (達成した分)",
        )
    }
}

/// The ratings of the members at a judge.
pub fn ratings(lang: Lang, series: &str, members: usize) -> String {
    lang.say(
        || {
            let noun = plural(members, "member");
            format!("{series} ratings of {members} {noun}")
        },
        || format!("{series} 레이팅 ({members}명)"),
        || format!("{series} のレーティング ({members}人)"),
    )
}

/// Which days they are of, and who gained the most.
pub fn ratings_context(lang: Lang, span: &str, gained: Option<(&str, f64)>) -> String {
    lang.say(
        || {
            let gained =
                gained.map_or_else(String::new, |(who, by)| format!(" · {who} gained the most, {by}"));
            format!("{span}{gained}")
        },
        || {
            let gained =
                gained.map_or_else(String::new, |(who, by)| format!(" · 가장 많이 오른 멤버: {who} (+{by})"));
            format!("{span}{gained}")
        },
        || {
            let gained = gained
                .map_or_else(String::new, |(who, by)| format!(" · 最も上がったメンバー: {who} (+{by})"));
            format!("{span}{gained}")
        },
    )
}

/// Of whoever can't see it.
pub fn ratings_description(lang: Lang, context: &str) -> String {
    lang.say(
        || format!("A line for each member, on one axis. {context}."),
        || format!("멤버별 레이팅 그래프. {context}."),
        || format!("メンバー別のレーティンググラフ。{context}。"),
    )
}
