//! Baekjoon Online Judge, Programmers, SW Expert Academy, goormlevel and `CodeTree`: what tools write, and messages.

use super::rule::{Claim, Rule, Strength, claim, number, slug, sure, weak};
use crate::model::ProblemId;

/// Paths that name no judge.
pub(super) const ALONE: &[Rule] = &[
    // CodeTree: six digits are a date, the title is not ASCII, the file has the title's address.
    Rule {
        strength: Strength::Title,
        pattern: r"(?:^|/)\d{6}/[^/]*[\x80-\xff][^/]*/([a-z0-9]+(?:-[a-z0-9]+)*)$",
        name: |found| weak(ProblemId::other("codetree", &slug(&found[1]))),
        examples: &[("240612/미로 탈출/maze-escape.cpp", "~codetree/maze-escape")],
    },
    // BaekjoonHub's folders for tiers, where the judge's folder was renamed.
    Rule {
        strength: Strength::Series,
        pattern: r"(?:^|/)(?:bronze|silver|gold|platinum|diamond|ruby)(?:[ _-]?(?:[1-5]|iv|v|i{1,3}))?/0*(\d{4,5})\.\s[^/]*[\x80-\xff]",
        name: |found| baekjoon(&found[1]).map(|(problem, _)| (problem, false)),
        examples: &[("week1/Gold IV/14891. 톱니바퀴/톱니바퀴.java", "~boj/14891")],
    },
    // The same without tiers. Programmers has numbers of five digits in these ranges.
    Rule {
        strength: Strength::Series,
        pattern: r"(?:^|/)0*(\d{4,5})\. ([^/]*[\x80-\xff][^/]*)/([^/]+)$",
        name: |found| {
            let number: u32 = found[1].parse().ok()?;
            let is_programmers = (12_900..13_000).contains(&number) || (17_670..17_700).contains(&number);
            let fits = found[2] == found[3] && !is_programmers && number < 36_000;
            fits.then(|| baekjoon(&found[1]).map(|(problem, _)| (problem, false))).flatten()
        },
        examples: &[
            ("ada/week8/14215. 세 막대/세 막대.cc", "~boj/14215"),
            ("ada/week8/12921. 소수 찾기/소수 찾기.py", ""),
            ("ada/week8/14215. 세 막대/다른 것.cc", ""),
        ],
    },
    BAEKJOON,
];

/// A problem of goormlevel's: the number of a set, and the problem's in it, as `BaekjoonHub` writes them.
pub(super) fn goormlevel(parts: &[&str]) -> Option<Claim> {
    let digits = |part: &str| part.bytes().take_while(u8::is_ascii_digit).count();
    let is_set = |part: &&str| (3..=6).contains(&part.len()) && digits(part) == part.len();
    let (set, problem) = parts.iter().zip(&parts[1..]).find(|(set, _)| is_set(set))?;
    let (problem, title) = problem.split_at(digits(problem));
    let fits = (1..=3).contains(&problem.len()) && (title.is_empty() || title.starts_with(['.', '_', ' ']));
    let id = || format!("{set}/{}", number(problem));
    fits.then(|| claim(ProblemId::other("goormlevel", &id()), true, Strength::Identity))
}

/// Baekjoon's class in Java is called so, and its tiers have Korean names.
const BAEKJOON: Rule = Rule {
    strength: Strength::Title,
    pattern: r"(?:^|/)(?:Main[_ -]+)?(?:(?:브론즈|실버|골드|플래티넘|플레티넘|다이아몬드|다이아)[ _-]?\d?[_ -]+)?0*(\d{4,5})[_ -]+[^/]*[\x80-\xff][^/]*$",
    name: |found| {
        let begins = found[0].trim_start_matches('/').to_ascii_lowercase();
        let says_judge = !begins.starts_with(|c: char| c.is_ascii_digit());
        baekjoon(&found[1]).filter(|_| says_judge).map(|(problem, _)| (problem, false))
    },
    examples: &[
        ("ada/9Week/Main_골드2_27450_말해요.java", "~boj/27450"),
        ("ada/week50s/50Week/Main_5052_전화번호목록.java", "~boj/5052"),
        ("ada/1759_암호.java", ""),
    ],
};

/// What paths in folders of these judges name.
#[cfg(test)]
pub(super) const EXAMPLES: &[(&str, &str)] = &[
    ("백준/Bronze/5073.\u{2005}삼각형과\u{2005}세\u{2005}변/삼각형과\u{2005}세\u{2005}변.cc", "boj/5073"),
    ("백준/Gold/14891. 톱니바퀴/톱니바퀴.java", "boj/14891"),
    ("프로그래머스/0/181835. 조건에 맞게/조건에 맞게.java", "programmers/181835"),
    ("프로그래머스/lv2/17677. ［1차］ 뉴스 클러스터링/x.java", "programmers/17677"),
    ("코드트리/240612/미로 탈출/maze-escape.cpp", "~codetree/maze-escape"),
    ("sea/stack/1859_백만장자.java", "swea/1859"),
    ("SWEA/D5/1247. ［S／W 문제해결 응용］ 3일차 － 최적 경로/x.java", "swea/1247"),
    ("Boj4779.java", "boj/4779"),
    ("week1/BOJ4386_별자리.java", "boj/4386"),
    ("x/백준 1000.py", "boj/1000"),
    ("BOJ/DP/11726_Tiling.java", "boj/11726"),
    ("boj/math/Main_1929.java", "boj/1929"),
    ("boj/10000-10999/10814.cpp", "boj/10814"),
    ("baekjoon/01xxx/01297.c", "boj/1297"),
    ("baekjoon/rust/src/16/16480.rs", "boj/16480"),
    ("Baekjoon_Study (2021)/06월/(06.17) Silver 5~1/(03648) 2021 [SCC].cpp", "boj/3648"),
    ("boj/1004_어린 왕자/Main.java", "boj/1004"),
    ("boj/1004/solution.cpp", "boj/1004"),
    ("programmers/level2/12909_괄호.py", "programmers/12909"),
    ("PGS_42583.py", "programmers/42583"),
    ("백준/Ruby/2025. 나이트투어/나이트투어.py", "boj/2025"),
    ("14Week/pgm150370_개인정보.c", "programmers/150370"),
    ("images/sample.pgm", ""),
    ("PG_최소직사각형.java", "~programmers/최소직사각형"),
    ("BOJ_0901_2×n 타일링.java", "~boj/0901-2-n-타일링"),
    ("정올/1840_치즈.cpp", "~jungol/1840"),
    ("goormlevel/47881/1.cpp", "goormlevel/47881/1"),
    ("구름레벨/정수의 길이.cpp", "~goormlevel/정수의-길이"),
    ("goorm/모음/문제.cpp", "~goormlevel/모음/문제"),
    ("goormlevel/47881/1. 정수의 길이/정수의 길이.cpp", "goormlevel/47881/1"),
];

/// Messages.
pub(super) const MESSAGES: &[Rule] = &[
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|[^a-z0-9])(?:boj|baekjoon|백준)\]?[ #_:-]*0*(\d{4,5})([ _]?(?:ms|kb|mb))?(?:[^0-9]|$)",
        name: |found| if found[2].is_empty() { baekjoon(&found[1]) } else { None },
        examples: &[
            ("[BOJ] 25195", "boj/25195"),
            ("백준_1080ms_누적합", ""),
            ("solve: 백준 1000번", "boj/1000"),
            ("[Gold I] Title: 다리 만들기 2", ""),
        ],
    },
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|[^a-z0-9])(?:programmers|프로그래머스|pgs)\]?[ #_:-]*(\d{5,6})(?:[^0-9]|$)",
        name: |found| sure(ProblemId::other("programmers", &found[1])),
        examples: &[("[PGS] 42583", "programmers/42583")],
    },
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|[^a-z0-9])swea\]?[ #_:-]*(\d{4,5})([ _]?(?:ms|kb|mb))?(?:[^0-9]|$)",
        name: |found| if found[2].is_empty() { sure(ProblemId::other("swea", &found[1])) } else { None },
        examples: &[("SWEA 1859", "swea/1859"), ("swea_1859ms", "")],
    },
];

/// The judge's numbers begin at 1000.
fn baekjoon(digits: &str) -> Option<(ProblemId, bool)> {
    let number = number(digits);
    (number.len() >= 4).then(|| sure(ProblemId::other("boj", number))).flatten()
}
