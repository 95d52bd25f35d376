//! Codeforces' rating: what is shown to newcomers, and what one row says about the performance.

use jiff::Timestamp;
use jiff::civil::Date;

use super::kinds;
use crate::judges::{
    Calibration, ForecastParameters, Forecasting, FormulaState, KindShares, Participation,
    PerformanceEstimate, Performed, Rating, SimulatedContest, SimulatedRating, Simulation, SkillModel,
    StandingEffects,
};
use crate::model::{Contest, ContestKind, RatingChange, RatingSeries};

/// The formula of the one track: an estimate, since the judge publishes no performances.
#[derive(Debug)]
pub(super) struct Algorithm;

impl Rating for Algorithm {
    fn state(&self, series: &RatingSeries, _: Date) -> Box<dyn FormulaState> {
        let changes = calculation_changes(series.rated());
        let promoted = series.rated().next().is_none_or(|first| first.old == 0 && has_promotions(first.at));
        let rating = changes.last().map_or(f64::from(START), |change| f64::from(change.new));
        let contests = changes.len();
        let estimate = |change| PerformanceEstimate::of(change).number();
        let performances = changes.into_iter().map(estimate).collect();
        Box::new(State { rating, contests, promoted, performances })
    }

    fn forecast(&self) -> Option<&dyn Forecasting> {
        Some(self)
    }

    /// The ratings without the promotions that newcomers lack.
    fn strengths(&self, rated: &[&RatingChange]) -> Vec<Option<f64>> {
        let changes = calculation_changes(rated.iter().copied()).into_iter();
        changes.map(|change| Some(f64::from(change.new))).collect()
    }

    fn kinds(&self, listed: &[&Contest], now: Timestamp) -> Vec<ContestKind> {
        kinds::algorithm(listed, now)
    }

    /// None for first places, which have no upper bound.
    fn estimates(&self, series: &RatingSeries) -> Vec<Option<PerformanceEstimate>> {
        let estimate = |(change, row): (CalculationChange, &RatingChange)| {
            (row.place != Some(1)).then(|| PerformanceEstimate::of(change))
        };
        calculation_changes(series.rated()).into_iter().zip(series.rated()).map(estimate).collect()
    }
}

impl Forecasting for Algorithm {
    fn parameters(&self) -> &'static ForecastParameters {
        &FORECAST
    }

    /// Performances are estimates; newcomers are shown less than they are rated. Each round is of a division that is rated
    /// for whoever has the rating of that moment.
    fn simulation(&self, series: &RatingSeries, rated: &[&RatingChange], today: Date) -> Simulation {
        let changes = calculation_changes(rated.iter().copied());
        let promoted = rated.first().is_some_and(|first| first.old == 0 && has_promotions(first.at));
        let rating = changes.last().map_or(START, |last| last.new).into();
        let performed = |(row, change): (&&RatingChange, CalculationChange)| Performed {
            at: row.at,
            performance: PerformanceEstimate::of(change).number().into(),
            long: false,
        };
        let kind_of = |change: &RatingChange| kinds::kind(&change.name);
        Simulation {
            performances: rated.iter().zip(changes).map(performed).collect(),
            kinds: Some(KindShares::of_series(self, series, rated, today, kind_of)),
            lengths: Vec::new(),
            rating: Box::new(Simulated { rating, promoted }),
        }
    }
}

/// Fitted to public histories of 2010 to 2020.
const FORECAST: ForecastParameters = ForecastParameters {
    skill: SkillModel {
        start: 897.0,
        start_spread: 319.0,
        growth: 2.7,
        early_growth: 189.0,
        early_contests: 14.1,
        growth_a_day: 0.013,
        ceiling: 0.0,
        momentum: 53.0,
        momentum_kept: 0.68,
        wander: 6.6,
        scatter: 206.0,
        scatter_evidence: 14.4,
        tails: 60.0,
        long_bonus: 0.0,
        long_scatter: 1.0,
    },
    participation: Participation {
        memory_days: 178.0,
        usual_contests: 6.0,
        usual_pace: 0.05,
        spread: 0.57,
        fading_days: 350.0,
        leaving_days: 180.4,
        leaving_shape: 1.155,
    },
    calibration: Calibration { level: 0.131, slope: 0.935, horizon: 0.0, gap: 0.043 },
    standing: StandingEffects::NONE,
};

#[derive(Debug)]
struct State {
    rating: f64,
    contests: usize,
    promoted: bool,
    performances: Vec<i32>,
}

impl FormulaState for State {
    fn performances(&self) -> &[i32] {
        &self.performances
    }

    fn is_estimate(&self) -> bool {
        true
    }

    fn after(&self, performances: &[i32]) -> Vec<i32> {
        let (mut rating, mut contests) = (self.rating, self.contests);
        let next = |performance: &i32| {
            rating = after_performance(rating, f64::from(*performance));
            contests += 1;
            shown(rating, contests, self.promoted)
        };
        performances.iter().map(next).collect()
    }
}

#[derive(Debug, Clone)]
struct Simulated {
    rating: f64,
    promoted: bool,
}

impl SimulatedRating for Simulated {
    fn after(&mut self, contest: &SimulatedContest) -> i32 {
        self.rating = after_performance(self.rating, contest.performance);
        shown(self.rating, contest.contests, self.promoted)
    }

    fn boxed(&self) -> Box<dyn SimulatedRating> {
        Box::new(self.clone())
    }
}

/// The calculation rating as it is shown after `contests`.
fn shown(rating: f64, contests: usize, promoted: bool) -> i32 {
    let ahead = if promoted { promotions_ahead(contests) } else { 0 };
    (rating.round() as i32).saturating_sub(ahead)
}

/// What the shown rating lacks after so many rated contests, for accounts that began since May 2020: they are shown 0
/// at first and rated 1400, and six promotions of 500, 350, 250, 150, 100 and 50 points make up for it.
///
/// Source: <https://codeforces.com/blog/entry/77890>.
const PROMOTIONS_AHEAD: [i32; 6] = [1400, 900, 550, 300, 150, 50];

/// Accounts whose first rated contest ended at this second or later get the promotions (20 May 2020).
const PROMOTIONS_SINCE: i64 = 1_590_000_000;

/// The rating with which accounts begin, with and without promotions.
const START: i32 = 1400;
const START_BEFORE: i32 = 1500;

/// A change as the formula sees it, without promotions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalculationChange {
    /// The rating before.
    pub old: i32,
    /// The rating after.
    pub new: i32,
}

/// Whether an account that began with a contest at `first` is shown less than it is rated, for its first six contests.
pub fn has_promotions(first: Timestamp) -> bool {
    first.as_second() >= PROMOTIONS_SINCE
}

/// How much less than it is rated an account with promotions is shown after `contests` rated contests.
pub fn promotions_ahead(contests: usize) -> i32 {
    PROMOTIONS_AHEAD.get(contests).copied().unwrap_or(0)
}

/// Rated contests, oldest first, as the formula sees them.
pub fn calculation_changes<'a>(
    rated: impl Iterator<Item = &'a RatingChange> + Clone,
) -> Vec<CalculationChange> {
    let promoted = rated.clone().next().is_some_and(|first| first.old == 0 && has_promotions(first.at));
    rated
        .enumerate()
        .map(|(contests, change)| match contests {
            _ if promoted => CalculationChange {
                old: if contests == 0 {
                    START
                } else {
                    change.old.saturating_add(promotions_ahead(contests))
                },
                new: change.new.saturating_add(promotions_ahead(contests + 1)),
            },
            0 if change.old == 0 => CalculationChange { old: START_BEFORE, new: change.new },
            _ => CalculationChange { old: change.old, new: change.new },
        })
        .collect()
}

/// A loss of more points than this says little about the performance.
const TELLING_LOSS: i32 = 60;

/// How much is lost by a performance so far below the rating, where more losses hardly tell: the medians of the same
/// rows. Nobody loses much more.
const LARGE_LOSSES: [(f64, f64); 4] = [(246.0, 60.0), (307.0, 70.0), (362.0, 80.0), (444.0, 90.0)];

/// How much worse than the rating a performance was with the largest loss that still tells.
const LARGEST_SHORTFALL: i32 = 255;

impl PerformanceEstimate {
    /// The performance behind `change`: the rating before and a multiple of the change.
    ///
    /// Source: the multiples that fit 44,868 rows of six rounds of 2020, as recomputed by the Carrot extension.
    pub fn of(change: CalculationChange) -> Self {
        let gain = change.new.saturating_sub(change.old);
        if gain < -TELLING_LOSS {
            return Self::AtMost(change.old.saturating_sub(LARGEST_SHORTFALL));
        }
        let multiple = multiple(f64::from(change.old), gain >= 0);
        Self::About(change.old.saturating_add((f64::from(gain) * multiple).round() as i32))
    }
}

/// How many times the change of rating the performance lies away from `rating`.
fn multiple(rating: f64, gain: bool) -> f64 {
    match rating {
        _ if !gain => 4.1,
        r if r < 1200.0 => 3.04,
        r if r < 1600.0 => 3.44,
        r if r < 2100.0 => 3.66,
        r if r < 2400.0 => 3.75,
        _ => 3.89,
    }
}

/// The calculation rating after a performance, by the same estimate backward. However bad it was, no more is lost than
/// the largest of the losses that are known.
pub fn after_performance(rating: f64, performance: f64) -> f64 {
    let shortfall = rating - performance;
    let above = LARGE_LOSSES.iter().position(|(known, _)| shortfall <= *known);
    match above {
        Some(0) => rating - shortfall / multiple(rating, shortfall <= 0.0),
        Some(at) => {
            let [(from, less), (to, more)] = [LARGE_LOSSES[at - 1], LARGE_LOSSES[at]];
            rating - less - (more - less) * (shortfall - from) / (to - from)
        }
        None => rating - LARGE_LOSSES[LARGE_LOSSES.len() - 1].1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Judge, Track, fixtures};

    fn history(first_second: i64, points: &[i32]) -> Vec<RatingChange> {
        let change = |(index, pair): (usize, &[i32])| RatingChange {
            contest: index.to_string(),
            ..fixtures::change(
                Timestamp::from_second(first_second + 86_400 * index as i64).unwrap(),
                pair[0],
                pair[1],
            )
        };
        points.windows(2).enumerate().map(change).collect()
    }

    #[test]
    fn rounds_to_come_are_of_divisions_that_are_rated_for_whoever_has_the_rating_of_that_moment() {
        let points: Vec<i32> = (0..=20).map(|nth| 1500 + nth).collect();
        let mut history = history(PROMOTIONS_SINCE - 86_400 * 100, &points);
        for (nth, change) in history.iter_mut().enumerate() {
            let kind = if nth % 2 == 0 { "Div. 2" } else { "Div. 3" };
            change.name = format!("Codeforces Round {nth} ({kind})");
        }
        let series = fixtures::series(Judge::CODEFORCES, Track::Algorithm, history);
        let rated: Vec<&RatingChange> = series.rated().collect();
        let kinds = Algorithm.simulation(&series, &rated, jiff::civil::date(2026, 11, 23)).kinds.unwrap();
        let drawn = |rating: i32| {
            let names = (0..100).filter_map(|nth| kinds.drawn(rating, f64::from(nth) / 100.0));
            names.map(|kind| kind.name).collect::<std::collections::BTreeSet<_>>()
        };
        assert!(drawn(1500).contains("Div. 2") && drawn(1500).contains("Div. 3"), "{:?}", drawn(1500));
        assert!(!drawn(1700).contains("Div. 3") && !drawn(1700).contains("Div. 1"), "{:?}", drawn(1700));
        assert_eq!(drawn(2400).into_iter().collect::<Vec<_>>(), ["Div. 1", "Div. 1 + Div. 2", "Global"]);
        // Whoever took part in the lower divisions alone finds less to take part in.
        assert!(kinds.open(1500) > kinds.open(1700) && kinds.open(1700) > 2.0 * kinds.open(2400));
    }

    #[test]
    fn the_formula_sees_newcomers_without_their_promotions() {
        let seen = |first: i64, shown: &[i32]| {
            let changes = calculation_changes(history(first, shown).iter());
            assert!(changes.windows(2).all(|pair| pair[0].new == pair[1].old));
            let start = changes.first().map(|first| first.old);
            start.into_iter().chain(changes.iter().map(|change| change.new)).collect::<Vec<_>>()
        };
        let promoted = seen(1_600_000_000, &[0, 390, 697, 1000, 1200, 1320, 1400, 1390]);
        assert_eq!(promoted, [1400, 1290, 1247, 1300, 1350, 1370, 1400, 1390]);
        assert_eq!(seen(1_580_000_000, &[0, 1440, 1554]), [1500, 1440, 1554]);
    }

    #[test]
    fn a_change_tells_the_performance_unless_much_was_lost() {
        let of = |old, new| PerformanceEstimate::of(CalculationChange { old, new });
        assert_eq!(of(1500, 1550), PerformanceEstimate::About(1672));
        assert_eq!(of(1000, 1050), PerformanceEstimate::About(1152));
        assert_eq!(of(2500, 2480), PerformanceEstimate::About(2418));
        assert_eq!(of(1900, 1840), PerformanceEstimate::About(1654));
        assert_eq!(of(1900, 1839), PerformanceEstimate::AtMost(1645));
    }

    #[test]
    fn a_performance_gives_back_the_change_that_told_it() {
        for gain in -60..=200 {
            let estimate =
                PerformanceEstimate::of(CalculationChange { old: 1500, new: 1500 + gain }).number();
            let new = after_performance(1500.0, f64::from(estimate)).round() as i32;
            assert_eq!(new, 1500 + gain);
        }
    }

    #[test]
    fn a_bad_performance_costs_what_bad_performances_cost() {
        let lost = |shortfall: f64| 1500.0 - after_performance(1500.0, 1500.0 - shortfall);
        assert_eq!([246.0, 307.0, 444.0, 5000.0].map(|by| lost(by).round() as i32), [60, 70, 90, 90]);
        let losses: Vec<f64> = (0..600).map(|shortfall| lost(f64::from(shortfall))).collect();
        assert!(losses.windows(2).all(|pair| (0.0..0.3).contains(&(pair[1] - pair[0]))), "{losses:?}");
    }
}
