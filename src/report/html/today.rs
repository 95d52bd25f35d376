//! What to do today.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::super::contests::{rated_words, start};
use super::super::next::reason;
use super::super::{links, table::Value};
use super::short;
use crate::answers::{Assignment, ComingContest, Progress};
use crate::lang::Lang;

/// A problem to solve today.
pub(super) struct ProposalLine {
    pub name: String,
    pub link: String,
    /// How hard it is, and the class of that colour.
    pub difficulty: String,
    pub tier: String,
    /// How likely it is solved in a contest.
    pub chance: String,
    /// What speaks for it, or what became of it.
    pub why: String,
    pub is_done: bool,
}

/// The problems of the day.
pub(super) fn proposals(assignment: &Assignment<'_>) -> Vec<ProposalLine> {
    let line = |(one, progress): &(crate::answers::Proposal<'_>, Progress)| {
        let problem = &one.problem;
        let (is_done, became) = match progress {
            Progress::Open => (false, None),
            Progress::Tried => (false, Some("tried, not accepted yet")),
            Progress::Accepted => (true, Some("accepted")),
            Progress::Committed => (true, Some("committed")),
        };
        ProposalLine {
            name: short(problem.name().unwrap_or_default()),
            link: links::problem(&problem.id),
            difficulty: problem.difficulty().map_or_else(String::new, |difficulty| difficulty.to_string()),
            tier: problem.colour().map_or_else(String::new, |colour| format!("tier-{colour}")),
            chance: Value::from(one.probability.map(Value::Share)).words(Lang::English).into_owned(),
            why: became.map_or_else(|| short(&reason(Lang::English, one, assignment)), str::to_owned),
            is_done,
        }
    };
    assignment.problems.iter().map(line).collect()
}

/// The next contest.
pub(super) struct ContestCard {
    pub name: String,
    pub link: String,
    /// How soon it is, and when.
    pub soon: String,
    pub start: String,
    /// Whose rating it changes; empty where nothing tells.
    pub rated: String,
}

impl ContestCard {
    /// The next contest that is rated for the user; where none is known to be, the next.
    pub fn next(coming: &[ComingContest<'_>], now: Timestamp, zone: &TimeZone) -> Option<Self> {
        let rated = coming.iter().find(|one| one.for_you == Some(true));
        rated.or(coming.first()).map(|one| Self::new(one, now, zone))
    }

    fn new(one: &ComingContest<'_>, now: Timestamp, zone: &TimeZone) -> Self {
        let contest = one.contest;
        let left = contest.start.unwrap_or_default().duration_since(now);
        Self {
            name: short(&contest.name),
            link: links::announcement(contest),
            soon: if left.is_positive() { Lang::English.soon(left) } else { "now".to_owned() },
            start: start(contest, zone, Lang::English),
            rated: rated_words(one, Lang::English),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Contest, Judge};

    #[test]
    fn the_next_contest_is_the_first_that_is_rated_for_the_user_where_one_is() {
        let now: Timestamp = "2026-11-23T12:30:00Z".parse().unwrap();
        let contest = |name: &str| Contest {
            judge: Judge::CODEFORCES,
            id: name.to_owned(),
            name: name.to_owned(),
            start: Some(now),
            seconds: 7200,
            rated: None,
        };
        let contests = ["first", "second", "third"].map(contest);
        let next = |for_you: [Option<bool>; 3]| {
            let coming = contests.iter().zip(for_you).map(|(contest, for_you)| ComingContest {
                contest,
                start: now,
                kind: None,
                rated: None,
                for_you,
            });
            ContestCard::next(&coming.collect::<Vec<_>>(), now, &TimeZone::UTC).map(|card| card.name)
        };
        assert_eq!(next([Some(false), Some(true), Some(true)]).as_deref(), Some("second"));
        assert_eq!(next([Some(false), None, None]).as_deref(), Some("first"));
        assert!(ContestCard::next(&[], now, &TimeZone::UTC).is_none());
    }
}
