//! What the judges offer: problems, how hard they are, and contests.

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

#[cfg(test)]
mod tests {
    use super::*;

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
