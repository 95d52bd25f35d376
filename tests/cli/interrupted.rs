//! A sync that is stopped, killed, hindered or doubled leaves a whole store, and the next one completes it.

use std::fs;
use std::process::{Child, Output, Stdio};
use std::time::{Duration, Instant};

use cpt_tracker::model::Judge;
use cpt_tracker::sample::judge::{Fault, JudgeData};
use cpt_tracker::sample::{self, HANDLE};
use insta::assert_snapshot;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use rusqlite::Connection;
use rusqlite::types::Value;

use super::sandbox::{Sandbox, TODAY};

pub const NEXT_DAY: &str = "2026-11-24T22:31:00+09:00";

pub fn beginner() -> Sandbox {
    let sandbox = Sandbox::of_beginner(&[0]);
    draw_little(&sandbox);
    sandbox
}

/// Pictures in one theme and format: most of a sync's time goes into them, and the store doesn't depend on it.
fn draw_little(sandbox: &Sandbox) {
    for (key, value) in [("charts.theme", "light"), ("charts.formats", "[\"svg\"]")] {
        assert_eq!(sandbox.cpt(&["config", "set", key, value]).code, Some(0));
    }
}

pub fn start(sandbox: &Sandbox, arguments: &[&str]) -> Child {
    sandbox.program(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Waits until the judge was asked for `target`.
fn until_asked(sandbox: &Sandbox, from: usize, target: &str) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !sandbox.judge().seen()[from..].iter().any(|seen| seen.target.starts_with(target)) {
        assert!(Instant::now() < deadline, "nobody asked for {target}");
        std::thread::sleep(Duration::from_millis(1));
    }
}

pub fn store(sandbox: &Sandbox) -> Connection {
    Connection::open(sandbox.dir().join(".cpt/cpt.db")).unwrap()
}

const TABLES: [&str; 8] = [
    "source",
    "rating_change",
    "submission",
    "problem",
    "contest_problem",
    "contest",
    "difficulty",
    "solution_change",
];

/// All that is stored but the stamps, which tell of the way to it, and the checksums, which cover them.
pub fn stored(sandbox: &Sandbox) -> Vec<Vec<Value>> {
    let store = store(sandbox);
    let mut all = Vec::new();
    for table in TABLES {
        let columns = if table == "source" { "name, synced_at" } else { "*" };
        let select = format!("SELECT {columns} FROM {table} ORDER BY 1, 2");
        let mut select =
            store.prepare(&format!("{select}, 3")).unwrap_or_else(|_| store.prepare(&select).unwrap());
        let columns = select.column_count();
        let rows = select.query_map([], |row| (0..columns).map(|nth| row.get(nth)).collect()).unwrap();
        all.extend(rows.map(Result::unwrap));
    }
    all
}

pub fn forget(sandbox: &Sandbox) {
    for folder in [".cpt", "charts"] {
        let _ = fs::remove_dir_all(sandbox.dir().join(folder));
    }
}

#[test]
fn ctrl_c_stops_at_once_and_says_what_is_saved() {
    let sandbox = beginner();
    sandbox.judge().fail("/api/user.status", Fault::Slow(Duration::from_secs(30)), usize::MAX);
    let sync = start(&sandbox, &["sync"]);
    until_asked(&sandbox, 0, "/api/user.status");
    until_asked(&sandbox, 0, "/resources/contests.json");
    until_asked(&sandbox, 0, "/users/cpt_demo/history/json?contestType=heuristic");
    std::thread::sleep(Duration::from_millis(700));
    let stopped = Instant::now();
    let interrupt = format!("kill -INT {}", sync.id());
    assert!(sandbox.command("sh").args(["-c", &interrupt]).status().unwrap().success());
    let Output { status, stdout, stderr } = sync.wait_with_output().unwrap();
    assert!(stopped.elapsed() < Duration::from_secs(5));
    assert_eq!(status.code(), Some(130));
    let (stdout, stderr) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert_snapshot!("sync_stopped", format!("{stdout}--- standard error\n{stderr}"));

    sandbox.judge().behave();
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
}

#[test]
fn a_second_sync_says_who_holds_the_lock() {
    let sandbox = beginner();
    sandbox.judge().fail("/api/", Fault::Slow(Duration::from_secs(30)), usize::MAX);
    let mut first = start(&sandbox, &["sync"]);
    until_asked(&sandbox, 0, "/api/user.rating");
    let second = sandbox.cpt(&["sync"]).to_string();
    assert_snapshot!("sync_beside_another", second.replace(&first.id().to_string(), "[PID]"));
    assert_eq!(sandbox.cpt(&["streak"]).code, Some(0));
    first.kill().unwrap();
    first.wait().unwrap();
    sandbox.judge().behave();
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
}

/// What each source has when it is complete, as counts.
const WHOLE: [(&str, &str, i64); 6] = [
    ("codeforces.ratings", "rating_change WHERE judge = 'codeforces'", 27),
    ("codeforces.submissions", "submission WHERE judge = 'codeforces'", 445),
    ("atcoder.submissions", "submission WHERE judge = 'atcoder'", 729),
    ("codeforces.problems", "problem WHERE judge = 'codeforces'", 802),
    ("atcoder.problems", "problem WHERE judge = 'atcoder'", 1400),
    ("atcoder.contests", "contest WHERE judge = 'atcoder'", 266),
];

/// Looks at a store that a killed process left.
fn is_whole(sandbox: &Sandbox) -> usize {
    if !sandbox.dir().join(".cpt/cpt.db").exists() {
        return 0;
    }
    let store = store(sandbox);
    let check: String = store.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(check, "ok");
    let format: u32 = store.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    if format == 0 {
        return 0;
    }
    let number = |query: String| store.query_row(&query, [], |row| row.get::<_, i64>(0)).unwrap();
    let mut complete = 0;
    for (source, rows, whole) in WHOLE {
        let known = number(format!("SELECT count(*) FROM source WHERE name = '{source}'"));
        assert_eq!(number(format!("SELECT count(*) FROM {rows}")), known * whole, "{source}");
        complete += known as usize;
    }
    complete
}

#[test]
fn a_sync_killed_at_any_moment_leaves_whole_sources_and_the_next_completes_it() {
    let sandbox = beginner();
    let began = Instant::now();
    sandbox.cpt(&["sync"]);
    let (took, undisturbed) = (began.elapsed(), stored(&sandbox));
    forget(&sandbox);
    let mut seen = [0; WHOLE.len() + 1];
    let mut killed = |sandbox: &Sandbox, mut sync: Child| {
        sync.kill().unwrap();
        sync.wait().unwrap();
        seen[is_whole(sandbox)] += 1;
    };
    // At moments spread over its life, and shortly after an answer, when that is read and stored.
    for nth in 0..60 {
        let sync = start(&sandbox, &["sync"]);
        std::thread::sleep(took * nth / 60);
        killed(&sandbox, sync);
        if nth % 2 == 0 {
            forget(&sandbox);
        }
    }
    let targets = ["/api/user.status", "/resources/problem", "/api/contest.list", "/atcoder-api/"];
    for nth in 0..40 {
        forget(&sandbox);
        let from = sandbox.judge().seen().len();
        let sync = start(&sandbox, &["sync"]);
        until_asked(&sandbox, from, targets[nth % targets.len()]);
        std::thread::sleep(Duration::from_millis(3 * (nth / targets.len()) as u64));
        killed(&sandbox, sync);
    }
    println!("stores with so many of {} sources complete: {seen:?}", WHOLE.len());
    assert!(seen[1..WHOLE.len()].iter().sum::<i32>() >= 10, "{seen:?}");
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    assert_eq!(stored(&sandbox), undisturbed);
}

/// What happens to one sync: faults at the beginnings of targets, so often, and perhaps a kill after some time.
type Mishap = (Vec<(usize, usize, usize)>, Option<u64>);

/// Mishaps of a few syncs, at so many targets.
fn mishaps(targets: usize) -> impl Strategy<Value = Vec<Mishap>> {
    let faults = prop::collection::vec((0..targets, 0usize..9, 1usize..7), 0..4);
    prop::collection::vec((faults, prop::option::of(0u64..500)), 1..4)
}

fn fault(nth: usize) -> Fault {
    match nth {
        0 => Fault::Failed { status: 400, comment: "Call limit exceeded".into() },
        1 => Fault::Failed { status: 400, comment: "internal: something broke".into() },
        2 => Fault::Text { status: 403, text: "slow down".into() },
        3 => Fault::Page { status: 403 },
        4 => Fault::Page { status: 503 },
        5 => Fault::Wait { status: 429, retry_after: 0 },
        6 => Fault::Truncated,
        7 => Fault::Cut,
        _ => Fault::Slow(Duration::from_millis(40)),
    }
}

const HIT: [&str; 8] = [
    "/",
    "/api/",
    "/api/user.status",
    "/api/problemset",
    "/users/",
    "/atcoder-api/",
    "/resources/",
    "/resources/contest-problem",
];

/// How many submissions the judges give at once.
const PAGE: usize = 500;

/// The sample user's data, with years of earlier submissions, so that all lists of them have several pages.
fn pages() -> JudgeData {
    let mut data = sample::judge_data(TODAY).unwrap();
    for judge in [Judge::CODEFORCES, Judge::ATCODER] {
        let rows = data.submissions_mut(judge, HANDLE);
        let one = rows[0].clone();
        let earlier = (1..=2 * PAGE as u64).map(|nth| {
            let time = if judge == Judge::CODEFORCES { "creationTimeSeconds" } else { "epoch_second" };
            let mut row = one.clone();
            // Newest first; seven share a second.
            row["id"] = (1_000_000 - nth).into();
            row[time] = (1_600_000_000 - nth / 7).into();
            row
        });
        // Codeforces lists the newest first, AtCoder's archive the oldest.
        let at = if judge == Judge::CODEFORCES { rows.len() } else { 0 };
        rows.splice(at..at, earlier.collect::<Vec<_>>());
    }
    data
}

/// The judges' data before and after a day.
fn day(passed: bool) -> JudgeData {
    let mut data = pages();
    if !passed {
        let codeforces = data.submissions_mut(Judge::CODEFORCES, HANDLE);
        codeforces.drain(..7);
        codeforces[0].as_object_mut().unwrap().remove("verdict");
        let archive = data.submissions_mut(Judge::ATCODER, HANDLE);
        archive.truncate(archive.len() - 7);
        archive.iter_mut().nth_back(4).unwrap()["result"] = "WJ".into();
        data.list_mut("/resources/problems.json").as_array_mut().unwrap().truncate(850);
        data.list_mut("/api/contest.list")["result"][3]["name"] = "Before".into();
    }
    data
}

fn sync_next_day(sandbox: &Sandbox) {
    let mut sync = sandbox.program(&["sync"]);
    sync.env("CPT_NOW", NEXT_DAY);
    let sync = sandbox.run(sync);
    assert_eq!(sync.code, Some(0), "{sync}");
}

#[test]
fn whatever_happened_before_the_store_is_that_of_an_undisturbed_sync() {
    survive(&beginner(), day, &HIT, 12);
}

/// Holds in so many cases that whatever befalls syncs, the next one leaves the store that undisturbed ones leave. `day`
/// gives the judges' data before and after a day; faults hit targets that begin as those of `hit`.
pub fn survive(sandbox: &Sandbox, day: impl Fn(bool) -> JudgeData, hit: &[&str], cases: u32) {
    draw_little(sandbox);
    let (before, after) = (day(false), day(true));
    sandbox.judge().set(before.clone());
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    sandbox.judge().set(after.clone());
    sync_next_day(sandbox);
    let undisturbed = stored(sandbox);

    let config =
        ProptestConfig { cases, max_shrink_iters: 20, failure_persistence: None, ..Default::default() };
    let all_is_well = TestRunner::new(config).run(&mishaps(hit.len()), |mishaps| {
        forget(sandbox);
        sandbox.judge().set(before.clone());
        for (faults, kill) in mishaps {
            for (target, kind, times) in faults {
                sandbox.judge().fail(hit[target], fault(kind), times);
            }
            let mut sync = start(sandbox, &["sync"]);
            if let Some(after) = kill {
                std::thread::sleep(Duration::from_millis(after));
                sync.kill().unwrap();
            }
            sync.wait_with_output().unwrap();
            sandbox.judge().behave();
            is_sound(sandbox);
        }
        sandbox.judge().set(after.clone());
        sync_next_day(sandbox);
        prop_assert_eq!(&stored(sandbox), &undisturbed);
        Ok(())
    });
    if let Err(fault) = all_is_well {
        panic!("{fault}");
    }
}

pub fn is_sound(sandbox: &Sandbox) {
    if sandbox.dir().join(".cpt/cpt.db").exists() {
        let check: String = store(sandbox).query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(check, "ok");
    }
}
