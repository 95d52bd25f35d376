//! What is promised about charts: `cargo bench --bench charts`.
//!
//! - All kinds for a user with 600 contests and 20,000 submissions, as SVG and as PNG of twice the size, in the whole
//!   process and in the library alone.
//! - The rating chart as PNG beside matplotlib's, whole processes, where `python3` (or what `PYTHON` names) has it.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench fails that way")]
#![allow(clippy::disallowed_methods, reason = "a bench may read the environment")]

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use cpt_tracker::model::{AuthorDate, Judge, Track};
use cpt_tracker::sample::judge::{JudgeData, JudgeServer};
use cpt_tracker::sample::repo::RepoBuilder;
use cpt_tracker::sample::{self, HANDLE};
use jiff::Timestamp;
use serde_json::{Value, json};

const NOW: &str = "2026-11-23T21:30:00+09:00";
const DAY: i64 = 86_400;

/// Of contests at each judge, and of submissions at each.
const CONTESTS: i64 = 300;
const SUBMISSIONS: i64 = 10_000;

/// How often each thing is measured; the median is told.
const RUNS: usize = 7;

fn main() {
    let judge = JudgeServer::start(busy()).unwrap();
    let dir = workspace(&judge);
    cpt(dir.path(), &["sync"]);
    let all = |format: &str| median(|| cpt(dir.path(), &["chart", "--out", "drawn", "--format", format]));
    let fresh = |format: &str| {
        median(|| {
            let _ = std::fs::remove_dir_all(dir.path().join("drawn"));
            cpt(dir.path(), &["chart", "--out", "drawn", "--format", format])
        })
    };
    let (both, svg) = (fresh("svg,png"), fresh("svg"));
    let (pictures, bytes) = written(&dir.path().join("drawn"));
    println!(
        "all kinds, {pictures} pictures ({} kB of SVG), SVG and 2x PNG: {} ms; SVG alone: {} ms",
        bytes / 1000,
        both.as_millis(),
        svg.as_millis()
    );
    println!("  the same with nothing to write again: {} ms", all("svg").as_millis());
    let reading = fresh_kind(dir.path(), "hours", "svg");
    println!(
        "  of which reading the store and git, and drawing the smallest chart (hours): {} ms; drawing the others: {} ms",
        reading.as_millis(),
        svg.saturating_sub(reading).as_millis()
    );
    beside_matplotlib(dir.path());
}

fn fresh_kind(dir: &Path, kind: &str, format: &str) -> Duration {
    median(|| {
        let _ = std::fs::remove_dir_all(dir.join("drawn"));
        cpt(dir, &["chart", kind, "--out", "drawn", "--format", format])
    })
}

/// The pictures in a folder and their bytes.
fn written(dir: &Path) -> (usize, u64) {
    let files = std::fs::read_dir(dir).unwrap().map(Result::unwrap);
    let sizes: Vec<u64> = files.map(|file| file.metadata().unwrap().len()).collect();
    (sizes.len(), sizes.iter().sum())
}

fn median(run: impl Fn() -> Duration) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS).map(|_| run()).collect();
    times.sort_unstable();
    times[RUNS / 2]
}

fn cpt(dir: &Path, args: &[&str]) -> Duration {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cpt"));
    command
        .args(args)
        .current_dir(dir)
        .env("HOME", dir)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("CPT_NOW", NOW);
    timed(&mut command)
}

fn timed(command: &mut Command) -> Duration {
    let began = Instant::now();
    let output = command.stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    began.elapsed()
}

/// One rating chart of 300 contests as PNG: `cpt chart rating` of one handle, and the usual lines of Python.
fn beside_matplotlib(dir: &Path) {
    const DRAW: &str = r#"
import json, sys
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
import datetime
rows = json.load(open(sys.argv[1]))
days = [datetime.datetime.fromtimestamp(row[0]) for row in rows]
fig, ax = plt.subplots(figsize=(9.6, 5.4), dpi=200)
for low, high, colour in [(0, 1200, "gray"), (1200, 1400, "green"), (1400, 1600, "c"), (1600, 1900, "blue"),
                          (1900, 2100, "purple"), (2100, 2400, "orange"), (2400, 4000, "red")]:
    ax.axhspan(low, high, color=colour, alpha=0.15)
ax.plot(days, [row[1] for row in rows], marker="o", markersize=3)
ax.set_ylim(min(row[1] for row in rows) - 100, max(row[1] for row in rows) + 100)
ax.set_title("rating")
fig.savefig(sys.argv[2])
"#;
    let alone = dir.join("alone");
    std::fs::create_dir_all(&alone).unwrap();
    let config = std::fs::read_to_string(dir.join("cpt.toml")).unwrap();
    let config = config.replace(&format!("atcoder = {HANDLE:?}\n"), "");
    std::fs::write(alone.join("cpt.toml"), config).unwrap();
    cpt(&alone, &["sync"]);
    let ours = median(|| {
        let _ = std::fs::remove_dir_all(alone.join("drawn"));
        cpt(&alone, &["chart", "rating", "--out", "drawn", "--format", "png"])
    });
    let files: Vec<_> = std::fs::read_dir(alone.join("drawn")).unwrap().collect();
    assert_eq!(files.len(), 1);
    println!("one rating chart of {CONTESTS} contests as 2x PNG: {} ms", ours.as_millis());
    let rows: Vec<(i64, i64)> = (0..CONTESTS).map(|nth| (moment(nth), rating(nth))).collect();
    std::fs::write(dir.join("rows.json"), serde_json::to_string(&rows).unwrap()).unwrap();
    std::fs::write(dir.join("draw.py"), DRAW).unwrap();
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has = Command::new(&python).args(["-c", "import matplotlib"]).stderr(Stdio::null()).status();
    if !has.is_ok_and(|status| status.success()) {
        println!("  {python} has no matplotlib to compare with");
        return;
    }
    let theirs =
        median(|| timed(Command::new(&python).args(["draw.py", "rows.json", "drawn.png"]).current_dir(dir)));
    let times = theirs.as_secs_f64() / ours.as_secs_f64();
    println!("  matplotlib, the same line and bands: {} ms, {times:.1} times as long", theirs.as_millis());
}

fn workspace(judge: &JudgeServer) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let repo = RepoBuilder::init(dir.path(), "Demo", sample::AUTHOR).unwrap();
    for nth in 0..2000 {
        let date = AuthorDate { seconds: moment(CONTESTS) - nth * DAY / 2, offset_minutes: 540 };
        repo.commit(date).write(format!("solutions/abc{nth:03}_a.rs"), "1").finish().unwrap();
    }
    let mut config = format!("[handles]\ncodeforces = {HANDLE:?}\natcoder = {HANDLE:?}\n");
    for site in ["codeforces", "atcoder", "atcoder_problems"] {
        config
            .push_str(&format!("\n[judges.{site}]\nurl = {:?}\ninterval = \"1ms\"\n", judge.url().as_str()));
    }
    config.push_str("\n[[targets]]\njudge = \"codeforces\"\ncolour = \"red\"\nby = \"2027-12-31\"\n");
    std::fs::write(dir.path().join("cpt.toml"), config).unwrap();
    dir
}

/// When the `nth` contest ended, in seconds: one in twelve days.
fn moment(nth: i64) -> i64 {
    let last = NOW.parse::<Timestamp>().unwrap().as_second() - DAY;
    last - (CONTESTS - nth) * 12 * DAY
}

fn rating(nth: i64) -> i64 {
    900 + 5 * nth + nth * 7919 % 160
}

/// A user of 600 contests and 20,000 submissions, and lists as long as the judges' own.
fn busy() -> JudgeData {
    let mut data = JudgeData::default();
    let contests: Vec<Value> = (0..CONTESTS)
        .map(|nth| {
            json!({"contestId": 1000 + nth, "contestName": format!("Codeforces Round {nth} (Div. 2)"), "handle": HANDLE,
                "rank": 900, "ratingUpdateTimeSeconds": moment(nth),
                "oldRating": if nth == 0 { 0 } else { rating(nth - 1) }, "newRating": rating(nth)})
        })
        .collect();
    data.insert(Judge::CODEFORCES, Track::Algorithm, HANDLE, json!({"status": "OK", "result": contests}));
    let history: Vec<Value> = (0..CONTESTS)
        .map(|nth| {
            json!({"IsRated": true, "Place": 700, "OldRating": if nth == 0 { 0 } else { rating(nth - 1) },
                "NewRating": rating(nth), "Performance": rating(nth) + 90, "InnerPerformance": rating(nth) + 90,
                "ContestScreenName": format!("abc{nth:03}.contest.atcoder.jp"),
                "ContestName": format!("AtCoder Beginner Contest {nth}"), "ContestNameEn": "",
                "EndTime": Timestamp::from_second(moment(nth)).unwrap().to_string()})
        })
        .collect();
    data.insert(Judge::ATCODER, Track::Algorithm, HANDLE, history.into());
    data.insert(Judge::ATCODER, Track::Heuristic, HANDLE, json!([]));
    data.insert_submissions(Judge::CODEFORCES, HANDLE, (0..SUBMISSIONS).rev().map(on_codeforces).collect());
    data.insert_submissions(Judge::ATCODER, HANDLE, (0..SUBMISSIONS).map(on_atcoder).collect());
    lists(&mut data);
    data
}

/// When the `nth` submission was made.
fn handed_in(nth: i64) -> i64 {
    moment(0) + nth * (CONTESTS * 12 * DAY / SUBMISSIONS) + nth * 7919 % 40_000
}

/// The place of a submission's problem in its judge's list: two in three problems are handed in twice.
fn problem(nth: i64) -> i64 {
    nth * 2 / 3
}

fn index(id: i64) -> char {
    char::from(b'A' + (id % 6) as u8)
}

fn on_codeforces(nth: i64) -> Value {
    let id = problem(nth);
    json!({"id": nth + 1, "contestId": 1 + id / 6, "creationTimeSeconds": handed_in(nth),
        "relativeTimeSeconds": 2_147_483_647, "problem": listed(id),
        "author": {"contestId": 1 + id / 6, "members": [{"handle": HANDLE}], "participantType": "PRACTICE",
            "ghost": false, "startTimeSeconds": 1_500_000_000},
        "programmingLanguage": "Rust 2021", "verdict": if nth % 3 == 1 { "WRONG_ANSWER" } else { "OK" },
        "testset": "TESTS", "passedTestCount": 7, "timeConsumedMillis": 46, "memoryConsumedBytes": 0})
}

fn on_atcoder(nth: i64) -> Value {
    let id = problem(nth);
    json!({"id": nth + 1, "epoch_second": handed_in(nth), "problem_id": task(id), "contest_id": format!("abc{:04}", id / 6),
        "user_id": HANDLE, "language": "Rust", "point": 100.0, "length": 640,
        "result": if nth % 3 == 1 { "WA" } else { "AC" }, "execution_time": 1})
}

fn task(id: i64) -> String {
    format!("abc{:04}_{}", id / 6, index(id).to_ascii_lowercase())
}

fn listed(id: i64) -> Value {
    const TAGS: [&str; 8] =
        ["dp", "greedy", "math", "graphs", "strings", "geometry", "data structures", "two pointers"];
    json!({"contestId": 1 + id / 6, "index": index(id).to_string(), "name": format!("Problem {id}"),
        "type": "PROGRAMMING", "points": 500.0, "rating": 800 + id / 300 * 100 + id % 6 * 200,
        "tags": [TAGS[id as usize % 8], TAGS[id as usize / 8 % 8]]})
}

fn lists(data: &mut JudgeData) {
    let counts: Vec<Value> = (0..11_000)
        .map(|id| json!({"contestId": 1 + id / 6, "index": index(id).to_string(), "solvedCount": id}))
        .collect();
    let problems: Vec<Value> = (0..11_000).map(listed).collect();
    let result = json!({"problems": problems, "problemStatistics": counts});
    data.insert_list("/api/problemset.problems", json!({"status": "OK", "result": result}));
    data.insert_list("/api/contest.list", json!({"status": "OK", "result": []}));
    let problems: Vec<Value> = (0..8_000)
        .map(|id| {
            json!({"id": task(id), "contest_id": format!("abc{:04}", id / 6), "problem_index": index(id).to_string(),
                "name": format!("Task {id}"), "title": format!("{}. Task {id}", index(id))})
        })
        .collect();
    let pairs: Vec<Value> = (0..8_000)
        .map(|id| {
            json!({"contest_id": format!("abc{:04}", id / 6), "problem_id": task(id),
                "problem_index": index(id).to_string()})
        })
        .collect();
    let models: serde_json::Map<String, Value> = (0..8_000)
        .map(|id| {
            let model = json!({"slope": -0.0009, "intercept": 7.5, "variance": 0.4,
                "difficulty": id / 4 + id % 6 * 250 - 600, "discrimination": 0.004_479_398_673_070_138,
                "irt_loglikelihood": -300.5, "irt_users": 2000, "is_experimental": false});
            (task(id), model)
        })
        .collect();
    data.insert_list("/resources/problems.json", problems.into());
    data.insert_list("/resources/contest-problem.json", pairs.into());
    data.insert_list("/resources/problem-models.json", models.into());
    data.insert_list("/resources/contests.json", json!([]));
}
