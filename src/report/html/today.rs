//! What to do today.

use super::super::contests::start;
use super::super::next::reason;
use super::super::words;
use super::super::{links, table::Value};
use super::{Material, short};
use crate::answers::{Assignment, Progress};
use crate::model::Contest;

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
            chance: Value::from(one.probability.map(Value::Share)).words().into_owned(),
            why: became.map_or_else(|| short(&reason(one, assignment)), str::to_owned),
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
}

impl ContestCard {
    pub fn new(contest: &Contest, material: &Material<'_>) -> Self {
        let left = contest.start.unwrap_or_default().duration_since(material.now.timestamp());
        Self {
            name: short(&contest.name),
            link: links::announcement(contest),
            soon: if left.is_positive() { words::soon(left) } else { "now".to_owned() },
            start: start(contest, material.zone),
        }
    }
}
