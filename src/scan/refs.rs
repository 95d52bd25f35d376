//! Where `HEAD` and the branches are, and which objects are replaced.
//!
//! libgit2 reads, sorts and copies every reference before it gives one away, and the clone of a popular repository has
//! thousands that are no branches. So the files that hold them are read here, each with a bound.
//!
//! Source: gitrepository-layout(5), git-pack-refs(1), git-replace(1).

use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};

use git2::{Error, Oid, Reference, Repository};

use super::location::{MOST_OF_LIST, MOST_OF_POINTER, is_absent, named};
use super::object::oid_of_hex;
use crate::files::{Links, read_bounded};

/// What the names of branches begin with.
const BRANCHES: &str = "refs/heads/";

/// What the names of branches begin with as they were at `origin` when that was last asked.
const AT_ORIGIN: &str = "refs/remotes/origin/";

/// What the names of replacements begin with; the id of what is replaced follows.
const REPLACEMENTS: &str = "refs/replace/";

/// How many references may point to each other in a row, as in git.
const MAX_SYMBOLIC: usize = 5;

/// The references of a repository that a scan depends on.
#[derive(Debug, Default)]
pub(super) struct Refs {
    /// Where `HEAD` is; none where there is no commit yet.
    pub head: Option<Oid>,
    /// Where the branches are by name, and first a `HEAD` that is on none; each commit once.
    pub tips: Vec<Oid>,
    /// The objects that are read in the place of others.
    pub replaced: BTreeMap<Oid, Oid>,
    /// Why references can't be read, for each that can't.
    pub broken: Vec<String>,
}

impl Refs {
    pub fn read(repo: &Repository) -> Result<Self, Error> {
        let files = RefFiles::of(repo)?;
        let mut broken = Vec::new();
        let branches = files.below(BRANCHES, &mut broken)?;
        let mut replaced = BTreeMap::new();
        for (name, new) in files.below(REPLACEMENTS, &mut broken)? {
            replaced.extend(oid_of_hex(&name[REPLACEMENTS.len()..]).map(|old| (old, new)));
        }
        let mut detached = None;
        let path = repo.path().join("HEAD");
        let head =
            match RefFiles::content(&path).map_err(|error| failed(&error))?.ok_or_else(|| damaged(&path))? {
                Content::Id(id) => {
                    detached = Some(id);
                    detached
                }
                Content::Name(name) if name.starts_with(BRANCHES) => branches.get(name.as_bytes()).copied(),
                Content::Name(name) => files.resolve(&name, 1)?,
            };
        let mut tips: Vec<Oid> = detached.into_iter().chain(branches.into_values()).collect();
        let mut seen = HashSet::new();
        tips.retain(|tip| seen.insert(*tip));
        Ok(Self { head, tips, replaced, broken })
    }
}

impl Refs {
    /// Where the reference is that git means by a short name.
    pub fn named(repo: &Repository, name: &str) -> Option<Oid> {
        let files = RefFiles::of(repo).ok()?;
        ["", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/"]
            .iter()
            .map(|folder| format!("{folder}{name}"))
            .filter(|full| Reference::is_valid_name(full))
            .find_map(|full| files.resolve(&full, 0).ok().flatten())
    }
}

impl Refs {
    /// The branches here and at `origin`, by name; those whose names aren't UTF-8 are left out.
    pub fn branches(repo: &Repository) -> Result<BTreeMap<String, Oid>, Error> {
        let files = RefFiles::of(repo)?;
        let mut branches = BTreeMap::new();
        for folder in [AT_ORIGIN, BRANCHES] {
            for (name, tip) in files.below(folder, &mut Vec::new())? {
                branches.extend(str::from_utf8(&name[folder.len()..]).map(|name| (name.to_owned(), tip)));
            }
        }
        Ok(branches)
    }

    /// Where a branch of this name is: here, else where it was at `origin` when that was last asked.
    pub fn branch(repo: &Repository, name: &str) -> Option<Oid> {
        let files = RefFiles::of(repo).ok()?;
        [BRANCHES, AT_ORIGIN]
            .iter()
            .map(|folder| format!("{folder}{name}"))
            .filter(|full| Reference::is_valid_name(full))
            .find_map(|full| files.resolve(&full, 0).ok().flatten())
    }
}

/// What a file with a reference says.
enum Content {
    Id(Oid),
    /// Another reference.
    Name(String),
}

/// The files that hold references.
struct RefFiles {
    common: PathBuf,
    /// The file that git puts references into that don't change much.
    packed: PathBuf,
    text: Vec<u8>,
}

impl RefFiles {
    fn of(repo: &Repository) -> Result<Self, Error> {
        let common = repo.commondir().to_owned();
        let packed = common.join("packed-refs");
        let text = match read_bounded(&packed, MOST_OF_LIST, Links::Follow) {
            Err(error) if is_absent(&error) => Vec::new(),
            read => read.map_err(|error| failed(&named(&packed, &error)))?,
        };
        Ok(Self { common, packed, text })
    }

    /// The references whose names begin with `prefix`, by name.
    fn below(&self, prefix: &str, broken: &mut Vec<String>) -> Result<BTreeMap<Vec<u8>, Oid>, Error> {
        let mut refs = BTreeMap::new();
        for line in self.packed() {
            let (id, name) = line?;
            if name.starts_with(prefix.as_bytes()) {
                refs.insert(name.to_vec(), oid_of_hex(id).ok_or_else(|| damaged(&self.packed))?);
            }
        }
        for (name, path) in self.loose(prefix)? {
            match self.loose_id(&name, &path) {
                Ok(Some(id)) => _ = refs.insert(name, id),
                Ok(None) => {}
                Err(error) => broken.push(error.message().to_owned()),
            }
        }
        Ok(refs)
    }

    /// The lines of the packed references: an id's digits and a name.
    fn packed(&self) -> impl Iterator<Item = Result<(&[u8], &[u8]), Error>> {
        let lines = self.text.split(|&byte| byte == b'\n').enumerate();
        // A line of its own says what an annotated tag is put on.
        let lines =
            lines.filter(|(_, line)| !line.is_empty() && !line.starts_with(b"#") && !line.starts_with(b"^"));
        lines.map(|(number, line)| {
            let parts = line.split_at_checked(40);
            let parts = parts.and_then(|(id, name)| Some((id, name.strip_prefix(b" ")?.trim_ascii_end())));
            let path = self.packed.display();
            parts.ok_or_else(|| Error::from_str(&format!("{path} is damaged in line {}", number + 1)))
        })
    }

    /// The files that hold a reference each, with its name.
    fn loose(&self, prefix: &str) -> Result<Vec<(Vec<u8>, PathBuf)>, Error> {
        let mut files = Vec::new();
        let mut folders = vec![(prefix.as_bytes().to_vec(), self.common.join(prefix))];
        while let Some((inside, folder)) = folders.pop() {
            let entries = match folder.read_dir() {
                Err(error) if is_absent(&error) => continue,
                read => read.map_err(|error| failed(&named(&folder, &error)))?,
            };
            for entry in entries {
                let entry = entry.map_err(|error| failed(&named(&folder, &error)))?;
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

    /// Where the reference in a file is; nothing where it has gone meanwhile, or where it is none by its name.
    fn loose_id(&self, name: &[u8], path: &Path) -> Result<Option<Oid>, Error> {
        let is_name = std::str::from_utf8(name).is_ok_and(Reference::is_valid_name);
        match Self::content(path) {
            Ok(Some(Content::Id(id))) => Ok(Some(id)),
            // Editors and desktops leave files of their own.
            _ if !is_name && std::str::from_utf8(name).is_ok() => Ok(None),
            Ok(None) if path.symlink_metadata().is_err() => Ok(None),
            Ok(None) => Err(damaged(path)),
            Ok(Some(Content::Name(to))) => self
                .resolve(&to, 1)?
                .map(Some)
                .ok_or_else(|| Error::from_str(&format!("there is no {to}, which {} means", path.display()))),
            Err(error) => Err(failed(&error)),
        }
    }

    /// Where a reference is; nothing where there is none of that name.
    fn resolve(&self, name: &str, depth: usize) -> Result<Option<Oid>, Error> {
        if depth > MAX_SYMBOLIC || !Reference::is_valid_name(name) {
            return Err(Error::from_str(&format!("{name} leads nowhere")));
        }
        let path = self.common.join(name);
        match Self::content(&path) {
            Ok(Some(Content::Id(id))) => return Ok(Some(id)),
            Ok(Some(Content::Name(name))) => return self.resolve(&name, depth + 1),
            Ok(None) if path.is_file() => return Err(damaged(&path)),
            Ok(None) => {}
            Err(error) => return Err(failed(&error)),
        }
        for line in self.packed() {
            let (id, packed) = line?;
            if packed == name.as_bytes() {
                return oid_of_hex(id).map(Some).ok_or_else(|| damaged(&self.packed));
            }
        }
        Ok(None)
    }

    /// What the file of a reference says; nothing where there is none, or where it says nothing that is understood.
    fn content(path: &Path) -> io::Result<Option<Content>> {
        let text = match read_bounded(path, MOST_OF_POINTER, Links::Follow) {
            Err(error) if is_absent(&error) || path.is_dir() => return Ok(None),
            read => read.map_err(|error| named(path, &error))?,
        };
        let text = text.trim_ascii();
        let name = text.strip_prefix(b"ref:").and_then(|name| std::str::from_utf8(name.trim_ascii()).ok());
        Ok(oid_of_hex(text).map(Content::Id).or_else(|| name.map(|name| Content::Name(name.to_owned()))))
    }
}

fn damaged(path: &Path) -> Error {
    Error::from_str(&format!("{} is damaged", path.display()))
}

fn failed(error: &io::Error) -> Error {
    Error::from_str(&error.to_string())
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
        let found = Refs::read(&repo).unwrap();
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
        let found = Refs::read(&repo).unwrap();
        assert_eq!((found.head, &found.tips[..]), (Some(ids[0]), &[ids[0], ids[1]][..]));
        repo.set_head("refs/heads/none").unwrap();
        let found = Refs::read(&repo).unwrap();
        assert_eq!((found.head, &found.tips[..]), (None, &ids[1..]));
        repo.reference("refs/elsewhere/x", ids[0], true, "").unwrap();
        std::fs::write(repo.path().join("HEAD"), "ref: refs/elsewhere/x\n").unwrap();
        assert_eq!(Refs::read(&repo).unwrap().head, Some(ids[0]));
    }

    #[test]
    fn a_damaged_branch_is_said_and_the_others_are_read() {
        let (_dir, repo, ids) = repository(1);
        for (name, text) in [("torn", ""), ("odd", "0123\n"), ("lost", "ref: refs/heads/nowhere\n")] {
            std::fs::write(repo.path().join("refs/heads").join(name), text).unwrap();
        }
        let found = Refs::read(&repo).unwrap();
        assert_eq!((found.tips, found.broken.len()), (ids, 3));
        for damaged in ["0123", "# x\n0123456789012345678901234567890123456789\n", "\n<html>\n"] {
            std::fs::write(repo.path().join("packed-refs"), damaged).unwrap();
            let error = Refs::read(&repo).unwrap_err();
            assert!(error.message().contains("packed-refs is damaged in line"), "{error}");
        }
    }
}
