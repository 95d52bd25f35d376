//! What it takes to reach a target, and how likely that is.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::forecast::{Forecast, NoForecast};
use super::formula::Formula;
use super::target::TargetProgress;
use super::way::{Giving, Ways};
use crate::model::RatingSeries;

/// How many contests make the recent form.
pub const FORM: usize = 10;

/// How many contests at one performance are looked ahead.
const MOST: usize = 200;

/// Over how many contests a constant performance is asked for.
const OVER: [usize; 3] = [3, 5, 10];

/// How many days make the pace of late.
pub const LATELY: i64 = 90;

const DAYS_A_MONTH: f64 = 365.25 / 12.0;

/// What it takes to reach a goal that is open: not met, and not past.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// The performance that reaches the goal in the next contest: [`super::ANY`] where any does, `None` where none
    /// does.
    pub next: Option<i32>,
    /// Whether performances are estimates.
    pub estimate: bool,
    /// Which contests can give that performance.
    pub giving: Giving,
    /// Contests, and the performance that reaches the goal by the last of them when held in each, as far as contests that
    /// one is rated in give it.
    pub constant: Vec<(usize, Option<i32>)>,
    /// The mean performance of the last [`FORM`] contests; `None` before the first.
    pub form: Option<i32>,
    /// How many contests at that form reach the goal; `None` where none ever do.
    pub contests_at_form: Option<usize>,
    /// Contests a month over the last 90 days.
    pub contests_a_month: f64,
    /// How many contests that pace holds until the target's day.
    pub contests_left: f64,
    /// How likely it is, and when.
    pub forecast: Result<GoalTiming, NoForecast>,
}

/// When a goal will be reached, by a [`Forecast`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GoalTiming {
    /// The probability that it is by the target's day, 0 to 1.
    pub by_then: f64,
    /// The day by which the chance is 10 in 100; `None` where that is beyond the forecast.
    pub p10: Option<Date>,
    /// The same for 50 in 100.
    pub p50: Option<Date>,
    /// The same for 90 in 100.
    pub p90: Option<Date>,
    /// The probability that no rated contest follows, 0 to 1. The others allow for it.
    pub stops: f64,
}

impl GoalTiming {
    /// By `forecast`, for the goal `rating` on the day `by`.
    pub(super) fn of(forecast: &Forecast, rating: i32, by: Date, zone: &TimeZone) -> Self {
        let day = |share| Some(forecast.reached(rating, share)?.to_zoned_datetime(zone.clone()).date());
        Self {
            by_then: forecast.chance(rating, end_of(by, zone)),
            p10: day(0.1),
            p50: day(0.5),
            p90: day(0.9),
            stops: forecast.stops(),
        }
    }
}

/// The end of a target's day.
pub fn end_of(day: Date, zone: &TimeZone) -> Timestamp {
    let next = day.tomorrow().ok().and_then(|next| next.to_zoned_datetime(zone.clone()).ok());
    next.map_or(Timestamp::MAX, |next| next.timestamp() - SignedDuration::from_nanos(1))
}

impl Outlook {
    /// For a target of `series`; `None` where it is met or past.
    pub fn new(
        progress: &TargetProgress,
        series: &RatingSeries,
        forecast: Result<GoalTiming, NoForecast>,
        now: Timestamp,
        zone: &TimeZone,
    ) -> Option<Self> {
        if !progress.is_open() {
            return None;
        }
        let goal = progress.target.goal.rating;
        let today = now.to_zoned_datetime(zone.clone()).date();
        let formula = Formula::new(series, today);
        let next = formula.needed(goal, 1);
        let rating = progress.current.unwrap_or_default();
        let ways = Ways { formula: &formula, kinds: &series.kinds, rating, goal };
        let form = formula.recent_form(FORM);
        let since = now - SignedDuration::from_hours(24 * LATELY);
        let lately = series.rated().filter(|change| change.at > since && change.at <= now).count();
        let a_day = lately as f64 / LATELY as f64;
        Some(Self {
            next,
            estimate: formula.is_estimate(),
            giving: ways.giving(next),
            constant: OVER.map(|contests| (contests, ways.needed(contests))).into(),
            form,
            contests_at_form: form.and_then(|form| formula.contests_to(goal, form, MOST)),
            contests_a_month: a_day * DAYS_A_MONTH,
            contests_left: a_day * f64::from(progress.days_left.max(0)),
            forecast,
        })
    }
}
