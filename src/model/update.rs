//! What became of stored facts.

use super::RatingChange;

/// An entry of a rating history that the judge changed afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// As it was stored.
    pub before: RatingChange,
    /// As it is now.
    pub after: RatingChange,
}

impl Revision {
    /// The numbers that are others now: the field, as `cpt rating --json` names it, before, and after.
    pub fn numbers(&self) -> Vec<(&'static str, Option<i64>, Option<i64>)> {
        let of = |change: &RatingChange| {
            [
                ("place", change.place.map(i64::from)),
                ("old", Some(i64::from(change.old))),
                ("new", Some(i64::from(change.new))),
                ("performance", change.performance.map(i64::from)),
            ]
        };
        let both = of(&self.before).into_iter().zip(of(&self.after));
        both.filter(|(before, after)| before != after)
            .map(|((name, before), (_, after))| (name, before, after))
            .collect()
    }
}

/// How a source's new state differs from the stored one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Update {
    /// Entries that were not there before.
    pub new: usize,
    /// Entries whose content is another now.
    pub changed: usize,
    /// Entries that the source no longer lists.
    pub removed: usize,
    /// Entries now.
    pub total: usize,
    /// Solution files that are there before and after and have other names now.
    pub renamed: usize,
}

impl Update {
    /// Whether anything differs.
    pub fn is_news(&self) -> bool {
        self.new + self.changed + self.removed > 0
    }
}
