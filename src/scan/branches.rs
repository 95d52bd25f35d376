//! Where `HEAD` and the branches are.
//!
//! libgit2 reads, sorts and copies every reference before it gives one away, and the clone of a popular repository has
//! thousands that are no branches. So the files that hold them are read here, and what isn't plainly an id in them is
//! left to libgit2.
//!
//! Source: gitrepository-layout(5), git-pack-refs(1).

use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};

use git2::{Error, Oid, Reference, Repository};

use super::object::oid_of_hex;

/// What the names of branches begin with.
const BRANCHES: &str = "refs/heads/";

/// The branches of a repository, and its `HEAD`.
#[derive(Debug, Default)]
pub(super) struct Branches {
    /// Where `HEAD` is; none where there is no commit yet.
    pub head: Option<Oid>,
    /// Where the branches are by name, and first a `HEAD` that is on none; each commit once.
    pub tips: Vec<Oid>,
    /// Why branches can't be read, for each that can't.
    pub broken: Vec<String>,
}

impl Branches {
    pub fn read(repo: &Repository) -> Result<Self, Error> {
        let mut branches = packed(repo)?;
        let mut broken = Vec::new();
        for (name, path) in loose(repo)? {
            match of_file(repo, &name, &path) {
                Some(Ok(id)) => _ = branches.insert(name, id),
                Some(Err(error)) => broken.push(error.message().to_owned()),
                None => {}
            }
        }
        let mut tips: Vec<Oid> = branches.values().copied().collect();
        let head = repo.find_reference("HEAD").ok();
        let head = head.and_then(|head| match head.symbolic_target_bytes() {
            Some(branch) if branch.starts_with(BRANCHES.as_bytes()) => branches.get(branch).copied(),
            Some(_) => repo.refname_to_id("HEAD").ok(),
            None => {
                tips.splice(0..0, head.target());
                head.target()
            }
        });
        let mut seen = HashSet::new();
        tips.retain(|tip| seen.insert(*tip));
        Ok(Self { head, tips, broken })
    }
}

/// The branches in the file that git puts references into that don't change much.
fn packed(repo: &Repository) -> Result<BTreeMap<Vec<u8>, Oid>, Error> {
    let path = repo.commondir().join("packed-refs");
    let text = match std::fs::read(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeMap::new()),
        read => read.map_err(failed(&path))?,
    };
    let mut branches = BTreeMap::new();
    for (number, line) in text.split(|&byte| byte == b'\n').enumerate() {
        let damaged = || Error::from_str(&format!("{} is damaged in line {}", path.display(), number + 1));
        // A line of its own says what an annotated tag is put on.
        if line.is_empty() || line.starts_with(b"#") || line.starts_with(b"^") {
            continue;
        }
        let (id, name) = line.split_at_checked(40).ok_or_else(damaged)?;
        let name = name.strip_prefix(b" ").ok_or_else(damaged)?.trim_ascii_end();
        if name.starts_with(BRANCHES.as_bytes()) {
            branches.insert(name.to_vec(), oid_of_hex(id).ok_or_else(damaged)?);
        }
    }
    Ok(branches)
}

/// The files that hold a branch each, with its name.
fn loose(repo: &Repository) -> Result<Vec<(Vec<u8>, PathBuf)>, Error> {
    let mut files = Vec::new();
    let mut folders = vec![(BRANCHES.as_bytes().to_vec(), repo.commondir().join(BRANCHES))];
    while let Some((inside, folder)) = folders.pop() {
        let entries = match std::fs::read_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            read => read.map_err(failed(&folder))?,
        };
        for entry in entries {
            let entry = entry.map_err(failed(&folder))?;
            let name = [&inside, entry.file_name().as_encoded_bytes()].concat();
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push(([&name[..], b"/"].concat(), entry.path()));
            } else if !name.ends_with(b".lock") {
                files.push((name, entry.path()));
            }
        }
    }
    Ok(files)
}

/// What the file of a branch says; nothing where it has gone meanwhile, or where it is none by its name.
fn of_file(repo: &Repository, name: &[u8], path: &Path) -> Option<Result<Oid, Error>> {
    let text = match std::fs::read(path).map_err(|error| (error.kind(), failed(path)(error))) {
        Ok(text) => text,
        Err((io::ErrorKind::NotFound, _)) => return None,
        Err((_, error)) => return Some(Err(error)),
    };
    if let Some(id) = oid_of_hex(text.trim_ascii()) {
        return Some(Ok(id));
    }
    let Ok(name) = std::str::from_utf8(name) else {
        return Some(Err(Error::from_str(&format!("{} is damaged", path.display()))));
    };
    Reference::is_valid_name(name).then(|| repo.refname_to_id(name))
}

fn failed(path: &Path) -> impl Fn(io::Error) -> Error {
    move |error| Error::from_str(&format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::AuthorDate;
    use crate::sample::repo::RepoBuilder;

    /// A repository with so many commits.
    fn repository(commits: u8) -> (tempfile::TempDir, Repository, Vec<Oid>) {
        let dir = tempfile::tempdir().unwrap();
        let builder = RepoBuilder::init(dir.path(), "Ada", "ada@example.com").unwrap();
        let commit = |number: u8| {
            let date = AuthorDate { seconds: 1_700_000_000, offset_minutes: 0 };
            let commit = builder.commit(date).write("a.rs", [number]).finish().unwrap();
            Oid::from_bytes(&commit.0).unwrap()
        };
        let ids = (0..commits).map(commit).collect();
        let repo = Repository::open(dir.path()).unwrap();
        (dir, repo, ids)
    }

    fn by_libgit2(repo: &Repository) -> Vec<Oid> {
        let branches = repo.references_glob("refs/heads/*").unwrap();
        let mut tips: Vec<Oid> =
            branches.filter_map(|branch| branch.unwrap().resolve().ok()?.target()).collect();
        tips.sort_unstable();
        tips.dedup();
        tips
    }

    #[test]
    fn branches_are_where_libgit2_finds_them() {
        let (_dir, repo, ids) = repository(7);
        let write = |name: &str, text: &str| {
            let path = repo.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        let packed = [
            "# pack-refs with: peeled fully-peeled sorted \n".to_owned(),
            format!("{} refs/heads/deep/er/one\n{} refs/heads/moved\n", ids[0], ids[1]),
            format!("{} refs/pull/1/head\n{} refs/tags/v1\n^{}\n", ids[5], ids[5], ids[5]),
        ];
        write("packed-refs", &packed.concat());
        write("refs/heads/moved", &format!("{}\n", ids[2]));
        write("refs/heads/topic/new", &format!("{}\n", ids[3]));
        write("refs/heads/alias", "ref: refs/heads/deep/er/one\n");
        write("refs/heads/topic/other.lock", &format!("{}\n", ids[4]));
        write("refs/heads/.DS_Store", "\0\0");
        std::fs::create_dir_all(repo.path().join("refs/heads/empty")).unwrap();
        let found = Branches::read(&repo).unwrap();
        assert!(found.broken.is_empty(), "{:?}", found.broken);
        assert_eq!(found.head, Some(ids[6]));
        let mut tips = found.tips;
        tips.sort_unstable();
        assert_eq!(tips, by_libgit2(&repo));
        assert_eq!(tips.len(), 4);
    }

    #[test]
    fn head_may_be_on_no_branch_or_on_one_without_commits() {
        let (_dir, repo, ids) = repository(2);
        repo.set_head_detached(ids[0]).unwrap();
        let found = Branches::read(&repo).unwrap();
        assert_eq!((found.head, &found.tips[..]), (Some(ids[0]), &[ids[0], ids[1]][..]));
        repo.set_head("refs/heads/none").unwrap();
        let found = Branches::read(&repo).unwrap();
        assert_eq!((found.head, &found.tips[..]), (None, &ids[1..]));
        repo.reference("refs/elsewhere/x", ids[0], true, "").unwrap();
        std::fs::write(repo.path().join("HEAD"), "ref: refs/elsewhere/x\n").unwrap();
        assert_eq!(Branches::read(&repo).unwrap().head, Some(ids[0]));
    }

    #[test]
    fn a_damaged_branch_is_said_and_the_others_are_read() {
        let (_dir, repo, ids) = repository(1);
        for (name, text) in [("torn", ""), ("odd", "0123\n"), ("lost", "ref: refs/heads/nowhere\n")] {
            std::fs::write(repo.path().join("refs/heads").join(name), text).unwrap();
        }
        let found = Branches::read(&repo).unwrap();
        assert_eq!((found.tips, found.broken.len()), (ids, 3));
        for damaged in ["0123", "# x\n0123456789012345678901234567890123456789\n", "\n<html>\n"] {
            std::fs::write(repo.path().join("packed-refs"), damaged).unwrap();
            let error = Branches::read(&repo).unwrap_err();
            assert!(error.message().contains("packed-refs is damaged in line"), "{error}");
        }
    }
}
