//! What a judge's rating formula has to tell of itself.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::model::{Contest, ContestKind, RatingChange, RatingSeries};

/// The formula of one of a judge's tracks.
pub trait Rating: Sync {
    /// What `series` has come to, as the formula sees it. `today` is when contests to come begin.
    fn state(&self, series: &RatingSeries, today: Date) -> Box<dyn FormulaState>;

    /// The rating of `series` after these rated contests, made ready for a forecast. Days are counted from `today`.
    fn simulation(&self, series: &RatingSeries, rated: &[&RatingChange], today: Date) -> Simulation;

    /// How results follow each other here.
    fn form(&self) -> &'static Form;

    /// How strong one is after each of these rated contests, on the scale on which the judge says how hard its problems
    /// are; `None` where that isn't known yet.
    fn strengths(&self, rated: &[&RatingChange]) -> Vec<Option<f64>>;

    /// The performance in each rated contest of `series`, oldest first, as its changes tell it. None at a judge that
    /// publishes performances.
    fn estimates(&self, series: &RatingSeries) -> Vec<Option<PerformanceEstimate>> {
        vec![None; series.rated().count()]
    }

    /// The kinds of contests that are rated in this track at `now`, those for the lowest ratings first, by the judge's rules
    /// and by what `listed` contests say (those of the last year and to come are enough). None where contests have no kinds.
    fn kinds(&self, listed: &[&Contest], now: Timestamp) -> Vec<ContestKind> {
        let _ = (listed, now);
        Vec::new()
    }
}

/// A series as its judge's formula sees it.
pub trait FormulaState: fmt::Debug {
    /// What the contests so far were worth, oldest first.
    fn performances(&self) -> &[i32];

    /// Whether the answers are estimates.
    fn is_estimate(&self) -> bool;

    /// The ratings after each of these performances in contests to come.
    fn after(&self, performances: &[i32]) -> Vec<i32>;

    /// The least performance in the next contest after which at least `goal` is shown, where the formula can be solved
    /// for it: the inner `None` where any performance will do.
    fn needed_next(&self, goal: i32) -> Option<Option<i32>> {
        let _ = goal;
        None
    }
}

/// What a forecast draws: how a rating goes on from here.
pub struct Simulation {
    /// The results so far, oldest first: ratings or performances, whatever follows its own past best.
    pub results: Vec<f64>,
    /// The rating as it stands.
    pub rating: Box<dyn SimulatedRating>,
}

/// A rating on its way, as far as its formula needs to know it.
pub trait SimulatedRating: fmt::Debug {
    /// The rating shown after one more contest.
    fn after(&mut self, contest: &SimulatedContest, uniform: &mut dyn FnMut() -> f64) -> i32;

    /// A copy that goes a way of its own.
    fn boxed(&self) -> Box<dyn SimulatedRating>;
}

/// A contest of a simulated future.
#[derive(Debug, Clone, Copy)]
pub struct SimulatedContest {
    /// How it went, on the scale of [`Simulation::results`].
    pub result: f64,
    /// How many contests there were with it.
    pub contests: usize,
    /// How many days from today it is.
    pub day: f64,
}

/// What a change of rating says about the performance. It is an estimate where the judge publishes none: the exact
/// one depends on everybody who took part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PerformanceEstimate {
    /// About this, usually within 5 to 20 points.
    About(i32),
    /// At most this. The lower it was, the less the change tells of it.
    AtMost(i32),
}

impl PerformanceEstimate {
    /// The number alone.
    pub fn number(self) -> i32 {
        match self {
            Self::About(number) | Self::AtMost(number) => number,
        }
    }
}

/// How results follow each other. See [`Simulation::results`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Form {
    /// The share of the way back to the level (the mean of results, recent ones first) that a contest covers.
    pub pull: f64,
    /// How many contests the level remembers.
    pub memory: f64,
    /// What everybody gains with a contest over what the level lets expect, in points.
    pub growth: f64,
    /// What newcomers gain more: this over the square root of their contests, in points.
    pub early_growth: f64,
    /// How many own contests outweigh what everybody gains.
    pub growth_evidence: f64,
    /// How far results usually scatter: their standard deviation, in points.
    pub volatility: f64,
    /// How many own contests outweigh the usual scatter.
    pub volatility_evidence: f64,
    /// The first results that say little about the level, because they depend on where everybody starts.
    pub settling: usize,
}

impl Form {
    /// The early growth is that of the fifteenth contest for all before it.
    pub const WHOLE_GROWTH: f64 = 15.0;
    /// Where ratings settle first, growth begins after this many contests and rises until it is whole.
    pub const FIRST_GROWTH: f64 = 3.0;
    /// How many contests the own growth and the own scatter remember.
    pub const GROWTH_MEMORY: f64 = 60.0;
    /// See [`Form::GROWTH_MEMORY`].
    pub const VOLATILITY_MEMORY: f64 = 20.0;
}
