//! Contests to come, and whether they are rated for somebody.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::times;
use crate::model::{Contest, Judge, RatedFor, RatingRange, RatingSeries};

/// A contest that lies less than this ahead is soon.
const SOON: SignedDuration = SignedDuration::from_hours(24);

/// The contests that began longer ago don't tell whom others of their kind are rated for.
const TELLING: SignedDuration = SignedDuration::from_hours(365 * 24);

/// A contest that runs or will.
#[derive(Debug, Clone, Copy)]
pub struct ComingContest<'a> {
    /// The contest.
    pub contest: &'a Contest,
    /// When it begins.
    pub start: Timestamp,
    /// Its kind: "ABC", "Div. 2".
    pub kind: Option<&'static str>,
    /// Whose rating it changes; `None` where nothing tells.
    pub rated: Option<RatedFor>,
    /// Whether it changes the rating of the user, as they are rated now; `None` where that isn't known.
    pub for_you: Option<bool>,
}

impl ComingContest<'_> {
    /// The ratings that it is rated for.
    pub fn range(&self) -> Option<RatingRange> {
        match self.rated? {
            RatedFor::Nobody => None,
            RatedFor::Range(_, range) => Some(range),
        }
    }

    /// How long until it begins, where that is less than a day and it is rated for the user.
    pub fn soon(&self, now: Timestamp) -> Option<SignedDuration> {
        let left = self.start.duration_since(now);
        (self.for_you == Some(true) && left.is_positive() && left < SOON).then_some(left)
    }
}

/// The contests that run at `now` or will, the first to begin first. `series` are the user's.
pub fn coming<'a>(
    contests: &'a [Contest],
    series: &[RatingSeries],
    now: Timestamp,
) -> Vec<ComingContest<'a>> {
    let telling = now.checked_sub(TELLING).unwrap_or(Timestamp::MIN);
    let mut listed: HashMap<Judge, Vec<&Contest>> = HashMap::new();
    for contest in contests.iter().filter(|contest| contest.start.is_some_and(|start| start >= telling)) {
        listed.entry(contest.judge).or_default().push(contest);
    }
    let one = |contest: &'a Contest| {
        let (start, end) = times(contest)?;
        let listed = listed.get(&contest.judge).map_or(&[][..], Vec::as_slice);
        let rules = &contest.judge.spec().problems;
        let rated = (end > now).then(|| (rules.rated_for)(contest, listed))?;
        Some(ComingContest {
            contest,
            start,
            kind: (rules.kind)(&contest.id, &contest.name),
            rated,
            for_you: rated.and_then(|rated| for_you(contest.judge, rated, series)),
        })
    };
    let mut coming: Vec<ComingContest<'_>> = contests.iter().filter_map(one).collect();
    let order =
        |one: &ComingContest<'a>| (one.start, one.contest.judge, one.contest.id.len(), &one.contest.id);
    coming.sort_by(|one, other| order(one).cmp(&order(other)));
    coming
}

/// Whether what `rated` says is the user, who is rated 0 before the first contest.
fn for_you(judge: Judge, rated: RatedFor, series: &[RatingSeries]) -> Option<bool> {
    let RatedFor::Range(track, range) = rated else { return Some(false) };
    let series = series.iter().find(|series| (series.key.judge, series.key.track) == (judge, track))?;
    let is_known = series.fetched.is_some() || !series.history.is_empty();
    is_known.then(|| range.contains(series.rating().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::fixtures;
    use crate::model::Track;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn contest(judge: Judge, id: &str, name: &str, start: Option<i64>, seconds: u64) -> Contest {
        let (id, name) = (id.to_owned(), name.to_owned());
        Contest { judge, id, name, start: start.map(at), seconds, rated: None }
    }

    #[test]
    fn what_runs_or_will_is_listed_by_its_beginning() {
        let of = |id: &str, start, seconds| contest(Judge::CODEFORCES, id, "", start, seconds);
        let contests = [
            of("later", Some(900), 100),
            of("over", Some(100), 400),
            of("runs", Some(400), 200),
            of("stays open", Some(0), 100_000_000),
            of("not settled", None, 100),
        ];
        let ids: Vec<&str> =
            coming(&contests, &[], at(500)).iter().map(|one| one.contest.id.as_str()).collect();
        assert_eq!(ids, ["runs", "later"]);
    }

    #[test]
    fn a_contest_is_rated_for_whoever_has_such_a_rating_now() {
        const NOW: i64 = 1_795_800_000;
        let of = |judge, id: &str, name: &str, hours: i64| {
            contest(judge, id, name, Some(NOW + 3600 * hours), 7200)
        };
        let contests = [
            of(Judge::ATCODER, "abc485", "AtCoder Beginner Contest 485", 1),
            of(Judge::ATCODER, "arc240", "AtCoder Regular Contest++ 240", 2),
            of(Judge::ATCODER, "awc0300", "AtCoder Weekday Contest 0300", 3),
            of(Judge::ATCODER, "sponsor", "A sponsor's contest", 4),
            of(Judge::ATCODER, "ahc065", "AtCoder Heuristic Contest 065", 5),
            of(Judge::CODEFORCES, "2300", "Codeforces Round 1150 (Div. 2)", 6),
            of(Judge::CODEFORCES, "2301", "Codeforces Round 1151 (Div. 1 + Div. 2)", 30),
        ];
        let rated = |judge, track, rating| {
            fixtures::series(judge, track, vec![fixtures::change(at(NOW - 90_000), 0, rating)])
        };
        let mut unknown = fixtures::series(Judge::ATCODER, Track::Heuristic, Vec::new());
        let of_series = |series: &[RatingSeries]| {
            let coming = coming(&contests, series, at(NOW));
            coming.iter().map(|one| one.for_you).collect::<Vec<_>>()
        };
        let mut series = vec![rated(Judge::ATCODER, Track::Algorithm, 1328), unknown.clone()];
        let (yes, no) = (Some(true), Some(false));
        assert_eq!(of_series(&series), [yes, no, no, None, None, None, None]);
        // Nobody has taken part in heuristic contests, which was fetched.
        unknown.fetched = Some(at(NOW));
        series[1] = unknown;
        series.push(rated(Judge::CODEFORCES, Track::Algorithm, 2100));
        assert_eq!(of_series(&series), [yes, no, no, None, yes, no, yes]);
        let coming = coming(&contests, &series, at(NOW));
        let soon: Vec<&str> =
            coming.iter().filter(|one| one.soon(at(NOW)).is_some()).map(|one| &*one.contest.id).collect();
        assert_eq!(soon, ["abc485", "ahc065"]);
        assert_eq!(coming[1].range(), Some(RatingRange::between(1600, 2999)));
    }
}
