//! What each target takes, and how likely it is.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::model::{Judge, likelihood, share_words};
use crate::report::paint::Paint;
use crate::report::phrase::Phrase;

/// "AtCoder green (800) by 31 December": a series, its goal and the goal's day.
pub fn heading(lang: Lang, title: &Phrase, goal: &Phrase, by: &str) -> Phrase {
    let both = title.clone().and(" ").then(goal.clone());
    lang.say(
        || both.clone().and(format_args!(" by {by}")),
        || both.clone().and(format_args!(" · 기한 {by}")),
        || both.clone().and(format_args!("、期限 {by}")),
    )
}

/// A target of a series that nobody follows.
pub fn no_handle(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "No handle. Add one under [handles] in cpt.toml.",
        "핸들이 없습니다. cpt.toml의 [handles]에 추가하세요.",
        "ハンドルがありません。cpt.toml の [handles] に追加してください。",
    )
}

/// The rating that it is about is not stored.
pub fn not_fetched(lang: Lang) -> Cow<'static, str> {
    lang.word("Rating not fetched yet", "아직 레이팅을 가져오지 않음", "レーティング未取得")
}

/// Its day has passed.
pub fn missed(lang: Lang) -> Cow<'static, str> {
    lang.word("Missed", "미달성", "未達成")
}

/// When and in which contest it was reached; `below` is how far below the rating is now.
pub fn reached(lang: Lang, on: &str, contest: &str, below: i32) -> Phrase {
    let good = |text: String| Phrase::painted(Paint::Good, text);
    lang.say(
        || {
            let now = if below == 0 { "still held".to_owned() } else { format!("now {below} below") };
            good(format!("Reached on {on}")).and(format_args!(" in {contest}, {now}"))
        },
        || {
            let now = match below {
                0 => "현재도 유지".to_owned(),
                below => format!("이후 하락해 현재 {below} 부족"),
            };
            good(format!("{on} 달성")).and(format_args!(" ({contest}), {now}"))
        },
        || {
            let now = match below {
                0 => "現在も維持".to_owned(),
                below => format!("その後低下し現在は{below}不足"),
            };
            good(format!("{on}に達成")).and(format_args!(" ({contest})、{now}"))
        },
    )
}

/// "Now 1312, 88 to go"; `gap` is 0 where the rating is there and no contest that counts has confirmed it.
pub fn now(lang: Lang, rating: Option<i32>, gap: i32) -> Phrase {
    let known = rating.map(|rating| {
        lang.say(|| format!("Now {rating}"), || format!("현재 {rating}"), || format!("現在 {rating}"))
    });
    let none = || lang.word("No rating yet", "아직 레이팅 없음", "レーティングなし");
    let now = Phrase::words(known.unwrap_or_else(|| none().into_owned()));
    if gap == 0 {
        return now;
    }
    let strong = Phrase::painted(Paint::Strong, gap);
    lang.say(
        || now.clone().and(", ").then(strong.clone()).and(" to go"),
        || now.clone().and(", ").then(strong.clone()).and(" 남음"),
        || now.clone().and("、あと").then(strong.clone()),
    )
}

/// When the probability of reaching a goal is 50%.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Median {
    /// On this day.
    By(String),
    /// Not within the years of a forecast, so many.
    Beyond(u8),
    /// That says nothing new.
    Untold,
}

/// How likely it is by the target's day; `stops` is the probability of taking part in no contest again.
pub fn chance(lang: Lang, by_then: f64, median: &Median, stops: f64) -> Phrase {
    let share = Phrase::painted(Paint::Strong, share_words(lang, by_then));
    let stops = (stops >= 0.01).then(|| likelihood(lang, stops));
    lang.say(
        || {
            let median = match median {
                Median::By(day) => format!(", 50% by {day}"),
                Median::Beyond(years) => format!(", not 50% within {years} years"),
                Median::Untold => String::new(),
            };
            let stops = match &stops {
                None => "assuming you keep competing".to_owned(),
                Some(share) => format!("allowing for {share} that you stop competing"),
            };
            Phrase::words("Chance: ").then(share.clone()).and(format_args!(" by then{median} ({stops})"))
        },
        || {
            let median = match median {
                Median::By(day) => format!(", {day}까지 50%"),
                Median::Beyond(years) => format!(", {years}년 안에는 50% 미만"),
                Median::Untold => String::new(),
            };
            let stops = match &stops {
                None => "앞으로도 대회에 참가한다고 가정".to_owned(),
                Some(share) => format!("더는 참가하지 않을 확률 {share} 반영"),
            };
            let words = Phrase::words("달성 확률: 기한까지 ").then(share.clone());
            words.and(format_args!("{median} ({stops})"))
        },
        || {
            let median = match median {
                Median::By(day) => format!("、{day}までに50%"),
                Median::Beyond(years) => format!("、{years}年以内では50%未満"),
                Median::Untold => String::new(),
            };
            let stops = match &stops {
                None => "今後も参加すると仮定".to_owned(),
                Some(share) => format!("今後参加しない確率 {share}を考慮"),
            };
            let words = Phrase::words("達成確率: 期限までに").then(share.clone());
            words.and(format_args!("{median} ({stops})"))
        },
    )
}

/// In place of the chance: only `contests` of the `needed` rated contests are there.
pub fn too_few_contests(lang: Lang, contests: usize, needed: usize) -> String {
    lang.say(
        || format!("Chance: no forecast yet ({contests} of {needed} rated contests)"),
        || format!("달성 확률: 아직 예측 불가 (레이팅 반영 대회 {needed}회 중 {contests}회 참가)"),
        || format!("達成確率: まだ予測不可 (必要なRated参加{needed}回のうち{contests}回)"),
    )
}

/// The same where no forecast was fitted to the judge's ratings.
pub fn not_fitted(lang: Lang, judge: Judge) -> String {
    lang.say(
        || format!("Chance: unknown (there is no forecast for {judge} ratings)"),
        || format!("달성 확률: 알 수 없음 ({judge} 레이팅 예측 모델 없음)"),
        || format!("達成確率: 不明 ({judge} のレーティングの予測モデルなし)"),
    )
}

/// Where a performance as of late leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// To the goal in so many contests.
    There(usize),
    /// Not to the goal, to which this performance leads in so many contests.
    Short { needed: i32, contests: usize },
    /// Not to the goal.
    Nowhere,
}

/// The average performance of the last `of` contests, and where it leads.
pub fn form(lang: Lang, performance: i32, is_estimate: bool, of: usize, leads: Leads) -> String {
    lang.say(
        || {
            let about = if is_estimate { "about " } else { "" };
            let leads = match leads {
                Leads::There(1) => "enough to reach it in 1 contest".to_owned(),
                Leads::There(contests) => format!("enough to reach it in {contests} contests"),
                Leads::Short { needed, contests } => {
                    format!("not enough to reach it; {needed} would take {contests} contests")
                }
                Leads::Nowhere => "not enough to reach it".to_owned(),
            };
            format!("Recent form: {about}{performance} (average of your last {of} performances), {leads}")
        },
        || {
            let about = if is_estimate { "약 " } else { "" };
            let leads = match leads {
                Leads::There(contests) => format!("이대로라면 대회 {contests}회 만에 달성"),
                Leads::Short { needed, contests } => {
                    format!("이대로는 달성 불가 (대회 {contests}회 만에 달성하려면 {needed})")
                }
                Leads::Nowhere => "이대로는 달성 불가".to_owned(),
            };
            format!("최근 {of}회 평균 퍼포먼스: {about}{performance}, {leads}")
        },
        || {
            let about = if is_estimate { "約" } else { "" };
            let leads = match leads {
                Leads::There(contests) => format!("このままなら{contests}回で到達"),
                Leads::Short { needed, contests } => {
                    format!("このままでは到達不可 ({contests}回で到達するには{needed})")
                }
                Leads::Nowhere => "このままでは到達不可".to_owned(),
            };
            format!("直近{of}回の平均パフォーマンス: {about}{performance}、{leads}")
        },
    )
}

/// How many contests a month one took part in of late, and how many that makes until the target's day.
pub fn pace(lang: Lang, a_month: f64, left: u32) -> String {
    lang.say(
        || {
            let left = if left == 0 { "less than 1".to_owned() } else { format!("about {left}") };
            format!("Pace: {a_month:.1} contests per month recently, {left} until then")
        },
        || {
            let left = if left == 0 { "1회 미만".to_owned() } else { format!("약 {left}회") };
            format!("참가 빈도: 최근 월 {a_month:.1}회, 기한까지 {left}")
        },
        || {
            let left = if left == 0 { "1回未満".to_owned() } else { format!("約{left}回") };
            format!("参加頻度: 最近は月{a_month:.1}回、期限まで{left}")
        },
    )
}

/// The same of whoever took part in none.
pub fn no_pace(lang: Lang, days: i64) -> String {
    lang.say(
        || format!("Pace: no contests in the last {days} days"),
        || format!("참가 빈도: 최근 {days}일 동안 참가한 대회 없음"),
        || format!("参加頻度: 直近{days}日間は参加なし"),
    )
}
