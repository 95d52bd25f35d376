//! The part of a series that a frame shows.

use std::borrow::Cow;

use jiff::civil::Date;

use super::super::axis;
use super::super::frame::Frame;
use crate::answers;
use crate::model::{Colour, RatingChange, RatingSeries};

/// The day of a contest in the frame's zone.
pub(in super::super) fn day(change: &RatingChange, frame: &Frame) -> Date {
    change.at.to_zoned_datetime(frame.zone.clone()).date()
}

/// The series as it stood at the end of the days shown, and the frame of that day.
pub(in super::super) fn as_it_stood<'a>(
    series: &'a RatingSeries,
    frame: &Frame,
) -> (Cow<'a, RatingSeries>, Frame) {
    let Some(until) = frame.until.filter(|until| *until < frame.today) else {
        return (Cow::Borrowed(series), frame.clone());
    };
    let known = series.history.iter().filter(|change| day(change, frame) <= until).cloned();
    let stood = RatingSeries { history: known.collect(), ..series.clone() };
    (Cow::Owned(stood), Frame { today: until, as_of: until.min(frame.as_of), ..frame.clone() })
}

/// What is drawn of a series.
pub(in super::super) struct Shown<'a> {
    /// Rated, oldest first.
    pub contests: Vec<&'a RatingChange>,
    /// The last one before them that isn't shown.
    pub before: Option<&'a RatingChange>,
    /// Those that reached a colour for the first time.
    pub arrivals: Vec<(&'a RatingChange, Colour)>,
    /// Days since 1970-01-01 and the performance of each contest of which the judge tells it.
    pub performances: Vec<(f64, f64)>,
    /// The same with the mean of the last performances.
    pub form: Vec<(f64, f64)>,
}

impl<'a> Shown<'a> {
    pub fn new(series: &'a RatingSeries, frame: &Frame) -> Self {
        let shows = |change: &RatingChange| frame.shows(day(change, frame));
        let earlier = |change: &&RatingChange| frame.since.is_some_and(|since| day(change, frame) < since);
        let zoned = |at: jiff::Timestamp| at.to_zoned_datetime(frame.zone.clone()).date();
        let form = answers::form(series).into_iter().filter(|(at, _)| frame.shows(zoned(*at)));
        let contests: Vec<&RatingChange> = series.rated().filter(|change| shows(change)).collect();
        let performed = |change: &&RatingChange| {
            Some((axis::moment(change.at, &frame.zone), f64::from(change.performance?)))
        };
        Self {
            performances: contests.iter().filter_map(performed).collect(),
            contests,
            before: series.rated().rev().find(earlier),
            arrivals: series.arrivals().filter(|(change, _)| shows(change)).collect(),
            form: form.map(|(at, mean)| (axis::moment(at, &frame.zone), mean)).collect(),
        }
    }

    /// Ratings alone.
    pub fn without_performances(self) -> Self {
        Self { performances: Vec::new(), form: Vec::new(), ..self }
    }

    /// The highest of the contests, of equal ones the first, where there is more than one to choose from.
    pub fn highest(&self) -> Option<&'a RatingChange> {
        let highest = self.contests.iter().rev().max_by_key(|change| change.new);
        highest.filter(|_| self.contests.len() > 1).copied()
    }

    /// Days since 1970-01-01 and ratings: from `start` on, where there is a contest before it, through all contests;
    /// where there is none to come, until `end`.
    pub fn line(&self, start: f64, end: f64, frame: &Frame) -> Vec<(f64, f64)> {
        let point = |change: &RatingChange| (axis::moment(change.at, &frame.zone), f64::from(change.new));
        let mut points: Vec<(f64, f64)> = self.contests.iter().map(|change| point(change)).collect();
        if let Some((day, rating)) = self.before.map(point) {
            match points.first() {
                Some(&(next, reached)) => {
                    let share = ((start - day) / (next - day)).clamp(0.0, 1.0);
                    points.insert(0, (start, rating + (reached - rating) * share));
                }
                None => points = vec![(start, rating), (end.max(start), rating)],
            }
        }
        points
    }
}
