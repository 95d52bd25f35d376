//! What the judges' own lists say of names: they confirm or refute.

use foldhash::{HashMap, HashSet};

use super::path::{TokenKind, tokens};
use crate::model::{NamedBy, NamedProblem, ProblemId};

/// The problems and contests that judges list, as far as they are stored. Without lists every name stands as it is.
#[derive(Debug, Default)]
pub struct KnownProblems {
    /// Codeforces' indices, by contest.
    indices: HashMap<u32, Vec<String>>,
    /// Codeforces' contests, by the rounds that their titles name.
    rounds: HashMap<(Series, u32), Vec<Contest>>,
    /// AtCoder's tasks, and what comes before the last low line of each.
    tasks: HashSet<ProblemId>,
    task_contests: HashSet<String>,
}

/// Rounds are numbered in several series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Series {
    Plain,
    Educational,
    Global,
}

/// A contest of a round, and its division where the title says one.
#[derive(Debug, Clone, Copy)]
struct Contest {
    id: u32,
    division: Option<u32>,
}

impl KnownProblems {
    /// Lists of problems and of Codeforces' contests (number and title).
    pub fn new<'a>(
        problems: impl IntoIterator<Item = &'a ProblemId>,
        contests: impl IntoIterator<Item = (u32, &'a str)>,
    ) -> Self {
        let mut known = Self::default();
        for problem in problems {
            if let Some((contest, index)) = of_codeforces(problem) {
                known.indices.entry(contest).or_default().push(index.to_owned());
            } else if let (true, Some((contest, _))) =
                (problem.judge() == "atcoder", problem.as_str().rsplit_once('_'))
            {
                if !known.task_contests.contains(contest) {
                    known.task_contests.insert(contest.to_owned());
                }
                known.tasks.insert(problem.clone());
            }
        }
        for (id, title) in contests {
            if let Some((series, number, division)) = round_of(title) {
                known.rounds.entry((series, number)).or_default().push(Contest { id, division });
            }
        }
        known
    }

    /// What the lists make of a name; `None` where it stands.
    pub(super) fn correct(&self, named: &NamedProblem) -> Option<NamedProblem> {
        if named.by == NamedBy::Header {
            return None;
        }
        let other = |problem, sure| Some(NamedProblem { problem, sure: sure && named.sure, by: named.by });
        let id = named.problem.as_str();
        if let Some((contest, index)) = of_codeforces(&named.problem) {
            let indices = self.indices.get(&contest)?;
            if indices.iter().any(|known| known == index) {
                return None;
            }
            // A digit behind a letter that the contest has counts attempts.
            let letter = index
                .get(..1)
                .filter(|letter| index.len() == 2 && indices.iter().any(|known| known == letter));
            if let Some(letter) = letter {
                return other(ProblemId::codeforces(contest, letter), true);
            }
            let round = self.contest_of((Series::Plain, contest), None, index);
            return other(
                round.map_or(named.problem.clone(), |contest| ProblemId::codeforces(contest, index)),
                false,
            );
        }
        if let Some((round, index)) =
            id.strip_prefix("codeforces/round/").and_then(|round| round.rsplit_once('/'))
        {
            let (series, number, division) = round_of(round)?;
            let contest = self.contest_of((series, number), division, index)?;
            return other(ProblemId::codeforces(contest, index), false);
        }
        if named.problem.judge() == "atcoder" && !self.tasks.contains(&named.problem) {
            let (contest, label) =
                id.rsplit_once('_').filter(|(contest, _)| self.task_contests.contains(*contest))?;
            let letter = label.get(..1).filter(|letter| {
                label.len() == 2 && self.tasks.contains(&ProblemId::atcoder(&format!("{contest}_{letter}")))
            });
            return match letter {
                Some(letter) => other(ProblemId::atcoder(&format!("{contest}_{letter}")), true),
                None => other(named.problem.clone(), false).filter(|_| named.sure),
            };
        }
        None
    }

    /// The one contest of a round that has a problem with this index.
    fn contest_of(&self, round: (Series, u32), division: Option<u32>, index: &str) -> Option<u32> {
        let contests = self.rounds.get(&round)?.iter();
        let has = |contest: &&Contest| {
            let fits = division.is_none() || contest.division.is_none() || contest.division == division;
            let indices = self.indices.get(&contest.id);
            fits && indices.is_some_and(|indices| indices.iter().any(|known| known == index))
        };
        let mut found = contests.filter(has);
        let only = found.next()?;
        found.next().is_none().then_some(only.id)
    }
}

/// The contest and the index of a problem of Codeforces' with a number.
pub(super) fn of_codeforces(problem: &ProblemId) -> Option<(u32, &str)> {
    let (contest, index) = problem.as_str().strip_prefix("codeforces/")?.split_once('/')?;
    Some((contest.parse().ok()?, index))
}

/// The round that a contest's title or a round's name tells: `Codeforces Round #688 (Div. 2)`, `edu63`, `900-div-3`.
fn round_of(title: &str) -> Option<(Series, u32, Option<u32>)> {
    let tokens = tokens(title);
    let is = |word: &str, known: &[&str]| known.iter().any(|one| one.eq_ignore_ascii_case(word));
    let mut series = Series::Plain;
    let (mut number, mut divisions) = (None, Vec::new());
    for (at, token) in tokens.iter().enumerate() {
        if is(token.text, &["edu", "educational", "edround"]) {
            series = Series::Educational;
        } else if is(token.text, &["global"]) {
            series = Series::Global;
        } else if token.kind == TokenKind::Number {
            let after_division =
                at.checked_sub(1).is_some_and(|before| is(tokens[before].text, &["div", "division"]));
            let value: u32 = token.text.parse().ok()?;
            if after_division {
                divisions.push(value);
            } else if number.is_none() {
                number = Some(value);
            }
        }
    }
    let division = if let [only] = divisions[..] { Some(only) } else { None };
    Some((series, number?, division.filter(|_| series == Series::Plain)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corrected(problem: ProblemId) -> String {
        let problems = [
            ProblemId::codeforces(550, "A"),
            ProblemId::codeforces(1457, "C"),
            ProblemId::codeforces(1144, "G"),
            ProblemId::codeforces(1060, "D"),
            ProblemId::codeforces(1155, "C"),
            ProblemId::codeforces(1453, "A"),
            ProblemId::codeforces(1452, "A"),
            ProblemId::atcoder("abc300_a"),
            ProblemId::atcoder("arc120_f2"),
        ];
        let contests = [
            (1144, "Codeforces Round 550 (Div. 3)"),
            (1060, "Codeforces Round 513 by Barcelona Bootcamp (rated, Div. 1 + Div. 2)"),
            (1155, "Educational Codeforces Round 63 (Rated for Div. 2)"),
            (1453, "Codeforces Round #688 (Div. 2)"),
            (1452, "Codeforces Round #688 (Div. 1)"),
        ];
        let known = KnownProblems::new(&problems, contests);
        let named = NamedProblem { problem, sure: true, by: NamedBy::Path };
        let named = known.correct(&named).unwrap_or(named);
        format!("{}{}", if named.sure { "" } else { "~" }, named.problem)
    }

    #[test]
    fn the_lists_confirm_or_refute_a_name() {
        assert_eq!(corrected(ProblemId::codeforces(550, "A")), "codeforces/550/A");
        // The contest has no such problem, the round of that number has.
        assert_eq!(corrected(ProblemId::codeforces(550, "G")), "~codeforces/1144/G");
        assert_eq!(corrected(ProblemId::codeforces(550, "E")), "~codeforces/550/E");
        assert_eq!(corrected(ProblemId::codeforces(1457, "C2")), "codeforces/1457/C");
        assert_eq!(corrected(ProblemId::codeforces(9999, "A")), "codeforces/9999/A");
        assert_eq!(corrected(ProblemId::atcoder("abc300_a2")), "abc300_a");
        assert_eq!(corrected(ProblemId::atcoder("abc300_z")), "~abc300_z");
        assert_eq!(corrected(ProblemId::atcoder("arc120_f2")), "arc120_f2");
    }

    #[test]
    fn a_round_names_the_contest_once_the_list_is_stored() {
        let round = |name: &str| corrected(ProblemId::other("codeforces", &format!("round/{name}")));
        assert_eq!(round("513/D"), "~codeforces/1060/D");
        assert_eq!(round("edu63/C"), "~codeforces/1155/C");
        assert_eq!(round("688-div-2/A"), "~codeforces/1453/A");
        // Both divisions have an A.
        assert_eq!(round("688/A"), "codeforces/round/688/A");
        assert_eq!(round("egypt16/A"), "codeforces/round/egypt16/A");
    }
}
