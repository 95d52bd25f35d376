//! What tools recorded beside solutions and in the subjects of commits.

use cpt_tracker::model::{SolutionChange, SolveRecord};
use cpt_tracker::scan::{Memory, Rescan, open};

use crate::{Practice, day, practice};

/// A folder of BOJ's problem `number` as `BaekjoonHub` names it.
fn folder(number: u32) -> String {
    format!("백준/Gold/{number}. 문제")
}

/// The README that `BaekjoonHub` writes.
fn readme(number: u32, level: &str, milliseconds: u32, at: &str) -> String {
    format!(
        "# [{level}] 문제 - {number} \n\n[문제 링크](https://www.acmicpc.net/problem/{number}) \n\n\
         ### 성능 요약\n\n메모리: 2020 KB, 시간: {milliseconds} ms\n\n### 분류\n\n구현, 트리\n\n\
         ### 제출 일자\n\n{at}\n\n### 문제 설명\n\n<p>…</p>\n"
    )
}

/// Each file of `changes` with what is recorded of it: its last folder, level, milliseconds, moment.
fn told(changes: &[SolutionChange]) -> Vec<String> {
    let record = |record: &SolveRecord| {
        let level = record.difficulty().map_or("-", |level| level.name);
        let time = record.time.map_or("-".to_owned(), |time| (time / 1000).to_string());
        let at = record.at.map_or("-".to_owned(), |at| at.to_string());
        format!("{level} {time} {at}")
    };
    let files = changes.iter().flat_map(|change| &change.files);
    let told = files.map(|file| {
        let path = file.path.to_text();
        let number = path.rsplit('/').nth(1).unwrap_or_default().split('.').next().unwrap_or_default();
        format!("{number}: {}", file.record.as_deref().map_or("nothing".to_owned(), record))
    });
    told.collect()
}

/// The changes with their records after a whole scan, and after one that began with what `before` left.
fn scanned(repo: &Practice, before: Option<&(Vec<SolutionChange>, Memory)>) -> Vec<String> {
    let scan = repo.scan();
    let mut whole = scan.changes;
    scan.records.attach(&mut whole);
    if let Some((known, memory)) = before {
        // Kept as bytes in between, as a store does.
        let memory = Memory::from_bytes(&memory.to_bytes()).unwrap();
        match open(&repo.spec()).unwrap().scan_since(&memory).unwrap() {
            Rescan::Whole(_) => panic!("the memory was of no use"),
            Rescan::Since { new, gone, memory } => {
                let mut changes = known.clone();
                changes.retain(|change| gone.binary_search(&change.commit).is_err());
                changes.extend(new);
                changes.sort_by_key(|change| (change.date.seconds, change.commit));
                memory.records().attach(&mut changes);
                assert_eq!(changes, whole);
            }
        }
    }
    told(&whole)
}

/// What a scan leaves.
fn left(repo: &Practice) -> (Vec<SolutionChange>, Memory) {
    let scan = repo.scan();
    (scan.changes, scan.memory.unwrap())
}

#[test]
fn the_newest_readme_beside_a_solution_tells_of_its_solve_and_later_scans_find_the_same() {
    let repo = practice();
    let solve = |number: u32, nth: i64, milliseconds: u32, at: &str| {
        let commit = repo.commit(day(nth)).write(format!("{}/문제.cc", folder(number)), nth.to_string());
        let commit = commit
            .write(format!("{}/README.md", folder(number)), readme(number, "Gold IV", milliseconds, at));
        let subject = format!("[Gold IV] Title: 문제, Time: {milliseconds} ms, Memory: 2020 KB -BaekjoonHub");
        commit.message(subject).finish().unwrap();
    };
    solve(1000, 1, 8, "2024년 1월 2일 12:00:00");
    let first = left(&repo);
    let of = |number: u32, milliseconds: u32, at: &str| format!("{number}: Gold IV {milliseconds} {at}");
    assert_eq!(scanned(&repo, Some(&first)), [of(1000, 8, "2024-01-02T03:00:00Z")]);
    solve(1001, 2, 4, "2024년 1월 3일 12:00:00");
    let two = [of(1000, 8, "2024-01-02T03:00:00Z"), of(1001, 4, "2024-01-03T03:00:00Z")];
    assert_eq!(scanned(&repo, Some(&first)), two);
    // Solved again: the README is a newer one, for both changes of the file.
    solve(1000, 3, 2, "2024년 1월 4일 12:00:00");
    let again = of(1000, 2, "2024-01-04T03:00:00Z");
    assert_eq!(scanned(&repo, Some(&first)), [again.clone(), two[1].clone(), again]);
    // Without a README the subject remains.
    let second = left(&repo);
    let remove = repo.commit(day(4)).remove(format!("{}/README.md", folder(1001)));
    remove.finish().unwrap();
    assert_eq!(scanned(&repo, Some(&second))[1], "1001: Gold IV 4 -");
}

#[test]
fn a_mass_export_has_the_moment_of_each_solve() {
    let repo = practice();
    let mut export = repo.commit(day(9)).message("전체 코드 업로드 -BaekjoonHub");
    for number in 1000..1060 {
        let at = format!("2022년 3월 {}일 09:30:00", number % 28 + 1);
        export = export
            .write(format!("{}/문제.py", folder(number)), number.to_string())
            .write(format!("{}/README.md", folder(number)), readme(number, "Ruby I", 4, &at));
    }
    export.finish().unwrap();
    let told = scanned(&repo, Some(&left(&repo)));
    assert_eq!(told.len(), 60);
    assert_eq!(told[0], "1000: Ruby I 4 2022-03-21T00:30:00Z");
    assert_eq!(told[1], "1001: Ruby I 4 2022-03-22T00:30:00Z");
}

#[test]
fn leethub_writes_the_readme_before_the_solution() {
    let repo = practice();
    let readme =
        "<h2><a href=\"https://leetcode.com/problems/two-sum/\">1. Two Sum</a></h2><h3>Easy</h3><hr><p>x</p>";
    let write = repo.commit(day(1)).write("0001-two-sum/README.md", readme).write("a.rs", "1");
    write.message("Create README - LeetHub").finish().unwrap();
    let before = left(&repo);
    let commit = repo.commit(day(2)).write("0001-two-sum/0001-two-sum.py", "1");
    commit.message("Time: 52 ms (93.62%), Space: 17.9 MB (60.15%) - LeetHub").finish().unwrap();
    assert_eq!(scanned(&repo, Some(&before)), [": nothing", "0001-two-sum: Easy 52 -"]);
}

#[test]
fn a_readme_about_something_else_tells_nothing() {
    let repo = practice();
    let other = readme(1001, "Gold IV", 1, "2024년 1월 2일 12:00:00");
    repo.commit(day(1))
        .write(format!("{}/문제.cc", folder(1000)), "1")
        // Of another problem, of people's own words, and not in the same folder.
        .write(format!("{}/README.md", folder(1000)), &other)
        .write("백준/README.md", "# 백준\n\n풀이 - 2024\n")
        .write(format!("{}/deep/x.cc", folder(1001)), "1")
        .write(format!("{}/README.md", folder(1001)), &other)
        .finish()
        .unwrap();
    assert_eq!(scanned(&repo, None), ["1000: nothing", "deep: nothing"]);
}

#[test]
fn a_partial_clone_that_lacks_readmes_has_what_the_subjects_say() {
    let repo = practice();
    let text = readme(1000, "Gold IV", 8, "2024년 1월 2일 12:00:00");
    repo.commit(day(1))
        .write(format!("{}/문제.cc", folder(1000)), "1")
        .write(format!("{}/README.md", folder(1000)), &text)
        .message("[Gold IV] Title: 문제, Time: 8 ms, Memory: 2020 KB -BaekjoonHub")
        .finish()
        .unwrap();
    repo.configure("remote.origin.url", "https://example.com/practice").unwrap();
    repo.configure("remote.origin.promisor", "true").unwrap();
    let id = git2::Oid::hash_object(git2::ObjectType::Blob, text.as_bytes()).unwrap().to_string();
    std::fs::remove_file(repo.path().join(".git/objects").join(&id[..2]).join(&id[2..])).unwrap();
    assert_eq!(scanned(&repo, None), ["1000: Gold IV 8 -"]);
}
