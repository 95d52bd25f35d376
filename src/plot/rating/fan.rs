//! Where the rating of somebody who goes on may go: the ratings between which half and most courses of a forecast lie.

use jiff::Timestamp;

use super::super::axis;
use super::super::pen::At;
use super::super::scene::{Mark, Px, Shape};
use super::super::theme::Role;
use super::super::words::rating as phrases;
use super::words::{self, Standing};
use super::{Chart, Drawn, Frame, RatingPlot};
use crate::answers::{Forecast, Spread, end_of};
use crate::model::{RatingSeries, Target};

/// How many pieces its edges have.
const PIECES: i32 = 32;

/// How much of what lies behind it each band hides, 0 to 1. The narrow one lies on the wide one.
const OPACITY: f32 = 0.12;

/// A forecast from the last contest to the last open target's day.
pub(super) struct Fan {
    /// Days since 1970-01-01, and the spread of ratings.
    pub points: Vec<(f64, Spread)>,
}

impl Fan {
    /// `None` where no target is open.
    pub fn new(
        series: &RatingSeries,
        targets: &[Target],
        forecast: &Forecast,
        frame: &Frame,
    ) -> Option<Self> {
        let open = targets.iter().filter(|target| words::standing(series, target, frame) == Standing::Open);
        let last = open.map(|target| target.by).max()?;
        let last = frame.until.map_or(last, |until| last.min(until));
        let (from, until) = (forecast.from(), end_of(last, &frame.zone).min(forecast.until()));
        if until <= from {
            return None;
        }
        let piece = from.duration_until(until) / PIECES;
        let point = |at: Timestamp| (axis::moment(at, &frame.zone), forecast.spread(at));
        let last = series.rated().rfind(|change| change.at <= from);
        let last = last.filter(|change| frame.shows(words::day(change, frame)));
        let start = last.map(|last| (axis::moment(last.at, &frame.zone), Spread::at(last.new)));
        let ahead = (0..=PIECES).map(|n| point(from + piece * n));
        Some(Self { points: start.into_iter().chain(ahead).collect() })
    }

    /// Every rating that it shows.
    pub fn ratings(&self) -> impl Iterator<Item = f64> {
        self.points.iter().flat_map(|(_, spread)| [f64::from(spread.low), f64::from(spread.high)])
    }

    /// The ratings at its end, where they differ.
    pub fn end(&self) -> Option<&Spread> {
        let end = self.points.last().map(|(_, spread)| spread);
        end.filter(|end| end.low < end.high)
    }

    /// The edge that `rating` picks, in time.
    pub fn edge(&self, rating: impl Fn(&Spread) -> i32) -> impl DoubleEndedIterator<Item = (f64, f64)> {
        self.points.iter().map(move |(day, spread)| (*day, f64::from(rating(spread))))
    }
}

/// A quantile of a spread.
type Edge = fn(&Spread) -> i32;

impl RatingPlot<'_> {
    pub(super) fn draw_fan(&self, chart: &mut Chart<'_, '_>) -> Drawn {
        let Some(fan) = &self.fan else { return Ok(()) };
        let bands: [(Edge, Edge, bool); 2] = [
            (|spread| spread.low, |spread| spread.high, true),
            (|spread| spread.lower, |spread| spread.upper, false),
        ];
        for (low, high, most) in bands {
            let outline: Vec<(f64, f64)> = fan.edge(high).chain(fan.edge(low).rev()).collect();
            chart.draw_series([At::new(outline, |at: &[Px]| {
                let band = Mark::new(Shape::Polygon(at.to_vec())).filled(Role::Line).opaque(OPACITY);
                vec![band.tells(phrases::fan(self.frame.lang, most))]
            })])?;
        }
        let middle: Vec<(f64, f64)> = fan.edge(|spread| spread.middle).collect();
        chart.draw_series([At::new(middle, |at: &[Px]| {
            vec![Mark::curve(at).stroked(Role::Line, 1.4).dashed("2 4")]
        })])?;
        Ok(())
    }
}
