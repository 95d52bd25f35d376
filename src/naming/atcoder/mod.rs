//! AtCoder.

mod tasks;

use super::date;
use super::mention::series;
use super::path::{TokenKind, tokens};
use super::rule::{Claim, Found, Rule, Strength, claim};
use crate::model::ProblemId;

/// A numbered contest in a path.
#[derive(Debug, Clone, Copy)]
pub(super) struct Code<'t> {
    series: &'static str,
    number: u16,
    /// The part that its number is in.
    pub part: usize,
    /// What that part says after the number.
    after: &'t str,
}

/// The contests in a path, the nearest to the file first. In a folder of the judge's `Beginner/245` is one, too.
pub(super) fn codes<'t>(parts: &[&'t str], at_home: bool) -> Vec<Code<'t>> {
    let mut found = Vec::new();
    for (at, part) in parts.iter().enumerate().rev() {
        if !at_home && !part.as_bytes().iter().any(|byte| b"cC".contains(byte)) {
            continue;
        }
        let tokens = tokens(part);
        for (from, token) in tokens.iter().enumerate().rev() {
            if token.kind != TokenKind::Word {
                continue;
            }
            // `beginner contest` has two words.
            let two = from.checked_sub(1).map(|before| &part[tokens[before].start..token.end()]);
            let two = two.filter(|_| token.text.eq_ignore_ascii_case("contest"));
            let joined = two.map(|two| two.chars().filter(char::is_ascii_alphabetic).collect::<String>());
            let alone = |word: &str| series(&format!("{word}contest")).filter(|_| at_home);
            let word = joined.as_deref().unwrap_or(token.text);
            let Some(series) = series(word).or_else(|| alone(word)) else { continue };
            let here = tokens.get(from + 1).map(|number| (*number, at, *part));
            let is_last = from + 1 == tokens.len();
            let there = || {
                let next = parts.get(at + 1).filter(|_| is_last)?;
                Some((*self::tokens(next).first()?, at + 1, *next))
            };
            let Some((number, part, text)) = here.or_else(there) else { continue };
            let width = number.text.len();
            let fits = number.kind == TokenKind::Number
                && (1..=4).contains(&width)
                && (width < 4 || series == "awc");
            let after = &text[number.end()..];
            let is_near = part > at || text[token.end()..number.start].chars().all(|c| "-_ .#".contains(c));
            if let Ok(number) = number.text.parse()
                && fits
                && is_near
                && !begins_range(after)
            {
                found.push(Code { series, number, part, after });
            }
        }
    }
    found
}

/// Whether a folder's number is the first of a range: `abc351-abc400`, `020-029`.
fn begins_range(after: &str) -> bool {
    let Some(rest) = after.trim_start().strip_prefix(['-', '~', '_']) else { return false };
    let rest = rest.trim_start().trim_start_matches(|c: char| c.is_ascii_alphabetic());
    rest.bytes().take_while(u8::is_ascii_digit).count() >= 2
}

/// The task of a numbered contest: its label follows the number, or begins a part below.
pub(super) fn by_code(parts: &[&str], code: &Code<'_>) -> Option<Claim> {
    let own = label(code.after).or_else(|| label_of_title(code.after));
    let below = || parts[code.part + 1..].iter().find_map(|part| label(part));
    let (label, exact) = match own {
        Some(label) => (label, code.after.starts_with('_')),
        None if code.series == "ahc" => (below().unwrap_or("a"), false),
        None => (below()?, false),
    };
    let label = if code.series == "ahc" && label.len() > 1 { "a" } else { label };
    let (task, sure) = tasks::numbered(code.series, code.number, label, exact)?;
    Some(claim(ProblemId::atcoder(&task), sure, Strength::Identity))
}

/// The label with a title grown on: `FForkInTheRoad`.
fn label_of_title(text: &str) -> Option<&str> {
    match text.trim_start_matches(['-', '_', ' ']).as_bytes() {
        [b'A'..=b'Z', b'A'..=b'Z', b'a'..=b'z', ..] => text.trim_start_matches(['-', '_', ' ']).get(..1),
        _ => None,
    }
}

/// Words before a task's label.
const BEFORE_LABEL: &[&str] = &["problem", "prob", "task", "test", "問題"];

/// The label that a text begins with: a letter with or without a digit, a doubled letter, `ex`, a digit.
fn label(text: &str) -> Option<&str> {
    let mut text = text.trim_start_matches(['-', '_', ' ', '.']);
    for word in BEFORE_LABEL {
        if let Some(begin) = text.get(..word.len())
            && begin.eq_ignore_ascii_case(word)
        {
            text = text[word.len()..].trim_start_matches(['-', '_', ' ']);
        }
    }
    let end = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    let word = &text[..end];
    // A test's name has its word grown on.
    let word = word.strip_suffix("Test").filter(|word| !word.is_empty()).unwrap_or(word);
    let is_label = match word.as_bytes() {
        [b'a'..=b'z' | b'A'..=b'Z' | b'1'..=b'9'] => true,
        [letter, next] => {
            letter.is_ascii_alphabetic() && (next.is_ascii_digit() || letter.eq_ignore_ascii_case(next))
                || word.eq_ignore_ascii_case("ex")
                || word.eq_ignore_ascii_case("hx")
        }
        _ => false,
    };
    is_label.then_some(word)
}

/// Contests of the table whose names mean other things, too.
const COMMON_NAMES: &[&str] =
    &["abs", "dfs", "dp", "fft", "fuka", "practice", "practice2", "relay", "tricky"];

/// The task of a contest that the table has, by its name in a part and the label behind it or below. Away from a folder
/// of the judge's only names count that mean nothing else.
pub(super) fn by_contest(parts: &[&str], at_home: bool) -> Option<Claim> {
    let last = parts.len().checked_sub(1)?;
    let sure = |task: String| Some(claim(ProblemId::atcoder(&task), true, Strength::Identity));
    let counts = |plain: &str, text: &str| {
        let is_common = COMMON_NAMES.contains(&plain)
            || plain.len() < 4
            || !plain.bytes().any(|byte| byte.is_ascii_digit());
        let is_own = plain == text.to_ascii_lowercase();
        (at_home || !is_common || STRONG_NAMES.contains(&plain) || (is_own && plain == "practice2"))
            && tasks::is_contest(plain)
    };
    for at in (0..=last).rev() {
        let part = parts[at];
        // The task's own id.
        if let Some((contest, task)) = part.rsplit_once(['_', '-'])
            && is_task(task)
        {
            let plain = tasks::plain(contest);
            let exact = part.as_bytes()[contest.len()] == b'_';
            let is_dp = plain == "dp" && exact && contest.len() == 2 && task.len() == 1 && at == last;
            let is_listed = task.len() < 3 && task.bytes().all(|byte| byte.is_ascii_alphabetic())
                || tasks::ends_in(&plain, task)
                || STRONG_NAMES.contains(&plain.as_str())
                || numbered_label(task)
                    .is_some_and(|label| label.starts_with(|c: char| c.is_ascii_alphabetic()));
            if (counts(&plain, contest) && is_listed) || is_dp {
                return sure(tasks::named(&plain, task, exact)?);
            }
        }
        if let Some((contest, task)) = part.split_at_checked(part.len().saturating_sub(1))
            && at == last
            && task.bytes().all(|byte| byte.is_ascii_alphabetic())
        {
            let plain = tasks::plain(contest);
            if plain.ends_with(|c: char| c.is_ascii_digit()) && counts(&plain, contest) {
                return sure(tasks::named(&plain, task, false)?);
            }
        }
        // The contest's folder, and the label below. The year may be a folder of its own.
        let before = at.checked_sub(1).filter(|_| date::is_year(part)).map(|before| parts[before]);
        let plain =
            before.map_or_else(|| tasks::plain(part), |before| tasks::plain(&[before, part].concat()));
        if at < last && counts(&plain, part) {
            let is_collection = STRONG_NAMES.contains(&plain.as_str());
            let found = parts[at + 1..].iter().rev().find_map(|part| {
                let text = part.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
                let numbered = || {
                    tokens(text)
                        .into_iter()
                        .find(|token| token.kind == TokenKind::Number && token.text.len() >= 2)
                };
                label(text)
                    .or_else(|| numbered_label(text))
                    .or_else(|| is_collection.then(|| numbered().map(|token| token.text)).flatten())
            });
            let task = ProblemId::atcoder(&tasks::named(&plain, found?, false)?);
            return Some(claim(task, !tasks::is_shared(&plain), Strength::Identity));
        }
    }
    None
}

/// Contests whose names mean nothing else although they have no digit.
const STRONG_NAMES: &[&str] = &[
    "edpc",
    "educationaldpcontest",
    "mathandalgorithm",
    "tdpc",
    "tessokubook",
    "typical90",
    "typicalalgorithm",
];

/// Labels of collections: `a40`, `001`, `ex12`, two letters.
fn numbered_label(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    let word = &text[..end];
    let letters = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = word.len() - letters;
    let are_digits = word[letters..].bytes().all(|byte| byte.is_ascii_digit());
    (are_digits && matches!((letters, digits), (0, 1..=3) | (1 | 2, 1..=2) | (2, 0))).then_some(word)
}

fn is_task(word: &str) -> bool {
    (!word.is_empty() && word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
        || numbered_label(word).is_some()
        || word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Paths below a folder of the judge's.
pub(super) const RULES: &[Rule] = &[
    // The numbered contests, by the letter of their colour, or with the number first.
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|/)([gbr])(\d{3})[-_ ]?([a-h]\d?)(?:[^a-z0-9]|$)",
        name: |found: &Found<'_>| {
            let series = match found[1].to_ascii_lowercase().as_str() {
                "g" => "agc",
                "r" => "arc",
                _ => "abc",
            };
            let (task, _) = tasks::numbered(series, found[2].parse().ok()?, &found[3], false)?;
            Some((ProblemId::atcoder(&task), false))
        },
        examples: &[("AtCoder/G037-E.cpp", "~agc037_e")],
    },
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|/)(\d{3})[-_ ]?(abc|arc|agc)[-_ ]?([a-h]\d?)(?:[^a-z0-9]|$)",
        name: |found| {
            let series = found[2].to_ascii_lowercase();
            let (task, sure) = tasks::numbered(&series, found[1].parse().ok()?, &found[3], false)?;
            Some((ProblemId::atcoder(&task), sure))
        },
        examples: &[("AtCoder/079-ARC-F.java", "arc079_d")],
    },
    // Any contest in a folder of the judge's. A virtual contest's name is its owner's, and names no task.
    Rule {
        strength: Strength::Contest,
        pattern: r"^((?:[^/]+/)+)(?:test_)?(?:problem[-_ ]?)?((?:ex|[a-z])\d*|\d{1,2}|[a-z]{2})(?:test)?$",
        name: |found| {
            let folders = found[1].to_ascii_lowercase();
            let contest = folders.rsplit('/').find(|folder| folder.len() > 1)?;
            let is_contest =
                contest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
                    && contest.bytes().any(|byte| byte.is_ascii_lowercase());
            let is_meant =
                is_contest && !is_virtual(&folders) && (found[2].len() < 2 || goes_on(contest, &found[2]));
            let task = format!("{}_{}", contest.replace('-', "_"), &found[2]);
            is_meant.then(|| (ProblemId::atcoder(&task), false))
        },
        examples: &[
            ("AtCoder/newcontest-2308-algorithm/b/src/main.zig", "~newcontest_2308_algorithm_b"),
            ("AtCoder/past/past202104-2/src/bin/f.rs", "~past202104_2_f"),
            ("atcoder/AtCoder_Virtual_Contest/eoeo20220319/d/main.py", ""),
            ("atcoder/adt/adt_easy_20231109_2/e.rs", "~adt_easy_20231109_2_e"),
            ("atcoder/joyacon2023/src/bin/bu.rs", "~joyacon2023_bu"),
            ("atcoder/misc/io.rs", ""),
        ],
    },
    // A task's id as the file's name or a folder's.
    Rule {
        strength: Strength::Title,
        pattern: r"(?:^|/)([a-z][a-z0-9]*(?:[_-][a-z0-9]+)*?)(?:[_-]([0-9]?[a-z])|([0-9])([a-z]))\d?$",
        name: |found| {
            let contest = format!("{}{}", &found[1], &found[3]).to_ascii_lowercase().replace('-', "_");
            let has_number = contest.bytes().any(|byte| byte.is_ascii_digit());
            let is_meant = contest.len() > 4 && has_number && !is_virtual(&contest);
            let letter = format!("{}{}", &found[2], &found[4]);
            is_meant.then(|| (ProblemId::atcoder(&format!("{contest}_{letter}")), false))
        },
        examples: &[
            ("atcoder/other/chokudai_s901_g.py", "~chokudai_s901_g"),
            ("atcoder/corp/newcontest9qc.nim", ""),
            ("AtCoder/newcontest2017autumn_h4.cpp", "~newcontest2017autumn_h"),
            ("atcoder/misc/two_sets_b.py", ""),
        ],
    },
];

/// Whether two letters are a task's label after the 26th, and no word: a contest of so many is a numbered one.
fn goes_on(contest: &str, label: &str) -> bool {
    let is_letters = label.bytes().all(|byte| byte.is_ascii_alphabetic());
    !is_letters || label.eq_ignore_ascii_case("ex") || contest.ends_with(|c: char| c.is_ascii_digit())
}

fn is_virtual(folders: &str) -> bool {
    ["virtual", "points", "_contest"].iter().any(|word| folders.contains(word))
}

/// What the functions above make of paths.
#[cfg(test)]
pub(super) const EXAMPLES: &[(&str, &str)] = &[
    ("abc300_a.rs", "abc300_a"),
    ("ABC300A.cpp", "abc300_a"),
    ("AtCoder/abc144FForkInTheRoad.cpp", "abc144_f"),
    ("AtCoder Begginer Contest/298/A.cpp", "abc298_a"),
    ("AtCoder/AtCoder Begginer Contest/145/E - All-you-can-eat.cpp", "abc145_e"),
    ("AtCoder/Regulr Contest 120/C.cpp", "arc120_c"),
    ("AtCoder/Bigger/12/a.cpp", ""),
    // The contest in words.
    ("contests/Japanese Student Championship/2021/F.cpp", "jsc2021_f"),
    ("AtCoder/Keyence Programming Contest 2021/A.cpp", "keyence2021_a"),
    ("AtCoder/tenka1/2019/C.cpp", "tenka1_2019_c"),
    ("AtCoder/Educational DP Contest/B - Frog 2.cpp", "dp_b"),
    ("educational_dp_contest/a.cpp", "dp_a"),
    // Two contests have ids that begin so, in another order each.
    ("AtCoder/summerfes2018/b.cpp", "~summerfes2018_b"),
    ("AtCoder/summerfes2018_b.cpp", "summerfes2018_b"),
    ("abc300/a.rs", "abc300_a"),
    ("abc/300/a.py", "abc300_a"),
    ("abc-420/a.py", "abc420_a"),
    ("solutions/atcoder/abc300/abc300_a.rs", "abc300_a"),
    ("atcoder/abc049/arc065_a.rs", "arc065_a"),
    ("ABC/abc351-abc400/abc379/d/main.py", "abc379_d"),
    ("abc300/src/bin/ex.rs", "abc300_h"),
    ("AtCoder/Beginner/245/d.cpp", "abc245_d"),
    ("Beginner/245/d.cpp", ""),
    ("AtCoder/ABC/300/C - Cross.cpp", "abc300_c"),
    ("arc120/f2.cpp", "arc120_f2"),
    ("atcoder/agc033/aa.cpp", "agc033_a"),
    ("\u{ff41}\u{ff42}\u{ff43}300/\u{ff21}.cpp", "abc300_a"),
    ("abc001_1.cpp", "abc001_1"),
    ("AWC/awc0101-awc0150/awc0110/c/main.py", "awc0110_c"),
    ("awc/0056/e.rs", "awc0056_e"),
    ("awc0100_o.py", "awc0100_o"),
    ("ahc030/a.rs", "ahc030_a"),
    ("ahc030/src/main.rs", "ahc030_a"),
    ("heuristic/ahc/030/solve.cpp", "ahc030_a"),
    ("abc300/a/abc300.cpp", "abc300_a"),
    ("abc300/c++/b.cc", "abc300_b"),
    ("abc/abc133/ProblemD別回答.java", "abc133_d"),
    ("ABC300A(2).cpp", "abc300_a"),
    ("abc300/main.rs", ""),
    ("abc351-abc400/main.py", ""),
    ("fabc300_a.py", ""),
    ("AtCoder_Beginner_Contest_050/ProblemA.py", "abc050_a"),
    ("AtCoder_Contest/(2021.09.10) Beginner Contest 212 (VC)/A.cpp", "abc212_a"),
    ("atcoder/abc415 -ak/E_x.cpp", "abc415_e"),
    ("ARC/ARC200 (Div. 2)/A.cpp", "arc200_a"),
    ("abc/abc30b.c", "abc030_b"),
    ("arc97_b.cpp", "arc097_b"),
    // The letters that are shown aren't those of the ids.
    ("AtCoder/ABC005a.py", "abc005_1"),
    ("AtCoder/ABC077/C.py", "arc084_a"),
    ("AtCoder/ARC092/D.cpp", "arc092_b"),
    ("contests/arc092/arc092_c/main.cc", "~arc092_c"),
    ("atcoder/tdpc/tdpc_n.py", "tdpc_tree"),
    ("tdpc/tdpc_tree.py", "tdpc_tree"),
    // A digit counts attempts where there is no such task.
    ("AtCoder/ABC064d2.py", "abc064_d"),
    ("agc047/f2.cpp", "agc047_f"),
    // Collections whose tasks are numbered in books and folders and lettered in addresses.
    ("typical90/src/bin/001.rs", "typical90_a"),
    ("typical90/090/main.py", "typical90_cl"),
    ("typical90/typical90_079.cr", "typical90_ca"),
    ("typical90/000.rs", ""),
    ("typical90_a.rs", "typical90_a"),
    ("typical90/typical90_cl.rs", "typical90_cl"),
    ("typical90/bz.py", "typical90_bz"),
    ("tessoku-book/src/bin/a40.rs", "tessoku_book_an"),
    ("math-and-algorithm/028/main.py", "dp_a"),
    ("math-and-algorithm/math_and_algorithm_ab.py", "math_and_algorithm_ab"),
    ("AtCoder_Virtual_Contest/tessoku-book/dp/main.py", "tessoku_book_dp"),
    // Contests that the table has.
    ("contests/dwacon6th-prelims/dwacon6th_prelims_b/main_editorial.cc", "dwacon6th_prelims_b"),
    ("contests/jsc2021/jsc2021_e/main.cc", "jsc2021_e"),
    ("contests/past202104-open/past202104_n/main.cc", "past202104_n"),
    ("atcoder/dp/dp_f.rs", "dp_f"),
    ("solutions/atcoder/edpc/dp_a.rs", "dp_a"),
    ("practice2_c.cpp", "practice2_c"),
    ("atcoder/dp/f.rs", "dp_f"),
    ("atcoder/dp/F/main.rs", "dp_f"),
    ("practice2/src/bin/b.rs", "practice2_b"),
    ("acl1/src/a.rs", "acl1_a"),
    ("atcoder/practice/A.cpp", "practice_1"),
    ("AtCoder/s8pc-2/s8pc2_a.py", "s8pc_2_a"),
    ("AtCoder/m-solutions2019/m-solutions2019b.py", "m_solutions2019_b"),
    ("past202005-open/src/bin/k.rs", "past202005_k"),
    ("code-festival-2015-relay/src/bin/h.rs", "cf_2015_relay_h"),
    ("pakencamp-2020-day1/src/bin/o.rs", "pakencamp_2020_day1_o"),
    ("tenka1-2019/c.rs", "tenka1_2019_c"),
    ("hhkb2020/lib/main.rs", ""),
    ("atcoder/upsolve/panasonic2020/c/main.py", "panasonic2020_c"),
    ("atcoder/joi2018ho/a.cpp", "joi2018ho_a"),
    ("atcoder/APG4b/ex12/main.py", "apg4b_ck"),
    ("AtCoder/mujin-pc-2016/a/a.rs", "mujin_pc_2016_a"),
    ("atcoder/contests/tdpc/tdpc_fibonacci/main.cc", "tdpc_fibonacci"),
    ("atcoder/contests/sumitrust2019/sumitb2019_a/main.cc", "sumitb2019_a"),
    // Words that mean anything else.
    ("EDU/DSU/practice-2/j.cpp", ""),
    ("dp-1/b.cpp", ""),
    ("dp/knapsack/a.rs", ""),
    ("algorithms/graph/a.rs", ""),
    ("atcoder/lib/union_find.rs", ""),
    ("sort/sort_test.go", ""),
];

/// Messages.
pub(super) const MESSAGES: &[Rule] = &[Rule {
    strength: Strength::Identity,
    pattern: r"(?:^|[^a-z0-9])(abc|arc|agc|ahc|awc|apc)[ _-]?(\d{3,4})[ _-]?([a-o]\d?|ex)(?:[^a-z0-9]|$)",
    name: |found| {
        let series = found[1].to_ascii_lowercase();
        let (task, sure) = tasks::numbered(&series, found[2].parse().ok()?, &found[3], false)?;
        Some((ProblemId::atcoder(&task), sure))
    },
    examples: &[
        ("Solve ABC447D (#5349)", "abc447_d"),
        ("UpSolve arc 110 c, arc111_d", "arc110_c arc111_d"),
        ("Upsolve ABC", ""),
    ],
}];
