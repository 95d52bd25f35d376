//! What to solve next of a list.

use foldhash::HashSet;

use super::{Past, Progress, Proposal, Why, Wish};
use crate::answers::{ListProgress, ListedProblem};
use crate::model::Judge;

/// The problems of `list` that weren't solved as the day began and are of the wished judges, difficulty and topic: in the
/// list's order, which its author chose; where a probability is wished for, the nearest to it first. `list` is as it was
/// when the day began, so that a day's problems stay the same.
pub fn recommend_from_list<'a>(list: ListProgress<'a>, past: &Past<'_>, wish: &Wish) -> Vec<Proposal<'a>> {
    let any_judge = Judge::all().all(|judge| wish.judges.contains(&judge));
    let mut seen = HashSet::default();
    let mut proposals: Vec<Proposal<'a>> = Vec::new();
    for section in list.sections {
        for ListedProblem { problem, progress } in section.problems {
            let is_solved = matches!(progress, Progress::Accepted | Progress::Committed);
            let fits = problem.judge().map_or(any_judge, |judge| wish.judges.contains(&judge))
                && is_within(wish, problem.difficulty())
                && wish
                    .topic
                    .as_ref()
                    .is_none_or(|topic| problem.entry.is_some_and(|entry| entry.has_topic(topic)));
            if !is_solved && fits && seen.insert(problem.id.clone().into_owned()) {
                proposals.push(Proposal::new(problem, past, Why::Listed(section.heading.clone())));
            }
        }
    }
    if let Some(wished) = wish.probability {
        proposals.retain(|one| one.probability.is_some());
        let distance = |one: &Proposal<'_>| (one.probability.unwrap_or_default() - wished).abs();
        proposals.sort_by(|one, other| distance(one).total_cmp(&distance(other)));
    }
    proposals.into_iter().skip(wish.again.saturating_mul(wish.count)).take(wish.count).collect()
}

/// Whether a difficulty is wished for; an unknown one is where any is.
fn is_within(wish: &Wish, difficulty: Option<i32>) -> bool {
    let any = i32::MIN..=i32::MAX;
    difficulty.map_or(wish.difficulty == any, |difficulty| wish.difficulty.contains(&difficulty))
}
