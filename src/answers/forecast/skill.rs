//! How good somebody is: what a history says about it, and how it goes on.

use crate::judges::SkillModel;

/// The longest wait between two contests that skill is taken to change in, in days.
const LONGEST_WAIT: f64 = 200.0;

/// How many contests the own scatter remembers.
const SCATTER_MEMORY: f64 = 33.0;

/// The own scatter is at least and at most so many times the usual one, squared.
const OWN_SCATTER: std::ops::RangeInclusive<f64> = 0.3..=4.0;

/// An exception counts toward the own scatter as if it were so many standard deviations, squared.
const LARGEST_SQUARE: f64 = 9.0;

/// How much more than by Kalman's method a performance right where it was expected may move the skill.
const LARGEST_WEIGHT: f64 = 1.2;

impl SkillModel {
    /// What everybody gains with the contest that follows `contests`, so many days after the last of them.
    fn drift(&self, contests: usize, days: f64, skill: f64) -> f64 {
        self.growth + self.early_growth / (contests as f64 + self.early_contests) + self.growth_a_day * days
            - self.ceiling * (skill - 1000.0) / 1000.0
    }

    fn bonus(&self, long: bool) -> f64 {
        if long { self.long_bonus } else { 0.0 }
    }

    /// How far everybody's performances scatter.
    fn usual_scatter(&self, long: bool) -> f64 {
        if long { self.scatter * self.long_scatter } else { self.scatter }
    }
}

/// Skill and momentum after a history: a normal distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct SkillEstimate {
    skill: f64,
    momentum: f64,
    /// The variance of the skill, its covariance with the momentum, the variance of the momentum.
    covariance: [f64; 3],
    /// How many contests there were.
    contests: usize,
    /// Squares of surprises in units of what is usual, recent ones first, and their weights.
    squares: f64,
    weights: f64,
}

impl SkillEstimate {
    /// Before the first contest.
    pub fn new(model: &SkillModel) -> Self {
        Self {
            skill: model.start,
            momentum: 0.0,
            covariance: [model.start_spread.powi(2), 0.0, model.momentum.powi(2)],
            contests: 0,
            squares: 0.0,
            weights: 0.0,
        }
    }

    /// One more contest, so many days after the one before. Returns the natural logarithm of how likely the performance
    /// was (its density).
    pub fn observe(&mut self, performance: f64, long: bool, days: f64, model: &SkillModel) -> f64 {
        if self.contests > 0 {
            self.advance(days.clamp(0.0, LONGEST_WAIT), model);
        }
        let [variance, shared, momentum] = self.covariance;
        let usual = variance + model.usual_scatter(long).powi(2);
        let expected = variance + (model.usual_scatter(long) * self.own_scatter(model)).powi(2);
        let surprise = performance - self.skill - model.bonus(long);
        // The update for Student's distribution: Kalman's, less for exceptions.
        let square = surprise.powi(2) / expected;
        let weight = ((model.tails + 1.0) / (model.tails + square)).min(LARGEST_WEIGHT);
        let kept = 1.0 - 1.0 / SCATTER_MEMORY;
        self.squares = self.squares * kept + (surprise.powi(2) / usual).min(LARGEST_SQUARE);
        self.weights = self.weights * kept + 1.0;
        self.skill += variance / expected * surprise * weight;
        self.momentum += shared / expected * surprise * weight;
        self.covariance = [
            variance - variance * variance / expected,
            shared - variance * shared / expected,
            momentum - shared * shared / expected,
        ];
        self.contests += 1;
        student(square, model.tails) - 0.5 * expected.ln()
    }

    fn advance(&mut self, days: f64, model: &SkillModel) {
        let [variance, shared, momentum] = self.covariance;
        let kept = model.momentum_kept;
        self.skill += model.drift(self.contests, days, self.skill) + self.momentum;
        self.momentum *= kept;
        self.covariance = [
            variance + 2.0 * shared + momentum + model.wander.powi(2) * days,
            kept * (shared + momentum),
            kept * kept * momentum,
        ];
    }

    /// How many times the usual scatter the own one is.
    fn own_scatter(&self, model: &SkillModel) -> f64 {
        let evidence = model.scatter_evidence;
        let square = (self.squares + evidence) / (self.weights + evidence);
        square.clamp(*OWN_SCATTER.start(), *OWN_SCATTER.end()).sqrt()
    }

    /// One that it may be, with two standard normal numbers; the last contest was so many days ago.
    pub fn drawn(&self, normal: [f64; 2], days_ago: f64, model: &SkillModel) -> SimulatedSkill {
        let [variance, shared, momentum] = self.covariance;
        let spread = variance.sqrt();
        let along = shared / spread;
        let across = (momentum - along * along).max(0.0).sqrt();
        // The standard deviation of Student's distribution.
        let widened = (model.tails / (model.tails - 2.0)).sqrt();
        SimulatedSkill {
            skill: self.skill + spread * normal[0],
            momentum: self.momentum + along * normal[0] + across * normal[1],
            contests: self.contests,
            last_day: -days_ago,
            scatter: self.own_scatter(model) * widened,
        }
    }
}

/// A skill on its way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct SimulatedSkill {
    skill: f64,
    momentum: f64,
    contests: usize,
    last_day: f64,
    /// In units of the usual one.
    scatter: f64,
}

impl SimulatedSkill {
    /// The performance in a contest on `day`, with two standard normal numbers.
    pub fn perform(&mut self, day: f64, long: bool, normal: [f64; 2], model: &SkillModel) -> f64 {
        let days = (day - self.last_day).min(LONGEST_WAIT);
        let drift = model.drift(self.contests, days, self.skill) + self.momentum;
        self.skill += drift + model.wander * days.sqrt() * normal[0];
        self.momentum *= model.momentum_kept;
        self.contests += 1;
        self.last_day = day;
        self.skill + model.bonus(long) + model.usual_scatter(long) * self.scatter * normal[1]
    }

    /// How many contests there were.
    pub fn contests(&self) -> usize {
        self.contests
    }
}

/// The natural logarithm of Student's density at a square, but for a constant that doesn't depend on it or `tails`.
fn student(square: f64, tails: f64) -> f64 {
    ln_gamma(f64::midpoint(tails, 1.0))
        - ln_gamma(tails / 2.0)
        - 0.5 * (tails.ln() + (tails + 1.0) * (square / tails).ln_1p())
}

/// The natural logarithm of the gamma function of a positive number, by Stirling's series.
fn ln_gamma(number: f64) -> f64 {
    let (mut x, mut below) = (number, 0.0);
    while x < 8.0 {
        below += x.ln();
        x += 1.0;
    }
    (x - 0.5) * x.ln() - x + 0.5 * std::f64::consts::TAU.ln() + 1.0 / (12.0 * x)
        - 1.0 / (360.0 * x.powi(3))
        - below
}
