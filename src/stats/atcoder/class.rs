//! The classes of AtCoder's contests.

use std::fmt;

/// A class of rated contests in the algorithm track; the easier it is, the lower the performance that it can give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum ContestClass {
    /// AtCoder Beginner Contest: rated below 2000.
    Abc,
    /// AtCoder Regular Contest: rated below 2800.
    Arc,
    /// AtCoder Grand Contest, and all others: rated for everybody.
    Agc,
}

impl ContestClass {
    /// Every class, easiest first.
    pub const ALL: [Self; 3] = [Self::Abc, Self::Arc, Self::Agc];

    /// The class of a contest by AtCoder's own name for it, such as `abc300`.
    pub fn of(contest: &str) -> Self {
        let is = |prefix: &str| contest.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
        match () {
            () if is("abc") => Self::Abc,
            () if is("arc") => Self::Arc,
            () => Self::Agc,
        }
    }

    /// The highest performance that it gives: 400 above the ratings that it is rated for. Source: ac-predictor.
    pub fn cap(self) -> Option<i32> {
        match self {
            Self::Abc => Some(2400),
            Self::Arc => Some(3200),
            Self::Agc => None,
        }
    }

    /// Whether it can give `performance`.
    pub fn gives(self, performance: i32) -> bool {
        self.cap().is_none_or(|cap| performance <= cap)
    }
}

impl fmt::Display for ContestClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Abc => "ABC",
            Self::Arc => "ARC",
            Self::Agc => "AGC",
        })
    }
}
