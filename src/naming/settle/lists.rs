//! Lists of problems with numbers of their own, which aren't the judge's.

use foldhash::HashMap;

use super::own_names::Own;
use crate::model::{ProblemId, ProblemNames, RepoPath};

/// Whether the numbers of a judge's problems are those of lists with numbers of their own: again and again one number
/// has titles that have no word in common.
#[derive(Default)]
pub(super) struct Lists {
    /// For each judge, how many numbers have several titles, and how many of those contradict each other.
    counts: HashMap<&'static str, (usize, usize)>,
}

impl Lists {
    /// Counts a number; whether its titles contradict each other.
    pub fn add(&mut self, problem: &ProblemId, own: &[(&RepoPath, &Own)]) -> bool {
        let number = problem.as_str().rsplit('/').next().unwrap_or_default();
        let of_number = own.iter().filter(|(_, own)| own.number.as_deref() == Some(number) && own.is_title);
        let titles: Vec<&str> =
            of_number.map(|(_, own)| own.title.as_str()).filter(|title| title.is_ascii()).collect();
        let differ = |one: &str, other: &str| {
            !one.split('-').any(|word| word.len() > 2 && other.split('-').any(|w| w == word))
        };
        let Some((first, rest)) = titles.split_first().filter(|_| may_be_lists(problem)) else {
            return false;
        };
        let rest: Vec<&&str> = rest.iter().filter(|title| *title != first).collect();
        if rest.is_empty() {
            return false;
        }
        let (several, contrary) = self.counts.entry(problem.judge()).or_default();
        *several += 1;
        let is_contrary = rest.iter().any(|title| differ(first, title));
        *contrary += usize::from(is_contrary);
        is_contrary
    }

    pub fn refuted(&self) -> impl Iterator<Item = &'static str> {
        let is_refuted = |(several, contrary): &(usize, usize)| *contrary > 1 && contrary * 2 > *several;
        self.counts.iter().filter(move |(_, counts)| is_refuted(counts)).map(|(judge, _)| *judge)
    }
}

/// Whether a problem's number may be one of a list's: the judges' own begin small at these judges.
fn may_be_lists(problem: &ProblemId) -> bool {
    match problem.known_judge().names {
        ProblemNames::Number(digits) => digits == 1,
        _ => problem.judge() == "leetcode",
    }
}
