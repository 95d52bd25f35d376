//! `CodeChef`: codes, and the contests of its series.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::ProblemId;
use crate::naming::folder::{is_filler, is_topic};
use crate::naming::path::{Token, TokenKind, tokens};
use crate::naming::rule::{Claim, Rule, Strength, claim, slug, weak};

/// A code of capitals and digits in brackets, behind the title: `Factorial (FCTRL)`. Shorter words are a technique's or a
/// verdict's.
pub(super) fn code_behind_title(part: &str) -> Option<&str> {
    let (title, code) = part.strip_suffix(')')?.rsplit_once('(')?;
    let is_capital = |c: u8| c.is_ascii_uppercase() || c.is_ascii_digit();
    let is_code =
        code.len() > 3 && code.bytes().all(is_capital) && code.starts_with(|c: char| !c.is_ascii_digit());
    let says_else = || is_filler(code) || is_topic(&slug(code)) || title.trim().is_empty();
    (is_code && !says_else()).then_some(code)
}

/// A code of capitals, digits and low lines behind the title and a hyphen: `Economics Class-ECOCLASS`.
pub(super) fn code_behind_hyphen(part: &str) -> Option<&str> {
    let (title, code) = part.rsplit_once('-')?;
    let is_capital = |c: u8| c.is_ascii_uppercase() || c.is_ascii_digit() || c == b'_';
    let is_code =
        code.len() > 3 && code.bytes().all(is_capital) && code.starts_with(|c: char| c.is_ascii_uppercase());
    let is_title = title.contains(' ') && title.bytes().any(|byte| byte.is_ascii_lowercase());
    (is_code && is_title).then_some(code)
}

/// Whether a folder is a contest of `CodeChef`'s by its series: `START134`, `cook16`, `Starters 125`, `START205D`,
/// `Starters-111-Division-4`, `February CookOff`.
pub(super) fn is_contest(folder: &str) -> bool {
    const SERIES: &[&str] = &["cook", "cookoff", "lunchtime", "ltime", "start", "starter", "starters"];
    const LONG: &[&str] = &["cookoff", "division", "lunchtime", "starters"];
    let tokens = tokens(folder);
    let is =
        |token: &Token<'_>, words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(token.text));
    let has_division = |rest: &[Token<'_>]| matches!(rest, [] | [Token { text: "A" | "B" | "C" | "D", .. }]);
    let is_coded = matches!(tokens.as_slice(), [series, number, rest @ ..]
        if number.kind == TokenKind::Number && has_division(rest) && is(series, SERIES));
    is_coded || (tokens.len() > 1 && tokens.iter().any(|token| is(token, LONG)))
}

/// Whether a name is a class of a library by its words, which begin with capitals: `MyScanner`, `IGraph`, `SegmentedSieve`.
pub(super) fn is_class(stem: &str) -> bool {
    static CLASS: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(concat!(
            "^(?:(?:Abstract|Binary|Custom|Directed|Fast|Fenwick|Input|Mod|My|Output|Prime|Segment|Segmented|Tree|Weighted)*",
            "(?:Base|Comparator|Divisors|Edge|Factory|Graph|Heap|Iterator|Matrix|Node|Point|Printer|Reader|Scanner|Sieve|",
            "Tree|Trie|UnionFind|Utils?|Writer)|I[A-Z][a-z]+)$"
        ))
        .ok()
    });
    CLASS.as_ref().is_some_and(|pattern| pattern.is_match(stem))
}

/// Whether a name is a number and a letter, as Codeforces' problems have it and no code of `CodeChef`'s: `594A`, `527D1`.
pub(super) fn is_others(stem: &str) -> bool {
    let digits = stem.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &stem.as_bytes()[digits..];
    let is_letter = matches!(rest, [letter] | [letter, b'1'..=b'9'] if letter.is_ascii_alphabetic());
    (2..=4).contains(&digits) && is_letter
}

/// The task of a contest of `CodeChef`'s by a letter with a word for the attempt: `Starters103/A__good`.
pub(super) fn attempt_in_contest(stem: &str, folders: &[&str]) -> Option<Claim> {
    let contest = folders.last().filter(|folder| is_contest(folder))?;
    let is_lettered = matches!(stem.as_bytes(), [letter, b'_', ..] if letter.is_ascii_alphabetic());
    let contest = contest.to_uppercase().replace(char::is_whitespace, "-");
    let problem = || ProblemId::other("codechef", &format!("{contest}/{}", stem[..1].to_lowercase()));
    is_lettered.then(|| claim(problem(), false, Strength::Series))
}

/// A code in the folder of a contest's that no other judge has, where nothing speaks of the judge.
pub(super) const CODE: Rule = Rule {
    strength: Strength::Contest,
    pattern: concat!(
        r"(?-i:(?:^|/)(?:(?i:cook(?:off)?|ltime|lunchtime|start(?:ers)?)[-_ ]?\d{2,3}[A-D]?|SNCK[A-Z0-9]*|",
        r"(?:JAN|FEB|MARCH|MAR|APRIL|APR|MAY|JUNE|JULY|AUG|SEPT|SEP|OCT|NOV|DEC)(?:1\d|2[0-4])[A-D]?)",
        r"/([A-Z][A-Z0-9_]{2,})$)"
    ),
    name: |found| weak(ProblemId::other("codechef", &found[1])),
    examples: &[
        ("ojs/DEC17/CPLAY.cpp", "~codechef/CPLAY"),
        ("archived/LTIME23/PALPROB.cc", "~codechef/PALPROB"),
        ("cook71/CHEFRP.cpp", "~codechef/CHEFRP"),
        ("usaco/jan12/cowids.cpp", "~usaco/cowids"),
        ("DEC17/notes.py", ""),
    ],
};

/// A task's letter there.
pub(super) const PLACE: Rule = Rule {
    strength: Strength::Series,
    pattern: r"(?:^|/)((?:cook|cookoff|ltime|lunchtime|start|starters)[-_ ]?\d{2,3}[A-D]?)/([a-h])(?:[-_ .][^/]*)?$",
    name: |found| {
        let contest = found[1].to_uppercase().replace(char::is_whitespace, "-");
        weak(ProblemId::other("codechef", &format!("{contest}/{}", found[2].to_lowercase())))
    },
    examples: &[("contests/START134/A.cpp", "~codechef/START134/a"), ("start1/a.py", "")],
};
