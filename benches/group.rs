//! What is promised about a study group: `cargo bench --bench group`.
//!
//! - 30 members who share a repository of 20,000 commits over three years, with handles at two judges on loopback:
//!   `cpt group` as nothing has changed (100 ms), and a sync that brings a commit and a submission of each (300 ms besides
//!   the waits: what a bare client of the same libraries takes in the same run for as many requests as the site gets that
//!   is asked most, with an interval after each answer, which is 50 ms here and 1 or 2 s at the judges).
//! - 10, 100 and 1,000 members with 3,000 submissions each: `cpt group` (500 ms for the most of them), the store (1 GB) and
//!   the peak of memory (300 MB).

#![allow(clippy::disallowed_methods, reason = "what is read and written here is the test's own")]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench fails that way")]

#[path = "common/lists.rs"]
mod lists;
#[path = "common/run.rs"]
mod run;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use cpt_tracker::judges;
use cpt_tracker::model::{Extent, Handle, Judge, Listed, SeriesKey, Submission, Track, Validator};

use cpt_tracker::sample::{
    self,
    judge::{JudgeData, JudgeServer},
};
use cpt_tracker::store::Store;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

const NOW: &str = "2026-11-23T21:30:00+09:00";
/// So long a group has been there.
const DAYS: i64 = 3 * 365;
const RUNS: usize = 15;
/// So many share a repository.
const MEMBERS: usize = 30;
/// The distance between two requests to a site.
const INTERVAL: Duration = Duration::from_millis(50);

fn main() {
    shared();
    for members in [10, 100, 1_000] {
        submissions(members);
    }
}

fn now() -> Timestamp {
    NOW.parse().unwrap()
}

/// Runs a command some times, and prints the median beside what is promised, in milliseconds.
fn measure(what: &str, dir: &Path, arguments: &[&str], promised: u64) {
    let mut costs: Vec<_> = (0..RUNS).map(|_| run::cpt(dir, NOW, arguments).0).collect();
    costs.sort_by_key(|cost| cost.wall);
    let (median, peak) = (&costs[RUNS / 2], costs.iter().map(|cost| cost.peak_mib).max().unwrap_or_default());
    let kept = if median.wall < Duration::from_millis(promised) { "" } else { "  MORE THAN PROMISED" };
    println!(
        "{what}, cpt {}: median {} ms of {promised}, {} ms of processor time, at most {peak} MiB{kept}",
        arguments.join(" "),
        median.wall.as_millis(),
        median.cpu.as_millis()
    );
}

/// Runs a command once, and prints what it cost.
fn once(what: &str, dir: &Path, arguments: &[&str]) -> Value {
    let (cost, said) = run::cpt(dir, NOW, arguments);
    println!(
        "{what}, cpt {}: {} ms, {} ms of processor time, at most {} MiB",
        arguments.join(" "),
        cost.wall.as_millis(),
        cost.cpu.as_millis(),
        cost.peak_mib
    );
    serde_json::from_slice(&said).unwrap_or_default()
}

fn handle(member: usize) -> String {
    format!("member_{member}")
}

/// A configuration of so many members, with the lines that `more` writes for each.
fn configuration(members: usize, group: &str, more: impl Fn(usize) -> String) -> String {
    let mut text = format!(
        "[group]\nname = \"the group\"\ntimezone = \"Asia/Seoul\"\nsettles = \"monday 20:00\"\ngoal = \"5/week\"\n\
         fine = {{ missed = 1000, unit = \"KRW\", per = \"problem\" }}\n{group}\n"
    );
    for member in 0..members {
        write!(text, "\n[[group.members]]\nname = \"Member {member}\"\n{}", more(member)).unwrap();
    }
    text
}

/// 30 members who share a repository.
fn shared() {
    const COMMITS: usize = 20_000;
    let dir = tempfile::tempdir().unwrap();
    let judge = JudgeServer::start(judge_data(MEMBERS, 0)).unwrap();
    let mut text = configuration(MEMBERS, "", |member| {
        let handle = handle(member);
        format!("authors = [\"{handle}@example.com\"]\ncodeforces = {handle:?}\natcoder = {handle:?}\n")
    });
    let url = |id: &str| {
        let site = judges::sites().find(|site| site.id == id).unwrap();
        judge.url_of(site).to_string()
    };
    for site in judges::sites() {
        write!(
            text,
            "\n[judges.{}]\nurl = {:?}\ninterval = \"{}ms\"\n",
            site.id,
            url(site.id),
            INTERVAL.as_millis()
        )
        .unwrap();
    }
    std::fs::write(dir.path().join("cpt.toml"), text).unwrap();
    git(dir.path(), &["init", "-q", "-b", "main", "."]);
    let every = DAYS * 86_400 / COMMITS as i64;
    let begin = now().as_second() - DAYS * 86_400;
    let at = |nth: usize| begin + every * nth as i64;
    commit(dir.path(), (0..COMMITS).map(|nth| (nth * 7 % MEMBERS, nth, at(nth))));
    git(dir.path(), &["gc", "-q"]);
    lists::fill(&mut Store::open(dir.path()).unwrap(), now(), &url);
    let what = "30 members, 20,000 commits";
    once(&format!("{what}, first"), dir.path(), &["sync", "--json"]);
    once(&format!("{what}, first"), dir.path(), &["group", "--json"]);
    measure(what, dir.path(), &["group"], 100);
    measure(what, dir.path(), &["group", "--member", "Member 7"], 100);
    measure(what, dir.path(), &["group", "ledger"], 100);
    for round in 1..=5 {
        judge.set(judge_data(MEMBERS, round));
        let first = COMMITS + MEMBERS * round;
        commit(dir.path(), (0..MEMBERS).map(|member| (member, first + member, now().as_second() - 60)));
        let (cost, said) = run::cpt(dir.path(), NOW, &["sync", "--json"]);
        let said: Value = serde_json::from_slice(&said).unwrap();
        let sources = said["sources"].as_array().unwrap();
        let mut requests: BTreeMap<&str, u64> = BTreeMap::new();
        for source in sources {
            let name = source["source"].as_str().unwrap().split('@').next().unwrap();
            if let Some((_, known)) = judges::source_named(name) {
                *requests.entry(known.site.id).or_default() += source["requests"].as_u64().unwrap();
            }
        }
        // Sites are asked side by side.
        let waits = waits(url("atcoder").trim_end_matches('/'), *requests.values().max().unwrap());
        let beside = cost.wall.saturating_sub(waits);
        let kept = if beside < Duration::from_millis(300) { "" } else { "  MORE THAN PROMISED" };
        println!(
            "{what}, a sync that brings a commit each: {} ms of 300 besides {} ms of waits, {} ms of processor time, \
             at most {} MiB, {} requests{kept}",
            beside.as_millis(),
            waits.as_millis(),
            cost.cpu.as_millis(),
            cost.peak_mib,
            requests.values().sum::<u64>()
        );
        once(&format!("{what}, after it"), dir.path(), &["group"]);
    }
}

/// How long a bare client takes for so many requests to a site.
fn waits(site: &str, requests: u64) -> Duration {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder().no_proxy().tls_certs_only([]).build().unwrap();
    let began = Instant::now();
    runtime.block_on(async {
        for request in 0..requests {
            if request > 0 {
                tokio::time::sleep(INTERVAL).await;
            }
            let url = format!("{site}/users/{}/history/json", handle(request as usize % MEMBERS));
            client.get(url).send().await.unwrap().error_for_status().unwrap().bytes().await.unwrap();
        }
    });
    began.elapsed()
}

fn git(dir: &Path, arguments: &[&str]) {
    let status = Command::new("git").args(arguments).current_dir(dir).status().unwrap();
    assert!(status.success(), "git {arguments:?}");
}

/// Commits a solution of each `(member, number, time)` onto the main branch.
fn commit(dir: &Path, all: impl Iterator<Item = (usize, usize, i64)>) {
    let mut import = Command::new("git")
        .args(["fast-import", "--quiet"])
        .current_dir(dir)
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = std::io::BufWriter::new(import.stdin.take().unwrap());
    for (place, (member, number, at)) in all.enumerate() {
        let who = format!("{0} <{0}@example.com> {at} +0900", handle(member));
        writeln!(out, "commit refs/heads/main\nauthor {who}\ncommitter {who}\ndata 2\nx\n").unwrap();
        if place == 0 && has_head(dir) {
            writeln!(out, "from refs/heads/main^0").unwrap();
        }
        // All of them work through the same contests.
        let nth = number / MEMBERS;
        let (contest, letter) = (100 + nth / 6, char::from(b'a' + (nth % 6) as u8));
        let folder = format!("solutions/{}/abc{contest}", handle(member));
        writeln!(out, "M 100644 inline {folder}/abc{contest}_{letter}.rs\ndata 2\nx\n").unwrap();
    }
    out.flush().unwrap();
    drop(out);
    assert!(import.wait().unwrap().success());
}

fn has_head(dir: &Path) -> bool {
    let mut command = Command::new("git");
    command.args(["rev-parse", "-q", "--verify", "HEAD"]).current_dir(dir).stdout(Stdio::null());
    command.status().unwrap().success()
}

/// What the judges tell of the members: 50 contests, 900 submissions at Codeforces, 600 at AtCoder, and one more of each
/// after each round.
fn judge_data(members: usize, rounds: usize) -> JudgeData {
    // With the lists of the sample user's judge, and its calendars.
    let mut data = sample::judge_data(date(2026, 11, 23)).unwrap();
    for member in 0..members {
        let handle = handle(member);
        let row = |nth: i64| {
            json!({"contestId": 1 + nth, "contestName": format!("Round {nth}"), "handle": handle, "rank": 100,
                "ratingUpdateTimeSeconds": 1_700_000_000 + nth * 86_400, "oldRating": 1300 + nth, "newRating": 1301 + nth})
        };
        let history: Vec<Value> = (0..50).map(row).collect();
        let answer = json!({"status": "OK", "result": history});
        data.insert(Judge::CODEFORCES, Track::Algorithm, &handle, answer);
        for track in [Track::Algorithm, Track::Heuristic] {
            data.insert(Judge::ATCODER, track, &handle, json!([]));
        }
        let submitted = |nth: usize| {
            let (contest, second) = (1 + nth % 1900, 1_700_000_000 + nth * 80_000);
            json!({"id": nth + 1, "contestId": contest, "creationTimeSeconds": second,
                "relativeTimeSeconds": 2_147_483_647,
                "problem": {"contestId": contest, "index": "B", "name": format!("Problem {nth}"), "type": "PROGRAMMING",
                    "points": 1000.0, "rating": 1400, "tags": ["dp"]},
                "author": {"contestId": contest, "members": [{"handle": handle}], "participantType": "PRACTICE",
                    "ghost": false, "startTimeSeconds": second},
                "programmingLanguage": "Rust 2021", "verdict": if nth.is_multiple_of(3) { "WRONG_ANSWER" } else { "OK" },
                "testset": "TESTS", "passedTestCount": 7, "timeConsumedMillis": 46, "memoryConsumedBytes": 0})
        };
        data.insert_submissions(Judge::CODEFORCES, &handle, (0..900 + rounds).rev().map(submitted).collect());
        let submitted = |nth: usize| {
            let contest = format!("abc{:04}", nth / 6);
            json!({"id": nth + 1, "epoch_second": 1_700_000_000 + nth * 120_000, "problem_id": format!("{contest}_a"),
                "contest_id": contest, "user_id": handle, "language": "Rust", "point": 100.0, "length": 900,
                "result": "AC", "execution_time": 9})
        };
        data.insert_submissions(Judge::ATCODER, &handle, (0..600 + rounds).map(submitted).collect());
    }
    data
}

/// So many members with 3,000 submissions each.
fn submissions(members: usize) {
    const EACH: u64 = 3_000;
    let dir = tempfile::tempdir().unwrap();
    let text = configuration(members, "source = \"submissions\"", |member| {
        format!("codeforces = {:?}\n", handle(member))
    });
    std::fs::write(dir.path().join("cpt.toml"), text).unwrap();
    let mut store = Store::open(dir.path()).unwrap();
    lists::fill(&mut store, now(), lists::NOWHERE);
    for member in 0..members {
        follow(&mut store, member, EACH);
        let handle = Handle::new(Judge::CODEFORCES, &handle(member)).unwrap();
        let source = format!("codeforces.ratings@{}", handle.as_str());
        let key = SeriesKey { judge: Judge::CODEFORCES, track: Track::Algorithm, handle };
        let history: Vec<_> = (0..60).map(lists::rating_change).collect();
        store.replace_ratings(&source, &key, &history, None, now()).unwrap();
    }
    drop(store);
    let what = format!("{members} members, {EACH} submissions each");
    once(&format!("{what}, first"), dir.path(), &["group"]);
    measure(&what, dir.path(), &["group"], 500);
    measure(&what, dir.path(), &["group", "--member", "Member 7"], 500);
    measure(&what, dir.path(), &["group", "ledger"], 500);
    follow(&mut Store::open(dir.path()).unwrap(), 3, EACH + 1);
    once(&format!("{what}, after one more of one member's"), dir.path(), &["group"]);
    let bytes: u64 =
        Store::files(dir.path()).iter().filter_map(|file| Some(file.metadata().ok()?.len())).sum();
    println!("{what}: the store has {} MB of 1000", bytes / 1_000_000);
}

/// Makes the first so many submissions those of a member.
fn follow(store: &mut Store, member: usize, many: u64) {
    let judge = Judge::CODEFORCES;
    let handle = Handle::new(judge, &handle(member)).unwrap();
    let begin = now() - SignedDuration::from_hours(24 * DAYS);
    let every = DAYS * 86_400 / 3_000;
    let row = |id: u64| Submission {
        at: begin + SignedDuration::from_secs(every * id as i64 - 3_600),
        ..lists::submission(judge, id + 11 * member as u64)
    };
    let listed = Listed::whole((0..many).map(row).collect(), Extent::All);
    let stamp = Validator { url: "http://127.0.0.1/".to_owned(), etag: None, last_modified: None };
    let source = format!("codeforces.submissions@{}", handle.as_str());
    store.follow_submissions(&source, (judge, &handle), &listed, &[("", Some(&stamp))], now()).unwrap();
}
