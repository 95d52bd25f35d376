//! What is said of the archive that submissions come from: how far it got, and what it lacks.

use cpt_tracker::model::Judge;
use cpt_tracker::sample::judge::{Fault, JudgeData};
use cpt_tracker::sample::{self, HANDLE};
use serde_json::{Value, json};

use super::sandbox::{Run, Sandbox, TODAY};

const RECENT: &str = "/atcoder-api/v3/recent";
const COUNT: &str = "/atcoder-api/v3/user/ac_rank";
const SUBMISSIONS: &str = "/atcoder-api/v3/user/submissions";

/// A judge whose archive has what `change` makes of it.
fn changed(sandbox: &Sandbox, change: impl FnOnce(&mut JudgeData)) {
    let mut data = sample::judge_data(TODAY).unwrap();
    change(&mut data);
    sandbox.judge().set(data);
}

fn at(sandbox: &Sandbox, now: &str, arguments: &[&str]) -> Run {
    let mut run = sandbox.program(arguments);
    run.env("CPT_NOW", now);
    sandbox.run(run)
}

/// The archive's newest submission is of 21:25 where it is 21:30.
fn fresh(data: &mut JudgeData) {
    sample::archived_to(data, 1_795_436_700);
}

#[test]
fn how_far_the_archive_got_is_said_by_status_and_doctor() {
    let sandbox = Sandbox::of_beginner(&[0]);
    changed(&sandbox, fresh);
    sandbox.cpt(&["sync"]).answer();
    let status = sandbox.cpt(&["status"]);
    let line = "AtCoder Problems: newest submission 2026-11-23 21:25, checked just now\n";
    assert!(status.out.ends_with(line), "{status}");
    let json = sandbox.cpt(&["status", "--json"]).json();
    let archive = &json["archives"].as_array().unwrap()[..];
    assert_eq!(archive.len(), 1);
    assert_eq!(archive[0]["newest_submission"], "2026-11-23T12:25:00Z");
    assert_eq!(archive[0]["checked_at"], "2026-11-23T12:30:00Z");
    assert!(archive[0]["accepted"].as_u64().unwrap() > 300);
    let doctor = sandbox.cpt(&["doctor", "--offline"]).answer();
    assert!(doctor.lines().any(|told| told.starts_with("ok") && told.ends_with(line.trim_end())), "{doctor}");
}

#[test]
fn an_archive_that_gets_nothing_new_of_anybody_is_said_to_have_stalled() {
    let sandbox = Sandbox::of_beginner(&[0]);
    changed(&sandbox, |data| sample::archived_to(data, 1_795_436_700 - 9 * 86_400));
    sandbox.cpt(&["sync"]).answer();
    let said = "AtCoder Problems has no submissions from anyone after 2026-11-14: what you solved at AtCoder since may be";
    for command in ["status", "todo"] {
        let told = sandbox.cpt(&[command]);
        assert!(told.err.contains(said), "{command}: {told}");
    }
    let doctor = sandbox.cpt(&["doctor"]).answer();
    assert!(doctor.lines().any(|line| line.starts_with("warning") && line.contains(said)), "{doctor}");
    // It is asked once a day.
    changed(&sandbox, |data| sample::archived_to(data, 1_795_436_700 + 86_400));
    sandbox.cpt(&["sync"]).answer();
    assert!(sandbox.cpt(&["status"]).err.contains(said));
    at(&sandbox, "2026-11-24T21:31:00+09:00", &["sync"]).answer();
    assert!(!at(&sandbox, "2026-11-24T21:31:00+09:00", &["status"]).err.contains("from anyone"));
}

#[test]
fn an_archive_that_tells_nothing_of_itself_costs_nothing() {
    let gone = Fault::Text { status: 404, text: "no such page".to_owned() };
    let odd = Fault::Text { status: 200, text: "{\"count\": -1}".to_owned() };
    for fault in [
        gone,
        odd,
        Fault::Page { status: 200 },
        Fault::Truncated,
        Fault::Failed { status: 500, comment: String::new() },
    ] {
        let sandbox = Sandbox::of_beginner(&[0]);
        changed(&sandbox, fresh);
        for target in [RECENT, COUNT] {
            sandbox.judge().fail(target, fault.clone(), usize::MAX);
        }
        let sync = sandbox.cpt(&["sync"]);
        assert_eq!((sync.code, sync.err.as_str()), (Some(0), ""), "{fault:?}: {sync}");
        let asked = sandbox.judge().seen();
        let asked =
            asked.iter().filter(|seen| [RECENT, COUNT].iter().any(|path| seen.target.starts_with(path)));
        assert!((1..=2).contains(&asked.count()), "{fault:?}");
        let status = sandbox.cpt(&["status"]);
        assert!(!status.to_string().contains("AtCoder Problems"), "{fault:?}: {status}");
        assert!(!sandbox.cpt(&["doctor"]).answer().contains("archive"), "{fault:?}");
    }
}

/// The archive learns of some submissions weeks later. A list from the newest known one on never has them.
#[test]
fn what_the_archive_learns_of_late_is_found_by_its_count() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let late = |data: &mut JudgeData| {
        fresh(data);
        let all = data.submissions_mut(Judge::ATCODER, HANDLE);
        let mut first = all[0].clone();
        (first["id"], first["problem_id"], first["result"]) = (json!(7), json!("abc001_1"), json!("AC"));
        all.push(first);
    };
    changed(&sandbox, fresh);
    sandbox.cpt(&["sync"]).answer();
    let stored = || -> u64 {
        let store = rusqlite::Connection::open(sandbox.dir().join(".cpt/cpt.db")).unwrap();
        let count = "SELECT count(*) FROM submission WHERE problem = 'abc001_1'";
        store.query_row(count, [], |row| row.get::<_, i64>(0)).unwrap().unsigned_abs()
    };
    changed(&sandbox, late);
    // The count comes once a day, and the submissions after it.
    at(&sandbox, "2026-11-24T21:31:00+09:00", &["sync"]).answer();
    at(&sandbox, "2026-11-24T21:40:00+09:00", &["sync"]).answer();
    assert_eq!(stored(), 1);
    // Nothing is known to lack, and nothing is read whole again.
    assert!(!at(&sandbox, "2026-11-24T21:40:00+09:00", &["status"]).err.contains("counts"));
    assert_eq!(whole(&sandbox), 2);
    at(&sandbox, "2026-11-24T21:50:00+09:00", &["sync"]).answer();
    assert_eq!(whole(&sandbox), 2);
}

/// How often all submissions were asked for.
fn whole(sandbox: &Sandbox) -> usize {
    let is_whole = |target: &str| target.starts_with(SUBMISSIONS) && target.ends_with("from_second=0");
    sandbox.judge().seen().iter().filter(|seen| is_whole(&seen.target)).count()
}

#[test]
fn what_is_committed_lacks_in_an_archive_that_counts_more_than_it_lists() {
    let sandbox = Sandbox::with_solutions([(0, "atcoder/arc001_1.rs".to_owned(), "1".to_owned())]);
    changed(&sandbox, |data| {
        fresh(data);
        data.insert_list(COUNT, json!({"count": 999, "rank": 1}));
    });
    let unsubmitted = |now: &str| -> Value {
        let json = at(&sandbox, now, &["solutions", "--unsubmitted", "--json"]).json();
        json["unsubmitted"].as_array().unwrap()[0].clone()
    };
    sandbox.cpt(&["sync"]).answer();
    assert_eq!(unsubmitted("2026-11-23T21:31:00+09:00")["missing_in_archive"], false);
    sandbox.cpt(&["sync"]).answer();
    let one = unsubmitted("2026-11-23T21:31:00+09:00");
    assert_eq!((&one["problem"], &one["missing_in_archive"]), (&json!("arc001_1"), &json!(true)));
    let status = sandbox.cpt(&["status"]);
    assert!(
        status.err.contains("AtCoder Problems counts 999 problems that you solved at AtCoder, but"),
        "{status}"
    );
    // The same count a day later is no reason to read all again.
    let asked = whole(&sandbox);
    assert_eq!(asked, 2);
    for now in ["2026-11-24T21:31:00+09:00", "2026-11-25T21:32:00+09:00", "2026-11-25T21:40:00+09:00"] {
        at(&sandbox, now, &["sync"]).answer();
    }
    assert_eq!(whole(&sandbox), asked);
}
