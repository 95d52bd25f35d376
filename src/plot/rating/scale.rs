//! How much time and how many ratings a chart shows.

use std::ops::Range;

use super::super::axis::{self, TimeTicks};
use super::super::scene::Rect;
use super::Frame;
use super::shown::Shown;
use crate::model::{Colour, Judge};

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
    pub ratings: Range<f64>,
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
        let ratings = self::ratings(judge, shown, ratings);
        let per_pixel = |range: &Range<f64>, pixels: f32| (range.end - range.start) / f64::from(pixels);
        Self {
            rating_ticks: axis::rating_ticks(
                &ratings,
                f64::from(RATING_ROOM) * per_pixel(&ratings, plot.bottom - plot.top),
            ),
            time: axis::time_ticks(
                &days,
                f64::from(axis::TIME_ROOM) * per_pixel(&days, plot.right - plot.left),
            ),
            bands: bands(judge, &ratings),
            shows_today: today < days.end && today > days.start && due.iter().any(|by| *by > today),
            days,
            ratings,
            today,
        }
    }
}

/// The days since 1970-01-01 that the frame asks for; where it leaves it open, those of contests and targets.
pub(super) fn days(shown: &Shown<'_>, due: &[f64], frame: &Frame) -> Range<f64> {
    let today = axis::day_number(frame.today) as f64;
    let contests = shown.contests.iter().map(|change| axis::moment(change.at, &frame.zone));
    // Before the first contest there is only the wait for it.
    let waiting = shown.contests.is_empty().then_some([today - WAITING_DAYS, today]).into_iter().flatten();
    let found = bounds(contests.chain(due.iter().copied()).chain(waiting)).unwrap_or(today..today);
    let padded = padded_days(&found);
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

/// Room before the first mark, and more after the last for what is written there.
fn padded_days(days: &Range<f64>) -> Range<f64> {
    let span = (days.end - days.start).max(LEAST_DAYS);
    let spare = span - (days.end - days.start);
    days.start - spare / 2.0 - span * 0.025..days.end + spare / 2.0 + span * 0.09
}

fn ratings(judge: Judge, shown: &Shown<'_>, ratings: &[f64]) -> Range<f64> {
    let waiting = shown.contests.is_empty() && shown.before.is_none();
    let sky = waiting.then(|| [0.0, f64::from(judge.tiers()[3].from)]);
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

/// The colours of `ratings`, neighbours of one colour as one.
pub(in super::super) fn bands(judge: Judge, ratings: &Range<f64>) -> Vec<Band> {
    let tiers = judge.tiers();
    let ends = tiers.iter().skip(1).map(|tier| f64::from(tier.from)).chain([f64::INFINITY]);
    let mut bands: Vec<Band> = Vec::new();
    for (tier, end) in tiers.iter().zip(ends) {
        let (from, to) = (f64::from(tier.from).max(ratings.start), end.min(ratings.end));
        match bands.last_mut() {
            _ if from >= to => {}
            Some(band) if band.colour == tier.colour => band.to = to,
            _ => bands.push(Band { from, to, colour: tier.colour }),
        }
    }
    bands
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
