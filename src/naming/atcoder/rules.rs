//! What patterns find: contests that no table has, messages.

use super::tasks;
use crate::model::ProblemId;
use crate::naming::date;
use crate::naming::rule::{Found, Rule, Strength};

/// Paths below a folder of the judge's.
pub(in crate::naming) const RULES: &[Rule] = &[
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
            task(series, &found[2], &found[3]).map(|(task, _)| (task, false))
        },
        examples: &[("AtCoder/G037-E.cpp", "~agc037_e")],
    },
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|/)(\d{3})[-_ ]?(abc|arc|agc)[-_ ]?([a-h]\d?)(?:[^a-z0-9]|$)",
        name: |found| task(&found[2], &found[1], &found[3]),
        examples: &[("AtCoder/079-ARC-F.java", "arc079_d")],
    },
    // The letter before the number, in a folder of the series: `abc/past/B_025`.
    Rule {
        strength: Strength::Identity,
        pattern: r"(?:^|/)(abc|arc|agc)(?:[-_ ][a-z]+)?/(?:[^/]+/)*([a-h])[-_ ](\d{3})(?:[-_ .][^/]*)?$",
        name: |found| task(&found[1], &found[3], &found[2]).map(|(task, _)| (task, false)),
        examples: &[
            ("atcoder/arc/past/D_081.py", "~arc081_b"),
            ("Atcoder/abc_ontime/B_138_RegistersinParallel.java", "~abc138_b"),
        ],
    },
    // Any contest in a folder of the judge's. A virtual contest's name is its owner's, and names no task.
    Rule {
        strength: Strength::Contest,
        pattern: r"^((?:[^/]+/)+)(?:test_)?(?:problem[-_ ]?)?((?:ex|[a-z])\d*|\d{1,2}|[a-z]{2})(?:test)?$",
        name: |found| {
            let folders = found[1].to_ascii_lowercase();
            let contest = without_day(folders.rsplit('/').find(|folder| folder.len() > 1)?);
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
            ("atcoder/2018/0407_maximum-cup-2018/D.cpp", "~maximum_cup_2018_d"),
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
            ("atcoder/misc/two_sets_b.py", "~atcoder/title/two-sets-b"),
        ],
    },
];

/// The task of a numbered contest, and whether it is sure.
fn task(series: &str, number: &str, label: &str) -> Option<(ProblemId, bool)> {
    let series = series.to_ascii_lowercase();
    let (task, sure) = tasks::numbered(&series, number.parse().ok()?, label, false)?;
    Some((ProblemId::atcoder(&task), sure))
}

/// A contest's name without its day before it: `0407_maximum-cup-2018`.
fn without_day(contest: &str) -> &str {
    let day = contest.split_once(['_', '-']).filter(|(day, _)| date::is_day_of_year(day));
    day.map(|(_, rest)| rest)
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))
        .unwrap_or(contest)
}

/// Whether two letters are a task's label after the 26th, and no word: a contest of so many is a numbered one.
fn goes_on(contest: &str, label: &str) -> bool {
    let is_letters = label.bytes().all(|byte| byte.is_ascii_alphabetic());
    !is_letters || label.eq_ignore_ascii_case("ex") || contest.ends_with(|c: char| c.is_ascii_digit())
}

fn is_virtual(folders: &str) -> bool {
    let is_one = |folder: &str| folder.contains("_contest") && !folder.ends_with("_contests");
    ["virtual", "points"].iter().any(|word| folders.contains(word)) || folders.split('/').any(is_one)
}

/// Messages.
pub(in crate::naming) const MESSAGES: &[Rule] = &[Rule {
    strength: Strength::Identity,
    pattern: r"(?:^|[^a-z0-9])(abc|arc|agc|ahc|awc|apc)[ _-]?(\d{3,4})[ _-]?([a-o]\d?|ex)(?:[^a-z0-9]|$)",
    name: |found| task(&found[1], &found[2], &found[3]),
    examples: &[
        ("Solve ABC447D (#5349)", "abc447_d"),
        ("UpSolve arc 110 c, arc111_d", "arc110_c arc111_d"),
        ("Upsolve ABC", ""),
    ],
}];
