//! A sync that is killed in the middle of writing one source.

use std::time::{Duration, Instant};

use cpt_tracker::sample;
use serde_json::{Value, json};

use super::interrupted::{beginner, is_sound, start, store};
use super::sandbox::{Sandbox, TODAY};

const PROBLEMS: usize = 4000;

/// Gives every Codeforces problem a long name of this letter alone: more than the database keeps in memory until a
/// transaction is complete.
fn name_problems(sandbox: &Sandbox, letter: &str) {
    let mut data = sample::judge_data(TODAY).unwrap();
    let problem = |nth: usize| json!({"contestId": 1 + nth, "index": "A", "name": letter.repeat(900)});
    let problems: Vec<Value> = (0..PROBLEMS).map(problem).collect();
    data.insert_list(
        "/api/problemset.problems",
        json!({"status": "OK", "result": {"problems": problems, "problemStatistics": []}}),
    );
    sandbox.judge().set(data);
}

/// The names that are stored, and how many problems have them.
fn names(sandbox: &Sandbox) -> Vec<(String, usize)> {
    let store = store(sandbox);
    let mut select = store.prepare("SELECT substr(name, 1, 1), count(*) FROM problem GROUP BY name").unwrap();
    let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get::<_, i64>(1)? as usize));
    select.query_map([], row).unwrap().map(Result::unwrap).collect()
}

/// Whether the database's log (<https://sqlite.org/fileformat2.html#walformat>) ends in pages of a transaction that is
/// not complete: the last page of one that is has the size of the whole file beside it.
fn ends_torn(log: &[u8]) -> bool {
    let number = |at: usize| u32::from_be_bytes(log[at..at + 4].try_into().unwrap()) as usize;
    if log.len() < 32 {
        return false;
    }
    let frame = 24 + number(8);
    let starts = (32..).step_by(frame).take_while(|start| start + frame <= log.len());
    let own = starts.take_while(|start| log[start + 8..start + 16] == log[16..24]);
    own.last().is_some_and(|start| number(start + 4) == 0)
}

#[test]
fn a_sync_killed_while_it_writes_leaves_what_was_there() {
    let sandbox = beginner();
    sandbox.reconfigure("atcoder = \"cpt_demo\"\n", "");
    name_problems(&sandbox, "a");
    assert_eq!(sandbox.cpt(&["sync", "--full"]).code, Some(0));
    name_problems(&sandbox, "b");
    let log = sandbox.dir().join(".cpt/cpt.db-wal");
    let mut torn = 0;
    for attempt in 0.. {
        assert!(attempt < 40, "only {torn} of {attempt} kills came while it wrote");
        let mut sync = start(&sandbox, &["sync", "--full"]);
        let deadline = Instant::now() + Duration::from_mins(1);
        while log.metadata().map_or(0, |log| log.len()) < 1 << 20 && sync.try_wait().unwrap().is_none() {
            assert!(Instant::now() < deadline, "nothing was written");
            std::thread::sleep(Duration::from_micros(200));
        }
        sync.kill().unwrap();
        sync.wait().unwrap();
        let was_torn = std::fs::read(&log).is_ok_and(|log| ends_torn(&log));
        is_sound(&sandbox);
        if was_torn {
            torn += 1;
            assert_eq!(names(&sandbox), [("a".to_owned(), PROBLEMS)]);
        } else {
            name_problems(&sandbox, "a");
            assert_eq!(sandbox.cpt(&["sync", "--full"]).code, Some(0));
            name_problems(&sandbox, "b");
        }
        if torn == 5 {
            break;
        }
    }
    assert_eq!(sandbox.cpt(&["sync", "--full"]).code, Some(0));
    assert_eq!(names(&sandbox), [("b".to_owned(), PROBLEMS)]);
}
