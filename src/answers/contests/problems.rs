//! Which problems a contest has.

use foldhash::{HashMap, HashMapExt as _};

use super::super::{Catalogue, CatalogueEntry};
use crate::model::{Contest, ContestProblem, Judge};

/// The listed problems of each contest.
#[derive(Debug, Clone, Default)]
pub struct ContestProblems<'a>(HashMap<(Judge, String), Vec<&'a CatalogueEntry>>);

impl<'a> ContestProblems<'a> {
    /// Gathers them: by `places`, which have every contest that shows a problem, at judges where one problem can be in
    /// several, else by the contest that the judge's list names.
    ///
    /// Of contests that are held together some judges list the shared problems under one alone. The other has all of
    /// that one's problems then, too: one list doesn't tell where the shared ones end.
    pub fn new(catalogue: &'a Catalogue, contests: &[Contest], places: &[ContestProblem]) -> Self {
        let mut problems: HashMap<(Judge, String), Vec<&CatalogueEntry>> = HashMap::new();
        let listed = |entry: &&CatalogueEntry| !entry.problem.judge.spec().problems.has_places;
        for entry in catalogue.entries().iter().filter(listed) {
            problems.entry((entry.problem.judge, entry.problem.contest.clone())).or_default().push(entry);
        }
        for place in places {
            if let Some(entry) = catalogue.get(&place.problem) {
                problems.entry((entry.problem.judge, place.contest.clone())).or_default().push(entry);
            }
        }
        for judge in Judge::all() {
            let contests: Vec<&Contest> = contests.iter().filter(|contest| contest.judge == judge).collect();
            for (without, with) in (judge.spec().problems.held_together)(&contests) {
                let shared = problems.get(&(judge, with)).cloned().unwrap_or_default();
                problems.entry((judge, without)).or_default().extend(shared);
            }
        }
        Self(problems)
    }

    /// The problems of one contest; empty where none are listed.
    pub fn of(&self, judge: Judge, contest: &str) -> &[&'a CatalogueEntry] {
        self.0.get(&(judge, contest.to_owned())).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::answers::fixtures;
    use crate::model::{DuplicateProblems, Problem, ProblemId};

    fn problem(judge: Judge, id: ProblemId, contest: &str) -> Problem {
        let contest = contest.to_owned();
        let (index, name) = (String::new(), String::new());
        Problem { contest, index, name, ..fixtures::problem(judge, id) }
    }

    #[test]
    fn the_second_division_has_what_it_shares_with_the_first() {
        let cf = |contest, index| {
            problem(Judge::CODEFORCES, ProblemId::codeforces(contest, index), &contest.to_string())
        };
        let arc = problem(Judge::ATCODER, ProblemId::atcoder("arc065_a"), "arc065");
        let problems = vec![cf(679, "A"), cf(680, "A"), cf(681, "A"), arc];
        let catalogue = Catalogue::new(problems, Vec::new(), DuplicateProblems::default());
        let contest = |id: &str, name: &str, start| Contest {
            judge: Judge::CODEFORCES,
            id: id.to_owned(),
            name: name.to_owned(),
            start: Timestamp::from_second(start).ok(),
            seconds: 7200,
            rated: None,
        };
        let contests = [
            contest("679", "Round 356 (Div. 1)", 5),
            contest("680", "Round 356 (Div. 2)", 5),
            contest("681", "Round 357 (Div. 2)", 9),
        ];
        let place = |contest: &str| ContestProblem {
            contest: contest.to_owned(),
            problem: ProblemId::atcoder("arc065_a"),
            index: "C".to_owned(),
        };
        let problems = ContestProblems::new(&catalogue, &contests, &[place("arc065"), place("abc049")]);
        let of = |judge, contest| {
            let ids = problems.of(judge, contest).iter().map(|entry| entry.problem.id.to_string());
            ids.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(of(Judge::CODEFORCES, "680"), "codeforces/680/A codeforces/679/A");
        assert_eq!(of(Judge::CODEFORCES, "679"), "codeforces/679/A");
        assert_eq!(of(Judge::CODEFORCES, "681"), "codeforces/681/A");
        assert_eq!(of(Judge::ATCODER, "abc049"), "arc065_a");
        assert_eq!(of(Judge::ATCODER, "abc050"), "");
    }
}
