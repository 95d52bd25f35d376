//! The numbers that ship: few, each with a meaning, and where they come from.
//!
//! All were fitted to 1,000 public Codeforces histories of 2010 to 2020 (accounts with at least 30 rated contests) by
//! `cargo bench --bench forecast -- refit`, which fits such numbers to such a file.

use crate::judges::{self, Form};
use crate::model::{Judge, Track};

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

    /// The pace that `cpt` uses, at every judge.
    pub const SHIPPED: Self = Self {
        memory_days: 178.0,
        usual_contests: 6.0,
        spread: 0.57,
        fading_days: 400.0,
        leaving_days: 79.0,
    };
}

/// All that a forecast rests on besides the history itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameters {
    /// How often somebody takes part.
    pub pace: Pace,
    /// How results follow each other.
    pub form: Form,
}

impl Parameters {
    /// The parameters that `cpt` uses for a judge's track.
    pub fn shipped(judge: Judge, track: Track) -> Self {
        Self { pace: Pace::SHIPPED, form: *judges::rating(judge, track).form() }
    }
}
