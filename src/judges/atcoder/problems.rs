//! How AtCoder names and shows its problems and contests.

use foldhash::HashSet;

use super::kinds;
use crate::model::{
    Address, ContestProblem, DuplicateProblems, KnownJudge, Problem, ProblemId, ProblemNames, ProblemRules,
    Spelling, Submission,
};

/// What it is called, and how it names its problems.
pub(super) static KNOWN: KnownJudge = KnownJudge {
    name: Some("AtCoder"),
    is_implied: true,
    addresses: &[Address("https://atcoder.jp/contests/{contest}/tasks/{slug}", "{slug}")],
    spellings: &[Spelling {
        pattern: r"contest\.atcoder\.jp/tasks/{slug}",
        name: "{slug}",
        example: ("http://abc001.contest.atcoder.jp/tasks/abc001_1", "abc001_1"),
    }],
    parts,
    // A folder of this name holds what was accepted.
    typed: Some("ac"),
    ..KnownJudge::new(
        "atcoder",
        &["atcoder", "atcoderjp", "앳코더", "엣코더", "アトコーダー"],
        ProblemNames::Own,
    )
};

impl ProblemId {
    /// An `AtCoder` task by its id (`abc300_a`), in any case. Ids are unique across `AtCoder`.
    pub fn atcoder(task: &str) -> Self {
        Self::new(&KNOWN, &task.to_ascii_lowercase())
    }
}

fn parts(task: &str) -> Option<(String, String)> {
    let (contest, index) = task.rsplit_once('_')?;
    Some((contest.replace('_', "-"), index.to_owned()))
}

pub(super) const RULES: ProblemRules = ProblemRules {
    contests_page: "https://atcoder.jp/contests/",
    contest_link: |contest| format!("https://atcoder.jp/contests/{contest}"),
    listed_link,
    has_places: true,
    home_contest,
    duplicates: |_: &[Problem], _: &[Submission], places| by_places(places),
    held_together: |_| Vec::new(),
    kind: kinds::kind,
    rated_for: kinds::rated_for,
    is_scored: |contest| contest.starts_with("ahc"),
    layout: "{contest}/{index}",
};

fn listed_link(problem: &Problem) -> Option<String> {
    let contest = &problem.contest;
    (!contest.is_empty()).then(|| format!("https://atcoder.jp/contests/{contest}/tasks/{}", problem.id))
}

/// The contest that a problem was made for, of all that show it: the one that its id names, else the first that is no
/// daily training (`adt_…`), else `listed`.
fn home_contest<'a>(problem: &ProblemId, listed: &'a str, contests: &[&'a str]) -> &'a str {
    let named = |contest: &&&str| {
        let head = contest.to_ascii_lowercase().replace('-', "_");
        problem.as_str().strip_prefix(head.as_str()).is_some_and(|rest| rest.starts_with('_'))
    };
    let proper = |contest: &&&str| !contest.starts_with("adt_");
    contests.iter().find(named).or_else(|| contests.iter().find(proper)).copied().unwrap_or(listed)
}

/// The names that problems would have by their place in a contest and don't: of the four problems that ABC 049 shares
/// with ARC 065, `abc049_c` is `arc065_a`, and `abc001_a` is `abc001_1`.
fn by_places(places: &[ContestProblem]) -> DuplicateProblems {
    let real: HashSet<&ProblemId> = places.iter().map(|place| &place.problem).collect();
    let named = places.iter().map(|ContestProblem { contest, problem, index }| {
        (ProblemId::atcoder(&format!("{}_{index}", contest.replace('-', "_"))), problem.clone())
    });
    named.filter(|(name, _)| !real.contains(name)).collect()
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

    #[test]
    fn a_place_in_a_contest_is_another_name() {
        let place = |contest: &str, index: &str, problem: &str| ContestProblem {
            contest: contest.to_owned(),
            problem: ProblemId::atcoder(problem),
            index: index.to_owned(),
        };
        let duplicates = by_places(&[
            place("abc049", "C", "arc065_a"),
            place("arc065", "C", "arc065_a"),
            place("abc001", "A", "abc001_1"),
            // The letters are those of the other contest: this one is a problem of its own.
            place("arc065", "A", "abc049_a"),
        ]);
        let one = |id: &str| duplicates.one(&ProblemId::atcoder(id)).to_string();
        assert_eq!(one("abc049_c"), "arc065_a");
        assert_eq!(one("abc001_a"), "abc001_1");
        assert_eq!(one("arc065_a"), "arc065_a");
    }
}
