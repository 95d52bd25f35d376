//! What the judges know beyond ratings.

use std::collections::BTreeMap;

use super::{change, key, now};
use crate::model::fixtures;
use crate::model::{
    Contest, ContestProblem, Difficulty, Extent, Handle, Judge, Listed, Omitted, Participation, Problem,
    ProblemId, Submission, Update, Validator,
};
use crate::store::{Store, StoreError, SyncLock, WHOLE};
use jiff::{Timestamp, ToSpan};

fn stamp(etag: &str) -> Validator {
    Validator { url: "http://judge/x".to_owned(), etag: Some(etag.to_owned()), last_modified: None }
}

fn submission(id: u64, verdict: &str) -> Submission {
    Submission {
        at: Timestamp::from_second(1_700_000_000 + id as i64).unwrap(),
        contest: (id.is_multiple_of(2)).then(|| "1899".to_owned()),
        name: Some(format!("Game {id}")),
        participation: Some(Participation::Virtual),
        team: id.is_multiple_of(3),
        language: "Rust 2021".to_owned(),
        points: (id.is_multiple_of(5)).then_some(0.25),
        ..fixtures::submission(Judge::CODEFORCES, id, ProblemId::codeforces(1899, "A"), verdict)
    }
}

fn counts(update: Update) -> (usize, usize, usize, usize) {
    (update.new, update.changed, update.removed, update.total)
}

#[test]
fn submissions_are_followed_as_far_as_the_list_reaches() {
    let root = tempfile::tempdir().unwrap();
    let mut store = Store::open(root.path()).unwrap();
    let handle = Handle::new(Judge::CODEFORCES, "alice").unwrap();
    let follow = |store: &mut Store, rows: &[Submission], reach| {
        let listed = Listed::whole(rows.to_vec(), reach);
        let mark = stamp("1");
        let whose = (Judge::CODEFORCES, &handle);
        let update = store.follow_submissions("s", whose, &listed, &[("", Some(&mark))], now()).unwrap();
        counts(update)
    };
    let ok = |id| submission(id, "OK");
    let all: Vec<_> = (1..=6).map(ok).collect();
    assert_eq!(follow(&mut store, &all, Extent::All), (6, 0, 0, 6));
    assert_eq!(store.submissions(Judge::CODEFORCES, &handle).unwrap(), all);
    assert!(store.has_submissions(Judge::CODEFORCES, &handle, &all).unwrap());
    assert_eq!(follow(&mut store, &all, Extent::All), (0, 0, 0, 6));
    // Of those from 5 on one is new, one was judged anew and one is gone; the others are not spoken of.
    let page = [ok(7), submission(6, "SKIPPED")];
    assert_eq!(follow(&mut store, &page, Extent::FromId(5)), (1, 1, 1, 6));
    assert!(!store.has_submissions(Judge::CODEFORCES, &handle, &all).unwrap());
    assert_eq!(follow(&mut store, &[], Extent::Since(ok(6).at)), (0, 0, 2, 4));
    assert_eq!(store.newest_submission(Judge::CODEFORCES, &handle).unwrap(), Some(ok(4).at));
    let other = Handle::new(Judge::CODEFORCES, "bob").unwrap();
    assert_eq!(store.submission_count(Judge::CODEFORCES, &other).unwrap(), 0);
    assert_eq!(follow(&mut store, &[], Extent::All), (0, 0, 4, 0));
}

#[test]
fn submissions_of_a_second_that_cannot_be_listed_whole_stay() {
    let root = tempfile::tempdir().unwrap();
    let mut store = Store::open(root.path()).unwrap();
    let handle = Handle::new(Judge::CODEFORCES, "alice").unwrap();
    let mut follow = |listed: &Listed| {
        counts(store.follow_submissions("s", (Judge::CODEFORCES, &handle), listed, &[], now()).unwrap())
    };
    let at = |id| Submission { at: Timestamp::from_second(1_700_000_000).unwrap(), ..submission(id, "OK") };
    assert_eq!(follow(&Listed::whole(vec![at(1), at(2), submission(9, "OK")], Extent::All)), (3, 0, 0, 3));
    let omitted = Omitted { crowded_seconds: vec![at(1).at], ..Omitted::default() };
    let partly = Listed { rows: vec![at(2), at(3)], reach: Extent::All, omitted };
    assert_eq!(follow(&partly), (1, 0, 1, 3));
}

#[test]
fn what_waits_for_its_verdict_is_known() {
    let root = tempfile::tempdir().unwrap();
    let mut store = Store::open(root.path()).unwrap();
    let handle = Handle::new(Judge::CODEFORCES, "alice").unwrap();
    let rows = vec![submission(1, ""), submission(2, "OK"), submission(3, "TESTING")];
    let whose = (Judge::CODEFORCES, &handle);
    store.follow_submissions("s", whose, &Listed::whole(rows, Extent::All), &[], now()).unwrap();
    let waiting = |since| {
        let since = Timestamp::from_second(since).unwrap();
        let waiting = store.waiting_submissions(Judge::CODEFORCES, &handle, since).unwrap();
        waiting.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    assert_eq!(waiting(0), [1, 3]);
    assert_eq!(waiting(1_700_000_002), [3]);
}

fn problem(id: &str, contest: &str, solved: u32) -> Problem {
    Problem {
        contest: contest.to_owned(),
        index: "C".to_owned(),
        name: "Orac".to_owned(),
        rating: Some(1500),
        tags: vec!["dp".to_owned(), "data structures".to_owned()],
        solved: Some(solved),
        ..fixtures::problem(Judge::CODEFORCES, ProblemId::from_text(id))
    }
}

#[test]
fn problems_are_followed_and_a_growing_count_is_no_news() {
    let root = tempfile::tempdir().unwrap();
    let mut store = Store::open(root.path()).unwrap();
    let mut follow = |rows: &[Problem]| {
        let update = store.follow_problems("p", Judge::CODEFORCES, rows, &stamp("1"), now()).unwrap();
        assert_eq!(store.problems(Judge::CODEFORCES).unwrap(), rows);
        counts(update)
    };
    let (a, b) = (problem("codeforces/1349/A", "1349", 7), problem("codeforces/1350/C", "1350", 7));
    assert_eq!(follow(&[a.clone(), b.clone()]), (2, 0, 0, 2));
    assert_eq!(follow(&[a.clone(), problem("codeforces/1350/C", "1350", 9)]), (0, 0, 0, 2));
    let unrated = Problem { rating: None, tags: vec![], ..b.clone() };
    assert_eq!(follow(&[a.clone(), unrated]), (0, 1, 0, 2));
    assert_eq!(store.problems(Judge::ATCODER).unwrap(), []);
}

#[test]
fn a_part_that_has_not_changed_stays() {
    let root = tempfile::tempdir().unwrap();
    let mut store = Store::open(root.path()).unwrap();
    let a = Problem { judge: Judge::ATCODER, ..problem("arc065_a", "adt_easy_1", 0) };
    let pair = |contest: &str, index: &str| ContestProblem {
        contest: contest.to_owned(),
        problem: a.id.clone(),
        index: index.to_owned(),
    };
    let parts = ["problems", "contests"];
    let problems = (vec![a.clone()], stamp("1"));
    let pairs = (vec![pair("adt_easy_1", "F"), pair("abc049", "C"), pair("arc065", "A")], stamp("2"));
    let update = store
        .follow_placed_problems("p", Judge::ATCODER, (Some(&problems), Some(&pairs)), parts, now())
        .unwrap();
    assert_eq!(counts(update), (1, 0, 0, 1));
    let stored = &store.problems(Judge::ATCODER).unwrap()[0];
    assert_eq!((stored.contest.as_str(), stored.index.as_str()), ("arc065", "A"));

    let later = now() + 25.hours();
    let pairs = (vec![pair("abc049", "C")], stamp("3"));
    let update =
        store.follow_placed_problems("p", Judge::ATCODER, (None, Some(&pairs)), parts, later).unwrap();
    assert_eq!(counts(update), (0, 0, 0, 1));
    assert_eq!(store.problems(Judge::ATCODER).unwrap()[0].contest, "abc049");
    let kept = |part| store.stamp("p", part).unwrap().map(|kept| (kept.stamp, kept.at)).unwrap();
    assert_eq!(kept("problems"), (stamp("1"), later));
    assert_eq!(kept("contests"), (stamp("3"), later));
}

#[test]
fn contests_and_difficulties_come_back_as_they_were() {
    let root = tempfile::tempdir().unwrap();
    let mut store = Store::open(root.path()).unwrap();
    let contest = |id: &str, start| Contest {
        judge: Judge::ATCODER,
        id: id.to_owned(),
        name: "A \u{1b} name".to_owned(),
        start,
        seconds: 6000,
        rated: Some(" ~ 1999".to_owned()),
    };
    let contests = [contest("abc300", Some(now())), contest("abc301", None)];
    store.follow_contests("c", Judge::ATCODER, &contests, &stamp("1"), now()).unwrap();
    assert_eq!(store.contests(Judge::ATCODER).unwrap(), contests);
    // A history is told with the lengths of its contests.
    let history = [change(299, 10, true), change(300, 20, true)];
    store.replace_ratings("atcoder.algorithm", &key("alice"), &history, None, now()).unwrap();
    assert_eq!(store.series(key("alice")).unwrap().lengths, BTreeMap::from([("abc300".to_owned(), 6000)]));
    let model = |problem: &str, raw| Difficulty {
        problem: ProblemId::atcoder(problem),
        raw,
        experimental: raw.is_none(),
        slope: raw.map(|_| -0.5),
        intercept: None,
        variance: Some(1.0),
        discrimination: Some(0.1 + 0.2),
    };
    let models = [model("abc300_a", Some(-848)), model("abc300_b", None)];
    store.follow_difficulties("d", Judge::ATCODER, &models, &stamp("1"), now()).unwrap();
    assert_eq!(store.difficulties(Judge::ATCODER).unwrap(), models);
    assert_eq!(store.contest_count(Judge::ATCODER).unwrap(), 2);
    assert_eq!(store.difficulty_count(Judge::ATCODER).unwrap(), 2);
}

#[test]
fn a_confirmation_renews_what_was_asked_for_and_not_what_was_read_whole() {
    let root = tempfile::tempdir().unwrap();
    let mut store = Store::open(root.path()).unwrap();
    let handle = Handle::new(Judge::CODEFORCES, "alice").unwrap();
    let (page, whole) = (stamp("1"), stamp("2"));
    let listed = Listed::whole(vec![], Extent::All);
    let stamps = [("", Some(&page)), (WHOLE, Some(&whole))];
    store.follow_submissions("s", (Judge::CODEFORCES, &handle), &listed, &stamps, now()).unwrap();
    let later = now() + 2.hours();
    store.confirm("s", later).unwrap();
    assert_eq!(store.stamp("s", "").unwrap().unwrap().at, later);
    assert_eq!(store.stamp("s", WHOLE).unwrap().unwrap().at, now());
    assert_eq!(store.synced_at("s").unwrap(), Some(later));
}

#[test]
fn one_sync_at_a_time() {
    let root = tempfile::tempdir().unwrap();
    let lock = SyncLock::take(root.path(), "process 7 since noon").unwrap();
    let error = SyncLock::take(root.path(), "process 8").unwrap_err();
    assert!(matches!(error, StoreError::Held { .. }));
    assert_eq!(error.to_string(), "another sync is running (process 7 since noon)");
    drop(lock);
    SyncLock::take(root.path(), "process 9").unwrap();
}
