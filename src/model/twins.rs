//! Problems with several names.

use foldhash::{HashMap, HashMapExt as _};

use super::ProblemId;

/// Problems that are one and the same: rounds that are held for two divisions at once share some, under two names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Twins(HashMap<ProblemId, ProblemId>);

impl Twins {
    /// Finds the twins among problems whose contests have numbers, each given as contest, identity and name: contests with neighbouring
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

/// Each name that isn't the one of its problem, with the one that is.
impl FromIterator<(ProblemId, ProblemId)> for Twins {
    fn from_iter<T: IntoIterator<Item = (ProblemId, ProblemId)>>(names: T) -> Self {
        Self(names.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
