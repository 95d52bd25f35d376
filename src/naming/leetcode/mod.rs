//! LeetCode, on both of its sites.

mod contest;
#[cfg(test)]
mod examples;
mod rules;
mod title;

use crate::model::ProblemId;
use crate::naming::date;
use crate::naming::folder::is_series_part;
use crate::naming::path::{Token, TokenKind, tokens};
use crate::naming::rule::{Claim, Strength, camel_slug, claim, is_address, number, slug};

#[cfg(test)]
pub(super) use examples::EXAMPLES;
pub(super) use rules::{ALONE, MESSAGES, RULES};
use title::{by_title, title_alone};
pub(super) use title::{dated, is_approach};

/// No problem has a number above this one.
const LAST: u32 = 4500;

/// What a path below a folder of LeetCode's names: a number first, else the title.
pub(super) fn below(parts: &[&str]) -> Option<Claim> {
    if let Some(found) = contest::place(parts) {
        return Some(found);
    }
    let (last, folders) = parts.split_last()?;
    if date::has_month_and_year(last) {
        return by_title(parts);
    }
    if let Some(rest) = behind_day(last) {
        let title = title_alone(&camel_slug(rest)).to_owned();
        return match numbered(rest) {
            Some(found) => by_number(found.digits, true),
            None if title.contains('-') => {
                Some(claim(ProblemId::other("leetcode", &title), false, Strength::Title))
            }
            None => None,
        };
    }
    // Before a contest ends its problems have other numbers: `5920. Minimized Maximum of …`.
    if let Some(title) = behind_high_number(last) {
        return Some(claim(ProblemId::other("leetcode", &title), false, Strength::Title));
    }
    let is_high = |part: &str| part.len() == 4 && part.parse().is_ok_and(|number: u32| number > LAST);
    if is_high(last) && folders.iter().any(|folder| folder.to_ascii_lowercase().contains("contest")) {
        return Some(claim(ProblemId::other("leetcode", last), false, Strength::Title));
    }
    // On the Chinese site they have six digits: `Contest/100141`.
    if matches!(last.as_bytes(), [b'1', b'0', b'0' | b'1', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9']) {
        return Some(claim(ProblemId::other("leetcode", last), false, Strength::Title));
    }
    if let Some(found) = numbered(last) {
        // A question of a week's or of a day's: `Week 2/Q1`, `27 June 2024/Q2`.
        let is_place = found.has_lead && found.digits.len() == 1 && found.title.is_empty();
        let is_session = |folder: &&str| is_series_part(folder) || date::says_month(folder);
        if is_place && folders.last().is_some_and(is_session) {
            return None;
        }
        let title = camel_slug(found.title);
        // A day of a month's challenge: `Challenges/2020/January/13`.
        if found.digits.len() < 3 && folders.last().is_some_and(|folder| date::is_month_in_words(folder)) {
            let by_title = || claim(ProblemId::other("leetcode", &title), false, Strength::Title);
            return title.contains('-').then(by_title);
        }
        // What the folder repeats is the problem's number, and one before it counts: `330h/0609_330_PatchingArray`.
        let of_folder = folders.last().and_then(|folder| numbered(folder));
        if let (Some(second), Some(folder)) = (numbered(found.title), of_folder)
            && number(second.digits) == number(folder.digits)
        {
            return by_number(second.digits, true);
        }
        // In a list a small number may be the place there, and the title tells more.
        let may_be_place = found.digits.len() < 3 && folders.iter().any(|folder| is_list(folder));
        if may_be_place && found.digits.starts_with('0') && title.contains('-') {
            return Some(claim(ProblemId::other("leetcode", &title), false, Strength::Title));
        }
        return by_number(found.digits, !may_be_place);
    }
    let title = camel_slug(last);
    // A letter is a task of a contest's, but in a folder with a number and a title.
    if title.len() == 1 {
        let folder = numbered(folders.last()?)?;
        return slug(folder.title).contains('-').then(|| by_number(folder.digits, true)).flatten();
    }
    for (at, folder) in folders.iter().enumerate().rev() {
        // What is grown on to a folder's number is a plan's: `30DaysOfJS`.
        if let Some(found) = numbered(folder).filter(|found| !found.is_grown) {
            let (own, plain) = (slug(found.title).replace('-', ""), title.replace('-', ""));
            // A folder with a number and a title holds one problem's files, or a chapter's with titles of their own.
            let is_same = plain.contains(&own) || own.contains(&plain);
            // Chapters have short numbers, and an approach is no title.
            let is_titled = found.digits.len() < 3 && title.contains('-') && !is_approach(&title);
            let is_chapter = !own.is_empty() && is_titled && !is_same;
            // A contest's number, with titles below it: `Contests/83/Large Groups`.
            let is_contests = found.title.is_empty()
                && at.checked_sub(1).is_some_and(|before| {
                    ["contest", "contests"].iter().any(|word| folders[before].eq_ignore_ascii_case(word))
                });
            let is_series = is_contests
                || date::is_year(found.digits)
                || is_series_part(folder)
                || date::is_below_year(parts, at);
            if !is_chapter && !is_series {
                return match address_beside_inner_number(folder, last) {
                    Some(address) => {
                        Some(claim(ProblemId::other("leetcode", address), false, Strength::Title))
                    }
                    None => by_number(found.digits, true),
                };
            }
            break;
        }
    }
    by_title(parts)
}

/// What stands behind a week or a day that a name begins with, which may be counted: `Week 3.1 Product of Array`,
/// `21_DAY21_House_Robber`.
fn behind_day(part: &str) -> Option<&str> {
    let tokens = tokens(part);
    let is_number = |token: &Token<'_>| token.kind == TokenKind::Number && token.text.len() < 4;
    let counted = usize::from(tokens.first().is_some_and(is_number));
    let word = tokens.get(counted)?;
    let says_day = ["day", "week"].iter().any(|known| known.eq_ignore_ascii_case(word.text));
    let first = tokens.get(counted + 1).filter(|token| says_day && is_number(token))?;
    // A day of the week follows its number.
    let second = tokens
        .get(counted + 2)
        .filter(|token| is_number(token) && token.text.len() == 1 && part[first.end()..token.start] == *".");
    let end = second.unwrap_or(first).end();
    let rest = part[end..].trim_start_matches(|c: char| !c.is_alphanumeric());
    let has_words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1).count() > 1;
    (has_words || second.is_some() && rest.len() > 4).then_some(rest)
}

/// What the judge's address calls the problem, where that is all a file's name says and its folder puts a number before
/// it: `3884-maximum-sum/maximum-sum`. `LeetSync` writes so, and its number is the judge's inner one, which none of its
/// pages shows.
fn address_beside_inner_number<'p>(folder: &str, file: &'p str) -> Option<&'p str> {
    let (number, address) = folder.split_once('-')?;
    let is_number = !number.starts_with('0') && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && file.contains('-') && is_address(file) && address == file).then_some(file)
}

/// The title of several words behind a number that no problem has.
fn behind_high_number(part: &str) -> Option<String> {
    let digits = part.bytes().take_while(u8::is_ascii_digit).count();
    let value: u32 = part[..digits].parse().ok()?;
    let rest = &part[digits..];
    // What tells attempts apart may follow: `5920.0_`.
    let title = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "._- ".contains(c));
    let title = camel_slug(title);
    let is_meant = (LAST + 1..10_000).contains(&value) && rest.starts_with(['.', '_', '-', ' ']);
    (is_meant && title.contains('-') && title.is_ascii()).then_some(title)
}

/// A number that a part begins with, and the title behind it.
pub(super) struct Numbered<'t> {
    /// Whether a word for a problem stands before the number.
    has_lead: bool,
    /// Whether the title is grown on to the number.
    is_grown: bool,
    pub digits: &'t str,
    pub title: &'t str,
}

/// The problem's number that a part begins with, after a date or a day, and a word for it: `0015_3sum`, `lc_200`,
/// `200727_258_add_digits`, `d12_p70_climbing_stairs`, `[1] Two Sum`.
pub(super) fn numbered(part: &str) -> Option<Numbered<'_>> {
    const WORDS: &[&str] = &[
        "id", "lc", "leet", "leetcode", "n", "no", "num", "number", "p", "prob", "problem", "q", "question",
        "quiz", "s", "sol", "solution",
    ];
    let tokens = tokens(part);
    if let [chapter, problem, ..] = tokens.as_slice()
        && [chapter, problem].iter().all(|token| token.kind == TokenKind::Number && token.text.len() == 2)
        && part.as_bytes()[chapter.end()] == b'.'
    {
        // A chapter's number and a problem's in it.
        return None;
    }
    let mut at = 0;
    let mut has_lead = false;
    loop {
        let dated = date::at(&tokens, at);
        if dated > 0 {
            at += dated;
            continue;
        }
        let token = tokens.get(at)?;
        let next = tokens.get(at + 1);
        // A day or a level comes before the number: `d12_p70`, `L1_3499`.
        let is_count =
            ["d", "day", "l", "level", "lv"].iter().any(|word| word.eq_ignore_ascii_case(token.text));
        if is_count
            && next.is_some_and(|next| next.kind == TokenKind::Number && next.text.len() <= 2)
            && tokens.len() > at + 2
        {
            at += 2;
            continue;
        }
        // One of these letters, and a number that is no day: `l1106`, `L0010MatchPattern`.
        let is_marked = |next: &Token<'_>| {
            let is_alone = tokens.len() == 2;
            at == 0
                && next.start == token.end()
                && match token.text {
                    "l" | "L" => next.text.len() > 2 || next.text.len() == 2 && token.text == "l" && is_alone,
                    "d" | "D" => next.text.len() > 2 && is_alone,
                    _ => false,
                }
        };
        let is_mark = token.text.len() == 1 && next.is_some_and(is_marked);
        if is_mark || WORDS.iter().any(|word| word.eq_ignore_ascii_case(token.text)) {
            has_lead = true;
            at += 1;
            continue;
        }
        break;
    }
    let is_short = |digits: &str| digits.len() <= 4 || (digits.len() == 5 && digits.starts_with('0'));
    let found = tokens.get(at).filter(|token| token.kind == TokenKind::Number && is_short(token.text))?;
    let rest = &part[found.end()..];
    // The level may be grown on: `172M_Factorial_Trailing_Zeroes`.
    let rest = match rest.as_bytes() {
        [b'E' | b'M' | b'H', b'_' | b'-' | b'.' | b' ', b'A'..=b'Z' | b'0'..=b'9', ..] => &rest[1..],
        [b'e' | b'm' | b'h'] if found.text.len() > 2 => "",
        _ => rest,
    };
    // A word grown on is a title's (`3sum`), but for a whole title in capitals and small letters: `907SumOfSubarrays`.
    let is_camel = matches!(rest.as_bytes(), [b'A'..=b'Z', b'a'..=b'z', ..])
        && (has_lead || found.text.len() > 3 || !WITH_NUMBERS.iter().any(|word| rest.starts_with(word)));
    let ends = is_camel || rest.chars().next().is_none_or(|c| !c.is_ascii_alphanumeric());
    let title = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    // Nothing but a number behind it counts attempts, at least at a number that is none itself: `560-1`, not `1_2`.
    let is_attempt = found.text.len() > 2 && title.len() < 3;
    let is_title = title.is_empty() || is_attempt || title.chars().any(char::is_alphabetic);
    let counts =
        ends && is_title && number(found.text) != "0" && number(found.text).parse::<u32>().ok()? <= LAST;
    counts.then_some(Numbered { has_lead, is_grown: is_camel, digits: found.text, title })
}

/// Whether a folder is a list of problems that others chose: `Blind75`, `neetcode_150`, `Top Interview 150`.
fn is_list(folder: &str) -> bool {
    const LISTS: &[&str] = &["blind", "curated", "grind", "hot", "neetcode", "sheet", "striver", "top"];
    tokens(folder).iter().any(|token| LISTS.iter().any(|list| list.eq_ignore_ascii_case(token.text)))
}

/// Words that titles have behind a number of their own: `3Sum`, `132Pattern`, `01Matrix`, `2KeysKeyboard`, `24Game`.
const WITH_NUMBERS: &[&str] = &["Game", "Keys", "Matrix", "Pattern", "Sum"];

fn by_number(digits: &str, is_sure: bool) -> Option<Claim> {
    let (problem, sure) = by_digits(digits, is_sure)?;
    Some(claim(problem, sure, Strength::Identity))
}

#[expect(clippy::unnecessary_wraps, reason = "it ends rules, which may name nothing")]
fn by_digits(digits: &str, is_sure: bool) -> Option<(ProblemId, bool)> {
    Some((ProblemId::other("leetcode", number(digits)), is_sure))
}
