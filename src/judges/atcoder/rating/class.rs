//! The classes of AtCoder's contests.

/// A class of rated contests in the algorithm track; the easier it is, the lower the performance that it can give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ContestClass {
    /// AtCoder Beginner Contest: rated below 2000.
    Abc,
    /// AtCoder Regular Contest: rated below 2800.
    Arc,
    /// AtCoder Grand Contest, and all others: rated for everybody.
    Agc,
}

/// How far above the ratings that a contest is rated for its performances go.
const ABOVE_RATED: i32 = 400;

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

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Abc => "ABC",
            Self::Arc => "ARC",
            Self::Agc => "AGC",
        }
    }

    /// The highest performance that it gives: `ABOVE_RATED` above the ratings that it is rated for. Source:
    /// ac-predictor.
    pub fn cap(self) -> Option<i32> {
        match self {
            Self::Abc => Some(2400),
            Self::Arc => Some(3200),
            Self::Agc => None,
        }
    }

    /// Whether it can give `performance` to somebody who is rated `rating`: it is rated for them, and the performance
    /// is not above its cap.
    pub fn gives(self, performance: i32, rating: i32) -> bool {
        self.cap().is_none_or(|cap| performance <= cap && rating < cap - ABOVE_RATED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_gives_performances_up_to_its_cap_to_those_that_it_is_rated_for() {
        let giving = |performance, rating| {
            ContestClass::ALL.into_iter().filter(|class| class.gives(performance, rating)).collect::<Vec<_>>()
        };
        assert_eq!(giving(2400, 0), ContestClass::ALL);
        assert_eq!(giving(2401, 1999), [ContestClass::Arc, ContestClass::Agc]);
        assert_eq!(giving(1900, 2000), [ContestClass::Arc, ContestClass::Agc]);
        assert_eq!(giving(3201, 1200), [ContestClass::Agc]);
        assert_eq!(giving(2900, 2800), [ContestClass::Agc]);
    }
}
