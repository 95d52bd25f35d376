//! Which problem a path names.
//!
//! One ordered table: the first rule that yields a problem wins. Each rule carries examples, which are its tests.

use std::sync::LazyLock;

use regex::{Captures, Regex};
use unicode_normalization::UnicodeNormalization;

use crate::model::ProblemId;

/// A way in which paths name problems.
struct Rule {
    /// Matched against the path after compatibility normalisation (NFKC), in its own case.
    pattern: &'static str,
    /// The problem that a match names, if it names one after all.
    problem: fn(&Captures<'_>) -> Option<ProblemId>,
    /// Paths, and what the whole table makes of them.
    #[cfg_attr(not(test), expect(dead_code, reason = "these are the rule's tests"))]
    examples: &'static [(&'static str, Option<&'static str>)],
}

/// Ends a word: what may follow a task's letter.
macro_rules! end {
    () => {
        r"(?:[/._ -]|$)"
    };
}

const RULES: &[Rule] = &[
    // AtCoder's numbered contests, with the task in the same name or in a later one. The last contest in the path
    // decides: earlier ones are folders for a range of contests, or for the other half of a shared contest.
    Rule {
        pattern: concat!(
            r"(?i)^(?:.*[^a-z0-9])?(abc|arc|agc|ahc|apc|awc)[-_ /]?(\d{3})",
            r"(?:[-_ ]?|/(?:[^/]+/)*?)([a-i]\d?|ex|[1-9])",
            end!()
        ),
        problem: |found| {
            // The eighth task was shown as `Ex` for a while, and was `h` in addresses all the same.
            let task = if found[3].eq_ignore_ascii_case("ex") { "h" } else { &found[3] };
            Some(ProblemId::atcoder(&format!("{}{}_{task}", &found[1], &found[2])))
        },
        examples: &[
            ("abc300_a.rs", Some("abc300_a")),
            ("ABC300A.cpp", Some("abc300_a")),
            ("abc300/a.rs", Some("abc300_a")),
            ("abc/300/a.py", Some("abc300_a")),
            ("abc-420/a.py", Some("abc420_a")),
            ("solutions/atcoder/abc300/abc300_a.rs", Some("abc300_a")),
            ("atcoder/abc049/arc065_a.rs", Some("arc065_a")),
            ("ABC/abc351-abc400/abc379/d/main.py", Some("abc379_d")),
            ("abc300/src/bin/ex.rs", Some("abc300_h")),
            ("AtCoder/ABC/300/C - Cross.cpp", Some("abc300_c")),
            ("agc047/f2.cpp", Some("agc047_f2")),
            ("\u{ff41}\u{ff42}\u{ff43}300/\u{ff21}.cpp", Some("abc300_a")),
            ("abc001_1.cpp", Some("abc001_1")),
            ("ahc030/a.rs", Some("ahc030_a")),
            ("abc300/a/abc300.cpp", Some("abc300_a")),
            ("abc300/c++/b.cc", Some("abc300_b")),
            ("abc300/main.rs", None),
            ("abc351-abc400/main.py", None),
            ("fabc300_a.py", None),
        ],
    },
    // A heuristic contest has one task.
    Rule {
        pattern: r"(?i)^(?:.*[^a-z0-9])?ahc[-_ /]?(\d{3})(?:[^0-9]|$)",
        problem: |found| Some(ProblemId::atcoder(&format!("ahc{}_a", &found[1]))),
        examples: &[
            ("ahc030/src/main.rs", Some("ahc030_a")),
            ("heuristic/ahc/030/solve.cpp", Some("ahc030_a")),
        ],
    },
    // AtCoder's other contests, by the task's own id, which begins with the contest's.
    Rule {
        pattern: concat!(r"(?i)^(?:.*/)?([a-z0-9][a-z0-9_-]*?)[_-]([a-z]{1,2}\d?|\d{1,3})", end!()),
        problem: |found| named_contest(&found[1], &found[2]),
        examples: &[
            ("typical90_a.rs", Some("typical90_a")),
            ("typical90/typical90_cl.rs", Some("typical90_cl")),
            ("atcoder/dp/dp_f.rs", Some("dp_f")),
            ("solutions/atcoder/edpc/dp_a.rs", Some("dp_a")),
            ("practice2_c.cpp", Some("practice2_c")),
            ("math-and-algorithm/math_and_algorithm_ab.py", Some("math_and_algorithm_ab")),
            ("atcoder/lib/union_find.rs", None),
            ("src/main_a.rs", None),
        ],
    },
    // The same, by the folder of the contest and the task's letter.
    Rule {
        pattern: concat!(r"(?i)^(?:.*/)?([a-z0-9][a-z0-9_-]*)/(?:[^/]+/)*?([a-z]{1,2}\d?)", end!()),
        problem: |found| named_contest(&found[1], &found[2]),
        examples: &[
            ("atcoder/dp/f.rs", Some("dp_f")),
            ("atcoder/dp/F/main.rs", Some("dp_f")),
            ("typical90/bz.py", Some("typical90_bz")),
            ("algorithms/graph/a.rs", None),
        ],
    },
    // Codeforces, by a folder and the contest's number. In many repositories the number is a round's, which names no
    // contest.
    Rule {
        pattern: concat!(
            r"(?i)^((?:.*/)?(?:codeforces|cf)(?:\.com)?/(?:.*[^a-z0-9])?)0*([1-9]\d{0,3})(?:[-_ ]?|/(?:[^/]+/)*?)",
            r"([a-z]\d?)",
            end!()
        ),
        problem: |found| {
            let folders = found[1].to_ascii_lowercase();
            let is_round = ["round", "edu", "div", "global", "gym"].iter().any(|word| folders.contains(word));
            (!is_round).then(|| codeforces(&found[2], &found[3])).flatten()
        },
        examples: &[
            ("solutions/codeforces/4/A.rs", Some("codeforces/4/A")),
            ("codeforces/contest/1900/b2.cpp", Some("codeforces/1900/B2")),
            ("codeforces/1300-1399/1388D.go", Some("codeforces/1388/D")),
            ("cf/0158/a/main.py", Some("codeforces/158/A")),
            ("Codeforces/1900/C. Anji's Tree.cpp", Some("codeforces/1900/C")),
            ("codeforces/158A - Next Round.cpp", Some("codeforces/158/A")),
            ("codeforces/1234/src/bin/e.rs", Some("codeforces/1234/E")),
            ("codeforces.com/round/026/D.cpp", None),
            ("codeforces/edu64/f.cpp", None),
            ("codeforces/Round 900 (Div. 3)/A.cpp", None),
            ("codeforces/gym/102646/A.cpp", None),
            ("codeforces/library/dsu.cpp", None),
        ],
    },
    Rule {
        pattern: concat!(
            r"(?i)^(?:.*[^a-z0-9])?(?:codeforces|cf)[-_ ]?0*([1-9]\d{0,3})[-_ ]?([a-z]\d?)",
            end!()
        ),
        problem: |found| codeforces(&found[1], &found[2]),
        examples: &[
            ("cf958C3.cpp", Some("codeforces/958/C3")),
            ("daily/CF-1000A_hats.py", Some("codeforces/1000/A")),
        ],
    },
    // Contest and letter alone, as in `1000A-CodehorsesTshirts.cpp`: Codeforces, unless a folder says otherwise.
    Rule {
        pattern: r"^((?:.*/)?)([1-9]\d{0,3})([A-I]\d?|[a-i]\d?)[-_. ][^/]*$",
        problem: |found| {
            let small =
                found[2].len() < 3 && found[3].starts_with(|letter: char| letter.is_ascii_lowercase());
            let elsewhere =
                found[1].to_ascii_lowercase().split('/').any(|folder| OTHER_JUDGES.contains(&folder));
            (!small && !elsewhere).then(|| codeforces(&found[2], &found[3])).flatten()
        },
        examples: &[
            ("1000A-CodehorsesTshirts.cpp", Some("codeforces/1000/A")),
            ("main/1300-1399/1388D.go", Some("codeforces/1388/D")),
            ("4A.py", Some("codeforces/4/A")),
            ("1352c.cpp", Some("codeforces/1352/C")),
            ("graphics/3d.py", None),
            ("leetcode/1000A.cpp", None),
            ("102646A.cpp", None),
            ("2659.cpp", None),
        ],
    },
];

/// Folders of judges whose problems have other names.
const OTHER_JUDGES: &[&str] = &[
    "acmicpc",
    "aizu",
    "aoj",
    "atcoder",
    "baekjoon",
    "boj",
    "codechef",
    "cses",
    "geeksforgeeks",
    "gfg",
    "gym",
    "hackerearth",
    "hackerrank",
    "kattis",
    "leetcode",
    "luogu",
    "poj",
    "programmers",
    "spoj",
    "swea",
    "timus",
    "topcoder",
    "usaco",
    "uva",
    "yukicoder",
    "\u{bc31}\u{c900}",
];

/// AtCoder's contests without a number of the usual kind, whose tasks are named after them.
const NAMED_CONTESTS: &[&str] = &[
    "abs",
    "acl1",
    "dp",
    "math_and_algorithm",
    "practice",
    "practice2",
    "tdpc",
    "tessoku_book",
    "typical90",
    "typical_algorithm",
];

fn named_contest(contest: &str, task: &str) -> Option<ProblemId> {
    let contest = contest.to_ascii_lowercase().replace('-', "_");
    NAMED_CONTESTS.contains(&contest.as_str()).then(|| ProblemId::atcoder(&format!("{contest}_{task}")))
}

fn codeforces(contest: &str, index: &str) -> Option<ProblemId> {
    Some(ProblemId::codeforces(contest.parse().ok()?, index))
}

static PATTERNS: LazyLock<Vec<Option<Regex>>> =
    LazyLock::new(|| RULES.iter().map(|rule| Regex::new(rule.pattern).ok()).collect());

/// The problem that the path of a solution file names (`/` between the parts); `None` where it names none that is
/// known.
///
/// ```
/// use cpt_tracker::scan::problem;
///
/// assert_eq!(problem("solutions/codeforces/4/A.rs").unwrap().as_str(), "codeforces/4/A");
/// assert_eq!(problem("atcoder/abc300/a.rs").unwrap().as_str(), "abc300_a");
/// assert!(problem("library/segment_tree.rs").is_none());
/// ```
pub fn problem(path: &str) -> Option<ProblemId> {
    let path: String = path.nfkc().collect();
    let named =
        |(rule, pattern): (&Rule, &Option<Regex>)| (rule.problem)(&pattern.as_ref()?.captures(&path)?);
    RULES.iter().zip(PATTERNS.iter()).find_map(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_of_every_rule_holds() {
        for rule in RULES {
            Regex::new(rule.pattern).unwrap();
            for (path, expected) in rule.examples {
                assert_eq!(
                    problem(path).as_ref().map(ProblemId::as_str),
                    *expected,
                    "{path} ({})",
                    rule.pattern
                );
            }
        }
    }

    #[test]
    fn hostile_paths_take_no_time() {
        let long = "codeforces/abc1/".repeat(20_000);
        assert!(problem(&long).is_none());
    }
}
