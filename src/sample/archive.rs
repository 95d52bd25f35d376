//! What the judges know of the sample user's practice: a submission or a few for every problem of the sample
//! repository, and the problems and contests that there are, in the shapes in which the judges give them.
//!
//! All of it follows from the practice's calendar by fixed rules; names, difficulties and counts are invented.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::histories::HANDLE;
use super::judge::JudgeData;
use super::practice::{self, JudgeProblem};
use crate::model::Judge;

/// The first numbers of contests, and how far apart they are.
const BEGINNER: usize = 212;
const ROUND: usize = 1700;

const WEEK: i64 = 7 * 24 * 60 * 60;

/// Fills in the submissions of [`HANDLE`] and the lists, as they are on `today`.
pub(super) fn fill(data: &mut JudgeData, today: Date) {
    let solved = practice::solved(today);
    let contests = solved.len() / 3 + 1;
    let (mut codeforces, mut atcoder) = (Vec::new(), Vec::new());
    for (nth, time) in solved.iter().enumerate() {
        let misses = nth % 7 / 5 + nth % 13 / 12;
        for attempt in 0..=misses {
            let accepted = attempt == misses;
            // Solved a few minutes before it is committed.
            let at = time.seconds - 300 - 420 * (misses - attempt) as i64;
            let id = 10 * nth + attempt;
            match practice::place(nth) {
                JudgeProblem::Codeforces(contest, index) => {
                    codeforces.push(codeforces_submission(&Handed {
                        at,
                        contest,
                        index,
                        is_accepted: accepted,
                        participation: if id % 50 < 10 { "VIRTUAL" } else { "PRACTICE" },
                        language: if nth % 11 == 10 { "Python 3" } else { "Rust 2024" },
                    }));
                }
                JudgeProblem::AtCoder(contest, task) => {
                    let contest = format!("abc{contest}");
                    atcoder.push(atcoder_submission(60_000_000 + id, at, &contest, task, accepted));
                }
            }
        }
    }
    data.insert_submissions(Judge::CODEFORCES, HANDLE, codeforces);
    data.insert_submissions(Judge::ATCODER, HANDLE, atcoder);
    // The last contests were lately.
    let last = solved.last().map_or(0, |time| time.seconds - time.seconds.rem_euclid(WEEK));
    codeforces_lists(data, contests, last);
    atcoder_lists(data, contests, last);
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

pub(super) fn atcoder_submission(id: usize, at: i64, contest: &str, task: char, is_accepted: bool) -> Value {
    json!({
        "id": id,
        "epoch_second": at,
        "problem_id": format!("{contest}_{task}"),
        "contest_id": contest,
        "user_id": HANDLE,
        "language": if id / 10 % 11 == 10 { "Python (CPython 3.13.7)" } else { "Rust (rustc 1.89.0)" },
        "point": if is_accepted { 100.0 } else { 0.0 },
        "length": 640,
        "result": if is_accepted { "AC" } else { "WA" },
        "execution_time": 1,
    })
}

fn codeforces_lists(data: &mut JudgeData, contests: usize, last: i64) {
    let numbers = || (0..contests).rev().map(|nth| (nth, ROUND + 2 * nth));
    let places = || numbers().flat_map(|(_, contest)| ['A', 'B', 'C', 'D'].map(|index| (contest, index)));
    let problems: Vec<Value> = places().map(|(contest, index)| codeforces_problem(contest, index)).collect();
    let statistics: Vec<Value> =
        places().map(|(contest, index)| codeforces_statistics(contest, index)).collect();
    let result = json!({"problems": problems, "problemStatistics": statistics});
    data.insert_list("/api/problemset.problems", json!({"status": "OK", "result": result}));
    let rounds: Vec<Value> = numbers()
        .map(|(nth, contest)| {
            json!({"id": contest, "name": format!("Sample Round {} (Div. 2)", nth + 1), "type": "CF",
                "phase": "FINISHED", "frozen": false, "durationSeconds": 7200,
                "startTimeSeconds": last - (contests - nth) as i64 * WEEK})
        })
        .collect();
    data.insert_list("/api/contest.list", json!({"status": "OK", "result": rounds}));
}

fn atcoder_lists(data: &mut JudgeData, contests: usize, last: i64) {
    let numbers = || (0..contests).map(|nth| (nth, BEGINNER + nth));
    let tasks = || numbers().flat_map(|(_, contest)| ['a', 'b', 'c', 'd', 'e'].map(|task| (contest, task)));
    let abc = |contest| format!("abc{contest}");
    let problems: Vec<Value> =
        tasks().map(|(contest, task)| atcoder_problem(&abc(contest), contest, task)).collect();
    let pairs: Vec<Value> = tasks().map(|(contest, task)| atcoder_pair(&abc(contest), task)).collect();
    let models: serde_json::Map<String, Value> = tasks()
        .map(|(contest, task)| (format!("abc{contest}_{task}"), atcoder_model(difficulty(contest, task))))
        .collect();
    let rounds: Vec<Value> = numbers()
        .map(|(nth, contest)| {
            json!({"id": format!("abc{contest}"), "title": format!("Sample Beginner Contest {contest}"),
                "start_epoch_second": last - (contests - nth) as i64 * WEEK, "duration_second": 6000,
                "rate_change": " ~ 1999"})
        })
        .collect();
    data.insert_list("/resources/problems.json", problems.into());
    data.insert_list("/resources/contest-problem.json", pairs.into());
    data.insert_list("/resources/problem-models.json", models.into());
    data.insert_list("/resources/contests.json", rounds.into());
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
