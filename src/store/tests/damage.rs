//! Bits that flip and bytes that change: what is shown stays the same, or somebody notices.

use std::fs;
use std::path::Path;
use std::sync::Mutex;

use rusqlite::Connection;

use super::{change, key, now, solution};
use crate::model::fixtures;
use crate::model::{
    CommitId, Contest, ContestProblem, Difficulty, Extent, Handle, Judge, Listed, Problem, ProblemId,
    Submission, Validator,
};
use crate::store::verify::SMALL;
use crate::store::{Store, StoreError};

const MEMORY: &[u8] = b"what a scan remembers";
const ANSWER: &[u8] = b"what somebody was answered";

fn stamp() -> Validator {
    Validator { url: "http://judge/x".to_owned(), etag: Some("1".to_owned()), last_modified: None }
}

/// Brings every source, as a sync does.
fn fill(store: &mut Store) {
    let (atcoder, alice) = (Judge::ATCODER, Handle::new(Judge::ATCODER, "alice").unwrap());
    let history: Vec<_> = (1..20).map(|nth| change(nth, 10 * nth as i32, true)).collect();
    store.replace_ratings("atcoder.algorithm", &key("alice"), &history, Some(&stamp()), now()).unwrap();
    let id = |nth: u64| ProblemId::atcoder(&format!("abc{nth}_a"));
    let rows: Vec<Submission> =
        (1..60).map(|nth| fixtures::submission(atcoder, nth, id(nth), "AC")).collect();
    let listed = Listed::whole(rows, Extent::All);
    let stamps = [("", Some(&stamp()))];
    store.follow_submissions("atcoder.submissions", (atcoder, &alice), &listed, &stamps, now()).unwrap();
    let problem = |nth| Problem {
        contest: format!("abc{nth}"),
        name: "A+B".to_owned(),
        ..fixtures::problem(atcoder, id(nth))
    };
    let pair = |nth| ContestProblem { contest: format!("abc{nth}"), problem: id(nth), index: "A".to_owned() };
    let problems = ((1..60).map(problem).collect(), stamp());
    let pairs = ((1..60).map(pair).collect(), stamp());
    let parts = ["problems", "contests"];
    store
        .follow_placed_problems(
            "atcoder.problems",
            Judge::ATCODER,
            (Some(&problems), Some(&pairs)),
            parts,
            now(),
        )
        .unwrap();
    let contest = |nth: u64| Contest {
        judge: atcoder,
        id: format!("abc{nth}"),
        name: format!("ABC {nth}"),
        start: Some(now()),
        seconds: 6000,
        rated: None,
    };
    let contests: Vec<_> = (1..60).map(contest).collect();
    store.follow_contests("atcoder.contests", atcoder, &contests, &stamp(), now()).unwrap();
    let difficulty = |nth| Difficulty {
        problem: id(nth),
        raw: Some(nth as i32),
        experimental: false,
        slope: Some(-0.5),
        intercept: None,
        variance: Some(1.0),
        discrimination: None,
    };
    let models: Vec<_> = (1..60).map(difficulty).collect();
    store.follow_difficulties("atcoder.models", Judge::ATCODER, &models, &stamp(), now()).unwrap();
    let changes: Vec<_> = (1..40).map(|nth| solution(nth, b"solutions/abc300/a.rs")).collect();
    store.replace_solutions("git:.", ".", &changes, Some(MEMORY), now()).unwrap();
    store.keep_answer("practice", b"key", ANSWER).unwrap();
}

/// Everything that reading commands ask a store for.
fn shown(store: &Store) -> Result<String, StoreError> {
    let (atcoder, alice) = (Judge::ATCODER, Handle::new(Judge::ATCODER, "alice").unwrap());
    let sources =
        ["algorithm", "submissions", "problems", "contests", "models"].map(|name| format!("atcoder.{name}"));
    let at: Vec<_> = sources.iter().map(|source| store.synced_at(source)).collect::<Result<_, _>>()?;
    // What is only remembered may be forgotten, and is then found out again.
    let memory = store.scan_memory(".")?.is_none_or(|memory| memory == MEMORY);
    let answer = store.answer("practice", b"key")?.is_none_or(|answer| answer == ANSWER);
    Ok(format!(
        "{at:?} {memory} {answer} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        store.synced_at("git:.")?,
        store.series(key("alice"))?,
        store.submissions(atcoder, &alice)?,
        store.newest_submission(atcoder, &alice)?,
        store.problems(atcoder)?,
        store.contests(atcoder)?,
        store.difficulties(atcoder)?,
        store.solutions(".")?,
        [store.problem_count(atcoder)?, store.contest_count(atcoder)?, store.difficulty_count(atcoder)?],
    ))
}

fn filled() -> (tempfile::TempDir, Vec<u8>, String) {
    let root = tempfile::tempdir().unwrap();
    let mut store = Store::open(root.path()).unwrap();
    fill(&mut store);
    let whole = shown(&store).unwrap();
    drop(store);
    let bytes = fs::read(root.path().join(".cpt/cpt.db")).unwrap();
    (root, bytes, whole)
}

/// What a store shows that `doctor` finds nothing wrong with; `None` where somebody notices.
fn unnoticed(root: &Path) -> Option<String> {
    let store = Store::open_existing(root).ok()??;
    let shown = shown(&store).ok()?;
    let is_well = store.damage().ok()?.is_none() && store.damaged_sources().ok()?.is_empty();
    is_well.then_some(shown)
}

/// 200 bits all over the file, and one of each byte of its header.
#[test]
fn a_flipped_bit_changes_nothing_or_is_noticed_and_a_full_sync_mends_it() {
    let (root, bytes, whole) = filled();
    let file = root.path().join(".cpt/cpt.db");
    let bits = bytes.len() * 8;
    // A stride that shares no factor with the number of bits meets all regions alike.
    let all_over = (1..=200).map(|nth| nth * 2_654_435_761 % bits);
    let (mut noticed, mut set_aside) = (0, 0);
    for bit in all_over.chain((0..100).map(|byte| byte * 8 + byte % 8)) {
        for name in ["cpt.db-wal", "cpt.db-shm"] {
            let _ = fs::remove_file(file.with_file_name(name));
        }
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        fs::write(&file, &flipped).unwrap();
        match unnoticed(root.path()) {
            Some(shown) => {
                assert_eq!(shown, whole, "bit {bit}");
                continue;
            }
            None => noticed += 1,
        }
        let (mut store, aside) = Store::open_repaired(root.path(), true).unwrap();
        set_aside += usize::from(aside.is_some());
        for source in store.damaged_sources().unwrap() {
            store.forget_damaged(&source).unwrap();
        }
        fill(&mut store);
        drop(store);
        assert_eq!(unnoticed(root.path()).as_ref(), Some(&whole), "bit {bit}");
    }
    assert!(noticed > 50 && set_aside > 20, "{noticed} {set_aside}");
}

#[test]
fn a_changed_memory_or_answer_is_as_none() {
    let (root, ..) = filled();
    let store = Store::open_existing(root.path()).unwrap().unwrap();
    let forged = Connection::open(root.path().join(".cpt/cpt.db")).unwrap();
    for (kept, table, column) in [(MEMORY, "scan_memory", "memory"), (ANSWER, "answer", "value")] {
        for nth in 0..100 {
            let mut other = kept.to_vec();
            match nth % 3 {
                0 => other[nth % kept.len()] ^= 1 << (nth % 8),
                1 => other.truncate(nth % kept.len()),
                _ => other.insert(nth % kept.len(), b'x'),
            }
            forged.execute(&format!("UPDATE {table} SET {column} = ?1"), [&other]).unwrap();
            assert_eq!(store.scan_memory(".").unwrap().is_none(), table == "scan_memory");
            let answer = store.answer("practice", b"key").unwrap();
            assert_eq!(answer.is_none(), table == "answer");
        }
        forged.execute(&format!("UPDATE {table} SET {column} = ?1"), [kept]).unwrap();
    }
    // An answer for another key, too.
    let other = crate::store::checksum::checksum(&[b"other"]);
    forged.execute("UPDATE answer SET key = ?1", [other]).unwrap();
    assert_eq!(store.answer("practice", b"other").unwrap(), None);
}

#[test]
fn a_damaged_source_is_told_and_forgotten_with_all_that_rests_on_it() {
    let (root, _, whole) = filled();
    let forged = Connection::open(root.path().join(".cpt/cpt.db")).unwrap();
    for (damage, source) in [
        (
            "UPDATE file_change SET problems = 'abc1_a' WHERE hash = (SELECT max(hash) FROM file_change)",
            "git:.",
        ),
        ("UPDATE submission SET verdict = 'WA' WHERE id = 7", "atcoder.submissions"),
        ("DELETE FROM rating_change WHERE position = 0", "atcoder.algorithm"),
        ("UPDATE contest_problem SET place = 'B' WHERE contest = 'abc7'", "atcoder.problems"),
        ("UPDATE source SET synced_at = synced_at - 8 WHERE name = 'atcoder.models'", "atcoder.models"),
        ("UPDATE resource SET etag = '2' WHERE source = 'atcoder.contests'", "atcoder.contests"),
    ] {
        assert!(forged.execute(damage, []).unwrap() > 0);
        let mut store = Store::open(root.path()).unwrap();
        assert_eq!(store.damaged_sources().unwrap(), [source]);
        store.forget_damaged(source).unwrap();
        assert_eq!(store.synced_at(source).unwrap(), None);
        assert_eq!(store.answer("practice", b"key").unwrap(), None);
        assert_eq!(store.scan_memory(".").unwrap(), None);
        assert_eq!(store.stamp(source, "").unwrap(), None);
        fill(&mut store);
        assert_eq!(shown(&store).unwrap(), whole);
        assert_eq!(store.damaged_sources().unwrap(), [""; 0]);
    }
}

/// Brings what `nth` changes, as a sync does: submissions that are new, judged again and gone, a rating, and commits.
fn bring(store: &mut Store, nth: u8) {
    let (judge, alice) = (Judge::ATCODER, Handle::new(Judge::ATCODER, "alice").unwrap());
    let id = |nth: u64| ProblemId::atcoder(&format!("abc{nth}_a"));
    let verdict = |row: u64| if row.is_multiple_of(u64::from(nth) + 2) { "WA" } else { "AC" };
    let rows = (50 + u64::from(nth)..90 - u64::from(nth))
        .map(|row| fixtures::submission(judge, row, id(row), verdict(row)));
    let listed = Listed::whole(rows.collect(), Extent::FromId(50));
    // As the user, and at times as a member of a group.
    let source = ["atcoder.submissions", "atcoder.submissions@alice"][usize::from(nth / 3 % 2)];
    store.follow_submissions(source, (judge, &alice), &listed, &[("", Some(&stamp()))], now()).unwrap();
    let history: Vec<_> =
        (1..20 + u32::from(nth)).map(|contest| change(contest, 10 * contest as i32, true)).collect();
    store.replace_ratings("atcoder.algorithm", &key("alice"), &history, Some(&stamp()), now()).unwrap();
    let new = [solution(100 + nth, b"solutions/abc301/a.rs")];
    store.update_solutions("git:.", ".", (&new, &[CommitId([nth + 1; 20])]), MEMORY, now()).unwrap();
    store.confirm("atcoder.contests", now()).unwrap();
}

#[test]
fn what_comes_and_goes_is_summed_up_as_what_is_there() {
    let (root, ..) = filled();
    let mut store = Store::open(root.path()).unwrap();
    for nth in 0..12 {
        bring(&mut store, nth);
        assert_eq!(store.damaged_sources().unwrap(), [""; 0], "after {nth}");
    }
}

#[test]
fn what_is_damaged_stays_to_be_seen_when_something_else_of_its_source_changes() {
    let (root, ..) = filled();
    let mut store = Store::open(root.path()).unwrap();
    let forged = Connection::open(root.path().join(".cpt/cpt.db")).unwrap();
    forged
        .execute_batch(
            "UPDATE submission SET verdict = 'WA' WHERE id = 7;
         UPDATE file_change SET problems = '' WHERE hash = (SELECT max(hash) FROM file_change)",
        )
        .unwrap();
    bring(&mut store, 0);
    assert_eq!(store.damaged_sources().unwrap(), ["atcoder.submissions", "git:."]);
}

#[test]
fn several_threads_look_through_a_large_store_and_tell_of_each_source_once() {
    let (root, ..) = filled();
    let mut store = Store::open(root.path()).unwrap();
    let judge = Judge::ATCODER;
    for nth in 1..=40 {
        let name = format!("member_{nth}");
        let (source, handle) = (format!("atcoder.submissions@{name}"), Handle::new(judge, &name).unwrap());
        let rows = (1..20).map(|row| {
            let problem = ProblemId::atcoder(&format!("abc{row}_a"));
            fixtures::submission(judge, 1000 * nth + row, problem, "AC")
        });
        let listed = Listed::whole(rows.collect(), Extent::All);
        let stamps = [("", Some(&stamp()))];
        store.follow_submissions(&source, (judge, &handle), &listed, &stamps, now()).unwrap();
    }
    store.keep_answer("large", b"key", &vec![7; 5 << 20]).unwrap();
    drop(store);
    let file = root.path().join(".cpt/cpt.db");
    assert!(file.metadata().unwrap().len() > SMALL);
    let damage = "UPDATE submission SET verdict = 'WA' WHERE id IN (3001, 17005)";
    assert_eq!(Connection::open(&file).unwrap().execute(damage, []).unwrap(), 2);

    let store = Store::open(root.path()).unwrap();
    let told = Mutex::new(Vec::new());
    let names = store.checked_sources().unwrap();
    store
        .look_through(&names, |source, is_well| told.lock().unwrap().push((source.to_owned(), is_well)))
        .unwrap();
    let mut told = told.into_inner().unwrap();
    told.sort_unstable();
    let damaged = ["atcoder.submissions@member_17", "atcoder.submissions@member_3"];
    let expected: Vec<_> =
        names.iter().map(|name| (name.clone(), !damaged.contains(&name.as_str()))).collect();
    assert_eq!(told, expected);
    assert_eq!(store.damaged_sources().unwrap(), damaged);
}
