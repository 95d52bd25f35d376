//! Codeforces.

use super::folder::series_slug;
use super::helper;
use super::path::{Token, TokenKind, tokens};
use super::rule::{Claim, End, Rule, Strength, claim, sure, weak};
use crate::model::ProblemId;

/// Numbers up to this one may be a round's as well as a contest's. The two sequences are apart since 2020.
pub(super) const LAST_ROUND: u32 = 1200;

/// No contest has a number above this one; a gym's begin at 100000.
const LAST_CONTEST: u32 = 9999;

/// What a path below a folder of Codeforces' names.
pub(super) fn below(parts: &[&str]) -> Option<Claim> {
    in_one_name(parts).or_else(|| in_contest(parts)).or_else(|| in_round(parts))
}

/// Whether a path below a folder of Codeforces' speaks of rounds and not of contests, in whole words.
pub(super) fn speaks_of_rounds(parts: &[&str]) -> bool {
    parts.iter().any(|part| tokens(part).iter().any(|token| is_round_word(token.text)))
}

fn is_round_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "beta",
        "betaround",
        "codeton",
        "div",
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

/// Words that may stand before a contest's number in a file's name.
const BEFORE_NUMBER: &[&str] = &["cf", "codeforces", "contest", "no", "p", "problem", "solution"];

/// The contest and the letter in one name: `1388D`, `158A - Next Round`, `1900_B2`, `1166ETheLCMs`.
fn in_one_name(parts: &[&str]) -> Option<Claim> {
    let rounds = speaks_of_rounds(&parts[..parts.len() - 1]);
    let by_name = |part: &&str| {
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
        let is_small = after.text.starts_with(|c: char| c.is_ascii_lowercase());
        let is_loose =
            !gap.is_empty() && (rounds || is_short) || is_short && (is_title || (rounds && is_small));
        (is_lead && is_near && !is_loose)
            .then(|| by_number(contest.text, &index, true, Strength::Identity))?
    };
    // The name of the file, or of a folder that holds one problem's files.
    let last = parts.last()?;
    by_name(last).or_else(|| parts[..parts.len() - 1].iter().rev().find_map(by_name))
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

fn by_number(digits: &str, index: &str, is_sure: bool, strength: Strength) -> Option<Claim> {
    let value: u32 = digits.parse().ok()?;
    match (digits.len(), value) {
        (6, 100_001..=109_999) => Some(claim(gym(digits, index).0, is_sure, strength)),
        (1..=4, 1..=LAST_CONTEST) => Some(claim(ProblemId::codeforces(value, index), is_sure, strength)),
        _ => None,
    }
}

/// The letter of a task that a part begins with.
fn letter_of(part: &str) -> Option<String> {
    let tokens = tokens(part);
    let is_lead = |token: &&Token<'_>| {
        ["problem", "prob", "task", "задача"].iter().any(|word| *word == token.text.to_lowercase())
    };
    let at = usize::from(tokens.first().as_ref().is_some_and(is_lead));
    let first = tokens.get(at)?;
    if let Some(rest) = first.text.to_ascii_lowercase().strip_prefix("problem").filter(|rest| rest.len() == 1)
    {
        return Some(rest.to_ascii_uppercase());
    }
    let starts = at > 0 || part[..first.start].chars().all(|c| "[( ".contains(c));
    let (index, is_title) = index_of(part, first, tokens.get(at + 1))?;
    (starts && !is_title).then(|| index.to_ascii_uppercase())
}

/// A folder with the contest's number, and the letter below it.
fn in_contest(parts: &[&str]) -> Option<Claim> {
    let (letter_at, letter) =
        parts.iter().enumerate().rev().find_map(|(at, part)| Some((at, letter_of(part)?)))?;
    let folders = &parts[..letter_at];
    let (contest_at, found) =
        folders.iter().enumerate().rev().find_map(|(at, folder)| Some((at, contest_in(folder)?)))?;
    // Folders between that say something are a series within it, or people.
    let (digits, is_alone) = found;
    let mut others = folders[..contest_at].iter().chain(&folders[contest_at + 1..]);
    let is_contest = |part: &&&str| {
        ["contest", "contests", "problemset"].iter().any(|word| part.eq_ignore_ascii_case(word))
    };
    let value: u32 = digits.parse().ok()?;
    let below_contest = others.clone().any(|part| is_contest(&part));
    let is_round =
        is_alone && value <= LAST_ROUND && !below_contest && others.any(|part| speaks_of_rounds(&[part]));
    (!is_round).then(|| by_number(digits, &letter, true, Strength::Contest))?
}

/// What the folder that a task's letter lies in is called after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Folder {
    /// A contest's number.
    Contest,
    /// A round.
    Round,
    /// A number that may be either's.
    Either,
}

/// The folder that a task's letter lies in, by its place in a path, and what it is called after.
pub(super) fn folder_of_contest(parts: &[&str]) -> Option<(usize, Folder)> {
    let letter_at = parts.iter().rposition(|part| letter_of(part).is_some()).unwrap_or(parts.len() - 1);
    let at = letter_at.checked_sub(1)?;
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
/// `Contest-44 (1480)`, `1900`. A round's number follows a word or a mark that says so; a range is of many contests.
fn contest_in(folder: &str) -> Option<(&str, bool)> {
    let tokens = tokens(folder);
    if let Some(open) = folder.rfind('(') {
        let inner = folder[open + 1..].trim_end_matches(')');
        if (3..=6).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some((inner, false));
        }
    }
    let at = tokens.iter().position(|token| token.kind == TokenKind::Number)?;
    let first = tokens[at];
    let is_lead = tokens[..at].iter().all(|token| {
        ["cf", "codeforces", "contest", "gym", "g"].iter().any(|word| word.eq_ignore_ascii_case(token.text))
    });
    if !is_lead || folder[..first.start].contains('#') {
        return None;
    }
    let mut after = tokens[at + 1..].iter();
    let is_glued = after.clone().next().is_some_and(|next| next.start == first.end());
    let is_numbered = after.clone().next().is_some_and(|next| next.kind == TokenKind::Number);
    let is_alone = after.next().is_none();
    (!is_glued && !is_numbered).then_some((first.text, is_alone))
}

/// A round, or a contest by its name: that tells problems apart, and leads to none. Years and series may be in any folder.
fn in_round(parts: &[&str]) -> Option<Claim> {
    if helper::is_in_library(&format!("{}/", parts[..parts.len() - 1].join("/"))) {
        return None;
    }
    let (letter_at, letter) = parts
        .iter()
        .enumerate()
        .rev()
        .find_map(|(at, part)| Some((at, letter_of(part)?)))
        .or_else(|| Some((parts.len() - 1, last_letter(parts.last()?)?)))?;
    let is_letter = |folder: &str| folder.len() == 1 && folder.as_bytes()[0].is_ascii_alphabetic();
    let says_something =
        |folder: &&&str| !is_letter(folder) && !NO_ROUNDS.contains(&folder.to_lowercase().as_str());
    let names: Vec<String> =
        parts[..letter_at].iter().filter(says_something).map(|part| series_slug(part)).collect();
    let name = names.join("-");
    let name = name.strip_prefix("round-").unwrap_or(&name).trim_start_matches('0');
    // Letters that few contests get to are more often anything else.
    let is_task = letter.as_str() < "L" || name.bytes().any(|byte| byte.is_ascii_digit());
    let id = || ProblemId::other("codeforces", &format!("round/{name}/{letter}"));
    (!name.is_empty() && is_task).then(|| claim(id(), false, Strength::Series))
}

/// The letter that a name ends in: `stupidB`, `10-A`.
fn last_letter(part: &str) -> Option<String> {
    let tokens = tokens(part);
    match tokens.as_slice() {
        [number, letter]
            if number.kind == TokenKind::Number && letter.text.len() == 1 && number.end() < letter.start =>
        {
            Some(format!("{}{}", super::rule::number(number.text), letter.text.to_ascii_uppercase()))
        }
        [word] if word.text.len() > 2 => {
            let (before, letter) = word.text.split_at(word.text.len() - 1);
            let fits = letter.as_bytes()[0].is_ascii_uppercase()
                && before.ends_with(|c: char| c.is_ascii_lowercase());
            fits.then(|| letter.to_owned())
        }
        _ => None,
    }
}

/// Folders that belong to no round's name.
const NO_ROUNDS: &[&str] = &["bin", "contest", "contests", "problems", "problemset", "rounds", "src"];

/// Paths below a folder of the judge's, beside what [`below`] reads.
pub(super) const RULES: &[Rule] = &[
    Rule {
        strength: Strength::Identity,
        pattern: concat!(
            r"(?:^|[/_ .-])(?:gym[-_ /]*)?g?(\d{6})(?:[-_ ]?|[^0-9/][^/]*/(?:[^/]+/)*?|/(?:[^/]+/)*?)([a-z](?:[a-z]|\d)?)",
            End!()
        ),
        name: |found| Some(gym(&found[1], undoubled(&found[2])?)),
        examples: &[
            ("codeforces/gym/102646/A.cpp", "codeforces/gym/102646/A"),
            ("gym/281913/d/d.cpp", "codeforces/gym/281913/D"),
            ("Codeforces/G102012E.cpp", "codeforces/gym/102012/E"),
            ("cf/100134J.cpp", "codeforces/gym/100134/J"),
            ("gym/101612/hh.cpp", "codeforces/gym/101612/H"),
            ("gym/102646/main.cpp", ""),
        ],
    },
    // The contest, the division and the letter.
    Rule {
        strength: Strength::Contest,
        pattern: concat!(r"(?:^|/)(?:cf[-_ ]?)?0*([1-9]\d{0,3})[-_ ]d(?:iv)?\d+[-_ ]([a-z]\d?)", End!()),
        name: |found| weak(ProblemId::codeforces(found[1].parse().ok()?, &found[2])),
        examples: &[("CodeForces/CF813-D12-D.cpp", "~codeforces/813/D")],
    },
    // The lessons: one, a step of it and a letter.
    Rule {
        strength: Strength::Identity,
        pattern: concat!(r"(?:^|/)edu/0*(\d{1,2})/0*(\d)[-_ /]?([a-z])", End!()),
        name: |found| {
            let problem = format!("edu/{}/{}/{}", &found[1], &found[2], found[3].to_ascii_uppercase());
            weak(ProblemId::other("codeforces", &problem))
        },
        examples: &[("codeforces/edu/09/3e.cpp", "~codeforces/edu/9/3/E")],
    },
    // A round's number and the letter in one name.
    Rule {
        strength: Strength::Contest,
        pattern: r"^(?:(.*)/)?(?:r|round|cfr)[-_ #]*0*([1-9]\d{0,3})[-_ ]+(?:(div[-_. ]?[1-4])[-_ ]+)?([a-z]\d?)(?:[-_ .][^/]*)?$",
        name: |found| {
            let is_educational = tokens(&found[1]).iter().any(|token| {
                token.text.eq_ignore_ascii_case("educational") || token.text.eq_ignore_ascii_case("edu")
            });
            let series = if is_educational { "edu" } else { "" };
            let division = found[3].to_ascii_lowercase().replace(['-', '_', '.', ' '], "");
            let division = if division.is_empty() { division } else { format!("-{division}") };
            let problem = format!("round/{series}{}{division}/{}", &found[2], found[4].to_ascii_uppercase());
            weak(ProblemId::other("codeforces", &problem))
        },
        examples: &[
            ("codeforces/Codeforces Round 02x/R022_div2_A.cpp", "~codeforces/round/22-div2/A"),
            ("codeforces/Educational Round 02x/R022_div2_A.cpp", "~codeforces/round/edu22-div2/A"),
        ],
    },
];

/// Paths that name no judge: a contest and a letter alone are Codeforces', a gym's number more surely.
pub(super) const ALONE: &[Rule] = &[
    Rule {
        strength: Strength::Identity,
        pattern: r"^(?-i:(?:.*/)?0*([1-9]\d{0,3})([A-I]\d?|[a-i]\d?)(?:[-_. ][^/]*)?$)",
        name: |found| {
            let small =
                found[1].len() < 3 && found[2].starts_with(|letter: char| letter.is_ascii_lowercase());
            (!small).then(|| contest(&found[1], &found[2])).flatten()
        },
        examples: &[
            ("1000A-CodehorsesTshirts.cpp", "codeforces/1000/A"),
            ("main/1300-1399/1388D.go", "codeforces/1388/D"),
            ("4A.py", "codeforces/4/A"),
            ("1352c.cpp", "codeforces/1352/C"),
            ("graphics/3d.py", ""),
            ("leetcode/1000A.cpp", ""),
            ("2659.cpp", ""),
        ],
    },
    Rule {
        strength: Strength::Identity,
        pattern: r"^(?-i:(?:.*/)?(10[0-9]{4})[-_]?([A-N])(?:[-_. ][^/]*)?$)",
        name: |found| weak(gym(&found[1], &found[2]).0),
        examples: &[
            ("102646A.cpp", "~codeforces/gym/102646/A"),
            ("prov/2019/104460E.cpp", "~codeforces/gym/104460/E"),
        ],
    },
    Rule {
        strength: Strength::Contest,
        pattern: concat!(
            r"(?:^|[/_ .-])gym[-_ /]*(\d{6})(?:[-_ ]?|/(?:[^/]+/)*?|[^0-9/][^/]*/(?:[^/]+/)*?)([a-z](?:[a-z]|\d)?)",
            End!()
        ),
        name: |found| Some(gym(&found[1], undoubled(&found[2])?)),
        examples: &[("gym/101612/h.cpp", "codeforces/gym/101612/H")],
    },
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|/)(?:acm\.?)?sgu(?:\.?ru)?(?:[-_ ]?|/(?:[^/]+/)*)([1-5]\d\d)(?:[^0-9]|$)",
        name: |found| sure(ProblemId::codeforces_set("acmsguru", &found[1])),
        examples: &[
            ("acmsguru403-ScientificProblem.cpp", "codeforces/acmsguru/403"),
            ("ProblemArchives/acm.sgu.ru/olimp/436.dpr", "codeforces/acmsguru/436"),
        ],
    },
];

/// What [`below`] makes of paths.
#[cfg(test)]
pub(super) const EXAMPLES: &[(&str, &str)] = &[
    ("solutions/codeforces/4/A.rs", "codeforces/4/A"),
    ("codeforces/contest/1900/b2.cpp", "codeforces/1900/B2"),
    ("codeforces/contest/1176/cc.cpp", "codeforces/1176/C"),
    ("codeforces/contest/1283/b/b.cpp", "codeforces/1283/B"),
    ("codeforces/1300-1399/1388D.go", "codeforces/1388/D"),
    ("Codeforces/1107F.cpp", "codeforces/1107/F"),
    ("Codeforces/1023F(2).cpp", "codeforces/1023/F"),
    ("cf/0158/a/main.py", "codeforces/158/A"),
    ("Codeforces/1900/C. Anji's Tree.cpp", "codeforces/1900/C"),
    ("codeforces/158A - Next Round.cpp", "codeforces/158/A"),
    ("codeforces/1234/src/bin/e.rs", "codeforces/1234/E"),
    ("codeforces/div2/525 cf297 -ak/525B.cpp", "codeforces/525/B"),
    ("codeforces/1453 - Codeforces Round #688 (Div. 2)/D - Checkpoints.cpp", "codeforces/1453/D"),
    ("codeforces/Contest-44 (1480)/C.cpp", "codeforces/1480/C"),
    ("CodeForces/1166ETheLCMsMustBeLarge.cpp", "codeforces/1166/E"),
    ("codeforces/354_2/a.cpp", "~codeforces/round/354-2/A"),
    ("codeforces/cdf286-2a.py", "~codeforces/title/cdf286-2a"),
    ("codeforces/gym/102646/main.cpp", ""),
    ("codeforces/library/dsu.cpp", ""),
    ("codeforces/D - Minesweeper 1D/Accepted.cpp", "~codeforces/title/d-minesweeper-1d"),
    ("individual/codeforces/1900/A.cpp", "codeforces/1900/A"),
    ("OnlineJudge/CodeForce/1698D.cpp", "codeforces/1698/D"),
    ("codeforces.com/round/026/D.cpp", "~codeforces/round/26/D"),
    ("codeforces/edu64/f.cpp", "~codeforces/round/edu64/F"),
    ("codeforces/Round 900 (Div. 3)/A.cpp", "~codeforces/round/900-div-3/A"),
    ("src/Codeforces/goodbye2020/b/src/main.rs", "~codeforces/round/goodbye2020/B"),
    ("codeforces/TS3E4/ff.cpp", "~codeforces/round/ts3e4/F"),
    ("codeforces/tem/t.cpp", ""),
    ("online_judge/Codeforces/R570/B/b.d", "~codeforces/round/r570/B"),
    ("Codeforces/r974/src/bin/a/main.rs", "~codeforces/round/r974/A"),
    ("codeforces.com/sponsored/VKCup2012/qual/E.cpp", "~codeforces/round/sponsored-vkcup2012-qual/E"),
    ("codeforces/copypasta/template/c/main_test.go", ""),
    ("cf958C3.cpp", "codeforces/958/C3"),
    ("A2OJ/1900-1999 Ladder/483 - A - Counterexample.cpp", "codeforces/483/A"),
    ("A2OJ Ladders/C1/71A.cpp", "codeforces/71/A"),
    ("A2OJ/SPOJ/PRIME1.cpp", "~spoj/PRIME1"),
    ("daily/CF-1000A_hats.py", "codeforces/1000/A"),
];

/// Messages.
pub(super) const MESSAGES: &[Rule] = &[
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|[^a-z0-9])(?:codeforces)[ #_-]*([1-9]\d{0,3})[ /_-]?([a-z]\d?)(?:[^a-z0-9]|$)",
        name: |found| contest(&found[1], &found[2]),
        examples: &[("Codeforces 4 A: Watermelon", "codeforces/4/A")],
    },
    Rule {
        strength: Strength::Contest,
        pattern: r"(?:^|[^a-z0-9])cf[ #_-]*([1-9]\d{0,3})[ /_-]?([a-z]\d?)(?:[^a-z0-9]|$)",
        name: |found| contest(&found[1], &found[2]),
        examples: &[("cf958C3", "codeforces/958/C3")],
    },
    Rule {
        strength: Strength::Title,
        pattern: r"(?-i:(?:^|[^A-Za-z0-9])([1-9]\d{2,3})([A-I]\d?)(?:[^A-Za-z0-9]|$))",
        name: |found| contest(&found[1], &found[2]).map(|(problem, _)| (problem, false)),
        examples: &[("Create 1952C-Is-it-a-cat.cpp", "~codeforces/1952/C"), ("Use 100 B less", "")],
    },
];

pub(super) fn contest(contest: &str, index: &str) -> Option<(ProblemId, bool)> {
    let contest = contest.parse().ok().filter(|contest| (1..=LAST_CONTEST).contains(contest))?;
    sure(ProblemId::codeforces(contest, undoubled(index)?))
}

/// The index of a task; a doubled letter is a second attempt, two different ones are a word.
fn undoubled(index: &str) -> Option<&str> {
    match index.as_bytes() {
        [first, second] if second.is_ascii_alphabetic() => {
            first.eq_ignore_ascii_case(second).then(|| &index[..1])
        }
        _ => Some(index),
    }
}

pub(super) fn gym(contest: &str, index: &str) -> (ProblemId, bool) {
    (ProblemId::other("codeforces", &format!("gym/{contest}/{}", index.to_ascii_uppercase())), true)
}
