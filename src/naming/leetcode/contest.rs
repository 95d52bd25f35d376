//! Tasks of `LeetCode`'s contests: a place in a contest is no problem's number.

use super::title::title_alone;
use crate::model::ProblemId;
use crate::naming::path::{Token, TokenKind, tokens};
use crate::naming::rule::{Claim, Strength, camel_slug, claim, number};

/// The task of a contest below a folder of the contest's, by its place: `weekly-contest-280/P_2`, `WC/282/Q4`, `weekly/55/c`.
/// By its title where that has several words: `biweekly_115/3. Some Title`.
pub(super) fn place(parts: &[&str]) -> Option<Claim> {
    let folders = &parts[..parts.len().checked_sub(1)?];
    let (at, kind, contest) = (0..folders.len()).rev().find_map(|at| contest_in(folders, at))?;
    let (letter, title) = parts[at + 1..].iter().find_map(|part| place_in(part))?;
    let title = camel_slug(title);
    if title.contains('-') {
        return Some(claim(ProblemId::other("leetcode", title_alone(&title)), false, Strength::Title));
    }
    let problem = format!("{kind}/{contest}/{letter}");
    Some(claim(ProblemId::other("leetcode", &problem), title.is_empty(), Strength::Identity))
}

/// A contest that a folder names, perhaps with its number in the folder below: where its tasks' folder is, its kind and
/// its number. Two numbers are a range of contests.
fn contest_in<'t>(folders: &[&'t str], at: usize) -> Option<(usize, &'static str, &'t str)> {
    let own = tokens(folders[at]);
    let is =
        |token: &Token<'_>, words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(token.text));
    // `wk3` is a week, and there are more weekly contests than that.
    let is_short = |known: &str, digits: usize| {
        matches!(own.as_slice(), [word, number]
            if word.text.eq_ignore_ascii_case(known) && number.kind == TokenKind::Number && number.text.len() >= digits)
    };
    let is_biweekly = is_short("bw", 2)
        || own.iter().any(|token| is(token, &["bc", "bi", "biweekly", "biweeklycontest", "bwc", "双周赛"]));
    let is_weekly =
        is_short("wk", 3) || own.iter().any(|token| is(token, &["wc", "weekly", "weeklycontest", "周赛"]));
    if !is_biweekly && !is_weekly {
        return None;
    }
    let kind = if is_biweekly { "biweekly" } else { "weekly" };
    let number_of = |tokens: &[Token<'t>]| {
        let mut numbers = tokens.iter().filter(|token| token.kind == TokenKind::Number);
        let only = numbers.next().filter(|token| token.text.len() <= 3)?;
        numbers.next().is_none().then(|| number(only.text))
    };
    if own.iter().any(|token| token.kind == TokenKind::Number) {
        return Some((at, kind, number_of(&own)?));
    }
    let below = folders.get(at + 1).map(|below| tokens(below)).filter(|below| below.len() == 1)?;
    Some((at + 1, kind, number_of(&below)?))
}

/// The place that a part begins with, as a letter, and the title behind it: `Q2`, `3. Title`, `b`.
fn place_in(part: &str) -> Option<(char, &str)> {
    const WORDS: &[&str] = &["no", "p", "problem", "q", "question", "t", "task"];
    let tokens = tokens(part);
    let is_word = |token: &Token<'_>| WORDS.iter().any(|word| word.eq_ignore_ascii_case(token.text));
    let at = usize::from(tokens.len() > 1 && is_word(&tokens[0]));
    let found = tokens.get(at).filter(|token| token.text.len() < 3)?;
    let letter = match number(found.text).as_bytes() {
        [digit @ b'1'..=b'4'] => char::from(b'a' + digit - b'1'),
        [letter @ (b'a'..=b'd' | b'A'..=b'D')] => char::from(letter.to_ascii_lowercase()),
        _ => return None,
    };
    let rest = &part[found.end()..];
    let ends = rest.chars().next().is_none_or(|c| !c.is_ascii_alphanumeric());
    ends.then_some((letter, rest))
}
