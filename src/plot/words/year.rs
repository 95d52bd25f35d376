//! The picture of a year.

use crate::lang::Lang;
use crate::model::Period;

/// Its title.
pub fn title(lang: Lang, year: i16) -> String {
    lang.say(
        || format!("{year} in competitive programming"),
        || format!("{year}년 한 해 결산"),
        || format!("{year}年の振り返り"),
    )
}

/// A number, and what it is.
pub type Fact = (String, String);

/// A number with its label; `one` and `many` are English labels.
fn fact(lang: Lang, number: u32, [one, many]: [&str; 2], korean: Fact, japanese: Fact) -> Fact {
    let english = (number.to_string(), if number == 1 { one } else { many }.to_owned());
    match lang {
        Lang::English => english,
        Lang::Pseudo => (english.0, lang.say(|| english.1, String::new, String::new)),
        Lang::Korean => korean,
        Lang::Japanese => japanese,
    }
}

/// Days of practice.
pub fn days(lang: Lang, number: u32) -> Fact {
    let korean = (format!("{number}일"), "활동한 날".to_owned());
    fact(lang, number, ["active day", "active days"], korean, (format!("{number}日"), "活動日".to_owned()))
}

/// Problems that were accepted.
pub fn accepted(lang: Lang, number: u32) -> Fact {
    let japanese = (format!("{number}問"), "AC".to_owned());
    let english = ["problem accepted", "problems accepted"];
    fact(lang, number, english, (format!("{number}문제"), "정답".to_owned()), japanese)
}

/// Rated contests.
pub fn contests(lang: Lang, number: u32) -> Fact {
    let korean = (format!("{number}회"), "레이팅 반영 대회".to_owned());
    let japanese = (format!("{number}回"), "Rated参加".to_owned());
    fact(lang, number, ["rated contest", "rated contests"], korean, japanese)
}

/// The days or weeks of the longest streak.
pub fn streak(lang: Lang, number: u32, unit: Period) -> Fact {
    let english = match unit {
        Period::Day => ["day in the longest streak", "days in the longest streak"],
        Period::Week => ["week in the longest streak", "weeks in the longest streak"],
    };
    let korean = (super::length(Lang::Korean, number, unit), "최장 스트릭".to_owned());
    let japanese = (super::length(Lang::Japanese, number, unit), "最長ストリーク".to_owned());
    fact(lang, number, english, korean, japanese)
}

/// After a colour that was reached.
pub fn reached(lang: Lang, series: &str) -> String {
    lang.say(|| format!("reached at {series}"), || format!("{series} 달성"), || format!("{series} で到達"))
}

/// Below the days: what they come to, and the longest streak where there is one.
pub fn total(lang: Lang, problems: &str, longest: Option<&str>) -> String {
    let Some(longest) = longest else { return problems.to_owned() };
    lang.say(
        || format!("{problems}, longest streak {longest}"),
        || format!("{problems}, 최장 스트릭 {longest}"),
        || format!("{problems}、最長ストリーク{longest}"),
    )
}

/// All of that to whoever can't see it.
pub fn description(lang: Lang, facts: &[Fact], days: Option<&str>) -> String {
    let english = |(number, label): &Fact| format!("{number} {label}");
    let other = |(number, label): &Fact| format!("{label} {number}");
    let join =
        |tell: &dyn Fn(&Fact) -> String, comma: &str| facts.iter().map(tell).collect::<Vec<_>>().join(comma);
    lang.say(
        || format!("{}.{}", join(&english, ", "), days.map_or_else(String::new, |days| format!(" {days}."))),
        || format!("{}.{}", join(&other, ", "), days.map_or_else(String::new, |days| format!(" {days}."))),
        || format!("{}。{}", join(&other, "、"), days.map_or_else(String::new, |days| format!("{days}。"))),
    )
}
