//! Codeforces.

#[cfg(test)]
mod examples;
mod round;
mod rules;

use crate::model::ProblemId;
use crate::naming::path::{Token, TokenKind, tokens};
use crate::naming::rule::{Claim, Strength, claim};

#[cfg(test)]
pub(super) use examples::EXAMPLES;
pub(super) use round::{
    Folder, LAST_ROUND, contest_in, folder_of_contest, is_rounds_number, may_be_round, speaks_of_rounds,
};
use round::{in_round, is_division, is_of_something, is_year_of_series};
use rules::gym;
pub(super) use rules::{ALONE, MESSAGES, RULES};

/// No contest has a number above this one; a gym's begin at 100000.
const LAST_CONTEST: u32 = 9999;

/// What a path below a folder of Codeforces' names.
pub(super) fn below(parts: &[&str]) -> Option<Claim> {
    in_one_name(parts).or_else(|| in_contest(parts)).or_else(|| in_round(parts))
}

/// Words that may stand before a contest's number in a file's name.
const BEFORE_NUMBER: &[&str] = &["cf", "codeforces", "contest", "no", "p", "problem", "solution"];

/// The contest and the letter in one name: `1388D`, `158A - Next Round`, `1900_B2`, `1166ETheLCMs`.
fn in_one_name(parts: &[&str]) -> Option<Claim> {
    // A mark before a folder's number is a round's: `#246/2E`.
    let is_marked =
        |folder: &&str| folder.starts_with('#') && folder[1..].starts_with(|c: char| c.is_ascii_digit());
    let folders = &parts[..parts.len() - 1];
    let is_marked = folders.iter().any(is_marked);
    let rounds = is_marked || speaks_of_rounds(folders);
    let by_name = |place: usize| {
        let part = parts[place];
        let tokens = tokens(part);
        let at = tokens.iter().position(|token| token.kind == TokenKind::Number)?;
        let before = &tokens[..at];
        let is_lead =
            before.iter().all(|token| BEFORE_NUMBER.iter().any(|word| word.eq_ignore_ascii_case(token.text)));
        let (contest, after) = (&tokens[at], tokens.get(at + 1)?);
        let gap = &part[contest.end()..after.start];
        let is_near =
            gap.is_empty() || gap == " - " || (gap.len() == 1 && matches!(gap, "-" | "_" | " " | "."));
        let (index, is_title) = index_of(part, after, tokens.get(at + 2))?;
        // A number and a letter with a mark between may be a round's, or count anything.
        let is_short = contest.text.len() < 3;
        let is_rounds_mark = part[..contest.start].ends_with('#') && is_rounds_number(contest.text);
        let is_small = is_marked || after.text.starts_with(|c: char| c.is_ascii_lowercase());
        // With a title behind it a letter is a task's: `83 B - Doctor`.
        let has_title = gap == " " && !is_small && part[after.end()..].starts_with(" - ");
        // Right below the judge's folder a round's folder is missing, and the first rounds' numbers are near to their contests'.
        let is_direct =
            parts.len() == 1 && is_short && !is_small && !rounds && "-_".contains(gap) && before.is_empty();
        let is_loose = !is_direct
            && (!gap.is_empty() && (rounds || is_short && !has_title)
                || is_short && (is_title || (rounds && is_small)));
        // A division before the letter: `1080-D2-D`.
        let is_letter = |token: &Token<'_>| token.text.len() == 1 && token.kind == TokenKind::Word;
        let is_division = index.len() == 2
            && index.eq_ignore_ascii_case(&format!("d{}", &index[1..]))
            && !gap.is_empty()
            && tokens.get(at + 3).is_some_and(is_letter);
        // A division behind the letter makes the number a round's: `496_B_DIV2`.
        let is_rounds =
            !gap.is_empty() && tokens[at + 2..].iter().any(|token| token.text.eq_ignore_ascii_case("div"));
        let is_year = !gap.is_empty() && is_year_of_series(contest.text, &parts[..place]);
        // Below a folder that is called so numbers count tasks of contests: `2024-C/921/3`.
        let is_counted = |part: &&str| part.len() < 3 && part.bytes().all(|byte| byte.is_ascii_digit());
        let holds_contests =
            !gap.is_empty() && place + 1 < parts.len() && parts.last().is_some_and(is_counted);
        let counts_else = is_division || is_rounds || is_rounds_mark || is_year || holds_contests;
        (is_lead && is_near && !is_loose && !counts_else)
            .then(|| by_number(contest.text, &index, !is_direct || gap.is_empty(), Strength::Identity))?
    };
    // The name of the file, or of a folder that holds one problem's files.
    (0..parts.len()).rev().find_map(by_name)
}

/// The index that a token begins with, and whether a title is grown on: `A`, `B2`, `cc` for a second attempt, `ETheLCMs`.
fn index_of(part: &str, token: &Token<'_>, next: Option<&Token<'_>>) -> Option<(String, bool)> {
    if token.kind != TokenKind::Word {
        return None;
    }
    let digit = next
        .filter(|next| next.start == token.end() && next.text.len() == 1 && next.kind == TokenKind::Number);
    let ends = |end: usize| !part[end..].starts_with(|c: char| c.is_ascii_alphanumeric());
    match (token.text.as_bytes(), digit) {
        ([letter], Some(digit)) if ends(digit.end()) => {
            Some((format!("{}{}", char::from(*letter), digit.text), false))
        }
        ([letter], None) if ends(token.end()) => Some((char::from(*letter).to_string(), false)),
        // A doubled letter is a second attempt.
        ([letter, twice], None) if letter.eq_ignore_ascii_case(twice) => {
            Some((char::from(*letter).to_string(), false))
        }
        ([letter, next, after, ..], _)
            if letter.is_ascii_uppercase() && next.is_ascii_uppercase() && after.is_ascii_lowercase() =>
        {
            Some((char::from(*letter).to_string(), true))
        }
        _ => None,
    }
}

/// Whether a text begins with a contest's number and a letter: `740A_OK`.
pub(super) fn begins_identity(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let letters = text[digits..].bytes().take_while(u8::is_ascii_alphabetic).count();
    (3..=4).contains(&digits) && letters == 1
}

fn by_number(digits: &str, index: &str, is_sure: bool, strength: Strength) -> Option<Claim> {
    let value: u32 = digits.parse().ok()?;
    match (digits.len(), value) {
        (6, 100_001..=109_999) => Some(claim(gym(digits, index).0, is_sure, strength)),
        (1..=4, 1..=LAST_CONTEST) => Some(claim(ProblemId::codeforces(value, index), is_sure, strength)),
        _ => None,
    }
}

/// The letter of a task that a part begins with.
pub(super) fn letter_of(part: &str) -> Option<String> {
    let tokens = tokens(part);
    let is_lead = |token: &&Token<'_>| {
        ["problem", "prob", "task", "задача"].iter().any(|word| *word == token.text.to_lowercase())
    };
    let at = usize::from(tokens.first().as_ref().is_some_and(is_lead));
    let first = tokens.get(at)?;
    let lower = first.text.to_ascii_lowercase();
    let grown_on = ["problem", "prob"].iter().find_map(|word| lower.strip_prefix(word));
    if let Some(letter) = grown_on.filter(|rest| rest.len() == 1) {
        return Some(letter.to_ascii_uppercase());
    }
    // The language: `C Programs 12`.
    let names_language = tokens.get(at + 1).is_some_and(|next| {
        ["code", "codes", "language", "program", "programs", "solution", "solutions"]
            .iter()
            .any(|word| word.eq_ignore_ascii_case(next.text))
    });
    let starts = !names_language && (at > 0 || part[..first.start].chars().all(|c| "[( ".contains(c)));
    let (index, is_title) = index_of(part, first, tokens.get(at + 1))?;
    (starts && !is_title).then(|| index.to_ascii_uppercase())
}

/// The letter that is nearest to the file, and its part. A contest's or a round's number may be repeated behind it:
/// `Round #641/C641`.
fn letter_at(parts: &[&str]) -> Option<(usize, String)> {
    let repeated = |at: usize| {
        let tokens = tokens(parts[at]);
        let [letter, number, ..] = tokens.as_slice() else { return None };
        let is_repeated =
            |folder: &&str| crate::naming::path::tokens(folder).iter().any(|token| token.text == number.text);
        let fits = letter.text.len() == 1
            && letter.kind == TokenKind::Word
            && number.start == letter.end()
            && number.text.len() > 1
            && parts[..at].iter().any(is_repeated);
        fits.then(|| letter.text.to_ascii_uppercase())
    };
    let letter = |at: usize| Some((at, letter_of(parts[at]).or_else(|| repeated(at))?));
    (0..parts.len()).rev().find_map(letter)
}

/// A folder with the contest's number, and the letter below it.
fn in_contest(parts: &[&str]) -> Option<Claim> {
    let (letter_at, own) = letter_at(parts)?;
    let folders = &parts[..letter_at];
    // A round's folder is nearer than what may be a year or a rating.
    let nearest = |at: usize| match contest_in(folders[at]) {
        Some(_) if is_division(folders, at) => Some(None),
        Some(found) => Some(Some((at, found))),
        None if speaks_of_rounds(&[folders[at]]) && folders[at].bytes().any(|byte| byte.is_ascii_digit()) => {
            Some(None)
        }
        None => None,
    };
    let (contest_at, found) = (0..folders.len()).rev().find_map(nearest)??;
    // A letter's folder right below the contest's is the task, whatever its files are called.
    let letter = folders.get(contest_at + 1).filter(|part| part.len() == 1).and_then(|part| letter_of(part));
    let letter = letter.unwrap_or(own);
    // Folders between that say something are a series within it, or people.
    let (digits, is_alone) = found;
    if is_alone && is_year_of_series(digits, &folders[..contest_at]) {
        return None;
    }
    // The first contests' numbers count anything in folders that are called after something else.
    if digits.len() < 3 && folders[..contest_at].iter().any(|folder| is_of_something(folder)) {
        return None;
    }
    let mut others = folders[..contest_at].iter().chain(&folders[contest_at + 1..]);
    let is_contest = |part: &&&str| {
        ["contest", "contests", "problemset"].iter().any(|word| part.eq_ignore_ascii_case(word))
    };
    let value: u32 = digits.parse().ok()?;
    let below_contest = others.clone().any(|part| is_contest(&part));
    let is_round =
        is_alone && value <= LAST_ROUND && !below_contest && others.any(|part| speaks_of_rounds(&[part]));
    // No contest has so many tasks.
    let is_task = letter.as_str() < "S";
    // Behind these letters a round's may stand, too: `cf304/A`.
    let is_short = folders[contest_at].get(..2).is_some_and(|begin| begin.eq_ignore_ascii_case("cf"));
    let is_sure = !(is_alone && is_short && is_rounds_number(digits));
    (!is_round && is_task).then(|| by_number(digits, &letter, is_sure, Strength::Contest))?
}
