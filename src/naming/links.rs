//! Addresses of problems, as they stand in the first lines of files and in messages.

use super::codeforces;
use super::rule::{Rule, Strength, number, sure, weak};
use crate::model::ProblemId;

/// A rule for a judge whose address ends in the problem's name.
macro_rules! plain {
    ($judge:literal, $pattern:literal, $examples:expr) => {
        Rule {
            strength: Strength::Identity,
            pattern: $pattern,
            name: |found| sure(ProblemId::other($judge, &found[1])),
            examples: $examples,
        }
    };
}

/// Headers and messages.
pub(super) const LINKS: &[Rule] = &[
    Rule {
        strength: Strength::Identity,
        pattern: r"codeforces\.com/(?:gym/|contest/|problemset/problem/|problemset/gymproblem/|group/\w+/contest/)(\d+)/(?:problem/)?([a-z]\d?)(?:[^a-z0-9]|$)",
        name: |found| match found[1].len() {
            0..6 => codeforces::contest(&found[1], &found[2]),
            _ => Some(codeforces::gym(&found[1], &found[2])),
        },
        examples: &[
            ("// https://codeforces.com/problemset/problem/4/A", "codeforces/4/A"),
            ("// https://codeforces.com/contest/1900/problem/b2?locale=en", "codeforces/1900/B2"),
            ("# http://codeforces.com/gym/102646/problem/A", "codeforces/gym/102646/A"),
            ("https://codeforces.com/blog/entry/1", ""),
        ],
    },
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:atcoder\.jp/contests/[a-z0-9_-]+|contest\.atcoder\.jp)/tasks/([a-z0-9_]+)",
        name: |found| sure(ProblemId::atcoder(&found[1])),
        examples: &[
            ("// https://atcoder.jp/contests/abc049/tasks/arc065_a", "arc065_a"),
            ("# http://abc001.contest.atcoder.jp/tasks/abc001_1", "abc001_1"),
        ],
    },
    plain!(
        "boj",
        r"(?:acmicpc\.net/problem/|boj\.kr/|boj\.ma/)(\d+)",
        &[("# https://www.acmicpc.net/problem/1000", "boj/1000")]
    ),
    plain!(
        "programmers",
        r"programmers\.co\.kr/(?:learn/courses/\d+/lessons|app/with_setting/tests/\d+/challenges/algorithms)/(\d+)",
        &[(
            "// https://school.programmers.co.kr/learn/courses/30/lessons/42583?language=java",
            "programmers/42583"
        ),]
    ),
    Rule {
        strength: Strength::Identity,
        pattern: r"leetcode(?:-cn)?\.(?:com|cn)/(?:contest/[a-z0-9-]+/)?problems/([a-z0-9-]+)",
        name: |found| sure(ProblemId::other("leetcode", &found[1].to_lowercase())),
        examples: &[
            ("// https://leetcode.com/problems/two-sum/description/", "leetcode/two-sum"),
            ("// https://leetcode.cn/contest/weekly-contest-249/problems/x-y/", "leetcode/x-y"),
        ],
    },
    plain!(
        "swea",
        r"swexpertacademy\.com/[^\s]*contestProbId=([A-Za-z0-9_-]+)",
        &[(
            "// https://swexpertacademy.com/main/code/problem/problemDetail.do?contestProbId=AV5LtJY",
            "swea/AV5LtJY"
        ),]
    ),
    plain!(
        "codetree",
        r"codetree\.ai/[^\s]*problems/([a-z0-9-]+)",
        &[("# https://www.codetree.ai/training-field/search/problems/maze-escape", "codetree/maze-escape"),]
    ),
    Rule {
        strength: Strength::Identity,
        pattern: r"u-aizu\.ac\.jp/[^\s]*?(?:id=|problems/|tasks?/|/)((?-i:[A-Z]+\d+(?:_\d+)?_[A-Z])|\d{4})(?:[^a-z0-9]|$)",
        name: |found| sure(ProblemId::other("aoj", &found[1])),
        examples: &[
            ("// http://judge.u-aizu.ac.jp/onlinejudge/description.jsp?id=0167", "aoj/0167"),
            ("// https://onlinejudge.u-aizu.ac.jp/courses/lesson/1/ALDS1/all/ALDS1_1_A", "aoj/ALDS1_1_A"),
        ],
    },
    plain!(
        "library-checker",
        r"judge\.yosupo\.jp/problem/(\w+)",
        &[("# https://judge.yosupo.jp/problem/unionfind", "library-checker/unionfind")]
    ),
    plain!(
        "cses",
        r"cses\.fi/(?:problemset|[a-z0-9]+)/(?:task|view|submit)/(\d+)",
        &[("// https://cses.fi/problemset/task/1068/", "cses/1068")]
    ),
    plain!(
        "usaco",
        r"usaco\.org/[^\s]*cpid=(\d+)",
        &[("// http://www.usaco.org/index.php?page=viewproblem2&cpid=1037", "usaco/1037")]
    ),
    plain!(
        "kattis",
        r"kattis\.com/(?:contests/\w+/)?problems/(\w+)",
        &[("# https://open.kattis.com/problems/twosum", "kattis/twosum")]
    ),
    plain!(
        "luogu",
        r"luogu\.(?:com\.cn|com|org)/(?:problem|problemnew/show)/(\w+)",
        &[("// https://www.luogu.com.cn/problem/P3320", "luogu/P3320")]
    ),
    Rule {
        strength: Strength::Identity,
        pattern: r"yukicoder\.me/problems/(no/)?(\d+)",
        name: |found| {
            // Without `no/` it is the site's inner number.
            let problem = match found.get(1) {
                Some(_) => number(&found[2]).to_owned(),
                None => format!("id/{}", &found[2]),
            };
            sure(ProblemId::other("yukicoder", &problem))
        },
        examples: &[
            ("// https://yukicoder.me/problems/no/42", "yukicoder/42"),
            ("// https://yukicoder.me/problems/42", "yukicoder/id/42"),
        ],
    },
    plain!(
        "spoj",
        r"spoj\.com/(?:\w+/)?problems/(\w+)",
        &[("// https://www.spoj.com/problems/INVCNT/", "spoj/INVCNT")]
    ),
    plain!(
        "codechef",
        r"codechef\.com/(?:[a-z0-9-]+/)*problems/(\w+)",
        &[("// https://www.codechef.com/START50/problems/XYZ", "codechef/XYZ")]
    ),
    plain!(
        "hackerrank",
        r"hackerrank\.com/(?:contests/[^/]+/)?challenges/([a-z0-9-]+)",
        &[("# https://www.hackerrank.com/challenges/two-arrays/problem", "hackerrank/two-arrays")]
    ),
    plain!("poj", r"poj\.org/problem\?id=(\d+)", &[("// http://poj.org/problem?id=2299", "poj/2299")]),
    plain!(
        "hdu",
        r"hdu\.edu\.cn/[^\s]*pid=(\d+)",
        &[("// https://acm.hdu.edu.cn/showproblem.php?pid=6551", "hdu/6551")]
    ),
    plain!(
        "timus",
        r"timus\.ru/[^\s]*num=(\d+)",
        &[("// https://acm.timus.ru/problem.aspx?space=1&num=1000", "timus/1000")]
    ),
    plain!(
        "oj.uz",
        r"oj\.uz/problem/view/(\w+)",
        &[("// https://oj.uz/problem/view/IOI09_mecho", "oj.uz/IOI09_mecho")]
    ),
    plain!("dmoj", r"dmoj\.ca/problem/(\w+)", &[("# https://dmoj.ca/problem/ccc09s4", "dmoj/ccc09s4")]),
    plain!(
        "geeksforgeeks",
        r"geeksforgeeks\.org/problems/([a-z0-9-]+)",
        &[("# https://www.geeksforgeeks.org/problems/rod-cutting0840/1", "geeksforgeeks/rod-cutting0840")]
    ),
    plain!(
        "project-euler",
        r"projecteuler\.net/problem=(\d+)",
        &[("# https://projecteuler.net/problem=4", "project-euler/4")]
    ),
    Rule {
        strength: Strength::Identity,
        pattern: r"adventofcode\.com/(\d{4})/day/(\d+)",
        name: |found| sure(ProblemId::other("adventofcode", &format!("{}/{}", &found[1], &found[2]))),
        examples: &[("-- https://adventofcode.com/2022/day/12", "adventofcode/2022/12")],
    },
    // The judge's inner number of a problem.
    Rule {
        strength: Strength::Identity,
        pattern: r"onlinejudge\.org/[^\s]*problem=(\d+)",
        name: |found| weak(ProblemId::other("uva", &format!("id/{}", &found[1]))),
        examples: &[(
            "// https://onlinejudge.org/index.php?option=onlinejudge&page=show_problem&problem=36",
            "~uva/id/36",
        )],
    },
];
