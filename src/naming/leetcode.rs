//! LeetCode, on both of its sites.

use super::folder::{is_year, judge_of};
use super::reason;
use super::rule::{Rule, number, slug, sure, weak};
use crate::model::ProblemId;

/// Paths.
pub(super) const PATHS: &[Rule] = &[
    // LeetHub: the number and the title in the folder and again in the file.
    Rule {
        pattern: r"(?:^|/)(\d{1,4})-([a-z0-9-]+)/(\d{1,4})-([a-z0-9-]+)\.[^/.]+$",
        name: |found, _| (found[1] == found[3] && found[2] == found[4]).then(|| by_number(&found[1]))?,
        examples: &[("0001-two-sum/0001-two-sum.py", "leetcode/1"), ("1-a/2-b.py", "")],
    },
    Rule {
        pattern: r"(?:^|/)(?:leetcode|lc)/(?:.*/)?(weekly|biweekly)(?:-contest)?[-/_ ]?(\d+)/([a-z1-4])(?:/|\.)",
        name: |found, _| {
            let [kind, contest, task] = [1, 2, 3].map(|place| &found[place]);
            let problem = format!("{kind}/{contest}/{task}").to_lowercase();
            sure(ProblemId::other("leetcode", &problem))
        },
        examples: &[("leetcode/weekly/55/c/c.go", "leetcode/weekly/55/c")],
    },
    Rule {
        pattern: r"(?:^|/)(?:leetcode|lc)/(?:.*/)?(season)/([^/]+(?:/[^/]+)?)/([a-z]\d?)(?:/|\.)",
        name: |found, _| weak(ProblemId::other("leetcode", &format!("season/{}/{}", &found[2], &found[3]))),
        examples: &[
            ("leetcode/season/2022fall2/b/b_test.go", "~leetcode/season/2022fall2/b"),
            ("leetcode/season/2020-fall/team/d/d.cpp", "~leetcode/season/2020-fall/team/d"),
        ],
    },
    // A contest of a sponsor's.
    Rule {
        pattern: r"(?:^|/)(?:leetcode|lc)/(?:.*/)?([a-z]+[^/]*\d[^/]*)/([a-d])/[^/]+$",
        name: |found, _| {
            let problem = format!("contest/{}/{}", slug(&found[1]), found[2].to_lowercase());
            weak(ProblemId::other("leetcode", &problem))
        },
        examples: &[(
            "leetcode/cnunionpay-2022spring/b/b_test.go",
            "~leetcode/contest/cnunionpay-2022spring/b",
        )],
    },
    // A contest's number and a task's letter.
    Rule {
        pattern: r"(?:^|/)(?:leetcode|lc)/(?:.*/)?(\d{1,3})/([a-d])/[^/]+$",
        name: |found, _| weak(ProblemId::other("leetcode", &format!("weekly/{}/{}", &found[1], &found[2]))),
        examples: &[("leetcode/159/a/a.go", "~leetcode/weekly/159/a")],
    },
    // Its books and cups have numbers of their own.
    Rule {
        pattern: r"(?:^|/)(lcof2|lcof|lcci|lcp|lcs|lcr)/(?:[^/]*?[^0-9/])??(\d{1,3}(?:\.\d{1,2})?)",
        name: |found, _| {
            let problem = format!("{}/{}", found[1].to_lowercase(), number(&found[2]));
            sure(ProblemId::other("leetcode", &problem))
        },
        examples: &[
            ("lcof/面试题42. 连续子数组的最大和/Solution.py", "leetcode/lcof/42"),
            ("lcci/16.01.Swap Numbers/Solution.java", "leetcode/lcci/16.01"),
        ],
    },
    // The number and the title, in the folder or the file.
    Rule {
        pattern: r"^((?:.*/)?)(?:(?:leetcode|lc)[-_ ]?)?(\d{1,4})\.[-_ ]?((?:[a-z\x80-\xff]|\d+ [a-z])[^/]*)(/.*)?\.[^/.]+$",
        name: |found, home| {
            let folders = || found[0].split('/').filter_map(judge_of).map(|judge| judge.id);
            let mut judges = folders().chain(home.judge);
            let here = folders().chain(home.judge).any(|judge| judge == "leetcode");
            let elsewhere = judges.any(|judge| judge != "leetcode");
            // One word on a folder is a chapter's or a topic's more often than a problem's.
            let is_topic = !found[4].is_empty() && !slug(&found[3]).contains('-');
            let is_meant = here || !(elsewhere || is_topic);
            is_meant.then(|| by_number(&found[2]).map(|(problem, _)| (problem, here)))?
        },
        examples: &[
            ("BFS/407.Trapping-Rain-Water-II/407.Trapping-Rain-Water-II.cpp", "~leetcode/407"),
            ("leetcode/solution/1300-1399/1335.Minimum Difficulty/Solution.py", "leetcode/1335"),
            ("leetcode/1. Two Sum.py", "leetcode/1"),
            ("leetcode/46. Permutations/main.py", "leetcode/46"),
            ("leetcode/0400-0499/0456.132 Pattern/Solution2.py", "leetcode/456"),
            ("10. DP/lcs.py", ""),
            ("02. BOJ/1000.py", "boj/1000"),
            ("v1.2/main.rs", ""),
        ],
    },
    Rule {
        pattern: r"(?:^|/)(\d{4})-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(/[^/]+)?\.[^/.]+$",
        name: |found, home| match home.judge {
            Some("leetcode") => by_number(&found[1]),
            None if is_year(&found[1]) && !found[3].is_empty() => None,
            None => by_number(&found[1]).map(|(problem, _)| (problem, false)),
            _ => None,
        },
        examples: &[("python/0001-two-sum.py", "~leetcode/1"), ("compfest/2021-final/m_wa.cpp", "")],
    },
    // In a folder of LeetCode's: a number first, else the title.
    Rule {
        pattern: r"(?:^|/)(?:leetcode|리트코드)/(?:.*/)?(?:p|q|lc|leetcode|problem|no)?[-_ .]?0*([1-9]\d{0,3})([-_ .][^/]*)?(/[^/]*)?\.[^/.]+$",
        name: |found, _| {
            // A folder with a number and a title holds one problem's files, or a chapter's with titles of their own.
            let is_chapter = !found[2].is_empty() && slug(&found[3]).contains('-');
            let is_same = slug(&found[3]).contains(&slug(&found[2]));
            (!is_chapter || is_same).then(|| by_number(&found[1])).flatten()
        },
        examples: &[
            ("leetcode/0015_3sum.py", "leetcode/15"),
            ("leetcode/graph/lc_200.cpp", "leetcode/200"),
            ("leetcode/200/main.cpp", "leetcode/200"),
            ("leetcode/0200_islands/main.cpp", "leetcode/200"),
            ("leetcode/neetcode_150/07_trees/valid_bst.cpp", "~leetcode/valid-bst"),
            ("leetcode/two-sum/Solution2.py", "~leetcode/two-sum"),
        ],
    },
    Rule {
        pattern: r"(?:^|/)(?:leetcode|리트코드)/(?:(?:.*/)?([a-z0-9]+(?:-[a-z0-9]+)+)/|([a-z0-9]+)/|(?:.*/)?)([^/]*)\.[^/.]+$",
        name: |found, _| {
            // A file in a folder of one word is the word's if that can be a title; else its own name is.
            let folder = found.get(1).or(found.get(2)).map(slug);
            let file = slug(found[3].strip_suffix("_test").unwrap_or(&found[3]));
            let is_title = |title: &String| !title.is_empty() && !NO_TITLES.contains(&title.as_str());
            let title = folder.filter(is_title).or(Some(file).filter(|file| file.contains('-')))?;
            let is_meant = !reason::is_in_library(&found[0]);
            is_meant.then(|| weak(ProblemId::other("leetcode", &title))).flatten()
        },
        examples: &[
            ("leetcode/top-k-frequent-elements/ann.py", "~leetcode/top-k-frequent-elements"),
            ("leetcode/3sum/ann.py", "~leetcode/3sum"),
            ("leetcode/python/two_sum.py", "~leetcode/two-sum"),
            ("leetcode/python/main.py", ""),
            ("leetcode/site/assets/lunr-multi.min.js", ""),
        ],
    },
];

/// Messages.
pub(super) const MESSAGES: &[Rule] = &[Rule {
    pattern: r"(?:^|[^a-z0-9])(?:lc|leetcode)[ #_.-]*([1-9]\d{0,3})(?:[^0-9]|$)",
    name: |found, _| by_number(&found[1]),
    examples: &[("lc3072", "leetcode/3072"), ("leetcode #15 done", "leetcode/15")],
}];

/// Folders that are named after anything but a problem.
const NO_TITLES: &[&str] = &[
    "algorithms",
    "array",
    "c",
    "contest",
    "cpp",
    "csharp",
    "database",
    "easy",
    "go",
    "graph",
    "hard",
    "java",
    "javascript",
    "js",
    "kotlin",
    "lib",
    "linked-list",
    "main",
    "medium",
    "problems",
    "py",
    "python",
    "python3",
    "rust",
    "solution",
    "solutions",
    "sql",
    "src",
    "string",
    "swift",
    "template",
    "templates",
    "test",
    "tests",
    "tree",
    "ts",
    "typescript",
    "util",
    "utils",
];

fn by_number(digits: &str) -> Option<(ProblemId, bool)> {
    sure(ProblemId::other("leetcode", number(digits)))
}
