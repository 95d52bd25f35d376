//! A rating as one of several drawings on a sheet.

use std::borrow::Cow;
use std::ops::Range;

use super::super::axis;
use super::super::scene::Rect;
use super::super::sheet::Sheet;
use super::super::words::journey::{self, Time};
use super::super::{Frame, PlotError};
use super::shown::{self, Shown};
use super::{RatingPlot, words};
use crate::model::{RatingSeries, series_title_in};

/// A series as a frame shows it.
pub(in super::super) struct Series<'a> {
    stood: Cow<'a, RatingSeries>,
    frame: Frame,
}

impl<'a> Series<'a> {
    pub fn new(series: &'a RatingSeries, frame: &Frame) -> Self {
        let (stood, frame) = shown::as_it_stood(series, frame);
        Self { stood, frame }
    }

    fn shown(&self) -> Shown<'_> {
        Shown::new(&self.stood, &self.frame).without_performances()
    }

    /// Whether there is a rated contest in or before the days shown.
    pub fn has_line(&self) -> bool {
        let shown = self.shown();
        !shown.contests.is_empty() || shown.before.is_some()
    }

    /// How many contests are shown.
    pub fn contests(&self) -> usize {
        self.shown().contests.len()
    }

    /// Days since 1970-01-01 of the contests shown.
    pub fn days(&self) -> Vec<f64> {
        let contests = self.shown().contests;
        contests.iter().map(|change| axis::moment(change.at, &self.frame.zone)).collect()
    }

    /// Days since 1970-01-01 and ratings.
    pub fn line(&self) -> Vec<(f64, f64)> {
        let today = axis::day_number(self.frame.today) as f64;
        let start = self.frame.since.map_or(today, |since| axis::day_number(since) as f64);
        self.shown().line(start, today, &self.frame)
    }

    /// What it is called.
    fn named(&self) -> String {
        series_title_in(self.frame.lang, self.stood.key.judge, self.stood.key.track)
    }

    /// "AtCoder 1328".
    pub fn title(&self) -> String {
        let rating = self.stood.rating().map_or_else(String::new, |rating| format!(" {rating}"));
        format!("{}{rating}", self.named())
    }

    /// "AtCoder from gray to cyan in 13 months"; `None` where the colour is the one of the first contest shown, or lower.
    pub fn way(&self) -> Option<String> {
        let shown = self.shown();
        let (first, last) = (shown.contests.first()?, shown.contests.last()?);
        let colour_of = |rating| self.stood.key.judge.colour_of(rating);
        let (from, to) = (colour_of(first.new), colour_of(last.new));
        if from == to || first.new > last.new || self.stood.colour().is_none() {
            return None;
        }
        let days = axis::day_number(words::day(last, &self.frame))
            - axis::day_number(words::day(first, &self.frame));
        let time = match days {
            ..60 => Time::Days(days.max(1)),
            60..730 => Time::Months((days as f64 / 30.44).round() as i64),
            _ => Time::Years((days as f64 / 365.25).round() as i64),
        };
        Some(journey::way(self.frame.lang, &self.named(), from, to, time))
    }

    /// The colour, how many contests, and the highest.
    pub fn context(&self) -> String {
        let shown = self.shown();
        let colour = self.stood.colour().map(|colour| colour.word(self.frame.lang));
        let highest = shown.highest().map(|highest| (highest.new, words::day_name(highest, &self.frame)));
        let highest = highest.as_ref().map(|(rating, day)| (*rating, day.as_str()));
        journey::rating(self.frame.lang, colour.as_deref(), shown.contests.len(), highest)
    }
}

/// A series in its part of a sheet.
pub(in super::super) struct Panel<'a> {
    plot: RatingPlot<'a>,
}

impl<'a> Panel<'a> {
    /// Shows `days` since 1970-01-01.
    pub fn new(series: &'a Series<'_>, days: Range<f64>, plot: Rect) -> Self {
        let shown = series.shown();
        Self {
            plot: RatingPlot::new(&series.stood, shown, Vec::new(), None, &series.frame, plot, Some(days)),
        }
    }

    /// Draws it with its ratings and colours, without a time axis.
    pub fn draw(&self, sheet: &mut Sheet) -> Result<(), PlotError> {
        let places = self.plot.draw(sheet)?;
        self.plot.set_ratings(sheet, &places);
        Ok(())
    }
}
