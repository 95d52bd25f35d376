//! What the judges offer: problems, how hard they are, and contests.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use super::{Judge, ProblemId};

/// A problem in a judge's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The judge.
    pub judge: Judge,
    /// Which problem.
    pub id: ProblemId,
    /// The contest that the list names with it: `1899`, `abc300`.
    pub contest: String,
    /// Its index there: `A`, `B1`, `Ex`, `14`.
    pub index: String,
    /// Its name.
    pub name: String,
    /// How hard it is, on the scale of ratings (Codeforces); `None` while the judge has not said.
    pub rating: Option<i32>,
    /// Its topics (Codeforces).
    pub tags: Vec<String>,
    /// How many have solved it, where the judge tells (Codeforces).
    pub solved: Option<u32>,
}

impl Problem {
    /// The judge's page of it, in the contest that the list names; `None` where nothing leads there.
    pub fn link(&self) -> Option<String> {
        match self.judge {
            Judge::AtCoder if !self.contest.is_empty() => {
                Some(format!("https://atcoder.jp/contests/{}/tasks/{}", self.contest, self.id))
            }
            _ => self.id.link(),
        }
    }
}

/// That a contest has a problem: AtCoder shows one problem in several contests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContestProblem {
    /// The contest.
    pub contest: String,
    /// The problem.
    pub problem: ProblemId,
    /// Its index there.
    pub index: String,
}

/// The contest that a problem was made for, of all that show it: the one that its id names, else the first that is no
/// daily training (`adt_…`), else `listed`.
pub fn home_contest<'a>(problem: &ProblemId, listed: &'a str, contests: &[&'a str]) -> &'a str {
    let named = |contest: &&&str| {
        let head = contest.to_ascii_lowercase().replace('-', "_");
        problem.as_str().strip_prefix(head.as_str()).is_some_and(|rest| rest.starts_with('_'))
    };
    let proper = |contest: &&&str| !contest.starts_with("adt_");
    contests.iter().find(named).or_else(|| contests.iter().find(proper)).copied().unwrap_or(listed)
}

/// How hard an AtCoder problem is, as AtCoder Problems estimates it from who solved it.
#[derive(Debug, Clone, PartialEq)]
pub struct Difficulty {
    /// The problem.
    pub problem: ProblemId,
    /// The rating with which one solves it half of the time, as estimated: it may be far below 0.
    pub raw: Option<i32>,
    /// Whether it is a guess for a contest before there were ratings.
    pub experimental: bool,
    /// How fast one is: the logarithm of the seconds falls by this much a rating point.
    pub slope: Option<f64>,
    /// The same logarithm at rating 0.
    pub intercept: Option<f64>,
    /// How far the logarithms lie apart.
    pub variance: Option<f64>,
    /// How steeply the chance to solve it rises with the rating.
    pub discrimination: Option<f64>,
}

impl Difficulty {
    /// The difficulty as AtCoder Problems shows it: below 400 it is bent so that it stays positive, as ratings are.
    ///
    /// ```
    /// # use cpt_tracker::model::{Difficulty, ProblemId};
    /// # let of = |raw| Difficulty { problem: ProblemId::atcoder("x"), raw: Some(raw), experimental: false,
    /// #     slope: None, intercept: None, variance: None, discrimination: None };
    /// assert_eq!(of(1234).shown(), Some(1234));
    /// assert_eq!(of(0).shown(), Some(147));
    /// assert_eq!(of(-10_000).shown(), Some(0));
    /// ```
    pub fn shown(&self) -> Option<i32> {
        self.raw.map(|raw| match raw {
            400.. => raw,
            _ => (400.0 / (1.0 - f64::from(raw) / 400.0).exp()).round() as i32,
        })
    }
}

/// A contest in a judge's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contest {
    /// The judge.
    pub judge: Judge,
    /// The judge's own name for it: `1899`, `abc300`.
    pub id: String,
    /// Its title.
    pub name: String,
    /// When it begins or began, where that is settled.
    pub start: Option<Timestamp>,
    /// How long it lasts, in seconds.
    pub seconds: u64,
    /// Whose rating it changes, in the judge's words (AtCoder: `All`, ` ~ 1999`, `-`).
    pub rated: Option<String>,
}

/// The judge's page of a contest by the judge's own name for it.
pub fn contest_link(judge: Judge, contest: &str) -> String {
    match judge {
        // Numbers from here on are of the gym.
        Judge::Codeforces if contest.parse::<u32>().is_ok_and(|number| number >= 100_000) => {
            format!("https://codeforces.com/gym/{contest}")
        }
        Judge::Codeforces => format!("https://codeforces.com/contest/{contest}"),
        Judge::AtCoder => format!("https://atcoder.jp/contests/{contest}"),
    }
}

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

    /// Adds the names that AtCoder's problems would have by their place in a contest and don't: of the four problems that
    /// ABC 049 shares with ARC 065, `abc049_c` is `arc065_a`, and `abc001_a` is `abc001_1`.
    pub fn add_places(&mut self, places: &[ContestProblem]) {
        let real: HashSet<&ProblemId> = places.iter().map(|place| &place.problem).collect();
        for ContestProblem { contest, problem, index } in places {
            let name = ProblemId::atcoder(&format!("{}_{index}", contest.replace('-', "_")));
            if !real.contains(&name) {
                self.0.insert(name, problem.clone());
            }
        }
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
        let mut twins = Twins::default();
        twins.add_places(&[
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
    fn a_problem_is_at_home_in_the_contest_that_it_was_made_for() {
        let home = |problem: &str, contests: &[&str]| {
            home_contest(&ProblemId::atcoder(problem), "listed", contests).to_owned()
        };
        assert_eq!(home("abc300_a", &["adt_easy_1", "abc300"]), "abc300");
        assert_eq!(home("arc065_a", &["adt_easy_1", "abc049"]), "abc049");
        assert_eq!(home("APG4b_a", &["adt_easy_1", "APG4b"]), "APG4b");
        assert_eq!(
            home("code_festival_2016_final_a", &["code-festival-2016-final"]),
            "code-festival-2016-final"
        );
        assert_eq!(home("x", &[]), "listed");
    }
}
