//! The ratings of a group's members, and what a week changed.

use jiff::Timestamp;

use crate::model::{RatingSeries, SeriesKey};

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

/// A rating as it was at the `end` of a week that began at `begin`; `None` before the first rated contest.
pub fn member_rating(series: RatingSeries, (begin, end): (Timestamp, Timestamp)) -> Option<MemberRating> {
    let at = |moment: Timestamp| {
        let before = series.history.iter().rev().find(|change| change.rated && change.at <= moment);
        before.map(|change| change.new)
    };
    let (rating, before) = (at(end)?, at(begin));
    Some(MemberRating { rating, change: before.map(|before| rating - before), key: series.key })
}
