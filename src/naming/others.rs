//! Judges without rules of their own: by a word just before the id, or by a folder of the judge's.

use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::UnicodeNormalization;

use super::folder::{is_contest, is_year};
use super::rule::{Rule, number, slug, sure};
use super::{Home, reason};
use crate::model::{KnownJudge, ProblemId, ProblemNames, known_judge};

/// Paths.
pub(super) const PATHS: &[Rule] = &[Rule {
    pattern: r"(?:^|/)(?:[^/]*advent.?of.?code[^/]*|aoc[^/]*)/(?:.*[^0-9])?(20[12]\d)(?:.*[^0-9a-z])?(?:day)?[-_ ]?0*([1-9]\d?)(?:[^0-9]|$)",
    name: |found, _| sure(ProblemId::other("adventofcode", &format!("{}/{}", &found[1], &found[2]))),
    examples: &[
        ("Advent of Code/src/Year/Year2022/Day12.hs", "adventofcode/2022/12"),
        ("aoc/2019/01.py", "adventofcode/2019/1"),
    ],
}];

/// A judge's word and its id for a problem.
static WORD_AND_ID: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:^|[^A-Za-z0-9])(?i:(pku|poj|hdu|hdoj|zoj|uva|timus|ural|bzoj|aizu|aoj|boj|loj|luogu|spoj|codechef))",
        r"[-_ ]?((?i:p?[0-9]{3,5})|[A-Z][A-Z0-9_]{2,})"
    ))
    .ok()
});

/// The ids in a file's name, each just after a judge's word; one problem often has several.
pub(super) fn in_file_name(path: &str) -> Vec<(ProblemId, bool)> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some(pattern) = WORD_AND_ID.as_ref() else { return Vec::new() };
    let ids = pattern.captures_iter(name).filter_map(|found| {
        let judge = known_judge(&found[1])?;
        let id = &found[2];
        let is_word = matches!(judge.names, ProblemNames::Word);
        let id = if is_word { id.to_owned() } else { number(id).to_owned() };
        (is_word || id.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| (ProblemId::other(judge.id, &id), true))
    });
    ids.collect()
}

/// [`in_file_name`] where there are several.
pub(super) fn several_in_file_name(path: &str, _: &Home) -> Vec<(ProblemId, bool)> {
    let found = in_file_name(path);
    if found.len() > 1 { found } else { Vec::new() }
}

/// The problem by the folder that is named after a judge; the last such folder decides.
pub(super) fn in_folder_of_judge(path: &str, _: &Home) -> Vec<(ProblemId, bool)> {
    let found = in_file_name(path);
    if !found.is_empty() {
        return found;
    }
    let parts: Vec<&str> = path.split('/').collect();
    let Some((folder, judge)) = parts[..parts.len() - 1]
        .iter()
        .enumerate()
        .rev()
        .find_map(|(at, part)| Some((at, known_judge(part)?)))
    else {
        return Vec::new();
    };
    let below = &parts[folder + 1..];
    by_shape(judge, below).or_else(|| by_title(judge, path)).into_iter().collect()
}

/// Names of files and folders that name no problem.
const GENERIC: &[&str] = &[
    "ac",
    "answer",
    "archive",
    "bin",
    "brute",
    "checker",
    "code",
    "contest",
    "contests",
    "gen",
    "generator",
    "index",
    "lib",
    "library",
    "main",
    "naive",
    "problem",
    "problems",
    "prog",
    "program",
    "run",
    "slow",
    "sol",
    "solution",
    "solutions",
    "solve",
    "src",
    "template",
    "test",
    "utils",
];

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

fn by_shape(judge: &KnownJudge, below: &[&str]) -> Option<(ProblemId, bool)> {
    let (file, folders) = below.split_last()?;
    let stem = file.rsplit_once('.').map_or(*file, |(stem, _)| stem);
    // A test is about the problem that it tests.
    let stem = stem.strip_suffix("_test").unwrap_or(stem);
    let parts = || folders.iter().copied().chain([stem]).rev();
    let is_generic = |part: &str| {
        let plain = part.trim_end_matches(|c: char| c.is_ascii_digit()).to_lowercase();
        let is_letter = plain.len() <= 1 && part.len() <= 2;
        // A doubled letter is a second attempt.
        let is_twice = plain.len() == 2 && plain.as_bytes()[0] == plain.as_bytes()[1];
        is_letter || is_twice || GENERIC.contains(&plain.as_str())
    };
    match judge.names {
        ProblemNames::Own => None,
        ProblemNames::Number(digits) => {
            let id_in = |part: &str| {
                let id = part.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() >= digits)?;
                (number(id) != "0").then(|| number(id).to_owned())
            };
            let named = |(part, id): (&str, String)| (ProblemId::other(judge.id, &id), id == number(part));
            let own =
                id_in(stem).map(|id| (stem, id)).filter(|(_, id)| judge.id != "programmers" || !is_year(id));
            // Of a folder the number may be a contest's or a year.
            let (last, before) = folders.split_last().unwrap_or((&"", &[]));
            let is_problems = |part: &str, id: &String| part.len() < 6 && !is_year(id);
            let direct =
                || id_in(last).map(|id| (*last, id)).filter(|(part, id)| *part == id || !is_year(id));
            let outer = || before.iter().rev().find_map(|part| Some((*part, id_in(part)?)));
            let outer = || outer().filter(|(part, id)| is_problems(part, id));
            let folder = || (!is_contest(folders)).then(|| direct().or_else(outer)).flatten();
            let title = stem.strip_prefix(judge.id).unwrap_or(stem);
            let by_title = || ProblemId::other(judge.id, &slug(title));
            let by_name = || (judge.id == "cses" && !is_generic(stem)).then(|| (by_title(), false));
            let by_number = own.or_else(folder).map(named);
            by_number.or_else(|| in_contest(judge, folders, stem)).or_else(by_name)
        }
        ProblemNames::Word if NO_SOLUTIONS.contains(&stem.to_lowercase().as_str()) => None,
        // In a folder of tests there may be solutions as well.
        ProblemNames::Word if reason::is_in_library(&below.join("/").to_lowercase().replace("test/", "")) => {
            None
        }
        ProblemNames::Word => {
            let part = parts().find(|part| !is_generic(part))?;
            let id = match judge.id {
                "kattis" => kattis(part),
                "library-checker" | "codetree" | "hackerrank" | "geeksforgeeks" | "dmoj" => {
                    part.to_lowercase()
                }
                // A number alone is the main problem set's.
                "luogu" if part.bytes().all(|byte| byte.is_ascii_digit()) => format!("P{part}"),
                "aoj" | "spoj" | "codechef" | "luogu" => part.to_uppercase(),
                _ => slug(part),
            };
            let is_plain = !id.contains(char::is_whitespace);
            let id = if is_plain { id } else { slug(&id) };
            // A folder with nothing but a letter below a contest's is a task.
            let is_letter = |folder: &&&str| folder.len() == 1 && folder.as_bytes()[0].is_ascii_alphabetic();
            let letter = folders.iter().rev().take_while(|folder| **folder != part).find(is_letter);
            let is_contest =
                NUMBERED_CONTESTS.contains(&judge.id) && part.ends_with(|c: char| c.is_ascii_digit());
            let letter = letter.or_else(|| Some(&stem).filter(|stem| is_contest && is_letter(stem)));
            // Aizu's courses have tasks of a letter, in the id.
            let is_course = judge.id == "aoj" && part.contains('_') && stem.len() == 1;
            let id = if is_course { format!("{id}_{}", stem.to_uppercase()) } else { id };
            let id = letter.map_or(id.clone(), |letter| format!("{id}/{}", letter.to_lowercase()));
            (!id.is_empty())
                .then(|| (ProblemId::other(judge.id, &id), judge.id == "kattis" && id.len() == part.len()))
        }
        ProblemNames::Contest => {
            let mut names: Vec<String> = folders.iter().map(|part| slug(part)).collect();
            let own = slug(stem);
            let is_main = GENERIC.contains(&own.as_str()) && own.len() > 1;
            if !is_main && names.last() != Some(&own) {
                names.push(own);
            }
            names.retain(|name| !name.is_empty() && !["contest", "contests", "src"].contains(&name.as_str()));
            let is_lone_letter = names.len() == 1 && names[0].len() < 3;
            (!names.is_empty() && !is_lone_letter)
                .then(|| (ProblemId::other(judge.id, &names.join("/")), false))
        }
    }
}

/// A task of a contest, by its letter in folders with a number.
fn in_contest(judge: &KnownJudge, folders: &[&str], stem: &str) -> Option<(ProblemId, bool)> {
    let is_letter = |part: &&str| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let letter = Some(stem).filter(is_letter).or_else(|| folders.last().copied().filter(is_letter))?;
    let says_something = |part: &&&str| !is_letter(part) && !["bin", "contest", "src"].contains(*part);
    let contest = folders.iter().filter(says_something).map(|part| slug(part)).collect::<Vec<_>>().join("-");
    let has_number = contest.bytes().any(|byte| byte.is_ascii_digit());
    let problem = || format!("contest/{contest}/{}", letter.to_ascii_lowercase());
    has_number.then(|| (ProblemId::other(judge.id, &problem()), false))
}

/// The problem by its title, which leads to no page: a file's name that has several words, or a script that programs
/// aren't written in. What usually lies beside solutions has such names, too.
fn by_title(judge: &KnownJudge, path: &str) -> Option<(ProblemId, bool)> {
    let file = path.rsplit('/').next().unwrap_or(path);
    let title = slug(file.rsplit_once('.').map_or(file, |(stem, _)| stem));
    let words = title.split('-').filter(|word| word.chars().any(char::is_alphabetic));
    let reads_so = words.count() > 1 || title.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    let problem = match (judge.names, judge.id) {
        (ProblemNames::Own, "codeforces") => format!("title/{title}"),
        (ProblemNames::Own | ProblemNames::Word | ProblemNames::Contest, _) => return None,
        _ => title,
    };
    (reads_so && !reason::is_beside_solutions(path)).then(|| (ProblemId::other(judge.id, &problem), false))
}

/// What the functions above make of paths.
#[cfg(test)]
pub(super) const EXAMPLES: &[(&str, &str)] = &[
    ("misc/x_PKU2299-aizu0167-spojINVCNT-boj1517.cpp", "poj/2299 aoj/0167 spoj/INVCNT boj/1517"),
    ("misc/luogu/P3000-3999/p3320.go", "~luogu/P3320"),
    ("aizu/ALDS1_1_A.cpp", "~aoj/ALDS1_1_A"),
    ("hdu/6551/a.cpp", "hdu/6551"),
    ("zoj/4121/b.cpp", "zoj/4121"),
    ("POJ 1000.cpp", "poj/1000"),
    ("Kattis/twosum.py", "kattis/twosum"),
    ("CSES/Sorting And Searching/1068.cpp", "cses/1068"),
    ("CSES/Graphs/BuildingTeams.cpp", "~cses/buildingteams"),
    ("USACO/Contests/1718_1G/Barnpainting.java", "~usaco/barnpainting"),
    ("COCI/10-Aladin.cpp", "~coci/10-aladin"),
    ("hackerrank/world-codesprint-13/b.cpp", "~hackerrank/world-codesprint-13/b"),
    ("hackerearth/june-circuits-17/a.cpp", "~hackerearth/june-circuits-17/a"),
    ("hackerrank/two-arrays/a.cpp", "~hackerrank/two-arrays"),
    ("nowcoder/7501/a/a.cpp", "~nowcoder/7501/a"),
    ("nowcoder/7501/a/a_test.go", "~nowcoder/7501/a"),
    ("Project Euler/4 - Largest Palindrome Product.hs", "~project-euler/4"),
    ("UVA/529.cpp", "uva/529"),
    ("yukicoder/0042.cpp", "yukicoder/42"),
    ("kattis/main.py", ""),
    ("Kattis/IsItEven?.hs", "~kattis/isiteven"),
    ("kattis/Jungle Play/a.py", "~kattis/jungleplay"),
    ("kattis/Sannvirði.hs", "~kattis/sannvirdi"),
    ("kattis/Mörk.hs", "~kattis/mork"),
    ("online_judge/AOJ/DSL_2/d.cpp", "~aoj/DSL_2_D"),
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
    ("AOJ/ACPC2021/day3/src/bin/d/main.rs", "~aoj/DAY3/d"),
    ("codechef/SEGPROD/gen.cpp", "~codechef/SEGPROD"),
    ("completed/usaco/Templates/MOD.java", ""),
    ("USACO/Section_1_2/src/template.java", ""),
    ("luogu/4768/aa.cpp", "~luogu/P4768"),
    ("CSES/csesMovieFestival.java", "~cses/moviefestival"),
    ("gcj2016/qualification/d.cpp", "~codejam/gcj2016/qualification/d"),
    ("misc/luogu/b3656_test.go", "~luogu/B3656"),
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
