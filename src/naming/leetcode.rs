//! LeetCode, on both of its sites.

use super::folder::{begins_series, is_filler, is_series_part, is_topic};
use super::path::{TokenKind, tokens};
use super::rule::{Claim, Rule, Strength, claim, number, slug, sure, weak};
use super::{date, helper};
use crate::model::ProblemId;

/// No problem has a number above this one.
const LAST: u32 = 4500;

/// What a path below a folder of LeetCode's names: a number first, else the title.
pub(super) fn below(parts: &[&str]) -> Option<Claim> {
    let (last, folders) = parts.split_last()?;
    if let Some(found) = numbered(last) {
        return by_number(found.digits, true);
    }
    let title = camel_slug(last);
    // A letter is a task of a contest's.
    if title.len() == 1 {
        return None;
    }
    for (at, folder) in folders.iter().enumerate().rev() {
        if let Some(found) = numbered(folder) {
            let own = slug(found.title);
            // A folder with a number and a title holds one problem's files, or a chapter's with titles of their own.
            let is_chapter = !own.is_empty() && title.contains('-') && !title.contains(&own);
            let is_series =
                date::is_year(found.digits) || is_series_part(folder) || date::is_below_year(parts, at);
            if !is_chapter && !is_series {
                return by_number(found.digits, true);
            }
            break;
        }
    }
    by_title(parts)
}

/// A number that a part begins with, and the title behind it.
pub(super) struct Numbered<'t> {
    pub digits: &'t str,
    pub title: &'t str,
}

/// The problem's number that a part begins with, after a date or a day, and a word for it: `0015_3sum`, `lc_200`,
/// `200727_258_add_digits`, `d12_p70_climbing_stairs`, `[1] Two Sum`.
pub(super) fn numbered(part: &str) -> Option<Numbered<'_>> {
    const WORDS: &[&str] = &[
        "id", "lc", "leet", "leetcode", "n", "no", "num", "number", "p", "prob", "problem", "q", "question",
        "s", "sol", "solution",
    ];
    let tokens = tokens(part);
    if let [chapter, problem, ..] = tokens.as_slice()
        && [chapter, problem].iter().all(|token| token.kind == TokenKind::Number && token.text.len() == 2)
        && part.as_bytes()[chapter.end()] == b'.'
    {
        // A chapter's number and a problem's in it.
        return None;
    }
    let mut at = 0;
    loop {
        let dated = date::at(&tokens, at);
        if dated > 0 {
            at += dated;
            continue;
        }
        let token = tokens.get(at)?;
        let next = tokens.get(at + 1);
        let is_day = token.text.eq_ignore_ascii_case("d") || token.text.eq_ignore_ascii_case("day");
        if is_day
            && next.is_some_and(|next| next.kind == TokenKind::Number && next.text.len() <= 2)
            && tokens.len() > at + 2
        {
            at += 2;
            continue;
        }
        if WORDS.iter().any(|word| word.eq_ignore_ascii_case(token.text)) {
            at += 1;
            continue;
        }
        break;
    }
    let found = tokens.get(at).filter(|token| token.kind == TokenKind::Number && token.text.len() <= 4)?;
    let rest = &part[found.end()..];
    // A word grown on is a title's: `3sum`.
    let ends = rest.chars().next().is_none_or(|c| !c.is_ascii_alphanumeric());
    let title = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    // Nothing but a number behind it counts attempts, at least at a number that is none itself: `560-1`, not `1_2`.
    let is_attempt = found.text.len() > 2 && title.len() < 3;
    let is_title = title.is_empty() || is_attempt || title.chars().any(char::is_alphabetic);
    let counts =
        ends && is_title && number(found.text) != "0" && number(found.text).parse::<u32>().ok()? <= LAST;
    counts.then_some(Numbered { digits: found.text, title })
}

/// A title in lower case with hyphens, where it is written in capitals and small letters, too: `TwoSum`, `LRUCache`.
pub(super) fn camel_slug(text: &str) -> String {
    let mut apart = String::with_capacity(text.len() + 8);
    let chars: Vec<char> = text.chars().collect();
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| chars[before]);
        let is_next_small = chars.get(at + 1).is_some_and(char::is_ascii_lowercase);
        let begins = c.is_ascii_uppercase()
            && before.is_some_and(|before| {
                before.is_ascii_lowercase() || (before.is_ascii_alphanumeric() && is_next_small)
            });
        if begins {
            apart.push('-');
        }
        apart.push(c);
    }
    slug(&apart)
}

/// The title: a folder's of several words, or of one that can be a title, else the file's own of several.
fn by_title(parts: &[&str]) -> Option<Claim> {
    let (last, folders) = parts.split_last()?;
    let is_title = |title: &String| {
        !title.is_empty() && !NO_TITLES.contains(&title.as_str()) && !is_topic(title) && !is_filler(title)
    };
    let is_dated = |part: &str| tokens(part).first().is_some_and(|token| date::is_year(token.text));
    let words = |part: &&str| {
        Some(slug(part)).filter(|title| {
            title.contains('-') && is_title(title) && !is_series_part(part) && !is_dated(part)
        })
    };
    let file = camel_slug(last);
    let has_own = file.contains('-') && is_title(&file) && !is_series_part(last);
    let may_be = |folder: &&&str| !(has_own && begins_series(folder));
    let folder = folders.iter().rev().filter(may_be).find_map(words).or_else(|| {
        let only = folders.first().filter(|_| folders.len() == 1 && !file.contains('-'))?;
        Some(slug(only)).filter(|title| is_title(title) && !is_series_part(only))
    });
    let title = folder.or_else(|| has_own.then(|| camel_slug(last)))?;
    (!helper::is_in_library(&format!("{}/", folders.join("/"))))
        .then(|| claim(ProblemId::other("leetcode", &title), false, Strength::Title))
}

/// Its books and cups have numbers of their own.
const BOOKS: Rule = Rule {
    strength: Strength::Identity,
    pattern: r"(?:^|/)(lcof2|lcof|lcci|lcp|lcs|lcr)(?:[- ._]?[^/]*/|[- ._])(?:[^/]*?[^0-9/])??(\d{1,3}(?:\.\d{1,2})?)",
    name: |found| {
        let book = found[1].to_lowercase();
        sure(ProblemId::other("leetcode", &format!("{book}/{}", number(&found[2]))))
    },
    examples: &[
        ("lcof/面试题42. 连续子数组的最大和/Solution.py", "leetcode/lcof/42"),
        ("lcci/16.01.Swap Numbers/Solution.java", "leetcode/lcci/16.01"),
    ],
};

/// Paths below a folder of the judge's, beside what [`below`] reads.
pub(super) const RULES: &[Rule] = &[
    BOOKS,
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|/)(?:面试题[ _.-]*)?(0[1-9]|1[0-7])\.(\d\d)[^0-9][^/]*$",
        name: |found| sure(ProblemId::other("leetcode", &format!("lcci/{}.{}", &found[1], &found[2]))),
        examples: &[("leetcode/cpp/17.04.0_Missing_Number_LCCI.cpp", "leetcode/lcci/17.04")],
    },
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|/)(weekly|biweekly|双周赛|周赛)(?:[-_ ]?contest)?[-/_ ]?(\d+)/(?:[^/]+/)?(?:[^/]*?[^a-z0-9/])??([a-d1-4])(?:[^a-z0-9]|$)",
        name: |found| {
            let kind = if found[1].eq_ignore_ascii_case("weekly") || &found[1] == "周赛" {
                "weekly"
            } else {
                "biweekly"
            };
            sure(ProblemId::other("leetcode", &format!("{kind}/{}/{}", &found[2], &found[3]).to_lowercase()))
        },
        examples: &[("leetcode/weekly/55/c/c.go", "leetcode/weekly/55/c")],
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
pub(super) const ALONE: &[Rule] = &[
    // LeetHub: the number and the title in the folder and again in the file.
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|/)(\d{1,4})-([a-z0-9-]+)/(\d{1,4})-([a-z0-9-]+)$",
        name: |found| (found[1] == found[3] && found[2] == found[4]).then(|| by_digits(&found[1], true))?,
        examples: &[("0001-two-sum/0001-two-sum.py", "leetcode/1"), ("1-a/2-b.py", "")],
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
            (!is_dated).then(|| by_digits(&found[1], false))?
        },
        examples: &[("python/0001-two-sum.py", "~leetcode/1"), ("compfest/2021-final/m_wa.cpp", "")],
    },
    BOOKS,
];

/// What [`below`] makes of paths.
#[cfg(test)]
pub(super) const EXAMPLES: &[(&str, &str)] = &[
    ("leetcode/solution/1300-1399/1335.Minimum Difficulty/Solution.py", "leetcode/1335"),
    ("leetcode/1. Two Sum.py", "leetcode/1"),
    ("leetcode/46. Permutations/main.py", "leetcode/46"),
    ("leetcode/0400-0499/0456.132 Pattern/Solution2.py", "leetcode/456"),
    ("leetcode/0015_3sum.py", "leetcode/15"),
    ("leetcode/graph/lc_200.cpp", "leetcode/200"),
    ("leetcode/200/main.cpp", "leetcode/200"),
    ("leetcode/0200_islands/main.cpp", "leetcode/200"),
    ("leetcode/neetcode_150/07_trees/valid_bst.cpp", "~leetcode/valid-bst"),
    ("leetcode/two-sum/Solution2.py", "~leetcode/two-sum"),
    ("leetcode/top-k-frequent-elements/ann.py", "~leetcode/top-k-frequent-elements"),
    ("leetcode/3sum/ann.py", "~leetcode/3sum"),
    ("leetcode/python/two_sum.py", "~leetcode/two-sum"),
    ("leetcode/java/LRUCache.java", "~leetcode/lru-cache"),
    ("LeetCode/old/560-1.cpp", "leetcode/560"),
    ("leetcode/2020_30-day-chal/SubarraySumEqualsK.cpp", "~leetcode/subarray-sum-equals-k"),
    ("leetcode/CrackingTheCodingInterview/16.21.0_Sum_Swap_LCCI.py", "leetcode/lcci/16.21"),
    ("leetcode/g0001_0100/s0001_two_sum/Solution.java", "leetcode/1"),
    ("leetcode/src/com/solutions/_53.java", "leetcode/53"),
    ("leetcode/python/main.py", ""),
    ("leetcode/site/assets/lunr-multi.min.js", ""),
    ("leetcode/2020/07/200727_258_add_digits.py", "leetcode/258"),
    ("leetcode/2020/08/200813.py", ""),
    (
        "leetcode/Week 2 (Sliding DateRange)/2025-10-27-Permutation-In-String.py",
        "~leetcode/permutation-in-string",
    ),
    ("leetcode/ada/Week1_Hashing/2025-06-07-Two-Sum.cs", "~leetcode/two-sum"),
    ("leetcode/2022/12/d12_p70_climbing_stairs.py", "leetcode/70"),
];

/// Messages.
pub(super) const MESSAGES: &[Rule] = &[Rule {
    strength: Strength::Identity,
    pattern: r"(?:^|[^a-z0-9])(?:lc|leetcode)[ #_.-]*([1-9]\d{0,3})(?:[^0-9]|$)",
    name: |found| by_digits(&found[1], true),
    examples: &[("lc3072", "leetcode/3072"), ("leetcode #15 done", "leetcode/15")],
}];

/// Folders that are named after anything but a problem.
const NO_TITLES: &[&str] = &["contest", "database", "easy", "hard", "medium", "problems", "string"];

fn by_number(digits: &str, is_sure: bool) -> Option<Claim> {
    let (problem, sure) = by_digits(digits, is_sure)?;
    Some(claim(problem, sure, Strength::Identity))
}

#[expect(clippy::unnecessary_wraps, reason = "it ends rules, which may name nothing")]
fn by_digits(digits: &str, is_sure: bool) -> Option<(ProblemId, bool)> {
    Some((ProblemId::other("leetcode", number(digits)), is_sure))
}
