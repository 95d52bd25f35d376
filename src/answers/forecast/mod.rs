//! Where a rating may go: many courses that it could take, drawn at random and always the same for the same history.
//!
//! A course takes part now and then ([`Pace`]), does well or badly ([`Form`]), and turns results into ratings by the
//! judge's formula. All answers are shares of the same courses, so that a nearer goal or a later day never has the
//! lower chance.

mod habit;
mod parameters;
#[cfg(test)]
mod tests;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::split_mix::{self, SplitMix64};
use crate::judges::{self, SimulatedContest};
use crate::model::{RatingChange, RatingSeries};
use habit::{Frequency, Habit};
pub use parameters::{Pace, Parameters};

pub use crate::judges::Form;

/// With fewer rated contests than this there is no forecast.
pub const LEAST_CONTESTS: usize = 5;

/// How many courses are drawn.
pub const COURSES: usize = 4000;

/// How far they go at least, in days: beyond the year that the parameters were checked for they are a rough guide.
const DAYS: f64 = 730.0;

/// How far they go at most, in days.
const MOST_DAYS: f64 = 7300.0;

/// Why there is no forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a forecast needs {LEAST_CONTESTS} rated contests, and there {}", are(*contests))]
pub struct TooFewContests {
    /// How many there are.
    pub contests: usize,
}

fn are(contests: usize) -> String {
    match contests {
        0 => "are none yet".to_owned(),
        1 => "is 1 so far".to_owned(),
        n => format!("are {n} so far"),
    }
}

/// A distribution of future ratings.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    from: Timestamp,
    current: i32,
    days: f64,
    /// Days from now and ratings, course after course.
    contests: Vec<(f32, i32)>,
    /// Where each course ends in `contests`.
    ends: Vec<usize>,
}

/// The ratings that 10, 50 and 90 in 100 courses don't exceed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// 10 in 100 lie at or below.
    pub low: i32,
    /// As many lie below as above.
    pub middle: i32,
    /// 10 in 100 lie at or above.
    pub high: i32,
}

impl Forecast {
    /// From what is known of `series` at `now`, as far as `until` or two years, whichever is later.
    pub fn new(series: &RatingSeries, now: Timestamp, until: Timestamp) -> Result<Self, TooFewContests> {
        let days = days_between(now, until).clamp(DAYS, MOST_DAYS);
        let parameters = Parameters::shipped(series.key.judge, series.key.track);
        Self::drawn(series, now, days, &parameters, COURSES)
    }

    /// Like [`Forecast::new`], with parameters and a number of courses of one's own.
    pub fn drawn(
        series: &RatingSeries,
        now: Timestamp,
        days: f64,
        parameters: &Parameters,
        courses: usize,
    ) -> Result<Self, TooFewContests> {
        let rated: Vec<&RatingChange> = series.rated().filter(|change| change.at <= now).collect();
        let too_few = TooFewContests { contests: rated.len() };
        if rated.len() < LEAST_CONTESTS {
            return Err(too_few);
        }
        let today = now.to_zoned_datetime(TimeZone::fixed(jiff::tz::offset(9))).date();
        let rules = judges::rating(series.key.judge, series.key.track);
        let simulation = rules.simulation(series, &rated, today);
        let ended: Vec<f64> = rated.iter().map(|change| -days_between(change.at, now)).collect();
        let (Some(habit), Some(frequency), Some(last)) = (
            Habit::of(&simulation.results, &parameters.form),
            Frequency::of(&ended, 0.0, &parameters.pace),
            rated.last(),
        ) else {
            return Err(too_few);
        };
        let seed =
            split_mix::seed(rated.iter().flat_map(|change| [change.at.as_second(), change.new.into()]));
        let mut forecast = Self {
            from: now,
            current: last.new,
            days,
            contests: Vec::new(),
            ends: Vec::with_capacity(courses),
        };
        for course in 0..courses {
            let mut dice = SplitMix64::new(split_mix::seed([seed as i64, course as i64].into_iter()));
            let mut habit = habit;
            habit.growth += habit.growth_spread * dice.normal();
            let Pace { spread, fading_days, .. } = parameters.pace;
            let pace = frequency.pace * (spread * dice.normal()).exp();
            let stays = dice.uniform() >= frequency.left;
            // The pace falls exponentially, so that a course has so many contests in all.
            let all = if stays { pace * fading_days } else { 0.0 };
            let mut rating = simulation.rating.boxed();
            let mut taken = dice.exponential();
            while taken < all {
                let day = -fading_days * (1.0 - taken / all).ln();
                if day > days {
                    break;
                }
                habit.step(&parameters.form, dice.normal());
                let contest = SimulatedContest { result: habit.result, contests: habit.contests, day };
                forecast.contests.push((day as f32, rating.after(&contest, &mut || dice.uniform())));
                taken += dice.exponential();
            }
            forecast.ends.push(forecast.contests.len());
        }
        Ok(forecast)
    }

    /// The contests of each course.
    fn courses(&self) -> impl ExactSizeIterator<Item = &[(f32, i32)]> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let course = &self.contests[start..end];
            start = end;
            course
        })
    }

    /// The day of each course's first contest that reaches `goal`; infinite where none does.
    fn days_to(&self, goal: i32) -> impl Iterator<Item = f64> {
        self.courses().map(move |course| {
            let reached = course.iter().find(|(_, rating)| *rating >= goal);
            reached.map_or(f64::INFINITY, |(day, _)| f64::from(*day))
        })
    }

    /// The probability that a rated contest reaches `goal` at or before `by`, 0 to 1.
    pub fn chance(&self, goal: i32, by: Timestamp) -> f64 {
        let by = days_between(self.from, by);
        self.days_to(goal).filter(|day| *day <= by).count() as f64 / self.ends.len() as f64
    }

    /// When `share` (0 to 1) of all courses have reached `goal`; `None` where fewer do as far as they go.
    pub fn reached(&self, goal: i32, share: f64) -> Option<Timestamp> {
        let mut days: Vec<f64> = self.days_to(goal).collect();
        let place = ((days.len() as f64 * share).ceil() as usize).clamp(1, days.len()) - 1;
        let (_, day, _) = days.select_nth_unstable_by(place, f64::total_cmp);
        day.is_finite().then(|| after(self.from, *day))
    }

    /// Where the rating is at `at`, no earlier than now.
    pub fn spread(&self, at: Timestamp) -> Spread {
        let day = days_between(self.from, at) as f32;
        let mut ratings: Vec<i32> = self
            .courses()
            .map(|course| {
                let past = course.partition_point(|(taken, _)| *taken <= day);
                if past == 0 { self.current } else { course[past - 1].1 }
            })
            .collect();
        let mut quantile = |tenths: usize| {
            let place = (ratings.len() * tenths / 10).min(ratings.len() - 1);
            *ratings.select_nth_unstable(place).1
        };
        Spread { low: quantile(1), middle: quantile(5), high: quantile(9) }
    }

    /// The moment that it is made for.
    pub fn from(&self) -> Timestamp {
        self.from
    }

    /// The rating at that moment.
    pub fn current(&self) -> i32 {
        self.current
    }

    /// How far the courses go.
    pub fn until(&self) -> Timestamp {
        after(self.from, self.days)
    }
}

fn days_between(from: Timestamp, to: Timestamp) -> f64 {
    from.duration_until(to).as_secs_f64() / 86_400.0
}

/// `days` after `from`, or the end of time before that.
fn after(from: Timestamp, days: f64) -> Timestamp {
    let seconds = SignedDuration::from_secs((days * 86_400.0) as i64);
    from.checked_add(seconds).unwrap_or(Timestamp::MAX)
}
