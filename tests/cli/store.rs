//! The store as users meet it: whatever lies in its place.

use std::fs;
use std::io::Read as _;
use std::time::{Duration, Instant};

use cpt_tracker::model::{NamedBy, NamedProblem, ProblemId};
use cpt_tracker::sample::judge::Fault;
use cpt_tracker::store::Store;

use super::interrupted::start;
use super::sandbox::Sandbox;

/// Links that somebody committed: every command leaves what they lead to as it was, and those that need no store work.
#[cfg(unix)]
#[test]
fn a_workspace_with_links_in_its_store_changes_nothing_outside() {
    use std::os::unix::fs::symlink;

    for name in ["cpt.db", "sync.lock", "room.tmp", ".gitignore", "cpt.db-wal"] {
        let sandbox = Sandbox::of_beginner(&[0]);
        let outside = sandbox.dir().with_file_name("outside");
        fs::write(&outside, "the user's").unwrap();
        sandbox.write(".cpt/x", "");
        symlink(&outside, sandbox.dir().join(".cpt").join(name)).unwrap();
        for arguments in
            [&["streak"][..], &["status"], &["doctor", "--offline"], &["sync"], &["sync", "--full"]]
        {
            let run = sandbox.cpt(arguments);
            let refused = match name {
                "cpt.db" | "cpt.db-wal" => arguments[0] != "streak",
                "sync.lock" => arguments[0] == "sync",
                _ => false,
            };
            assert_eq!(run.code, Some(if refused { 4 } else { 0 }), "{name} {arguments:?} {run}");
            assert_eq!(fs::read_to_string(&outside).unwrap(), "the user's", "{name} {arguments:?}");
        }
    }
}

#[test]
fn a_store_that_is_refused_is_told_and_the_streak_comes_from_git() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    let before = sandbox.cpt(&["streak", "--json"]).answer();
    fs::remove_dir_all(sandbox.dir().join(".cpt")).unwrap();
    sandbox.write(".cpt/cpt.db", "no database, however long it is".repeat(40).as_str());
    let streak = sandbox.cpt(&["streak", "--json"]);
    let warned = r#""warnings":["can't open [DIR]/.cpt/cpt.db: file is not a database"]"#;
    assert_eq!((streak.code, streak.out), (Some(0), before.replace(r#""warnings":[]"#, warned)));
    assert!(streak.err.starts_with("warning: can't open [DIR]/.cpt/cpt.db"), "{}", streak.err);
    assert_eq!(sandbox.cpt(&["rating"]).code, Some(4));
}

#[test]
fn rows_that_are_not_as_they_were_stored_are_told_and_brought_anew() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    let asked = [&["rating", "--json"][..], &["solutions", "--json"], &["streak", "--json"]];
    let before = asked.map(|arguments| sandbox.cpt(arguments).answer());
    let damage = "UPDATE file_change SET path = x'41'; DELETE FROM scan_memory;
                  UPDATE rating_change SET new = new + 64 WHERE position = 3 AND judge = 'codeforces'";
    let store = rusqlite::Connection::open(sandbox.dir().join(".cpt/cpt.db")).unwrap();
    store.execute_batch(damage).unwrap();
    drop(store);
    let doctor = sandbox.cpt(&["doctor", "--offline"]);
    assert_eq!(doctor.code, Some(4));
    assert!(doctor.out.contains("corrupted: codeforces.ratings, git:."), "{doctor}");
    let sync = sandbox.cpt(&["sync"]);
    assert!(sync.err.contains("warning: Codeforces: stored data is corrupted; fetching it again"), "{sync}");
    assert_eq!(sandbox.cpt(&["doctor", "--offline"]).code, Some(0));
    assert_eq!(asked.map(|arguments| sandbox.cpt(arguments).answer()), before);
}

/// `stores/format-3.db.gz` is what the last version without a mark in its stores left of a sync; its rows are the sample
/// user's. When these change, they are put in anew by `INSERT INTO main.TABLE SELECT` from a new store.
#[test]
fn a_store_that_an_earlier_version_wrote_answers_as_a_new_one() {
    let sandbox = Sandbox::of_synced_user();
    let commands =
        ["status", "rating", "target", "stats", "contests", "todo", "next", "solutions", "streak", "review"];
    // What comes is in calendars that it never asked for, and how far the archive got it didn't ask either.
    let past = |answer: String| match answer.split_once("\"past\":") {
        Some((_, past)) => past.to_owned(),
        None => match answer.split_once(",\"archives\":") {
            Some((before, after)) => format!("{before},{}", &after[after.find("\"complete\":").unwrap()..]),
            None => answer,
        },
    };
    let answers = || commands.map(|command| (command, past(sandbox.cpt(&[command, "--json"]).answer())));
    let fresh = answers();
    fs::remove_dir_all(sandbox.dir().join(".cpt")).unwrap();
    let mut old = Vec::new();
    flate2::read::GzDecoder::new(&include_bytes!("stores/format-3.db.gz")[..]).read_to_end(&mut old).unwrap();
    fs::create_dir(sandbox.dir().join(".cpt")).unwrap();
    fs::write(sandbox.dir().join(".cpt/cpt.db"), old).unwrap();
    assert_eq!(answers(), fresh);
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    assert_eq!(answers(), fresh);
}

/// Yesterday's names with the memory of yesterday's rules, or with none: a migration may have dropped it.
#[test]
fn that_solutions_have_other_names_since_this_version_is_said_once() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    let names = sandbox.cpt(&["solutions", "--json"]).answer();
    for memory in [None, Some(&b"of other rules"[..])] {
        let mut store = Store::open(&sandbox.dir()).unwrap();
        let mut changes = store.scanned(".").unwrap().unwrap().changes;
        let problem = ProblemId::other("kattis", "yesterdays");
        changes[0].files[0].problems = [NamedProblem { problem, sure: true, by: NamedBy::Path }].into();
        store.replace_solutions("git:.", ".", &changes, memory, jiff::Timestamp::UNIX_EPOCH).unwrap();
        drop(store);
        let told = "repository .: 1 solution has another name since this version of cpt";
        let sync = sandbox.cpt(&["sync"]);
        assert!(sync.err.contains(told), "{memory:?} {sync}");
        assert_eq!(sandbox.cpt(&["solutions", "--json"]).answer(), names);
        let again = sandbox.cpt(&["sync"]);
        assert!(!again.err.contains("since this version"), "{memory:?} {again}");
    }
}

/// Never fetched, and fetched with nothing there, are two things, and neither is told of the other.
#[test]
fn what_was_never_fetched_is_told_apart_from_what_is_not_there() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let fetched_at =
        |sandbox: &Sandbox| sandbox.cpt(&["rating", "--json"]).json()["series"][0]["fetched_at"].clone();
    assert!(sandbox.cpt(&["status"]).out.starts_with("Codeforces: not fetched yet"));
    // Nothing follows from what was never asked for.
    for command in ["status", "target", "contests", "rating"] {
        let said = sandbox.cpt(&[command]).out;
        assert!(said.contains("not fetched yet"), "{said}");
        for claim in ["none", "too few contests", "no rating yet", "no contest in the last"] {
            assert!(!said.contains(claim), "{claim}: {said}");
        }
    }
    assert_eq!(fetched_at(&sandbox), serde_json::Value::Null);
    let never = sandbox.cpt(&["chart", "journey"]);
    assert!(never.err.contains("No rated contests yet. Run `cpt sync`"), "{never}");
    for target in ["/api/", "/users/", "/atcoder-api/"] {
        let nothing = if target == "/api/" { "{\"status\":\"OK\",\"result\":[]}" } else { "[]" };
        let nothing = Fault::Text { status: 200, text: nothing.to_owned() };
        sandbox.judge().fail(target, nothing, usize::MAX);
    }
    sandbox.cpt(&["sync"]);
    assert!(sandbox.cpt(&["status"]).out.starts_with("Codeforces: no rated contest yet"));
    assert_eq!(fetched_at(&sandbox), "2026-11-23T12:30:00Z");
    let nothing = sandbox.cpt(&["chart", "journey"]);
    assert!(nothing.err.contains("journey: No rated contests yet.\n"), "{nothing}");
}

/// That a judge could not be asked is a third thing, told until it can be asked again.
#[test]
fn what_failed_is_told_apart_from_what_was_never_fetched_and_is_not_there() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let refused = || Fault::Page { status: 403 };
    let failed = |sandbox: &Sandbox| sandbox.cpt(&["status", "--json"]).json()["series"][0]["failed"].clone();
    sandbox.judge().fail("/api/user.rating", refused(), 1);
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(3));
    let said = "Fetching Codeforces failed just now: ";
    let status = sandbox.cpt(&["status"]);
    assert!(status.out.starts_with("Codeforces: not fetched yet, as the last attempt failed"), "{status}");
    assert!(status.err.contains(said) && !status.err.contains("No data yet"), "{status}");
    assert_eq!(failed(&sandbox)["at"], "2026-11-23T12:30:00Z");
    assert!(failed(&sandbox)["error"].is_string(), "{}", failed(&sandbox));
    let commands: [&[&str]; 8] = [
        &["chart", "rating"],
        &["chart", "journey"],
        &["stats"],
        &["todo"],
        &["contests"],
        &["next"],
        &["target"],
        &["solutions", "--unsubmitted"],
    ];
    for command in commands {
        let answer = sandbox.cpt(command);
        assert!(answer.err.contains(said), "{answer}");
    }
    let doctor = sandbox.cpt(&["doctor", "--offline"]);
    assert!(doctor.out.contains(said), "{doctor}");
    sandbox.cpt(&["report", "--out", "page.html"]);
    assert!(sandbox.read("page.html").contains(said));
    // What was stored before stands, and the failure is told beside it.
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    assert_eq!(failed(&sandbox), serde_json::Value::Null);
    assert!(!sandbox.cpt(&["status"]).err.contains("can't fetch"));
    sandbox.judge().fail("/api/user.rating", refused(), 1);
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(3));
    let status = sandbox.cpt(&["status"]);
    assert!(status.err.contains(said) && !status.out.contains("not fetched yet"), "{status}");
}

#[test]
fn a_store_that_is_deleted_while_a_sync_runs_is_missed() {
    let sandbox = Sandbox::of_beginner(&[0]);
    sandbox.judge().fail("/api/user.rating", Fault::Slow(Duration::from_secs(2)), 1);
    let sync = start(&sandbox, &["sync"]);
    let deadline = Instant::now() + Duration::from_mins(1);
    while !sandbox.judge().seen().iter().any(|seen| seen.target.starts_with("/api/user.rating")) {
        assert!(Instant::now() < deadline);
        std::thread::sleep(Duration::from_millis(2));
    }
    fs::remove_dir_all(sandbox.dir().join(".cpt")).unwrap();
    let sync = sync.wait_with_output().unwrap();
    let said = String::from_utf8(sync.stderr).unwrap();
    assert_eq!(sync.status.code(), Some(4), "{said}");
    assert!(said.contains("cpt.db was deleted or replaced while cpt was running"), "{said}");
}
