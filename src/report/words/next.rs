//! What to solve today.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::model::share_words;
use crate::report::paint::Paint;
use crate::report::phrase::Phrase;

/// Over the problems of a day, which may be from a list.
pub fn heading(lang: Lang, day: &str, list: Option<&str>) -> String {
    match list {
        None => lang.say(
            || format!("Problems for {day}"),
            || format!("{day} 추천 문제"),
            || format!("{day}のおすすめ問題"),
        ),
        Some(list) => lang.say(
            || format!("Problems for {day}, from {list}"),
            || format!("{day} 추천 문제 ({list})"),
            || format!("{day}のおすすめ問題 ({list})"),
        ),
    }
}

/// How likely each is solved at one's level, in a contest and in practice.
pub fn chances(lang: Lang, in_contest: f64, in_practice: Option<f64>) -> String {
    let in_contest = share_words(lang, in_contest);
    match in_practice.map(|it| share_words(lang, it)) {
        None => lang.say(
            || format!("Chance of solving each during a contest: {in_contest}."),
            || format!("대회 중 각 문제를 풀 확률: {in_contest}"),
            || format!("コンテスト中に各問題を解ける確率: {in_contest}"),
        ),
        Some(in_practice) => lang.say(
            || {
                format!(
                    "Chance of solving each: {in_contest} during a contest, {in_practice} while practising."
                )
            },
            || format!("각 문제를 풀 확률: 대회 중 {in_contest}, 연습 중 {in_practice}"),
            || format!("各問題を解ける確率: コンテスト中は{in_contest}、練習では{in_practice}"),
        ),
    }
}

/// In place of the problems.
pub fn nothing(lang: Lang) -> Cow<'static, str> {
    lang.word("No matching problems.", "조건에 맞는 문제가 없습니다.", "条件に合う問題がありません。")
}

/// Submitted, and never accepted.
pub fn attempted(lang: Lang) -> Cow<'static, str> {
    lang.word("attempted, not solved yet", "시도했지만 아직 못 풂", "提出済み・未AC")
}

/// By the judge.
pub fn accepted(lang: Lang) -> Cow<'static, str> {
    lang.word("accepted", "정답", "AC")
}

/// To a repository.
pub fn committed(lang: Lang) -> Cow<'static, str> {
    lang.word("committed", "커밋함", "コミット済み")
}

/// A problem of which no tag is known.
pub fn untagged(lang: Lang) -> Cow<'static, str> {
    lang.word("untagged", "태그 없음", "タグなし")
}

/// Attempts per problem of a tag, one's own and others'.
pub fn weak(lang: Lang, tag: &str, own: f64, usual: f64) -> String {
    lang.say(
        || format!("{tag}: {own:.1} attempts per problem (others need {usual:.1})"),
        || format!("{tag}: 문제당 {own:.1}번 시도 (다른 사람은 {usual:.1}번)"),
        || format!("{tag}: 1問あたり{own:.1}回提出 (他の人は{usual:.1}回)"),
    )
}

/// The same of a tag that isn't told.
pub fn weak_untold(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "a tag you need more attempts for than most",
        "남들보다 시도 횟수가 많은 태그",
        "平均より試行回数が多いタグ",
    )
}

/// A tag that one has solved nothing of for so many days.
pub fn untouched(lang: Lang, tag: &str, days: u32) -> String {
    let time = lang.days(days);
    lang.say(
        || format!("no {tag} for {time}"),
        || format!("{tag}: {time} 동안 풀지 않음"),
        || format!("{tag}: {time}間解いていない"),
    )
}

/// The same of a tag that isn't told.
pub fn untouched_untold(lang: Lang, days: u32) -> String {
    let time = lang.days(days);
    lang.say(
        || format!("a tag you haven't practised for {time}"),
        || format!("{time} 동안 풀지 않은 태그"),
        || format!("{time}間解いていないタグ"),
    )
}

/// A tag that one has never solved anything of.
pub fn new(lang: Lang, tag: &str) -> String {
    lang.say(
        || format!("new to you: {tag}"),
        || format!("처음 푸는 태그: {tag}"),
        || format!("初めてのタグ: {tag}"),
    )
}

/// The same of a tag that isn't told.
pub fn new_untold(lang: Lang) -> Cow<'static, str> {
    lang.word("a tag that is new to you", "처음 푸는 태그", "初めてのタグ")
}

/// The next of a list, or of what is below a heading in it.
pub fn listed(lang: Lang, list: Option<&str>, heading: Option<&str>) -> String {
    let list = list.map_or_else(|| lang.word("the list", "목록", "リスト"), |list| list.to_owned().into());
    match heading {
        None => lang.say(
            || format!("next in {list}"),
            || format!("{list}의 다음 문제"),
            || format!("{list} の次の問題"),
        ),
        Some(heading) => lang.say(
            || format!("next in {list}: {heading}"),
            || format!("{list}의 다음 문제: {heading}"),
            || format!("{list} の次の問題: {heading}"),
        ),
    }
}

/// For whoever has no level yet.
pub fn easiest(lang: Lang) -> Cow<'static, str> {
    lang.word("one of the easiest, to begin with", "처음 풀기 좋은 쉬운 문제", "最初に解きやすい問題")
}

/// Of the difficulty that was asked for.
pub fn in_range(lang: Lang) -> Cow<'static, str> {
    lang.word("in the requested range", "요청한 난이도 범위", "指定した難易度の範囲")
}

/// Likely solved.
pub fn easy(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "easy: good for speed and accuracy",
        "쉬움: 속도와 정확도 연습용",
        "易しい: 速さと正確さの練習向き",
    )
}

/// Unlikely solved.
pub fn stretch(lang: Lang) -> Cow<'static, str> {
    lang.word("a stretch", "도전 문제", "少し難しい問題")
}

/// Solved as often as not.
pub fn at_level(lang: Lang) -> Cow<'static, str> {
    lang.word("at your level", "내 실력에 맞는 문제", "実力相応")
}

/// "about 25 min", "about 3 h".
pub fn duration(lang: Lang, seconds: f64) -> String {
    let minutes = (seconds / 60.0).round().max(1.0);
    if minutes < 120.0 {
        return lang.say(
            || format!("about {minutes:.0} min"),
            || format!("약 {minutes:.0}분"),
            || format!("約{minutes:.0}分"),
        );
    }
    let hours = minutes / 60.0;
    lang.say(
        || format!("about {hours:.0} h"),
        || format!("약 {hours:.0}시간"),
        || format!("約{hours:.0}時間"),
    )
}

/// A contest that is rated for one, and begins within a day: `soon` is "in 5 minutes".
pub fn contest_soon(lang: Lang, name: &str, soon: &str, link: &str) -> Phrase {
    let name = Phrase::painted(Paint::Strong, name);
    lang.say(
        || name.clone().and(format_args!(" is rated for you and starts {soon}: {link}")),
        || name.clone().and(format_args!(": 레이팅 반영 대상, {soon} 시작: {link}")),
        || name.clone().and(format_args!(": Rated対象、{soon}に開始: {link}")),
    )
}
