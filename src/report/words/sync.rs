//! What a sync brought.

use std::borrow::Cow;

use crate::lang::{Lang, Later};
use crate::model::Advice;

/// A source of which nothing was ever fetched.
pub fn never_fetched(lang: Lang) -> Cow<'static, str> {
    lang.word("never fetched", "가져온 적 없음", "未取得")
}

/// What is stored of a source, and since when.
pub fn as_of(lang: Lang, stored: &str, ago: &str) -> String {
    lang.say(
        || format!("{stored}, as of {ago}"),
        || format!("{stored} ({ago} 기준)"),
        || format!("{stored} (取得: {ago})"),
    )
}

/// Nothing changed.
pub fn nothing_new(lang: Lang) -> Cow<'static, str> {
    lang.word("no changes", "변경 없음", "変更なし")
}

/// Nothing changed anywhere.
pub fn up_to_date(lang: Lang) -> Cow<'static, str> {
    lang.word("Already up to date.", "이미 최신 상태입니다.", "すでに最新です。")
}

/// In place of a rating.
pub fn never_rated(lang: Lang, handle: &str) -> String {
    lang.say(
        || format!("no rated contest yet ({handle})"),
        || format!("아직 레이팅이 반영된 대회 없음 ({handle})"),
        || format!("Rated のコンテストに未参加 ({handle})"),
    )
}

/// The change of a rating.
pub fn since_last(lang: Lang, change: &str) -> String {
    lang.say(
        || format!("{change} since the last sync"),
        || format!("지난 동기화 이후 {change}"),
        || format!("前回の同期から {change}"),
    )
}

/// What became of contests or entries of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    /// They were not there.
    New,
    /// They are told otherwise.
    Changed,
    /// Their verdict is another.
    Rejudged,
    /// The judge lists them no longer.
    Removed,
}

/// "3 new contests".
pub fn contests(lang: Lang, number: usize, became: Became) -> String {
    let contests = Lang::English.contests(number);
    match became {
        Became::New => lang.say(
            || format!("{number} new contest{}", if number == 1 { "" } else { "s" }),
            || format!("새 대회 {number}개"),
            || format!("新しいコンテスト{number}件"),
        ),
        Became::Changed | Became::Rejudged => lang.say(
            || format!("{contests} updated"),
            || format!("대회 {number}개 갱신됨"),
            || format!("コンテスト{number}件を更新"),
        ),
        Became::Removed => lang.say(
            || format!("{contests} no longer listed"),
            || format!("목록에서 사라진 대회 {number}개"),
            || format!("一覧から消えたコンテスト{number}件"),
        ),
    }
}

/// Commits with solutions.
pub fn commits(lang: Lang, number: usize) -> String {
    lang.say(
        || format!("{number} commit{}", if number == 1 { "" } else { "s" }),
        || format!("커밋 {number}개"),
        || format!("コミット{number}件"),
    )
}

/// "3 new".
pub fn entries(lang: Lang, number: usize, became: Became) -> String {
    match became {
        Became::New => lang.say(
            || format!("{number} new"),
            || format!("새 항목 {number}개"),
            || format!("新規{number}件"),
        ),
        Became::Changed => lang.say(
            || format!("{number} changed"),
            || format!("변경 {number}개"),
            || format!("変更{number}件"),
        ),
        Became::Rejudged => lang.say(
            || format!("{number} rejudged"),
            || format!("재채점 {number}개"),
            || format!("再ジャッジ{number}件"),
        ),
        Became::Removed => lang.say(
            || format!("{number} no longer listed"),
            || format!("목록에서 사라진 항목 {number}개"),
            || format!("一覧から消えた項目{number}件"),
        ),
    }
}

/// What became of commits, of which so many are gone.
pub fn commits_gone(lang: Lang, number: usize) -> String {
    lang.say(|| format!("{number} removed"), || format!("삭제 {number}개"), || format!("削除{number}件"))
}

/// No more than the newest are listed; how many of them are new, and how many are stored.
pub fn newest(lang: Lang, listed: usize, new: usize, stored: usize) -> String {
    lang.say(
        || format!("the newest {listed}, {new} of them new ({stored} stored)"),
        || format!("최근 {listed}개 중 새 항목 {new}개 (저장 {stored}개)"),
        || format!("直近{listed}件中、新規{new}件 (保存済み{stored}件)"),
    )
}

/// Submissions of others were in what was read.
pub fn of_others(lang: Lang, number: usize) -> String {
    let submissions = Lang::English.submissions(number);
    lang.say(
        || format!("skipped {submissions} under other handles"),
        || format!("다른 핸들의 제출 {number}개 제외"),
        || format!("他のハンドルの提出{number}件を除外"),
    )
}

/// More were submitted at a moment, and at `more` others, than a judge lists for one.
pub fn crowded(lang: Lang, moment: &str, more: usize) -> String {
    lang.say(
        || {
            let more = match more {
                0 => String::new(),
                1 => " and 1 other second".to_owned(),
                more => format!(" and {more} other seconds"),
            };
            format!(
                "more submissions at {moment}{more} than can be fetched (500 per second); some may be missing"
            )
        },
        || {
            let more = if more == 0 { String::new() } else { format!(" 외 {more}곳") };
            format!("가져올 수 있는 수(1초에 500개)보다 제출이 많아 일부가 빠져 있을 수 있음: {moment}{more}")
        },
        || {
            let more = if more == 0 { String::new() } else { format!(" ほか{more}か所") };
            format!("取得できる数 (1秒に500件) より提出が多く、一部が含まれない可能性あり: {moment}{more}")
        },
    )
}

/// Before the files that were written.
pub fn wrote(lang: Lang) -> Cow<'static, str> {
    lang.word("Wrote", "작성:", "作成:")
}

/// Many files of one directory.
pub fn files_in(lang: Lang, number: usize, directory: &str) -> String {
    let files = lang.files(number);
    let same = || format!("{directory}/ ({files})");
    lang.say(|| format!("{files} in {directory}/"), same, same)
}

/// What a judge changed of a past contest: the fields that are other than they were.
pub fn revised(lang: Lang, contest: &str, changes: &[String]) -> String {
    let changes = match changes {
        [] => lang.word("another name or date", "이름 또는 날짜 변경", "名前または日付の変更").into_owned(),
        changes => changes.join(lang.comma()),
    };
    format!("{contest}: {changes}")
}

/// A number of a past contest, and what it was.
pub fn field(lang: Lang, field: &str, after: Option<i64>, before: Option<i64>) -> String {
    let field = match field {
        "old" => lang.word("rating before", "이전 레이팅", "変動前のレーティング"),
        "new" => lang.word("rating after", "이후 레이팅", "変動後のレーティング"),
        "performance" => lang.word("performance", "퍼포먼스", "パフォーマンス"),
        "place" => lang.word("rank", "등수", "順位"),
        other => other.to_owned().into(),
    };
    let told = |number: Option<i64>| match number {
        Some(number) => number.to_string(),
        None => lang.word("none", "없음", "なし").into_owned(),
    };
    let (after, before) = (told(after), told(before));
    lang.say(
        || format!("{field} {after}, was {before}"),
        || format!("{field} {before} → {after}"),
        || format!("{field} {before} → {after}"),
    )
}

/// Below a few changed contests.
pub fn more_contests(lang: Lang, more: usize) -> String {
    lang.say(|| format!("{more} more"), || format!("외 {more}개"), || format!("ほか{more}件"))
}

/// What failed, and what was skipped for it.
pub fn skipped_too(lang: Lang, failure: &str, titles: &[String]) -> String {
    let titles = lang.all_of(titles);
    lang.say(
        || format!("{failure}; also skipped: {titles}"),
        || format!("{failure} (함께 건너뜀: {titles})"),
        || format!("{failure} (ほかにスキップ: {titles})"),
    )
}

/// The user stopped it.
pub fn stopped(lang: Lang) -> Cow<'static, str> {
    lang.word("stopped", "중단됨", "中断")
}

/// What was saved before, and what wasn't.
pub fn saved(lang: Lang, saved: &[String], left: &[String]) -> String {
    let told = |titles: &[String]| match titles {
        [] => lang.word("nothing", "없음", "なし").into_owned(),
        titles => titles.join(lang.comma()),
    };
    let (saved, left) = (told(saved), told(left));
    lang.say(
        || format!("saved: {saved}; unchanged: {left}"),
        || format!("저장됨: {saved} / 이전 상태 유지: {left}"),
        || format!("保存済み: {saved} / 変更なし: {left}"),
    )
}

/// After it.
pub fn run_again(lang: Lang) -> Advice {
    let command = "cpt sync";
    lang.say(
        || Advice::words("Run ").and_code(command).and(" to finish. No charts were drawn."),
        || Advice::code(command).and("로 마무리하세요. 차트는 그리지 않았습니다."),
        || Advice::code(command).and(" で完了してください。グラフは描画されていません。"),
    )
}

/// A source that isn't complete when the user stops a sync.
pub fn incomplete() -> Later {
    Later::message("stopped before it was complete", "완료되기 전에 중단됨", "完了前に中断")
}

/// A source's line while it is read.
pub fn so_far(lang: Lang, entries: usize) -> String {
    lang.say(
        || format!("{entries} so far"),
        || format!("지금까지 {entries}개"),
        || format!("{entries}件取得済み"),
    )
}

/// The same when it is complete, or won't be.
pub fn finished(lang: Lang, has_failed: bool) -> Cow<'static, str> {
    if has_failed { lang.word("failed", "실패", "失敗") } else { lang.word("done", "완료", "完了") }
}

/// A request, where all are told.
pub struct Request<'a> {
    /// How.
    pub method: &'a str,
    /// Where.
    pub url: &'a str,
    /// The status of the response, if one came.
    pub status: Option<u16>,
    /// The size of the response.
    pub bytes: usize,
    /// Milliseconds that it took.
    pub took: u128,
    /// Milliseconds that it waited before.
    pub waited: u128,
    /// Whether it was only for what has changed.
    pub conditional: bool,
}

/// A request, and what came.
pub fn request(lang: Lang, of: &Request<'_>) -> String {
    let Request { method, url, status, bytes, took, waited, conditional } = of;
    let told = |none: &str| status.map_or_else(|| none.to_owned(), |status| status.to_string());
    lang.say(
        || {
            let (status, end) = (told("no response"), if *conditional { ", conditional" } else { "" });
            format!("{method} {url} -> {status}, {bytes} bytes, {took} ms (waited {waited} ms){end}")
        },
        || {
            let (status, end) = (told("응답 없음"), if *conditional { ", 조건부" } else { "" });
            format!("{method} {url} -> {status}, {bytes}바이트, {took}ms (대기 {waited}ms){end}")
        },
        || {
            let (status, end) = (told("応答なし"), if *conditional { "、条件付き" } else { "" });
            format!("{method} {url} -> {status}、{bytes}バイト、{took}ms (待機 {waited}ms){end}")
        },
    )
}
