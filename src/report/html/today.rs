//! What to do today.

use std::borrow::Cow;

use super::super::contests::{rated_words, start};
use super::super::next::reason;
use super::super::words::next;
use super::super::words::page::PageWords;
use super::super::{links, table::Value};
use super::{Material, short};
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
pub(super) fn proposals(assignment: &Assignment<'_>, lang: Lang) -> Vec<ProposalLine> {
    let line = |(one, progress): &(crate::answers::Proposal<'_>, Progress)| {
        let problem = &one.problem;
        let (is_done, became) = match progress {
            Progress::Open => (false, None),
            Progress::Tried => (false, Some(next::attempted(lang))),
            Progress::Accepted => (true, Some(next::accepted(lang))),
            Progress::Committed => (true, Some(next::committed(lang))),
        };
        ProposalLine {
            name: short(problem.name().unwrap_or_default()),
            link: links::problem(&problem.id),
            difficulty: problem.difficulty().map_or_else(String::new, |difficulty| difficulty.to_string()),
            tier: problem.colour().map_or_else(String::new, |colour| format!("tier-{colour}")),
            chance: Value::from(one.probability.map(Value::Share)).words(lang).into_owned(),
            why: became.map_or_else(|| short(&reason(lang, one, assignment)), Cow::into_owned),
            is_done,
        }
    };
    assignment.problems.iter().map(line).collect()
}

/// The next contest.
pub(super) struct ContestCard {
    pub name: String,
    pub link: String,
    /// How soon it is, when, and whose rating it changes.
    pub line: String,
}

impl ContestCard {
    /// The next contest that is rated for the user; where none is known to be, the next.
    pub fn next(material: &Material<'_>) -> Option<Self> {
        chosen(material.coming).map(|one| Self::new(one, material))
    }

    fn new(one: &ComingContest<'_>, material: &Material<'_>) -> Self {
        let (contest, words) = (one.contest, PageWords(material.lang));
        let now = material.now.timestamp();
        let left = contest.start.unwrap_or_default().duration_since(now);
        let soon = if left.is_positive() { material.lang.soon(left) } else { words.now().into_owned() };
        Self {
            name: short(&contest.name),
            link: links::announcement(contest),
            line: words.contest(
                &soon,
                &start(contest, material.zone, material.lang),
                &rated_words(one, material.lang),
            ),
        }
    }
}

/// The next contest that is rated for the user; where none is known to be, the next.
fn chosen<'c>(coming: &'c [ComingContest<'c>]) -> Option<&'c ComingContest<'c>> {
    let rated = coming.iter().find(|one| one.for_you == Some(true));
    rated.or(coming.first())
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

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
            let coming: Vec<_> = coming.collect();
            chosen(&coming).map(|one| one.contest.name.clone())
        };
        assert_eq!(next([Some(false), Some(true), Some(true)]).as_deref(), Some("second"));
        assert_eq!(next([Some(false), None, None]).as_deref(), Some("first"));
        assert!(chosen(&[]).is_none());
    }
}
