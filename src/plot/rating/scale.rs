//! How much time and how many ratings a chart shows.

use std::ops::Range;

use super::super::axis::{self, TimeTicks};
use super::super::scene::Rect;
use super::Frame;
use super::ratings::Ratings;
use super::shown::Shown;
use crate::lang::Lang;
use crate::model::{Colour, Judge, Tier};

/// The least that is shown, in days and in rating points.
const LEAST_DAYS: f64 = 7.0;
const LEAST_RATINGS: f64 = 300.0;

/// How far from the ratings performances are shown, in parts of their span.
const PERFORMANCE: f64 = 0.3;

/// Before the first contest, the chart starts this many days ago.
const WAITING_DAYS: f64 = 60.0;

/// Room between two ticks of the upright axis, in pixels.
const RATING_ROOM: f32 = 40.0;

/// The ratings of one colour that are shown.
#[derive(Debug, PartialEq)]
pub(in super::super) struct Band {
    pub from: f64,
    pub to: f64,
    pub colour: Colour,
}

pub(super) struct Scale {
    /// Days since 1970-01-01, by the wall clock of the frame's zone.
    pub days: Range<f64>,
    pub ratings: Ratings,
    pub rating_ticks: Vec<i64>,
    pub time: TimeTicks,
    /// Lowest first, neighbours of one colour as one.
    pub bands: Vec<Band>,
    pub today: f64,
    /// Whether time goes on after today.
    pub shows_today: bool,
}

impl Scale {
    /// For `ratings`, some more for performances, and `days`; `due` are the days of targets.
    pub(super) fn new(
        judge: Judge,
        shown: &Shown<'_>,
        ratings: &[f64],
        days: Range<f64>,
        due: &[f64],
        frame: &Frame,
        plot: &Rect,
    ) -> Self {
        let today = axis::day_number(frame.today) as f64;
        let ratings = Ratings::even(self::ratings(judge, shown, ratings));
        let time_room =
            f64::from(axis::TIME_ROOM) * (days.end - days.start) / f64::from(plot.right - plot.left);
        Self {
            rating_ticks: rating_ticks(&ratings, plot),
            time: axis::time_ticks(&days, time_room, frame.lang),
            bands: bands(judge, &ratings.range),
            shows_today: today < days.end && today > days.start && due.iter().any(|by| *by > today),
            days,
            ratings,
            today,
        }
    }

    /// With less room for the ratings that only a few first contests needed.
    pub(super) fn compressed(self, shown: &Shown<'_>, plot: &Rect) -> Self {
        let contests = shown.contests.iter().map(|change| f64::from(change.new));
        let ratings = Ratings::for_contests(self.ratings.range.clone(), contests.collect());
        Self { rating_ticks: rating_ticks(&ratings, plot), ratings, ..self }
    }
}

/// Round ratings with some room between each other; where ratings are compressed, fewer.
fn rating_ticks(ratings: &Ratings, plot: &Rect) -> Vec<i64> {
    let room = f64::from(RATING_ROOM) * ratings.length() / f64::from(plot.bottom - plot.top);
    let mut ticks: Vec<i64> = Vec::new();
    for tick in axis::rating_ticks(&ratings.range, room).into_iter().rev() {
        if ticks.last().is_none_or(|last| ratings.between(tick as f64, *last as f64) > 0.75 * room) {
            ticks.push(tick);
        }
    }
    ticks.reverse();
    ticks
}

/// The days since 1970-01-01 that the frame asks for; where it leaves it open, those of contests and targets.
pub(super) fn days(shown: &Shown<'_>, due: &[f64], frame: &Frame) -> Range<f64> {
    let today = axis::day_number(frame.today) as f64;
    let contests = shown.contests.iter().map(|change| axis::moment(change.at, &frame.zone));
    // Before the first contest there is only the wait for it.
    let waiting = shown.contests.is_empty().then_some([today - WAITING_DAYS, today]).into_iter().flatten();
    let found = bounds(contests.chain(due.iter().copied()).chain(waiting)).unwrap_or(today..today);
    let is_ahead = due.iter().any(|by| *by >= found.end);
    let padded = padded_days(&found, is_ahead);
    let since = frame.since.map(|day| axis::day_number(day) as f64);
    let until = frame.until.map(|day| axis::day_number(day) as f64 + 1.0);
    let start = since.unwrap_or(padded.start).min(until.map_or(f64::INFINITY, |until| until - 1.0));
    start..until.unwrap_or(padded.end).max(start + if until.is_some() { 1.0 } else { LEAST_DAYS })
}

fn bounds(values: impl Iterator<Item = f64>) -> Option<Range<f64>> {
    values.fold(None, |found: Option<Range<f64>>, value| {
        Some(found.map_or(value..value, |found| found.start.min(value)..found.end.max(value)))
    })
}

/// Up to where an empty chart reaches at a judge without tiers.
const SKY: f64 = 1000.0;

/// Room before the first mark, and more after the last for what is written there, unless that is a target.
fn padded_days(days: &Range<f64>, is_ahead: bool) -> Range<f64> {
    let span = (days.end - days.start).max(LEAST_DAYS);
    let spare = span - (days.end - days.start);
    days.start - spare / 2.0 - span * 0.025
        ..days.end + spare / 2.0 + span * if is_ahead { 0.012 } else { 0.09 }
}

fn ratings(judge: Judge, shown: &Shown<'_>, ratings: &[f64]) -> Range<f64> {
    let waiting = shown.contests.is_empty() && shown.before.is_none();
    let sky = waiting.then(|| [0.0, judge.tiers().get(3).map_or(SKY, |tier| f64::from(tier.from))]);
    let found = bounds(ratings.iter().copied().chain(sky.into_iter().flatten())).unwrap_or(0.0..0.0);
    // Performances jump; those far off would leave the line flat.
    let reach = (found.end - found.start).max(LEAST_RATINGS) * PERFORMANCE;
    // No rating is below zero, so that a bad contest needs no room there.
    let ground = if found.start >= 0.0 { 0.0 } else { f64::NEG_INFINITY };
    let near = (found.start - reach).max(ground)..found.end + reach;
    let form = shown.form.iter().map(|(_, mean)| *mean);
    let performances = shown.performances.iter().map(|(_, performance)| *performance);
    let performances = performances.filter(|performance| near.contains(performance));
    let wider = bounds(form.chain(performances)).unwrap_or(found.clone());
    let shown = found.start.min(wider.start)..found.end.max(wider.end);
    let spare = (LEAST_RATINGS - (shown.end - shown.start)).max(0.0) / 2.0;
    let pad = ((shown.end - shown.start) * 0.09).max(40.0).max(spare);
    let low = shown.start - pad;
    let floor = -0.03 * (shown.end + pad);
    let low = if shown.start >= 0.0 { low.max(floor) } else { low };
    low..(shown.end + pad).max(low + LEAST_RATINGS)
}

/// The tiers that have any of `ratings`, lowest first, and where each begins and ends.
fn shown_tiers(judge: Judge, ratings: &Range<f64>) -> impl Iterator<Item = (&'static Tier, f64, f64)> {
    let (tiers, low, high) = (judge.tiers(), ratings.start, ratings.end);
    let ends = tiers.iter().skip(1).map(|tier| f64::from(tier.from)).chain([f64::INFINITY]);
    let within =
        move |(tier, end): (&'static Tier, f64)| (tier, f64::from(tier.from).max(low), end.min(high));
    tiers.iter().zip(ends).map(within).filter(|(_, from, to)| from < to)
}

/// The colours of `ratings`, neighbours of one colour as one.
pub(in super::super) fn bands(judge: Judge, ratings: &Range<f64>) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for (Tier { colour, .. }, from, to) in shown_tiers(judge, ratings) {
        match bands.last_mut() {
            Some(band) if band.colour == *colour => band.to = to,
            _ => bands.push(Band { from, to, colour: *colour }),
        }
    }
    bands
}

/// What stands beside each tier's ratings, lowest first: the colour; of further tiers of one colour the letters that
/// their titles are known by ("IGM").
pub(in super::super) fn tier_names(judge: Judge, ratings: &Range<f64>, lang: Lang) -> Vec<(Band, String)> {
    let is_first = |tier: &Tier| judge.tiers().iter().find(|other| other.colour == tier.colour) == Some(tier);
    let name = |tier: &Tier| match tier.title {
        Some(title) if !is_first(tier) => {
            title.split(' ').filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
        }
        _ => tier.colour.word(lang).into_owned(),
    };
    let named = |(tier, from, to): (&Tier, f64, f64)| (Band { from, to, colour: tier.colour }, name(tier));
    shown_tiers(judge, ratings).map(named).collect()
}

/// The ratings at which a tier begins that has the colour of the one below, each with that colour.
pub(super) fn inner_borders(judge: Judge, ratings: &Range<f64>) -> Vec<(f64, Colour)> {
    let pairs = judge.tiers().windows(2).filter(|pair| pair[0].colour == pair[1].colour);
    let border = pairs.map(|pair| (f64::from(pair[1].from), pair[1].colour));
    border.filter(|(from, _)| ratings.contains(from)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_tiers_of_one_colour_are_one_band() {
        let found = bands(Judge::CODEFORCES, &(1850.0..2700.0));
        let band = |from, to, colour| Band { from, to, colour };
        assert_eq!(
            found,
            [
                band(1850.0, 1900.0, Colour::Blue),
                band(1900.0, 2100.0, Colour::Violet),
                band(2100.0, 2400.0, Colour::Orange),
                band(2400.0, 2700.0, Colour::Red),
            ]
        );
    }
}
