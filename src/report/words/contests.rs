//! Contests to come, and those that one took part in.

use std::borrow::Cow;

use jiff::civil::DateTime;

use crate::lang::Lang;
use crate::model::RatingRange;

/// Over those that run or will.
pub fn upcoming(lang: Lang) -> Cow<'static, str> {
    lang.word("Upcoming", "예정된 대회", "予定されたコンテスト")
}

/// Over those that one took part in.
pub fn past(lang: Lang) -> Cow<'static, str> {
    lang.word("Past", "지난 대회", "過去のコンテスト")
}

/// The lists have none.
pub fn none_upcoming(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "No upcoming contests in the fetched lists",
        "가져온 목록에 예정된 대회 없음",
        "取得した一覧に予定されたコンテストなし",
    )
}

/// The list of a judge is missing; where it announces them.
pub fn upcoming_not_fetched(lang: Lang, judge: &str, page: &str) -> String {
    lang.say(
        || format!("Upcoming {judge} contests not fetched yet: {page}"),
        || format!("{judge}의 예정된 대회를 아직 가져오지 않음: {page}"),
        || format!("{judge} の予定されたコンテストは未取得: {page}"),
    )
}

/// One took part in none.
pub fn none_past(lang: Lang) -> Cow<'static, str> {
    lang.word("No contests yet", "참가한 대회 없음", "参加したコンテストなし")
}

/// Nobody knows in which.
pub fn past_not_fetched(lang: Lang) -> Cow<'static, str> {
    lang.word("Past contests not fetched yet", "지난 대회를 아직 가져오지 않음", "過去のコンテストは未取得")
}

/// Over contests to come: how soon, when, how long, which, whether they are rated, their page.
pub fn upcoming_columns(lang: Lang) -> [Cow<'static, str>; 6] {
    [
        lang.word("In", "남은 시간", "開始まで"),
        lang.word("Start", "시작", "開始時刻"),
        lang.word("Duration", "진행 시간", "時間"),
        lang.word("Contest", "대회", "コンテスト"),
        lang.word("Rated", "레이팅", "Rated"),
        lang.word("Link", "링크", "リンク"),
    ]
}

/// Over past contests: day, judge, which, rank, performance, rating after it and its change, problems.
pub fn past_columns(lang: Lang) -> [Cow<'static, str>; 8] {
    [
        lang.word("Date", "날짜", "日付"),
        lang.word("Judge", "저지", "サイト"),
        lang.word("Contest", "대회", "コンテスト"),
        lang.word("Rank", "등수", "順位"),
        lang.word("Performance", "퍼포먼스", "パフォーマンス"),
        lang.word("Rating", "레이팅", "レート"),
        lang.word("Change", "변동", "差分"),
        lang.word("Problems", "문제", "問題"),
    ]
}

/// "Sat 5 Dec 21:00"
pub fn start(lang: Lang, at: DateTime) -> String {
    let (month, day, time) = (at.month(), at.day(), at.strftime("%H:%M"));
    let weekday = lang.weekday_short(at.weekday());
    lang.say(
        || at.strftime("%a %-d %b %H:%M").to_string(),
        || format!("{month}월 {day}일 ({weekday}) {time}"),
        || format!("{month}月{day}日({weekday}) {time}"),
    )
}

/// It runs.
pub fn live(lang: Lang) -> Cow<'static, str> {
    lang.word("live now", "진행 중", "開催中")
}

/// It changes nobody's rating.
pub fn unrated(lang: Lang) -> Cow<'static, str> {
    lang.word("unrated", "레이팅 미반영", "Unrated")
}

/// It changes one's own.
pub fn rated_for_you(lang: Lang) -> Cow<'static, str> {
    lang.word("rated for you", "레이팅 반영 대상", "Rated対象")
}

/// It changes those of others.
pub fn rated_for_others(lang: Lang, range: &RatingRange) -> String {
    let range = ratings(lang, range);
    lang.say(
        || format!("not rated for you (only {range})"),
        || format!("레이팅 반영 대상 아님 ({range})"),
        || format!("Rated対象外 ({range})"),
    )
}

/// It changes those in the range.
pub fn rated_for(lang: Lang, range: &RatingRange) -> String {
    let range = ratings(lang, range);
    lang.say(
        || format!("rated for {range}"),
        || format!("레이팅 반영: {range}"),
        || format!("Rated: {range}"),
    )
}

/// "up to 1999", "1600–2999", "2000 and up", "everyone".
fn ratings(lang: Lang, range: &RatingRange) -> String {
    match (range.from, range.to) {
        (None, None) => lang.word("everyone", "모두", "全員").into_owned(),
        (None, Some(to)) => {
            lang.say(|| format!("up to {to}"), || format!("{to} 이하"), || format!("{to}以下"))
        }
        (Some(from), None) => {
            lang.say(|| format!("{from} and up"), || format!("{from} 이상"), || format!("{from}以上"))
        }
        (Some(from), Some(to)) => {
            lang.say(|| format!("{from}–{to}"), || format!("{from}~{to}"), || format!("{from}〜{to}"))
        }
    }
}

/// In place of a change: one went through it later.
pub fn virtually(lang: Lang) -> Cow<'static, str> {
    lang.word("virtual", "버추얼", "バーチャル")
}

/// In place of a change: it changed nothing.
pub fn unchanged(lang: Lang) -> Cow<'static, str> {
    lang.word("unrated", "미반영", "Unrated")
}

/// "4 of 6 solved, 1 later"; without `of` where nobody knows how many there are.
pub fn solved(lang: Lang, during: u32, of: Option<u32>, later: u32) -> String {
    lang.say(
        || {
            let of = of.map_or_else(String::new, |of| format!(" of {of}"));
            let later = if later > 0 { format!(", {later} later") } else { String::new() };
            format!("{during}{of} solved{later}")
        },
        || {
            let of = of.map_or_else(String::new, |of| format!("{of}문제 중 "));
            let later = if later > 0 { format!(", 업솔빙 {later}문제") } else { String::new() };
            format!("{of}{during}문제 해결{later}")
        },
        || {
            let of = of.map_or_else(String::new, |of| format!("{of}問中"));
            let later = if later > 0 { format!("、コンテスト後に{later}問") } else { String::new() };
            format!("{of}{during}問AC{later}")
        },
    )
}

/// The name of a calendar of contests.
pub fn calendar(lang: Lang) -> Cow<'static, str> {
    lang.word("Contests", "대회", "コンテスト")
}
