//! Problems by their titles.

use crate::model::ProblemId;
use crate::naming::folder::{begins_series, is_algorithm, is_filler, is_series_part, is_topic};
use crate::naming::path::{Parts, tokens};
use crate::naming::rule::{Claim, Strength, camel_slug, claim, is_address, slug};
use crate::naming::{date, helper};

/// Words for a way to solve any problem, in files below a problem's folder.
const APPROACHES: &[&str] = &[
    "approach",
    "best",
    "better",
    "bottom",
    "bruteforce",
    "clean",
    "constant",
    "counter",
    "dict",
    "down",
    "dynamic",
    "efficient",
    "extra",
    "first",
    "force",
    "hash",
    "improved",
    "in",
    "iterative",
    "linear",
    "loop",
    "map",
    "memo",
    "memoization",
    "memory",
    "method",
    "my",
    "naive",
    "one",
    "optimal",
    "optimised",
    "optimized",
    "pass",
    "place",
    "pointer",
    "pointers",
    "programming",
    "recursive",
    "second",
    "set",
    "simple",
    "solution",
    "space",
    "tabulation",
    "three",
    "time",
    "top",
    "try",
    "two",
    "up",
    "using",
    "version",
    "way",
    "window",
    "with",
];

/// Whether a title says no more than how a problem is solved: `brute-force`, `dp-bottom-up`, `two-pass`.
pub(in crate::naming) fn is_approach(title: &str) -> bool {
    let is_one = |word: &str| {
        word.len() < 2
            || APPROACHES.contains(&word)
            || word.bytes().all(|byte| byte.is_ascii_digit())
            || is_filler(word)
            || is_topic(word)
            || ["binary", "brute", "o", "search", "sliding"].contains(&word)
    };
    title.split('-').all(is_one)
}

/// The title of one word behind a date, which is no person's: `2025-07-20-Subsets`.
pub(in crate::naming) fn dated(parts: &Parts<'_>) -> Option<Claim> {
    let title = parts.list.last().filter(|_| parts.is_dated).map(|part| camel_slug(part))?;
    let is_word = title.len() > 3 && title.bytes().all(|byte| byte.is_ascii_lowercase());
    // It is a topic, too.
    let is_search = title == "binary-search";
    (is_search || is_word && !NO_TITLES.contains(&title.as_str()) && !is_filler(&title))
        .then(|| claim(ProblemId::other("leetcode", &title), false, Strength::Title))
}

/// The title: a folder's of several words, or of one that can be a title, else the file's own of several. A folder that
/// isn't written as the judge's addresses are may be a person's or a list's, and a title of the file's own comes first.
pub(super) fn by_title(parts: &[&str]) -> Option<Claim> {
    let (last, folders) = parts.split_last()?;
    let is_title = |title: &String| {
        title.chars().any(char::is_alphabetic)
            && !NO_TITLES.contains(&title.as_str())
            && !is_topic(title)
            && !is_filler(title)
            && !is_algorithm(title)
    };
    let is_dated = |part: &str| {
        tokens(part).first().is_some_and(|token| date::is_year(token.text)) || date::has_month_and_year(part)
    };
    // A contest, or a list of the judge's.
    let gathers = |title: &str| {
        ["biweekly-contest", "leetcode", "weekly-contest"].iter().any(|begin| title.starts_with(begin))
            || title.split('-').any(|word| word == "interview")
    };
    // A title of one word, as no person is called and no folder of several problems.
    let is_sum = |title: &str| ["3sum", "4sum"].contains(&title);
    let words = |part: &&str| {
        Some(slug(part)).filter(|title| {
            (title.contains('-') || is_sum(title))
                && is_title(title)
                && !is_series_part(part)
                && !is_dated(part)
                && !gathers(title)
        })
    };
    let file = title_alone(&camel_slug(last)).to_owned();
    let has_own = (file.contains('-') || is_sum(&file))
        && is_title(&file)
        && !is_series_part(last)
        && !date::has_month_and_year(last);
    let may_be = |folder: &&&str| !(has_own && begins_series(folder));
    let has_address = |title: &str| folders.iter().any(|folder| slug(folder) == title && is_address(folder));
    let gives_way = |title: &String| has_own && !is_approach(&file) && !has_address(title);
    let folder =
        folders.iter().rev().filter(may_be).find_map(words).filter(|title| !gives_way(title)).or_else(|| {
            let only = folders.first().filter(|_| folders.len() == 1 && !file.contains('-'))?;
            Some(slug(only)).filter(|title| is_title(title) && !is_series_part(only))
        });
    let title = folder.or_else(|| has_own.then_some(file))?;
    (!helper::is_in_library(&format!("{}/", folders.join("/"))))
        .then(|| claim(ProblemId::other("leetcode", &title), false, Strength::Title))
}

/// A title without the day or the question before it, and without a count of solutions and what follows that:
/// `day-30-count-primes-sol2-sieve`.
pub(super) fn title_alone(title: &str) -> &str {
    let counts = |word: &str, letters: &str| {
        word.strip_prefix(letters).is_some_and(|digits| {
            (1..3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    let mut title = title;
    if let Some((_, rest)) =
        title.split_once('-').filter(|(first, rest)| counts(first, "q") && rest.contains('-'))
    {
        title = rest;
    } else if let Some((day, rest)) = title.strip_prefix("day-").and_then(|rest| rest.split_once('-'))
        && counts(day, "")
        && rest.contains('-')
    {
        title = rest;
    }
    let mut end = 0;
    for word in title.split('-') {
        if end > 0 && counts(word, "sol") {
            return &title[..end - 1];
        }
        end += word.len() + 1;
    }
    title
}

/// Folders that are named after anything but a problem.
const NO_TITLES: &[&str] = &[
    "common",
    "contest",
    "database",
    "easy",
    "hard",
    "medium",
    "problems",
    "string",
    "structure",
    "structures",
];
