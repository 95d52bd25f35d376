//! Why a path names no problem: the nearest that it comes to naming one.

use std::sync::LazyLock;

use regex::{Regex, RegexBuilder};

use crate::model::{ProblemNames, known_judge};

/// Folders that hold no solutions.
const IN_LIBRARY: &str = r"(?:^|/)(?:lib|library|libs|templates?|copypasta|snippets?|utils?|tools?|scripts?|cmd|pkg|internal|notebook|ac-library|tests?|assets|hooks|docs?)/";

/// Patterns, and what they tell: the first that matches decides. These are of what lies beside solutions.
const BESIDE: &[(&str, &str)] = &[
    (r"(?:^|/)[^/]*(?:_test|\.test|\.spec|test_[^/]*|tests?)\.[^/.]+$", "a test"),
    (
        r"(?:^|/)(?:gen|generator|brute|naive|checker|validator|stress|interactor|debug)[^/]*\.[^/.]+$",
        "a helper: a generator, a checker or a slow answer",
    ),
    (IN_LIBRARY, "in a folder of templates, libraries or tools"),
    (r"(?:^|/)[^/]*(?:template|library|util)[^/]*\.[^/.]+$", "a template or a library by its name"),
];

/// Further patterns: of solutions that name too little.
const REASONS: &[(&str, &str)] = &[
    (r"(?:abc|arc|agc|ahc)[-_ /]?\d{3}", "an AtCoder contest, but no task's letter"),
    (r"(?:^|/)(?:codeforces|cf)(?:\.com)?/", "in a folder of Codeforces, but no contest and letter"),
    (
        r"(?:^|/)(?:[a-z][0-9]?|main|solution|sol|index)\.[^/.]+$",
        "the name is a letter or says nothing, and no folder names a contest",
    ),
    (r"(?:^|[^0-9])\d{3,6}(?:[^0-9/][^/]*)?\.[^/.]+$", "a number, but no judge: set `judge` under [[repos]]"),
];

static COMPILED: LazyLock<Vec<(Regex, &'static str)>> = LazyLock::new(|| {
    let compile = |(pattern, reason): &(&str, &'static str)| {
        Some((RegexBuilder::new(pattern).case_insensitive(true).build().ok()?, *reason))
    };
    BESIDE.iter().chain(REASONS).filter_map(compile).collect()
});

/// Whether a path lies in a folder that holds no solutions; a folder's own path ends in `/`.
pub(super) fn is_in_library(path: &str) -> bool {
    let pattern = COMPILED.iter().find(|(pattern, _)| pattern.as_str() == IN_LIBRARY);
    pattern.is_some_and(|(pattern, _)| pattern.is_match(path))
}

/// Whether a file is a test, a helper, a template or a part of a library by its path.
pub(super) fn is_beside_solutions(path: &str) -> bool {
    COMPILED.iter().take(BESIDE.len()).any(|(pattern, _)| pattern.is_match(path))
}

/// The nearest reason why the path of a solution file names no problem.
///
/// ```
/// assert_eq!(
///     cpt_tracker::naming::unnamed_reason("week1/2659.cpp"),
///     "a number, but no judge: set `judge` under [[repos]]"
/// );
/// ```
pub fn unnamed_reason(path: &str) -> &'static str {
    if let Some((_, reason)) = COMPILED.iter().find(|(pattern, _)| pattern.is_match(path)) {
        return reason;
    }
    let judge = path.rsplit('/').skip(1).find_map(known_judge);
    match judge.map(|judge| judge.names) {
        Some(ProblemNames::Number(_)) => "in a judge's folder, but no number",
        Some(_) => "in a judge's folder, but no problem's name",
        None => "no judge, contest or number in the path",
    }
}
