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
