//! Repositories that are damaged, or made to do harm: what a scan says of them is right, or says that it isn't whole.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use cpt_tracker::model::{RepoSpec, ScanWarning};
use cpt_tracker::scan::{RepoScan, scan};
use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::{Practice, day, git, practice};

/// Long enough for any scan of these on any machine.
const LONG: Duration = Duration::from_mins(1);

/// What a scan finds; a hang is a failure.
pub fn scanned(spec: &RepoSpec) -> Result<RepoScan, String> {
    let (sender, receiver) = mpsc::channel();
    let spec = spec.clone();
    std::thread::spawn(move || {
        let _ = sender.send(scan(&spec).map_err(|error| error.to_string()));
    });
    receiver.recv_timeout(LONG).expect("the scan neither ended nor failed")
}

/// Whether what is found is all there is, or is said not to be.
pub fn is_honest(found: &Result<RepoScan, String>, whole: &RepoScan) -> bool {
    found.as_ref().map_or(true, |found| {
        found.changes == whole.changes || found.warnings.iter().any(ScanWarning::is_incomplete)
    })
}

/// Three commits; the second file is named by its header alone.
pub fn small() -> Practice {
    let repo = practice();
    repo.commit(day(1)).write("solutions/codeforces/4/A.rs", "1").finish().unwrap();
    let link = "// https://codeforces.com/contest/4/problem/C\n";
    repo.commit(day(2)).write("solutions/other/x.rs", link).finish().unwrap();
    repo.commit(day(3)).write("solutions/codeforces/4/B.rs", "2").finish().unwrap();
    repo
}

/// The files of loose objects.
fn loose(repo: &Practice) -> Vec<PathBuf> {
    let folders =
        fs::read_dir(repo.dir.path().join(".git/objects")).unwrap().map(|entry| entry.unwrap().path());
    let folders = folders.filter(|folder| folder.file_name().unwrap().len() == 2);
    let mut files: Vec<PathBuf> =
        folders.flat_map(|folder| fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// Puts `bytes` in the place of a file that may be read-only.
pub fn replace(file: &Path, bytes: &[u8]) {
    fs::remove_file(file).unwrap();
    fs::write(file, bytes).unwrap();
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    std::io::Write::write_all(&mut encoder, bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn a_loose_object_that_is_cut_off_anywhere_is_neither_waited_for_nor_passed_over() {
    let repo = small();
    let whole = repo.scan();
    for file in loose(&repo) {
        let bytes = fs::read(&file).unwrap();
        for length in 0..bytes.len() {
            replace(&file, &bytes[..length]);
            let found = scanned(&repo.spec());
            assert!(is_honest(&found, &whole), "{} cut off at {length}: {found:?}", file.display());
        }
        replace(&file, &bytes);
    }
    assert_eq!(scanned(&repo.spec()).unwrap(), whole);
}

#[test]
fn a_loose_object_that_is_no_object_or_another_one_is_said() {
    let repo = small();
    let whole = repo.scan();
    let files = loose(&repo);
    let other = fs::read(&files[0]).unwrap();
    let long = [&b"commit 3\0"[..], &vec![b'x'; 1 << 20][..]].concat();
    let endless = [&b"blob 99999999999999999999\0"[..], b"x"].concat();
    let texts: [&[u8]; 8] = [
        b"blob 1\0xx",
        b"tree 100\0x",
        &long,
        b"commit -1\0x",
        b"tree 18446744073709551615\0x",
        &endless,
        b"none 1\0x",
        b"no header at all, and no end of it either",
    ];
    let mut damages: Vec<Vec<u8>> = texts.iter().map(|text| deflated(text)).collect();
    // What follows an object; the form that loose objects had before 2006; neither.
    damages.extend([[&other[..], b"more"].concat(), vec![0x95, 0x0a, 0x78], vec![0xff; 5000], other]);
    for file in &files[1..] {
        let bytes = fs::read(file).unwrap();
        for (number, damage) in damages.iter().enumerate() {
            replace(file, damage);
            let found = scanned(&repo.spec());
            assert!(is_honest(&found, &whole), "{} with {number}: {found:?}", file.display());
        }
        replace(file, &bytes);
    }
}

#[test]
fn references_that_are_torn_are_said() {
    let repo = small();
    let whole = repo.scan();
    for (name, text) in [
        ("refs/heads/main", ""),
        ("refs/heads/main", "0123456789\n"),
        ("refs/heads/main", "ref: refs/heads/main\n"),
        ("refs/heads/other", "0123456789012345678901234567890123456789\n"),
        ("HEAD", ""),
        ("HEAD", "\0\0\0\0\0\0"),
        ("packed-refs", "0123"),
        ("objects/info/alternates", &"/x/".repeat(100_000)),
    ] {
        let file = repo.dir.path().join(".git").join(name);
        let before = fs::read(&file).ok();
        fs::write(&file, text).unwrap();
        let found = scanned(&repo.spec());
        let is_said =
            found.as_ref().map_or(true, |found| found.warnings.iter().any(ScanWarning::is_incomplete));
        assert!(is_said, "{name} with {text:?}: {found:?}");
        match before {
            Some(bytes) => fs::write(&file, bytes).unwrap(),
            None => fs::remove_file(&file).unwrap(),
        }
    }
    assert_eq!(scanned(&repo.spec()).unwrap(), whole);
}

#[test]
fn a_few_objects_that_stand_for_more_files_than_fit_are_bounded() {
    let repo = practice();
    let good = repo.commit(day(1)).write("codeforces/4/A.rs", "1").finish().unwrap();
    repo.branch("good", good).unwrap();
    let raw = git2::Repository::open(repo.path()).unwrap();
    let blob = raw.blob(b"x").unwrap();
    let tree_of = |kind: &str, id: git2::Oid| {
        let names = (0..10).map(|number| format!("{number}{}", if kind == "40000" { "" } else { ".rs" }));
        let entries: Vec<u8> =
            names.flat_map(|name| [format!("{kind} {name}\0").as_bytes(), id.as_bytes()].concat()).collect();
        raw.odb().unwrap().write(git2::ObjectType::Tree, &entries).unwrap()
    };
    // Ten files, ten times over, eight times.
    let bomb = (0..7).fold(tree_of("100644", blob), |tree, _| tree_of("40000", tree));
    let text =
        format!("tree {bomb}\nauthor Ada <ada@example.com> 1704510000 +0900\ncommitter a <a> 1 +0000\n\nx\n");
    let bomb = raw.odb().unwrap().write(git2::ObjectType::Commit, text.as_bytes()).unwrap();
    raw.reference("refs/heads/bomb", bomb, true, "").unwrap();
    let found = scanned(&repo.spec()).unwrap();
    assert_eq!(found.changes.len(), 1);
    let [ScanWarning::Unreadable { commits: 1, reason, .. }] = &found.warnings[..] else {
        panic!("{:?}", found.warnings)
    };
    assert!(reason.contains("more files than cpt compares"), "{reason}");
}

#[test]
fn only_the_first_lines_of_a_huge_file_are_read_and_no_huge_commit_at_all() {
    let repo = small();
    let whole = repo.scan();
    let link = b"// https://codeforces.com/contest/4/problem/D\n";
    repo.commit(day(4))
        .write("solutions/huge/x.rs", [&link[..], &vec![b' '; 64 << 20]].concat())
        .finish()
        .unwrap();
    let found = repo.scan();
    assert_eq!(found.changes.len(), whole.changes.len() + 1);
    let named = &found.changes.last().unwrap().files[0].problems;
    assert_eq!(named[0].problem.to_string(), "codeforces/4/D");
    repo.commit(day(5)).write("solutions/y.rs", "3").message(vec![b'x'; 20 << 20]).finish().unwrap();
    let found = scanned(&repo.spec()).unwrap();
    assert!(found.warnings.iter().any(ScanWarning::is_incomplete), "{:?}", found.warnings);
}

#[test]
fn a_replaced_commit_counts_as_what_replaces_it() {
    let repo = small();
    let old = repo.tip("main").unwrap();
    let new = repo.commit(day(9)).on_no_branch().write("solutions/codeforces/4/Z.rs", "1").finish().unwrap();
    let raw = git2::Repository::open(repo.path()).unwrap();
    let hex = |id: cpt_tracker::model::CommitId| git2::Oid::from_bytes(&id.0).unwrap();
    raw.reference(&format!("refs/replace/{}", hex(old)), hex(new), true, "").unwrap();
    let found = repo.scan();
    assert_eq!(found.changes.last().unwrap().files[0].path.to_string(), "solutions/codeforces/4/Z.rs");
    repo.configure("core.useReplaceRefs", "false").unwrap();
    assert_eq!(repo.scan().changes.last().unwrap().files[0].path.to_string(), "solutions/codeforces/4/B.rs");
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_never_waited_for() {
    use std::os::unix::fs::symlink;

    let repo = small();
    let whole = repo.scan();
    git(repo.dir.path(), &["pack-refs", "--all"]);
    let main = loose(&repo);
    let git_dir = repo.dir.path().join(".git");
    fs::write(git_dir.join("included"), "[include]\npath = \"also\" ; included\n").unwrap();
    git(repo.dir.path(), &["config", "include.path", "included"]);
    let names = [
        "HEAD",
        "config",
        "included",
        "also",
        "config.worktree",
        "shallow",
        "packed-refs",
        "refs/heads/x",
        "info/grafts",
        "objects/info/alternates",
        "objects/pack/pack-x.idx",
        "objects/pack/multi-pack-index",
    ];
    let files = names
        .iter()
        .map(|name| git_dir.join(name))
        .chain([repo.dir.path().join(".mailmap"), main[0].clone()]);
    for file in files {
        let kept = repo.dir.path().join("kept");
        let was_there = fs::rename(&file, &kept).is_ok();
        for linked in [false, true] {
            let fifo = repo.dir.path().join("fifo");
            nix::unistd::mkfifo(&fifo, nix::sys::stat::Mode::S_IRWXU).unwrap();
            if linked {
                symlink(&fifo, &file).unwrap();
            } else {
                fs::rename(&fifo, &file).unwrap();
            }
            let found = scanned(&repo.spec());
            assert!(
                found.as_ref().map_or(true, |found| !found.warnings.is_empty()),
                "{}: {found:?}",
                file.display()
            );
            assert!(is_honest(&found, &whole), "{}: {found:?}", file.display());
            fs::remove_file(&file).unwrap();
            let _ = fs::remove_file(&fifo);
        }
        if was_there {
            fs::rename(&kept, &file).unwrap();
        }
    }
    assert_eq!(scanned(&repo.spec()).unwrap().changes, whole.changes);
}

#[cfg(unix)]
#[test]
fn a_mailmap_is_followed_nowhere_and_read_up_to_a_limit() {
    let repo = small();
    let outside = repo.dir.path().join("outside");
    fs::write(&outside, "Eve <eve@example.com> <ada@example.com>\n").unwrap();
    let mailmap = repo.dir.path().join(".mailmap");
    std::os::unix::fs::symlink(&outside, &mailmap).unwrap();
    let found = scanned(&repo.spec()).unwrap();
    assert_eq!((found.changes.len(), &found.warnings[..]), (3, &[ScanWarning::LinkedMailmap][..]));
    fs::remove_file(&mailmap).unwrap();
    fs::File::create(&mailmap).unwrap().set_len(1 << 30).unwrap();
    let found = scanned(&repo.spec()).unwrap();
    assert!(matches!(&found.warnings[..], [ScanWarning::UnreadMailmap { .. }]), "{:?}", found.warnings);
}
