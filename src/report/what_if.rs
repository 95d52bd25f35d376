//! Ratings that could be: after performances to come, and at another judge.

use super::paint::Paint;
use super::phrase::Phrase;
use super::words::rating as words;
use crate::answers::WhatIf;
use crate::lang::Lang;
use crate::model::{Judge, RatingSeries, SeriesKey, Track, equivalent, series_title_in};

/// A line for each contest to come: its performance, the rating after it, and its colour.
pub fn what_if(what_if: &WhatIf, lang: Lang) -> String {
    let judge = what_if.key.judge;
    let now = what_if.rating.map(|rating| painted(judge, rating, lang));
    let heading = words::what_if(lang, &title(&what_if.key, lang), now.as_ref(), what_if.estimate);
    let mut text = format!("{}\n", heading.in_terminal());
    for (performance, rating) in &what_if.steps {
        text.push_str(&format!("  {performance:>4}  →  {}\n", painted(judge, *rating, lang).in_terminal()));
    }
    text
}

fn title(key: &SeriesKey, lang: Lang) -> Phrase {
    Phrase::painted(Paint::Strong, series_title_in(lang, key.judge, key.track))
}

/// "1312 (green)".
fn painted(judge: Judge, rating: i32, lang: Lang) -> Phrase {
    let colour = judge.colour_of(rating);
    let tier = Paint::Tier(colour);
    Phrase::painted(tier, rating).and(" (").paint(tier, colour.word(lang)).and(")")
}

/// What `series` is roughly worth at the first judge whose ratings were compared with its own: the judge and the rating.
/// `None` for heuristic contests, which have no counterpart, and before the first rated contest.
pub(super) fn elsewhere(series: &RatingSeries) -> Option<(Judge, i32)> {
    let (here, rating) =
        (series.key.judge, series.rating().filter(|_| series.key.track == Track::Algorithm)?);
    let mut others = Judge::all().filter(|judge| *judge != here);
    others.find_map(|judge| Some((judge, equivalent(here, judge, rating)?)))
}

/// A line for each series that has a rough equivalent: "Codeforces 1312 (green) ≈ AtCoder 794 (brown)".
pub fn equivalents<'a>(all: impl IntoIterator<Item = &'a RatingSeries>, lang: Lang) -> String {
    let line = |series: &RatingSeries| {
        let (judge, rating) = elsewhere(series)?;
        let here = painted(series.key.judge, series.rating()?, lang);
        let there = Phrase::words(format_args!(" ≈ {judge} ")).then(painted(judge, rating, lang));
        let line = title(&series.key, lang).and(" ").then(here).then(there);
        Some(line.in_terminal() + "\n")
    };
    all.into_iter().filter_map(line).collect()
}
