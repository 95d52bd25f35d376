//! The ratings of a group's members, and what a week changed.

use crate::model::SeriesKey;

/// A rating of a member's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRating {
    /// Where, in which track, and who they are there.
    pub key: SeriesKey,
    /// The rating at the end of the week.
    pub rating: i32,
    /// The change since it began; `None` where there was no rating by then.
    pub change: Option<i32>,
}

impl MemberRating {
    /// The rating that `key` had at the end of a week and, where there was one by then, when it began.
    pub fn new(key: SeriesKey, rating: i32, before: Option<i32>) -> Self {
        Self { key, rating, change: before.map(|before| rating - before) }
    }
}
