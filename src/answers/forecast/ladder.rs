//! From results to the rating that is shown, by each judge's formula.

use jiff::civil::Date;

use super::habit::Habit;
use super::parameters::{Form, Parameters};
use crate::answers::dice::Dice;
use crate::judges::atcoder::rating::{ContestClass, Ranked, Weighted, algorithm_need, heuristic_results};
use crate::judges::codeforces::rating::{calculation_changes, has_promotions, promotions_ahead};
use crate::model::{Judge, RatingChange, RatingSeries, Track};

/// How many of the last contests tell of which classes the next ones are.
const CLASSES: usize = 20;

/// A rating on its way, as far as its formula needs to know it.
#[derive(Debug, Clone)]
pub(super) enum Ladder {
    /// Results are ratings; newcomers are shown less.
    Codeforces { promoted: bool },
    /// Results are performances; contests cap them.
    Algorithm { so_far: Weighted, caps: Vec<f64> },
    /// Results are performances; days are counted from `now`.
    Heuristic { so_far: Ranked },
}

impl Ladder {
    /// The ladder of a series after these rated contests, the results that led there, and the parameters for them.
    pub fn of<'p>(
        series: &RatingSeries,
        rated: &[&RatingChange],
        now: Date,
        parameters: &'p Parameters,
    ) -> (Self, Vec<f64>, &'p Form) {
        let rows = rated.iter().copied();
        match (series.key.judge, series.key.track) {
            (Judge::Codeforces, _) => {
                let results =
                    calculation_changes(rows).into_iter().map(|change| f64::from(change.new)).collect();
                let promoted = rated.first().is_some_and(|first| first.old == 0 && has_promotions(first.at));
                (Self::Codeforces { promoted }, results, &parameters.codeforces)
            }
            (Judge::AtCoder, Track::Algorithm) => {
                let performances: Vec<i32> = performances(rated).into_iter().flatten().collect();
                let class_cap = |change: &&RatingChange| {
                    ContestClass::of(&change.contest).cap().map_or(f64::INFINITY, f64::from)
                };
                let caps = rated[rated.len().saturating_sub(CLASSES)..].iter().map(class_cap).collect();
                let so_far = Weighted::of(&performances);
                (
                    Self::Algorithm { so_far, caps },
                    performances.into_iter().map(f64::from).collect(),
                    &parameters.atcoder,
                )
            }
            (Judge::AtCoder, Track::Heuristic) => {
                let results = heuristic_results(rows, &series.lengths);
                let so_far = Ranked::of(&results, now);
                let results = results.into_iter().map(|result| f64::from(result.performance)).collect();
                (Self::Heuristic { so_far }, results, &parameters.atcoder)
            }
        }
    }

    /// The rating shown after the contest that `habit` just took, `day` days from now.
    pub fn climb(&mut self, habit: &Habit, day: f64, dice: &mut Dice) -> i32 {
        match self {
            Self::Codeforces { promoted } => {
                let ahead = if *promoted { promotions_ahead(habit.contests) } else { 0 };
                (habit.result.round() as i32).saturating_sub(ahead)
            }
            Self::Algorithm { so_far, caps } => {
                let drawn = (dice.uniform() * caps.len() as f64) as usize;
                let cap = caps.get(drawn).copied().unwrap_or(f64::INFINITY);
                *so_far = so_far.then(habit.result.min(cap));
                so_far.rating()
            }
            Self::Heuristic { so_far } => {
                so_far.add(habit.result, day, dice.uniform() < 0.5);
                so_far.rating(day)
            }
        }
    }
}

/// The performances of rated contests, oldest first. Where the judge's answer lacks one, the one that its rating needs;
/// `None` where it needs none.
pub(in crate::answers) fn performances(rated: &[&RatingChange]) -> Vec<Option<i32>> {
    let mut known = Vec::with_capacity(rated.len());
    let performance = |change: &&RatingChange| {
        let implied = || algorithm_need(&known, f64::from(change.new.max(1)));
        let performance = change.performance.or_else(|| implied().map(|need| need.round() as i32));
        known.extend(performance);
        performance
    };
    rated.iter().map(performance).collect()
}
