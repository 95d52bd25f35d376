//! Judges without rules of their own: the problem by the shape of the judge's ids, in what lies below its folder.

use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::UnicodeNormalization;

use super::folder::{is_contest, is_series_part, is_topic, is_year};
use super::path::{TokenKind, is_empty_stem, tokens};
use super::rule::{Claim, Rule, Strength, claim, number, slug, weak};
use super::{date, helper};
use crate::judges::known_judge;
use crate::model::{KnownJudge, ProblemId, ProblemNames};

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

/// Advent of Code: a year, and a day after it.
pub(super) fn advent(parts: &[&str]) -> Option<Claim> {
    let tokens: Vec<_> = parts.iter().flat_map(|part| tokens(part)).collect();
    let is_long = |digits: &str| digits.len() == 4 && digits.starts_with("20");
    let is_short = |at: usize, digits: &str| at == 0 && digits.len() == 2 && ("15"..="39").contains(&digits);
    let is_year = |(at, token): &(usize, &super::path::Token<'_>)| {
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

/// The numbers that a judge's problems have, and whether a number with a title behind it is sure.
const NUMBERS: &[(&str, u32, u32, bool)] = &[
    ("51nod", 1000, 3999, false),
    ("beecrowd", 1000, 3999, true),
    ("boj", 1000, 39_999, true),
    ("bzoj", 1000, 5999, false),
    ("codeup", 1000, 9999, false),
    ("cses", 1068, 3999, false),
    ("hdu", 1000, 8999, false),
    ("jungol", 1000, 9999, false),
    ("lightoj", 1000, 1499, false),
    ("poj", 1000, 4199, false),
    ("programmers", 1000, 499_999, true),
    ("project-euler", 1, 1999, false),
    ("swea", 1000, 29_999, true),
    ("timus", 1000, 2299, false),
    ("uva", 100, 13_999, false),
    ("uva-live", 2000, 9999, false),
    ("zoj", 1001, 4999, false),
];

/// Words before a problem's number.
const BEFORE_NUMBER: &[&str] = &[
    "e",
    "euler",
    "id",
    "main",
    "n",
    "no",
    "num",
    "number",
    "p",
    "pe",
    "prob",
    "problem",
    "q",
    "solution",
    "task",
    "v",
    "задача",
];

/// A judge's number in a part, and whether it stands alone there.
fn number_in(judge: &KnownJudge, digits: usize, part: &str) -> Option<(String, bool)> {
    let bounds = NUMBERS.iter().find(|(id, ..)| *id == judge.id);
    let (low, high) =
        bounds.map_or((10_u32.pow(digits as u32 - 1), 99_999), |(_, low, high, _)| (*low, *high));
    let tokens = tokens(part);
    let mut at = 0;
    while at < tokens.len() {
        let dated = date::at(&tokens, at);
        // A judge with numbers of six digits has some that could be days.
        let is_lone = at == 0 || known_judge(tokens[at - 1].text).is_some();
        let is_only = dated == 1 && tokens[at].text.len() == 6 && high > 99_999 && is_lone;
        if dated > 0 && !is_only {
            at += dated;
            continue;
        }
        let token = tokens[at];
        let value: Option<u32> = token.text.parse().ok().filter(|value| (low..=high).contains(value));
        let widest = if high > 99_999 { 6 } else { 5 };
        // A small number is a problem's only where the name begins with it.
        let is_lead = low >= 1000
            || tokens[..at].iter().all(|token| {
                token.text.chars().count() == 1
                    || BEFORE_NUMBER.iter().any(|word| word.eq_ignore_ascii_case(token.text))
                    || known_judge(token.text).is_some_and(|known| known.id == judge.id)
            });
        if token.kind == TokenKind::Number && token.text.len() <= widest && is_lead {
            if let Some(value) = value {
                return Some((value.to_string(), number(part) == value.to_string()));
            }
            if low < 1000 {
                return None;
            }
        }
        at += 1;
    }
    None
}

/// Kattis' ids are a title's letters without accents.
fn kattis(title: &str) -> String {
    let plain = |c: char| match c {
        'æ' => Some("ae"),
        'ð' => Some("d"),
        'ø' => Some("o"),
        'þ' => Some("th"),
        _ => None,
    };
    let mut id = String::new();
    for c in title.to_lowercase().nfd() {
        match plain(c) {
            Some(plain) => id.push_str(plain),
            None if c.is_ascii_alphanumeric() => id.push(c),
            None => {}
        }
    }
    id
}

/// Names of files in the folder of a problem's or a contest's that solve nothing.
const NO_SOLUTIONS: &[&str] =
    &["lib", "library", "tempcoderunnerfile", "template", "test", "testing_tool", "tests", "utils"];

/// Judges of words where a folder that ends in a number is a contest's, and a file in it with a letter a task's. Not
/// at `codechef`, where the codes of problems end in numbers, too.
const NUMBERED_CONTESTS: &[&str] = &["hackerearth", "hackerrank"];

/// Whether a part is a letter, with or without a digit, or a doubled one: a second attempt.
fn is_letter(part: &str) -> bool {
    let plain = part.trim_end_matches(|c: char| c.is_ascii_digit()).to_lowercase();
    let is_twice = plain.len() == 2 && plain.as_bytes()[0] == plain.as_bytes()[1];
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
                if judge.id == "nowcoder" && part.len() == 1 { (*part).to_owned() } else { slug(part) }
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
            (!names.is_empty() && !is_lone_letter)
                .then(|| claim(ProblemId::other(judge.id, &names.join("/")), false, Strength::Series))
        }
    }
}

fn by_number(judge: &KnownJudge, digits: usize, stem: &str, folders: &[&str]) -> Option<Claim> {
    let is_sure = NUMBERS.iter().any(|(id, _, _, sure)| *id == judge.id && *sure);
    let named = |(id, is_alone): (String, bool)| {
        // `loj` may be one of two judges, one of which has these numbers and the other has not.
        let is_loj = judge.id == "libreoj";
        let is_light = is_loj && id.parse().is_ok_and(|id: u32| (1000..1500).contains(&id));
        let judge = if is_light { "lightoj" } else { judge.id };
        claim(ProblemId::other(judge, &id), (is_sure || is_alone) && !is_loj, Strength::Identity)
    };
    let id_in = |part: &str| number_in(judge, digits, part);
    let own = id_in(stem).filter(|(id, _)| judge.id != "programmers" || !is_year(id));
    // Of a folder the number may be a contest's or a year.
    let (last, before) = folders.split_last().unwrap_or((&"", &[]));
    let is_problems = |part: &str, id: &str| part.len() < 6 && !is_year(id);
    let is_folders = |part: &str| {
        !is_series_part(part)
            && !date::is_below_year(folders, folders.iter().position(|folder| *folder == part).unwrap_or(0))
            && !part.contains(['~'])
            && !is_range(part)
    };
    let direct = || id_in(last).filter(|(id, _)| is_folders(last) && (*last == id.as_str() || !is_year(id)));
    let outer = || {
        before
            .iter()
            .rev()
            .find_map(|part| id_in(part).filter(|(id, _)| is_folders(part) && is_problems(part, id)))
    };
    let folder = || (!is_contest(folders)).then(|| direct().or_else(outer)).flatten();
    let is_boj = ["boj", "swea", "programmers"].contains(&judge.id);
    let any = || {
        (is_boj && !is_contest(folders))
            .then(|| {
                folders
                    .iter()
                    .rev()
                    .find_map(|part| id_in(part).filter(|(id, _)| is_folders(part) && !is_year(id)))
            })
            .flatten()
    };
    let title = stem.strip_prefix(judge.id).unwrap_or(stem);
    let by_title = || claim(ProblemId::other(judge.id, &slug(title)), false, Strength::Title);
    let by_name = || (judge.id == "cses" && !is_letter(stem) && !is_empty_stem(stem)).then(by_title);
    own.or_else(folder).or_else(any).map(named).or_else(|| in_contest(judge, folders, stem)).or_else(by_name)
}

/// Whether a folder is a range of numbers: `10000-10999`.
fn is_range(part: &str) -> bool {
    let Some((low, high)) = part.split_once(['-', '~']) else { return false };
    let number = |text: &str| text.trim().parse::<u32>().ok();
    number(low).zip(number(high)).is_some_and(|(low, high)| low < high)
}

/// A code of capitals and digits that a title follows: `LISA - Pocket Money`.
fn code_before_title(part: &str) -> Option<&str> {
    let at = part.find([' ', '.', '-'])?;
    let (code, title) = (&part[..at], &part[at + 1..]);
    let is_code = code.len() > 1
        && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
        && code.bytes().any(|byte| byte.is_ascii_uppercase());
    // Behind a hyphen capitals may be a part of the code.
    let is_apart = !part[at..].starts_with('-');
    let is_title = title.chars().any(|c| c.is_alphabetic() && (is_apart || !c.is_ascii_uppercase()));
    (is_code && is_title).then_some(code)
}

/// Luogu's ids begin with a letter or another judge's mark: `P1001`, `B2001`, `CF4A`, `AT_abc302_h`.
fn luogu(part: &str) -> Option<String> {
    static ID: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?i)(?:^|[^a-z0-9])(AT_[a-z0-9_]+|CF\d{1,4}[a-z]\d?|UVA\d+|SP\d+|[PBTU]\d{4,6})(?:[^0-9a-z]|$)",
        )
        .ok()
    });
    if let Some(found) = ID.as_ref().and_then(|pattern| pattern.captures(part)) {
        let id = &found[1];
        return Some(if id[..2].eq_ignore_ascii_case("at") {
            format!("AT{}", &id[2..])
        } else {
            id.to_uppercase()
        });
    }
    // A number alone is the main problem set's.
    let digits = part.bytes().take_while(u8::is_ascii_digit).count();
    ((4..=5).contains(&digits) && !part[digits..].starts_with(|c: char| c.is_alphanumeric()))
        .then(|| format!("P{}", &part[..digits]))
}

fn by_word(judge: &KnownJudge, stem: &str, folders: &[&str]) -> Option<Claim> {
    if helper::is_in_library(&format!("{}/", folders.join("/"))) {
        return None;
    }
    let parts = || std::iter::once(stem).chain(folders.iter().copied().rev());
    if judge.id == "luogu" {
        let id = parts().find_map(luogu)?;
        return Some(claim(ProblemId::other("luogu", &id), false, Strength::Identity));
    }
    if judge.id == "topcoder" && stem.bytes().all(|byte| byte.is_ascii_digit()) {
        // Points are a problem of their round's.
        let series: Vec<String> =
            folders.iter().map(|part| slug(part)).filter(|part| !part.is_empty()).collect();
        let has_number = series.iter().any(|part| part.bytes().any(|byte| byte.is_ascii_digit()));
        let id = format!("{}/{stem}", series.join("/"));
        return has_number.then(|| claim(ProblemId::other("topcoder", &id), false, Strength::Series));
    }
    let is_task = judge.id == "aoj" && stem.len() == 1 && !folders.iter().any(|folder| folder.contains('_'));
    if let Some(found) = is_task.then(|| in_contest(judge, folders, stem)).flatten() {
        return Some(found);
    }
    if let Some(id) = (judge.id == "aoj").then(|| course(stem, folders)).flatten() {
        return Some(claim(ProblemId::other("aoj", &id), false, Strength::Identity));
    }
    let part = parts().find(|part| {
        let is_code = judge.id == "codechef"
            && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        !is_letter(part)
            && (is_code || !(is_empty_stem(part) || is_series_part(part) || is_topic(&slug(part))))
    });
    let part = part.or_else(|| {
        Some(stem).filter(|stem| judge.id == "codechef" && stem.len() > 2 && !is_empty_stem(stem))
    })?;
    let coded =
        code_before_title(part).filter(|_| ["codechef", "dmoj", "infoarena", "spoj"].contains(&judge.id));
    let id = match judge.id {
        "kattis" => kattis(part),
        "library-checker" | "codetree" | "hackerrank" | "geeksforgeeks" | "dmoj" | "vnoj" | "lqdoj" => {
            part.to_lowercase()
        }
        "codewars" | "topcoder" => slug(part.trim_start_matches(|c: char| c.is_ascii_digit() || c == '_')),
        "aoj" => aoj(part),
        "spoj" | "codechef" => coded.unwrap_or(part).to_uppercase(),
        _ => slug(part),
    };
    let is_plain = !id.contains(char::is_whitespace);
    let id = if is_plain { id } else { slug(&id) };
    // A folder with nothing but a letter below a contest's is a task.
    let lone_letter = |folder: &&&str| folder.len() == 1 && folder.as_bytes()[0].is_ascii_alphabetic();
    let between = || folders.iter().rev().take_while(|folder| **folder != part);
    let letter = if part == stem { None } else { between().find(lone_letter) };
    let is_contest = NUMBERED_CONTESTS.contains(&judge.id) && part.ends_with(|c: char| c.is_ascii_digit());
    let letter = letter.or_else(|| Some(&stem).filter(|stem| is_contest && lone_letter(stem)));
    // Aizu's courses have tasks of a letter, in the id.
    let is_course = judge.id == "aoj" && part.contains('_') && stem.len() == 1;
    let id = if is_course { format!("{id}_{}", stem.to_uppercase()) } else { id };
    let id = letter.map_or(id.clone(), |letter| format!("{id}/{}", letter.to_lowercase()));
    (!id.is_empty()).then(|| {
        let is_sure = (judge.id == "kattis" && id.len() == part.len())
            || (judge.id == "aoj" && id.len() == 4 && id.bytes().all(|byte| byte.is_ascii_digit()));
        claim(ProblemId::other(judge.id, &id), is_sure, Strength::Identity)
    })
}

/// A task of one of Aizu's courses by the course's folder and the lesson's number and letter: `itp1/10c`.
fn course(stem: &str, folders: &[&str]) -> Option<String> {
    const COURSES: &[&str] = &["alds1", "cgl", "dpl", "dsl", "grl", "itp1", "itp2", "ntl"];
    let is_course = |folder: &&&str| COURSES.iter().any(|course| course.eq_ignore_ascii_case(folder));
    let folder = folders.iter().rev().find(is_course)?;
    let tokens = tokens(stem);
    let [lesson, letter] = tokens.as_slice() else { return None };
    let fits = lesson.kind == TokenKind::Number && letter.text.len() == 1 && letter.kind == TokenKind::Word;
    fits.then(|| format!("{folder}_{}_{}", lesson.text, letter.text).to_uppercase())
}

/// Aizu's numbers have four digits; its courses' and archives' ids are words with low lines.
fn aoj(part: &str) -> String {
    let digits = part.bytes().take_while(u8::is_ascii_digit).count();
    let ends = !part[digits..].starts_with(|c: char| c.is_alphanumeric());
    if digits == 4 && ends { part[..digits].to_owned() } else { part.to_uppercase() }
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
    let stem = parts.last()?;
    let title = slug(stem);
    let words = title.split('-').filter(|word| word.chars().any(char::is_alphabetic));
    let is_camel = stem
        .as_bytes()
        .windows(2)
        .filter(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
        .count()
        > 0;
    let reads_so = words.count() > 1 || is_camel || title.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    let problem = match (judge.names, judge.id) {
        (ProblemNames::Own, "codeforces") => format!("title/{title}"),
        (ProblemNames::Own | ProblemNames::Word | ProblemNames::Contest, _) => return None,
        _ => title,
    };
    let is_beside = helper::is_beside_solutions(&format!("{}.x", parts.join("/")));
    (reads_so && !is_beside && !is_series_part(stem))
        .then(|| claim(ProblemId::other(judge.id, &problem), false, Strength::Title))
}

/// Paths that name no judge: Luogu's ids are told from anything else by their letter.
pub(super) const ALONE: &[Rule] = &[Rule {
    strength: Strength::Identity,
    pattern: r"(?-i:(?:^|.*[^A-Za-z0-9])P([1-9]\d{3}|1\d{4})(?:[^A-Za-z0-9][^/]*)?$)",
    name: |found| weak(ProblemId::other("luogu", &format!("P{}", &found[1]))),
    examples: &[
        ("problemset/LCT/30_P4219.cpp", "~luogu/P4219"),
        ("p1001.cpp", ""),
        ("BOJ/P1000.cpp", "boj/1000"),
    ],
}];

/// What the functions above make of paths.
#[cfg(test)]
pub(super) const EXAMPLES: &[(&str, &str)] = &[
    ("Advent of Code/src/Year/Year2022/Day12.hs", "adventofcode/2022/12"),
    ("aoc/2019/01.py", "adventofcode/2019/1"),
    ("AdventOfCode2024/Day01/Part1.cs", "adventofcode/2024/1"),
    ("aoc24/d1.py", "adventofcode/2024/1"),
    ("aoc-2024/src/day_03.rs", "adventofcode/2024/3"),
    ("AoC 2024/Day 5/part 2.py", "adventofcode/2024/5"),
    ("misc/x_PKU2299-aizu0167-spojINVCNT-boj1517.cpp", "poj/2299 aoj/0167 spoj/INVCNT boj/1517"),
    ("misc/luogu/P3000-3999/p3320.go", "~luogu/P3320"),
    ("aizu/ALDS1_1_A.cpp", "~aoj/ALDS1_1_A"),
    ("hdu/6551/a.cpp", "hdu/6551"),
    ("zoj/4121/b.cpp", "zoj/4121"),
    ("POJ 1000.cpp", "poj/1000"),
    ("spoj/PTROL - ROL.cpp", "~spoj/PTROL"),
    ("spoj/GSS3-answer-queries.cpp", "~spoj/GSS3"),
    ("Kattis/twosum.py", "kattis/twosum"),
    ("CSES/Sorting And Searching/1068.cpp", "cses/1068"),
    ("CSES/Graphs/BuildingTeams.cpp", "~cses/buildingteams"),
    ("USACO/Contests/1718_1G/Barnpainting.java", "~usaco/barnpainting"),
    ("COCI/10-Aladin.cpp", "~coci/10-aladin"),
    ("hackerrank/world-codesprint-13/b.cpp", "~hackerrank/world-codesprint-13/b"),
    ("hackerearth/june-circuits-17/a.cpp", "~hackerearth/june-circuits-17/a"),
    ("hackerrank/two-arrays/a.cpp", "~hackerrank/two-arrays"),
    ("nowcoder/7501/a/a.cpp", "~nowcoder/7501/a"),
    ("nowcoder/7501/a/a_test.go", ""),
    ("Project Euler/4 - Largest Palindrome Product.hs", "~project-euler/4"),
    ("UVA/529.cpp", "uva/529"),
    ("yukicoder/0042.cpp", "yukicoder/42"),
    ("kattis/main.py", ""),
    ("Kattis/IsItEven?.hs", "~kattis/isiteven"),
    ("kattis/Jungle Play/a.py", "~kattis/jungleplay"),
    ("kattis/Sannvirði.hs", "~kattis/sannvirdi"),
    ("kattis/Mörk.hs", "~kattis/mork"),
    ("online_judge/AOJ/DSL_2/d.cpp", "~aoj/DSL_2_D"),
    ("aoj/itp1/10c/main.ml", "~aoj/ITP1_10_C"),
    ("hackerrank/c/hello-world-c/main.c", "~hackerrank/hello-world-c"),
    ("hdu/Multi_University/2019/day1/a.cpp", "~hdu/contest/multi-university-2019-day1/a"),
    ("misc/acwing/weekly/1/a/a.go", "~acwing/contest/weekly-1/a"),
    ("yukicoder/contest/green-471/src/bin/d/main.rs", "~yukicoder/contest/green-471/d"),
    ("ProblemArchives/timus/101016/e.cpp", "~timus/contest/101016/e"),
    (
        "boj/(01.25) 2022 중앙대학교 CHAC Open Contest/B.cpp",
        "~boj/contest/01-25-2022-중앙대학교-chac-open-contest/b",
    ),
    ("Programmers/Kakao/Kakao2020_1.java", ""),
    ("kattis/Infection Estimation/testing_tool.py", ""),
    ("AOJ/ACPC2021/day3/src/bin/d/main.rs", "~aoj/contest/acpc2021-day3/d"),
    ("codechef/SEGPROD/gen.cpp", ""),
    ("completed/usaco/Templates/MOD.java", ""),
    ("USACO/Section_1_2/src/template.java", ""),
    ("luogu/4768/aa.cpp", "~luogu/P4768"),
    ("CSES/csesMovieFestival.java", "~cses/moviefestival"),
    ("gcj2016/qualification/d.cpp", "~codejam/gcj2016/qualification/d"),
    ("misc/luogu/b3656_test.go", ""),
    ("hdu/contest/869/b.cpp", "~hdu/contest/869/b"),
    ("woojae/1214/PGS_주사위 게임 2.py", "~programmers/주사위-게임-2"),
    ("[BOJ] 문자열 교환.java", "~boj/문자열-교환"),
    ("Programmers_SQL/lv2/가격대 별 상품.sql", "~programmers/가격대-별-상품"),
    ("InterviewBit (Session 2)/matrix-median.cpp", "~interviewbit/matrix-median"),
    ("Codeforces Solutions/Div 2 600/Antenna Coverage.cpp", "~codeforces/title/antenna-coverage"),
    ("01. Baekjoon_All/(6322) 직각 삼각형의 두 변.cpp", "boj/6322"),
    ("codeforces/library/Segment Tree.cpp", ""),
    ("boj/fast io template.cpp", ""),
    ("study/dynamic programming.cpp", ""),
];
