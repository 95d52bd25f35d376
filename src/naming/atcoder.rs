//! AtCoder.

use super::rule::{End, Rule, number, sure, weak};
use crate::model::ProblemId;

/// Contests without a number of the usual kind, whose tasks are named after them.
macro_rules! Named {
    () => {
        concat!(
            r"(abs|acl1|dp|edpc|math[-_]and[-_]algorithm|practice2?|tdpc|tessoku[-_]book|typical90",
            r"|typical[-_]algorithm)"
        )
    };
}

/// Paths.
pub(super) const PATHS: &[Rule] = &[
    // The numbered contests, with the task in the same name or in a later one. The last contest in the path decides:
    // earlier ones are folders for a range of contests, or for the other half of a shared contest.
    Rule {
        pattern: concat!(
            r"^(?:.*[^a-z0-9])?(abc|arc|agc|ahc|apc|awc)[-_ /]?(\d{3,4})",
            r"(?:[-_ ]?|/(?:[^/]+/)*?(?:(?:test_)?(?:problem|prob|task)[-_ ]?)?)",
            r"([a-i]\d?|aa|bb|cc|dd|ee|ff|hx|ex|[1-9])(?:test)?",
            End!()
        ),
        name: |found, _| {
            // The eighth task was shown as `Ex` for a while, and was `h` in addresses all the same. A doubled letter
            // is a second attempt.
            let task = match found[3].to_ascii_lowercase() {
                ex if ex == "ex" || ex == "hx" => "h".to_owned(),
                twice if twice.len() == 2 && twice[..1] == twice[1..] => twice[..1].to_owned(),
                task => task,
            };
            sure(ProblemId::atcoder(&format!("{}{}_{task}", &found[1], &found[2])))
        },
        examples: &[
            ("abc300_a.rs", "abc300_a"),
            ("ABC300A.cpp", "abc300_a"),
            ("abc300/a.rs", "abc300_a"),
            ("abc/300/a.py", "abc300_a"),
            ("abc-420/a.py", "abc420_a"),
            ("solutions/atcoder/abc300/abc300_a.rs", "abc300_a"),
            ("atcoder/abc049/arc065_a.rs", "arc065_a"),
            ("ABC/abc351-abc400/abc379/d/main.py", "abc379_d"),
            ("abc300/src/bin/ex.rs", "abc300_h"),
            ("AtCoder/ABC/300/C - Cross.cpp", "abc300_c"),
            ("agc047/f2.cpp", "agc047_f2"),
            ("atcoder/agc033/aa.cpp", "agc033_a"),
            ("\u{ff41}\u{ff42}\u{ff43}300/\u{ff21}.cpp", "abc300_a"),
            ("abc001_1.cpp", "abc001_1"),
            ("AWC/awc0101-awc0150/awc0110/c/main.py", "awc0110_c"),
            ("ahc030/a.rs", "ahc030_a"),
            ("abc300/a/abc300.cpp", "abc300_a"),
            ("abc300/c++/b.cc", "abc300_b"),
            ("src/test/java/abc/abc237/ProblemExTest.java", "abc237_h"),
            ("abc/abc133/ProblemD別回答.java", "abc133_d"),
            ("ABC300A(2).cpp", "abc300_a"),
            ("abc300/main.rs", ""),
            ("abc351-abc400/main.py", ""),
            ("fabc300_a.py", ""),
        ],
    },
    // The contest's long name, with a task.
    Rule {
        pattern: concat!(
            r"(?:^|[^a-z])(?:atcoder[-_ ]?)?(beginner|regular|grand)[-_ ]?contest[-_ ]?(\d{3})(?:[^0-9/][^/]*)?/",
            r"(?:[^/]+/)*?(?:test_)?(?:problem[-_ ]?)?([a-h]\d?)",
            End!()
        ),
        name: |found, _| {
            let contest = match found[1].to_ascii_lowercase().as_str() {
                "grand" => "agc",
                "regular" => "arc",
                _ => "abc",
            };
            sure(ProblemId::atcoder(&format!("{contest}{}_{}", &found[2], &found[3])))
        },
        examples: &[
            ("AtCoder_Beginner_Contest_050/ProblemA.py", "abc050_a"),
            ("AtCoder_Contest/(2021.09.10) Beginner Contest 212 (VC)/A.cpp", "abc212_a"),
        ],
    },
    // A heuristic contest has one task.
    Rule {
        pattern: r"^(?:.*[^a-z0-9])?ahc[-_ /]?(\d{3})(?:[^0-9]|$)",
        name: |found, _| sure(ProblemId::atcoder(&format!("ahc{}_a", &found[1]))),
        examples: &[("ahc030/src/main.rs", "ahc030_a"), ("heuristic/ahc/030/solve.cpp", "ahc030_a")],
    },
    // The numbered contests, by the letter of their colour in a folder of the judge's, or with the number first.
    Rule {
        pattern: concat!(r"(?:^|/)atcoder/(?:.*/)?([gbr])(\d{3})[-_ ]([a-h]\d?)", End!()),
        name: |found, _| {
            let contest = match found[1].to_ascii_lowercase().as_str() {
                "g" => "agc",
                "r" => "arc",
                _ => "abc",
            };
            weak(ProblemId::atcoder(&format!("{contest}{}_{}", &found[2], &found[3])))
        },
        examples: &[("AtCoder/G037-E.cpp", "~agc037_e")],
    },
    Rule {
        pattern: concat!(r"(?:^|/)(\d{3})[-_ ]?(abc|arc|agc)[-_ ]?([a-h]\d?)", End!()),
        name: |found, _| sure(ProblemId::atcoder(&format!("{}{}_{}", &found[2], &found[1], &found[3]))),
        examples: &[("AtCoder/079-ARC-F.java", "arc079_f")],
    },
    // Collections whose tasks are numbered in books and folders and lettered in addresses. Only in the first do the
    // letters follow from the numbers: 1 is `a`, 27 is `aa`.
    Rule {
        pattern: concat!(r"(?:^|/)typical90/(?:[^/]+/)*?(?:typical90_|problem)?(\d{3})(?:test)?", End!()),
        name: |found, _| named_contest("typical90", &lettered(number(&found[1]).parse().ok()?)?),
        examples: &[
            ("typical90/src/bin/001.rs", "typical90_a"),
            ("typical90/090/main.py", "typical90_cl"),
            ("typical90/typical90_079.cr", "typical90_ca"),
            ("src/test/java/other/typical90/Problem030Test.java", "typical90_ad"),
            ("typical90/000.rs", ""),
        ],
    },
    Rule {
        pattern: concat!(
            r"(?:^|/)(tessoku[-_]book|math[-_]and[-_]algorithm)(?:_[a-z]+)?/(?:[^/]+/)*?(?:[a-z_]+_|problem)?([abc]\d{2}|\d{3})(?:test)?",
            End!()
        ),
        name: |found, _| weak(ProblemId::atcoder(&format!("{}_{}", found[1].replace('-', "_"), &found[2]))),
        examples: &[
            ("tessoku-book/src/bin/a40.rs", "~tessoku_book_a40"),
            ("src/atcoder/tessoku_book_dm/tessoku_book_dm_a56.cr", "~tessoku_book_a56"),
            ("math-and-algorithm/028/main.py", "~math_and_algorithm_028"),
            ("other/math_and_algorithm/Problem009.java", "~math_and_algorithm_009"),
        ],
    },
    // The contest's folder with the task's own id in it, which begins with the contest's but for words such as `open`.
    Rule {
        pattern: r"(?:^|/)([a-z0-9][a-z0-9_-]{2,})/(?:[a-z]+/)?([a-z0-9][a-z0-9_-]{2,})_([a-z]\d?|\d{1,2})(?:/[^/]*)?\.[^/.]+$",
        name: |found, _| {
            let plain = |text: &str| text.to_ascii_lowercase().replace(['-', '_'], "");
            let (contest, own) = (plain(&found[1]), plain(&found[2]));
            let is_own = contest == own || (own.len() > 4 && contest.starts_with(&own));
            let task = format!("{}_{}", found[2].replace('-', "_"), &found[3]);
            is_own.then(|| sure(ProblemId::atcoder(&task))).flatten()
        },
        examples: &[
            ("contests/dwacon6th-prelims/dwacon6th_prelims_b/main_editorial.cc", "dwacon6th_prelims_b"),
            ("contests/jsc2021/jsc2021_e/main.cc", "jsc2021_e"),
            ("typical90/typical90_b.rs", "typical90_b"),
            ("src/atcoder/newjudge2308/scala/newjudge2308_v.scala", "newjudge2308_v"),
            ("contests/past202104-open/past202104_n/main.cc", "past202104_n"),
            (
                "contests/code-festival-2014-quala/code_festival_2014_qualA_b/main.cc",
                "code_festival_2014_quala_b",
            ),
            ("sort/sort_test.go", ""),
        ],
    },
    // Other contests, by the task's own id.
    Rule {
        pattern: concat!(r"^(?:.*/)?", Named!(), r"[_-]([a-z]{1,2}\d?|\d{1,3})", End!()),
        name: |found, _| named_contest(&found[1], &found[2]),
        examples: &[
            ("typical90_a.rs", "typical90_a"),
            ("typical90/typical90_cl.rs", "typical90_cl"),
            ("atcoder/dp/dp_f.rs", "dp_f"),
            ("solutions/atcoder/edpc/dp_a.rs", "dp_a"),
            ("practice2_c.cpp", "practice2_c"),
            ("math-and-algorithm/math_and_algorithm_ab.py", "math_and_algorithm_ab"),
            ("atcoder/lib/union_find.rs", ""),
            ("src/main_a.rs", ""),
        ],
    },
    // The same, by the folder of the contest and the task's letter.
    Rule {
        pattern: concat!(r"^(?:.*/)?", Named!(), r"/(?:src/(?:bin/)?)?([a-z]{1,2}\d?)", End!()),
        name: |found, _| named_contest(&found[1], &found[2]),
        examples: &[
            ("atcoder/dp/f.rs", "dp_f"),
            ("atcoder/dp/F/main.rs", "dp_f"),
            ("typical90/bz.py", "typical90_bz"),
            ("AtCoder_Virtual_Contest/tessoku-book/dp/main.py", "tessoku_book_dp"),
            ("practice2/src/bin/b.rs", "practice2_b"),
            ("acl1/src/a.rs", "acl1_a"),
            ("dp/knapsack/a.rs", ""),
            ("algorithms/graph/a.rs", ""),
        ],
    },
    // Contests of sponsors, clubs and seasons, by the folder and the task's letter.
    Rule {
        pattern: concat!(
            r"(?:^|/)(past\d{6}|adt_[a-z]+_\d{8}_\d|abl|pakencamp[-_]\d{4}[-_]day\d|s8pc[-_]\d|tenka1-\d{4}(?:-[a-z]+)?|hhkb\d{4}",
            r"|code-festival-\d{4}-[a-z-]+?|code-thanks-festival-\d{4}|cf1[67]-[a-z-]+?|aising\d{4}|keyence\d{4}",
            r"|jsc\d{4}(?:-[a-z]+)?|nikkei\d{4}(?:-\d)?-[a-z]+?|dwacon\dth-[a-z]+?|ddcc\d{4}-[a-z]+?|diverta\d{4}(?:-\d)?",
            r"|m-solutions\d{4}|panasonic\d{4}|sumitrust\d{4}|tokiomarine\d{4}|zone\d{4}|caddi\d{4}b?|nomura\d{4}",
            r"|exawizards\d{4}|hitachi\d{4}|yahoo-procon\d{4}-[a-z]+?|joi\d{4}(?:ho|yo)|joisc\d{4}|[kutn]{1,2}pc\d{4})",
            r"(?:-open)?/(?:[^/]+/)*?(?:problem)?([a-z]\d?)(?:test)?",
            End!()
        ),
        name: |found, _| {
            let contest = found[1].replace('-', "_");
            weak(ProblemId::atcoder(&format!("{contest}_{}", &found[2])))
        },
        examples: &[
            ("past202005-open/src/bin/k.rs", "~past202005_k"),
            ("contests/adt_easy_20231109_2/src/bin/e.rs", "~adt_easy_20231109_2_e"),
            ("code-festival-2015-relay/src/bin/h.rs", "~code_festival_2015_relay_h"),
            ("pakencamp-2020-day1/src/bin/o.rs", "~pakencamp_2020_day1_o"),
            ("tenka1-2019/c.rs", "~tenka1_2019_c"),
            ("unrated/s8pc_6/b/src/main.rs", "~s8pc_6_b"),
            ("other/joisc2007/ProblemE_Fermat.java", "~joisc2007_e"),
            ("hhkb2020/lib/main.rs", ""),
        ],
    },
    // Any contest in a folder of the judge's. A virtual contest's name is its owner's, and names no task.
    Rule {
        pattern: r"(?:^|/)atcoder(?:\.jp)?/((?:[^/]+/)+)(?:test_)?(?:problem[-_ ]?)?((?:ex|[a-z])\d*|\d{1,2})(?:test)?(?:/(?:src/(?:bin/)?)?[^/]*)?\.[^/.]+$",
        name: |found, _| {
            let folders = found[1].to_ascii_lowercase();
            let says_something = |folder: &&str| folder.len() > 1 && !["bin", "src"].contains(folder);
            let contest = folders.rsplit('/').find(says_something)?;
            let is_contest =
                contest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
                    && contest.bytes().any(|byte| byte.is_ascii_lowercase());
            let is_meant = is_contest && !folders.contains("virtual");
            let task = format!("{}_{}", contest.replace('-', "_"), &found[2]);
            is_meant.then(|| weak(ProblemId::atcoder(&task))).flatten()
        },
        examples: &[
            ("atcoder/upsolve/panasonic2020/c/main.py", "~panasonic2020_c"),
            ("atcoder/joi2018ho/a.cpp", "~joi2018ho_a"),
            ("AtCoder/newjudge-2308-algorithm/b/src/main.zig", "~newjudge_2308_algorithm_b"),
            ("atcoder/APG4b/ex12/main.py", "~apg4b_ex12"),
            ("atcoder/CODE_THANKS_FESTIVAL_2017_A/ProblemB.py", "~code_thanks_festival_2017_a_b"),
            ("atcoder/AtCoder_Virtual_Contest/eoeo20220319/d/main.py", ""),
            ("AtCoder/past/past202104-2/src/bin/f.rs", "~past202104_2_f"),
            ("AtCoder/mujin-pc-2016/a/a.rs", "~mujin_pc_2016_a"),
        ],
    },
    // A task's id in a folder of the judge's, as the file's name or, whatever the contest's folder is called, a folder's.
    Rule {
        pattern: r"(?:^|/)atcoder(?:\.jp)?/(?:.*/)?([a-z][a-z0-9]*(?:_[a-z0-9]+)*)_(q?[a-z]\d?)\.[^/.]+$",
        name: |found, _| {
            let has_number = found[1].bytes().any(|byte| byte.is_ascii_digit());
            has_number.then(|| weak(ProblemId::atcoder(&format!("{}_{}", &found[1], &found[2])))).flatten()
        },
        examples: &[
            ("atcoder/other/chokudai_s001_g.py", "~chokudai_s001_g"),
            ("atcoder/corp/dwacon5th_qc.nim", "~dwacon5th_qc"),
            ("atcoder/misc/two_sets_b.py", ""),
        ],
    },
    Rule {
        pattern: r"(?:^|/)atcoder(?:\.jp)?/(?:.*/)?([a-z0-9]*[a-z][a-z0-9]*(?:_[a-z0-9]+)*_[a-z0-9]+)/[^/]+\.[^/.]+$",
        name: |found, _| {
            let words = found[1].to_ascii_lowercase();
            let is_task = words.bytes().any(|byte| byte.is_ascii_digit()) || words.starts_with("tdpc");
            let is_virtual =
                words.contains("virtual") || words.contains("contest") || words.contains("points");
            (is_task && !is_virtual).then(|| weak(ProblemId::atcoder(&words))).flatten()
        },
        examples: &[
            ("atcoder/contests/tdpc/tdpc_fibonacci/main.cc", "~tdpc_fibonacci"),
            ("atcoder/contests/sumitrust2019/sumitb2019_a/main.cc", "~sumitb2019_a"),
            ("atcoder/lib/union_find/main.rs", ""),
        ],
    },
];

/// Messages.
pub(super) const MESSAGES: &[Rule] = &[Rule {
    pattern: r"(?:^|[^a-z0-9])(abc|arc|agc|ahc|awc|apc)[ _-]?(\d{3,4})[ _-]?([a-h]\d?|ex)(?:[^a-z0-9]|$)",
    name: |found, _| {
        let task = if found[3].eq_ignore_ascii_case("ex") { "h" } else { &found[3] };
        sure(ProblemId::atcoder(&format!("{}{}_{task}", &found[1], &found[2])))
    },
    examples: &[
        ("Solve ABC447D (#5349)", "abc447_d"),
        ("UpSolve arc 100 c, arc101_d", "arc100_c arc101_d"),
        ("Upsolve ABC", ""),
    ],
}];

fn named_contest(contest: &str, task: &str) -> Option<(ProblemId, bool)> {
    let contest = contest.to_ascii_lowercase().replace('-', "_");
    let contest = if contest == "edpc" { "dp" } else { &contest };
    sure(ProblemId::atcoder(&format!("{contest}_{task}")))
}

/// The letters of the nth task, from 1.
fn lettered(nth: u8) -> Option<String> {
    let nth = nth.checked_sub(1)?;
    let letter = |nth: u8| char::from(b'a' + nth % 26);
    Some(if nth < 26 { letter(nth).to_string() } else { format!("{}{}", letter(nth / 26 - 1), letter(nth)) })
}
