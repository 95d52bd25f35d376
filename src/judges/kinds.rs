//! Kinds of contests: whom they are rated for, by a judge's rules and by what its contests say of themselves.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::rating::Rating;
use crate::model::{Contest, ContestKind, RatingChange, RatingRange, RatingSeries};

/// What a judge announced: whom contests of a kind are rated for, and for how long that held.
#[derive(Debug, Clone, Copy)]
pub(super) struct KindRule {
    /// The kind.
    pub name: &'static str,
    /// Whom it is rated for.
    pub range: RatingRange,
    /// The first day on which that held.
    pub since: Date,
    /// The first day on which it no longer did.
    pub until: Date,
}

impl KindRule {
    /// One that always held.
    pub const fn always(name: &'static str, range: RatingRange) -> Self {
        Self { name, range, since: Date::MIN, until: Date::MAX }
    }

    /// The same from `since` on.
    pub const fn since(self, since: Date) -> Self {
        Self { since, ..self }
    }

    /// The same before `until`.
    pub const fn until(self, until: Date) -> Self {
        Self { until, ..self }
    }

    fn began(&self) -> Timestamp {
        self.since.to_zoned_datetime(TimeZone::UTC).map_or(Timestamp::MIN, |day| day.timestamp())
    }
}

/// A listed contest that says whom it is rated for.
#[derive(Debug, Clone, Copy)]
pub(super) struct ListedKind {
    pub name: &'static str,
    pub start: Timestamp,
    pub range: RatingRange,
}

impl ListedKind {
    /// Those of `listed` of which `read` can tell the kind and the range.
    pub fn of(
        listed: &[&Contest],
        read: impl Fn(&Contest) -> Option<(&'static str, RatingRange)>,
    ) -> Vec<Self> {
        let one = |contest: &&Contest| {
            let (name, range) = read(contest)?;
            Some(Self { name, start: contest.start?, range })
        };
        listed.iter().filter_map(one).collect()
    }
}

/// Whom contests of the kind `name` are rated for at `at`: what the newest of `listed` says, unless the judge announced
/// something since.
pub(super) fn range_at(
    rules: &[KindRule],
    listed: &[ListedKind],
    name: &str,
    at: Timestamp,
) -> Option<RatingRange> {
    let rule = rules.iter().rfind(|rule| rule.name == name && rule.began() <= at);
    let before = listed.iter().filter(|one| one.name == name && one.start <= at);
    let newest = before.max_by_key(|one| one.start);
    let newest = newest.filter(|newest| rule.is_none_or(|rule| rule.began() <= newest.start));
    newest.map(|newest| newest.range).or(rule.map(|rule| rule.range))
}

/// The kinds that are held at `now`, in the order of `rules`. The range of each is that of its next listed contest, else
/// as [`range_at`] has it. `cap` tells the highest performance by the range.
pub(super) fn held(
    rules: &[KindRule],
    listed: &[ListedKind],
    cap: impl Fn(RatingRange) -> Option<i32>,
    now: Timestamp,
) -> Vec<ContestKind> {
    let day = now.to_zoned_datetime(TimeZone::UTC).date();
    let year_ago = now.checked_sub(SignedDuration::from_hours(365 * 24)).unwrap_or(Timestamp::MIN);
    let mut kinds: Vec<ContestKind> = Vec::new();
    for rule in rules {
        if kinds.iter().any(|kind| kind.name == rule.name) {
            continue;
        }
        let its = || listed.iter().filter(|one| one.name == rule.name);
        let next = its().filter(|one| one.start > now).min_by_key(|one| one.start);
        let is_held = |row: &KindRule| row.name == rule.name && row.since <= day && day < row.until;
        if next.is_none() && !rules.iter().any(is_held) {
            continue;
        }
        let range = next.map(|next| next.range).or_else(|| range_at(rules, listed, rule.name, now));
        let Some(range) = range else { continue };
        let a_year = its().filter(|one| year_ago < one.start && one.start <= now).count() as u32;
        kinds.push(ContestKind { name: rule.name, range, cap: cap(range), a_year });
    }
    kinds
}

/// Which kinds of contests somebody takes part in, where they are rated in them.
#[derive(Debug, Clone, PartialEq)]
pub struct KindShares(Arc<[(ContestKind, f64)]>);

impl KindShares {
    /// How many of the last contests tell of which kinds the next ones are.
    const LAST: usize = 20;
    /// How many contests of a kind, as often as it is held, everybody starts with.
    const EVIDENCE: f64 = 2.0;
    /// How often a kind is taken to be held where no list tells, in contests a year.
    const A_YEAR: f64 = 12.0;

    /// From the rated contests of a series so far, oldest first, in the kinds that it says are held; where it says nothing, in
    /// those that `rules` know of on `today`.
    pub(super) fn of_series(
        rules: &dyn Rating,
        series: &RatingSeries,
        rated: &[&RatingChange],
        today: Date,
        kind_of: impl Fn(&RatingChange) -> Option<&'static str>,
    ) -> Self {
        if !series.kinds.is_empty() {
            return Self::of(&series.kinds, rated, kind_of);
        }
        let now = today.to_zoned_datetime(TimeZone::UTC).map_or(Timestamp::MAX, |day| day.timestamp());
        Self::of(&rules.kinds(&[], now), rated, kind_of)
    }

    /// From the rated contests so far, oldest first; `kind_of` tells the kind of each. The share of a kind is that of the
    /// contests that were of it among those taken while one was rated for it.
    pub fn of(
        kinds: &[ContestKind],
        rated: &[&RatingChange],
        kind_of: impl Fn(&RatingChange) -> Option<&'static str>,
    ) -> Self {
        let last = &rated[rated.len().saturating_sub(Self::LAST)..];
        let a_year = |kind: &ContestKind| if kind.a_year > 0 { f64::from(kind.a_year) } else { Self::A_YEAR };
        let held: f64 = kinds.iter().map(a_year).sum();
        let share = |kind: &ContestKind| {
            let open = last.iter().filter(|change| kind.range.contains(change.old));
            let taken = last.iter().filter(|change| kind_of(change) == Some(kind.name)).count() as f64;
            let usual = a_year(kind) / held;
            (taken + Self::EVIDENCE * usual) / ((open.count() as f64).max(taken) + Self::EVIDENCE)
        };
        Self(kinds.iter().map(|kind| (*kind, share(kind))).collect())
    }

    /// The kind of a contest of somebody who is rated `rating`, by a number from 0 to 1; `None` where none is rated for
    /// them.
    pub fn drawn(&self, rating: i32, uniform: f64) -> Option<&ContestKind> {
        let open = || self.0.iter().filter(move |(kind, _)| kind.range.contains(rating));
        let mut left = uniform * open().map(|(_, share)| share).sum::<f64>();
        let found = open().find(|(_, share)| {
            left -= share;
            left < 0.0
        });
        found.or_else(|| open().next_back()).map(|(kind, _)| kind)
    }

    /// How often somebody who is rated `rating` takes part in a rated contest, against somebody for whom all that they
    /// take part in is rated: the sum of the shares of the kinds that are rated for them.
    pub fn open(&self, rating: i32) -> f64 {
        self.0.iter().filter(|(kind, _)| kind.range.contains(rating)).map(|(_, share)| share).sum()
    }
}
