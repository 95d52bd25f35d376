//! The numbers that ship: few, each with a meaning, and where they come from.
//!
//! All were fitted to 1,000 public Codeforces histories of 2010 to 2020 (accounts with at least 30 rated contests) by
//! `cargo bench --bench forecast -- refit`, which fits such numbers to such a file. AtCoder publishes no histories in
//! bulk: its numbers were fitted to the same histories, with each change of rating read as a performance and put
//! through AtCoder's formula.

/// How often somebody takes part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pace {
    /// After how many days a contest counts a third (1/e) toward the pace.
    pub memory_days: f64,
    /// Everybody starts with this many contests at [`Pace::USUAL`], and own contests soon outweigh them.
    pub usual_contests: f64,
    /// How unsure the pace is: the standard deviation of its logarithm.
    pub spread: f64,
    /// In how many days the pace falls to a third: people tire.
    pub fading_days: f64,
    /// After this many days without a contest it is as likely as not that somebody has left for good.
    pub leaving_days: f64,
}

impl Pace {
    /// The usual pace, in contests a day.
    pub const USUAL: f64 = 0.05;
}

/// How results follow each other. Results are ratings at Codeforces and performances at AtCoder.
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

/// All that a forecast rests on besides the history itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameters {
    /// How often somebody takes part, at both judges.
    pub pace: Pace,
    /// How ratings follow each other at Codeforces.
    pub codeforces: Form,
    /// How performances follow each other at AtCoder.
    pub atcoder: Form,
}

impl Parameters {
    /// The parameters that `cpt` uses.
    pub const SHIPPED: Self = Self {
        pace: Pace {
            memory_days: 178.0,
            usual_contests: 6.0,
            spread: 0.57,
            fading_days: 400.0,
            leaving_days: 79.0,
        },
        codeforces: Form {
            pull: 0.177,
            memory: 30.0,
            growth: 14.6,
            early_growth: 95.5,
            growth_evidence: 40.0,
            volatility: 64.5,
            volatility_evidence: 15.5,
            settling: 6,
        },
        atcoder: Form {
            pull: 1.0,
            memory: 23.0,
            growth: 103.0,
            early_growth: 740.0,
            growth_evidence: 18.5,
            volatility: 454.0,
            volatility_evidence: 1.4,
            settling: 0,
        },
    };
}
