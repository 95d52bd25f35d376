//! What one wants to reach.

use std::fmt;

use jiff::civil::Date;

use super::{Goal, Judge, Track};

/// A rating to reach by a date. Met when a rated contest from its beginning on, and on or before that date, reaches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// Where.
    pub judge: Judge,
    /// In which track.
    pub track: Track,
    /// The rating and its colour.
    pub goal: Goal,
    /// The first day that counts; `None` where every day before `by` does.
    pub from: Option<Date>,
    /// The last day that counts.
    pub by: Date,
    /// What it is at another judge, where it was said in those terms: the rating is the rough equivalent of that (see
    /// [`super::equivalent`]).
    pub equivalent: Option<(Judge, Goal)>,
}

impl Target {
    /// Whether it asks for what `other` does, whenever each begins.
    pub fn asks_for_same(&self, other: &Self) -> bool {
        let asked = |target: &Self| (target.judge, target.track, target.goal.rating, target.by);
        asked(self) == asked(other)
    }

    /// Whether a contest on `day` can meet it.
    pub fn counts(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && day <= self.by
    }

    /// "Codeforces", "AtCoder heuristic": the series that it is about.
    pub fn series_title(&self) -> String {
        super::judge::series_title(self.judge, self.track)
    }
}

/// "Codeforces cyan at 1400 by 2026-12-31".
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { goal: Goal { colour, rating }, by, .. } = self;
        write!(f, "{} {colour} at {rating} by {by}", self.series_title())
    }
}
