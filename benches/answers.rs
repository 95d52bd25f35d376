//! What is promised about answers from the store: each in less than 100 ms, the whole process, for 20,000 submissions and
//! 20,000 problems: `cargo bench --bench answers`.
//!
//! The store is filled with as much as the judges list today (11,000 and 9,000 problems, 2,100 and 6,000 contests), and the
//! repository is the sample user's, scanned once.

#![allow(clippy::disallowed_methods, reason = "what is read and written here is the test's own")]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench fails that way")]

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use cpt_tracker::model::{
    Contest, ContestProblem, Difficulty, Extent, Handle, Judge, Listed, Problem, ProblemId, RatingChange,
    SeriesKey, Submission, Track, Validator,
};
use cpt_tracker::sample::{self, HANDLE};
use cpt_tracker::store::Store;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

const NOW: &str = "2026-11-23T21:30:00+09:00";
const PROMISE: Duration = Duration::from_millis(100);
const RUNS: usize = 31;

const COMMANDS: [&[&str]; 7] = [
    &["next"],
    &["next", "--json", "--tags", "--count", "20"],
    &["todo"],
    &["stats"],
    &["stats", "--last", "30d"],
    &["contests"],
    &["--version"],
];

fn main() {
    let dir = tempfile::tempdir().unwrap();
    sample::practice(dir.path(), date(2026, 11, 23)).unwrap();
    std::fs::write(dir.path().join("cpt.toml"), sample::configuration(date(2026, 11, 23))).unwrap();
    fill(&mut Store::open(dir.path()).unwrap());
    run(dir.path(), &["sync", "--offline"]);
    for command in COMMANDS {
        run(dir.path(), command);
        let (mut times, mut work): (Vec<Duration>, Vec<Duration>) =
            (0..RUNS).map(|_| run(dir.path(), command)).unzip();
        times.sort_unstable();
        work.sort_unstable();
        let [median, slow, work] =
            [times[RUNS / 2], times[RUNS * 9 / 10], work[RUNS / 2]].map(|time| time.as_secs_f64() * 1000.0);
        let kept = if times[RUNS / 2] < PROMISE { "" } else { "  MORE THAN PROMISED" };
        println!(
            "cpt {:<40} median {median:6.1} ms, 9 in 10 within {slow:6.1} ms; {work:5.1} ms of processor time{kept}",
            command.join(" ")
        );
    }
}

/// How long a command takes from start to end, and how much processor time.
fn run(dir: &Path, arguments: &[&str]) -> (Duration, Duration) {
    let cpu = || {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
        Duration::from_micros((usage.user_time() + usage.system_time()).num_microseconds() as u64)
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_cpt"));
    command.args(arguments).current_dir(dir).stdout(Stdio::null()).stderr(Stdio::null());
    command.env("HOME", dir).env("GIT_CONFIG_GLOBAL", "/dev/null").env("CPT_NOW", NOW);
    let (before, began) = (cpu(), Instant::now());
    let status = command.status().unwrap();
    let taken = (began.elapsed(), cpu().saturating_sub(before));
    assert!(status.success(), "cpt {} ended with {status}", arguments.join(" "));
    taken
}

fn moment(second: u64) -> Timestamp {
    Timestamp::from_second(second as i64).unwrap()
}

fn fill(store: &mut Store) {
    let now: Timestamp = NOW.parse().unwrap();
    let stamp = Validator { url: "http://127.0.0.1/".to_owned(), etag: None, last_modified: None };
    let problems: Vec<Problem> = (0..11_000).map(codeforces_problem).collect();
    store.follow_problems("codeforces.problems", Judge::CODEFORCES, &problems, &stamp, now).unwrap();
    let problems: Vec<Problem> = (0..9_000).map(atcoder_problem).collect();
    let pair = |problem: &Problem| ContestProblem {
        contest: problem.contest.clone(),
        problem: problem.id.clone(),
        index: problem.index.clone(),
    };
    let pairs: Vec<ContestProblem> = problems.iter().map(pair).collect();
    let model = |(place, problem): (usize, &Problem)| Difficulty {
        problem: problem.id.clone(),
        raw: Some(place as i32 * 7 % 4000 - 500),
        experimental: place.is_multiple_of(10),
        slope: Some(-0.0009),
        intercept: Some(8.5),
        variance: Some(0.4),
        discrimination: Some(0.004_479_398_673_070_138),
    };
    let models: Vec<Difficulty> = problems.iter().enumerate().take(5_000).map(model).collect();
    let (problems, pairs) = ((problems, stamp.clone()), (pairs, stamp.clone()));
    let parts = ["problems", "contest-problem"];
    store
        .follow_placed_problems(
            "atcoder.problems",
            Judge::ATCODER,
            (Some(&problems), Some(&pairs)),
            parts,
            now,
        )
        .unwrap();
    store.follow_difficulties("atcoder.models", Judge::ATCODER, &models, &stamp, now).unwrap();
    for (judge, contests) in [(Judge::CODEFORCES, 2_100), (Judge::ATCODER, 6_000)] {
        let contests: Vec<Contest> = (0..contests).map(|number| contest(judge, number)).collect();
        store.follow_contests(&format!("{}.contests", judge.id()), judge, &contests, &stamp, now).unwrap();
    }
    for (judge, many) in [(Judge::CODEFORCES, 12_000), (Judge::ATCODER, 8_000)] {
        let rows = (0..many).map(|id| submission(judge, id)).collect();
        let handle = Handle::new(judge, HANDLE).unwrap();
        let listed = Listed::whole(rows, Extent::All);
        let source = format!("{}.submissions", judge.id());
        store.follow_submissions(&source, (judge, &handle), &listed, &[("", Some(&stamp))], now).unwrap();
        let key = SeriesKey { judge, track: Track::Algorithm, handle };
        let source = if judge == Judge::CODEFORCES { "codeforces.ratings" } else { "atcoder.algorithm" };
        let history: Vec<RatingChange> = (0..150).map(rating_change).collect();
        store.replace_ratings(source, &key, &history, None, now).unwrap();
    }
}

fn index(id: u64) -> String {
    char::from(b'A' + (id % 6) as u8).to_string()
}

fn codeforces_problem(id: u64) -> Problem {
    const TAGS: [&str; 9] =
        ["dp", "greedy", "math", "graphs", "trees", "strings", "geometry", "data structures", "games"];
    let contest = 1 + id / 6;
    Problem {
        judge: Judge::CODEFORCES,
        id: ProblemId::codeforces(contest as u32, &index(id)),
        contest: contest.to_string(),
        index: index(id),
        name: format!("The Problem Number {id}"),
        rating: Some(800 + (id * 7 % 28) as i32 * 100),
        level: None,
        tags: (0..3).map(|nth| TAGS[((id + 4 * nth) % 9) as usize].to_owned()).collect(),
        solved: Some(id as u32),
    }
}

fn atcoder_problem(id: u64) -> Problem {
    let contest = format!("abc{:04}", id / 6);
    Problem {
        judge: Judge::ATCODER,
        id: ProblemId::atcoder(&format!("{contest}_{}", index(id))),
        contest,
        index: index(id),
        name: format!("The Task Number {id}"),
        rating: None,
        level: None,
        tags: Vec::new(),
        solved: None,
    }
}

fn contest(judge: Judge, number: u64) -> Contest {
    let codeforces = judge == Judge::CODEFORCES;
    let id = if codeforces { (1 + number).to_string() } else { format!("abc{number:04}") };
    let every = if codeforces { 2_000 } else { 700 };
    Contest {
        judge,
        id,
        name: format!("The Contest Number {number}"),
        start: Some(moment(1_795_500_000 - every * 100 * number)),
        seconds: 7_200,
        rated: (!codeforces).then(|| " ~ 1999".to_owned()),
    }
}

/// A third of them wrong, a problem about twice.
fn submission(judge: Judge, id: u64) -> Submission {
    let place = id * 5 % 9_000;
    let codeforces = judge == Judge::CODEFORCES;
    let problem = if codeforces { codeforces_problem(place) } else { atcoder_problem(place) };
    let verdict = match (codeforces, id.is_multiple_of(3)) {
        (true, true) => "WRONG_ANSWER",
        (true, false) => "OK",
        (false, true) => "WA",
        (false, false) => "AC",
    };
    Submission {
        judge,
        id,
        at: moment(1_500_000_000) + SignedDuration::from_secs(id as i64 * 24_000),
        contest: Some(problem.contest),
        problem: problem.id,
        name: codeforces.then_some(problem.name),
        verdict: verdict.to_owned(),
        told: None,
        participation: None,
        team: false,
        language: "Rust 2024".to_owned(),
        points: None,
    }
}

fn rating_change(number: u64) -> RatingChange {
    let rating = 1200 + (number * 37 % 300) as i32;
    RatingChange {
        contest: format!("abc{number:04}"),
        name: format!("The Contest Number {number}"),
        at: moment(1_500_000_000 + number * 1_900_000),
        place: Some(100),
        old: if number == 0 { 0 } else { 1200 + ((number - 1) * 37 % 300) as i32 },
        new: rating,
        performance: Some(rating + 100),
        rated: true,
    }
}
