//! The chart of a rating.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::model::{count, likelihood};

/// Its title, where there is no rating.
pub fn no_rating(lang: Lang, series: &str) -> String {
    lang.say(
        || format!("{series}: no rated contest yet"),
        || format!("{series}: 아직 레이팅 반영 대회 없음"),
        || format!("{series}: Rated参加はまだありません"),
    )
}

/// Its title: how far the next target is.
pub fn below(lang: Lang, series: &str, rating: i32, gap: i64, goal: &str) -> String {
    lang.say(
        || format!("{series} {rating}, {gap} below {goal}"),
        || format!("{series} {rating}, {goal}까지 {gap}"),
        || format!("{series} {rating}、{goal}まで{gap}"),
    )
}

/// Its title without a target; of some judges no rating has a colour.
pub fn at(lang: Lang, series: &str, rating: i32, colour: Option<&str>) -> String {
    let Some(colour) = colour else { return format!("{series} {rating}") };
    lang.say(
        || format!("{series} {rating}, {colour}"),
        || format!("{series} {rating}, {colour}"),
        || format!("{series} {rating}、{colour}"),
    )
}

/// Below the title: whose rating it is, from how many contests, since when.
pub fn contests(lang: Lang, handle: &str, contests: usize, first: &str) -> String {
    lang.say(
        || match contests {
            1 => format!("{handle} · 1 rated contest on {first}"),
            contests => format!("{handle} · {contests} rated contests since {first}"),
        },
        || match contests {
            1 => format!("{handle} · 레이팅 반영 대회 1회 ({first})"),
            contests => format!("{handle} · {first}부터 레이팅 반영 대회 {contests}회"),
        },
        || match contests {
            1 => format!("{handle} · Rated参加1回 ({first})"),
            contests => format!("{handle} · {first}から Rated参加{contests}回"),
        },
    )
}

/// The same where none is among the days shown.
pub fn none_shown(lang: Lang, handle: &str) -> String {
    lang.say(
        || format!("{handle} · no rated contests in this period"),
        || format!("{handle} · 이 기간에 레이팅 반영 대회 없음"),
        || format!("{handle} · この期間の Rated参加なし"),
    )
}

/// The same where there are unrated ones alone.
pub fn unrated(lang: Lang, handle: &str, contests: u32) -> String {
    lang.say(
        || match contests {
            0 => handle.to_owned(),
            1 => format!("{handle} · 1 unrated contest"),
            contests => format!("{handle} · {contests} unrated contests"),
        },
        || match contests {
            0 => handle.to_owned(),
            contests => format!("{handle} · 레이팅 미반영 대회 {contests}회"),
        },
        || match contests {
            0 => handle.to_owned(),
            contests => format!("{handle} · Unrated 参加{contests}回"),
        },
    )
}

/// Performances that lie outside of the scale, if any do.
pub fn outside(lang: Lang, below: usize, above: usize) -> Option<String> {
    let told = |number: usize| count(number, "performance");
    if below == 0 && above == 0 {
        return None;
    }
    Some(lang.say(
        || match (below, above) {
            (below, 0) => format!("{} below the scale", told(below)),
            (0, above) => format!("{} above the scale", told(above)),
            (below, above) => format!("{} below the scale, {above} above it", told(below)),
        },
        || match (below, above) {
            (below, 0) => format!("범위 아래 퍼포먼스 {below}개"),
            (0, above) => format!("범위 위 퍼포먼스 {above}개"),
            (below, above) => format!("범위 아래 퍼포먼스 {below}개, 위 {above}개"),
        },
        || match (below, above) {
            (below, 0) => format!("範囲より下のパフォーマンス{below}個"),
            (0, above) => format!("範囲より上のパフォーマンス{above}個"),
            (below, above) => format!("範囲より下のパフォーマンス{below}個、上は{above}個"),
        },
    ))
}

/// Below this rating the scale is compressed.
pub fn compressed(lang: Lang, knee: f64) -> String {
    lang.say(
        || format!("compressed below {knee}"),
        || format!("{knee} 미만은 축을 줄여 표시"),
        || format!("{knee}未満は縮めて表示"),
    )
}

/// How a target stands.
pub enum Tag<'a> {
    /// On this day.
    Reached(&'a str),
    /// Until this day, with that probability where there is a forecast.
    Open(&'a str, Option<f64>),
    /// Since this day.
    Missed(&'a str),
}

/// A target's label.
pub fn target(lang: Lang, colour: &str, rating: i32, tag: &Tag<'_>) -> String {
    match tag {
        Tag::Reached(day) => lang.say(
            || format!("{colour} ({rating}), reached {day}"),
            || format!("{colour}({rating}) {day} 달성"),
            || format!("{colour} ({rating}) {day}に達成"),
        ),
        Tag::Open(by, None) => lang.say(
            || format!("{colour} ({rating}) by {by}"),
            || format!("{by}까지 {colour}({rating})"),
            || format!("{by}までに{colour} ({rating})"),
        ),
        Tag::Open(by, Some(chance)) => {
            let chance = likelihood(if lang == Lang::Pseudo { Lang::English } else { lang }, *chance);
            lang.say(
                || format!("{colour} ({rating}) by {by}, {chance}"),
                || format!("{by}까지 {colour}({rating}), 확률 {chance}"),
                || format!("{by}までに{colour} ({rating})、確率 {chance}"),
            )
        }
        Tag::Missed(by) => lang.say(
            || format!("{colour} ({rating}), missed {by}"),
            || format!("{colour}({rating}) {by}까지 미달성"),
            || format!("{colour} ({rating}) {by}までに未達成"),
        ),
    }
}

/// A contest.
pub struct ContestOf<'a> {
    pub name: &'a str,
    pub day: &'a str,
    pub place: Option<u32>,
    pub old: i32,
    pub new: i32,
    pub performance: Option<String>,
}

/// A contest's tooltip.
pub fn contest(lang: Lang, of: &ContestOf<'_>) -> String {
    let ContestOf { name, day, place, old, new, performance } = of;
    let gain = i64::from(*new) - i64::from(*old);
    let told = |place: Option<String>, performance: Option<String>| {
        let [place, performance] = [place, performance].map(Option::unwrap_or_default);
        format!("{day}{place}\n{old} → {new} ({gain:+}){performance}")
    };
    let said = lang.say(
        || {
            told(
                place.map(|place| format!(", rank {place}")),
                performance.as_ref().map(|performance| format!(", performance {performance}")),
            )
        },
        || {
            told(
                place.map(|place| format!(", {place}등")),
                performance.as_ref().map(|performance| format!(", 퍼포먼스 {performance}")),
            )
        },
        || {
            told(
                place.map(|place| format!("、{place}位")),
                performance.as_ref().map(|performance| format!("、パフォーマンス {performance}")),
            )
        },
    );
    format!("{name}\n{said}")
}

/// At the end of the fan, above the shares.
pub fn if_competing(lang: Lang) -> Cow<'static, str> {
    lang.word("if you take part again", "다시 참가할 경우", "また参加した場合")
}

/// Between which ratings half, or most, of the simulations end.
pub fn fan_sentence(lang: Lang, half: &str, most: &str) -> String {
    lang.say(
        || {
            format!(
                " If you take part again, the rating then is within {half} in 50% of cases and {most} in 80%."
            )
        },
        || format!(" 다시 참가할 경우 그때의 레이팅은 50% 확률로 {half}, 80% 확률로 {most}입니다."),
        || format!("また参加した場合、その時点のレーティングは50%の確率で{half}、80%の確率で{most}です。"),
    )
}

/// The tooltip of the fan.
pub fn fan(lang: Lang, most: bool) -> Cow<'static, str> {
    if most {
        lang.word(
            "80% of simulations, if you take part again",
            "시뮬레이션의 80% (다시 참가할 경우)",
            "シミュレーションの80% (また参加した場合)",
        )
    } else {
        lang.word(
            "50% of simulations, if you take part again",
            "시뮬레이션의 50% (다시 참가할 경우)",
            "シミュレーションの50% (また参加した場合)",
        )
    }
}

/// What a chart without contests says in its middle; `ever` is whether there is one in other days.
pub fn empty(lang: Lang, ever: bool) -> Cow<'static, str> {
    if ever {
        lang.word(
            "No rated contests in this period.",
            "이 기간에는 레이팅 반영 대회가 없습니다.",
            "この期間の Rated参加はありません。",
        )
    } else {
        lang.word(
            "Your rating will appear here after your first rated contest.",
            "첫 레이팅 반영 대회 후에 레이팅이 표시됩니다.",
            "最初の Rated参加後に、ここにレーティングが表示されます。",
        )
    }
}

/// The last rating, which is the highest.
pub fn last_highest(lang: Lang, rating: i32) -> String {
    lang.say(|| format!("{rating}, highest"), || format!("{rating} (최고)"), || format!("{rating} (最高)"))
}

/// The highest rating and its day.
pub fn highest(lang: Lang, rating: i32, day: &str) -> String {
    lang.say(
        || format!("highest {rating}, {day}"),
        || format!("최고 {rating}, {day}"),
        || format!("最高{rating}、{day}"),
    )
}

/// A colour that was reached, on its day; `target` is that it was one.
pub fn arrival(lang: Lang, colour: &str, day: &str, target: bool) -> String {
    lang.say(
        || format!("{colour}, {day}{}", if target { " (target)" } else { "" }),
        || format!("{colour}, {day}{}", if target { " (목표)" } else { "" }),
        || format!("{colour}、{day}{}", if target { " (目標)" } else { "" }),
    )
}

/// What specks and their line are.
pub fn form(lang: Lang, of: usize) -> String {
    lang.say(
        || format!("performance, {of}-contest average"),
        || format!("퍼포먼스, {of}회 평균"),
        || format!("パフォーマンス、{of}回平均"),
    )
}

/// Targets that find no room.
pub fn more(lang: Lang, targets: usize) -> String {
    lang.say(|| format!("and {targets} more"), || format!("외 {targets}개"), || format!("ほか{targets}件"))
}

/// At the line of the day that it is.
pub fn today(lang: Lang) -> Cow<'static, str> {
    lang.word("today", "오늘", "今日")
}

/// Of whoever can't see it: what the subtitle says.
pub fn described(lang: Lang, subtitle: &str) -> String {
    lang.say(
        || format!("Rating of {subtitle}."),
        || format!("레이팅: {subtitle}."),
        || format!("レーティング: {subtitle}。"),
    )
}

/// The same: the highest rating.
pub fn highest_on(lang: Lang, rating: i32, day: &str) -> String {
    lang.say(
        || format!(" Highest {rating} on {day}."),
        || format!(" 최고 {rating} ({day})."),
        || format!("最高{rating} ({day})。"),
    )
}

/// The same: the colours that were reached.
pub fn arrivals(lang: Lang, arrivals: &[(Cow<'static, str>, String)]) -> String {
    let each = |tell: &dyn Fn(&str, &str) -> String, comma: &str| {
        let arrivals = arrivals.iter().map(|(colour, day)| tell(colour, day));
        arrivals.collect::<Vec<_>>().join(comma)
    };
    lang.say(
        || format!(" Reached {}.", each(&|colour, day| format!("{colour} on {day}"), ", ")),
        || format!(" 달성: {}.", each(&|colour, day| format!("{colour} ({day})"), ", ")),
        || format!("達成: {}。", each(&|colour, day| format!("{colour} ({day})"), "、")),
    )
}

/// The same: a target.
pub fn target_sentence(lang: Lang, target: &str) -> String {
    lang.say(|| format!(" Target: {target}."), || format!(" 목표: {target}."), || format!("目標: {target}。"))
}

/// The same: the scale.
pub fn scale(lang: Lang, compressed: &str) -> String {
    lang.say(
        || format!(" The scale is {compressed}."),
        || format!(" 축: {compressed}."),
        || format!("軸: {compressed}。"),
    )
}

/// The same: performances outside of it.
pub fn edge(lang: Lang, outside: &str) -> String {
    lang.say(
        || format!(" Ticks at the edge: {outside}."),
        || format!(" 가장자리의 눈금: {outside}."),
        || format!("端の目盛り: {outside}。"),
    )
}
