//! Reading a repository's objects, with a handle for each thread at a time.
//!
//! Every object that a scan reads is read here: loose ones by `loose`, packed ones by libgit2 once `packs` has weighed
//! them, each with a limit, and each as the one that is to replace it (git-replace(1)).
//!
//! libgit2 keeps a pack that is open once for the whole process, with a lock that every read takes several times, and
//! with the bases of the deltas that it met, up to 16 MB of them, for as long as any handle has the pack open. It tells
//! packs apart by how their paths are written. So each reader writes the path in a way of its own, and gives its handle
//! back from time to time.

use std::fmt;
use std::path::PathBuf;

use git2::{ErrorCode, ObjectType, Odb, OdbObject, Oid, Repository};

use super::loose::{LooseObjects, too_large};
use super::oids::OidMap;
use super::packs::{LightPack, MOST_OF_COMMIT, MOST_OF_TREE, Packs, Refusal};

/// With more packs than this, readers share them: each reader has all packs open, and a process may open few files
/// (256 by default on some systems).
const MOST_PACKS: usize = 12;

/// A handle is kept for one chunk of the work more for each so many bytes of packs, [`MOST_CHUNKS`] at most: what it keeps
/// is little beside packs that size, whose pages are in memory as well, and filling it again takes long.
const PACKED_PER_CHUNK: u64 = 96 << 20;
const MOST_CHUNKS: u64 = 4;

/// How many objects may replace each other in a row, as in git.
const MAX_REPLACED: usize = 5;

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
    packs: Packs,
    /// For how many chunks of the work a handle is kept.
    pub chunks: u64,
}

impl Objects {
    /// The objects of `repo`; the packs that are `known` to be light aren't weighed again.
    pub fn new(repo: &Repository, replaced: OidMap<Oid>, known: &[LightPack]) -> Result<Self, Unreadable> {
        let dir = repo.commondir().join("objects");
        let loose = LooseObjects::new(&dir)?;
        let packs =
            Packs::weigh(loose.folders(), known).map_err(|error| Unreadable::new(error.to_string()))?;
        let chunks = (1 + packs.bytes / PACKED_PER_CHUNK).min(MOST_CHUNKS);
        let own_handles = packs.number <= MOST_PACKS;
        Ok(Self { git_dir: repo.path().to_owned(), dir, own_handles, loose, replaced, packs, chunks })
    }

    /// The packs that the next scan needn't weigh.
    pub fn light_packs(&self) -> Vec<LightPack> {
        self.packs.light.clone()
    }

    /// What `read` makes of a handle for the reader of that number. No two may be at work under one number.
    pub fn with<T>(&self, reader: usize, read: impl FnOnce(&Reader<'_>) -> T) -> Result<T, git2::Error> {
        let make = |odb| Reader { odb, loose: &self.loose, packs: &self.packs, replaced: &self.replaced };
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

/// A handle on the objects.
pub(super) struct Reader<'r> {
    odb: Odb<'r>,
    loose: &'r LooseObjects,
    packs: &'r Packs,
    replaced: &'r OidMap<Oid>,
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
        match self.packs.refusal(id) {
            Some(Refusal::TooLarge { kind: ObjectType::Blob, .. }) => Ok(None),
            Some(refusal) => Err(refused(id, ObjectType::Blob, refusal)),
            None => self.unpacked(id, ObjectType::Blob).map(Some),
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
        if let Some(refusal) = self.packs.refusal(id) {
            return Err(refused(id, kind, refusal));
        }
        let object = self.unpacked(id, kind)?;
        let size = object.data().len() as u64;
        if size > limit { Err(Unreadable::damaged(id, too_large(size, limit))) } else { Ok(object) }
    }

    fn unpacked(&self, id: Oid, kind: ObjectType) -> Result<Object<'_>, Unreadable> {
        let object = self.odb.read(id)?;
        if object.kind() == kind { Ok(Object::Packed(object)) } else { Err(not_a(id, kind)) }
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

fn refused(id: Oid, wanted: ObjectType, refusal: Refusal) -> Unreadable {
    match refusal {
        Refusal::TooLarge { kind, .. } if kind != wanted => not_a(id, wanted),
        Refusal::TooLarge { size, limit, .. } => Unreadable::damaged(id, too_large(size, limit)),
        Refusal::TooDeep => Unreadable::damaged(id, "it is a delta on more than cpt unpacks for one object"),
        Refusal::Unreadable => Unreadable::damaged(id, "its place in the pack holds no whole object"),
    }
}

fn not_a(id: Oid, kind: ObjectType) -> Unreadable {
    Unreadable::new(format!("{id} is not a {kind}"))
}
