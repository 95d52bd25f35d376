//! How Library Checker names and shows its problems.

use crate::model::{Address, DuplicateProblems, KnownJudge, ProblemId, ProblemNames, ProblemRules};

/// What it is called, and how it names its problems.
pub(super) static KNOWN: KnownJudge = KnownJudge {
    name: Some("Library Checker"),
    addresses: &[Address("https://judge.yosupo.jp/problem/{word}", "{word}")],
    ..KnownJudge::new("library-checker", &["librarychecker", "yosupo", "yosupojudge"], ProblemNames::Word)
};

impl ProblemId {
    /// A Library Checker problem by its name: `unionfind`.
    pub fn library_checker(name: &str) -> Self {
        Self::new(&KNOWN, name)
    }
}

/// It has no contests.
pub(super) const RULES: ProblemRules = ProblemRules {
    contests_page: "https://judge.yosupo.jp",
    contest_link: |_| "https://judge.yosupo.jp".to_owned(),
    listed_link: |_| None,
    has_places: false,
    home_contest: |_, listed, _| listed,
    duplicates: |_, _, _| DuplicateProblems::default(),
    held_together: |_| Vec::new(),
    kind: |_, _| None,
    rated_for: |_, _| None,
    is_scored: |_| false,
    layout: "{id}",
};
