//! `cpt solutions`: what the repositories solve.

use cpt_tracker::model::AuthorDate;
use cpt_tracker::sample::repo::RepoBuilder;
use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn problems_are_listed_and_so_are_files_without_one() {
    let sandbox = Sandbox::new();
    let repo = RepoBuilder::init(&sandbox.dir(), "Ada", "ada@example.com").unwrap();
    let day = |day: i64| AuthorDate { seconds: 1_795_000_000 + 86_400 * day, offset_minutes: 540 };
    repo.commit(day(0)).write("codeforces/4/A.rs", "1").write("codeforces/4/A.py", "2").finish().unwrap();
    repo.commit(day(1)).write("sum.py", "# https://www.acmicpc.net/problem/1000\n").finish().unwrap();
    repo.commit(day(2)).message("Solve ABC300C").write("cross.rs", "3").finish().unwrap();
    repo.commit(day(3))
        .message("Try")
        .write("kattis/twosum.go", "4")
        .write("2659.cpp", "5")
        .finish()
        .unwrap();
    repo.commit(day(4)).write("COCI/10-Aladin.cpp", "6").write("lib/gcd.rs", "7").finish().unwrap();
    assert_snapshot!("problems", sandbox.cpt(&["solutions"]));
    assert_snapshot!("unrecognised", sandbox.cpt(&["solutions", "--unrecognised"]));
    let json = sandbox.cpt(&["solutions", "--judge", "백준", "--json"]).json();
    assert_eq!(json["problems"].as_array().unwrap().len(), 1);
    assert_eq!(json["problems"][0]["by"], "header");
    assert_eq!(json["problems"][0]["url"], "https://www.acmicpc.net/problem/1000");
    assert_eq!(json["problems"][0]["url_closed_on"], "2026-04-28");
}

#[test]
fn a_judge_that_nobody_knows_is_an_error() {
    assert_snapshot!(Sandbox::of_beginner(&[0]).cpt(&["solutions", "--judge", "nowhere"]));
}

#[test]
fn what_looks_like_no_solution_gets_a_suggestion() {
    let sandbox = Sandbox::new();
    let repo = RepoBuilder::init(&sandbox.dir(), "Ada", "ada@example.com").unwrap();
    let date = AuthorDate { seconds: 1_795_000_000, offset_minutes: 540 };
    let commit = repo.commit(date).write("codeforces/4/A.go", "1").write("codeforces/4/A_test.go", "2");
    commit.write("gen.py", "3").write("template/main.go", "4").finish().unwrap();
    assert_snapshot!("doctor", sandbox.cpt(&["doctor"]));
    assert_snapshot!("init_with_advice", sandbox.cpt(&["init"]));
}

#[test]
fn what_is_accepted_and_what_is_committed_are_compared() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let repo = RepoBuilder::init(&sandbox.dir(), "Demo", cpt_tracker::sample::AUTHOR).unwrap();
    let date = AuthorDate { seconds: 1_795_000_000, offset_minutes: 540 };
    let commit = repo.commit(date).write("solutions/codeforces/2042/C.rs", "1");
    let commit = commit.write("solutions/codeforces/9999/M.rs", "2").write("solutions/boj/1000.rs", "3");
    commit.write("solutions/abc212_a.rs", "4").finish().unwrap();
    assert_snapshot!("before_submissions_are_stored", sandbox.cpt(&["solutions", "--unsubmitted"]));

    sandbox.cpt(&["sync"]);
    let missing = sandbox.cpt(&["solutions", "--missing"]).out;
    let lines: Vec<&str> = missing.lines().collect();
    assert_snapshot!("missing", [&lines[..4], &lines[lines.len() - 2..]].concat().join("\n"));
    assert!(!missing.contains("codeforces/2042/C ") && !missing.contains("abc212_a "), "{missing}");
    assert_snapshot!("unsubmitted", sandbox.cpt(&["solutions", "--unsubmitted"]));

    let json = sandbox.cpt(&["solutions", "--missing", "--judge", "atcoder", "--json"]).json();
    let missing = json["missing"].as_array().unwrap();
    assert!(missing.len() > 300 && missing.iter().all(|one| one["judge"] == "atcoder"));
    insta::assert_json_snapshot!("missing_json", missing[0]);
    let json = sandbox.cpt(&["solutions", "--unsubmitted", "--json"]).json();
    insta::assert_json_snapshot!("unsubmitted_json", json);
}

#[test]
fn a_judge_without_a_handle_is_left_out_and_that_is_said() {
    let sandbox = Sandbox::of_beginner(&[0]);
    sandbox.reconfigure("codeforces = \"cpt_demo\"\n", "");
    sandbox.cpt(&["sync"]);
    assert_snapshot!("one_judge", sandbox.cpt(&["solutions", "--unsubmitted"]));
}

#[test]
fn what_is_committed_is_not_proposed_and_is_said_to_lack_in_the_archive() {
    let sandbox = Sandbox::of_beginner(&[0]);
    sandbox.cpt(&["sync"]);
    let open = || {
        let todo = sandbox.cpt(&["todo", "unsolved", "--judge", "atcoder", "--json"]).json();
        let tasks = todo["unsolved"].as_array().unwrap().iter();
        tasks.map(|task| task["problem"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let before = open();
    let repo = RepoBuilder::init(&sandbox.dir(), "Demo", cpt_tracker::sample::AUTHOR).unwrap();
    let date = AuthorDate { seconds: 1_795_000_000, offset_minutes: 540 };
    let commit = repo.commit(date).write(format!("solutions/{}.rs", before[0]), "1");
    commit.write("solutions/codeforces/9999/M.rs", "2").finish().unwrap();
    assert_eq!(open(), before[1..]);
    let told = sandbox.cpt(&["solutions", "--unsubmitted"]).out;
    let line = told.lines().find(|line| line.contains(&before[0])).unwrap();
    assert!(line.ends_with("committed, not in the archive"), "{told}");
    assert!(told.contains("1 problem most likely missing in the archive"), "{told}");
    let json = sandbox.cpt(&["solutions", "--unsubmitted", "--json"]).json();
    let missing: Vec<_> =
        json["unsubmitted"].as_array().unwrap().iter().map(|one| &one["missing_in_archive"]).collect();
    assert_eq!(missing.iter().filter(|missing| **missing == true).count(), 1);
}

#[test]
fn an_archive_that_lacks_the_newest_contests_is_said_to_be_behind() {
    let sandbox = Sandbox::of_beginner(&[0]);
    sandbox.cpt(&["sync"]);
    assert!(!sandbox.cpt(&["status"]).err.contains("AtCoder Problems has no submission"));
    let store = rusqlite::Connection::open(sandbox.dir().join(".cpt/cpt.db")).unwrap();
    let contests = "SELECT at FROM rating_change WHERE judge = 'atcoder' AND track = 'algorithm' ORDER BY at DESC LIMIT 2";
    let ends: Vec<i64> = store
        .prepare(contests)
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let delete = "DELETE FROM submission WHERE judge = 'atcoder' AND at > ?1";
    assert!(store.execute(delete, [ends[1]]).unwrap() > 0);
    drop(store);
    for command in ["status", "todo"] {
        let told = sandbox.cpt(&[command]).err;
        assert!(told.contains("AtCoder Problems has no submission of yours after "), "{command}: {told}");
    }
    assert!(
        sandbox.cpt(&["doctor", "--offline"]).out.contains("what you solved at AtCoder since may be missing")
    );
}
