//! What a row of a table is, and what a row says.

use std::ops::Index;

use regex::bytes::Captures;

use crate::model::ProblemId;

/// How much a row explains of what it reads: where several rows name a problem, the strongest is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A title, or a word that may be one.
    Title,
    /// A place in a series: a round, a sheet, a day.
    Series,
    /// A contest and a task in it, in two parts of the path.
    Contest,
    /// The judge's own identity of the problem, whole and in one place.
    Identity,
}

/// A problem that a text may name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Claim {
    pub problem: ProblemId,
    /// Whether the identity is the judge's for certain.
    pub sure: bool,
    pub strength: Strength,
}

pub(super) fn claim(problem: ProblemId, sure: bool, strength: Strength) -> Claim {
    Claim { problem, sure, strength }
}

/// A way in which a text names a problem.
pub(super) struct Rule {
    pub strength: Strength,
    /// Matched without regard to the case of Latin letters, against the bytes of the text after compatibility
    /// normalisation (NFKC). That classes know no Unicode makes the patterns a tenth of the size.
    pub pattern: &'static str,
    /// The problem that a match names, if it names one after all, and whether that is sure.
    pub name: fn(&Found<'_>) -> Option<(ProblemId, bool)>,
    /// Texts, and what all rows together make of them: identities with a space between, a weak one after `~`.
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
        r"(?:[/._ (,:\x80-\xff-]|$)"
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

/// The problem that goes by its title alone. Where a judge's ids have forms of their own a folder tells titles from them.
pub(super) fn titled(judge: &str, title: &str) -> ProblemId {
    match judge {
        "atcoder" | "codeforces" => ProblemId::other(judge, &format!("title/{title}")),
        _ => ProblemId::other(judge, title),
    }
}

/// Words in lower case with hyphens between.
pub(super) fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// Whether a part has small letters and digits alone, as ids of words have.
pub(super) fn is_plain_word(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// Whether a part is written as judges' addresses write titles: in small letters and digits, with hyphens.
pub(super) fn is_address(part: &str) -> bool {
    part.bytes().all(|byte| byte == b'-' || byte.is_ascii_lowercase() || byte.is_ascii_digit())
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
