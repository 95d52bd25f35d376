//! Rated contests, one after the other.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{Colour, SeriesKey};

/// What one contest did to a rating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingChange {
    /// The judge's own name for the contest: `1899`, `abc300`.
    pub contest: String,
    /// Its title, as the judge gave it.
    pub name: String,
    /// When it ended.
    pub at: Timestamp,
    /// The place among official participants; `None` where the judge gave none.
    pub place: Option<u32>,
    /// The rating before; 0 before the first contest.
    pub old: i32,
    /// The rating after.
    pub new: i32,
    /// The performance that enters the rating formula, where the judge tells it (AtCoder). It may be negative.
    pub performance: Option<i32>,
    /// Whether it counts. AtCoder also lists contests that changed nothing.
    pub rated: bool,
}

/// The rating history of one handle in one track, oldest first as the judge orders it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingSeries {
    /// Whose and where.
    pub key: SeriesKey,
    /// Every entry, unrated ones included.
    pub history: Vec<RatingChange>,
    /// How long its contests ran, in seconds, by the judge's names for them, as far as the judge's list of contests
    /// tells.
    pub lengths: BTreeMap<String, u64>,
}

impl RatingSeries {
    /// The entries that count, oldest first.
    pub fn rated(&self) -> impl DoubleEndedIterator<Item = &RatingChange> + Clone {
        self.history.iter().filter(|change| change.rated)
    }

    /// The last rated contest.
    pub fn last(&self) -> Option<&RatingChange> {
        self.rated().next_back()
    }

    /// The rating now; `None` before the first rated contest.
    pub fn rating(&self) -> Option<i32> {
        self.last().map(|change| change.new)
    }

    /// The colour now; `None` before the first rated contest.
    pub fn colour(&self) -> Option<Colour> {
        self.rating().map(|rating| self.key.judge.colour_of(rating))
    }

    /// The contest that brought the highest rating; of equal ones the first.
    pub fn highest(&self) -> Option<&RatingChange> {
        self.rated().rev().max_by_key(|change| change.new)
    }
}
