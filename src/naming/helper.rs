//! What lies beside solutions and solves nothing: tests, generators, checkers, templates, libraries and tools; and why a
//! path names no problem.

use std::sync::LazyLock;

use regex::{Regex, RegexBuilder};

use super::date;
use super::path::{Token, TokenKind, stem_of, tokens};
use crate::judges::known_judge;
use crate::model::{ProblemNames, UnnamedReason};

/// Folders that hold no solutions.
const FOLDERS: &[&str] = &[
    "macosx",
    "tests__",
    "ac-library",
    "assets",
    "cmd",
    "copypasta",
    "docs",
    "fuzz",
    "graders",
    "helper",
    "helpers",
    "hooks",
    "lib",
    "libraries",
    "library",
    "libs",
    "migrations",
    "notebook",
    "obj",
    "script",
    "scripts",
    "snippet",
    "snippets",
    "spec",
    "specs",
    "template",
    "templates",
    "test",
    "testlib",
    "tests",
    "tool",
    "tools",
    "util",
    "utils",
    "шаблон",
    "шаблоны",
    "模板",
    "テンプレート",
    "템플릿",
];

/// Those of them that a number before their name leaves what they are: one before `tests` may belong to an examination.
const SORTED: &[&str] =
    &["helpers", "libraries", "library", "snippets", "template", "templates", "utilities", "utils"];

/// The ends of folders in which browsers keep what belongs to a page, in their languages.
const PAGES: &[&str] = &["-Dateien", "_archivos", "_arquivos", "_fichiers", "_files", "_pliki", "_файлы"];

/// Words that name a helper where a file's name has nothing else, but for a letter or a number.
const ALONE: &[&str] = &[
    "boilerplate",
    "brute",
    "checker",
    "conftest",
    "debug",
    "debugger",
    "examples",
    "gen",
    "generate",
    "generator",
    "grader",
    "helper",
    "helpers",
    "init",
    "input",
    "inputs",
    "interactor",
    "judge",
    "judger",
    "lib",
    "library",
    "listnode",
    "macros",
    "naive",
    "setup",
    "snippet",
    "snippets",
    "spec",
    "specs",
    "stress",
    "tempcoderunnerfile",
    "template",
    "templates",
    "test",
    "tester",
    "testgen",
    "testing",
    "testlib",
    "tests",
    "treenode",
    "util",
    "utils",
    "validator",
    "visualiser",
    "visualizer",
];

/// What a shell's script does with solutions, as its name begins.
const SCRIPTS: &[&str] = &["bench", "build", "check", "compile", "lint", "run", "setup", "test", "watch"];

/// Words that name a helper wherever they stand in a file's name.
const ANYWHERE: &[&str] = &[
    "boilerplate",
    "tempcoderunnerfile",
    "template",
    "templates",
    "шаблон",
    "模板",
    "テンプレート",
    "템플릿",
];

/// Words that name a helper at the end of a name, after a contest's, a task's or a problem's.
const AT_END: &[&str] = &[
    "brute",
    "checker",
    "gen",
    "generator",
    "grader",
    "judger",
    "naive",
    "stress",
    "tester",
    "testgen",
    "validator",
];

/// What makes a file a helper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Helper {
    /// Its own name.
    File,
    /// The folder that ends at this byte; what lies below can be a solution all the same, if that alone says so.
    Folder(usize),
}

/// Whether a file solves nothing by its path.
pub(super) fn of(path: &str) -> Option<Helper> {
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    // The root of a crate is a day's solution where its folder is called after the day.
    let is_crate = || {
        let mut crates = folders.rsplit('/').filter(|folder| *folder != "src");
        file == "lib.rs"
            && crates.next().is_some_and(|folder| folder.bytes().any(|byte| byte.is_ascii_digit()))
    };
    if is_helper(file) && !is_crate() {
        return Some(Helper::File);
    }
    // The test of what its folder is called after: `Day06-Orbits/test_Day06-Orbits.cpp`.
    let own = folders.rsplit('/').next().unwrap_or_default();
    if stem_of(file).strip_prefix("test_").is_some_and(|rest| rest.eq_ignore_ascii_case(own)) {
        return Some(Helper::File);
    }
    let is_pages = |folder: &str| {
        [".css", ".js", ".mjs", ".php"].iter().any(|end| file.ends_with(end))
            && PAGES.iter().any(|end| folder.ends_with(end))
    };
    let mut end = folders.len();
    for folder in folders.rsplit('/') {
        if is_helpers_folder(folder) || is_pages(folder) {
            return Some(Helper::Folder(end));
        }
        end = end.saturating_sub(folder.len() + 1);
    }
    None
}

fn is_helpers_folder(folder: &str) -> bool {
    // Marks sort folders.
    let folder = folder.trim_start_matches(['!', '#', '$', '.', '@', '_', '~']);
    // So do numbers: `00_templates`.
    let sorted = folder.trim_start_matches(|c: char| c.is_ascii_digit() || "._- ".contains(c));
    let is_sorted =
        sorted.len() < folder.len() && SORTED.iter().any(|known| known.eq_ignore_ascii_case(sorted));
    is_sorted
        || FOLDERS.iter().any(|known| known.eq_ignore_ascii_case(folder))
        || (!folder.is_ascii() && FOLDERS.contains(&folder.to_lowercase().as_str()))
        || is_helpers_project(folder)
}

/// Whether a folder is called as a project of .NET's is, and the project is one of helpers: `Judge.Library`, `Judge.UnitTests`.
fn is_helpers_project(folder: &str) -> bool {
    let mut words = folder.split('.').skip(1);
    words.any(|word| word.ends_with("Tests") || FOLDERS.iter().any(|known| known.eq_ignore_ascii_case(word)))
}

fn is_helper(file: &str) -> bool {
    let stem = stem_of(file);
    let ends = |suffix: &str| stem.len() > suffix.len() && stem.ends_with(suffix);
    let is_test = ["_test", "_Test", ".test", ".spec", "_spec"].iter().any(|suffix| ends(suffix))
        || ["Test", "Tests", "Spec"].iter().any(|suffix| {
            ends(suffix)
                && stem[..stem.len() - suffix.len()].ends_with(|c: char| {
                    c.is_ascii_alphanumeric()
                        && (c.is_ascii_digit()
                            || c.is_ascii_lowercase()
                            || stem.len() <= suffix.len() + 10 && c.is_ascii_uppercase())
                })
        });
    // Where tests are called so by convention; elsewhere it begins a title.
    let begins_test =
        stem.starts_with("test_") && [".jl", ".php", ".py", ".rb", ".rs"].contains(&&file[stem.len()..]);
    // What describes a package of Java's, or how to build one; what a contest hands out.
    let is_info = [
        "interactive_runner",
        "local_testing_tool",
        "module-info",
        "package-info",
        "sample_submission",
        "testing_tool",
    ]
    .contains(&stem)
        || [".config", ".gradle"].iter().any(|suffix| ends(suffix));
    // `gen_large`: it begins no title.
    let generates = matches!(stem.as_bytes(), [b'g' | b'G', b'e', b'n', b'_' | b'-', _, ..]);
    // What cargo runs before it compiles.
    let is_build = file == "build.rs";
    if is_test
        || begins_test
        || is_info
        || is_build
        || generates
        || file.starts_with("._")
        || file.ends_with(".min.js")
    {
        return true;
    }
    if begins_title(stem) {
        return false;
    }
    let tokens = tokens(stem);
    // What compiles, runs and tests a solution: `compile_cpp.sh`, `test-ci.sh`.
    let is_script = [".bat", ".sh"].contains(&&file[stem.len()..]);
    if is_script && tokens.first().is_some_and(|token| SCRIPTS.contains(&token.text)) {
        return true;
    }
    let is_in = |words: &[&str], token: &Token<'_>| {
        words.iter().any(|word| word.eq_ignore_ascii_case(token.text))
            || (!token.text.is_ascii() && words.contains(&token.text.to_lowercase().as_str()))
    };
    // In brackets it is a part of a title: Luogu has problems that are there to learn by.
    let is_titles = |token: &&Token<'_>| stem[..token.start].ends_with(['【', '「']);
    if tokens.iter().any(|token| is_in(ANYWHERE, token) && !is_titles(&token)) {
        return true;
    }
    let mut words =
        tokens.iter().filter(|token| token.kind != TokenKind::Number && token.text.len() > 1).peekable();
    if words.peek().is_some() && words.all(|token| is_in(ALONE, token)) {
        return true;
    }
    let Some((last, before)) = tokens.split_last() else { return false };
    let is_code = |token: &Token<'_>| {
        token.kind == TokenKind::Number
            || token.text.len() <= 3
            || is_in(&["case", "cases", "data", "input", "random", "test"], token)
            || !token.text.bytes().any(|byte| byte.is_ascii_lowercase())
    };
    let is_apart = last.start > 0 && matches!(stem.as_bytes()[last.start - 1], b'_' | b'-' | b'.');
    !before.is_empty() && is_apart && is_in(AT_END, last) && before.iter().all(is_code)
}

/// Whether a name is a problem's number and its title in capitals and small letters, which may have any word: `(8815) Test`,
/// `25E. Test`, `591_Tag_Validator`. A year is none.
fn begins_title(stem: &str) -> bool {
    let rest = stem.trim_start_matches(['[', '(']);
    let rest = rest.strip_prefix(['B', 'P']).map_or(rest, |rest| rest.trim_start_matches(['_', '-']));
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let is_enclosed = rest.len() < stem.len();
    let is_number = (2..=6).contains(&digits) && (is_enclosed || !date::is_year(&rest[..digits]));
    let rest = &rest[digits..];
    let mark = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let is_index = mark < 3 && !rest.starts_with(|c: char| c.is_ascii_lowercase());
    let title = rest[mark..].trim_start_matches(|c: char| "[])._- ".contains(c) || c.is_ascii_digit());
    // In another script the word has a title beside it: `P3371-[模板]-单源最短路径`.
    let is_long = || title.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).count() > 3;
    let is_title = matches!(title.as_bytes(), [b'A'..=b'Z', b'a'..=b'z', ..]) || is_long();
    is_number && is_index && is_title && title.len() < rest.len() - mark
}

/// Folders that hold no solutions.
const IN_LIBRARY: &str = r"(?:^|/)(?:lib|library|libs|templates?|copypasta|snippets?|utils?|tools?|scripts?|cmd|pkg|internal|notebook|ac-library|tests?|assets|hooks|docs?)/";

/// Patterns, and what they tell: the first that matches decides. These are of what lies beside solutions.
const BESIDE: &[(&str, UnnamedReason)] = &[
    // Whole words: titles have `Contests` and `Generous` in them.
    (
        r"(?:^|/)[^/]*(?:_test|\.test|\.spec|Spec|test_[^/]*|(?:^|[/_.0-9-])tests?|(?-i:[a-z0-9]Tests?))\.[^/.]+$",
        UnnamedReason::Test,
    ),
    (
        r"(?:^|/)(?:gen|generate|generator|brute|bruteforce|naive|checker|validator|stress|interactor|debug|debugger)(?:[^a-z/ ][^/]*)?\.[^/.]+$",
        UnnamedReason::Helper,
    ),
    (IN_LIBRARY, UnnamedReason::InLibrary),
    (r"(?:^|/)[^/]*(?:template|library|util)[^/]*\.[^/.]+$", UnnamedReason::Library),
];

/// Further patterns: of solutions that name too little.
const REASONS: &[(&str, UnnamedReason)] = &[
    (r"(?:abc|arc|agc|ahc)[-_ /]?\d{3}", UnnamedReason::NoTask),
    (r"(?:^|/)(?:codeforces|cf)(?:\.com)?/", UnnamedReason::NoCodeforcesProblem),
    (r"(?:^|/)(?:[a-z][0-9]?|main|solution|sol|index)\.[^/.]+$", UnnamedReason::NoContest),
    (r"(?:^|[^0-9])\d{3,6}(?:[^0-9/][^/]*)?\.[^/.]+$", UnnamedReason::NoJudge),
];

static COMPILED: LazyLock<Vec<(Regex, UnnamedReason)>> = LazyLock::new(|| {
    let compile = |(pattern, reason): &(&str, UnnamedReason)| {
        Some((RegexBuilder::new(pattern).case_insensitive(true).build().ok()?, *reason))
    };
    BESIDE.iter().chain(REASONS).filter_map(compile).collect()
});

/// Whether a path lies in a folder that holds no solutions; a folder's own path ends in `/`.
pub(super) fn is_in_library(path: &str) -> bool {
    path.split('/').rev().skip(1).any(is_helpers_folder)
}

/// Whether a file is a test, a helper, a template or a part of a library by its path.
pub(super) fn is_beside_solutions(path: &str) -> bool {
    COMPILED.iter().take(BESIDE.len()).any(|(pattern, _)| pattern.is_match(path))
}

/// The nearest reason why the path of a solution file names no problem.
///
/// ```
/// use cpt_tracker::model::UnnamedReason;
/// use cpt_tracker::naming::unnamed_reason;
///
/// assert_eq!(unnamed_reason("week1/2659.cpp"), UnnamedReason::NoJudge);
/// ```
pub fn unnamed_reason(path: &str) -> UnnamedReason {
    if let Some((_, reason)) = COMPILED.iter().find(|(pattern, _)| pattern.is_match(path)) {
        return *reason;
    }
    match of(path) {
        Some(Helper::File) => return UnnamedReason::Beside,
        Some(Helper::Folder(_)) => return UnnamedReason::InLibrary,
        None => {}
    }
    let judge = path.rsplit('/').skip(1).find_map(known_judge);
    match judge.map(|judge| judge.names) {
        Some(ProblemNames::Number(_)) => UnnamedReason::NoNumber,
        Some(_) => UnnamedReason::NoName,
        None => UnnamedReason::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_helper_is_told_by_its_name_or_by_its_folder() {
        for path in [
            "contests/agc047/agc047_b/gen.cc",
            "test/project_euler/sol/p0062_test.clj",
            "haskell/test/Sol/P0034Spec.hs",
            "ruby/spec/project_euler/problem_018_acceptance.rb",
            "ruby/spec_helper.rb",
            "abc237/ProblemExTest.java",
            "LQD/DISCOUNT_stress.cpp",
            "LAMPS_Judger.cpp",
            "contests/MRC/G_stress_test.cpp",
            "icpc/jiaozuo2018/template.cpp",
            "fast io template.cpp",
            "a/__init__.py",
            "2008/Qualification/A/input_gen.py",
            "Spoj.Library/DisjointSets.cs",
            "Spoj.Solver.UnitTests/Solutions/SUMFOUR.cs",
            "ioi/2018/results_files/tables.js",
            "ioi/2018/jquery.dataTables.min.js",
            "2019/__MACOSX/._onSegm.cpp",
            "!!!Library/components.cpp",
            "jd/package-info.java",
            "oj.uz/IOI16_shortcut/compile_cpp.sh",
            "2024/day-12-lua/test-ci.sh",
            "codejam/2019/round-1b/draupnir/testing_tool.py",
            "icpc/2019/sub-regionals/judge.py",
            "boj/1000_test.cpp",
            "0.00-Templates/src/DataComparatorSort.java",
            "99_utils/segment.py",
            "2023_Template.cpp",
            "leetcode/leetcode100/TreeNode.java",
            "arc159/b/gen-large.py",
            "ahc/ahc018/sample_submission.cpp",
            "build.gradle.kts",
            "server/accounts/migrations/0001_initial.py",
            "lab/Polynomials_pliki/javascript_004.php",
            "contest/handout/graders/help.py",
            "codechef/march17/visualizer.py",
            "aoc/2019/Day06-Orbits/test_Day06-Orbits.cpp",
            "2021/day-11/build.rs",
            "2019/day-17/input.rs",
            "fuzz/src/2017-day-13.rs",
        ] {
            assert!(of(path).is_some(), "{path}");
        }
        for path in [
            "abc300/a.cpp",
            "strong-password-checker.py",
            "Contest.java",
            "library_checker/unionfind.cpp",
            "leetcode/two-sum/brute_force.py",
            "spoj/LATEST.cpp",
            "silver/two_pointers/test_master.cpp",
            "Luogu/P1939 【模板】矩阵加速（数列）.cpp",
            "week1/Greatest.py",
            "8947_Template_2.cpp",
            "boj/(08815) Test.cpp",
            "25E. Test.cpp",
            "P1439-[LCS模板]-最长公共子序列.cpp",
            "P3387-[模板]-缩点.cpp",
            "P_3809_模板_后缀排序.cpp",
            "leetcode/0591.0_Tag_Validator.py",
            "2022/day-06/src/lib.rs",
        ] {
            assert_eq!(of(path), None, "{path}");
        }
        assert_eq!(of("lib/abc300_a.rs"), Some(Helper::Folder(3)));
    }
}
