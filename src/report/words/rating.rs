//! Ratings as they were, could be, and would be elsewhere.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::report::phrase::Phrase;

/// Over the last contests: day, new rating, its change, performance, contest.
pub fn columns(lang: Lang) -> [Cow<'static, str>; 5] {
    [
        lang.word("Date", "날짜", "日付"),
        lang.word("Rating", "레이팅", "レート"),
        lang.word("Change", "변동", "差分"),
        lang.word("Perf", "퍼포먼스", "パフォ"),
        lang.word("Contest", "대회", "コンテスト"),
    ]
}

/// Over performances to come and the ratings after them; `now` is the rating, `None` before the first rated contest.
pub fn what_if(lang: Lang, title: &Phrase, now: Option<&Phrase>, is_estimate: bool) -> Phrase {
    let [estimated, korean, japanese] =
        if is_estimate { [" (estimated)", " (추정)", " (推定)"] } else { [""; 3] };
    let title = title.clone();
    match now {
        Some(now) => {
            let title = || title.clone().and(" ").then(now.clone());
            lang.say(
                || title().and(format_args!(", after these performances{estimated}:")),
                || title().and(format_args!(" · 이 퍼포먼스를 내면{korean}:")),
                || title().and(format_args!("、このパフォーマンスを出すと{japanese}:")),
            )
        }
        None => lang.say(
            || title.clone().and(format_args!(", first contests with these performances{estimated}:")),
            || title.clone().and(format_args!(" · 첫 대회부터 이 퍼포먼스를 내면{korean}:")),
            || title.clone().and(format_args!("、初参加からこのパフォーマンスを出すと{japanese}:")),
        ),
    }
}
