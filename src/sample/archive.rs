//! What the judges know of the sample user's practice: a submission or a few for every problem that was tried, and the
//! problems and contests that there are, in the shapes in which the judges give them.
//!
//! All of it follows from the practice's plan by fixed rules; names, difficulties and counts are invented.

use std::ops::Range;

use jiff::civil::{Date, date};
use serde_json::{Value, json};

use super::histories::HANDLE;
use super::judge::JudgeData;
use super::plan::{self, JudgeProblem};
use crate::model::Judge;

/// The beginner contests that were held before the sample user began, one a week.
pub(super) const BEGINNER_CONTESTS: usize = 200;
const FIRST_BEGINNER_CONTEST: usize = 228;

/// The rounds, and how far apart their numbers are.
pub(super) const ROUNDS: usize = 160;
const FIRST_ROUND: usize = 1840;
const NEXT_ROUND: usize = 2;

const WEEK: i64 = 7 * 24 * 60 * 60;

pub(super) fn beginner_contests() -> Range<usize> {
    FIRST_BEGINNER_CONTEST..FIRST_BEGINNER_CONTEST + BEGINNER_CONTESTS
}

pub(super) fn rounds() -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator {
    (0..ROUNDS).map(|nth| FIRST_ROUND + NEXT_ROUND * nth)
}

/// Fills in the submissions of [`HANDLE`] and the lists, as they are on `today`.
pub(super) fn fill(data: &mut JudgeData, today: Date) {
    let (mut codeforces, mut atcoder) = (Vec::new(), Vec::new());
    let mut id = 60_000_000;
    for solve in plan::year(today) {
        for attempt in 0..solve.misses + usize::from(solve.is_solved) {
            let is_accepted = attempt == solve.misses;
            // Solved a few minutes before it is committed.
            let at = solve.at.seconds - 300 - 420 * (solve.misses - attempt) as i64;
            id += 10;
            match solve.problem {
                JudgeProblem::Codeforces(contest, index) => {
                    codeforces.push(codeforces_submission(&Handed {
                        at,
                        contest,
                        index,
                        is_accepted,
                        participation: if solve.in_virtual_contest { "VIRTUAL" } else { "PRACTICE" },
                        language: if solve.in_python { "Python 3" } else { "Rust 2024" },
                    }));
                }
                JudgeProblem::AtCoder(contest, task) => {
                    let contest = format!("abc{contest}");
                    let language =
                        if solve.in_python { "Python (CPython 3.13.7)" } else { "Rust (rustc 1.89.0)" };
                    atcoder.push(atcoder_submission(id, at, &contest, task, is_accepted, language));
                }
            }
        }
    }
    data.insert_submissions(Judge::CODEFORCES, HANDLE, codeforces);
    data.insert_submissions(Judge::ATCODER, HANDLE, atcoder);
    let end = i64::from((today - date(1970, 1, 1)).get_days()) * 24 * 60 * 60 - 57 * WEEK;
    codeforces_lists(data, end);
    atcoder_lists(data, end);
}

/// Lets the archive have somebody's submission of `newest`, in seconds, as its newest.
pub fn archived_to(data: &mut JudgeData, newest: i64) {
    let row = atcoder_submission(70_000_000, newest, "abc300", 'a', true, "Rust (rustc 1.42.0)");
    data.insert_list("/atcoder-api/v3/recent", json!([row]));
}

/// What was handed in on Codeforces.
pub(super) struct Handed {
    pub at: i64,
    pub contest: usize,
    pub index: char,
    pub is_accepted: bool,
    pub participation: &'static str,
    pub language: &'static str,
}

/// Its number follows from its place among all.
pub(super) fn codeforces_submission(one: &Handed) -> Value {
    json!({
        "contestId": one.contest,
        "creationTimeSeconds": one.at,
        "relativeTimeSeconds": i32::MAX,
        "problem": codeforces_problem(one.contest, one.index),
        "author": {"contestId": one.contest, "members": [{"handle": HANDLE}],
            "participantType": one.participation, "ghost": false},
        "programmingLanguage": one.language,
        "verdict": if one.is_accepted { "OK" } else { "WRONG_ANSWER" },
        "testset": "TESTS",
        "passedTestCount": if one.is_accepted { 40 } else { one.at % 9 + 1 },
        "timeConsumedMillis": 62,
        "memoryConsumedBytes": 0,
    })
}

pub(super) fn atcoder_submission(
    id: usize,
    at: i64,
    contest: &str,
    task: char,
    is_accepted: bool,
    language: &str,
) -> Value {
    json!({
        "id": id,
        "epoch_second": at,
        "problem_id": format!("{contest}_{task}"),
        "contest_id": contest,
        "user_id": HANDLE,
        "language": language,
        "point": if is_accepted { 100.0 } else { 0.0 },
        "length": 640,
        "result": if is_accepted { "AC" } else { "WA" },
        "execution_time": 1,
    })
}

/// The rounds of the archive, the last of them a week before `end`.
fn codeforces_lists(data: &mut JudgeData, end: i64) {
    let places = || rounds().rev().flat_map(|contest| ['A', 'B', 'C', 'D'].map(|index| (contest, index)));
    let problems: Vec<Value> = places().map(|(contest, index)| codeforces_problem(contest, index)).collect();
    let statistics: Vec<Value> =
        places().map(|(contest, index)| codeforces_statistics(contest, index)).collect();
    let result = json!({"problems": problems, "problemStatistics": statistics});
    data.insert_list("/api/problemset.problems", json!({"status": "OK", "result": result}));
    let rounds: Vec<Value> = (0..)
        .zip(rounds().rev())
        .map(|(ago, contest)| {
            json!({"id": contest, "name": format!("Sample Round {} (Div. 2)", ROUNDS as i64 - ago),
                "type": "CF", "phase": "FINISHED", "frozen": false, "durationSeconds": 7200,
                "startTimeSeconds": end - (ago + 1) * WEEK})
        })
        .collect();
    data.insert_list("/api/contest.list", json!({"status": "OK", "result": rounds}));
}

/// The beginner contests of the archive, the last of them a week before `end`.
fn atcoder_lists(data: &mut JudgeData, end: i64) {
    let tasks =
        || beginner_contests().flat_map(|contest| ['a', 'b', 'c', 'd', 'e'].map(|task| (contest, task)));
    let abc = |contest| format!("abc{contest}");
    let problems: Vec<Value> =
        tasks().map(|(contest, task)| atcoder_problem(&abc(contest), contest, task)).collect();
    let pairs: Vec<Value> = tasks().map(|(contest, task)| atcoder_pair(&abc(contest), task)).collect();
    let models: serde_json::Map<String, Value> = tasks()
        .map(|(contest, task)| (format!("abc{contest}_{task}"), atcoder_model(difficulty(contest, task))))
        .collect();
    let contests: Vec<Value> = beginner_contests()
        .map(|contest| {
            let weeks = (beginner_contests().end - contest) as i64;
            json!({"id": abc(contest), "title": format!("Sample Beginner Contest {contest}"),
                "start_epoch_second": end - weeks * WEEK, "duration_second": 6000,
                "rate_change": " ~ 1999"})
        })
        .collect();
    data.insert_list("/resources/problems.json", problems.into());
    data.insert_list("/resources/contest-problem.json", pairs.into());
    data.insert_list("/resources/problem-models.json", models.into());
    data.insert_list("/resources/contests.json", contests.into());
}

pub(super) fn codeforces_problem(contest: usize, index: char) -> Value {
    json!({"contestId": contest, "index": index.to_string(), "name": name(contest, index),
        "type": "PROGRAMMING", "rating": rating(contest, index), "tags": tags(contest, index)})
}

pub(super) fn codeforces_statistics(contest: usize, index: char) -> Value {
    let solved = 24_000 / (index as usize - 'A' as usize + 1).pow(2) + contest % 100;
    json!({"contestId": contest, "index": index.to_string(), "solvedCount": solved})
}

pub(super) fn atcoder_problem(contest: &str, number: usize, task: char) -> Value {
    let index = task.to_ascii_uppercase();
    json!({"id": format!("{contest}_{task}"), "contest_id": contest, "problem_index": index.to_string(),
        "name": name(number, index), "title": format!("{index}. {}", name(number, index))})
}

pub(super) fn atcoder_pair(contest: &str, task: char) -> Value {
    json!({"contest_id": contest, "problem_id": format!("{contest}_{task}"),
        "problem_index": task.to_ascii_uppercase().to_string()})
}

/// The model of a problem; the harder it is, the longer whoever solves it takes.
pub(super) fn atcoder_model(difficulty: i64) -> Value {
    let level = ((difficulty + 700) / 420) as f64;
    json!({"slope": -0.0007, "intercept": 6.3 + 0.5 * level, "variance": 0.9, "difficulty": difficulty,
        "discrimination": 0.004_479_398_673_070_138, "irt_loglikelihood": -260.5, "irt_users": 4554,
        "is_experimental": false})
}

/// Whether it has this tag.
pub(super) fn is_about(problem: JudgeProblem, tag: &str) -> bool {
    matches!(problem, JudgeProblem::Codeforces(contest, index) if tags(contest, index).contains(&tag))
}

/// How hard a problem is, on its judge's scale.
pub(super) fn difficulty_of(problem: JudgeProblem) -> i64 {
    match problem {
        JudgeProblem::AtCoder(contest, task) => difficulty(contest, task),
        JudgeProblem::Codeforces(contest, index) => rating(contest, index).into(),
    }
}

/// How hard the task of a beginner contest is.
pub(super) fn difficulty(contest: usize, task: char) -> i64 {
    i64::from(task as u8 - b'a') * 450 - 600 + ((contest * contest + 101 * contest) % 550) as i64
}

/// An invented name.
fn name(contest: usize, index: char) -> String {
    const KINDS: [&str; 11] = [
        "Quiet", "Broken", "Two", "Endless", "Lucky", "Crowded", "Old", "Mirrored", "Sorted", "Hidden",
        "Almost",
    ];
    const THINGS: [&str; 13] = [
        "Staircase",
        "Harbour",
        "Strings",
        "Lanterns",
        "Queue",
        "Gardens",
        "Tickets",
        "Bridges",
        "Teapots",
        "Clocks",
        "Numbers",
        "Maps",
        "Trains",
    ];
    let seed = contest * 5 + index as usize;
    format!("{} {} {}", KINDS[seed % KINDS.len()], THINGS[seed % THINGS.len()], contest % 100)
}

pub(super) fn rating(contest: usize, index: char) -> u32 {
    800 + 300 * (u32::from(index) - u32::from('A')) + 100 * (contest as u32 * 7 / 2 % 4)
}

fn tags(contest: usize, index: char) -> [&'static str; 2] {
    const TAGS: [&str; 6] = ["implementation", "math", "greedy", "dp", "graphs", "data structures"];
    let easy = (index as usize - 'A' as usize) + contest % 3;
    [TAGS[easy % 6], TAGS[(easy + 2) % 6]]
}
