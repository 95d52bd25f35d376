//! Problems with several names.

use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::{ContestProblem, Judge, Problem, ProblemId, Submission};

/// Problems that are one and the same: rounds that are held for two divisions at once share some, under two names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Twins(HashMap<ProblemId, ProblemId>);

impl Twins {
    /// Finds the twins among Codeforces problems, each given as contest, identity and name: contests with neighbouring
    /// numbers that have a problem of the same name.
    pub fn find<'a>(problems: impl IntoIterator<Item = (u32, &'a ProblemId, &'a str)>) -> Self {
        let mut sorted: Vec<_> =
            problems.into_iter().map(|(contest, id, name)| (name, contest, id)).collect();
        sorted.sort_unstable();
        sorted.dedup();
        let mut twins = HashMap::new();
        for pair in sorted.windows(2) {
            let ((name, contest, id), (other_name, other_contest, other)) = (pair[0], pair[1]);
            if name == other_name && other_contest - contest == 1 && !twins.contains_key(id) {
                twins.insert(other.clone(), id.clone());
            }
        }
        Self(twins)
    }

    /// The names that AtCoder's problems would have by their place in a contest and don't: of the four problems that
    /// ABC 049 shares with ARC 065, `abc049_c` is `arc065_a`, and `abc001_a` is `abc001_1`.
    fn by_places(places: &[ContestProblem]) -> Self {
        let mut twins = HashMap::new();
        let real: HashSet<&ProblemId> = places.iter().map(|place| &place.problem).collect();
        for ContestProblem { contest, problem, index } in places {
            let name = ProblemId::atcoder(&format!("{}_{index}", contest.replace('-', "_")));
            if !real.contains(&name) {
                twins.insert(name, problem.clone());
            }
        }
        Self(twins)
    }

    /// Those at Codeforces among the problems of its list and those that were handed in, and those at AtCoder by their
    /// places in contests.
    pub fn among(problems: &[Problem], submissions: &[Submission], places: &[ContestProblem]) -> Self {
        let listed =
            problems.iter().map(|problem| (problem.judge, &*problem.contest, &problem.id, &*problem.name));
        let handed_in = submissions
            .iter()
            .filter_map(|row| Some((row.judge, row.contest.as_deref()?, &row.problem, row.name.as_deref()?)));
        let numbered = listed.chain(handed_in).filter_map(|(judge, contest, id, name)| {
            (judge == Judge::Codeforces).then_some((contest.parse().ok()?, id, name))
        });
        let mut twins = Self::find(numbered);
        twins.add(Self::by_places(places));
        twins
    }

    /// Adds those.
    pub fn add(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// The one name of `problem` and its twin: that in the contest with the lower number.
    pub fn one<'a>(&'a self, problem: &'a ProblemId) -> &'a ProblemId {
        self.0.get(problem).unwrap_or(problem)
    }

    /// How many problems have a twin with a lower number.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no problem has one.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::facts;

    #[test]
    fn the_same_problem_in_two_divisions_is_one() {
        let ids: Vec<_> = [(1349, "A"), (1350, "C"), (1352, "A"), (1351, "B")]
            .map(|(contest, index)| (contest, ProblemId::codeforces(contest, index)))
            .to_vec();
        let names = ["Orac", "Orac", "Orac", "Other"];
        let twins = Twins::find(ids.iter().zip(names).map(|((contest, id), name)| (*contest, id, name)));
        assert_eq!(twins.one(&ids[1].1), &ids[0].1);
        assert_eq!(twins.one(&ids[0].1), &ids[0].1);
        // Two contests on: a name that was used again.
        assert_eq!(twins.one(&ids[2].1), &ids[2].1);
        assert_eq!(twins.len(), 1);
    }

    #[test]
    fn a_place_in_a_contest_is_another_name() {
        let place = |contest: &str, index: &str, problem: &str| ContestProblem {
            contest: contest.to_owned(),
            problem: ProblemId::atcoder(problem),
            index: index.to_owned(),
        };
        let twins = Twins::by_places(&[
            place("abc049", "C", "arc065_a"),
            place("arc065", "C", "arc065_a"),
            place("abc001", "A", "abc001_1"),
            // The letters are those of the other contest: this one is a problem of its own.
            place("arc065", "A", "abc049_a"),
        ]);
        let one = |id: &str| twins.one(&ProblemId::atcoder(id)).to_string();
        assert_eq!(one("abc049_c"), "arc065_a");
        assert_eq!(one("abc001_a"), "abc001_1");
        assert_eq!(one("arc065_a"), "arc065_a");
    }

    #[test]
    fn twins_are_found_among_what_is_listed_and_what_was_handed_in() {
        let (one, other) = (ProblemId::codeforces(1349, "A"), ProblemId::codeforces(1350, "C"));
        let listed = |judge| Problem {
            contest: "1349".to_owned(),
            index: "A".to_owned(),
            name: "Orac".to_owned(),
            ..facts::problem(judge, one.clone())
        };
        let handed_in = Submission {
            at: jiff::Timestamp::UNIX_EPOCH,
            contest: Some("1350".to_owned()),
            name: Some("Orac".to_owned()),
            ..facts::submission(Judge::Codeforces, 1, other.clone(), "OK")
        };
        let found = |judge| Twins::among(&[listed(judge)], std::slice::from_ref(&handed_in), &[]);
        assert_eq!(found(Judge::Codeforces).one(&other), &one);
        assert!(found(Judge::AtCoder).is_empty());
    }
}
