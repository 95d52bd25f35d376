//! Handles on a repository's objects, one for each thread at a time.
//!
//! libgit2 keeps a pack that is open once for the whole process, with a lock that every read takes several times, and
//! with the bases of the deltas that it met, up to 16 MB of them, for as long as any handle has the pack open. It tells
//! packs apart by how their paths are written. So each reader writes the path in a way of its own, and gives its handle
//! back from time to time.

use std::fs::DirEntry;
use std::path::PathBuf;

use git2::{Odb, Repository};

/// With more packs than this, readers share them: each reader has all packs open, and a process may open few files
/// (256 by default on some systems).
const MOST_PACKS: usize = 12;

/// A handle is kept for one chunk of the work more for each so many bytes of packs, [`MOST_CHUNKS`] at most: what it keeps
/// is little beside packs that size, whose pages are in memory as well, and filling it again takes long.
const PACKED_PER_CHUNK: u64 = 96 << 20;
const MOST_CHUNKS: u64 = 4;

/// Where the objects of a repository are.
pub(super) struct Objects {
    git_dir: PathBuf,
    /// The folder with the objects, where readers may each have their own handle on it.
    dir: Option<String>,
    /// For how many chunks of the work a handle is kept.
    pub chunks: u64,
}

impl Objects {
    pub fn new(repo: &Repository) -> Self {
        let dir = repo.commondir().join("objects");
        let files = std::fs::read_dir(dir.join("pack")).into_iter().flatten().flatten();
        let is_pack = |file: &DirEntry| file.path().extension().is_some_and(|end| end == "pack");
        let packs: Vec<u64> =
            files.filter(is_pack).map(|file| file.metadata().map_or(0, |it| it.len())).collect();
        let dir = dir.to_str().filter(|_| packs.len() <= MOST_PACKS).map(str::to_owned);
        let chunks = (1 + packs.iter().sum::<u64>() / PACKED_PER_CHUNK).min(MOST_CHUNKS);
        Self { git_dir: repo.path().to_owned(), dir, chunks }
    }

    /// What `read` makes of a handle for the reader of that number. No two may be at work under one number.
    pub fn with<T>(&self, reader: usize, read: impl FnOnce(&Odb<'_>) -> T) -> Result<T, git2::Error> {
        let Some(dir) = &self.dir else {
            let repo = Repository::open(&self.git_dir)?;
            return Ok(read(&repo.odb()?));
        };
        let odb = Odb::new()?;
        odb.add_disk_alternate(&format!("{dir}{}", "/.".repeat(reader + 1)))?;
        Ok(read(&odb))
    }
}
