//! Where a rating may go: many courses that it could take, drawn at random and always the same for the same history.
//!
//! A course takes part now and then ([`Participation`]), does well or badly ([`SkillModel`]) in contests of the kinds
//! that it is rated in, and turns performances into ratings by the judge's formula. All answers are shares of the same
//! courses, so that a nearer goal or a later day never has the lower chance. `docs/forecast.md` tells how it was fitted
//! and how good it is.

mod participation;
mod skill;
#[cfg(test)]
mod tests;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::judges::{self, Performed, SimulatedContest, Simulation};
use crate::model::{Judge, RatingChange, RatingSeries, SplitMix64};
use participation::Frequency;
use skill::SkillEstimate;

pub use crate::judges::{
    Calibration, ForecastParameters as Parameters, Participation, SkillModel, StandingEffects,
};

/// With fewer rated contests than this there is no forecast.
pub const LEAST_CONTESTS: usize = 5;

/// How many courses are drawn at most, and of those who often take part at least.
pub const COURSES: usize = 1000;
const LEAST_COURSES: usize = 400;

/// About how many contests a forecast may simulate: a matter of milliseconds.
const CONTESTS: f64 = 50_000.0;

/// How far they go at least, in days: three years. Beyond the first one they are a rough guide.
pub const DAYS: f64 = 1096.0;

/// How far they go at most, in days.
const MOST_DAYS: f64 = 7300.0;

/// Why there is no forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoForecast {
    /// There are fewer rated contests than [`LEAST_CONTESTS`]: so many.
    TooFewContests(usize),
    /// Nobody has fitted forecasts to histories of this judge's track.
    NotFitted(Judge),
}

/// A distribution of future ratings.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    from: Timestamp,
    current: i32,
    days: f64,
    /// The probability that another rated contest follows, 0 to 1.
    goes_on: f64,
    calibration: Calibration,
    /// Days from now and ratings, course after course: those that take part again.
    contests: Vec<(f32, i32)>,
    /// Where each course ends in `contests`.
    ends: Vec<usize>,
}

/// Quantiles of the ratings of those who take part again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// 10 in 100 lie at or below.
    pub low: i32,
    /// 25 in 100 lie at or below.
    pub lower: i32,
    /// As many lie below as above.
    pub middle: i32,
    /// 25 in 100 lie at or above.
    pub upper: i32,
    /// 10 in 100 lie at or above.
    pub high: i32,
}

impl Spread {
    /// One rating alone.
    pub fn at(rating: i32) -> Self {
        Self { low: rating, lower: rating, middle: rating, upper: rating, high: rating }
    }
}

impl Forecast {
    /// From what is known of `series` at `now`, as far as `until` or three years, whichever is later.
    pub fn new(series: &RatingSeries, now: Timestamp, until: Timestamp) -> Result<Self, NoForecast> {
        let days = days_between(now, until).clamp(DAYS, MOST_DAYS);
        let (judge, track) = (series.key.judge, series.key.track);
        let parameters = Parameters::shipped(judge, track).ok_or(NoForecast::NotFitted(judge))?;
        Self::drawn(series, now, days, &parameters, COURSES)
    }

    /// Like [`Forecast::new`], with parameters and a number of courses of one's own.
    pub fn drawn(
        series: &RatingSeries,
        now: Timestamp,
        days: f64,
        parameters: &Parameters,
        courses: usize,
    ) -> Result<Self, NoForecast> {
        let rated: Vec<&RatingChange> = series.rated().filter(|change| change.at <= now).collect();
        let too_few = NoForecast::TooFewContests(rated.len());
        if rated.len() < LEAST_CONTESTS {
            return Err(too_few);
        }
        let today = now.to_zoned_datetime(TimeZone::fixed(jiff::tz::offset(9))).date();
        let (judge, track) = (series.key.judge, series.key.track);
        let rules = judges::rating(judge, track).forecast().ok_or(NoForecast::NotFitted(judge))?;
        let simulation = rules.simulation(series, &rated, today);
        let ended: Vec<f64> = rated.iter().map(|change| -days_between(change.at, now)).collect();
        let (Some(frequency), Some(last)) =
            (Frequency::of(&ended, 0.0, &parameters.participation), rated.last())
        else {
            return Err(too_few);
        };
        let mut forecast = Self {
            from: now,
            current: last.new,
            days,
            goes_on: 0.0,
            calibration: parameters.calibration_after(rated.len(), days_between(last.at, now)),
            contests: Vec::new(),
            ends: Vec::with_capacity(courses),
        };
        let course = Course {
            skill: skill_after(&simulation.performances, &parameters.skill).0,
            frequency,
            days_ago: days_between(last.at, now),
            current: last.new,
            days,
            simulation: &simulation,
            parameters,
        };
        let seed =
            SplitMix64::seed(rated.iter().flat_map(|change| [change.at.as_second(), change.new.into()]));
        let affordable = CONTESTS / frequency.contests_within(days, &parameters.participation).max(1.0);
        let courses = courses.min((affordable as usize).max(LEAST_COURSES));
        for number in 0..courses {
            // Antithetic pairs: of two courses that start alike, one has the luck that the other lacks.
            let dice = SplitMix64::new(SplitMix64::seed([seed as i64, number as i64 / 2]));
            let luck = if number % 2 == 0 { 1.0 } else { -1.0 };
            course.draw(dice, luck, &mut forecast.contests);
            let start = forecast.ends.last().copied().unwrap_or_default();
            if forecast.contests.len() > start {
                forecast.ends.push(forecast.contests.len());
            }
        }
        forecast.goes_on = (1.0 - frequency.left) * forecast.ends.len() as f64 / courses.max(1) as f64;
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
        self.calibrated(goal, by, self.days_to(goal).filter(|day| *day <= by).count())
    }

    /// The chance of a goal that so many courses reach within so many days.
    fn calibrated(&self, goal: i32, days: f64, reaching: usize) -> f64 {
        let share = reaching as f64 / self.ends.len().max(1) as f64;
        self.goes_on * self.calibration.chance(share, days, f64::from(goal) - f64::from(self.current))
    }

    /// The first moment at which the chance of `goal` is at least `share` (0 to 1); `None` where it never is as far as
    /// the courses go.
    pub fn reached(&self, goal: i32, share: f64) -> Option<Timestamp> {
        let mut days: Vec<f64> = self.days_to(goal).filter(|day| day.is_finite()).collect();
        days.sort_by(f64::total_cmp);
        let chance = |by: f64| self.calibrated(goal, by, days.partition_point(|day| *day <= by));
        let (mut before, mut after_all) = (0.0, self.days);
        if chance(after_all) < share {
            return None;
        }
        // To the minute.
        while after_all - before > 1.0 / 1440.0 {
            let middle = f64::midpoint(before, after_all);
            if chance(middle) < share { before = middle } else { after_all = middle }
        }
        Some(after(self.from, after_all))
    }

    /// The probability that no rated contest follows, 0 to 1.
    pub fn stops(&self) -> f64 {
        1.0 - self.goes_on
    }

    /// Where the rating of those who take part again is at `at`, no earlier than now.
    pub fn spread(&self, at: Timestamp) -> Spread {
        let day = days_between(self.from, at) as f32;
        let mut ratings: Vec<i32> = self
            .courses()
            .map(|course| {
                let past = course.partition_point(|(taken, _)| *taken <= day);
                if past == 0 { self.current } else { course[past - 1].1 }
            })
            .collect();
        ratings.sort_unstable();
        let quantile = |share: f64| {
            let place = (ratings.len() as f64 * share) as usize;
            ratings.get(place).copied().unwrap_or(self.current)
        };
        Spread {
            low: quantile(0.1),
            lower: quantile(0.25),
            middle: quantile(0.5),
            upper: quantile(0.75),
            high: quantile(0.9),
        }
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

/// What a course is drawn from.
struct Course<'a> {
    skill: SkillEstimate,
    frequency: Frequency,
    /// How many days ago the last contest ended.
    days_ago: f64,
    current: i32,
    days: f64,
    simulation: &'a Simulation,
    parameters: &'a Parameters,
}

impl Course<'_> {
    /// Draws one, its normal numbers times `luck`, and adds the days and ratings of its contests. A contest that it isn't rated in changes nothing.
    fn draw(&self, mut dice: SplitMix64, luck: f64, contests: &mut Vec<(f32, i32)>) {
        let Parameters { skill: model, participation: Participation { spread, fading_days, .. }, .. } =
            self.parameters;
        let mut skill =
            self.skill.drawn([dice.normal(), dice.normal()].map(|n| luck * n), self.days_ago, model);
        let pace = self.frequency.pace * (spread * luck * dice.normal()).exp();
        // The pace falls exponentially, so that a course has so many contests in all.
        let all = pace * fading_days;
        let mut rating = self.simulation.rating.boxed();
        let mut shown = self.current;
        let mut taken = dice.exponential();
        while taken < all {
            let day = -fading_days * (1.0 - taken / all).ln();
            if day > self.days {
                break;
            }
            taken += dice.exponential();
            let mut cap = f64::INFINITY;
            if let Some(kinds) = &self.simulation.kinds {
                // Fewer contests are rated at some ratings.
                if dice.uniform() * kinds.open(self.current) > kinds.open(shown) {
                    continue;
                }
                let Some(kind) = kinds.drawn(shown, dice.uniform()) else { continue };
                cap = kind.cap.map_or(f64::INFINITY, f64::from);
            }
            let lengths = &self.simulation.lengths;
            let long = !lengths.is_empty() && lengths[(dice.uniform() * lengths.len() as f64) as usize];
            let performance =
                skill.perform(day, long, [dice.normal(), dice.normal()].map(|n| luck * n), model).min(cap);
            let contest = SimulatedContest { performance, long, contests: skill.contests(), day };
            shown = rating.after(&contest);
            contests.push((day as f32, shown));
        }
    }
}

/// The skill after these contests, and the natural logarithm of how likely each performance was after those before it,
/// all multiplied.
fn skill_after(performances: &[Performed], model: &SkillModel) -> (SkillEstimate, f64) {
    let mut skill = SkillEstimate::new(model);
    let mut likelihood = 0.0;
    let mut last: Option<Timestamp> = None;
    for one in performances {
        let days = last.map_or(0.0, |last| days_between(last, one.at));
        likelihood += skill.observe(one.performance, one.long, days, model);
        last = Some(one.at);
    }
    (skill, likelihood)
}

/// The natural logarithm of how likely the performances of a history are by a model: what it is fitted by.
pub fn likelihood(performances: &[Performed], model: &SkillModel) -> f64 {
    skill_after(performances, model).1
}

fn days_between(from: Timestamp, to: Timestamp) -> f64 {
    from.duration_until(to).as_secs_f64() / 86_400.0
}

/// `days` after `from`, or the end of time before that.
fn after(from: Timestamp, days: f64) -> Timestamp {
    let seconds = SignedDuration::from_secs((days * 86_400.0) as i64);
    from.checked_add(seconds).unwrap_or(Timestamp::MAX)
}
