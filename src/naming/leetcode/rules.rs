//! What patterns find: contests, books, the layouts of tools, messages.

use super::{LAST, address_beside_inner_number, by_digits, numbered};
use crate::model::ProblemId;
use crate::naming::date;
use crate::naming::folder::{is_filler, is_topic};
use crate::naming::rule::{Rule, Strength, number, slug, sure, weak};

/// Its books and cups have numbers of their own.
const BOOKS: Rule = Rule {
    strength: Strength::Identity,
    pattern: r"(?:^|/)(?:(lcof2|lcof|lcci|lcp|lcs|lcr)(?:[- ._]?[^/]*/|[- ._])(?:[^/]*?[^0-9/])??(\d{1,3}(?:\.\d{1,2})?)|(lcp|lcr)(\d{2,3})(?:[^0-9/][^/]*)?$)",
    name: |found| {
        let (book, place) = if found[1].is_empty() { (&found[3], &found[4]) } else { (&found[1], &found[2]) };
        let book = book.to_lowercase();
        sure(ProblemId::other("leetcode", &format!("{book}/{}", number(place))))
    },
    examples: &[
        ("leetcode/dp/LCR166.go", "leetcode/lcr/166"),
        ("lcof/面试题42. 连续子数组的最大和/Solution.py", "leetcode/lcof/42"),
        ("lcci/16.01.Swap Numbers/Solution.java", "leetcode/lcci/16.01"),
    ],
};

/// Two of the books by the title that they have in China.
const OFFER: Rule = Rule {
    strength: Strength::Identity,
    pattern: r"剑指[^/]{0,2}offer[-_. ]*(ii|2)?[-_. ]*0*(\d{1,3})(?:[^0-9][^/]*)?(?:/[^/]*)?$",
    name: |found| {
        let book = if found[1].is_empty() { "lcof" } else { "lcof2" };
        sure(ProblemId::other("leetcode", &format!("{book}/{}", number(&found[2]))))
    },
    examples: &[
        ("leetcode/剑指 Offer 30. 包含min函数的栈.py", "leetcode/lcof/30"),
        ("leetcode/剑指 Offer II 115. 重建序列/Solution.java", "leetcode/lcof2/115"),
        // The printed book counts otherwise.
        ("剑指Offer/03_数组中重复的数字.java", ""),
    ],
};

/// Paths below a folder of the judge's, beside what `below` reads.
pub(in crate::naming) const RULES: &[Rule] = &[
    BOOKS,
    OFFER,
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|/)(?:面试题[ _.-]*)?(0[1-9]|1[0-7])\.(\d\d)[^0-9][^/]*$",
        name: |found| sure(ProblemId::other("leetcode", &format!("lcci/{}.{}", &found[1], &found[2]))),
        examples: &[("leetcode/cpp/17.04.0_Missing_Number_LCCI.cpp", "leetcode/lcci/17.04")],
    },
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|/)(season)/([^/]+(?:/[^/]+)?)/([a-z]\d?)(?:/|$)",
        name: |found| weak(ProblemId::other("leetcode", &format!("season/{}/{}", &found[2], &found[3]))),
        examples: &[("leetcode/season/2020-fall/team/d/d.cpp", "~leetcode/season/2020-fall/team/d")],
    },
    // A contest of a sponsor's.
    Rule {
        strength: Strength::Contest,
        pattern: r"(?:^|/)([a-z]+[^/]*\d[^/]*)/([a-d])(?:/|$)",
        name: |found| {
            weak(ProblemId::other(
                "leetcode",
                &format!("contest/{}/{}", slug(&found[1]), found[2].to_lowercase()),
            ))
        },
        examples: &[("leetcode/cnunionpay-2022spring/b/b.go", "~leetcode/contest/cnunionpay-2022spring/b")],
    },
    // A contest's number and a task's letter.
    Rule {
        strength: Strength::Contest,
        pattern: r"(?:^|/)(\d{1,3})/([a-d])(?:/|$)",
        name: |found| weak(ProblemId::other("leetcode", &format!("weekly/{}/{}", &found[1], &found[2]))),
        examples: &[("leetcode/159/a/a.go", "~leetcode/weekly/159/a")],
    },
];

/// Paths that name no judge: the layouts of `LeetHub` and others, and a number with a title of several words.
pub(in crate::naming) const ALONE: &[Rule] = &[
    // LeetHub: the number and the title in the folder and again in the file.
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|/)(\d{1,4})-([a-z0-9-]+)/(\d{1,4})-([a-z0-9-]+)$",
        name: |found| (found[1] == found[3] && found[2] == found[4]).then(|| by_digits(&found[1], true))?,
        examples: &[("0001-two-sum/0001-two-sum.py", "leetcode/1"), ("1-a/2-b.py", "")],
    },
    // LeetSync: the title is that of the judge's address, and the number an inner one.
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|/)(\d{1,4}-[a-z0-9-]+)/([a-z0-9-]+)$",
        name: |found| {
            let address = address_beside_inner_number(&found[1], &found[2])?;
            weak(ProblemId::other("leetcode", address))
        },
        examples: &[
            ("Arrays/3884-maximum-sum/maximum-sum.java", "~leetcode/maximum-sum"),
            ("0001-two-sum/two-sum.py", "~leetcode/1"),
            ("lectures/3-trees/trees.py", ""),
        ],
    },
    // The number and the title, in the folder or the file.
    Rule {
        strength: Strength::Title,
        pattern: r"(?:^|/)(\d{1,4})\.[-_ ]?((?:[a-z\x80-\xff]|\d+ [a-z])[^/]*)(/.*)?$",
        name: |found| {
            // One word on a folder is a chapter's or a topic's more often than a problem's, and so is one with a file
            // that has a number or a title of its own.
            let title = slug(&found[2]);
            let file = found[3].rsplit('/').next().unwrap_or_default();
            let is_own = file.is_empty() || slug(file).contains(&title) || numbered(file).is_none();
            let is_long = title.contains('-') && !is_topic(&title);
            let is_plain = file.is_empty() || found[1].len() > 2 || slug(file).contains(&title);
            let is_meant = is_long && is_own && is_plain && title.is_ascii();
            is_meant.then(|| by_digits(&found[1], false))?
        },
        examples: &[
            ("BFS/407.Trapping-Rain-Water-II/407.Trapping-Rain-Water-II.cpp", "~leetcode/407"),
            ("10. DP/lcs.py", ""),
            ("homework/1. Loops/a.py", ""),
            ("lectures/03. Trees/a.py", ""),
            ("v1.2/main.rs", ""),
        ],
    },
    Rule {
        strength: Strength::Title,
        pattern: r"(?:^|/)(\d{4})[-_]([a-z][a-z0-9]*(?:[-_][a-z0-9]+)*)(/[^/]+)?$",
        name: |found| {
            let is_dated = date::is_year(&found[1]) && !found[3].is_empty();
            let is_listed = number(&found[1]).parse().is_ok_and(|number: u32| number <= LAST);
            // A language or a person follows any judge's numbers.
            let is_title = !is_filler(found[2].split(['-', '_']).next().unwrap_or_default());
            (!is_dated && is_listed && is_title).then(|| by_digits(&found[1], false))?
        },
        examples: &[
            ("python/0001-two-sum.py", "~leetcode/1"),
            ("compfest/2021-final/m_wa.cpp", ""),
            ("1주차/4016/4016_python_ada.py", ""),
        ],
    },
    BOOKS,
    OFFER,
];

/// Messages.
pub(in crate::naming) const MESSAGES: &[Rule] = &[Rule {
    strength: Strength::Identity,
    pattern: r"(?:^|[^a-z0-9])(?:lc|leetcode)[ #_.-]*([1-9]\d{0,3})(?:[^0-9]|$)",
    name: |found| by_digits(&found[1], true),
    examples: &[("lc3072", "leetcode/3072"), ("leetcode #15 done", "leetcode/15")],
}];
