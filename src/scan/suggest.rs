//! What among the solution files looks like something else.

use super::files::Ignore;

/// Globs of what usually lies beside solutions: tests, generators, checkers, templates and tools.
const CANDIDATES: &[&str] = &[
    "*_test.*",
    "*.test.*",
    "*.spec.*",
    "*_spec.*",
    "*Test.java",
    "*Test.kt",
    "test_*.*",
    "src/test/",
    "tests/",
    "spec/",
    "gen.*",
    "generator.*",
    "brute.*",
    "naive.*",
    "checker.*",
    "validator.*",
    "stress.*",
    "interactor.*",
    "template.*",
    "template/",
    "templates/",
    "snippets/",
    "copypasta/",
    "library/",
    "lib/",
    "ac-library/",
    "cmd/",
    "tools/",
    "scripts/",
    "testutil/",
];

/// A glob for `ignore`, and how many solution files it would take away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The glob.
    pub glob: &'static str,
    /// The files, of those that no glob before it takes.
    pub files: usize,
}

/// The globs that would ignore what looks like no solution among `paths`, the most effective first.
pub fn suggested_ignores<'a>(paths: impl IntoIterator<Item = &'a [u8]>) -> Vec<Suggestion> {
    let globs = CANDIDATES.iter().filter_map(|glob| Some((*glob, Ignore::new([*glob]).ok()?)));
    let globs: Vec<(&str, Ignore)> = globs.collect();
    let mut found: Vec<Suggestion> = globs.iter().map(|(glob, _)| Suggestion { glob, files: 0 }).collect();
    for path in paths {
        if let Some(place) = globs.iter().position(|(_, glob)| glob.covers(path)) {
            found[place].files += 1;
        }
    }
    found.retain(|suggestion| suggestion.files > 0);
    found.sort_by_key(|suggestion| std::cmp::Reverse(suggestion.files));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_beside_solutions_is_counted_once_each() {
        let paths = [
            "a/a.go",
            "a/a_test.go",
            "b/b_test.go",
            "template/x_test.go",
            "lib/gcd.rs",
            "gen.cpp",
            "general.cpp",
            "cmd/fetch/main.go",
            "src/test/java/abc300/ProblemATest.java",
            "abc/300/a/tests/samples.rs",
        ];
        let found = suggested_ignores(paths.iter().map(|path| path.as_bytes()));
        let found: Vec<(&str, usize)> = found.iter().map(|found| (found.glob, found.files)).collect();
        assert_eq!(
            found,
            [("*_test.*", 3), ("*Test.java", 1), ("tests/", 1), ("gen.*", 1), ("lib/", 1), ("cmd/", 1)]
        );
    }
}
