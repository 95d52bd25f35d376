//! Problems with several names.

use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::ProblemId;

/// Problems that are one and the same: rounds that are held for two divisions at once share some, under two names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DuplicateProblems(HashMap<ProblemId, ProblemId>);

impl DuplicateProblems {
    /// Finds the second names of listed problems among those that were submitted, each given as contest, identity and
    /// name: the judge lists a problem that two divisions share in one of their contests alone, so that one which isn't
    /// listed is the listed one of the same name in a contest with a neighbouring number. Two that are listed are
    /// different problems, whatever their names.
    pub fn join<'a>(
        listed: impl IntoIterator<Item = (u32, &'a ProblemId, &'a str)>,
        submitted: impl IntoIterator<Item = (u32, &'a ProblemId, &'a str)>,
    ) -> Self {
        let listed: Vec<_> = listed.into_iter().collect();
        let known: HashSet<&ProblemId> = listed.iter().map(|(_, id, _)| *id).collect();
        let mut others: HashMap<&str, Vec<(u32, &ProblemId)>> = HashMap::new();
        for (contest, id, name) in submitted {
            if !known.contains(id) {
                others.entry(name).or_default().push((contest, id));
            }
        }
        let mut duplicates = HashMap::new();
        for (contest, id, name) in listed {
            for (other_contest, other) in others.get(name).into_iter().flatten() {
                if contest.abs_diff(*other_contest) == 1 {
                    duplicates.entry((*other).clone()).or_insert_with(|| id.clone());
                }
            }
        }
        Self(duplicates)
    }

    /// Adds those.
    pub fn add(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// The one name of `problem` and its twin: the listed one.
    pub fn one<'a>(&'a self, problem: &'a ProblemId) -> &'a ProblemId {
        self.0.get(problem).unwrap_or(problem)
    }

    /// Each second name with the one name, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&ProblemId, &ProblemId)> {
        self.0.iter()
    }

    /// How many names are second ones.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Each name that isn't the one of its problem, with the one that is.
impl FromIterator<(ProblemId, ProblemId)> for DuplicateProblems {
    fn from_iter<T: IntoIterator<Item = (ProblemId, ProblemId)>>(names: T) -> Self {
        Self(names.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_problem_in_two_divisions_is_one() {
        let id = ProblemId::codeforces;
        let (listed, second, later, other) = (id(1349, "A"), id(1350, "C"), id(1352, "A"), id(1351, "B"));
        let duplicates = DuplicateProblems::join(
            [(1349, &listed, "Orac")],
            [
                (1350, &second, "Orac"),
                (1352, &later, "Orac"),
                (1351, &other, "Other"),
                (1349, &listed, "Orac"),
            ],
        );
        assert_eq!(duplicates.one(&second), &listed);
        // Three contests on: a name that was used again.
        assert_eq!(duplicates.one(&later), &later);
        assert_eq!(duplicates.len(), 1);
    }

    #[test]
    fn two_listed_problems_of_one_name_are_two() {
        let (first, second) = (ProblemId::codeforces(505, "A"), ProblemId::codeforces(506, "E"));
        let listed = [(505, &first, "Mr. Kitayuta's Gift"), (506, &second, "Mr. Kitayuta's Gift")];
        assert!(DuplicateProblems::join(listed, listed).is_empty());
    }
}
