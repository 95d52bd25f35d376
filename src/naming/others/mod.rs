//! Judges without rules of their own: the problem by the shape of the judge's ids, in what lies below its folder.

mod aizu;
mod codechef;
#[cfg(test)]
mod examples;
mod luogu;
mod number;
mod topcoder;
mod word;

use std::sync::LazyLock;

use regex::Regex;

use crate::judges::known_judge;
use crate::model::{KnownJudge, ProblemId, ProblemNames};
use crate::naming::folder::{is_algorithm, is_series_part, is_topic};
use crate::naming::path::{Token, TokenKind, is_empty_stem, tokens};
use crate::naming::rule::{Claim, Rule, Strength, camel_slug, claim, number, slug, titled, weak};
use crate::naming::{atcoder, date, helper, leetcode};

#[cfg(test)]
pub(super) use examples::EXAMPLES;
use number::by_number;
pub(super) use number::{is_number_of, level_of_pat};
pub(super) use word::begins_with_id;
use word::by_word;

/// A judge's word and its id for a problem.
static WORD_AND_ID: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:^|[^A-Za-z0-9])(?i:(pku|poj|hdu|hdoj|zoj|uva|timus|ural|bzoj|aizu|aoj|boj|luogu|spoj|codechef))",
        r"[-_ ]?((?i:p?[0-9]{3,5})|[A-Z][A-Z0-9_]{2,})"
    ))
    .ok()
});

/// The ids in a name, each just after a judge's word, where there are several: one problem often has.
pub(super) fn several_in_name(name: &str) -> Vec<Claim> {
    let Some(pattern) = WORD_AND_ID.as_ref() else { return Vec::new() };
    let ids = pattern.captures_iter(name).filter_map(|found| {
        let judge = known_judge(&found[1])?;
        let id = &found[2];
        let is_word = matches!(judge.names, ProblemNames::Word);
        let id = if is_word { id.to_owned() } else { number(id).to_owned() };
        (is_word || id.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| claim(ProblemId::other(judge.id, &id), true, Strength::Identity))
    });
    let found: Vec<Claim> = ids.collect();
    if found.len() > 1 { found } else { Vec::new() }
}

/// What a path below a judge's folder names, by the shape of the judge's ids.
pub(super) fn below(judge: &KnownJudge, parts: &[&str]) -> Option<Claim> {
    by_shape(judge, parts)
}

/// The live archive of the ICPC, by a number of its problems alone: `icpc/2871`.
pub(super) fn in_live_archive(parts: &[&str]) -> Option<Claim> {
    let number = parts.last()?;
    let is_number = number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_archives = is_number && *number > "2099" && !date::is_year(number);
    is_archives.then(|| claim(ProblemId::other("uva-live", number), false, Strength::Identity))
}

/// Advent of Code: a year, and a day after it.
pub(super) fn advent(parts: &[&str]) -> Option<Claim> {
    let tokens: Vec<_> = parts.iter().flat_map(|part| tokens(part)).collect();
    let is_long = |digits: &str| digits.len() == 4 && ("2015"..="2039").contains(&digits);
    let says_year = |at: usize| {
        let words = ["advent", "adventofcode", "aoc", "y", "year"];
        at.checked_sub(1)
            .is_none_or(|before| words.iter().any(|word| word.eq_ignore_ascii_case(tokens[before].text)))
    };
    let is_short =
        |at: usize, digits: &str| says_year(at) && digits.len() == 2 && ("15"..="39").contains(&digits);
    let is_year = |(at, token): &(usize, &Token<'_>)| {
        token.kind == TokenKind::Number && (is_long(token.text) || is_short(*at, token.text))
    };
    let (at, year) = tokens.iter().enumerate().find(is_year)?;
    let year = if year.text.len() == 2 { format!("20{}", year.text) } else { year.text.to_owned() };
    let is_day =
        |digits: &str| digits.len() <= 2 && digits.parse().is_ok_and(|day: u32| (1..=25).contains(&day));
    let after = &tokens[at + 1..];
    let says_day =
        |word: &str| ["d", "day", "dec", "december"].iter().any(|day| day.eq_ignore_ascii_case(word));
    let told =
        after.windows(2).find(|pair| says_day(pair[0].text) && is_day(pair[1].text)).map(|pair| pair[1].text);
    let day = told.or_else(|| after.iter().find(|token| is_day(token.text)).map(|token| token.text))?;
    let problem = ProblemId::other("adventofcode", &format!("{year}/{}", number(day)));
    Some(claim(problem, true, Strength::Identity))
}

/// Names of files in the folder of a problem's or a contest's that solve nothing.
const NO_SOLUTIONS: &[&str] = &[
    "lib",
    "library",
    "precode",
    "tempcoderunnerfile",
    "template",
    "test",
    "testing_tool",
    "tests",
    "utils",
];

/// The letter of a part that says it with the word before: `Problem C`.
fn letter_behind_word(part: &str) -> Option<&str> {
    let begin = part.get(.."problem".len()).filter(|begin| begin.eq_ignore_ascii_case("problem"))?;
    let letter = part[begin.len()..].trim_start_matches([' ', '_', '-']);
    (letter.len() == 1 && letter.as_bytes()[0].is_ascii_alphabetic()).then_some(letter)
}

/// Whether a part is a letter, with or without a digit, or a doubled one: a second attempt.
fn is_letter(part: &str) -> bool {
    let part = letter_behind_word(part).unwrap_or(part);
    let plain = part.trim_end_matches(|c: char| c.is_ascii_digit()).to_lowercase();
    let is_twice = plain.len() == 2 && part.len() < 4 && plain.as_bytes()[0] == plain.as_bytes()[1];
    (plain.len() <= 1 && part.len() <= 2) || is_twice
}

fn by_shape(judge: &KnownJudge, parts: &[&str]) -> Option<Claim> {
    let (stem, folders) = parts.split_last()?;
    match judge.names {
        ProblemNames::Own => None,
        ProblemNames::Number(digits) => by_number(judge, digits, stem, folders),
        ProblemNames::Word if NO_SOLUTIONS.contains(&stem.to_lowercase().as_str()) => None,
        ProblemNames::Word => by_word(judge, stem, folders),
        ProblemNames::Contest => {
            let name = |part: &&str| {
                match part.rsplit_once([' ', '_', '-']) {
                    _ if judge.id != "nowcoder" => slug(part),
                    None if part.len() == 1 => (*part).to_owned(),
                    // A contest's number and a letter.
                    Some((contest, letter))
                        if letter.len() == 1 && contest.bytes().all(|byte| byte.is_ascii_digit()) =>
                    {
                        format!("{contest}/{letter}")
                    }
                    _ => slug(part),
                }
            };
            let mut names: Vec<String> = folders.iter().map(name).collect();
            let own = name(stem);
            let is_main = is_empty_stem(stem) && own.len() > 1;
            let is_again = names.last().is_some_and(|last| {
                last.eq_ignore_ascii_case(&own) || (own.len() > 2 && last.ends_with(&own))
            });
            if !is_main && !is_again {
                names.push(own);
            }
            names.retain(|name| !name.is_empty() && !["contest", "contests", "src"].contains(&name.as_str()));
            let is_lone_letter = names.len() == 1 && names[0].len() < 3;
            (!names.is_empty() && !is_lone_letter && !is_algorithm(&slug(stem)))
                .then(|| claim(ProblemId::other(judge.id, &names.join("/")), false, Strength::Series))
        }
    }
}

/// A task of a contest, by its letter in folders with a number.
fn in_contest(judge: &KnownJudge, folders: &[&str], stem: &str) -> Option<Claim> {
    let is_letter = |part: &&str| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let letter = Some(stem).filter(is_letter).or_else(|| folders.last().copied().filter(is_letter))?;
    let says_something = |part: &&&str| !is_letter(part) && !["bin", "contest", "src"].contains(*part);
    let contest = folders.iter().filter(says_something).map(|part| slug(part)).collect::<Vec<_>>().join("-");
    let has_number = contest.bytes().any(|byte| byte.is_ascii_digit());
    let problem = || format!("contest/{contest}/{}", letter.to_ascii_lowercase());
    has_number.then(|| claim(ProblemId::other(judge.id, &problem()), false, Strength::Series))
}

/// The problem by its title, which leads to no page: a file's name that has several words, or a script that programs
/// aren't written in. What usually lies beside solutions has such names, too.
pub(super) fn title_below(judge: &KnownJudge, parts: &[&str]) -> Option<Claim> {
    let (stem, folders) = parts.split_last()?;
    // A way to solve a problem is no title; its folder's name is.
    let is_titled =
        |folder: &&&str| slug(folder).contains('-') && !is_series_part(folder) && !is_topic(&slug(folder));
    let folder = folders.last().filter(is_titled).filter(|_| {
        stem.chars().filter(|c| c.is_alphabetic()).count() > 1 && leetcode::is_approach(&camel_slug(stem))
    });
    let stem = folder.unwrap_or(stem);
    let title = without_level(slug(stem));
    let words = title.split('-').filter(|word| word.chars().any(char::is_alphabetic));
    let is_camel = stem
        .as_bytes()
        .windows(2)
        .filter(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
        .count()
        > 0;
    // A folder of the judge's tiers holds problems by their titles, of one word, too, and so does a folder called the same.
    let is_word = || {
        stem.len() > 3
            && stem.bytes().all(|byte| byte.is_ascii_alphabetic())
            && !is_empty_stem(stem)
            && stem.starts_with(|c: char| c.is_ascii_uppercase())
            && (folders.last() == Some(stem) || folders.iter().any(|folder| is_tier(folder)))
    };
    // The letter of a task may be grown on: `ARotate`.
    let is_lettered =
        || judge.id == "atcoder" && atcoder::label_of_title(stem).is_some_and(|label| label < "I");
    let reads_so = words.count() > 1
        || is_camel
        || is_lettered()
        || title.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
        || (matches!(judge.names, ProblemNames::Number(_)) && is_word());
    let goes_by_title = match judge.names {
        ProblemNames::Own => ["atcoder", "codeforces"].contains(&judge.id),
        ProblemNames::Number(_) => true,
        ProblemNames::Word | ProblemNames::Contest => false,
    };
    let is_beside = helper::is_beside_solutions(&format!("{}.x", parts.join("/")));
    let is_no_title =
        is_beside || is_series_part(stem) || is_topic(&title) || is_algorithm(&camel_slug(stem));
    (goes_by_title && reads_so && !is_no_title)
        .then(|| claim(titled(judge.id, &title), false, Strength::Title))
}

/// Whether a folder is one of the tiers that Baekjoon's problems have: `gold`, `Silver 3`.
fn is_tier(folder: &str) -> bool {
    const TIERS: &[&str] = &[
        "bronze",
        "diamond",
        "gold",
        "platinum",
        "ruby",
        "silver",
        "브론즈",
        "실버",
        "골드",
        "플래티넘",
        "다이아몬드",
    ];
    let tokens = tokens(folder);
    tokens.first().is_some_and(|token| TIERS.contains(&&*token.text.to_lowercase())) && tokens.len() < 3
}

/// A title without the level of its problem: `lv2-괄호`, `level-2-괄호`.
fn without_level(title: String) -> String {
    let rest = ["level-", "level", "lv-", "lv"].iter().find_map(|word| title.strip_prefix(word));
    let level = rest.and_then(|rest| rest.split_once('-'));
    match level {
        Some((level, name)) if level.len() == 1 && level.as_bytes()[0].is_ascii_digit() => name.to_owned(),
        _ => title,
    }
}

/// Paths that name no judge: Luogu's ids are told from anything else by their letter.
pub(super) const ALONE: &[Rule] = &[
    Rule {
        strength: Strength::Identity,
        pattern: r"(?-i:(?:^|.*[^A-Za-z0-9])P([1-9]\d{3}|1\d{4})(?:[^A-Za-z0-9][^/]*)?$)",
        name: |found| weak(ProblemId::other("luogu", &format!("P{}", &found[1]))),
        examples: &[
            ("problemset/LCT/30_P4219.cpp", "~luogu/P4219"),
            ("p1001.cpp", ""),
            ("BOJ/P1000.cpp", "boj/1000"),
        ],
    },
    // DMOJ's contests of a year's series, as no other judge calls its problems: `wc18c1s2`.
    Rule {
        strength: Strength::Identity,
        pattern: r"(?-i:(?:^|/)([a-z]{2,8}(?:1\d|2\d)c[1-9][jps][1-9])$)",
        name: |found| weak(ProblemId::other("dmoj", &found[1])),
        examples: &[("Other/cpc19c1p6.cpp", "~dmoj/cpc19c1p6"), ("Other/wc18c1s2.cpp", "~dmoj/wc18c1s2")],
    },
    // ICPC's live archive, as the books abbreviate it.
    Rule {
        strength: Strength::Identity,
        pattern: r"(?-i:(?:^|/)LA(?:[-_ ]?|/(?:[^/]+/)*)([2-8]\d{3})(?:[^0-9/][^/]*)?$)",
        name: |found| weak(ProblemId::other("uva-live", &found[1])),
        examples: &[
            ("LA3027 - Corporative Network.cpp", "~uva-live/3027"),
            ("maratona/LA/3582.cpp", "~uva-live/3582"),
            ("trips/LA/2012/a.cpp", ""),
        ],
    },
    // As a browser extension marks what isn't LeetCode's.
    Rule {
        strength: Strength::Title,
        pattern: r"(?-i:(?:^|/)([^/]+) - GFG/[^/]+$)",
        name: |found| weak(ProblemId::other("geeksforgeeks", &slug(&found[1]))),
        examples: &[("Check for BST - GFG/check-for-bst.java", "~geeksforgeeks/check-for-bst")],
    },
    codechef::CODE,
    codechef::PLACE,
    // DMOJ's open competitions, as it writes their problems' titles.
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|[^a-z0-9])dmopc[ _'-]*(?:20)?(\d\d)[ _-]*(?:contest|c)[ _-]*(\d{1,2})[ _-]*p[ _-]*(\d)(?:[^0-9]|$)",
        name: |found| {
            weak(ProblemId::other("dmoj", &format!("dmopc{}c{}p{}", &found[1], &found[2], &found[3])))
        },
        examples: &[
            ("DMOPC '20 Contest 1 P2 - Dilemma/Main.java", "~dmoj/dmopc20c1p2"),
            ("dmopc14c2p1.cpp", "~dmoj/dmopc14c2p1"),
        ],
    },
];
