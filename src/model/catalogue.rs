//! What the judges offer: problems, how hard they are, and contests.

use jiff::Timestamp;

use super::{DifficultyLevel, Judge, ProblemId};

/// A problem in a judge's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The judge.
    pub judge: Judge,
    /// Which problem.
    pub id: ProblemId,
    /// The contest that the list names with it: `1899`, `abc300`.
    pub contest: String,
    /// Its index there: `A`, `B1`, `Ex`, `14`.
    pub index: String,
    /// Its name.
    pub name: String,
    /// How hard it is, on the scale of ratings (Codeforces); `None` while the judge has not said.
    pub rating: Option<i32>,
    /// How hard it is on the judge's own scale, a place in [`super::KnownJudge::levels`]; `None` where it has none.
    pub level: Option<u8>,
    /// Its topics (Codeforces).
    pub tags: Vec<String>,
    /// How many have solved it, where the judge tells (Codeforces).
    pub solved: Option<u32>,
}

impl Problem {
    /// Its level on the judge's own scale; `None` where there is none, or nobody knows it.
    pub fn difficulty_level(&self) -> Option<&'static DifficultyLevel> {
        self.id.known_judge().level(self.level?)
    }

    /// The judge's page of it, in the contest that the list names; `None` where nothing leads there.
    pub fn link(&self) -> Option<String> {
        (self.judge.spec().problems.listed_link)(self).or_else(|| self.id.link())
    }
}

/// That a contest has a problem: some judges show one problem in several contests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContestProblem {
    /// The contest.
    pub contest: String,
    /// The problem.
    pub problem: ProblemId,
    /// Its index there.
    pub index: String,
}

/// How hard an AtCoder problem is, as AtCoder Problems estimates it from who solved it.
#[derive(Debug, Clone, PartialEq)]
pub struct Difficulty {
    /// The problem.
    pub problem: ProblemId,
    /// The rating with which one solves it half of the time, as estimated: it may be far below 0.
    pub raw: Option<i32>,
    /// Whether it is a guess for a contest before there were ratings.
    pub experimental: bool,
    /// How fast one is: the logarithm of the seconds falls by this much a rating point.
    pub slope: Option<f64>,
    /// The same logarithm at rating 0.
    pub intercept: Option<f64>,
    /// How far the logarithms lie apart.
    pub variance: Option<f64>,
    /// How steeply the chance to solve it rises with the rating.
    pub discrimination: Option<f64>,
}

impl Difficulty {
    /// The difficulty as AtCoder Problems shows it: below 400 it is bent so that it stays positive, as ratings are.
    ///
    /// ```
    /// # use cpt_tracker::model::{Difficulty, ProblemId};
    /// # let of = |raw| Difficulty { problem: ProblemId::atcoder("x"), raw: Some(raw), experimental: false,
    /// #     slope: None, intercept: None, variance: None, discrimination: None };
    /// assert_eq!(of(1234).shown(), Some(1234));
    /// assert_eq!(of(0).shown(), Some(147));
    /// assert_eq!(of(-10_000).shown(), Some(0));
    /// ```
    pub fn shown(&self) -> Option<i32> {
        self.raw.map(|raw| match raw {
            400.. => raw,
            _ => (400.0 / (1.0 - f64::from(raw) / 400.0).exp()).round() as i32,
        })
    }
}

/// A contest in a judge's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contest {
    /// The judge.
    pub judge: Judge,
    /// The judge's own name for it: `1899`, `abc300`.
    pub id: String,
    /// Its title.
    pub name: String,
    /// When it begins or began, where that is settled.
    pub start: Option<Timestamp>,
    /// How long it lasts, in seconds.
    pub seconds: u64,
    /// Whose rating it changes, in the judge's words (AtCoder: `All`, ` ~ 1999`, `-`).
    pub rated: Option<String>,
}
