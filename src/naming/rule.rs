//! What a row of the table is.

use std::ops::Index;

use regex::bytes::Captures;

use super::Home;
use crate::model::ProblemId;

/// A way in which a text names a problem.
pub(super) struct Rule {
    /// Matched without regard to the case of Latin letters, against the bytes of the text after compatibility
    /// normalisation (NFKC). That classes know no Unicode makes the patterns a tenth of the size.
    pub pattern: &'static str,
    /// The problem that a match names, if it names one after all, and whether that is sure.
    pub name: fn(&Found<'_>, &Home) -> Option<(ProblemId, bool)>,
    /// Texts, and what the whole table makes of them: identities with a space between, a weak one after `~`.
    #[cfg_attr(not(test), expect(dead_code, reason = "these are the rule's tests"))]
    pub examples: &'static [(&'static str, &'static str)],
}

/// The parts of a match; a part that didn't take part is empty.
pub(super) struct Found<'t>(pub Captures<'t>);

impl Found<'_> {
    /// A part, where it took part in the match.
    pub fn get(&self, place: usize) -> Option<&str> {
        std::str::from_utf8(self.0.get(place)?.as_bytes()).ok()
    }
}

impl Index<usize> for Found<'_> {
    type Output = str;

    fn index(&self, place: usize) -> &str {
        self.get(place).unwrap_or_default()
    }
}

/// Ends a word: what may follow a task's letter. Letters of other scripts do.
macro_rules! End {
    () => {
        r"(?:[/._ (\x80-\xff-]|$)"
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
