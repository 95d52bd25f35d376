//! Which problems a contest has.

use std::collections::{BTreeSet, HashMap};

use super::super::{Catalogue, CatalogueEntry};
use crate::model::{Contest, ContestProblem, Judge};

/// The listed problems of each contest.
#[derive(Debug, Clone, Default)]
pub struct ContestProblems<'a>(HashMap<(Judge, String), Vec<&'a CatalogueEntry>>);

impl<'a> ContestProblems<'a> {
    /// Gathers them: at Codeforces by the contest that the list names, at AtCoder by `places`, which have every contest
    /// that shows a problem.
    ///
    /// Of a round for two divisions at once Codeforces lists the shared problems under the first alone. A contest of the
    /// second division has those of the first, too, then: one list doesn't tell where the shared ones end.
    pub fn new(catalogue: &'a Catalogue, contests: &[Contest], places: &[ContestProblem]) -> Self {
        let mut problems: HashMap<(Judge, String), Vec<&CatalogueEntry>> = HashMap::new();
        for entry in catalogue.entries().iter().filter(|entry| entry.problem.judge == Judge::Codeforces) {
            problems.entry((Judge::Codeforces, entry.problem.contest.clone())).or_default().push(entry);
        }
        for place in places {
            if let Some(entry) = catalogue.get(&place.problem) {
                problems.entry((Judge::AtCoder, place.contest.clone())).or_default().push(entry);
            }
        }
        for (second, first) in divisions(contests) {
            let shared = problems.get(&(Judge::Codeforces, first)).cloned().unwrap_or_default();
            problems.entry((Judge::Codeforces, second)).or_default().extend(shared);
        }
        Self(problems)
    }

    /// The problems of one contest; empty where none are listed.
    pub fn of(&self, judge: Judge, contest: &str) -> &[&'a CatalogueEntry] {
        self.0.get(&(judge, contest.to_owned())).map_or(&[], Vec::as_slice)
    }
}

/// The contests of the second division that are held together with one of the first, which begins at the same moment and
/// has a neighbouring number.
fn divisions(contests: &[Contest]) -> Vec<(String, String)> {
    let numbered = contests.iter().filter(|contest| contest.judge == Judge::Codeforces);
    let numbered = numbered.filter_map(|contest| Some((contest.id.parse::<u32>().ok()?, contest)));
    let by_number: HashMap<u32, &Contest> = numbered.collect();
    let partner = |(number, second): (&u32, &&Contest)| {
        let near = [number.checked_sub(1)?, number + 1];
        let first = near.iter().filter_map(|near| by_number.get(near)).find(|first| {
            first.start.is_some() && first.start == second.start && first.name.contains("Div. 1")
        })?;
        (second.name.contains("Div. 2") && !second.name.contains("Div. 1"))
            .then(|| (second.id.clone(), first.id.clone()))
    };
    by_number.iter().filter_map(partner).collect::<BTreeSet<_>>().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::answers::facts;
    use crate::model::{Problem, ProblemId, Twins};

    fn problem(judge: Judge, id: ProblemId, contest: &str) -> Problem {
        let contest = contest.to_owned();
        let (index, name) = (String::new(), String::new());
        Problem { contest, index, name, ..facts::problem(judge, id) }
    }

    #[test]
    fn the_second_division_has_what_it_shares_with_the_first() {
        let cf = |contest, index| {
            problem(Judge::Codeforces, ProblemId::codeforces(contest, index), &contest.to_string())
        };
        let arc = problem(Judge::AtCoder, ProblemId::atcoder("arc065_a"), "arc065");
        let problems = vec![cf(679, "A"), cf(680, "A"), cf(681, "A"), arc];
        let catalogue = Catalogue::new(problems, Vec::new(), Twins::default());
        let contest = |id: &str, name: &str, start| Contest {
            judge: Judge::Codeforces,
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
        assert_eq!(of(Judge::Codeforces, "680"), "codeforces/680/A codeforces/679/A");
        assert_eq!(of(Judge::Codeforces, "679"), "codeforces/679/A");
        assert_eq!(of(Judge::Codeforces, "681"), "codeforces/681/A");
        assert_eq!(of(Judge::AtCoder, "abc049"), "arc065_a");
        assert_eq!(of(Judge::AtCoder, "abc050"), "");
    }
}
