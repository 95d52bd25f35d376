//! What is fetched of a judge.

use crate::model::{Judge, Track};

/// Something that is fetched of a judge as a whole, and kept or left as it was as a whole.
#[derive(Debug)]
pub struct Source {
    /// The word for it after the judge's, as scripts know it: `problems` in `atcoder.problems`.
    pub name: &'static str,
    /// What it brings, in words: "difficulties".
    pub title: &'static str,
    /// What it brings.
    pub brings: Brings,
}

impl Source {
    /// What scripts call it at `judge`: `atcoder.problems`.
    pub fn id(&self, judge: Judge) -> String {
        format!("{}.{}", judge.id(), self.name)
    }
}

/// What a source brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Brings {
    /// The rating history of a user.
    Ratings(Track),
    /// What a user handed in.
    Submissions,
    /// The judge's problems.
    Problems,
    /// How hard they are, where that is said apart.
    Difficulties,
    /// The judge's contests.
    Contests,
}
