//! A random walk over damaged repositories: whatever is done to its objects and references, a scan ends, and what it
//! finds is all there is or is said not to be.

use std::fs;
use std::path::{Path, PathBuf};

use cpt_tracker::model::RepoSpec;

use crate::damage::{is_honest, replace, scanned, small};
use crate::git;

/// `SplitMix64`, a generator of pseudorandom numbers.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }
}

/// Copies a folder and everything in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The files whose loss or change git notices: objects, packs with their indexes, branches.
fn targets(git_dir: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![git_dir.join("objects"), git_dir.join("refs/heads")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if name != "info" {
                    folders.push(path);
                }
            } else if path.extension().is_none_or(|end| end != "rev" && end != "bitmap") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// Does one random harm, and says which.
fn harm(random: &mut Random, git_dir: &Path) -> String {
    let files = targets(git_dir);
    let file = &files[random.below(files.len())];
    let mut bytes = fs::read(file).unwrap_or_default();
    let is_ref = file.starts_with(git_dir.join("refs"));
    let what = match random.below(if is_ref { 3 } else { 6 }) {
        0 => {
            bytes.truncate(random.below(bytes.len().clamp(1, 40)));
            replace(file, &bytes);
            "cut off"
        }
        1 if !bytes.is_empty() => {
            let at = random.below(bytes.len().min(if is_ref { 40 } else { usize::MAX }));
            bytes[at] ^= 1 << random.below(8);
            replace(file, &bytes);
            "a bit flipped"
        }
        2 => {
            let noise: Vec<u8> = (0..random.below(200)).map(|_| random.below(256) as u8).collect();
            replace(file, &noise);
            "noise"
        }
        3 => {
            bytes.truncate(random.below(bytes.len().max(1)));
            replace(file, &bytes);
            "cut off anywhere"
        }
        4 => {
            fs::remove_file(file).unwrap();
            "removed"
        }
        _ => {
            fs::remove_file(file).unwrap();
            fs::create_dir(file).unwrap();
            "a folder"
        }
    };
    format!("{what}: {}", file.strip_prefix(git_dir).unwrap().display())
}

#[test]
fn whatever_is_damaged_the_answer_is_whole_or_said_not_to_be() {
    let repo = small();
    let whole = repo.scan();
    let packed = tempfile::tempdir().unwrap();
    copy(repo.dir.path(), packed.path());
    let has_git = git(packed.path(), &["repack", "-q", "-a", "-d", "-f"]).is_some();
    let sources = [repo.dir.path(), packed.path()];
    for seed in 0..120 {
        let mut random = Random(seed);
        let dir = tempfile::tempdir().unwrap();
        copy(sources[if has_git { random.below(2) } else { 0 }], dir.path());
        let harms: Vec<String> =
            (0..=random.below(3)).map(|_| harm(&mut random, &dir.path().join(".git"))).collect();
        let found = scanned(&RepoSpec { label: ".".to_owned(), ..RepoSpec::new(dir.path()) });
        assert!(is_honest(&found, &whole), "seed {seed}, {harms:?}: {found:?}");
    }
}
