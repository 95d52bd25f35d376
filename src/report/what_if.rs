//! Ratings that could be: after performances to come, and at another judge.

use super::paint::Paint;
use crate::answers::WhatIf;
use crate::model::{Judge, RatingSeries, Track, equivalent};

/// A line for each contest to come: its performance, the rating after it, and its colour.
pub fn what_if(what_if: &WhatIf) -> String {
    let judge = what_if.key.judge;
    let painted = |rating: i32| {
        let colour = judge.colour_of(rating);
        format!("{} {}", Paint::Tier(colour).on(format_args!("{rating:>4}")), Paint::Tier(colour).on(colour))
    };
    let now = what_if.rating.map_or_else(|| "no rated contest yet".to_owned(), painted);
    let about = if what_if.estimate { ", estimated" } else { "" };
    let mut text = format!("{} {now}; what if{about}:\n", Paint::Strong.on(what_if.key.title()));
    for (performance, rating) in &what_if.steps {
        text.push_str(&format!("  performance {performance:>4}  →  {}\n", painted(*rating)));
    }
    text
}

/// What `series` is roughly worth at the first judge whose ratings were compared with its own: the judge and the rating.
/// `None` for heuristic contests, which have no counterpart, and before the first rated contest.
pub(super) fn elsewhere(series: &RatingSeries) -> Option<(Judge, i32)> {
    let (here, rating) =
        (series.key.judge, series.rating().filter(|_| series.key.track == Track::Algorithm)?);
    let mut others = Judge::all().filter(|judge| *judge != here);
    others.find_map(|judge| Some((judge, equivalent(here, judge, rating)?)))
}

/// A line for each series that has a rough equivalent.
pub fn equivalents<'a>(all: impl IntoIterator<Item = &'a RatingSeries>) -> String {
    let line = |series: &RatingSeries| {
        let (judge, rating) = elsewhere(series)?;
        let (own, other) = (series.colour()?, judge.colour_of(rating));
        let here = Paint::Tier(own).on(format_args!("{} {own}", series.rating()?));
        let there = Paint::Tier(other).on(format_args!("{rating} {other}"));
        Some(format!("{} {here} is roughly {judge} {there}\n", Paint::Strong.on(series.key.title())))
    };
    all.into_iter().filter_map(line).collect()
}
