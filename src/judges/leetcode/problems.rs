//! How LeetCode names and shows its problems and contests.

use crate::judges::levels::LEETCODE;
use crate::model::{
    Address, DuplicateProblems, KnownJudge, Problem, ProblemId, ProblemNames, ProblemRules, Spelling,
};

/// What it is called, and how it names its problems.
pub(super) static KNOWN: KnownJudge = KnownJudge {
    name: Some("LeetCode"),
    addresses: &[
        Address("https://leetcode.com/problemset/?search={number}", "{number}"),
        Address("https://leetcode.com/problems/{slug}", "{slug}"),
        Address("https://leetcode.com/contest/weekly-contest-{number}/", "weekly/{number}/{slug}"),
        Address("https://leetcode.com/contest/biweekly-contest-{number}/", "biweekly/{number}/{slug}"),
    ],
    spellings: &[Spelling {
        pattern: r"leetcode(?:-cn)?\.(?:com|cn)/(?:contest/[a-z0-9-]+/)?problems/{slug}",
        name: "{slug}",
        example: ("https://leetcode.cn/contest/weekly-contest-249/problems/x-y/", "x-y"),
    }],
    levels: LEETCODE,
    ..KnownJudge::new(
        "leetcode",
        &["leetcode", "leet", "leetcodecn", "lc", "力扣", "리트코드", "릿코드"],
        ProblemNames::Own,
    )
};

pub(super) const RULES: ProblemRules = ProblemRules {
    contests_page: "https://leetcode.com/contest/",
    contest_link: |contest| format!("https://leetcode.com/contest/{contest}/"),
    listed_link: |_| None,
    has_places: false,
    home_contest: |_, listed, _| listed,
    duplicates: |problems, _, _| numbered(problems),
    held_together: |_| Vec::new(),
    kind: |_, _| None,
    rated_for: |_, _| None,
    is_scored: |_| false,
    layout: "{id}",
};

/// Solutions are often named by a problem's number, which the judge's list tells beside the name in its address.
fn numbered(problems: &[Problem]) -> DuplicateProblems {
    let pair = |problem: &Problem| {
        let is_number = !problem.index.is_empty() && problem.index.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| (ProblemId::new(&KNOWN, &problem.index), problem.id.clone()))
    };
    problems.iter().filter_map(pair).collect()
}

/// The contest's own name in addresses, as its title tells it: `weekly-contest-212`.
pub(super) fn contest_of(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Judge, fixtures};

    #[test]
    fn a_problem_is_one_by_its_number_and_by_its_address() {
        let by_address = ProblemId::new(&KNOWN, "two-sum");
        let listed =
            Problem { index: "1".to_owned(), ..fixtures::problem(Judge::LEETCODE, by_address.clone()) };
        assert_eq!(numbered(&[listed]).one(&ProblemId::from_text("leetcode/1")), &by_address);
        assert_eq!(contest_of("Weekly Contest 212"), "weekly-contest-212");
    }
}
