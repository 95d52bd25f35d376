//! Reading a repository's objects, with a handle for each thread at a time.
//!
//! Every object that a scan reads is read here: loose ones by `loose`, packed ones by libgit2, each with a limit, and
//! each as the one that is to replace it (git-replace(1)).
//!
//! libgit2 keeps a pack that is open once for the whole process, with a lock that every read takes several times, and
//! with the bases of the deltas that it met, up to 16 MB of them, for as long as any handle has the pack open. It tells
//! packs apart by how their paths are written. So each reader writes the path in a way of its own, and gives its handle
//! back from time to time.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use git2::{ErrorCode, ObjectType, Odb, OdbObject, Oid, Repository};

use super::location::{is_absent, named};
use super::loose::{LooseObjects, too_large};
use super::oids::OidMap;

/// With more packs than this, readers share them: each reader has all packs open, and a process may open few files
/// (256 by default on some systems).
const MOST_PACKS: usize = 12;

/// A handle is kept for one chunk of the work more for each so many bytes of packs, [`MOST_CHUNKS`] at most: what it keeps
/// is little beside packs that size, whose pages are in memory as well, and filling it again takes long.
const PACKED_PER_CHUNK: u64 = 96 << 20;
const MOST_CHUNKS: u64 = 4;

/// With more packed objects than this, trees aren't asked for their size before they are unpacked, which takes a third as
/// long as unpacking them. What stands for a whole world in few bytes has few objects; commits and files, whose sizes
/// are quick to tell or seldom asked for, are always asked.
const FEW_OBJECTS: u64 = 1000;

/// The bytes of an index for each object of its pack (gitformat-pack(5)).
const INDEXED: u64 = 28;

/// How many objects may replace each other in a row, as in git.
const MAX_REPLACED: usize = 5;

/// No larger commits, tags and trees are read: those of the largest repositories have a hundredth of it, and a few
/// bytes can stand for any size.
const MOST_OF_COMMIT: u64 = 16 << 20;
const MOST_OF_TREE: u64 = 64 << 20;

/// No larger file is taken from a pack for its first lines: packs can't be read in part, and no judge takes such a
/// solution.
const MOST_OF_SOLUTION: u64 = 4 << 20;

/// An object that can't be read.
#[derive(Debug, Clone)]
pub(super) struct Unreadable {
    pub reason: String,
    /// Whether it isn't there at all, as many aren't in a partial clone.
    pub missing: bool,
}

impl Unreadable {
    pub fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), missing: false }
    }

    pub fn damaged(id: Oid, why: impl fmt::Display) -> Self {
        Self::new(format!("object {id} can't be read: {why}"))
    }

    /// It is another thing than it should be, or only a part of it.
    pub fn not_whole(id: Oid) -> Self {
        Self::damaged(id, "it doesn't say what it should")
    }
}

impl From<git2::Error> for Unreadable {
    fn from(error: git2::Error) -> Self {
        Self { reason: error.message().to_owned(), missing: error.code() == ErrorCode::NotFound }
    }
}

impl From<Unreadable> for git2::Error {
    fn from(why: Unreadable) -> Self {
        Self::from_str(&why.reason)
    }
}

/// The bytes of an object, or the first of them.
pub(super) enum Object<'r> {
    Packed(OdbObject<'r>),
    Loose(Vec<u8>),
}

impl Object<'_> {
    pub fn data(&self) -> &[u8] {
        match self {
            Self::Packed(object) => object.data(),
            Self::Loose(data) => data,
        }
    }
}

/// Where the objects of a repository are.
pub(super) struct Objects {
    git_dir: PathBuf,
    /// The folder with the objects.
    dir: PathBuf,
    /// Whether readers may each have their own handle on it.
    own_handles: bool,
    loose: LooseObjects,
    /// What is to be read in the place of objects.
    replaced: OidMap<Oid>,
    /// Whether trees are asked for their size, too.
    weighs_trees: bool,
    /// For how many chunks of the work a handle is kept.
    pub chunks: u64,
}

impl Objects {
    pub fn new(repo: &Repository, replaced: OidMap<Oid>) -> Result<Self, Unreadable> {
        let dir = repo.commondir().join("objects");
        let loose = LooseObjects::new(&dir)?;
        let mut packs = Packs::default();
        for folder in loose.folders() {
            packs.add(&folder.join("pack")).map_err(|error| Unreadable::new(error.to_string()))?;
        }
        let chunks = (1 + packs.bytes / PACKED_PER_CHUNK).min(MOST_CHUNKS);
        let own_handles = packs.number <= MOST_PACKS;
        let weighs_trees = packs.index_bytes / INDEXED <= FEW_OBJECTS;
        Ok(Self { git_dir: repo.path().to_owned(), dir, own_handles, loose, replaced, weighs_trees, chunks })
    }

    /// What `read` makes of a handle for the reader of that number. No two may be at work under one number.
    pub fn with<T>(&self, reader: usize, read: impl FnOnce(&Reader<'_>) -> T) -> Result<T, git2::Error> {
        let (loose, replaced, weighs_trees) = (&self.loose, &self.replaced, self.weighs_trees);
        let make = |packs| Reader { packs, loose, replaced, weighs_trees };
        let Some(dir) = self.dir.to_str() else {
            let repo = Repository::open(&self.git_dir)?;
            return Ok(read(&make(repo.odb()?)));
        };
        let odb = Odb::new()?;
        let dots = if self.own_handles { reader + 1 } else { 0 };
        odb.add_disk_alternate(&format!("{dir}{}", "/.".repeat(dots)))?;
        Ok(read(&make(odb)))
    }
}

/// How many packs there are, and how large.
#[derive(Default)]
struct Packs {
    number: usize,
    bytes: u64,
    index_bytes: u64,
}

impl Packs {
    /// Adds the packs in a folder. libgit2 would wait for a fifo among them.
    fn add(&mut self, folder: &Path) -> io::Result<()> {
        let entries = match folder.read_dir() {
            Err(error) if is_absent(&error) => return Ok(()),
            entries => entries.map_err(|error| named(folder, &error))?,
        };
        for entry in entries {
            let path = entry.map_err(|error| named(folder, &error))?.path();
            let is_pack = path.extension().is_some_and(|end| end == "pack");
            let is_index = path.extension().is_some_and(|end| end == "idx");
            let Ok(metadata) = path.metadata() else { continue };
            if !metadata.is_file() && (is_pack || is_index || path.ends_with("multi-pack-index")) {
                return Err(io::Error::other(format!("{} is not a regular file", path.display())));
            }
            if is_pack {
                self.number += 1;
                self.bytes += metadata.len();
            } else if is_index {
                self.index_bytes += metadata.len();
            }
        }
        Ok(())
    }
}

/// A handle on the objects.
pub(super) struct Reader<'r> {
    packs: Odb<'r>,
    loose: &'r LooseObjects,
    replaced: &'r OidMap<Oid>,
    weighs_trees: bool,
}

impl Reader<'_> {
    pub fn commit(&self, id: Oid) -> Result<Object<'_>, Unreadable> {
        self.read(id, ObjectType::Commit, MOST_OF_COMMIT)
    }

    pub fn tree(&self, id: Oid) -> Result<Object<'_>, Unreadable> {
        self.read(id, ObjectType::Tree, MOST_OF_TREE)
    }

    /// A file of `limit` bytes at most.
    pub fn blob(&self, id: Oid, limit: u64) -> Result<Object<'_>, Unreadable> {
        self.read(id, ObjectType::Blob, limit)
    }

    /// The first `most` bytes of a file, or more of them; none where that would mean to read too many.
    pub fn start_of_blob(&self, id: Oid, most: u64) -> Result<Option<Object<'_>>, Unreadable> {
        let id = self.replacement(id)?;
        match self.loose.read_start(id, most) {
            Some(Ok((ObjectType::Blob, data))) => return Ok(Some(Object::Loose(data))),
            Some(Ok(_)) => return Err(not_a(id, ObjectType::Blob)),
            Some(Err(why)) => return Err(why),
            None => {}
        }
        match self.packs.read_header(id)? {
            (_, kind) if kind != ObjectType::Blob => Err(not_a(id, ObjectType::Blob)),
            (size, _) if size as u64 > MOST_OF_SOLUTION => Ok(None),
            _ => Ok(Some(Object::Packed(self.packs.read(id)?))),
        }
    }

    fn read(&self, id: Oid, kind: ObjectType, limit: u64) -> Result<Object<'_>, Unreadable> {
        let id = self.replacement(id)?;
        match self.loose.read(id, limit) {
            Some(Ok((its_kind, data))) if its_kind == kind => Ok(Object::Loose(data)),
            Some(Ok(_)) => Err(not_a(id, kind)),
            Some(Err(why)) => Err(why),
            None => self.packed(id, kind, limit),
        }
    }

    fn packed(&self, id: Oid, kind: ObjectType, limit: u64) -> Result<Object<'_>, Unreadable> {
        let is_fit = |size: usize, its_kind| match () {
            () if its_kind != kind => Err(not_a(id, kind)),
            () if size as u64 > limit => Err(Unreadable::damaged(id, too_large(size as u64, limit))),
            () => Ok(()),
        };
        if kind != ObjectType::Tree || self.weighs_trees {
            let (size, its_kind) = self.packs.read_header(id)?;
            is_fit(size, its_kind)?;
        }
        let object = self.packs.read(id)?;
        is_fit(object.len(), object.kind())?;
        Ok(Object::Packed(object))
    }

    /// The object that is to be read in the place of `id`: itself, unless it is replaced.
    fn replacement(&self, mut id: Oid) -> Result<Oid, Unreadable> {
        if self.replaced.is_empty() {
            return Ok(id);
        }
        for _ in 0..=MAX_REPLACED {
            match self.replaced.get(&id) {
                Some(other) => id = *other,
                None => return Ok(id),
            }
        }
        Err(Unreadable::damaged(id, "too many objects replace each other"))
    }
}

fn not_a(id: Oid, kind: ObjectType) -> Unreadable {
    Unreadable::new(format!("{id} is not a {kind}"))
}
