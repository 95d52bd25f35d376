//! What is promised about `cpt sync`, against a judge on loopback: `cargo bench --bench sync`.
//!
//! - With an answer in 50 ms and the official distances between requests, the wall time beside the longest chain of
//!   waits that they impose.
//! - With 50,000 submissions on a hundred pages, and with lists as long as the judges' own, processor time and peak
//!   memory of the whole process, for the first sync and for one that finds nothing new.

#![allow(clippy::disallowed_methods, reason = "what is read and written here is the test's own")]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench fails that way")]

#[path = "common/run.rs"]
mod run;

use std::path::Path;
use std::time::Duration;

use cpt_tracker::model::{AuthorDate, Judge, Track};
use cpt_tracker::sample::judge::{JudgeData, JudgeServer};
use cpt_tracker::sample::repo::RepoBuilder;
use cpt_tracker::sample::{self, HANDLE};
use jiff::civil::date;
use run::Cost;
use serde_json::{Value, json};

const LATENCY: Duration = Duration::from_millis(50);
/// The official distance: the seconds between two requests to each site, and the targets that belong to it.
const SITES: [(&str, f64, &[&str]); 3] = [
    ("Codeforces", 2.0, &["/api/"]),
    ("AtCoder", 1.0, &["/users/"]),
    ("AtCoder Problems", 1.0, &["/atcoder-api/", "/resources/"]),
];

fn main() {
    submissions();
    lists();
    waits();
}

/// A folder with a solution in a repository and the configuration for [`HANDLE`].
fn workspace(judge: &JudgeServer, distance: Option<&str>) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let repo = RepoBuilder::init(dir.path(), "Demo", sample::AUTHOR).unwrap();
    let date = AuthorDate { seconds: 1_795_431_600, offset_minutes: 540 };
    repo.commit(date).write("solutions/abc300_a.rs", "1").finish().unwrap();
    let mut config = format!("[handles]\ncodeforces = {HANDLE:?}\natcoder = {HANDLE:?}\n");
    for site in ["codeforces", "atcoder", "atcoder_problems", "atcoder_calendar"] {
        config.push_str(&format!("\n[judges.{site}]\nurl = {:?}\n", judge.url().as_str()));
        config.extend(distance.map(|distance| format!("interval = {distance:?}\n")));
    }
    std::fs::write(dir.path().join("cpt.toml"), config).unwrap();
    dir
}

/// What one sync cost, and what it says.
fn sync(dir: &Path, now: &str) -> (Cost, Value) {
    let (cost, said) = run::cpt(dir, now, &["sync", "--json"]);
    (cost, serde_json::from_slice(&said).unwrap())
}

const NOW: &str = "2026-11-23T21:30:00+09:00";
const AN_HOUR_LATER: &str = "2026-11-23T22:30:00+09:00";

fn waits() {
    let judge = JudgeServer::start(sample::judge_data(date(2026, 11, 23)).unwrap()).unwrap();
    judge.delay(LATENCY);
    let dir = workspace(&judge, None);
    for now in [NOW, AN_HOUR_LATER] {
        // Rested, as after an hour.
        std::thread::sleep(Duration::from_secs(3));
        let before = judge.seen().len();
        let (Cost { wall, .. }, _) = sync(dir.path(), now);
        let seen = judge.seen();
        let chain = |(site, distance, targets): (&'static str, f64, &[&str])| {
            let is_of_site = |target: &str| targets.iter().any(|start| target.starts_with(start));
            let requests = seen[before..].iter().filter(|seen| is_of_site(&seen.target)).count() as f64;
            (requests * LATENCY.as_secs_f64() + (requests - 1.0) * distance, requests, site)
        };
        let (imposed, requests, site) =
            SITES.map(chain).into_iter().max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
        println!(
            "{now}: {:.2} s; {requests} requests to {site} impose {imposed:.2} s; ratio {:.3}",
            wall.as_secs_f64(),
            wall.as_secs_f64() / imposed
        );
    }
}

/// The answers about somebody who has just registered.
fn newcomer() -> JudgeData {
    let mut data = JudgeData::default();
    data.insert(Judge::CODEFORCES, Track::Algorithm, HANDLE, json!({"status": "OK", "result": []}));
    for track in [Track::Algorithm, Track::Heuristic] {
        data.insert(Judge::ATCODER, track, HANDLE, json!([]));
    }
    for path in ["/api/contest.list", "/api/problemset.problems"] {
        let result = if path.ends_with("list") { json!([]) } else { json!({"problems": []}) };
        data.insert_list(path, json!({"status": "OK", "result": result}));
    }
    for path in ["problems", "contest-problem", "contests"] {
        data.insert_list(&format!("/resources/{path}.json"), json!([]));
    }
    data.insert_list("/resources/problem-models.json", json!({}));
    data
}

fn measure(what: &str, data: JudgeData) {
    let judge = JudgeServer::start(data).unwrap();
    let dir = workspace(&judge, Some("5ms"));
    for (which, now) in [("first sync", NOW), ("nothing new", AN_HOUR_LATER)] {
        let (cost, said) = sync(dir.path(), now);
        let total = |field: &str| -> u64 {
            said["sources"].as_array().unwrap().iter().map(|source| source[field].as_u64().unwrap()).sum()
        };
        println!(
            "{what}, {which}: {} ms of processor time, {} ms in all, {} requests, {} entries, {} new; at most {} MiB",
            cost.cpu.as_millis(),
            cost.wall.as_millis(),
            total("requests"),
            total("total"),
            total("new"),
            cost.peak_mib
        );
    }
}

fn submissions() {
    let mut data = newcomer();
    let row = |id: u64| {
        let problem = json!({"contestId": 1 + id % 1900, "index": "B", "name": format!("Problem {}", id % 1900),
            "type": "PROGRAMMING", "points": 1000.0, "rating": 1400, "tags": ["dp", "greedy", "math"]});
        json!({"id": id, "contestId": 1 + id % 1900, "creationTimeSeconds": 1_500_000_000 + id * 100,
            "relativeTimeSeconds": 2_147_483_647, "problem": problem,
            "author": {"contestId": 1 + id % 1900, "members": [{"handle": HANDLE}], "participantType": "PRACTICE",
                "ghost": false, "startTimeSeconds": 1_500_000_000},
            "programmingLanguage": "Rust 2021", "verdict": if id.is_multiple_of(3) { "OK" } else { "WRONG_ANSWER" },
            "testset": "TESTS", "passedTestCount": 7, "timeConsumedMillis": 46, "memoryConsumedBytes": 0})
    };
    data.insert_submissions(Judge::CODEFORCES, HANDLE, (1..=50_000).rev().map(row).collect());
    measure("50,000 submissions", data);
}

fn lists() {
    let mut data = newcomer();
    let index = |id: u64| char::from(b'A' + (id % 6) as u8).to_string();
    let problems: Vec<Value> = (0..11_000)
        .map(|id| {
            json!({"contestId": 1 + id / 6, "index": index(id), "name": format!("Problem {id}"),
                "type": "PROGRAMMING", "points": 500.0, "rating": 800 + id % 28 * 100,
                "tags": ["dp", "greedy", "math"]})
        })
        .collect();
    let counts: Vec<Value> = (0..11_000)
        .map(|id| json!({"contestId": 1 + id / 6, "index": index(id), "solvedCount": id}))
        .collect();
    let result = json!({"problems": problems, "problemStatistics": counts});
    data.insert_list("/api/problemset.problems", json!({"status": "OK", "result": result}));
    let models: serde_json::Map<String, Value> = (0..5_000)
        .map(|id| {
            let model = json!({"slope": -0.0009, "intercept": 7.5, "variance": 0.4, "difficulty": id - 1000,
                "discrimination": 0.004_479_398_673_070_138, "irt_loglikelihood": -300.5, "irt_users": 2000,
                "is_experimental": false});
            (format!("abc{:03}_{}", id / 6, index(id).to_lowercase()), model)
        })
        .collect();
    data.insert_list("/resources/problem-models.json", models.into());
    for judge in Judge::all() {
        data.insert_submissions(judge, HANDLE, Vec::new());
    }
    measure("11,000 problems and 5,000 models", data);
}
