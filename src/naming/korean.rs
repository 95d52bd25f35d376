//! Baekjoon Online Judge, Programmers, SW Expert Academy and `CodeTree`.

use super::folder::is_year;
use super::rule::{Rule, number, slug, sure, weak};
use crate::model::ProblemId;

/// Paths as the tools that commit solutions write them.
pub(super) const BY_TOOLS: &[Rule] = &[
    Rule {
        pattern: r"(?:^|/)(?:백준|baekjoon|boj)/(?:bronze|silver|gold|platinum|diamond|ruby|unrated|sprout)[^/]*/0*(\d{4,5})\.\s",
        name: |found, _| baekjoon(&found[1]),
        examples: &[
            (
                "백준/Bronze/5073.\u{2005}삼각형과\u{2005}세\u{2005}변/삼각형과\u{2005}세\u{2005}변.cc",
                "boj/5073",
            ),
            ("백준/Gold/14891. 톱니바퀴/톱니바퀴.java", "boj/14891"),
        ],
    },
    Rule {
        pattern: r"(?:^|/)(?:프로그래머스|programmers|pgs)/(?:lv\.?\s?\d|level\s?\d|unrated|\d)/(\d{4,6})\.\s",
        name: |found, _| sure(ProblemId::other("programmers", &found[1])),
        examples: &[
            ("프로그래머스/0/181835. 조건에 맞게/조건에 맞게.java", "programmers/181835"),
            ("프로그래머스/lv2/17677. ［1차］ 뉴스 클러스터링/x.java", "programmers/17677"),
        ],
    },
    Rule {
        pattern: r"(?:^|/)(?:코드트리|codetree)/(?:.*/)?([a-z0-9]+(?:-[a-z0-9]+)*)\.[^/.]+$",
        name: |found, _| weak(ProblemId::other("codetree", &slug(&found[1]))),
        examples: &[("코드트리/240612/미로 탈출/maze-escape.cpp", "~codetree/maze-escape")],
    },
    // Six digits are a date, the title is not ASCII, the file has the title's address.
    Rule {
        pattern: r"(?:^|/)\d{6}/[^/]*[\x80-\xff][^/]*/([a-z0-9]+(?:-[a-z0-9]+)*)\.[^/.]+$",
        name: |found, _| weak(ProblemId::other("codetree", &slug(&found[1]))),
        examples: &[("240612/미로 탈출/maze-escape.cpp", "~codetree/maze-escape")],
    },
    Rule {
        pattern: r"(?:^|/)(?:sea|swea|sw[ _-]?expert[ _-]?academy)/(?:.*?[^0-9])??(\d{4,5})(?:[^0-9]|$)",
        name: |found, _| sure(ProblemId::other("swea", &found[1])),
        examples: &[
            ("sea/stack/1859_백만장자.java", "swea/1859"),
            ("SWEA/D5/1247. ［S／W 문제해결 응용］ 3일차 － 최적 경로/x.java", "swea/1247"),
        ],
    },
];

/// Paths that have the judge's name just before the number, or a folder of it.
pub(super) const PATHS: &[Rule] = &[
    Rule {
        pattern: r"(?:^|[^a-z])(?:boj|bj|baekjoon|백준|acmicpc)[ _.-]?0*(\d{4,5})(?:[^0-9]|$)",
        name: |found, _| baekjoon(&found[1]),
        examples: &[
            ("Boj4779.java", "boj/4779"),
            ("week1/BOJ4386_별자리.java", "boj/4386"),
            ("x/백준 1000.py", "boj/1000"),
        ],
    },
    Rule {
        pattern: r"(?:^|/)(?:boj|baekjoon|백준|acmicpc|bj)/(?:.*/)?(?:[^/]*?[^0-9/])??0*([1-9]\d{3,4})(?:[^0-9/][^/]*)?\.[^/.]+$",
        name: |found, _| baekjoon(&found[1]),
        examples: &[
            ("BOJ/DP/11726_Tiling.java", "boj/11726"),
            ("boj/math/Main_1929.java", "boj/1929"),
            ("boj/10000-10999/10814.cpp", "boj/10814"),
            ("baekjoon/01xxx/01297.c", "boj/1297"),
            ("baekjoon/rust/src/16/16480.rs", "boj/16480"),
            ("Baekjoon_Study (2021)/06월/(06.17) Silver 5~1/(03648) 2021 [SCC].cpp", "boj/3648"),
        ],
    },
    Rule {
        pattern: r"(?:^|/)(?:boj|baekjoon|백준|acmicpc|bj)/(?:.*?[^0-9])??0*([1-9]\d{3,4})(?:[^0-9]|$)",
        name: |found, _| (!is_year(&found[1])).then(|| baekjoon(&found[1])).flatten(),
        examples: &[("boj/1004_어린 왕자/Main.java", "boj/1004"), ("boj/1004/solution.cpp", "boj/1004")],
    },
    Rule {
        pattern: r"(?:^|[^a-z])(?:programmers|프로그래머스|pgs)[/ _.-](?:.*[^0-9])?(\d{5,6})(?:[^0-9]|$)",
        name: |found, _| sure(ProblemId::other("programmers", &found[1])),
        examples: &[
            ("programmers/level2/12909_괄호.py", "programmers/12909"),
            ("PGS_42583.py", "programmers/42583"),
        ],
    },
];

/// Messages.
pub(super) const MESSAGES: &[Rule] = &[
    Rule {
        pattern: r"(?:^|[^a-z0-9])(?:boj|baekjoon|백준)\]?[ #_:-]*0*(\d{4,5})(?:[^0-9]|$)",
        name: |found, _| baekjoon(&found[1]),
        examples: &[
            ("[BOJ] 25195", "boj/25195"),
            ("solve: 백준 1000번", "boj/1000"),
            ("[Gold I] Title: 다리 만들기 2", ""),
        ],
    },
    Rule {
        pattern: r"(?:^|[^a-z0-9])(?:programmers|프로그래머스|pgs)\]?[ #_:-]*(\d{5,6})(?:[^0-9]|$)",
        name: |found, _| sure(ProblemId::other("programmers", &found[1])),
        examples: &[("[PGS] 42583", "programmers/42583")],
    },
    Rule {
        pattern: r"(?:^|[^a-z0-9])swea\]?[ #_:-]*(\d{4,5})(?:[^0-9]|$)",
        name: |found, _| sure(ProblemId::other("swea", &found[1])),
        examples: &[("SWEA 1859", "swea/1859")],
    },
];

/// The judge's numbers begin at 1000.
fn baekjoon(digits: &str) -> Option<(ProblemId, bool)> {
    let number = number(digits);
    (number.len() >= 4).then(|| sure(ProblemId::other("boj", number))).flatten()
}
