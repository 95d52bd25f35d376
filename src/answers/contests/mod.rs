//! Contests: those that one took part in, and how it went; those to come.

mod problems;
mod taken;

use jiff::{SignedDuration, Timestamp};

use crate::model::{Contest, Judge};
pub use problems::ContestProblems;
pub use taken::{ContestTaken, Participated, Performance, contests_taken};

/// What lasts longer is no contest that one takes part in from its beginning to its end, but a collection that stays open
/// (AtCoder's `typical90`, `APG4b`).
pub(super) const LONGEST: SignedDuration = SignedDuration::from_hours(60 * 24);

/// When `contest` begins and ends; `None` where that isn't settled, and for collections that stay open.
pub(super) fn times(contest: &Contest) -> Option<(Timestamp, Timestamp)> {
    let start = contest.start?;
    let length = SignedDuration::from_secs(i64::try_from(contest.seconds).ok()?);
    if length > LONGEST {
        return None;
    }
    Some((start, start.checked_add(length).ok()?))
}

/// The contests that run at `now` or will, the first to begin first.
pub fn coming(contests: &[Contest], now: Timestamp) -> Vec<&Contest> {
    let mut coming: Vec<&Contest> =
        contests.iter().filter(|contest| times(contest).is_some_and(|(_, end)| end > now)).collect();
    coming.sort_by_key(|contest| (contest.start, contest.judge, contest.id.len(), &contest.id));
    coming
}

/// The contests that an answer is about.
#[derive(Debug)]
pub struct Contests<'a> {
    /// What runs or will, the first to begin first.
    pub coming: Vec<&'a Contest>,
    /// What one took part in, the newest first.
    pub past: Vec<ContestTaken<'a>>,
    /// Judges whose lists don't tell what comes.
    pub untold: Vec<Judge>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_or_will_is_listed_by_its_beginning() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let contest = |id: &str, start: Option<i64>, seconds: u64| Contest {
            judge: Judge::CODEFORCES,
            id: id.to_owned(),
            name: String::new(),
            start: start.map(at),
            seconds,
            rated: None,
        };
        let contests = [
            contest("later", Some(900), 100),
            contest("over", Some(100), 400),
            contest("runs", Some(400), 200),
            contest("stays open", Some(0), 100_000_000),
            contest("not settled", None, 100),
        ];
        let ids: Vec<&str> = coming(&contests, at(500)).iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, ["runs", "later"]);
    }
}
