//! Random histories, scanned and compared with what git itself says of them.

use std::collections::{BTreeMap, BTreeSet};

use cpt_tracker::model::RepoSpec;
use cpt_tracker::model::{AuthorDate, CommitId};
use cpt_tracker::scan::scan;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::account::{LAST, by_cpt, by_git, days_by_cpt, days_by_git, is_solution};
use crate::since::rescanned;
use crate::{Practice, practice};

/// Where files may lie: close neighbours in order, names that differ in case, a file's name that is also a folder's,
/// bytes that aren't UTF-8, and folders that are ignored.
const PATHS: &[&[u8]] = &[
    b"solutions/codeforces/4/A.rs",
    b"solutions/codeforces/4/B.rs",
    b"solutions/codeforces/4.rs",
    b"solutions/codeforces-4/A.rs",
    b"solutions/a.cpp",
    b"solutions/A.cpp",
    b"solutions/a.cpp/deep/er.py",
    b"solutions/caf\xe9 \x08\t.PY",
    b"solutions/target/a.rs",
    b"solutions/notes.md",
    b"solutions",
    b"solutions.rs",
    b"drafts/a.cpp",
    b"drafts/A.rs",
    b"a.cpp",
    b"README.md",
];

/// Few, so that files of equal content are common; one is empty.
const CONTENTS: &[&str] = &["", "one", "two", "// https://codeforces.com/contest/1/problem/A"];

const PEOPLE: &[(&[u8], &str)] = &[
    (b"Ada", "ada@example.com"),
    (b"Ada", "ADA@work.example"),
    (b"Bob", "bob@example.com"),
    (b"B\xf6b", "x@y"),
];

const MAILMAP: &str = "Ada L <ada@example.com> <ada@work.example>\nBob <bob@example.com> <x@y>\n";

#[derive(Debug, Clone)]
enum Edit {
    Write(usize, usize),
    Link(usize, usize),
    Submodule(usize),
    Remove(Index),
    Move(Index, usize),
    Mode(Index, i32),
}

#[derive(Debug, Clone)]
struct Step {
    /// How many parents, and which commits they are; none begins a new root.
    parents: Vec<Index>,
    branch: usize,
    person: usize,
    date: AuthorDate,
    edits: Vec<Edit>,
}

fn edit() -> impl Strategy<Value = Edit> {
    let path = || 0..PATHS.len();
    let contents = || 0..CONTENTS.len();
    prop_oneof![
        6 => (path(), contents()).prop_map(|(path, contents)| Edit::Write(path, contents)),
        1 => (path(), contents()).prop_map(|(path, contents)| Edit::Link(path, contents)),
        1 => path().prop_map(Edit::Submodule),
        3 => any::<Index>().prop_map(Edit::Remove),
        5 => (any::<Index>(), path()).prop_map(|(from, to)| Edit::Move(from, to)),
        2 => (any::<Index>(), select(vec![0o100_644, 0o100_755, 0o100_664])).prop_map(|(at, mode)| Edit::Mode(at, mode)),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let parents = prop_oneof![1 => Just(0), 12 => Just(1), 2 => Just(2), 1 => Just(3)];
    let seconds = prop_oneof![6 => 1_600_000_000..1_600_800_000_i64, 2 => 1_600_000_000..1_700_000_000_i64, 1 => -1_000_000_000..0_i64, 1 => 0..1_i64 << 40];
    let date = (seconds, -1439..=1439_i32)
        .prop_map(|(seconds, offset_minutes)| AuthorDate { seconds, offset_minutes });
    (
        parents.prop_flat_map(|count| vec(any::<Index>(), count)),
        0..3_usize,
        0..PEOPLE.len(),
        date,
        vec(edit(), 0..5),
    )
        .prop_map(|(parents, branch, person, date, edits)| Step { parents, branch, person, date, edits })
}

/// What lies in a commit: whether each path is a regular file.
type Files = BTreeMap<Vec<u8>, bool>;

fn existing(files: &Files, at: Index) -> Option<Vec<u8>> {
    files.keys().nth(at.index(files.len().max(1))).cloned()
}

/// A file takes the place of a folder of its name, and of files where it has folders.
fn put(files: &mut Files, path: &[u8], is_file: bool) {
    let lies_in = |a: &[u8], b: &[u8]| a.strip_prefix(b).is_some_and(|rest| rest.starts_with(b"/"));
    files.retain(|other, _| !lies_in(other, path) && !lies_in(path, other));
    files.insert(path.to_vec(), is_file);
}

/// Builds the history. Edits that make no sense where they come up are left out.
fn build(repo: &Practice, steps: &[Step]) {
    let mut commits: Vec<(CommitId, Files)> = Vec::new();
    for (place, step) in steps.iter().enumerate() {
        let parents: Vec<&(CommitId, Files)> = match commits.len() {
            0 => Vec::new(),
            count => step.parents.iter().map(|parent| &commits[parent.index(count)]).collect(),
        };
        let mut seen = BTreeSet::new();
        let parents: Vec<_> = parents.into_iter().filter(|(id, _)| seen.insert(*id)).collect();
        let mut files = parents.first().map(|(_, files)| files.clone()).unwrap_or_default();
        let (name, email) = PEOPLE[step.person];
        let committed = AuthorDate { seconds: 1_700_000_000 + place as i64, offset_minutes: 0 };
        let mut commit = repo
            .commit(step.date)
            .on(["main", "topic/a", "old"][step.branch])
            .parents(&parents.iter().map(|(id, _)| *id).collect::<Vec<_>>())
            .author(name, email)
            .committer("C", "c@d", committed)
            .message(format!("{place} caf").into_bytes().into_iter().chain([0xe9]).collect::<Vec<u8>>());
        for edit in &step.edits {
            commit = match edit {
                Edit::Write(path, contents) => {
                    put(&mut files, PATHS[*path], true);
                    commit.write(PATHS[*path], CONTENTS[*contents])
                }
                Edit::Link(path, contents) => {
                    put(&mut files, PATHS[*path], false);
                    commit.link(PATHS[*path], CONTENTS[*contents])
                }
                Edit::Submodule(path) => {
                    put(&mut files, PATHS[*path], false);
                    commit.submodule(PATHS[*path], CommitId([7; 20]))
                }
                Edit::Remove(at) => match existing(&files, *at) {
                    Some(path) => {
                        files.remove(&path);
                        commit.remove(path)
                    }
                    None => commit,
                },
                Edit::Move(at, to) => match existing(&files, *at) {
                    Some(from) if from != PATHS[*to] => {
                        let is_file = files.remove(&from).unwrap();
                        put(&mut files, PATHS[*to], is_file);
                        commit.rename(from, PATHS[*to])
                    }
                    _ => commit,
                },
                Edit::Mode(at, mode) => match existing(&files, *at) {
                    Some(path) if files[&path] => commit.mode(path, *mode),
                    _ => commit,
                },
            };
        }
        commits.push((commit.finish().unwrap(), files));
    }
}

/// As many as `PROPTEST_CASES` asks for; else fewer than usual, since each case starts git.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    let cases = if usual.cases == 256 { 150 } else { usual.cases };
    ProptestConfig { cases, failure_persistence: None, ..usual }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn git_says_the_same(steps in vec(step(), 1..14), in_solutions: bool, of_one: bool, with_mailmap: bool) {
        let repo = practice();
        build(&repo, &steps);
        if with_mailmap {
            std::fs::write(repo.dir.path().join(".mailmap"), MAILMAP).unwrap();
        }
        let counts = |author: &str, path: &[u8]| {
            is_solution(path)
                && (!in_solutions || path.starts_with(b"solutions/"))
                && (!of_one || author.to_lowercase().ends_with("<ada@example.com>"))
        };
        let Some(mut expected) = by_git(&repo, counts) else { return Ok(()) };
        let spec = RepoSpec {
            paths: Some(if in_solutions { vec!["solutions".to_owned()] } else { Vec::new() }),
            authors: Some(vec![if of_one { "Ada@Example.com" } else { "*" }.to_owned()]),
            ..repo.spec()
        };
        let changes = scan(&spec).unwrap().changes;
        let found = by_cpt(&changes);
        for (commit, (_, date, _)) in &mut expected {
            if found.get(commit).is_some_and(|(_, date, _)| date.is_none()) {
                *date = None;
            }
        }
        prop_assert_eq!(&found, &expected);
        let changes = changes.into_iter().filter(|change| (0..LAST).contains(&change.date.seconds));
        expected.retain(|_, (_, date, _)| date.as_ref().is_some_and(|date| date.0 < LAST));
        prop_assert_eq!(days_by_cpt(changes.collect()), days_by_git(&expected));
    }

    #[test]
    fn a_later_scan_finds_what_a_whole_one_does(
        steps in vec(step(), 2..14),
        middle in any::<Index>(),
        deleted in 0..6_usize,
    ) {
        let repo = practice();
        let spec = RepoSpec { authors: Some(vec!["*".to_owned()]), ..repo.spec() };
        build(&repo, &steps[..middle.index(steps.len())]);
        let before = scan(&spec).unwrap();
        build(&repo, &steps);
        // The commits of what was built before are in the way of nothing: they are the same, or no longer reachable.
        if let Some(branch) = ["main", "topic/a", "old"].get(deleted) {
            let _ = repo.delete_branch(branch);
        }
        let whole = scan(&spec).unwrap();
        if let Some(memory) = before.memory {
            prop_assert_eq!(rescanned(&spec, &(before.changes, memory)), whole.changes);
        }
    }
}
