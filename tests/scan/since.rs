//! A later scan finds what a whole one finds.

use cpt_tracker::model::{RepoSpec, SolutionChange};
use cpt_tracker::scan::{Memory, Rescan, open};

use crate::{Practice, day, practice};

/// The changes as they are after a scan that began with what `before` left.
pub fn rescanned(spec: &RepoSpec, before: &(Vec<SolutionChange>, Memory)) -> Vec<SolutionChange> {
    // Kept as bytes in between, as a store does.
    let memory = Memory::from_bytes(&before.1.to_bytes()).unwrap();
    match open(spec).unwrap().scan_since(&memory).unwrap() {
        Rescan::Whole(scan) => scan.changes,
        Rescan::Since { new, gone, .. } => {
            let mut changes = before.0.clone();
            changes.retain(|change| gone.binary_search(&change.commit).is_err());
            changes.extend(new);
            changes.sort_by_key(|change| (change.date.seconds, change.commit));
            changes
        }
    }
}

fn scanned(repo: &Practice) -> (Vec<SolutionChange>, Memory) {
    let scan = repo.scan();
    (scan.changes, scan.memory.unwrap())
}

/// What a scan that began with `before` walked: how many changes are new and how many commits are gone.
fn differences(repo: &Practice, before: &(Vec<SolutionChange>, Memory)) -> Option<(usize, usize)> {
    match open(&repo.spec()).unwrap().scan_since(&before.1).unwrap() {
        Rescan::Whole(_) => None,
        Rescan::Since { new, gone, .. } => {
            assert_eq!(rescanned(&repo.spec(), before), repo.scan().changes);
            Some((new.len(), gone.len()))
        }
    }
}

#[test]
fn only_what_is_new_is_walked_and_what_is_gone_is_named() {
    let repo = practice();
    let first = repo.commit(day(1)).write("a.rs", "1").finish().unwrap();
    repo.commit(day(2)).write("b.rs", "1").finish().unwrap();
    repo.commit(day(3)).on("topic").parents(&[first]).write("c.rs", "1").finish().unwrap();
    let before = scanned(&repo);
    assert_eq!(differences(&repo, &before), Some((0, 0)));

    let merged = [repo.tip("main").unwrap(), repo.tip("topic").unwrap()];
    repo.commit(day(4)).parents(&merged).write("c.rs", "1").finish().unwrap();
    repo.delete_branch("topic").unwrap();
    repo.commit(day(5)).write("d.rs", "1").finish().unwrap();
    assert_eq!(differences(&repo, &before), Some((1, 0)));

    let before = scanned(&repo);
    repo.branch("main", first).unwrap();
    repo.commit(day(6)).write("e.rs", "1").finish().unwrap();
    assert_eq!(differences(&repo, &before), Some((1, 4)));
}

#[test]
fn other_rules_and_other_headers_need_a_whole_scan() {
    let header = |letter| format!("// https://codeforces.com/contest/4/problem/{letter}\n");
    let repo = practice();
    repo.commit(day(1)).write("x/first.rs", header('A')).write("y.rs", "1").finish().unwrap();
    let before = scanned(&repo);
    assert_eq!(before.0[0].files[0].problems[0].problem.as_str(), "codeforces/4/A");
    repo.commit(day(2)).write("x/first.rs", header('A') + "better").finish().unwrap();
    assert_eq!(differences(&repo, &before), Some((1, 0)));
    repo.commit(day(3)).write("x/first.rs", header('B')).finish().unwrap();
    assert_eq!(differences(&repo, &before), None);

    let before = scanned(&repo);
    std::fs::write(repo.path().join(".mailmap"), "Ada L <ada@example.com>\n").unwrap();
    assert_eq!(differences(&repo, &before), None);
}

#[test]
fn a_solution_is_named_by_its_header_or_its_message_where_the_path_does_not() {
    let repo = practice();
    let url =
        "# https://www.acmicpc.net/problem/1000\n# https://atcoder.jp/contests/dp/tasks/dp_a\nprint()\n";
    repo.commit(day(1)).message("Solve ABC447D (#5349)").write("one.py", "1").finish().unwrap();
    repo.commit(day(2)).message("Solve cf958C3").write("two.py", url).finish().unwrap();
    repo.commit(day(3)).message("Solve cf958C3").write("codeforces/4/A.py", "1").finish().unwrap();
    repo.commit(day(4))
        .message("ABC001A and ABC001B")
        .write("a.py", "1")
        .write("b.py", "2")
        .finish()
        .unwrap();
    repo.commit(day(5)).message("lc 3072").write("sum.py", "5").write("sum.go", "6").finish().unwrap();
    let problems = |change: &SolutionChange| {
        let named = change.files.iter().flat_map(|file| &*file.problems);
        named.map(|named| named.problem.to_string()).collect::<Vec<_>>().join(" ")
    };
    let named: Vec<String> = repo.scan().changes.iter().map(problems).collect();
    assert_eq!(named, ["abc447_d", "boj/1000 dp_a", "codeforces/4/A", "", "leetcode/3072 leetcode/3072"]);
}
