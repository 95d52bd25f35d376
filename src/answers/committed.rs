//! What was accepted on a judge beside what was committed.

use std::collections::{HashMap, HashSet};

use super::{Attempts, ContestTaken, Participated, Solved, SolvedProblem};
use crate::model::{DuplicateProblems, Judge, ProblemId};

/// The problems that were accepted and that no committed solution names, not even weakly; the newest first.
pub fn missing<'a>(
    attempts: &'a [Attempts],
    solved: &Solved,
    duplicates: &DuplicateProblems,
) -> Vec<&'a Attempts> {
    let committed: HashSet<&ProblemId> =
        solved.problems.iter().map(|solved| duplicates.one(&solved.problem)).collect();
    let is_missing = |one: &&Attempts| one.solved.is_some() && !committed.contains(&one.problem);
    let mut missing: Vec<&Attempts> = attempts.iter().filter(is_missing).collect();
    missing.sort_by_key(|one| std::cmp::Reverse(one.solved.map(|solve| solve.at)));
    missing
}

/// A committed problem that a judge never accepted, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unsubmitted<'a> {
    /// What is committed.
    pub solved: &'a SolvedProblem,
    /// What was handed in for it.
    pub attempts: Option<&'a Attempts>,
    /// Whether the archive that the submissions come from most likely lacks some: nothing of it was handed in, and one
    /// took part in a contest with it, or the archive is known to lack accepted problems.
    pub is_missing_there: bool,
}

/// The problems of `judges` that committed solutions name for certain and that were never accepted there; the newest commit
/// first. `taken` are the contests that one took part in, at judges whose submissions come from an archive, and those of
/// `lacking` have one that counts more accepted problems than it lists.
pub fn unsubmitted<'a>(
    solved: &'a Solved,
    attempts: &'a [Attempts],
    duplicates: &DuplicateProblems,
    (judges, lacking): (&[Judge], &[Judge]),
    taken: &[ContestTaken<'_>],
) -> Vec<Unsubmitted<'a>> {
    let live = taken.iter().filter(|contest| contest.participated != Participated::Virtual);
    let met: HashSet<&ProblemId> =
        live.flat_map(|contest| &contest.unsolved).map(|entry| duplicates.one(&entry.problem.id)).collect();
    let handed_in: HashMap<&ProblemId, &Attempts> = attempts.iter().map(|one| (&one.problem, one)).collect();
    let is_of =
        |problem: &ProblemId, judges: &[Judge]| judges.iter().any(|judge| judge.id() == problem.judge());
    let mut unsubmitted: Vec<_> = solved
        .problems
        .iter()
        .filter(|one| one.sure && is_of(&one.problem, judges))
        .map(|one| {
            let problem = duplicates.one(&one.problem);
            let attempts = handed_in.get(problem).copied();
            let is_lacked = met.contains(problem) || is_of(&one.problem, lacking);
            let is_missing_there = attempts.is_none() && is_lacked;
            Unsubmitted { solved: one, attempts, is_missing_there }
        })
        .filter(|one| one.attempts.is_none_or(|attempts| attempts.solved.is_none()))
        .collect();
    unsubmitted.sort_by(|a, b| {
        b.solved.first.cmp(&a.solved.first).then_with(|| a.solved.problem.cmp(&b.solved.problem))
    });
    unsubmitted
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;

    use super::super::{Phase, Solve};
    use super::*;
    use crate::answers::fixtures;
    use crate::model::NamedBy;

    fn tried(problem: ProblemId, solved: Option<i64>) -> Attempts {
        let at = |second| Timestamp::from_second(second).unwrap();
        Attempts {
            solved: solved.map(|second| Solve { at: at(second), phase: Phase::After }),
            ..fixtures::tried(Judge::CODEFORCES, problem, at(0))
        }
    }

    fn committed(problem: ProblemId, sure: bool) -> SolvedProblem {
        let day = date(2026, 11, 23);
        SolvedProblem {
            problem,
            sure,
            by: NamedBy::Path,
            first: day,
            last: day,
            solved_on: day,
            files: Vec::new(),
            record: None,
        }
    }

    #[test]
    fn each_side_lists_what_the_other_lacks_and_twins_are_one() {
        let cf = ProblemId::codeforces;
        let (div1, div2) = (cf(1349, "A"), cf(1350, "C"));
        let duplicates = DuplicateProblems::from_iter([(div2.clone(), div1.clone())]);
        let attempts = [
            tried(cf(1, "A"), Some(1)),
            tried(cf(1, "B"), Some(2)),
            tried(cf(1, "C"), None),
            tried(cf(2, "A"), Some(3)),
            tried(div1, Some(4)),
        ];
        let solved = Solved {
            problems: vec![
                committed(cf(1, "C"), true),
                committed(cf(2, "A"), false),
                committed(cf(3, "A"), true),
                committed(cf(3, "B"), false),
                committed(div2, true),
                committed(ProblemId::atcoder("abc300_a"), true),
                committed(ProblemId::other("boj", "1000"), true),
            ],
            ..Solved::default()
        };
        let missing: Vec<String> =
            missing(&attempts, &solved, &duplicates).iter().map(|one| one.problem.to_string()).collect();
        assert_eq!(missing, ["codeforces/1/B", "codeforces/1/A"]);
        let unsubmitted: Vec<_> =
            unsubmitted(&solved, &attempts, &duplicates, (&[Judge::CODEFORCES], &[]), &[])
                .into_iter()
                .map(|one| (one.solved.problem.to_string(), one.attempts.is_some()))
                .collect();
        assert_eq!(unsubmitted, [("codeforces/1/C".to_owned(), true), ("codeforces/3/A".to_owned(), false)]);
    }
}
