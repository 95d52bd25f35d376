//! What a row of the table is.

use regex::Captures;

use super::Home;
use crate::model::ProblemId;

/// A way in which a text names a problem.
pub(super) struct Rule {
    /// Matched without regard to case, against the text after compatibility normalisation (NFKC).
    pub pattern: &'static str,
    /// The problem that a match names, if it names one after all, and whether that is sure.
    pub name: fn(&Captures<'_>, &Home) -> Option<(ProblemId, bool)>,
    /// Texts, and what the whole table makes of them: identities with a space between, a weak one after `~`.
    #[cfg_attr(not(test), expect(dead_code, reason = "these are the rule's tests"))]
    pub examples: &'static [(&'static str, &'static str)],
}

/// Ends a word: what may follow a task's letter.
macro_rules! End {
    () => {
        r"(?:[/._ -]|$)"
    };
}
pub(super) use End;

#[expect(clippy::unnecessary_wraps, reason = "it ends rules, which may name nothing")]
pub(super) fn sure(problem: ProblemId) -> Option<(ProblemId, bool)> {
    Some((problem, true))
}

#[expect(clippy::unnecessary_wraps, reason = "it ends rules, which may name nothing")]
pub(super) fn weak(problem: ProblemId) -> Option<(ProblemId, bool)> {
    Some((problem, false))
}

/// A number without the zeros before it.
pub(super) fn number(digits: &str) -> &str {
    match digits.trim_start_matches('0') {
        "" => "0",
        number => number,
    }
}

/// Words in lower case with hyphens between.
pub(super) fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
