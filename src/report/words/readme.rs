//! The part of a README that a sync keeps up to date.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::report::document::{Line, Part, strong, words};

/// What there is to say of a rating.
pub struct SeriesLine<'a> {
    pub title: &'a str,
    pub rating: i32,
    pub colour: Option<Cow<'a, str>>,
    /// Where it is more than the rating.
    pub highest: Option<i32>,
    pub contests: usize,
    pub handle: Part,
}

/// A rating.
pub fn series(lang: Lang, of: SeriesLine<'_>) -> Line {
    let SeriesLine { title, rating, colour, highest, contests, handle } = of;
    let colour = colour.map_or_else(String::new, |colour| format!(" {colour}"));
    let contests = lang.contests_taken(contests);
    let rest = lang.say(
        || {
            let highest = highest.map_or_else(String::new, |highest| format!(", highest {highest}"));
            format!("{colour}{highest}, {contests}")
        },
        || {
            let highest = highest.map_or_else(String::new, |highest| format!(", 최고 {highest}"));
            format!("{colour}{highest}, {contests}")
        },
        || {
            let highest = highest.map_or_else(String::new, |highest| format!("、最高{highest}"));
            format!("{colour}{highest}、{contests}")
        },
    );
    vec![words(format!("{title} ")), strong(rating), words(format!("{rest} (")), handle, words(")")]
}

/// The streak, and what there is to count on how many days.
pub fn streak(lang: Lang, current: &str, longest: &str, problems: &str, days: u32) -> Line {
    let (current, days) = (strong(current), lang.days(days));
    lang.say(
        || {
            vec![
                words("Streak "),
                current.clone(),
                words(format!(", longest {longest}; {problems} on {days}")),
            ]
        },
        || {
            let rest = words(format!(", 최장 {longest} · {problems} (활동한 날 {days})"));
            vec![words("스트릭 "), current.clone(), rest]
        },
        || {
            let rest = words(format!("、最長{longest}、{problems} (活動日 {days})"));
            vec![words("ストリーク "), current.clone(), rest]
        },
    )
}
