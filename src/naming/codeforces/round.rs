//! Rounds, whose numbers aren't those of the contests.

use super::{LAST_CONTEST, letter_at, letter_of};
use crate::model::ProblemId;
use crate::naming::date;
use crate::naming::folder::{is_filler, is_topic, is_year, series_slug};
use crate::naming::helper;
use crate::naming::path::{Token, TokenKind, tokens};
use crate::naming::rule::{self, Claim, Strength, claim};

/// Numbers up to this one may be a round's as well as a contest's. The two sequences are apart since 2020.
pub(in crate::naming) const LAST_ROUND: u32 = 1200;

/// Whether a path below a folder of Codeforces' speaks of rounds and not of contests, in whole words.
pub(in crate::naming) fn speaks_of_rounds(parts: &[&str]) -> bool {
    // A word may end in it: `UnknownLanguageRounds`.
    let ends_so = |word: &str| {
        let before = word.strip_suffix('s').unwrap_or(word).strip_suffix("Round");
        before.is_some_and(|before| before.ends_with(|c: char| c.is_ascii_lowercase()))
    };
    parts.iter().any(|part| tokens(part).iter().any(|token| is_round_word(token.text) || ends_so(token.text)))
}

/// Whether a number below these folders is the year of a series that the nearest of them is called after, and no contest's:
/// `sponsored/zepto/2014`, `April Fools Day Contest/2022`.
pub(super) fn is_year_of_series(digits: &str, folders: &[&str]) -> bool {
    is_year(digits) && folders.last().is_some_and(|folder| is_of_something(folder))
}

/// Whether a folder is called after something: a sponsor, a person, a course; not after all contests, a kind of them, a range
/// of them or a topic.
pub(super) fn is_of_something(folder: &str) -> bool {
    const NOTHING: &[&str] =
        &["gym", "problemset", "rated", "rating", "upsolve", "upsolving", "virtual", "virtuals"];
    let says_nothing = |token: &Token<'_>| {
        token.kind == TokenKind::Number
            || is_filler(token.text)
            || is_round_word(token.text)
            || NOTHING.iter().any(|word| word.eq_ignore_ascii_case(token.text))
    };
    !tokens(folder).iter().all(says_nothing) && !is_topic(&series_slug(folder)) && letter_of(folder).is_none()
}

fn is_round_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "beta",
        "betaround",
        "codeton",
        "div",
        "division",
        "edround",
        "edu",
        "educational",
        "global",
        "globalround",
        "goodbye",
        "hello",
        "round",
        "rounds",
    ];
    WORDS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether what follows the judge's word is a number with a letter apart from it, which may be a round's: `748-A`.
pub(in crate::naming) fn may_be_round(after: &str) -> bool {
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    after[..digits].parse().is_ok_and(|value: u32| value <= LAST_ROUND)
        && after[digits..].starts_with(['-', '_', ' '])
}

/// Whether a text is a number that may be a round's: of `cf283` either may be meant.
pub(in crate::naming) fn is_rounds_number(text: &str) -> bool {
    !text.starts_with('0') && text.parse().is_ok_and(|value: u32| value <= LAST_ROUND)
}

/// What the folder that a task's letter lies in is called after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::naming) enum Folder {
    /// A contest's number.
    Contest,
    /// A round.
    Round,
    /// A number that may be either's.
    Either,
}

/// Whether a folder is a round's division below the round's number: `368/1`.
pub(super) fn is_division(folders: &[&str], at: usize) -> bool {
    let number = at.checked_sub(1).map(|before| folders[before]);
    ["1", "2"].contains(&folders[at])
        && number.is_some_and(|number| number.len() > 2 && is_rounds_number(number))
}

/// The folder that a task's letter lies in, by its place in a path, and what it is called after.
pub(in crate::naming) fn folder_of_contest(parts: &[&str]) -> Option<(usize, Folder)> {
    let letter_at = letter_at(parts).map_or(parts.len() - 1, |(at, _)| at);
    let at = letter_at.checked_sub(1)?;
    if is_division(parts, at) {
        return Some((at - 1, Folder::Round));
    }
    // The round again, its division and the letter: `386/386-2-C`.
    let own = parts.last().and_then(|stem| stem.strip_prefix(parts[at]));
    if is_rounds_number(parts[at])
        && own.is_some_and(|rest| rest.starts_with("-1-") || rest.starts_with("-2-"))
    {
        return Some((at, Folder::Round));
    }
    let folder = parts[at];
    let kind = match contest_in(folder) {
        Some((digits, is_alone)) => {
            let value: u32 = digits.parse().ok()?;
            let is_contests = value > LAST_ROUND || !is_alone || digits.starts_with('0');
            if is_contests { Folder::Contest } else { Folder::Either }
        }
        None if speaks_of_rounds(&[folder]) => Folder::Round,
        None => return None,
    };
    Some((at, kind))
}

/// The number of a contest in a folder's name, and whether the folder says nothing else: `1453 - Codeforces Round #688`,
/// `Contest-44 (1480)`, `Codeforces Round 688 (Div. 2) 1453`, `1900`. A round's number follows a word or a mark that says
/// so, or a division follows it; a range is of many contests.
pub(in crate::naming) fn contest_in(folder: &str) -> Option<(&str, bool)> {
    let tokens = tokens(folder);
    if let [.., before, last] = tokens.as_slice()
        && last.kind == TokenKind::Number
        && (3..=4).contains(&last.text.len())
        && last.end() == folder.len()
        && folder[before.end()..last.start].contains(')')
        && speaks_of_rounds(&[folder])
    {
        return Some((last.text, false));
    }
    if let Some(open) = folder.rfind('(') {
        let inner = folder[open + 1..].trim_end_matches(')');
        if (3..=6).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some((inner, false));
        }
    }
    // A round's number, and the contest's behind it: `604-1264`.
    if let [round, contest] = tokens.as_slice()
        && folder.len() == contest.end()
        && is_round_and_contest(round.text, contest.text)
    {
        return Some((contest.text, false));
    }
    let at = tokens.iter().position(|token| token.kind == TokenKind::Number)?;
    let first = tokens[at];
    let is_lead = tokens[..at].iter().all(|token| {
        ["cf", "codeforces", "contest", "gym", "g"].iter().any(|word| word.eq_ignore_ascii_case(token.text))
    });
    let says_contest = tokens[..at].iter().any(|token| token.text.eq_ignore_ascii_case("contest"))
        && first.text.parse().is_ok_and(|number: u32| number > LAST_ROUND);
    // Behind a gym's word fewer digits are a year's.
    let is_gym = tokens[..at].iter().any(|token| token.text.to_ascii_lowercase().starts_with('g'));
    if !is_lead
        || (is_gym && first.text.len() < 6)
        || folder[..first.start].contains('#')
        || (is_of_division(first, &tokens[at + 1..]) && !says_contest)
    {
        return None;
    }
    if date::is_year(first.text) && is_of_season(&tokens) {
        return None;
    }
    let after = &tokens[at + 1..];
    // A season of a year's, or a course: `2024-C`, `2023-Aula-2`.
    if date::is_year(first.text) && !after.is_empty() && at == 0 && !speaks_of_rounds(&[folder]) {
        return None;
    }
    let goes_on = |next: &Token<'_>| next.start == first.end() || next.kind == TokenKind::Number;
    (!after.first().is_some_and(goes_on)).then_some((first.text, after.is_empty()))
}

/// Whether two numbers are a round's and its contest's, and no range.
fn is_round_and_contest(round: &str, contest: &str) -> bool {
    let (Ok(round), Ok(contest)) = (round.parse::<u32>(), contest.parse::<u32>()) else { return false };
    let ends_range = contest % 50 == 0 || contest % 50 == 49;
    (1..=LAST_ROUND).contains(&round) && (round + 150..=LAST_CONTEST).contains(&contest) && !ends_range
}

/// Whether a division follows a number, which is a round's then: `900 (Div. 3)`, `73 Beta Division 1`, `294 div 2 (my)`. Behind
/// a number that no round has yet nothing else may follow.
fn is_of_division(number: Token<'_>, after: &[Token<'_>]) -> bool {
    const DIVISION: &[&str] = &["beta", "div", "division"];
    let is =
        |token: &Token<'_>, words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(token.text));
    let is_division =
        |token: &Token<'_>| token.text.len() == 1 || is(token, DIVISION) || is(token, &["only"]);
    let value: u32 = number.text.parse().unwrap_or_default();
    // No round has got so far: it is a contest, or a year or a rating.
    if value > LAST_ROUND && !is_year(number.text) && !value.is_multiple_of(100) {
        return false;
    }
    let may_be_round = value <= LAST_ROUND;
    let may_be_round = may_be_round && after.first().is_some_and(|token| is(token, &["div", "division"]));
    after.first().is_some_and(|token| is(token, DIVISION)) && (may_be_round || after.iter().all(is_division))
}

/// Whether a folder speaks of a contest of its year elsewhere: `2022 ICPC Asia-Manila Regional Contest`.
fn is_of_season(tokens: &[Token<'_>]) -> bool {
    const WORDS: &[&str] = &[
        "acm",
        "asia",
        "autumn",
        "camp",
        "ccpc",
        "championship",
        "cup",
        "fall",
        "icpc",
        "national",
        "nerc",
        "olympiad",
        "open",
        "provincial",
        "regional",
        "school",
        "season",
        "spring",
        "summer",
        "training",
        "winter",
    ];
    tokens.iter().any(|token| WORDS.iter().any(|word| word.eq_ignore_ascii_case(token.text)))
}

/// A round, or a contest by its name: that tells problems apart, and leads to none. Years and series may be in any folder.
pub(super) fn in_round(parts: &[&str]) -> Option<Claim> {
    if helper::is_in_library(&format!("{}/", parts[..parts.len() - 1].join("/"))) {
        return None;
    }
    let counted = || counted_task(parts.last()?).filter(|_| speaks_of_rounds(&parts[..parts.len() - 1]));
    let last = || Some((parts.len() - 1, last_letter(parts.last()?).or_else(counted)?));
    let (letter_at, letter) = letter_at(parts).or_else(last)?;
    // Contests below a folder with a letter aren't its task's: `H1/921/3`.
    let is_contest = |part: &&str| part.len() > 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts[letter_at + 1..].iter().any(is_contest) {
        return None;
    }
    let is_letter = |folder: &str| {
        let mut words = folder.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let own = words.next_back().is_some_and(|word| word.len() == 1 || word.eq_ignore_ascii_case(&letter));
        own && words.all(|word| word.eq_ignore_ascii_case("problem")) && letter_of(folder).is_some()
    };
    // Files with titles may lie in any folder, which is no round's then.
    let is_any = !parts[..letter_at].iter().any(|folder| folder.bytes().any(|byte| byte.is_ascii_digit()))
        && !speaks_of_rounds(&parts[..letter_at]);
    if is_any && letter_at + 1 == parts.len() && has_title_behind_letter(parts[letter_at]) {
        return None;
    }
    let says_something =
        |folder: &&&str| !is_letter(folder) && !NO_ROUNDS.contains(&folder.to_lowercase().as_str());
    let folders = &parts[..letter_at];
    let name = |at: usize| {
        let slug = series_slug(folders[at]);
        if is_division(folders, at) { format!("div-{slug}") } else { slug }
    };
    let names: Vec<String> =
        (0..folders.len()).filter(|at| says_something(&&folders[*at])).map(name).collect();
    let name = names.join("-");
    let name = name.strip_prefix("round-").unwrap_or(&name).trim_start_matches('0');
    // Letters that few contests get to are more often anything else.
    let is_task = letter.as_str() < "L" || name.bytes().any(|byte| byte.is_ascii_digit());
    let id = || ProblemId::other("codeforces", &format!("round/{name}/{letter}"));
    (!name.is_empty() && is_task).then(|| claim(id(), false, Strength::Series))
}

/// Whether a title of several words follows a task's letter: `A_MEX_Table`.
fn has_title_behind_letter(part: &str) -> bool {
    let tokens = tokens(part);
    let words = tokens.iter().skip(1).filter(|token| token.kind == TokenKind::Word && token.text.len() > 2);
    tokens.first().is_some_and(|first| first.text.len() == 1) && words.count() > 1
}

/// The letter of a task that is counted: `task3`.
fn counted_task(part: &str) -> Option<String> {
    let tokens = tokens(part);
    let [word, number] = tokens.as_slice() else { return None };
    let says_task = ["prob", "problem", "task"].iter().any(|known| known.eq_ignore_ascii_case(word.text));
    let place = number.text.parse::<u8>().ok().filter(|place| says_task && (1..=9).contains(place))?;
    Some(char::from(b'A' + place - 1).to_string())
}

/// The letter that a name ends in: `stupidB`, `10-A`.
fn last_letter(part: &str) -> Option<String> {
    let tokens = tokens(part);
    match tokens.as_slice() {
        [number, letter]
            if number.kind == TokenKind::Number
                && letter.text.len() == 1
                // A division may be grown on: `2E`.
                && (number.end() < letter.start || number.text.len() == 1) =>
        {
            Some(format!("{}{}", rule::number(number.text), letter.text.to_ascii_uppercase()))
        }
        [word] if word.text.len() > 2 => {
            let letter = word.text.chars().next_back().filter(char::is_ascii_uppercase)?;
            let before = word.text.strip_suffix(letter)?;
            before.ends_with(|c: char| c.is_ascii_lowercase()).then(|| letter.to_string())
        }
        _ => None,
    }
}

/// Folders that belong to no round's name.
const NO_ROUNDS: &[&str] = &["bin", "contest", "contests", "problems", "problemset", "rounds", "src"];
