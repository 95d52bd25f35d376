//! AtCoder.

mod contest;
#[cfg(test)]
mod examples;
mod japanese;
mod rules;
mod tasks;

use crate::model::ProblemId;
use crate::naming::folder::is_range;
use crate::naming::mention::series;
use crate::naming::path::{Token, TokenKind, tokens};
use crate::naming::rule::{Claim, Strength, claim};

pub(super) use contest::{by_contest, collection_in};
#[cfg(test)]
pub(super) use examples::EXAMPLES;
pub(super) use rules::{MESSAGES, RULES};

/// A numbered contest in a path.
#[derive(Debug, Clone, Copy)]
pub(super) struct Code<'t> {
    series: &'static str,
    number: u16,
    /// The part that its number is in.
    pub part: usize,
    /// What that part says after the number.
    after: &'t str,
}

/// The contests in a path, the nearest to the file first. In a folder of the judge's `Beginner/245` is one, too.
pub(super) fn codes<'t>(parts: &[&'t str], at_home: bool) -> Vec<Code<'t>> {
    let mut found = Vec::new();
    for (at, part) in parts.iter().enumerate().rev() {
        if !at_home && !part.as_bytes().iter().any(|byte| b"cC".contains(byte)) {
            continue;
        }
        let tokens = tokens(part);
        for (from, token) in tokens.iter().enumerate().rev() {
            if token.kind != TokenKind::Word {
                continue;
            }
            // `beginner contest` has two words.
            let two = from.checked_sub(1).map(|before| &part[tokens[before].start..token.end()]);
            let two = two.filter(|_| token.text.eq_ignore_ascii_case("contest"));
            let joined = two.map(|two| two.chars().filter(char::is_ascii_alphabetic).collect::<String>());
            let alone = |word: &str| series(&format!("{word}contest")).filter(|_| at_home);
            let word = joined.as_deref().unwrap_or(token.text);
            let Some(series) = series(word).or_else(|| alone(word)) else { continue };
            let here = behind_ordinal(&tokens[from + 1..]).map(|number| (number, at, *part));
            let is_last = from + 1 == tokens.len();
            let there = || {
                // A range of numbers may be a folder of its own: `abc/001~020/015`.
                let is_range = parts.get(at + 1).is_some_and(|next| is_range(next));
                let part = at + if is_range { 2 } else { 1 };
                let next = parts.get(part).filter(|_| is_last)?;
                Some((behind_ordinal(&self::tokens(next))?, part, *next))
            };
            let Some((number, part, text)) = here.or_else(there) else { continue };
            let width = number.text.len();
            let fits = number.kind == TokenKind::Number
                && (1..=4).contains(&width)
                && (width < 4 || series == "awc");
            let after = &text[number.end()..];
            let is_near =
                part > at || text[token.end()..number.start].chars().all(|c| "-_ .#第제".contains(c));
            // The hundreds may be a folder of their own.
            let below = parts.get(part + 1).filter(|_| part > at && text.len() == 1);
            let below =
                below.filter(|below| below.len() == 2 && below.bytes().all(|byte| byte.is_ascii_digit()));
            if let Some(hundreds) = below.and_then(|below| format!("{text}{below}").parse().ok()) {
                found.push(Code { series, number: hundreds, part: part + 1, after: "" });
                continue;
            }
            if let Ok(number) = number.text.parse()
                && fits
                && number > 0
                && is_near
                && !begins_range(after)
            {
                found.push(Code { series, number, part, after });
            }
        }
    }
    found
}

/// Whether a file may go by its title: the tasks of a numbered contest go by their letters, and words with digits in them
/// are contests' more often than titles'.
pub(super) fn may_have_title(parts: &[&str]) -> bool {
    let is_code = |pair: &[Token<'_>]| pair[0].end() == pair[1].start && pair[1].kind == TokenKind::Number;
    let has_code = |part: &str| tokens(part).windows(2).any(is_code);
    codes(parts, true).is_empty() && !parts.last().is_some_and(|stem| has_code(stem))
}

/// The first token, behind the word that makes a number an ordinal: `第201回`.
fn behind_ordinal<'t>(tokens: &[Token<'t>]) -> Option<Token<'t>> {
    let at = usize::from(tokens.first().is_some_and(|token| ["第", "제"].contains(&token.text)));
    tokens.get(at).copied()
}

/// Whether a folder's number is the first of a range: `abc351-abc400`, `020-029`.
fn begins_range(after: &str) -> bool {
    let Some(rest) = after.trim_start().strip_prefix(['-', '~', '_']) else { return false };
    let rest = rest.trim_start().trim_start_matches(|c: char| c.is_ascii_alphabetic());
    rest.bytes().take_while(u8::is_ascii_digit).count() >= 2
}

/// The task of a numbered contest: its label follows the number, or begins a part below.
pub(super) fn by_code(parts: &[&str], code: &Code<'_>) -> Option<Claim> {
    let own = label(code.after).or_else(|| label_of_title(code.after));
    let label_in = |part| label_before(part, code.number).or_else(|| label(part));
    let below = || parts[code.part + 1..].iter().copied().find_map(label_in);
    let (label, exact) = match own {
        Some(label) => (label, code.after.starts_with('_')),
        None if code.series == "ahc" => (below().unwrap_or("a"), false),
        None => (below()?, false),
    };
    // A heuristic contest has one task, and its files are called after anything.
    let label = if code.series == "ahc" { "a" } else { label };
    let (task, sure) = tasks::numbered(code.series, code.number, label, exact)?;
    Some(claim(ProblemId::atcoder(&task), sure, Strength::Identity))
}

/// The task of a contest by nothing but its number, where only the beginner contests have got so far: `atcoder/338/f`.
pub(super) fn by_bare_number(parts: &[&str]) -> Option<Claim> {
    const LAST_OTHER: u16 = 250;
    let (at, number) = parts.iter().enumerate().find_map(|(at, part)| {
        let word = part.get(..7).filter(|word| word.eq_ignore_ascii_case("contest"));
        let digits = word.map_or(*part, |word| part[word.len()..].trim_start_matches(['-', '_', ' ']));
        let number = digits.parse::<u16>().ok().filter(|_| digits.len() == 3)?;
        (LAST_OTHER + 1..1000).contains(&number).then_some((at, number))
    })?;
    let [task] = &parts[at + 1..] else { return None };
    let label = label_before(task, number).or_else(|| label(task))?;
    let (task, _) = tasks::numbered("abc", number, label, false)?;
    Some(claim(ProblemId::atcoder(&task), false, Strength::Contest))
}

/// The label with the contest's number behind it or before it: `B165`, `207A`, `338_f`.
fn label_before(part: &str, contest: u16) -> Option<&str> {
    let is_number = |text: &str| text.len() > 1 && text.parse().is_ok_and(|number: u16| number == contest);
    let is_label = |text: &str| text.len() == 1 && text.as_bytes()[0].is_ascii_alphabetic();
    let digits = part.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(rest) =
        Some(part[digits..].trim_start_matches(['_', '-'])).filter(|_| is_number(&part[..digits]))
    {
        return Some(rest).filter(|rest| is_label(rest));
    }
    let (label, rest) = part.split_at_checked(1)?;
    (is_number(rest) && is_label(label)).then_some(label)
}

/// The label with a title grown on: `FForkInTheRoad`.
pub(super) fn label_of_title(text: &str) -> Option<&str> {
    match text.trim_start_matches(['-', '_', ' ']).as_bytes() {
        [b'A'..=b'Z', b'A'..=b'Z', b'a'..=b'z', ..] => text.trim_start_matches(['-', '_', ' ']).get(..1),
        _ => None,
    }
}

/// Words before a task's label.
const BEFORE_LABEL: &[&str] = &[
    "answer", "ans", "main", "problem", "prob", "question", "solution", "solve", "sol", "task", "test",
    "問題",
];

/// Other forms of these words, which are no labels behind them: `tasks`, `solver`.
const INFLECTIONS: &[(&str, &str)] = &[("", "s"), ("solve", "d"), ("solve", "r")];

/// A text without a word before its label.
fn without_words(text: &str) -> &str {
    let mut text = text.trim_start_matches(['-', '_', ' ', '.']);
    for word in BEFORE_LABEL {
        if let Some(begin) = text.get(..word.len())
            && begin.eq_ignore_ascii_case(word)
            && !INFLECTIONS.iter().any(|(known, end)| {
                (known.is_empty() || known == word) && text[word.len()..].eq_ignore_ascii_case(end)
            })
        {
            text = text[word.len()..].trim_start_matches(['-', '_', ' ']);
        }
    }
    text
}

/// The label that a text begins with: a letter with or without a digit, a doubled letter, `ex`, a digit.
fn label(text: &str) -> Option<&str> {
    let text = without_words(text);
    let end = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    let word = &text[..end];
    // A test's name has its word grown on.
    let word = word.strip_suffix("Test").filter(|word| !word.is_empty()).unwrap_or(word);
    let is_label = match word.as_bytes() {
        [b'a'..=b'z' | b'A'..=b'Z' | b'1'..=b'9'] => true,
        [letter, next] => {
            letter.is_ascii_alphabetic() && (next.is_ascii_digit() || letter.eq_ignore_ascii_case(next))
                || word.eq_ignore_ascii_case("ex")
                || word.eq_ignore_ascii_case("hx")
        }
        _ => false,
    };
    is_label.then_some(word)
}
