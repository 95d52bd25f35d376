//! Whose rating a contest changes.

use super::Track;

/// Ratings from one to another, both included; an end may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RatingRange {
    /// The lowest; `None` where there is no lowest.
    pub from: Option<i32>,
    /// The highest; `None` where there is no highest.
    pub to: Option<i32>,
}

impl RatingRange {
    /// Every rating.
    pub const ALL: Self = Self { from: None, to: None };

    /// All up to `to`.
    pub const fn up_to(to: i32) -> Self {
        Self { from: None, to: Some(to) }
    }

    /// All from `from` on.
    pub const fn at_least(from: i32) -> Self {
        Self { from: Some(from), to: None }
    }

    /// All from `from` to `to`.
    pub const fn between(from: i32, to: i32) -> Self {
        Self { from: Some(from), to: Some(to) }
    }

    /// Whether it has `rating`.
    pub fn contains(self, rating: i32) -> bool {
        self.from.is_none_or(|from| from <= rating) && self.to.is_none_or(|to| rating <= to)
    }
}

/// Whose rating a contest changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RatedFor {
    /// Nobody's.
    Nobody,
    /// That of participants who are rated within a range, in this track.
    Range(Track, RatingRange),
}

/// A kind of contests: they are held alike, and rated for the same people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContestKind {
    /// What people call it: "ABC", "ARC++", "Div. 2".
    pub name: &'static str,
    /// The ratings that it is rated for.
    pub range: RatingRange,
    /// The highest performance that it gives; `None` where there is no limit.
    pub cap: Option<i32>,
    /// How many of them the judge's list has for the last year; 0 where it has no list.
    pub a_year: u32,
}

impl ContestKind {
    /// Whether it can give `performance` to somebody who is rated `rating`.
    pub fn gives(&self, performance: i32, rating: i32) -> bool {
        self.range.contains(rating) && self.cap.is_none_or(|cap| performance <= cap)
    }
}

/// The highest performance that contests of `kinds` give to somebody who is rated `rating`: the outer `None` where none is
/// rated for them, the inner one where there is no limit.
pub fn highest_performance(kinds: &[ContestKind], rating: i32) -> Option<Option<i32>> {
    let caps = kinds.iter().filter(|kind| kind.range.contains(rating)).map(|kind| kind.cap);
    caps.reduce(|one, other| Some(one?.max(other?)))
}
