//! The practice repository under `solutions/`, checked: every solution answers the samples of its
//! problem's statement. The samples stand in the header of each file, and nowhere else.
//!
//! A new solution takes three steps: the file with its header, a `mod` below, a line in the table.

#![allow(clippy::disallowed_methods, reason = "what is read and written here is the test's own")]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "tests report by panicking")]

use std::fmt::Write;
use std::fs;
use std::panic;
use std::path::{Path, PathBuf};

#[allow(
    dead_code,
    missing_docs,
    clippy::doc_markdown,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "these are whole programs for a judge, with a `main` of their own"
)]
#[path = "../solutions"]
mod solutions {
    #[path = "atcoder/abc007/abc007_3.rs"]
    pub mod ac_abc007_3;
    #[path = "atcoder/abc081/b.rs"]
    pub mod ac_abc081_b;
    #[path = "atcoder/abc086/a.rs"]
    pub mod ac_abc086_a;
    #[path = "atcoder/abc340/d.rs"]
    pub mod ac_abc340_d;
    #[path = "atcoder/abc049/arc065_a.rs"]
    pub mod ac_arc065_a;
    #[path = "atcoder/arc098/b.rs"]
    pub mod ac_arc098_b;
    #[path = "atcoder/dp/q.rs"]
    pub mod ac_dp_q;
    #[path = "codeforces/230/B.rs"]
    pub mod cf_230_b;
    #[path = "codeforces/279/B.rs"]
    pub mod cf_279_b;
    #[path = "codeforces/339/D.rs"]
    pub mod cf_339_d;
    #[path = "codeforces/455/A.rs"]
    pub mod cf_455_a;
    #[path = "codeforces/474/D.rs"]
    pub mod cf_474_d;
    #[path = "codeforces/4/A.rs"]
    pub mod cf_4_a;
    #[path = "codeforces/580/C.rs"]
    pub mod cf_580_c;
    #[path = "codeforces/706/B.rs"]
    pub mod cf_706_b;
    #[path = "codeforces/71/A.rs"]
    pub mod cf_71_a;
}

type Solve = fn(&str) -> String;

/// Every solution: its path below `solutions/`, and its function.
const SOLUTIONS: &[(&str, Solve)] = &[
    ("atcoder/abc007/abc007_3.rs", solutions::ac_abc007_3::solve),
    ("atcoder/abc049/arc065_a.rs", solutions::ac_arc065_a::solve),
    ("atcoder/abc081/b.rs", solutions::ac_abc081_b::solve),
    ("atcoder/abc086/a.rs", solutions::ac_abc086_a::solve),
    ("atcoder/abc340/d.rs", solutions::ac_abc340_d::solve),
    ("atcoder/arc098/b.rs", solutions::ac_arc098_b::solve),
    ("atcoder/dp/q.rs", solutions::ac_dp_q::solve),
    ("codeforces/230/B.rs", solutions::cf_230_b::solve),
    ("codeforces/279/B.rs", solutions::cf_279_b::solve),
    ("codeforces/339/D.rs", solutions::cf_339_d::solve),
    ("codeforces/4/A.rs", solutions::cf_4_a::solve),
    ("codeforces/455/A.rs", solutions::cf_455_a::solve),
    ("codeforces/474/D.rs", solutions::cf_474_d::solve),
    ("codeforces/580/C.rs", solutions::cf_580_c::solve),
    ("codeforces/706/B.rs", solutions::cf_706_b::solve),
    ("codeforces/71/A.rs", solutions::cf_71_a::solve),
];

const FEWEST_SOLUTIONS: usize = 12;

// The practice repository as a whole.

#[test]
fn the_table_and_the_folder_agree() {
    let found = files_below(&root());
    let mut listed: Vec<&str> = SOLUTIONS.iter().map(|&(path, _)| path).collect();
    listed.sort_unstable();

    let mut problems = Vec::new();
    for path in &found {
        if !listed.contains(&path.as_str()) {
            problems.push(format!("solutions/{path}: not in the table, so nothing checks it"));
        }
    }
    for path in &listed {
        if !found.iter().any(|file| file == path) {
            problems.push(format!("solutions/{path}: in the table, but there is no such file"));
        }
    }
    for pair in listed.windows(2).filter(|pair| pair[0] == pair[1]) {
        problems.push(format!("solutions/{}: more than once in the table", pair[0]));
    }
    report(&problems);
    assert!(found.len() >= FEWEST_SOLUTIONS, "only {} solutions are left", found.len());
}

#[test]
fn every_header_links_to_the_problem_of_its_path() {
    let mut problems = Vec::new();
    for &(path, _) in SOLUTIONS {
        let accepted = problem_urls(path);
        let linked = linked_url(&header(path));
        if accepted.is_empty() {
            problems.push(format!("solutions/{path}: not laid out as judge/contest/problem.rs"));
        } else if !linked.as_ref().is_some_and(|url| accepted.contains(url)) {
            problems.push(format!(
                "solutions/{path}: the header links to {}, not to {}",
                linked.as_deref().unwrap_or("no page"),
                accepted.join(" or "),
            ));
        }
    }
    report(&problems);
}

#[test]
fn every_solution_answers_the_samples_of_its_header() {
    let mut problems = Vec::new();
    for &(path, solve) in SOLUTIONS {
        match samples(&header(path)) {
            Ok(samples) => {
                for (number, sample) in (1..).zip(&samples) {
                    if let Err(problem) = check(solve, sample) {
                        problems.push(format!("solutions/{path}, sample {number}: {problem}"));
                    }
                }
            }
            Err(problem) => problems.push(format!("solutions/{path}: {problem}")),
        }
    }
    report(&problems);
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("solutions")
}

/// The files below a folder as sorted paths with `/`; a `README.md` and hidden files aside.
fn files_below(folder: &Path) -> Vec<String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry of the folder");
        let name = entry.file_name().into_string().expect("a name in Unicode");
        if name.starts_with('.') || name == "README.md" {
            continue;
        }
        if entry.file_type().expect("a kind of file").is_dir() {
            let below = files_below(&entry.path());
            files.extend(below.into_iter().map(|path| format!("{name}/{path}")));
        } else {
            files.push(name);
        }
    }
    files.sort_unstable();
    files
}

fn report(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

fn check(solve: Solve, sample: &Sample) -> Result<(), String> {
    // A test harness prints the message of a panic, but does not know which sample it came from.
    let Ok(got) = panic::catch_unwind(|| solve(&sample.input)) else {
        return Err(format!("panicked on\n{}", indented(&sample.input)));
    };
    if tidy(&got) == tidy(&sample.output) {
        return Ok(());
    }
    let (expected, got) = (indented(&sample.output), indented(&got));
    Err(format!("expected\n{expected}  got\n{got}"))
}

/// The text without the whitespace that judges ignore: at the ends of lines and at the very end.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.trim_end().lines().map(str::trim_end).collect();
    lines.join("\n")
}

fn indented(text: &str) -> String {
    text.lines().flat_map(|line| ["    ", line, "\n"]).collect()
}

// What a header says.

#[derive(Debug, PartialEq, Eq)]
struct Sample {
    input: String,
    output: String,
}

/// The text of the `//!` comment a solution starts with.
fn header(path: &str) -> String {
    let source =
        fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("solutions/{path}: {error}"));
    let comment = source.lines().map_while(|line| line.strip_prefix("//!"));
    comment.map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned() + "\n").collect()
}

/// The first line that is a link and nothing else: `<https://...>`.
fn linked_url(header: &str) -> Option<String> {
    let link = |line: &str| Some(line.strip_prefix('<')?.strip_suffix('>')?.to_owned());
    header.lines().find_map(link)
}

/// The addresses of the problem that a solution's path stands for; none if it stands for none.
fn problem_urls(path: &str) -> Vec<String> {
    let parts: Vec<&str> = path.split('/').collect();
    let [judge, contest, file] = parts[..] else {
        return Vec::new();
    };
    let Some(problem) = file.strip_suffix(".rs") else {
        return Vec::new();
    };
    match judge {
        "codeforces" => vec![
            format!("https://codeforces.com/contest/{contest}/problem/{problem}"),
            format!("https://codeforces.com/problemset/problem/{contest}/{problem}"),
        ],
        // `abc086/a.rs` is the task abc086_a, `abc049/arc065_a.rs` spells its task out.
        "atcoder" if problem.contains('_') => {
            vec![format!("https://atcoder.jp/contests/{contest}/tasks/{problem}")]
        }
        "atcoder" => vec![format!("https://atcoder.jp/contests/{contest}/tasks/{contest}_{problem}")],
        _ => Vec::new(),
    }
}

/// The samples of a header: the headings `## Sample 1 input`, `## Sample 1 output`, `## Sample 2
/// input` and so on, each followed by one block between fences.
fn samples(header: &str) -> Result<Vec<Sample>, String> {
    let mut blocks = Vec::new();
    let mut lines = header.lines();
    while let Some(line) = lines.next() {
        let Some(heading) = line.strip_prefix("## ") else {
            continue;
        };
        let kind = if blocks.len().is_multiple_of(2) { "input" } else { "output" };
        let expected = format!("Sample {} {kind}", blocks.len() / 2 + 1);
        if heading != expected {
            return Err(format!("the heading \"{heading}\" stands where \"{expected}\" belongs"));
        }
        if lines.find(|line| !line.is_empty()) != Some("```text") {
            return Err(format!("no ```text after the heading \"{heading}\""));
        }
        blocks.push(block(&mut lines).ok_or(format!("the block of \"{heading}\" has no end"))?);
    }

    if blocks.is_empty() {
        return Err(String::from("no sample"));
    }
    if !blocks.len().is_multiple_of(2) {
        return Err(String::from("the last sample has no output"));
    }
    let mut blocks = blocks.into_iter();
    let pair = || Some(Sample { input: blocks.next()?, output: blocks.next()? });
    Ok(std::iter::from_fn(pair).collect())
}

/// The lines up to the closing fence.
fn block<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Option<String> {
    let mut text = String::new();
    for line in lines {
        if line == "```" {
            return Some(text);
        }
        text += line;
        text.push('\n');
    }
    None
}

#[test]
fn samples_are_read_in_pairs() {
    let header =
        "# Sum\n\n## Sample 1 input\n\n```text\n1 2\n\n3\n```\n\n## Sample 1 output\n\n```text\n6\n```\n";
    let sample = Sample { input: String::from("1 2\n\n3\n"), output: String::from("6\n") };
    assert_eq!(samples(header), Ok(vec![sample]));
}

#[test]
fn a_header_without_whole_samples_is_refused() {
    let input = "## Sample 1 input\n\n```text\n1\n```\n";
    let refused = [
        ("# Title\n\nNo sample here.\n", "no sample"),
        (input, "the last sample has no output"),
        ("## Sample 1 input\n\n1\n", "no ```text after the heading \"Sample 1 input\""),
        ("## Sample 1 input\n```text\n1\n", "the block of \"Sample 1 input\" has no end"),
        (&input.repeat(2), "the heading \"Sample 1 input\" stands where \"Sample 1 output\" belongs"),
    ];
    for (header, problem) in refused {
        assert_eq!(samples(header), Err(String::from(problem)));
    }
}

#[test]
fn a_wrong_answer_and_a_panic_name_what_was_expected() {
    let sample = Sample { input: String::from("1\n"), output: String::from("2 \n\n") };
    assert_eq!(check(|_| String::from("2"), &sample), Ok(()));

    let wrong = check(|_| String::from("3\n"), &sample).unwrap_err();
    assert!(wrong.contains("expected\n    2") && wrong.contains("got\n    3"), "{wrong}");

    let panicked = check(|input| input[9..].to_owned(), &sample).unwrap_err();
    assert!(panicked.contains("panicked on\n    1"), "{panicked}");
}

// The cleverer solutions against the obvious ones, on many small inputs.

const ROUNDS: usize = 300;

/// Xorshift with 64 bits: the same numbers in every run.
struct Random(u64);

impl Random {
    fn new() -> Self {
        Self(0x9E37_79B9_7F4A_7C15)
    }

    /// A number from 0 to `bound - 1`.
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        // The upper half is the better mixed one.
        (self.0 >> 32) as usize % bound
    }

    fn numbers(&mut self, count: usize, bound: usize) -> Vec<usize> {
        (0..count).map(|_| self.below(bound)).collect()
    }
}

fn line(numbers: &[usize]) -> String {
    let words: Vec<String> = numbers.iter().map(usize::to_string).collect();
    words.join(" ") + "\n"
}

fn assert_answer(solve: Solve, input: &str, expected: &str) {
    let sample = Sample { input: input.to_owned(), output: expected.to_owned() };
    if let Err(problem) = check(solve, &sample) {
        panic!("on the input\n{}  {problem}", indented(input));
    }
}

#[test]
fn xenia_agrees_with_folding_the_whole_sequence() {
    fn folded(mut sequence: Vec<usize>) -> usize {
        let mut is_or = true;
        while sequence.len() > 1 {
            let fold = |pair: &[usize]| {
                if is_or { pair[0] | pair[1] } else { pair[0] ^ pair[1] }
            };
            sequence = sequence.chunks(2).map(fold).collect();
            is_or = !is_or;
        }
        sequence[0]
    }

    let mut random = Random::new();
    for _ in 0..ROUNDS {
        let height = 1 + random.below(4);
        let queries = 1 + random.below(5);
        let mut sequence = random.numbers(1 << height, 16);
        let mut input = line(&[height, queries]) + &line(&sequence);
        let mut expected = String::new();
        for _ in 0..queries {
            let (index, value) = (random.below(sequence.len()), random.below(16));
            sequence[index] = value;
            input += &line(&[index + 1, value]);
            writeln!(expected, "{}", folded(sequence.clone())).unwrap();
        }
        assert_answer(solutions::cf_339_d::solve, &input, &expected);
    }
}

#[test]
fn marmots_dinners_agree_with_spelling_them_out() {
    /// The rows of `length` flowers in which every group of white ones has whole `group`s.
    fn dinners(length: usize, group: usize) -> usize {
        let is_dinner = |row: &usize| {
            let colours = (0..length).map(|place| if row >> place & 1 == 1 { 'w' } else { 'r' });
            let row: String = colours.collect();
            row.split('r').all(|white| white.len().is_multiple_of(group))
        };
        (0..1 << length).filter(is_dinner).count()
    }

    for group in 1..=4 {
        let ranges: Vec<(usize, usize)> =
            (1..=8).flat_map(|from| (from..=8).map(move |to| (from, to))).collect();
        let mut input = line(&[ranges.len(), group]);
        let mut expected = String::new();
        for (from, to) in ranges {
            input += &line(&[from, to]);
            let count: usize = (from..=to).map(|length| dinners(length, group)).sum();
            writeln!(expected, "{count}").unwrap();
        }
        assert_answer(solutions::cf_474_d::solve, &input, &expected);
    }
}

#[test]
fn xor_sums_agree_with_trying_every_range() {
    let mut random = Random::new();
    for _ in 0..ROUNDS {
        let numbers = {
            let count = 1 + random.below(8);
            random.numbers(count, 32)
        };
        let mut ranges = 0;
        for first in 0..numbers.len() {
            for last in first..numbers.len() {
                let range = &numbers[first..=last];
                let sum: usize = range.iter().sum();
                ranges += usize::from(sum == range.iter().fold(0, |xor, number| xor ^ number));
            }
        }
        let input = line(&[numbers.len()]) + &line(&numbers);
        assert_answer(solutions::ac_arc098_b::solve, &input, &ranges.to_string());
    }
}

#[test]
fn rows_of_flowers_agree_with_trying_every_choice() {
    let mut random = Random::new();
    for _ in 0..ROUNDS {
        let count = 1 + random.below(8);
        let mut heights: Vec<usize> = (1..=count).collect();
        for index in (1..count).rev() {
            heights.swap(index, random.below(index + 1));
        }
        let beauties: Vec<usize> = random.numbers(count, 20).iter().map(|beauty| beauty + 1).collect();

        let mut best = 0;
        for choice in 0..1 << count {
            let chosen: Vec<usize> = (0..count).filter(|index| choice >> index & 1 == 1).collect();
            if chosen.is_sorted_by_key(|&index| heights[index]) {
                best = best.max(chosen.iter().map(|&index| beauties[index]).sum());
            }
        }
        let input = line(&[count]) + &line(&heights) + &line(&beauties);
        assert_answer(solutions::ac_dp_q::solve, &input, &best.to_string());
    }
}
