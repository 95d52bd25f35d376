//! How strong one is at a judge, and how likely that makes it that one solves a problem of it.

use std::ops::RangeInclusive;

use jiff::Timestamp;

use super::CatalogueEntry;
use crate::judges;
use crate::model::{Difficulty, Judge, RatingChange, RatingSeries, Track, equivalent};

/// How strong one is at a judge, on the scale on which it says how hard its problems are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// The judge.
    pub judge: Judge,
    /// The rating that problems are held against. AtCoder: the mean of the performances that the rating rests on, before
    /// newcomers are held back and before low ratings are bent to stay positive. Codeforces: the rating without the
    /// promotions that newcomers lack.
    pub rating: f64,
    /// What it rests on.
    pub basis: LevelBasis,
}

/// What a level rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LevelBasis {
    /// Rated contests at the judge.
    Rated,
    /// What the rating at another judge is roughly worth.
    Elsewhere,
    /// Nothing: somebody who isn't rated anywhere is taken for a beginner.
    Assumed,
}

/// How fast the odds of solving a problem change with the rating at AtCoder where the model leaves it open: it is the
/// same for every problem, and makes them six times better with each 400 points.
///
/// Source: AtCoder Problems, `ProblemModelUtil.ts`.
const DISCRIMINATION: f64 = 0.004_479_398_673_070_138;

impl Level {
    /// The level after all of `series`; `None` before the first rated contest, and for heuristic contests, whose problems
    /// are not solved but done better or worse.
    pub fn now(series: &RatingSeries) -> Option<Self> {
        Self::at(series, Timestamp::MAX)
    }

    /// The level that the contests made which had ended by `at`.
    pub fn at(series: &RatingSeries, at: Timestamp) -> Option<Self> {
        LevelHistory::of(series).at(at)
    }

    /// What the ratings elsewhere are roughly worth at `judge`, as far as contests had ended by `at`.
    fn rough(judge: Judge, series: &[RatingSeries], at: Timestamp) -> Option<Self> {
        let elsewhere = |series: &&RatingSeries| {
            let key = &series.key;
            key.judge != judge && key.track == Track::Algorithm && key.judge.spec().scale.is_some()
        };
        let other = series.iter().find(elsewhere)?;
        let shown = other.rated().rfind(|change| change.at <= at)?.new;
        let rating = f64::from(equivalent(other.key.judge, judge, shown)?);
        Some(Self { judge, rating, basis: LevelBasis::Elsewhere })
    }

    /// The level of somebody of whom nothing is known: that of problems 400 below the second colour, the easiest that
    /// contests have.
    fn assumed(judge: Judge) -> Self {
        let second = judge.tiers().get(1).map_or(0, |tier| tier.from);
        Self { judge, rating: f64::from(second) - 400.0, basis: LevelBasis::Assumed }
    }

    /// How likely one solves `entry`, a problem of this level's judge, between 0 and 1; `None` where nobody knows how hard
    /// it is.
    pub fn probability(&self, entry: &CatalogueEntry) -> Option<f64> {
        match &entry.model {
            Some(model) => modelled(self.rating, model),
            None => entry.problem.rating.map(|rating| elo(self.rating, rating)),
        }
    }

    /// How many seconds AtCoder Problems expects one to take for `entry`, where its model says it: half of those who solve
    /// it in its contest take less.
    pub fn seconds(&self, entry: &CatalogueEntry) -> Option<f64> {
        let model = entry.model.as_ref()?;
        let seconds = (model.slope? * self.rating + model.intercept?).exp();
        seconds.is_finite().then_some(seconds)
    }
}

/// The probability with which one solves a problem at one's level: about as often as not.
const AT_LEVEL: RangeInclusive<f64> = 0.35..=0.65;

/// How a problem compares with the level of whoever solves it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Demand {
    /// Likely solved.
    Below,
    /// Solved about as often as not.
    At,
    /// Unlikely solved.
    Above,
}

impl Demand {
    /// That of a problem that is solved with this probability.
    pub fn of(probability: f64) -> Self {
        match probability {
            likely if likely > *AT_LEVEL.end() => Self::Below,
            unlikely if unlikely < *AT_LEVEL.start() => Self::Above,
            _ => Self::At,
        }
    }
}

/// How the levels at the judges went.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Courses(Vec<(Judge, LevelHistory)>);

impl Courses {
    /// Those of `series`.
    pub fn of(series: &[RatingSeries]) -> Self {
        let usual = series.iter().filter(|series| series.key.track == Track::Algorithm);
        Self(usual.map(|series| (series.key.judge, LevelHistory::of(series))).collect())
    }

    /// The level at `judge` that the contests made which had ended by `at`.
    pub fn at(&self, judge: Judge, at: Timestamp) -> Option<Level> {
        self.0.iter().find(|(of, _)| *of == judge)?.1.at(at)
    }
}

/// How the level at one judge went: the level from each rated contest on, oldest first.
#[derive(Debug, Clone, PartialEq, Default)]
struct LevelHistory(Vec<(Timestamp, Level)>);

impl LevelHistory {
    /// Empty for heuristic contests, as [`Level::now`].
    fn of(series: &RatingSeries) -> Self {
        if series.key.track != Track::Algorithm {
            return Self::default();
        }
        let judge = series.key.judge;
        let rated: Vec<&RatingChange> = series.rated().collect();
        let strengths = judges::rating(judge, series.key.track).strengths(&rated);
        let level = |(change, rating): (&RatingChange, Option<f64>)| {
            Some((change.at, Level { judge, rating: rating?, basis: LevelBasis::Rated }))
        };
        Self(rated.into_iter().zip(strengths).filter_map(level).collect())
    }

    fn at(&self, at: Timestamp) -> Option<Level> {
        let before = self.0.partition_point(|(from, _)| *from <= at);
        self.0[..before].last().map(|(_, level)| *level)
    }
}

/// The levels at the judges that one has a handle at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Levels(Vec<Level>);

impl Levels {
    /// Those after all of these series.
    pub fn now(series: &[RatingSeries]) -> Self {
        Self::at(series, Timestamp::MAX)
    }

    /// Those that the contests made which had ended by `at`: a rough one where one was rated at the other judge alone.
    pub fn at(series: &[RatingSeries], at: Timestamp) -> Self {
        let of = |one: &RatingSeries| {
            let is_usual = one.key.track == Track::Algorithm;
            let rough = || Level::rough(one.key.judge, series, at).filter(|_| is_usual);
            Level::at(one, at).or_else(rough)
        };
        Self(series.iter().filter_map(of).collect())
    }

    /// The same, and a beginner's level at each of `judges` where there is none.
    #[must_use]
    pub fn or_assumed(mut self, judges: &[Judge]) -> Self {
        for judge in judges {
            if self.of(*judge).is_none() {
                self.0.push(Level::assumed(*judge));
            }
        }
        self
    }

    /// The level at `judge`; `None` where one has no handle, or isn't rated anywhere.
    pub fn of(&self, judge: Judge) -> Option<&Level> {
        self.0.iter().find(|level| level.judge == judge)
    }
}

/// The formula that ratings are made for: the stronger of two is expected to win ten times as often as to lose with each
/// 400 points. A Codeforces problem is rated so that it counts as an opponent.
///
/// Source: <https://codeforces.com/blog/entry/62865>.
fn elo(rating: f64, difficulty: i32) -> f64 {
    1.0 / (1.0 + 10_f64.powf((f64::from(difficulty) - rating) / 400.0))
}

/// Source: AtCoder Problems, `ProblemModelUtil.ts`.
fn modelled(rating: f64, model: &Difficulty) -> Option<f64> {
    let above = rating - f64::from(model.raw?);
    Some(1.0 / (1.0 + (-model.discrimination.unwrap_or(DISCRIMINATION) * above).exp()))
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::answers::fixtures;
    use crate::model::{Problem, ProblemId};

    fn series(judge: Judge, track: Track, rows: &[(i32, i32, Option<i32>, bool)]) -> RatingSeries {
        let change =
            |(day, &(old, new, performance, rated)): (usize, &(i32, i32, Option<i32>, bool))| RatingChange {
                contest: day.to_string(),
                performance,
                rated,
                ..fixtures::change(day_of(day), old, new)
            };
        fixtures::series(judge, track, rows.iter().enumerate().map(change).collect())
    }

    fn day_of(day: usize) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + 86_400 * day as i64).unwrap()
    }

    fn entry(judge: Judge, rating: Option<i32>, model: Option<Difficulty>) -> CatalogueEntry {
        let id = ProblemId::atcoder("x");
        let problem = Problem { rating, ..fixtures::problem(judge, id) };
        CatalogueEntry { problem, difficulty: None, model }
    }

    fn model(raw: Option<i32>, discrimination: Option<f64>) -> Difficulty {
        Difficulty {
            problem: ProblemId::atcoder("x"),
            raw,
            experimental: false,
            slope: Some(-0.000_8),
            intercept: Some(8.5),
            variance: None,
            discrimination,
        }
    }

    fn near(found: Option<f64>, expected: f64) {
        let found = found.unwrap();
        assert!((found - expected).abs() < 1e-9, "{found} {expected}");
    }

    #[test]
    fn atcoder_s_level_is_the_mean_of_the_performances_before_newcomers_are_held_back() {
        let rows = [
            (0, 0, Some(0), false),
            (0, 147, Some(1200), true),
            (147, 147, Some(0), false),
            (147, 700, Some(1600), true),
        ];
        let series = series(Judge::ATCODER, Track::Algorithm, &rows);
        assert_eq!(Level::at(&series, day_of(0)), None);
        near(Level::at(&series, day_of(1)).map(|level| level.rating), 1200.0);
        // 800 times the logarithm of (0.9 times 2^1.5 and 2^2) over 1.9.
        near(Level::now(&series).map(|level| level.rating), 1_427.618_070_508_998_7);
        let constant: Vec<_> = (0..30).map(|_| (0, 1185, Some(1200), true)).collect();
        near(
            Level::now(&self::series(Judge::ATCODER, Track::Algorithm, &constant)).map(|l| l.rating),
            1200.0,
        );
    }

    #[test]
    fn codeforces_level_has_no_promotions_and_the_heuristic_track_none_at_all() {
        let rows = [(0, 390, None, true), (390, 697, None, true), (697, 1000, None, true)];
        let series = series(Judge::CODEFORCES, Track::Algorithm, &rows);
        let at = |day| Level::at(&series, day_of(day)).map(|level| level.rating);
        assert_eq!([at(0), at(1), at(2)], [Some(1290.0), Some(1247.0), Some(1300.0)]);
        let heuristic = self::series(Judge::ATCODER, Track::Heuristic, &[(0, 500, Some(1500), true)]);
        assert_eq!(Level::now(&heuristic), None);
        let levels = Levels::now(&[heuristic, series]);
        assert_eq!(levels.of(Judge::CODEFORCES).map(|level| level.rating), Some(1300.0));
        assert_eq!(levels.of(Judge::ATCODER), None);
    }

    #[test]
    fn who_is_rated_at_one_judge_alone_has_a_rough_level_at_the_other() {
        let rated = series(Judge::ATCODER, Track::Algorithm, &[(0, 800, Some(2000), true)]);
        let unrated = series(Judge::CODEFORCES, Track::Algorithm, &[]);
        let both = [unrated, rated];
        let level = |day| Levels::at(&both, day_of(day)).of(Judge::CODEFORCES).copied();
        assert_eq!(
            level(0),
            Some(Level { judge: Judge::CODEFORCES, rating: 1316.0, basis: LevelBasis::Elsewhere })
        );
        assert_eq!(Levels::at(&both, day_of(0) - jiff::SignedDuration::from_secs(1)), Levels::default());
        assert!(Levels::now(&both).of(Judge::ATCODER).unwrap().basis == LevelBasis::Rated);
    }

    #[test]
    fn probabilities_and_times_are_those_of_the_published_formulas() {
        let atcoder = Level { judge: Judge::ATCODER, rating: 1234.5, basis: LevelBasis::Rated };
        let discrimination = 6_f64.ln() / 400.0;
        let of = |raw, discrimination| {
            atcoder.probability(&entry(Judge::ATCODER, None, Some(model(Some(raw), discrimination))))
        };
        for raw in [-10_000, -848, 0, 399, 1234, 1235, 2000, 4383] {
            let reference = 1.0 / (1.0 + (-discrimination * (1234.5 - f64::from(raw))).exp());
            near(of(raw, Some(discrimination)), reference);
            near(of(raw, None), reference);
            let flat = 1.0 / (1.0 + (-0.002 * (1234.5 - f64::from(raw))).exp());
            near(of(raw, Some(0.002)), flat);
        }
        // Computed apart from this program: odds of 6 to 1 lie 400 points below, and so on.
        let even = Level { judge: Judge::ATCODER, rating: 1600.0, basis: LevelBasis::Rated };
        let odds = |raw| even.probability(&entry(Judge::ATCODER, None, Some(model(Some(raw), None))));
        near(odds(1200), 6.0 / 7.0);
        near(odds(1600), 0.5);
        near(odds(2400), 1.0 / 37.0);
        near(even.seconds(&entry(Judge::ATCODER, None, Some(model(None, None)))), 7.22_f64.exp());

        let codeforces = Level { judge: Judge::CODEFORCES, rating: 1500.0, basis: LevelBasis::Rated };
        let odds = |rating| codeforces.probability(&entry(Judge::CODEFORCES, Some(rating), None));
        near(odds(1500), 0.5);
        near(odds(1900), 1.0 / 11.0);
        near(odds(700), 100.0 / 101.0);
        near(odds(1700), 0.240_253_073_352_042_1);
    }

    #[test]
    fn what_nobody_has_measured_has_no_probability() {
        let atcoder = Level { judge: Judge::ATCODER, rating: 1200.0, basis: LevelBasis::Rated };
        assert_eq!(atcoder.probability(&entry(Judge::ATCODER, None, None)), None);
        assert_eq!(atcoder.probability(&entry(Judge::ATCODER, None, Some(model(None, None)))), None);
        assert_eq!(atcoder.seconds(&entry(Judge::ATCODER, None, None)), None);
        let codeforces = Level { judge: Judge::CODEFORCES, rating: 1200.0, basis: LevelBasis::Rated };
        assert_eq!(codeforces.probability(&entry(Judge::CODEFORCES, None, None)), None);
    }
}
