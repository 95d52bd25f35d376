//! Ratings, and how far their targets are.

use crate::lang::Lang;
use crate::model::{Judge, likelihood};
use crate::report::paint::Paint;
use crate::report::phrase::Phrase;

/// "cyan (1400)".
pub fn goal(lang: Lang, colour: &str, rating: i32) -> String {
    lang.say(
        || format!("{colour} ({rating})"),
        || format!("{colour}({rating})"),
        || format!("{colour} ({rating})"),
    )
}

/// The same where it was said to be roughly a goal of another judge.
pub fn goal_as_at(lang: Lang, colour: &str, rating: i32, judge: Judge, its: &str, there: i32) -> String {
    lang.say(
        || format!("{colour} ({rating}, about {judge} {its} {there})"),
        || format!("{colour}({rating}, {judge} {its} {there} 상당)"),
        || format!("{colour} ({rating}、{judge} {its} {there} 相当)"),
    )
}

/// "88 to cyan (1400)", the next colour.
pub fn to_go(lang: Lang, goal: &Phrase, gap: i32) -> Phrase {
    let gap = Phrase::painted(Paint::Strong, gap);
    lang.say(
        || gap.clone().and(" to ").then(goal.clone()),
        || goal.clone().and("까지 ").then(gap.clone()).and(" 남음"),
        || goal.clone().and(" まであと").then(gap.clone()),
    )
}

/// What is known of whether a target is reached in time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outcome {
    /// With this probability.
    Likely(f64),
    /// Too few contests for a forecast.
    TooFewContests,
    /// Nothing.
    Untold,
}

/// "88 to cyan (1400) by 22 January 2027, about a 25% chance", a target that is open.
pub fn to_go_by(lang: Lang, goal: &Phrase, gap: i32, by: &str, outcome: Outcome) -> Phrase {
    let gap = Phrase::painted(Paint::Strong, gap);
    lang.say(
        || {
            let rest = match outcome {
                Outcome::Likely(probability) => format!(", {}", likelihood(lang, probability)),
                Outcome::TooFewContests => ", not enough contests for a forecast".to_owned(),
                Outcome::Untold => String::new(),
            };
            gap.clone().and(" to ").then(goal.clone()).and(format_args!(" by {by}{rest}"))
        },
        || {
            let rest = match outcome {
                Outcome::Likely(probability) => {
                    format!("{by}까지 달성 확률 {}", likelihood(lang, probability))
                }
                Outcome::TooFewContests => format!("기한 {by}, 대회 참가 횟수가 적어 예측 불가"),
                Outcome::Untold => format!("기한 {by}"),
            };
            goal.clone().and("까지 ").then(gap.clone()).and(format_args!(" 남음, {rest}"))
        },
        || {
            let rest = match outcome {
                Outcome::Likely(probability) => {
                    format!("{by}までの達成確率 {}", likelihood(lang, probability))
                }
                Outcome::TooFewContests => format!("期限 {by}、参加回数が少ないため予測不可"),
                Outcome::Untold => format!("期限 {by}"),
            };
            goal.clone().and(" まであと").then(gap.clone()).and(format_args!("、{rest}"))
        },
    )
}

/// "cyan (1400) reached on 3 May".
pub fn reached(lang: Lang, goal: &Phrase, on: &str) -> Phrase {
    lang.say(
        || goal.clone().and(" ").paint(Paint::Good, format_args!("reached on {on}")),
        || Phrase::words(format_args!("{on}에 ")).then(goal.clone()).and(" ").paint(Paint::Good, "달성"),
        || goal.clone().and(format_args!(" を{on}に")).paint(Paint::Good, "達成"),
    )
}

/// After [`reached`], where the rating fell since: `below` is the distance to the goal.
pub fn fallen(lang: Lang, reached: &Phrase, below: i32) -> Phrase {
    lang.say(
        || reached.clone().and(format_args!(", now {below} below")),
        || reached.clone().and(format_args!(", 이후 하락해 현재 {below} 부족")),
        || reached.clone().and(format_args!("、その後低下し現在は{below}不足")),
    )
}

/// How a goal that was reached and isn't held becomes one again.
pub fn start_again(lang: Lang, today: &str) -> String {
    lang.say(
        || format!("to start again, set from = \"{today}\" in its block in cpt.toml"),
        || format!("다시 시작하려면 cpt.toml의 해당 블록에서 설정: from = \"{today}\""),
        || format!("もう一度始めるには cpt.toml のそのブロックに設定: from = \"{today}\""),
    )
}

/// Two facts about a target in one line.
pub fn joined(lang: Lang, before: &Phrase, after: &str) -> Phrase {
    lang.say(
        || before.clone().and(format_args!("; {after}")),
        || before.clone().and(format_args!(" · {after}")),
        || before.clone().and(format_args!("、{after}")),
    )
}

/// "cyan (1400) missed (due 3 May)".
pub fn missed(lang: Lang, goal: &Phrase, by: &str) -> Phrase {
    lang.say(
        || goal.clone().and(" ").paint(Paint::Warn, "missed").and(format_args!(" (due {by})")),
        || goal.clone().and(" ").paint(Paint::Warn, "미달성").and(format_args!(" (기한 {by})")),
        || goal.clone().and(" ").paint(Paint::Warn, "未達成").and(format_args!(" (期限 {by})")),
    )
}

/// "cyan (1400) by 3 May", of which nothing more is known.
pub fn due(lang: Lang, goal: &Phrase, by: &str) -> Phrase {
    lang.say(
        || goal.clone().and(format_args!(" by {by}")),
        || goal.clone().and(format_args!(" (기한 {by})")),
        || goal.clone().and(format_args!(" (期限 {by})")),
    )
}

/// The rating has been there before, and isn't any more.
pub fn held_between(lang: Lang, from: &str, to: &str) -> String {
    lang.say(
        || format!("held from {from} to {to}"),
        || format!("{from}부터 {to}까지 유지"),
        || format!("{from}から{to}まで維持"),
    )
}

/// The rating is there, and no contest that counts has confirmed it.
pub fn held_since(lang: Lang, from: &str) -> String {
    lang.say(
        || format!("held since {from}; the next rated contest that keeps it reaches the target"),
        || format!("{from}부터 유지 중 (다음 레이팅 반영 대회 후에도 유지하면 달성)"),
        || format!("{from}から維持中 (次の Rated コンテスト後も維持すれば達成)"),
    )
}

/// Under a rating.
pub struct Context<'a> {
    /// The rated contests.
    pub contests: usize,
    /// The highest rating, and the last change, signed.
    pub highest: i32,
    pub change: &'a str,
    /// The last contest and its day.
    pub contest: &'a str,
    pub on: &'a str,
}

/// "43 contests, highest 762, last +12 in ABC 381 on 21 November".
pub fn context(lang: Lang, of: &Context<'_>) -> String {
    let Context { contests, highest, change, contest, on } = of;
    let contests = lang.contests_taken(*contests);
    lang.say(
        || format!("{contests}, highest {highest}, last {change} in {contest} on {on}"),
        || format!("{contests}, 최고 {highest}, 최근 {change} ({contest}, {on})"),
        || format!("{contests}、最高 {highest}、直近 {change} ({contest}、{on})"),
    )
}

/// After a series' title.
pub fn never_rated(lang: Lang, title: &Phrase) -> Phrase {
    lang.say(
        || title.clone().and(": no rated contest yet"),
        || title.clone().and(": 아직 레이팅이 반영된 대회가 없습니다"),
        || title.clone().and(": Rated のコンテストにまだ参加していません"),
    )
}

/// After a series' title.
pub fn not_fetched(lang: Lang, title: &Phrase, has_failed: bool) -> Phrase {
    if has_failed {
        return lang.say(
            || title.clone().and(": not fetched yet, as the last attempt failed"),
            || title.clone().and(": 아직 가져오지 않음 (마지막 시도 실패)"),
            || title.clone().and(": 未取得 (前回の取得に失敗)"),
        );
    }
    lang.say(
        || title.clone().and(": not fetched yet"),
        || title.clone().and(": 아직 가져오지 않음"),
        || title.clone().and(": 未取得"),
    )
}

/// A target of a series that nobody follows.
pub fn orphan(lang: Lang, title: &str) -> String {
    lang.say(
        || format!("{title}: target set, but no handle. Add one under [handles] in cpt.toml."),
        || format!("{title}: 목표가 있지만 핸들이 없습니다. cpt.toml의 [handles]에 추가하세요."),
        || {
            format!(
                "{title}: 目標はありますが、ハンドルがありません。cpt.toml の [handles] に追加してください。"
            )
        },
    )
}

/// How far an archive got: when the newest submission that it has of anybody was handed in, and how long ago it told so.
pub fn archive(lang: Lang, archive: &str, newest: &str, asked: &str) -> String {
    lang.say(
        || format!("{archive}: newest submission {newest}, checked {asked}"),
        || format!("{archive}: 최신 제출 {newest} ({asked} 확인)"),
        || format!("{archive}: 最新の提出 {newest} (確認: {asked})"),
    )
}
