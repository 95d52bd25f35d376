//! What was practised.

use std::borrow::Cow;

use crate::answers::Counts;
use crate::lang::Lang;
use crate::model::percent;
use crate::report::paint::Paint;
use crate::report::phrase::Phrase;

/// A stretch of time: its first and its last day, and how many days these are.
pub fn title(lang: Lang, from: Option<&str>, to: Option<&str>, days: Option<(String, u32)>) -> String {
    match (from, to) {
        (None, None) => lang.word("All time", "전체 기간", "全期間").into_owned(),
        (None, Some(to)) => {
            lang.say(|| format!("Until {to}"), || format!("{to}까지"), || format!("{to}まで"))
        }
        (Some(from), None) => {
            lang.say(|| format!("Since {from}"), || format!("{from}부터"), || format!("{from}以降"))
        }
        (Some(from), Some(to)) => match days {
            Some((between, days)) => {
                let number = lang.days(days);
                let spaced = || format!("{between} ({number})");
                lang.say(spaced, spaced, || format!("{between} ({number}間)"))
            }
            None => format!("{from} – {to}"),
        },
    }
}

/// In place of the counts.
pub fn nothing(lang: Lang) -> Cow<'static, str> {
    lang.word("No problems attempted", "시도한 문제 없음", "提出した問題なし")
}

/// "12 of 15 problems accepted (80%), 9 on the first try (75%), 1.4 attempts per accepted problem".
pub fn summary(lang: Lang, counts: &Counts) -> String {
    let (solved, first) = (counts.solved, counts.first_try);
    let tried = lang.problems(counts.tried);
    let rate = counts.success_rate().map_or_else(String::new, |rate| format!(" ({})", percent(rate)));
    let each = counts.first_try_rate().zip(counts.mean_tries()).map(|(rate, tries)| {
        let rate = percent(rate);
        lang.say(
            || format!(", {first} on the first try ({rate}), {tries:.1} attempts per accepted problem"),
            || format!(", 한 번에 정답 {first}문제 ({rate}), 정답 문제당 평균 시도 {tries:.1}번"),
            || format!("、一発AC {first}問 ({rate})、AC1問あたり平均{tries:.1}回提出"),
        )
    });
    let each = each.unwrap_or_default();
    lang.say(
        || format!("{solved} of {tried} accepted{rate}{each}"),
        || format!("시도한 {tried} 중 {solved}문제 정답{rate}{each}"),
        || format!("提出した{tried}中{solved}問AC{rate}{each}"),
    )
}

/// Over the counts of each row: accepted, the same in the time before, attempted, how many of those were accepted, how many
/// at once, and how many attempts each took.
pub fn columns(lang: Lang) -> [Cow<'static, str>; 6] {
    [
        accepted(lang),
        before(lang),
        lang.word("Attempted", "시도", "提出"),
        lang.word("Success", "정답률", "正答率"),
        lang.word("First try", "한 번에", "一発AC"),
        lang.word("Attempts", "평균 시도", "平均提出"),
    ]
}

/// Over the number of those that were.
pub fn accepted(lang: Lang) -> Cow<'static, str> {
    lang.word("Accepted", "정답", "AC")
}

/// The same of committed ones.
pub fn committed(lang: Lang) -> Cow<'static, str> {
    lang.word("Committed", "커밋", "コミット")
}

/// The same in the time before.
pub fn before(lang: Lang) -> Cow<'static, str> {
    lang.word("Before", "이전", "前期間")
}

/// Over judges.
pub fn judge(lang: Lang) -> Cow<'static, str> {
    lang.word("Judge", "저지", "サイト")
}

/// Over difficulties.
pub fn difficulty(lang: Lang) -> Cow<'static, str> {
    lang.word("Difficulty", "난이도", "難易度")
}

/// Over the difficulties of one judge's problems.
pub fn difficulty_at(lang: Lang, judge: &str) -> String {
    lang.say(|| format!("{judge} difficulty"), || format!("{judge} 난이도"), || format!("{judge} の難易度"))
}

/// Over tags.
pub fn tag(lang: Lang) -> Cow<'static, str> {
    lang.word("Tag", "태그", "タグ")
}

/// Over the tags of one judge's problems.
pub fn tag_at(lang: Lang, judge: &str) -> String {
    lang.say(|| format!("{judge} tag"), || format!("{judge} 태그"), || format!("{judge} のタグ"))
}

/// Problems without any.
pub fn untagged(lang: Lang) -> Cow<'static, str> {
    lang.word("untagged", "태그 없음", "タグなし")
}

/// Over months.
pub fn month(lang: Lang) -> Cow<'static, str> {
    lang.word("Month", "월", "月")
}

/// Problems of a judge that isn't fetched, which are committed.
pub fn committed_at(lang: Lang, judge: &str, problems: u32) -> Phrase {
    let strong = Phrase::painted(Paint::Strong, lang.problems(problems));
    let at = || Phrase::words(format_args!("{judge}: "));
    lang.say(
        || strong.clone().and(format_args!(" committed at {judge}")),
        || at().then(strong.clone()).and(" 커밋"),
        || at().then(strong.clone()).and("コミット"),
    )
}

/// The same of those that an archive says were accepted, without a date.
pub fn accepted_at(lang: Lang, judge: &str, problems: u32) -> Phrase {
    let strong = Phrase::painted(Paint::Strong, lang.problems(problems));
    let at = || Phrase::words(format_args!("{judge}: "));
    lang.say(
        || strong.clone().and(format_args!(" accepted at {judge} on unknown dates (imported)")),
        || at().then(strong.clone()).and(" 정답, 날짜 정보 없음 (가져온 데이터)"),
        || at().then(strong.clone()).and("AC、日付不明 (インポート)"),
    )
}

/// A difficulty that nobody knows.
pub fn unknown(lang: Lang) -> Cow<'static, str> {
    lang.word("unknown", "알 수 없음", "不明")
}

/// The same where the judge tells none.
pub fn no_difficulty(lang: Lang) -> Cow<'static, str> {
    lang.word("no difficulty", "난이도 없음", "難易度なし")
}

/// After a difficulty, whose it is.
pub fn at_judge(lang: Lang, judge: &str) -> String {
    lang.say(|| format!("at {judge}"), || format!("({judge})"), || format!("({judge})"))
}

/// Over how far above one's level one practised.
pub fn compared_with_level(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "Difficulty of accepted practice problems, compared with your level at the time",
        "연습에서 푼 문제의 난이도 (당시 실력 대비)",
        "練習で解いた問題の難易度 (当時の実力との差)",
    )
}

/// The median of how far above, in the time before, too, and how many were above.
pub fn above_level(
    lang: Lang,
    judge: &str,
    problems: u32,
    median: i32,
    before: Option<i32>,
    harder: u32,
) -> String {
    let problems = lang.problems(problems);
    let change = super::change;
    lang.say(
        || {
            let told = |median: i32| match median {
                0 => "equal to".to_owned(),
                up if up > 0 => format!("{up} above"),
                down => format!("{} below", down.unsigned_abs()),
            };
            let before = before.map_or_else(String::new, |old| format!(" (before: {})", change(old)));
            let median = told(median);
            format!("{judge}: median {median} your level over {problems}{before}; {harder} were harder")
        },
        || {
            let before = before.map_or_else(String::new, |old| format!(", 이전 {}", change(old)));
            let median = change(median);
            format!("{judge}: 중앙값 {median} ({problems}{before}), 실력보다 어려운 문제 {harder}문제")
        },
        || {
            let before = before.map_or_else(String::new, |old| format!("、前期間 {}", change(old)));
            let median = change(median);
            format!("{judge}: 中央値 {median} ({problems}{before})、実力より難しい問題 {harder}問")
        },
    )
}
