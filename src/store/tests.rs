mod damage;
mod hostile;
mod judges;
mod migrations;

use std::time::Duration;

use super::*;
use crate::lang::Lang;
use crate::model::fixtures;
use crate::model::{
    AuthorDate, CommitId, FileChange, FileChangeKind, Handle, Identity, Judge, NamedBy, NamedProblem,
    ProblemId, RatingChange, SeriesKey, SolutionChange, Track,
};

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn key(handle: &str) -> SeriesKey {
    let handle = Handle::new(Judge::ATCODER, handle).unwrap();
    SeriesKey { judge: Judge::ATCODER, track: Track::Algorithm, handle }
}

fn change(contest: u32, new: i32, rated: bool) -> RatingChange {
    RatingChange {
        contest: format!("abc{contest}"),
        name: format!("ABC {contest}"),
        place: Some(contest),
        performance: Some(-5),
        rated,
        ..fixtures::change(now(), 0, new)
    }
}

fn named(task: &str, sure: bool) -> NamedProblem {
    NamedProblem { problem: ProblemId::atcoder(task), sure, by: NamedBy::Message }
}

fn solution(byte: u8, path: &[u8]) -> SolutionChange {
    SolutionChange {
        commit: CommitId([byte; 20]),
        author: Identity { name: "A".into(), email: "a@example.com".into() }.into(),
        date: AuthorDate { seconds: i64::MIN, offset_minutes: -720 },
        files: vec![
            FileChange { path: path.into(), kind: FileChangeKind::Added, problems: [].into(), record: None },
            FileChange {
                path: b"z"[..].into(),
                kind: FileChangeKind::Modified,
                record: None,
                problems: [named("abc300_a", true), named("dp_f", false)].into(),
            },
        ],
    }
}

#[test]
fn the_store_follows_a_history_that_grows_is_rewritten_and_shrinks() {
    let root = tempfile::tempdir().unwrap();
    let mut store = Store::open(root.path()).unwrap();
    let mut replace = |history: &[RatingChange]| {
        let got = store.replace_ratings("atcoder.algorithm", &key("alice"), history, None, now()).unwrap();
        assert_eq!(store.series(key("ALICE")).unwrap().history, history);
        (got.update.new, got.update.changed, got.update.removed, got.new_rated, got.rating_before)
    };
    assert_eq!(replace(&[change(1, 10, true), change(2, 10, false)]), (2, 0, 0, 1, None));
    assert_eq!(replace(&[change(1, 10, true), change(2, 10, false)]), (0, 0, 0, 0, Some(10)));
    assert_eq!(replace(&[change(1, 11, true), change(3, 20, true)]), (1, 1, 1, 1, Some(10)));
    // A contest that is listed twice is new once.
    let twice = [change(1, 11, true), change(3, 20, true), change(3, 21, true)];
    assert_eq!(replace(&twice), (1, 0, 0, 1, Some(20)));
    assert_eq!(replace(&twice), (0, 0, 0, 0, Some(21)));
    assert_eq!(replace(&[]), (0, 0, 3, 0, Some(21)));
    assert_eq!(store.synced_at("atcoder.algorithm").unwrap(), Some(now()));
    assert_eq!(store.synced_at("codeforces.ratings").unwrap(), None);
}

#[test]
fn solution_changes_come_back_as_they_were_whatever_their_bytes_and_dates() {
    let root = tempfile::tempdir().unwrap();
    let mut store = Store::open(root.path()).unwrap();
    let all = [solution(1, b"a\xff\x00b"), solution(2, b"x")];
    let mut replace = |changes: &[SolutionChange]| {
        let update = store.replace_solutions("git:.", ".", changes, Some(b"m"), now()).unwrap();
        assert_eq!(store.solutions(".").unwrap(), changes);
        (update.new, update.changed, update.removed, update.total)
    };
    assert_eq!(replace(&all), (2, 0, 0, 2));
    assert_eq!(replace(&all), (0, 0, 0, 2));
    assert_eq!(replace(&[solution(2, b"y"), solution(3, b"x")]), (1, 1, 1, 2));
    assert_eq!(store.solutions("other").unwrap(), []);
    let update = store.update_solutions(
        "git:.",
        ".",
        (&[solution(4, b"new")], &[CommitId([2; 20]), CommitId([9; 20])]),
        b"n",
        now(),
    );
    let update = update.unwrap();
    assert_eq!((update.new, update.removed, update.total), (1, 1, 2));
    assert_eq!(store.solutions(".").unwrap(), [solution(3, b"x"), solution(4, b"new")]);
    assert_eq!(store.scan_memory(".").unwrap().as_deref(), Some(&b"n"[..]));
    assert_eq!(store.scan_memory("other").unwrap(), None);
}

#[test]
fn an_answer_is_kept_for_one_stamp() {
    let root = tempfile::tempdir().unwrap();
    let mut store = Store::open(root.path()).unwrap();
    store.keep_answer("streak", b"1", b"old").unwrap();
    store.keep_answer("streak", b"2", b"new").unwrap();
    assert_eq!(store.answer("streak", b"1").unwrap(), None);
    assert_eq!(store.answer("streak", b"2").unwrap().as_deref(), Some(&b"new"[..]));
}

#[test]
fn the_folder_keeps_itself_out_of_commits() {
    let root = tempfile::tempdir().unwrap();
    assert!(Store::open_existing(root.path()).unwrap().is_none());
    Store::open(root.path()).unwrap();
    assert_eq!(std::fs::read_to_string(root.path().join(".cpt/.gitignore")).unwrap(), "*\n");
    let store = Store::open_existing(root.path()).unwrap().unwrap();
    let mode: String = store.connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
}

#[test]
fn a_store_of_a_later_version_is_refused_and_left_as_it_is() {
    let root = tempfile::tempdir().unwrap();
    let store = Store::open(root.path()).unwrap();
    store.connection.pragma_update(None, "user_version", 99).unwrap();
    drop(store);
    let error = Store::open(root.path()).unwrap_err();
    let told = format!("(format 99, supported up to {})", migrate::MIGRATIONS.len());
    assert!(error.to_string().ends_with(&told), "{error}");
    assert!(error.remedy(Lang::English).to_string().starts_with("Update cpt, or delete "));
}

#[test]
fn a_store_that_can_only_be_read_is_read() {
    let root = tempfile::tempdir().unwrap();
    let mut store = Store::open(root.path()).unwrap();
    store.replace_ratings("atcoder.algorithm", &key("alice"), &[change(1, 10, true)], None, now()).unwrap();
    let (folder, file) = (store.folder.clone(), store.file.clone());
    drop(store);
    let mut store = Store::to_read(folder, file).unwrap().unwrap();
    assert!(!root.path().join(".cpt/cpt.db-shm").exists());
    assert_eq!(store.series(key("alice")).unwrap().history.len(), 1);
    let refused = store.replace_ratings("atcoder.algorithm", &key("alice"), &[], None, now()).unwrap_err();
    assert!(refused.to_string().starts_with("can't write "), "{refused}");
    assert_eq!(store.try_writing().unwrap_err().to_string(), refused.to_string());
}

#[test]
fn a_full_disk_costs_nothing_that_was_stored() {
    let root = tempfile::tempdir().unwrap();
    let mut store = Store::open(root.path()).unwrap();
    let long: Vec<RatingChange> = (0..5000).map(|nth| change(nth, 10, true)).collect();
    store.replace_ratings("atcoder.algorithm", &key("alice"), &long[..9], None, now()).unwrap();
    let pages: i64 = store.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    store.connection.pragma_update(None, "max_page_count", pages + 2).unwrap();
    let error = store.replace_ratings("atcoder.algorithm", &key("alice"), &long, None, now()).unwrap_err();
    assert!(error.to_string().ends_with("cpt.db: database or disk is full"), "{error}");
    assert!(
        error.remedy(Lang::English).to_string().starts_with("Free some disk space"),
        "{}",
        error.remedy(Lang::English)
    );
    drop(store);
    let store = Store::open(root.path()).unwrap();
    assert_eq!(store.series(key("alice")).unwrap().history.len(), 9);
}

#[test]
fn the_lock_tells_how_long_the_judges_had_rest() {
    let root = tempfile::tempdir().unwrap();
    assert_eq!(SyncLock::take(root.path(), "first").unwrap().rest(), None);
    std::thread::sleep(Duration::from_millis(30));
    let rest = SyncLock::take(root.path(), "second").unwrap().rest().unwrap();
    assert!((Duration::from_millis(20)..Duration::from_secs(20)).contains(&rest), "{rest:?}");
}

#[test]
fn a_damaged_store_is_named_with_the_way_out() {
    let root = tempfile::tempdir().unwrap();
    std::fs::create_dir(root.path().join(".cpt")).unwrap();
    std::fs::write(
        root.path().join(".cpt/cpt.db"),
        b"not a database, but long enough to look like one".repeat(40),
    )
    .unwrap();
    let error = Store::open(root.path()).unwrap_err();
    assert!(
        error.remedy(Lang::English).to_string().starts_with("Run `cpt sync --full` to set the file aside"),
        "{}",
        error.remedy(Lang::English)
    );
}
