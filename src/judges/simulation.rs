//! What a forecast needs to know of a judge's track: how skill and participation go on, and how contests rate them.

use std::fmt;
use std::ops::RangeInclusive;

use jiff::Timestamp;
use jiff::civil::Date;

use super::kinds::KindShares;
use crate::model::{RatingChange, RatingSeries};

/// How forecasts of a track are made.
pub trait Forecasting {
    /// What they rest on besides the history itself.
    fn parameters(&self) -> &'static ForecastParameters;

    /// The rating of `series` after these rated contests, made ready for a forecast. Days are counted from `today`.
    fn simulation(&self, series: &RatingSeries, rated: &[&RatingChange], today: Date) -> Simulation;
}

/// A rating history, made ready for a forecast.
pub struct Simulation {
    /// The rated contests so far, oldest first.
    pub performances: Vec<Performed>,
    /// The kinds of contests to come; `None` where every contest is open to everybody and gives every performance.
    pub kinds: Option<KindShares>,
    /// Whether contests to come run for days, each of these as likely as the others; empty where none does.
    pub lengths: Vec<bool>,
    /// The rating as it stands.
    pub rating: Box<dyn SimulatedRating>,
}

/// How one rated contest went.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Performed {
    /// When it ended.
    pub at: Timestamp,
    /// The performance, on the scale of ratings.
    pub performance: f64,
    /// Whether it ran for days. See [`SkillModel::long_bonus`].
    pub long: bool,
}

/// A rating on its way, as far as its formula needs to know it.
pub trait SimulatedRating: fmt::Debug {
    /// The rating shown after one more contest.
    fn after(&mut self, contest: &SimulatedContest) -> i32;

    /// A copy that goes a way of its own.
    fn boxed(&self) -> Box<dyn SimulatedRating>;
}

/// A contest of a simulated future.
#[derive(Debug, Clone, Copy)]
pub struct SimulatedContest {
    /// How it went.
    pub performance: f64,
    /// Whether it ran for days.
    pub long: bool,
    /// How many contests there were with it.
    pub contests: usize,
    /// How many days from today it is.
    pub day: f64,
}

/// All that a forecast rests on besides the history itself, for one track. Fitted by
/// `cargo bench --bench forecast -- JUDGE TRACK refit`; see `docs/forecast.md`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ForecastParameters {
    /// How performances follow each other.
    pub skill: SkillModel,
    /// How often somebody takes part.
    pub participation: Participation,
    /// What the simulation gets wrong on the whole.
    pub calibration: Calibration,
    /// What it gets wrong of newcomers and of those who were silent of late.
    pub standing: StandingEffects,
}

impl ForecastParameters {
    /// The calibration for somebody with so many rated contests, the last of them so many days ago.
    pub fn calibration_after(&self, contests: usize, silence: f64) -> Calibration {
        let StandingEffects { newcomer, newcomer_slope, due, due_horizon, silent } = self.standing;
        let inexperience = (StandingEffects::EXPERIENCED / contests.max(1) as f64).ln().max(0.0);
        let (first, rest) = StandingEffects::SILENCE;
        let due_now = silence.clamp(0.0, first) / first;
        let silence_after = (silence - first).clamp(0.0, rest) / rest;
        let Calibration { level, slope, horizon, gap } = self.calibration;
        Calibration {
            level: level - newcomer * inexperience + due * due_now - silent * silence_after,
            slope: (slope - newcomer_slope * inexperience).max(0.0),
            horizon: horizon + due_horizon * due_now,
            gap,
        }
    }
}

/// A local linear trend model (a state-space model, filtered by Kalman's method): a performance is the skill and
/// scatter; the skill is a random walk with a drift that everybody has and a momentum of one's own. Points are those of
/// ratings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SkillModel {
    /// The skill of somebody who begins: mean.
    pub start: f64,
    /// Its standard deviation.
    pub start_spread: f64,
    /// What everybody gains from one contest to the next, in points.
    pub growth: f64,
    /// What newcomers gain more: this divided by their contests and [`SkillModel::early_contests`], in points.
    pub early_growth: f64,
    /// See [`SkillModel::early_growth`].
    pub early_contests: f64,
    /// What everybody gains with a day between two contests, in points.
    pub growth_a_day: f64,
    /// How much less one gains with a contest for each 1000 points of skill above 1000.
    pub ceiling: f64,
    /// The momentum of somebody who begins: its standard deviation, in points a contest.
    pub momentum: f64,
    /// The share of the momentum that the next contest finds.
    pub momentum_kept: f64,
    /// How far the skill wanders in a day: its standard deviation.
    pub wander: f64,
    /// How far performances usually scatter: their standard deviation.
    pub scatter: f64,
    /// How many own contests outweigh the usual scatter.
    pub scatter_evidence: f64,
    /// The degrees of freedom of the Student distribution that they scatter by: the fewer, the less an exception says.
    pub tails: f64,
    /// How much better performances are in contests that run for days.
    pub long_bonus: f64,
    /// How far they scatter there, as a share of the scatter elsewhere.
    pub long_scatter: f64,
}

/// How often somebody takes part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Participation {
    /// After how many days a contest counts a third (1/e) toward the pace.
    pub memory_days: f64,
    /// Everybody starts with this many contests at the usual pace, and own contests soon outweigh them.
    pub usual_contests: f64,
    /// The usual pace, in contests a day.
    pub usual_pace: f64,
    /// How unsure the pace is: the standard deviation of its logarithm.
    pub spread: f64,
    /// In how many days the pace falls to a third: people tire.
    pub fading_days: f64,
    /// After this many days without a contest it is as likely as not that somebody has left for good: the scale of a
    /// log-logistic distribution.
    pub leaving_days: f64,
    /// Its shape: how much later than early the silence tells.
    pub leaving_shape: f64,
}

/// A logistic curve from the share of simulated courses that reach a goal in time to the chance that it is reached:
/// its logit is level + slope · logit(share) + horizon · ln(days / 180) − gap · (points to go / 400). None of the last
/// three is negative, so that a later day and a nearer goal never have the lower chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Calibration {
    /// What is added.
    pub level: f64,
    /// How much the simulation counts: less than 1 where it is too sure of itself.
    pub slope: f64,
    /// How much likelier a distant day is than the simulation has it.
    pub horizon: f64,
    /// How much less likely a distant goal is than the simulation has it.
    pub gap: f64,
}

/// How the numbers of a [`Calibration`] depend on the history that a forecast is made from. They are the same for every
/// day and goal, so that the order of chances stays.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StandingEffects {
    /// How much lower the level is for newcomers: times the logarithm of 20 contests to theirs, while they have fewer.
    pub newcomer: f64,
    /// How much lower the slope is for them, likewise.
    pub newcomer_slope: f64,
    /// How much higher the level is a week after the last contest, when the next is near, than right after it.
    pub due: f64,
    /// How much higher the horizon is then. Not negative.
    pub due_horizon: f64,
    /// How much lower the level is after a month without a contest than after a week.
    pub silent: f64,
}

impl StandingEffects {
    /// Everybody alike.
    pub const NONE: Self =
        Self { newcomer: 0.0, newcomer_slope: 0.0, due: 0.0, due_horizon: 0.0, silent: 0.0 };

    /// Who has so many contests isn't a newcomer.
    const EXPERIENCED: f64 = 20.0;

    /// A week, and the days that follow it up to the 30th. Longer silence changes no more.
    const SILENCE: (f64, f64) = (7.0, 23.0);
}

impl Calibration {
    /// The simulation as it is.
    pub const NONE: Self = Self { level: 0.0, slope: 1.0, horizon: 0.0, gap: 0.0 };

    /// The days beyond which a later one changes no more than the simulation says.
    const DAYS: RangeInclusive<f64> = 1.0..=365.0;

    /// Shares beyond these are taken for these.
    const SHARES: RangeInclusive<f64> = 0.002..=0.998;

    /// The chance (0 to 1) of what a share of courses reach within so many days, so many points away. Nothing is
    /// likely that none of them reaches.
    pub fn chance(&self, share: f64, days: f64, points: f64) -> f64 {
        if share <= 0.0 {
            return 0.0;
        }
        let share = share.clamp(*Self::SHARES.start(), *Self::SHARES.end());
        let days = days.clamp(*Self::DAYS.start(), *Self::DAYS.end());
        let logit =
            self.level + self.slope * (share / (1.0 - share)).ln() + self.horizon * (days / 180.0).ln()
                - self.gap * points.max(0.0) / 400.0;
        1.0 / (1.0 + (-logit).exp())
    }
}
