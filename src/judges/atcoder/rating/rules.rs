//! The two formulas as answers ask for them. Both are exact: the judge publishes performances.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use super::algorithm::{Weighted, algorithm_need, algorithm_needed};
use super::heuristic::{HeuristicResult, ROUGH, Ranked, heuristic_ratings_after, heuristic_results};
use crate::judges::atcoder::kinds;
use crate::judges::{Form, FormulaState, KindShares, Rating, SimulatedContest, SimulatedRating, Simulation};
use crate::model::{Contest, ContestKind, RatingChange, RatingSeries};

/// The algorithm track.
#[derive(Debug)]
pub(in super::super) struct Algorithm;

/// The heuristic track.
#[derive(Debug)]
pub(in super::super) struct Heuristic;

/// Between two heuristic contests to come, in days: about as often as they are held.
const HEURISTIC_EVERY: i64 = 21;

/// How performances follow each other. The judge publishes no histories in bulk: these were fitted to Codeforces', with
/// each change of rating read as a performance and put through the algorithm track's formula.
const FORM: Form = Form {
    pull: 1.0,
    memory: 23.0,
    growth: 103.0,
    early_growth: 740.0,
    growth_evidence: 18.5,
    volatility: 454.0,
    volatility_evidence: 1.4,
    settling: 0,
};

impl Rating for Algorithm {
    fn state(&self, series: &RatingSeries, _: Date) -> Box<dyn FormulaState> {
        let rated: Vec<&RatingChange> = series.rated().collect();
        let performances: Vec<i32> = performances(&rated).into_iter().flatten().collect();
        Box::new(AlgorithmState { so_far: Weighted::of(&performances), performances })
    }

    /// Each contest is of a kind that is rated for whoever has the rating of that moment, and caps the performance.
    fn simulation(&self, series: &RatingSeries, rated: &[&RatingChange], today: Date) -> Simulation {
        let performances: Vec<i32> = performances(rated).into_iter().flatten().collect();
        let kind_of = |change: &RatingChange| kinds::kind(&change.contest, &change.name);
        let shares = if series.kinds.is_empty() {
            let now = today.to_zoned_datetime(TimeZone::UTC).map_or(Timestamp::MAX, |day| day.timestamp());
            KindShares::of(&kinds::algorithm(&[], now), rated, kind_of)
        } else {
            KindShares::of(&series.kinds, rated, kind_of)
        };
        let rating = Box::new(SimulatedAlgorithm { so_far: Weighted::of(&performances), shares });
        Simulation { results: performances.into_iter().map(f64::from).collect(), rating }
    }

    fn form(&self) -> &'static Form {
        &FORM
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

impl Rating for Heuristic {
    /// Contests to come are taken for short ones, the first soon after `today`.
    fn state(&self, series: &RatingSeries, today: Date) -> Box<dyn FormulaState> {
        let results = heuristic_results(series.rated(), &series.lengths);
        let performances = results.iter().map(|result| result.performance).collect();
        Box::new(HeuristicState { results, today, performances })
    }

    fn simulation(&self, series: &RatingSeries, rated: &[&RatingChange], today: Date) -> Simulation {
        let results = heuristic_results(rated.iter().copied(), &series.lengths);
        let rating = Box::new(SimulatedHeuristic { so_far: Ranked::of(&results, today, ROUGH) });
        Simulation {
            results: results.into_iter().map(|result| f64::from(result.performance)).collect(),
            rating,
        }
    }

    fn form(&self) -> &'static Form {
        &FORM
    }

    /// None: its problems are not solved but done better or worse.
    fn strengths(&self, rated: &[&RatingChange]) -> Vec<Option<f64>> {
        vec![None; rated.len()]
    }

    fn kinds(&self, listed: &[&Contest], now: Timestamp) -> Vec<ContestKind> {
        kinds::heuristic(listed, now)
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

#[derive(Debug)]
struct SimulatedAlgorithm {
    so_far: Weighted,
    shares: KindShares,
}

impl SimulatedRating for SimulatedAlgorithm {
    /// A contest that is rated for nobody of that rating leaves it as it is.
    fn after(&mut self, contest: &SimulatedContest, uniform: &mut dyn FnMut() -> f64) -> i32 {
        let kind = self.shares.drawn(self.so_far.rating(), uniform());
        if let Some(kind) = kind {
            let cap = kind.cap.map_or(f64::INFINITY, f64::from);
            self.so_far = self.so_far.then(contest.result.min(cap));
        }
        self.so_far.rating()
    }

    fn boxed(&self) -> Box<dyn SimulatedRating> {
        Box::new(Self { so_far: self.so_far, shares: self.shares.clone() })
    }
}

#[derive(Debug)]
struct SimulatedHeuristic {
    so_far: Ranked,
}

impl SimulatedRating for SimulatedHeuristic {
    fn after(&mut self, contest: &SimulatedContest, uniform: &mut dyn FnMut() -> f64) -> i32 {
        self.so_far.add(contest.result, contest.day, uniform() < 0.5);
        self.so_far.rating(contest.day)
    }

    fn boxed(&self) -> Box<dyn SimulatedRating> {
        Box::new(Self { so_far: self.so_far.clone() })
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
