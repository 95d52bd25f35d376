//! How yukicoder names and shows its problems.

use super::levels::LEVELS;
use crate::model::{
    Address, ContestProblem, DuplicateProblems, KnownJudge, Problem, ProblemId, ProblemNames, ProblemRules,
    Submission,
};

/// What it is called, and how it names its problems: by a number that people know (`No.9000`), or while there is none, as
/// for those of a contest, by an inner one.
pub(super) static KNOWN: KnownJudge = KnownJudge {
    name: Some("yukicoder"),
    addresses: &[
        Address("https://yukicoder.me/problems/no/{number}", "{number}"),
        Address("https://yukicoder.me/problems/{number}", "id/{number}"),
    ],
    levels: LEVELS,
    ..KnownJudge::new("yukicoder", &["yukicoder", "yukico", "yuki"], ProblemNames::Number(1))
};

impl ProblemId {
    /// A yukicoder problem by its number, where it has one, else by the inner number.
    pub fn yukicoder(number: Option<u64>, inner: u64) -> Self {
        let key = number.map_or_else(|| format!("id/{inner}"), |number| number.to_string());
        Self::new(&KNOWN, &key)
    }
}

pub(super) const RULES: ProblemRules = ProblemRules {
    contests_page: "https://yukicoder.me/contests",
    contest_link: |contest| format!("https://yukicoder.me/contests/{contest}"),
    listed_link: |_| None,
    has_places: false,
    home_contest: |_, listed, _| listed,
    duplicates,
    held_together: |_| Vec::new(),
    kind: |_, _| None,
    rated_for: |_, _| None,
    is_scored: |_| false,
    layout: "{id}",
};

/// What is known by its inner number, as a link from a contest has it, is the problem with the number. The inner one is
/// that of the submission.
fn duplicates(_: &[Problem], submissions: &[Submission], _: &[ContestProblem]) -> DuplicateProblems {
    let named = submissions.iter().map(|row| (ProblemId::yukicoder(None, row.id), row.problem.clone()));
    named.filter(|(inner, problem)| inner != problem).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Judge, fixtures};

    #[test]
    fn a_problem_has_one_name_before_and_after_it_has_a_number() {
        let (inner, problem) = (ProblemId::yukicoder(None, 31), ProblemId::yukicoder(Some(9), 31));
        assert_eq!(inner.link().unwrap(), "https://yukicoder.me/problems/31");
        assert_eq!(problem.link().unwrap(), "https://yukicoder.me/problems/no/9");
        let solved = fixtures::submission(Judge::YUKICODER, 31, problem.clone(), "AC");
        assert_eq!(duplicates(&[], &[solved], &[]).one(&inner), &problem);
        let in_contest = fixtures::submission(Judge::YUKICODER, 31, inner.clone(), "AC");
        assert_eq!(duplicates(&[], &[in_contest], &[]).one(&inner), &inner);
    }
}
