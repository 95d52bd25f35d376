//! How Codeforces names and shows its problems and contests.

use std::collections::BTreeSet;

use foldhash::HashMap;

use super::kinds;
use crate::model::{
    Address, Contest, ContestProblem, DuplicateProblems, HeldTogether, KnownJudge, Problem, ProblemId,
    ProblemNames, ProblemRules, Spelling, Submission,
};

/// What it is called, and how it names its problems.
pub(super) static KNOWN: KnownJudge = KnownJudge {
    name: Some("Codeforces"),
    addresses: &[
        Address("https://codeforces.com/gym/{number}/problem/{INDEX}", "gym/{number}/{INDEX}"),
        // The page of a set needs a contest's number, and doesn't look at it.
        Address("https://codeforces.com/problemsets/acmsguru/problem/99999/{number}", "acmsguru/{number}"),
        Address("https://codeforces.com/contest/{number}/problem/{INDEX}", "{number}/{INDEX}"),
    ],
    spellings: &[
        Spelling {
            pattern: r"codeforces\.com/(?:contest/|problemset/(?:gym)?problem/|group/\w+/contest/){number}/(?:problem/)?{INDEX}(?:[^a-z0-9]|$)",
            name: "{number}/{INDEX}",
            example: ("https://codeforces.com/problemset/problem/4/a", "4/A"),
        },
        Spelling {
            pattern: r"codeforces\.com/gym/{number}/{INDEX}(?:[^a-z0-9]|$)",
            name: "gym/{number}/{INDEX}",
            example: ("https://codeforces.com/gym/102646/A", "gym/102646/A"),
        },
    ],
    parts,
    ..KnownJudge::new(
        "codeforces",
        &["codeforces", "codeforce", "codeforcescom", "cf", "a2oj", "코드포스", "코드포시스"],
        ProblemNames::Own,
    )
};

impl ProblemId {
    /// A Codeforces problem: the contest's number and the problem's index (`A`, `B1`), in any case. The judge's interface
    /// tells those of the gym by their numbers alone.
    pub fn codeforces(contest: u32, index: &str) -> Self {
        let gym = if is_gym(contest) { "gym/" } else { "" };
        Self::new(&KNOWN, &format!("{gym}{contest}/{}", index.to_ascii_uppercase()))
    }

    /// A problem of a set on Codeforces that is no contest (`acmsguru`).
    pub fn codeforces_set(set: &str, index: &str) -> Self {
        Self::new(&KNOWN, &format!("{set}/{}", index.to_ascii_uppercase()))
    }
}

fn parts(problem: &str) -> Option<(String, String)> {
    let (contest, index) = problem.rsplit_once('/')?;
    Some((contest.rsplit('/').next().unwrap_or(contest).to_owned(), index.to_owned()))
}

/// Contests with this number and higher ones are of the gym.
const FIRST_OF_GYM: u32 = 100_000;

fn is_gym(contest: u32) -> bool {
    contest >= FIRST_OF_GYM
}

pub(super) const RULES: ProblemRules = ProblemRules {
    contests_page: "https://codeforces.com/contests",
    contest_link,
    listed_link: |_| None,
    has_places: false,
    home_contest: |_, listed, _| listed,
    duplicates,
    held_together,
    kind: |_, title| kinds::kind(title),
    rated_for: kinds::rated_for,
    is_scored: |_| false,
    layout: "{contest}/{INDEX}",
};

fn contest_link(contest: &str) -> String {
    let kind = if contest.parse().is_ok_and(is_gym) { "gym" } else { "contest" };
    format!("https://codeforces.com/{kind}/{contest}")
}

/// Rounds that are held for two divisions at once share problems, under two names.
fn duplicates(problems: &[Problem], submissions: &[Submission], _: &[ContestProblem]) -> DuplicateProblems {
    let listed = problems.iter().map(|problem| (&*problem.contest, &problem.id, &*problem.name));
    let handed_in = submissions
        .iter()
        .filter_map(|row| Some((row.contest.as_deref()?, &row.problem, row.name.as_deref()?)));
    let numbered = |(contest, id, name): (&str, _, _)| Some((contest.parse().ok()?, id, name));
    DuplicateProblems::join(listed.filter_map(numbered), handed_in.filter_map(numbered))
}

/// The contests of the second division that are held together with one of the first, which begins at the same moment and
/// has a neighbouring number: the judge lists the problems that they share under the first alone.
fn held_together(contests: &[&Contest]) -> HeldTogether {
    let numbered = contests.iter().filter_map(|contest| Some((contest.id.parse::<u32>().ok()?, *contest)));
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
    use super::*;
    use crate::model::{Judge, fixtures};

    #[test]
    fn a_problem_of_the_gym_is_one_by_its_number_and_by_its_path() {
        let of_gym = ProblemId::codeforces(102_646, "a");
        assert_eq!(of_gym, ProblemId::from_text("codeforces/gym/102646/A"));
        assert_eq!(of_gym.link().unwrap(), "https://codeforces.com/gym/102646/problem/A");
        assert_eq!((KNOWN.parts)(of_gym.key()), Some(("102646".to_owned(), "A".to_owned())));
        assert_eq!(ProblemId::codeforces(99_999, "a").as_str(), "codeforces/99999/A");
    }

    #[test]
    fn twins_are_found_among_what_is_listed_and_what_was_handed_in() {
        let (one, other) = (ProblemId::codeforces(1349, "A"), ProblemId::codeforces(1350, "C"));
        let listed = Problem {
            contest: "1349".to_owned(),
            index: "A".to_owned(),
            name: "Orac".to_owned(),
            ..fixtures::problem(Judge::CODEFORCES, one.clone())
        };
        let handed_in = Submission {
            contest: Some("1350".to_owned()),
            name: Some("Orac".to_owned()),
            ..fixtures::submission(Judge::CODEFORCES, 1, other.clone(), "OK")
        };
        assert_eq!(duplicates(&[listed], &[handed_in], &[]).one(&other), &one);
    }
}
