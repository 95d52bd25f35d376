//! The week by the clock.

use std::borrow::Cow;

use jiff::civil::Weekday;

use crate::lang::Lang;
use crate::model::count;

/// Half of all practice lies between these hours.
pub fn half(lang: Lang, from: usize, to: usize) -> String {
    lang.say(
        || format!("Half of your practice is between {from:02}:00 and {to:02}:00"),
        || format!("연습의 절반은 {from:02}:00~{to:02}:00"),
        || format!("精進の半分は{from:02}:00〜{to:02}:00"),
    )
}

/// It lies all over the day.
pub fn all_day(lang: Lang) -> Cow<'static, str> {
    lang.word("Practice by weekday and hour", "요일별, 시간대별 연습", "曜日別・時間帯別の精進")
}

/// How many hours have something, on which days, and on which weekday the most.
pub fn context(lang: Lang, hours: u32, from: &str, to: &str, busiest: Option<Weekday>, zone: &str) -> String {
    let day = |lang: Lang| busiest.map(|day| lang.weekday(day));
    lang.say(
        || {
            let busiest = day(Lang::English).map(|day| format!(" · busiest day: {day}")).unwrap_or_default();
            let hours = count(hours, "hour");
            format!("{hours} with activity, {from} – {to}{busiest} · {zone}")
        },
        || {
            let busiest = day(lang).map(|day| format!(" · 가장 많은 요일: {day}")).unwrap_or_default();
            format!("활동한 시간 {hours}시간, {from} ~ {to}{busiest} · {zone}")
        },
        || {
            let busiest = day(lang).map(|day| format!(" · 最も多い曜日: {day}")).unwrap_or_default();
            format!("活動した時間{hours}時間、{from}〜{to}{busiest} · {zone}")
        },
    )
}

/// In place of a zone's name.
pub fn local_time(lang: Lang) -> Cow<'static, str> {
    lang.word("local time", "현지 시각", "現地時刻")
}

/// A zone by which commits don't go.
pub fn own_clocks(lang: Lang, zone: &str) -> String {
    lang.say(
        || format!("{zone}, commits by their own clock"),
        || format!("{zone}, 커밋은 각 커밋의 시각"),
        || format!("{zone}、コミットは各コミットの時刻"),
    )
}

/// Of whoever can't see it.
pub fn description(lang: Lang, context: &str) -> String {
    lang.say(
        || format!("Weekdays by hours of the day. {context}."),
        || format!("요일별 시간대. {context}."),
        || format!("曜日別の時間帯。{context}。"),
    )
}

/// A tooltip: on how many days there was practice in an hour; `next` is that it belongs to the day before.
pub fn hour(lang: Lang, day: Weekday, hour: usize, next: bool, days: u32) -> String {
    let name = lang.weekday_short(day);
    lang.say(
        || {
            let next = if next { " (next day)" } else { "" };
            format!(
                "{} {hour:02}:00{next}: on {}",
                Lang::English.weekday_short(day),
                Lang::English.days(days)
            )
        },
        || format!("{name} {hour:02}:00{}: {days}일", if next { " (다음 날)" } else { "" }),
        || format!("{name} {hour:02}:00{}: {days}日", if next { " (翌日)" } else { "" }),
    )
}

/// How many hours a weekday has.
pub fn hours(lang: Lang, number: u32) -> String {
    lang.say(|| count(number, "hour"), || format!("{number}시간"), || format!("{number}時間"))
}

/// The tooltip of a bar.
pub fn all_days(lang: Lang, hour: usize, hours: u32) -> String {
    let hours = self::hours(lang, hours);
    lang.say(
        || format!("{hour:02}:00: {hours}"),
        || format!("{hour:02}:00: {hours}"),
        || format!("{hour:02}:00: {hours}"),
    )
}

/// Before the bars.
pub fn all(lang: Lang) -> Cow<'static, str> {
    lang.word("all", "전체", "全体")
}

/// Before the legend's squares.
pub fn days(lang: Lang) -> Cow<'static, str> {
    lang.word("days", "일수", "日数")
}
