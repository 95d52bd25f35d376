//! Judges that are recognised, not fetched: a row each says what they are called, and how a problem leads to its page and
//! the page to the problem.

use jiff::civil::{Date, date};

use super::levels;
use crate::model::{Address, DifficultyLevel, KnownJudge, ProblemNames, Spelling};

const fn known(id: &'static str, words: &'static [&'static str], names: ProblemNames) -> KnownJudge {
    KnownJudge::new(id, words, names)
}

impl KnownJudge {
    /// Its problems have these addresses.
    const fn at(self, addresses: &'static [Address]) -> Self {
        Self { addresses, ..self }
    }

    /// Addresses of its problems are written in other ways, too.
    const fn spelt(self, spellings: &'static [Spelling]) -> Self {
        Self { spellings, ..self }
    }

    /// It is written so, and says how hard its problems are on a scale of its own.
    const fn levelled(self, name: &'static str, levels: &'static [DifficultyLevel]) -> Self {
        Self { name: Some(name), levels, ..self }
    }

    /// Its pages are gone.
    const fn closed_since(self, day: Date) -> Self {
        Self { closed: Some(day), ..self }
    }
}

/// Every judge that is recognised and not fetched.
pub(super) static RECOGNISED: &[KnownJudge] = &[
    known("51nod", &["51nod"], ProblemNames::Number(4)),
    known("acmp", &["acmp", "acmpru"], ProblemNames::Number(1))
        .at(&[Address("https://acmp.ru/index.asp?main=task&id_task={number}", "{number}")]),
    known("acwing", &["acwing"], ProblemNames::Number(1)),
    known("adventofcode", &["adventofcode", "advent", "aoc"], ProblemNames::Own)
        .at(&[Address("https://adventofcode.com/{number}/day/{number}", "{number}/{number}")]),
    known("algospot", &["algospot"], ProblemNames::Word)
        .at(&[Address("https://algospot.com/judge/problem/read/{word}", "{word}")]),
    known("apio", &["apio"], ProblemNames::Contest),
    known("astar", &["astar", "baiduastar"], ProblemNames::Contest),
    known("balkan", &["balkanoi", "balkanolympiad"], ProblemNames::Contest),
    known("beecrowd", &["beecrowd", "uri", "urionlinejudge"], ProblemNames::Number(4)).spelt(&[Spelling {
        pattern: r"(?:beecrowd|urionlinejudge)\.com(?:\.br)?/(?:judge/)?(?:[a-z]{2}/)?problems/view/{number}",
        name: "{number}",
        example: ("https://judge.beecrowd.com/en/problems/view/1001", "1001"),
    }]),
    known(
        "boj",
        &[
            "boj",
            "bj",
            "baekjoon",
            "백준",
            "acmicpc",
            "acmicpcnet",
            "baekjoononlinejudge",
            "baekjoonoj",
            "백준온라인저지",
        ],
        ProblemNames::Number(4),
    )
    .at(&[Address("https://www.acmicpc.net/problem/{number}", "{number}")])
    .spelt(&[Spelling {
        pattern: r"boj\.(?:kr|ma)/{number}",
        name: "{number}",
        example: ("https://boj.kr/1000", "1000"),
    }])
    .closed_since(date(2026, 4, 28))
    .levelled("BOJ", levels::SOLVED_AC),
    known("btoi", &["btoi", "balticoi"], ProblemNames::Contest),
    known("bzoj", &["bzoj", "lydsy"], ProblemNames::Number(4)),
    known("cco", &["cco"], ProblemNames::Contest),
    known("ccc", &["ccc"], ProblemNames::Contest),
    known("ceoi", &["ceoi"], ProblemNames::Contest),
    known("codechef", &["codechef"], ProblemNames::Word)
        .at(&[Address("https://www.codechef.com/problems/{word}", "{word}")])
        .spelt(&[Spelling {
            pattern: r"codechef\.com/(?:[a-z0-9-]+/)+problems/{word}",
            name: "{word}",
            example: ("https://www.codechef.com/START50/problems/XYZ", "XYZ"),
        }]),
    known("codejam", &["googlecodejam", "codejam", "distributedgooglecodejam", "gcj"], ProblemNames::Contest),
    known("codility", &["codility", "코딜리티"], ProblemNames::Word),
    known("codingninjas", &["codingninjas"], ProblemNames::Word),
    known("codetree", &["codetree", "코드트리"], ProblemNames::Word)
        .at(&[Address("https://www.codetree.ai/problems/{slug}", "{slug}")])
        .spelt(&[
            Spelling {
                pattern: r"codetree\.ai/[^\s]*problems/{slug}",
                name: "{slug}",
                example: (
                    "https://www.codetree.ai/training-field/search/problems/maze-escape",
                    "maze-escape",
                ),
            },
            Spelling {
                pattern: r"codetree\.ai/(?:[a-z0-9-]+/)*curated-cards/{slug}",
                name: "{slug}",
                example: (
                    "https://www.codetree.ai/ko/trails/complete/curated-cards/intro-string-sort/description",
                    "intro-string-sort",
                ),
            },
        ]),
    known("codeup", &["codeup", "코드업"], ProblemNames::Number(4))
        .at(&[Address("https://codeup.kr/problem.php?id={number}", "{number}")]),
    known("codewars", &["codewars"], ProblemNames::Word),
    known("bkoi", &["bkoi"], ProblemNames::Contest),
    known("coci", &["coci"], ProblemNames::Contest),
    known("coi", &["coi"], ProblemNames::Contest),
    known("cometoj", &["cometoj"], ProblemNames::Contest),
    known("csacademy", &["csacademy"], ProblemNames::Contest),
    known("cses", &["cses", "csesproblemset"], ProblemNames::Number(4))
        .at(&[Address("https://cses.fi/problemset/task/{number}", "{number}")])
        .spelt(&[Spelling {
            pattern: r"cses\.fi/(?:problemset|[a-z0-9]+)/(?:task|view|submit)/{number}",
            name: "{number}",
            example: ("https://cses.fi/alon/task/1068/", "1068"),
        }]),
    known("ecnu", &["ecnu", "ecnuoj"], ProblemNames::Contest),
    known("eolymp", &["eolymp", "eolimp", "acmtimuseolymp"], ProblemNames::Number(1))
        .at(&[Address("https://eolymp.com/en/problems/{number}", "{number}")])
        .spelt(&[Spelling {
            pattern: r"e-?olymp\.(?:com|io)/(?:[a-z]{2}/)?problems/{number}",
            name: "{number}",
            example: ("https://www.e-olymp.com/ru/problems/1", "1"),
        }]),
    known("fzu", &["fzu", "fzuoj"], ProblemNames::Number(4)),
    known("geeksforgeeks", &["geeksforgeeks", "gfg"], ProblemNames::Word)
        .at(&[Address("https://www.geeksforgeeks.org/problems/{slug}", "{slug}")])
        .levelled("GeeksforGeeks", levels::GEEKSFORGEEKS),
    known("goormlevel", &["goormlevel", "goorm", "구름", "구름레벨"], ProblemNames::Contest)
        .spelt(&[Spelling {
            pattern: r"level\.goorm\.io/exam/{number}/[^/\s]+/quiz/{number}",
            name: "{number}/{number}",
            example: ("https://level.goorm.io/exam/47881/%EC%A0%95%EC%88%98/quiz/1", "47881/1"),
        }])
        .levelled("goormlevel", levels::GOORM),
    known("greenjudge", &["greenjudge"], ProblemNames::Word),
    known("hackercup", &["hackercup", "facebookhackercup", "fbhc", "metahackercup"], ProblemNames::Contest),
    known("hackerearth", &["hackerearth"], ProblemNames::Word)
        .at(&[Address("https://www.hackerearth.com/problem/algorithm/{slug}", "{slug}")])
        .spelt(&[Spelling {
            pattern: r"hackerearth\.com/(?:[a-z0-9@-]+/)*(?:algorithm|approximate)/{slug}",
            name: "{slug}",
            example: (
                "https://www.hackerearth.com/challenges/competitive/august-circuits-19/algorithm/help-joe-ii/",
                "help-joe-ii",
            ),
        }]),
    known("hackerrank", &["hackerrank", "해커랭크"], ProblemNames::Word)
        .at(&[Address("https://www.hackerrank.com/challenges/{slug}", "{slug}")])
        .spelt(&[Spelling {
            pattern: r"hackerrank\.com/contests/[^/]+/challenges/{slug}",
            name: "{slug}",
            example: ("https://www.hackerrank.com/contests/w1/challenges/two-arrays/problem", "two-arrays"),
        }]),
    known("hdu", &["hdu", "hdoj", "hduoj"], ProblemNames::Number(4))
        .at(&[Address("https://acm.hdu.edu.cn/showproblem.php?pid={number}", "{number}")])
        .spelt(&[Spelling {
            pattern: r"hdu\.edu\.cn/[^\s]*pid={number}",
            name: "{number}",
            example: ("http://acm.hdu.edu.cn/contests/contest_showproblem.php?cid=1&pid=6551", "6551"),
        }]),
    known("hihocoder", &["hihocoder"], ProblemNames::Number(1)),
    known("hznuoj", &["hznuoj"], ProblemNames::Number(4)),
    known("icpc", &["icpc", "acmicpccontests"], ProblemNames::Contest),
    known("ieeextreme", &["ieeextreme"], ProblemNames::Contest),
    known("informatics", &["informatics", "informaticsmccmeru", "mccme"], ProblemNames::Number(1)),
    known("infoarena", &["infoarena"], ProblemNames::Word)
        .at(&[Address("https://www.infoarena.ro/problema/{word}", "{word}")]),
    known("interviewbit", &["interviewbit"], ProblemNames::Word)
        .at(&[Address("https://www.interviewbit.com/problems/{slug}", "{slug}")]),
    known("ioi", &["ioi"], ProblemNames::Contest),
    known("izho", &["izho"], ProblemNames::Contest),
    known("jisuanke", &["jisuanke", "计蒜客"], ProblemNames::Contest),
    known("joi", &["joi"], ProblemNames::Contest),
    known("jungol", &["jungol", "정올"], ProblemNames::Number(1)),
    known("kattis", &["kattis", "openkattis"], ProblemNames::Word)
        .at(&[Address("https://open.kattis.com/problems/{word}", "{word}")])
        .spelt(&[Spelling {
            pattern: r"kattis\.com/(?:contests/\w+/)?problems/{word}",
            name: "{word}",
            example: ("https://open.kattis.com/contests/k1/problems/twosum", "twosum"),
        }]),
    known("kickstart", &["googlekickstart", "kickstart"], ProblemNames::Contest),
    known("lanqiao", &["lanqiao", "蓝桥", "蓝桥杯"], ProblemNames::Number(1)),
    known("libreoj", &["libreoj", "loj"], ProblemNames::Number(1))
        .at(&[Address("https://loj.ac/p/{number}", "{number}")]),
    known("lightoj", &["lightoj"], ProblemNames::Number(4)),
    known("lintcode", &["lintcode"], ProblemNames::Number(1))
        .at(&[Address("https://www.lintcode.com/problem/{number}", "{number}")]),
    known("lqdoj", &["lqdoj"], ProblemNames::Word),
    known("luogu", &["luogu", "luogucomcn", "洛谷"], ProblemNames::Word)
        .at(&[Address("https://www.luogu.com.cn/problem/{word}", "{word}")])
        .spelt(&[Spelling {
            pattern: r"luogu\.(?:com\.cn|com|org)/(?:problem|problemnew/show)/{word}",
            name: "{word}",
            example: ("https://www.luogu.org/problemnew/show/P3320", "P3320"),
        }]),
    known("neps", &["neps", "nepsacademy"], ProblemNames::Number(1)),
    known("nowcoder", &["nowcoder", "牛客", "牛客网"], ProblemNames::Contest),
    known("oj.uz", &["ojuz"], ProblemNames::Word)
        .at(&[Address("https://oj.uz/problem/view/{word}", "{word}")]),
    known("olinfo", &["olinfo", "trainingolinfoit"], ProblemNames::Word),
    known("omegaup", &["omegaup"], ProblemNames::Word),
    known("opencup", &["opencup"], ProblemNames::Contest),
    known("opentrains", &["opentrains"], ProblemNames::Contest),
    known("poi", &["poi", "szkopul"], ProblemNames::Contest),
    known("poj", &["poj", "pku"], ProblemNames::Number(4))
        .at(&[Address("http://poj.org/problem?id={number}", "{number}")]),
    known("pta", &["pta", "pat"], ProblemNames::Number(4)),
    known(
        "programmers",
        &["programmers", "프로그래머스", "pg", "pgm", "pgs", "prgrms"],
        ProblemNames::Number(4),
    )
    .at(&[Address("https://school.programmers.co.kr/learn/courses/30/lessons/{number}", "{number}")])
    .spelt(&[
        Spelling {
            pattern: r"programmers\.co\.kr/learn/courses/\d+/lessons/{number}",
            name: "{number}",
            example: ("https://programmers.co.kr/learn/courses/14/lessons/42583?language=java", "42583"),
        },
        Spelling {
            pattern: r"programmers\.co\.kr/app/with_setting/tests/\d+/challenges/algorithms/{number}",
            name: "{number}",
            example: (
                "https://programmers.co.kr/app/with_setting/tests/1/challenges/algorithms/1845",
                "1845",
            ),
        },
    ])
    .levelled("Programmers", levels::PROGRAMMERS),
    known("project-euler", &["projecteuler", "eulerproject", "euler"], ProblemNames::Number(1))
        .at(&[Address("https://projecteuler.net/problem={number}", "{number}")]),
    known("qoj", &["qoj"], ProblemNames::Number(1))
        .at(&[Address("https://qoj.ac/problem/{number}", "{number}")]),
    known("rosalind", &["rosalind"], ProblemNames::Word),
    known("russian-code-cup", &["russiancodecup"], ProblemNames::Contest),
    known("snark-news", &["snarknews", "snarknewsseries"], ProblemNames::Contest),
    known("softeer", &["softeer", "소프티어"], ProblemNames::Word),
    known("spoj", &["spoj", "brspojcom", "brspojpl", "plspojcom", "spojbr"], ProblemNames::Word)
        .at(&[Address("https://www.spoj.com/problems/{word}", "{word}")])
        .spelt(&[
            Spelling {
                pattern: r"spoj\.com/\w+/problems/{word}",
                name: "{word}",
                example: ("https://www.spoj.com/PTIT/problems/P1/", "P1"),
            },
            Spelling {
                pattern: r"spoj\.pl/(?:\w+/)?problems/{word}",
                name: "{word}",
                example: ("http://br.spoj.pl/problems/MOEDAS/", "MOEDAS"),
            },
        ]),
    known(
        "swea",
        &["swea", "sea", "swexpert", "swexpertacademy", "samsungexpertacademy"],
        ProblemNames::Number(4),
    )
    .at(&[Address(
        "https://swexpertacademy.com/main/code/problem/problemDetail.do?contestProbId={code}",
        "{code}",
    )])
    .spelt(&[Spelling {
        pattern: r"swexpertacademy\.com/[^\s]*contestProbId=([A-Za-z0-9_-]+)",
        name: "{word}",
        example: ("https://swexpertacademy.com/main/view.do?clubId=A1&contestProbId=AV5LtJY", "AV5LtJY"),
    }])
    .levelled("SWEA", levels::SWEA),
    known("timus", &["timus", "acmtimusru", "ural"], ProblemNames::Number(4))
        .at(&[Address("https://acm.timus.ru/problem.aspx?space=1&num={number}", "{number}")])
        .spelt(&[Spelling {
            pattern: r"timus\.ru/[^\s]*num={number}",
            name: "{number}",
            example: ("http://acm.timus.ru/problem.aspx?num=1000&space=1", "1000"),
        }]),
    known("tioj", &["tioj"], ProblemNames::Number(4))
        .at(&[Address("https://tioj.ck.tp.edu.tw/problems/{number}", "{number}")]),
    known("tlx", &["tlx", "toki"], ProblemNames::Contest),
    known("toph", &["toph"], ProblemNames::Word),
    known("topcoder", &["topcoder", "singleroundmatch", "srm", "tc"], ProblemNames::Word),
    known("tyvj", &["tyvj"], ProblemNames::Number(4)),
    known("uoj", &["uoj"], ProblemNames::Number(1))
        .at(&[Address("https://uoj.ac/problem/{number}", "{number}")]),
    known("universal-cup", &["universalcup", "ucup"], ProblemNames::Contest),
    known("usaco", &["usaco"], ProblemNames::Word)
        .at(&[Address("https://usaco.org/index.php?page=viewproblem2&cpid={number}", "{number}")])
        .spelt(&[Spelling {
            pattern: r"usaco\.org/[^\s]*cpid={number}",
            name: "{number}",
            example: ("http://www.usaco.org/index.php?cpid=1037&page=viewproblem2", "1037"),
        }]),
    known("uva", &["uva", "uvaoj", "uvaonlinejudge", "onlinejudgeorg", "acmuvaes"], ProblemNames::Number(3))
        .at(&[Address(
            "https://onlinejudge.org/index.php?option=onlinejudge&page=show_problem&problem={number}",
            "~id/{number}",
        )])
        .spelt(&[Spelling {
            pattern: r"(?:/|www\.|uva\.)onlinejudge\.org/[^\s]*problem={number}",
            name: "~id/{number}",
            example: ("https://onlinejudge.org/index.php?page=show_problem&problem=36", "id/36"),
        }]),
    known(
        "uva-live",
        &["uvalive", "livearchive", "icpclivearchive", "acmicpclivearchive"],
        ProblemNames::Number(4),
    )
    .spelt(&[Spelling {
        pattern: r"(?:livearchive\.onlinejudge\.org|icpcarchive\.ecs\.baylor\.edu)/[^\s]*problem={number}",
        name: "~id/{number}",
        example: ("https://icpcarchive.ecs.baylor.edu/index.php?page=show_problem&problem=3688", "id/3688"),
    }]),
    known("vijos", &["vijos"], ProblemNames::Number(4))
        .at(&[Address("https://vijos.org/p/{number}", "{number}")]),
    known("vjudge", &["vjudge"], ProblemNames::Contest),
    known("vnoj", &["vnoj", "vnoi"], ProblemNames::Word),
    known("yandex-cup", &["yandexcup", "yandexalgorithm"], ProblemNames::Contest),
    known("zerojudge", &["zerojudge"], ProblemNames::Word)
        .at(&[Address("https://zerojudge.tw/ShowProblem?problemid={word}", "{word}")]),
    known("zoj", &["zoj"], ProblemNames::Number(4)),
];
