//! The two formulas as answers ask for them. Both are exact: the judge publishes performances.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};

use super::algorithm::{Weighted, algorithm_need, algorithm_needed};
use super::forecast;
use super::heuristic::{HeuristicResult, ROUGH, Ranked, heuristic_ratings_after, heuristic_results};
use crate::judges::atcoder::kinds;
use crate::judges::{
    ForecastParameters, Forecasting, FormulaState, KindShares, Performed, Rating, SimulatedContest,
    SimulatedRating, Simulation,
};
use crate::model::{Contest, ContestKind, RatingChange, RatingSeries};

/// The algorithm track.
#[derive(Debug)]
pub(in super::super) struct Algorithm;

/// The heuristic track.
#[derive(Debug)]
pub(in super::super) struct Heuristic;

/// Between two heuristic contests to come, in days: about as often as they are held.
const HEURISTIC_EVERY: i64 = 21;

/// Whether contests run for days: of twelve heuristic contests of a year about four do.
const USUAL_LENGTHS: [bool; 6] = [true, true, false, false, false, false];

impl Rating for Algorithm {
    fn state(&self, series: &RatingSeries, _: Date) -> Box<dyn FormulaState> {
        let rated: Vec<&RatingChange> = series.rated().collect();
        let performances: Vec<i32> = performances(&rated).into_iter().flatten().collect();
        Box::new(AlgorithmState { so_far: Weighted::of(&performances), performances })
    }

    fn forecast(&self) -> Option<&dyn Forecasting> {
        Some(self)
    }

    /// The means of the performances that the rating rests on, before newcomers are held back and before low ratings are
    /// bent to stay positive.
    fn strengths(&self, rated: &[&RatingChange]) -> Vec<Option<f64>> {
        let mut so_far = Weighted::NONE;
        let mean = |performance: Option<i32>| {
            so_far = performance.map_or(so_far, |performance| so_far.then(f64::from(performance)));
            so_far.mean()
        };
        performances(rated).into_iter().map(mean).collect()
    }

    fn kinds(&self, listed: &[&Contest], now: Timestamp) -> Vec<ContestKind> {
        kinds::algorithm(listed, now)
    }
}

impl Forecasting for Algorithm {
    fn parameters(&self) -> &'static ForecastParameters {
        &forecast::ALGORITHM
    }

    /// Each contest is of a kind that is rated for whoever has the rating of that moment, and caps the performance.
    fn simulation(&self, series: &RatingSeries, rated: &[&RatingChange], today: Date) -> Simulation {
        let known = performances(rated);
        let so_far = known.iter().flatten().fold(Weighted::NONE, |so_far, one| so_far.then(f64::from(*one)));
        let performed = |(change, performance): (&&RatingChange, Option<i32>)| {
            Some(Performed { at: change.at, performance: performance?.into(), long: false })
        };
        let kind_of = |change: &RatingChange| kinds::kind(&change.contest, &change.name);
        Simulation {
            performances: rated.iter().zip(known).filter_map(performed).collect(),
            kinds: Some(KindShares::of_series(self, series, rated, today, kind_of)),
            lengths: Vec::new(),
            rating: Box::new(SimulatedAlgorithm { so_far }),
        }
    }
}

impl Rating for Heuristic {
    /// Contests to come are taken for short ones, the first soon after `today`.
    fn state(&self, series: &RatingSeries, today: Date) -> Box<dyn FormulaState> {
        let results = heuristic_results(series.rated(), &series.lengths);
        let performances = results.iter().map(|result| result.performance).collect();
        Box::new(HeuristicState { results, today, performances })
    }

    fn forecast(&self) -> Option<&dyn Forecasting> {
        Some(self)
    }

    fn kinds(&self, listed: &[&Contest], now: Timestamp) -> Vec<ContestKind> {
        kinds::heuristic(listed, now)
    }
}

impl Forecasting for Heuristic {
    fn parameters(&self) -> &'static ForecastParameters {
        &forecast::HEURISTIC
    }

    /// Contests to come are long or short ones as those since 2025, of which somebody took part in few.
    fn simulation(&self, series: &RatingSeries, rated: &[&RatingChange], today: Date) -> Simulation {
        let results = heuristic_results(rated.iter().copied(), &series.lengths);
        let told = rated.iter().filter(|change| change.performance.is_some());
        let performed = |(change, result): (&&RatingChange, &HeuristicResult)| Performed {
            at: change.at,
            performance: result.performance.into(),
            long: result.long,
        };
        let own = results.iter().filter(|result| result.counts_by_length()).map(|result| result.long);
        Simulation {
            performances: told.zip(&results).map(performed).collect(),
            kinds: None,
            lengths: own.chain(USUAL_LENGTHS).collect(),
            rating: Box::new(SimulatedHeuristic { so_far: Ranked::of(&results, today, ROUGH) }),
        }
    }
}

#[derive(Debug)]
struct AlgorithmState {
    so_far: Weighted,
    performances: Vec<i32>,
}

impl FormulaState for AlgorithmState {
    fn performances(&self) -> &[i32] {
        &self.performances
    }

    fn is_estimate(&self) -> bool {
        false
    }

    fn after(&self, performances: &[i32]) -> Vec<i32> {
        let mut so_far = self.so_far;
        let next = |performance: &i32| {
            so_far = so_far.then(f64::from(*performance));
            so_far.rating()
        };
        performances.iter().map(next).collect()
    }

    fn needed_next(&self, goal: i32) -> Option<Option<i32>> {
        Some(algorithm_needed(&self.performances, goal))
    }
}

#[derive(Debug)]
struct HeuristicState {
    results: Vec<HeuristicResult>,
    today: Date,
    performances: Vec<i32>,
}

impl FormulaState for HeuristicState {
    fn performances(&self) -> &[i32] {
        &self.performances
    }

    fn is_estimate(&self) -> bool {
        false
    }

    fn after(&self, performances: &[i32]) -> Vec<i32> {
        let last = self.results.last().map_or(self.today, |last| last.ended.max(self.today));
        let days = (1..).map(|n: i64| last.saturating_add((n * HEURISTIC_EVERY).days()));
        heuristic_ratings_after(&self.results, performances.iter().copied().zip(days))
    }
}

#[derive(Debug, Clone)]
struct SimulatedAlgorithm {
    so_far: Weighted,
}

impl SimulatedRating for SimulatedAlgorithm {
    fn after(&mut self, contest: &SimulatedContest) -> i32 {
        self.so_far = self.so_far.then(contest.performance);
        self.so_far.rating()
    }

    fn boxed(&self) -> Box<dyn SimulatedRating> {
        Box::new(self.clone())
    }
}

#[derive(Debug, Clone)]
struct SimulatedHeuristic {
    so_far: Ranked,
}

impl SimulatedRating for SimulatedHeuristic {
    fn after(&mut self, contest: &SimulatedContest) -> i32 {
        self.so_far.add(contest.performance, contest.day, contest.long);
        self.so_far.rating(contest.day)
    }

    fn boxed(&self) -> Box<dyn SimulatedRating> {
        Box::new(self.clone())
    }
}

/// The performances of rated contests, oldest first. Where the judge's answer lacks one, the one that its rating needs;
/// `None` where it needs none.
fn performances(rated: &[&RatingChange]) -> Vec<Option<i32>> {
    let mut known = Vec::with_capacity(rated.len());
    let performance = |change: &&RatingChange| {
        let implied = || algorithm_need(&known, f64::from(change.new.max(1)));
        let performance = change.performance.or_else(|| implied().map(|need| need.round() as i32));
        known.extend(performance);
        performance
    };
    rated.iter().map(performance).collect()
}
