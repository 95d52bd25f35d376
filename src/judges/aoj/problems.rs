//! How Aizu Online Judge names and shows its problems.

use crate::model::{Address, DuplicateProblems, KnownJudge, ProblemId, ProblemNames, ProblemRules, Spelling};

/// What it is called, and how it names its problems: `0167`, `ITP1_1_A`.
pub(super) static KNOWN: KnownJudge = KnownJudge {
    name: Some("AOJ"),
    addresses: &[Address("https://onlinejudge.u-aizu.ac.jp/problems/{word}", "{word}")],
    spellings: &[Spelling {
        pattern: r"u-aizu\.ac\.jp/[^\s]*?(?:id=|/)(\d{4}|(?-i:[A-Z]+(?:\d+(?:_\d+)?|_\d+)_[A-Z]))\b",
        name: "{word}",
        example: ("http://judge.u-aizu.ac.jp/onlinejudge/description.jsp?id=0167", "0167"),
    }],
    ..KnownJudge::new("aoj", &["aizu", "aoj", "aizuonlinejudge"], ProblemNames::Word)
};

impl ProblemId {
    /// An AOJ problem by its id.
    pub fn aoj(id: &str) -> Self {
        Self::new(&KNOWN, id)
    }
}

/// Of its contests nothing is asked.
pub(super) const RULES: ProblemRules = ProblemRules {
    contests_page: "https://onlinejudge.u-aizu.ac.jp/challenges",
    contest_link: |_| "https://onlinejudge.u-aizu.ac.jp/challenges".to_owned(),
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
