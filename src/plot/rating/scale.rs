//! How much time and how many ratings a chart shows.

use std::ops::Range;

use super::super::axis::{self, TimeTicks};
use super::super::geometry::Rect;
use super::Frame;
use super::fan::Fan;
use crate::model::{Colour, Judge, RatingSeries, Target};

/// The least that is shown, in days and in rating points.
const LEAST_DAYS: f64 = 7.0;
const LEAST_RATINGS: f64 = 300.0;

/// Before the first contest, the chart starts this many days ago.
const WAITING_DAYS: f64 = 60.0;

/// Room between two ticks, in pixels.
const TIME_ROOM: f32 = 50.0;
const RATING_ROOM: f32 = 40.0;

/// The ratings of one colour that are shown.
#[derive(Debug, PartialEq)]
pub(super) struct Band {
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
    pub(super) fn new(
        series: &RatingSeries,
        targets: &[Target],
        fan: Option<&Fan>,
        frame: &Frame,
        plot: &Rect,
    ) -> Self {
        let today = axis::day_number(frame.today) as f64;
        let due = || targets.iter().map(|target| axis::day_number(target.by) as f64);
        let contests = series.rated().map(|change| axis::moment(change.at, &frame.zone));
        // Before the first contest there is only the wait for it.
        let waiting = series.last().is_none();
        let wait = waiting.then_some([today - WAITING_DAYS, today]).into_iter().flatten();
        let days = bounds(contests.chain(due()).chain(wait)).unwrap_or(today..today);
        let shows_today = today < days.end && today > days.start && due().any(|by| by > today);
        let days = padded_days(&days);
        let ratings = ratings(series, targets, fan);
        let per_pixel = |range: &Range<f64>, pixels: f32| (range.end - range.start) / f64::from(pixels);
        Self {
            rating_ticks: axis::rating_ticks(
                &ratings,
                f64::from(RATING_ROOM) * per_pixel(&ratings, plot.bottom - plot.top),
            ),
            time: axis::time_ticks(&days, f64::from(TIME_ROOM) * per_pixel(&days, plot.right - plot.left)),
            bands: bands(series.key.judge, &ratings),
            days,
            ratings,
            today,
            shows_today,
        }
    }
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

fn ratings(series: &RatingSeries, targets: &[Target], fan: Option<&Fan>) -> Range<f64> {
    let goals = targets.iter().map(|target| f64::from(target.goal.rating));
    let reached = series.rated().map(|change| f64::from(change.new));
    let ahead = fan.into_iter().flat_map(Fan::ratings);
    let waiting = series.last().is_none().then(|| series.key.judge.tiers()[3].from);
    let ground = waiting.is_some().then_some(0.0);
    let shown = bounds(goals.chain(ahead).chain(reached).chain(waiting.map(f64::from)).chain(ground))
        .unwrap_or(0.0..0.0);
    let spare = (LEAST_RATINGS - (shown.end - shown.start)).max(0.0) / 2.0;
    let pad = ((shown.end - shown.start) * 0.09).max(40.0).max(spare);
    let low = shown.start - pad;
    // No rating is below zero, so no room is wasted there.
    let floor = -0.03 * (shown.end + pad);
    let low = if shown.start >= 0.0 { low.max(floor) } else { low };
    low..(shown.end + pad).max(low + LEAST_RATINGS)
}

fn bands(judge: Judge, ratings: &Range<f64>) -> Vec<Band> {
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
        let found = bands(Judge::Codeforces, &(1850.0..2700.0));
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
