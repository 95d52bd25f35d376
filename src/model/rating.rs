//! Rated contests, one after the other.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{Colour, ContestKind, FailedFetch, SeriesKey};

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
    /// The kinds of contests that its track is rated in now, those for the lowest ratings first; empty where contests have
    /// no kinds.
    pub kinds: Vec<ContestKind>,
    /// When the judge was last asked for it; `None` where it never was, or where nobody asks for that.
    pub fetched: Option<Timestamp>,
    /// Why it could not be fetched, the last time that it was asked for; `None` where it could.
    pub failed: Option<FailedFetch>,
}

impl RatingSeries {
    /// Whether the judge was ever asked for it with success: else nothing follows from what it lacks.
    pub fn is_known(&self) -> bool {
        self.fetched.is_some() || !self.history.is_empty()
    }

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

    /// The colour now; `None` before the first rated contest, and at a judge without colours.
    pub fn colour(&self) -> Option<Colour> {
        self.rating().and_then(|rating| self.key.judge.told_colour(rating))
    }

    /// The contest that brought the highest rating; of equal ones the first.
    pub fn highest(&self) -> Option<&RatingChange> {
        self.rated().rev().max_by_key(|change| change.new)
    }

    /// The contests that reached a colour for the first time; the first contest's own colour is none.
    pub fn arrivals(&self) -> impl Iterator<Item = (&RatingChange, Colour)> {
        let tier = |rating| self.key.judge.tier_of(rating);
        let mut best = None;
        self.rated().filter_map(move |change| {
            let reached = tier(change.new);
            let before = best.replace(best.unwrap_or(reached.from).max(reached.from))?;
            let is_new = reached.from > before && reached.colour != tier(before).colour;
            is_new.then_some((change, reached.colour))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Handle, Judge, Track};
    use super::*;

    #[test]
    fn a_colour_is_reached_once() {
        let ratings = [1150, 1210, 1190, 1450, 1380, 1410, 2150, 2310, 2390, 2500, 2700];
        let change = |new| RatingChange {
            contest: String::new(),
            name: String::new(),
            at: Timestamp::UNIX_EPOCH,
            place: None,
            old: 0,
            new,
            performance: None,
            rated: true,
        };
        let handle = Handle::new(Judge::CODEFORCES, "someone").unwrap();
        let key = SeriesKey { judge: Judge::CODEFORCES, track: Track::Algorithm, handle };
        let series = RatingSeries {
            key,
            history: ratings.map(change).into(),
            lengths: BTreeMap::new(),
            kinds: Vec::new(),
            fetched: None,
            failed: None,
        };
        let reached: Vec<(i32, Colour)> =
            series.arrivals().map(|(change, colour)| (change.new, colour)).collect();
        let expected =
            [(1210, Colour::Green), (1450, Colour::Cyan), (2150, Colour::Orange), (2500, Colour::Red)];
        assert_eq!(reached, expected);
    }
}
