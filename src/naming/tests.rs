use regex::bytes::RegexBuilder;

use proptest::prelude::*;

use super::patterns::{ALONE, ATCODER, CODEFORCES, LEETCODE, MESSAGES};
use super::rule::Rule;
use super::*;

/// Identities with a space between, a weak one after `~`.
fn shown(found: &[NamedProblem]) -> String {
    let one = |named: &NamedProblem| format!("{}{}", if named.sure { "" } else { "~" }, named.problem);
    found.iter().map(one).collect::<Vec<_>>().join(" ")
}

const PATHS: &[&[Rule]] = &[
    atcoder::RULES,
    codeforces::ALONE,
    codeforces::RULES,
    korean::ALONE,
    leetcode::ALONE,
    leetcode::RULES,
    others::ALONE,
];

const PATH_EXAMPLES: &[&[(&str, &str)]] =
    &[atcoder::EXAMPLES, codeforces::EXAMPLES, korean::EXAMPLES, leetcode::EXAMPLES, others::EXAMPLES];

const MESSAGE_RULES: &[&[Rule]] =
    &[atcoder::MESSAGES, codeforces::MESSAGES, korean::MESSAGES, leetcode::MESSAGES];

fn path_examples() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    let of_rules = PATHS.iter().copied().flatten().flat_map(|rule| rule.examples);
    of_rules.chain(PATH_EXAMPLES.iter().copied().flatten())
}

#[test]
fn every_pattern_can_be_compiled() {
    for rule in PATHS.iter().chain(MESSAGE_RULES).copied().flatten() {
        assert!(RegexBuilder::new(rule.pattern).unicode(false).build().is_ok(), "{}", rule.pattern);
        assert!(!rule.examples.is_empty(), "{}", rule.pattern);
    }
    for patterns in [&ATCODER, &CODEFORCES, &LEETCODE, &ALONE, &MESSAGES] {
        assert!(patterns.compiled.all().is_some());
    }
}

#[test]
fn no_row_contradicts_the_examples_of_another() {
    let wrong = path_examples().filter_map(|(path, expected)| {
        let found = shown(&problems_of_path(path));
        (found != *expected).then(|| format!("{path}: {found:?}, not {expected:?}"))
    });
    assert_eq!(wrong.collect::<Vec<_>>().join("\n"), "");
}

#[test]
fn every_example_of_every_message_holds() {
    for (text, expected) in MESSAGE_RULES.iter().copied().flatten().flat_map(|rule| rule.examples) {
        assert_eq!(shown(&by_message(text.as_bytes(), &Home::default())), *expected, "{text}");
    }
}

#[test]
fn the_repository_says_the_judge_where_the_path_does_not() {
    let at = |name: &str, path: &str| {
        let home = Home::new(None, [name]);
        assert_eq!(by_path(path, &home), [], "{path}");
        shown(&by_home(path, &home))
    };
    assert_eq!(at("baekjoon", "01xxx/01297.c"), "~boj/1297");
    assert_eq!(at("leetcode-study", "3sum/ann.py"), "~leetcode/3sum");
    assert_eq!(at("leetcode-study", "ada/week7/2025-07-20-Subsets.java"), "~leetcode/subsets");
    assert_eq!(at("leetcode-study", "ada/week7/subsets.java"), "");
    assert_eq!(at("AtCoder", "upsolve/Others/company2020/c/main.py"), "~company2020_c");
    assert_eq!(at("AtCoder", "AtCoder_Virtual_Contest/x20220319/d/main.py"), "");
    assert_eq!(at("kyopro-tessoku", "codes/java/chap01/answer_A05.java"), "~tessoku_book_e");
    assert_eq!(at("kyopro-tessoku", "codes/cpp/chap10/code_10-02.cpp"), "");
    assert_eq!(at("kyopro_educational_90_rust", "src/bin/012.rs"), "~typical90_l");
    assert_eq!(at("advent-of-code-2022", "src/bin/07-2.rs"), "~adventofcode/2022/7");
    assert_eq!(at("aoc21", "day01/part2.rs"), "~adventofcode/2021/1");
    assert_eq!(at("advent-of-code", "codyssi/2025/day-01/main.py"), "");
    assert_eq!(at("leetcode", "exercism/two-fer/two_fer.py"), "");
    assert_eq!(at("aoc-2022", "2021/day1.py"), "~adventofcode/2021/1");
    assert_eq!(
        at("neetcode-submissions", "Arrays/contains-duplicate/submission-0.py"),
        "~leetcode/contains-duplicate"
    );
    assert_eq!(at("Beakjoon", "1015.cpp"), "~boj/1015");
    assert_eq!(at("luogu-leetcode", "1015.cpp"), "");
    assert_eq!(at("kattis-uva", "addemup.cpp"), "~kattis/addemup");
    assert_eq!(at("kattis-uva", "10055.cpp"), "~uva/10055");
    assert_eq!(at("leetcode-codeforces", "Next Round.cpp"), "");
    assert_eq!(at("yuki-kyopro", "800.cpp"), "");
    assert_eq!(at("Olympiad-in-Informatics", "1003.cpp"), "");
    assert_eq!(at("OnlineJudge", "1015.cpp"), "");
    assert_eq!(at("my-uva", "BOOJ/1015.cpp"), "");
    assert_eq!(at("dmoj-solutions", "cpp/ccc18j3.java"), "~dmoj/ccc18j3");
    assert_eq!(at("luogu", "P1827-[USACO3.4]-tree.cpp"), "~luogu/P1827");
    assert_eq!(at("notes", "2659.cpp"), "");
    assert_eq!(at("codeforces-go", "atcoder/100/a.go"), "");
    let at_atcoder = Home::new(None, ["AtCoder"]);
    assert_eq!(shown(&by_message(b"Solve CF2016 A", &at_atcoder)), "");
    assert_eq!(shown(&by_message(b"Solve Codeforces 2016 A", &at_atcoder)), "codeforces/2016/A");
    let configured = Home::new(Some("Baekjoon"), ["AtCoder"]);
    assert_eq!(shown(&by_home("week1/2659_제목.cpp", &configured)), "boj/2659");
}

#[test]
fn a_path_says_more_of_its_judge_than_a_message() {
    let is_elsewhere = |path, message: &str| {
        let named = by_message(message.as_bytes(), &Home::default());
        is_of_another_judge(path, &named[0])
    };
    assert!(is_elsewhere("AtCoder/Some Contest 2020/A.cpp", "leetcode 193"));
    assert!(!is_elsewhere("leetcode/week3/two.py", "leetcode 193"));
    assert!(!is_elsewhere("week3/two.py", "leetcode 193"));
}

#[test]
fn a_file_full_of_links_is_about_none_of_them() {
    let links = |count: usize| {
        let link = |number: usize| format!("// https://codeforces.com/contest/{number}/problem/A\n");
        (1..=count).map(link).collect::<String>()
    };
    assert_eq!(by_header(links(2).as_bytes()).len(), 2);
    assert_eq!(by_header(links(11).as_bytes()), []);
}

#[test]
fn hostile_paths_take_no_time() {
    let long = "codeforces/abc1/".repeat(20_000);
    assert!(problems_of_path(&long).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2048) })]

    #[test]
    fn no_path_makes_it_panic(
        parts in prop::collection::vec(part(), 1..5),
        judge in prop::sample::select(JUDGES),
    ) {
        let path = parts.join("/");
        let home = Home::new(Some(judge), []);
        by_path(&path, &home);
        by_home(&path, &home);
        by_header(path.as_bytes());
        by_message(path.as_bytes(), &home);
    }
}

const JUDGES: &[&str] = &[
    "acwing",
    "adventofcode",
    "aoj",
    "atcoder",
    "boj",
    "codechef",
    "codeforces",
    "cses",
    "dmoj",
    "goormlevel",
    "hackerrank",
    "hdu",
    "kattis",
    "leetcode",
    "luogu",
    "poj",
    "programmers",
    "project-euler",
    "pta",
    "spoj",
    "swea",
    "topcoder",
    "usaco",
    "uva",
    "yukicoder",
];

/// A part of a path: words that mean something and any others, in any script, grown together or apart.
fn part() -> impl Strategy<Value = String> {
    let known = prop::sample::select(JUDGES).prop_map(str::to_owned);
    let series = "abc|arc|round|div|contest|week|day|ALDS1|typical90|gym|edu|P|p|problem";
    let word =
        prop_oneof![known, series, "[0-9]{1,6}", "[A-Za-z]{1,3}", "\\PC{1,6}", "[а-яЯ洛谷백준é]{1,6}[A-Zа]?"];
    let between = prop::sample::select(&["", "", "_", "-", " ", ".", "(", ")", "#", "["][..]);
    let words = prop::collection::vec((word, between), 1..4);
    words.prop_map(|words| words.into_iter().map(|(word, between)| word + between).collect())
}
