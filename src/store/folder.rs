//! The store's folder, and the files that may lie in it.
//!
//! git keeps links that somebody committed, also below `.cpt/`: what is written there would land where they lead. Below
//! the workspace's root nothing is followed, and nothing but regular files is opened.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::StoreError;
use crate::files::write_changed;

/// The folder beside `cpt.toml` that holds the store.
pub const DIR_NAME: &str = ".cpt";
/// The database, and the files that SQLite keeps beside it: the log of what is on its way there, its index, and the
/// journal of a file system that allows no log (<https://sqlite.org/tempfiles.html>).
const DATABASE: [&str; 4] = ["cpt.db", "cpt.db-wal", "cpt.db-shm", "cpt.db-journal"];
/// What a damaged database is called.
const ASIDE: &str = "cpt.db.damaged";
/// About what a sync of both judges writes.
const PROBE_BYTES: usize = 4 << 20;

/// The store's folder: a real one.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    dir: PathBuf,
}

impl Folder {
    /// That of the workspace `root`; `None` where nothing is there.
    pub fn find(root: &Path) -> Result<Option<Self>, StoreError> {
        let dir = root.join(DIR_NAME);
        let Some(found) = look_at(&dir)? else { return Ok(None) };
        if found.is_dir() { Ok(Some(Self { dir })) } else { Err(odd(dir, &found)) }
    }

    /// That of the workspace `root`, made where nothing is there; git is told to leave it alone.
    pub fn make(root: &Path) -> Result<Self, StoreError> {
        let folder = if let Some(folder) = Self::find(root)? {
            folder
        } else {
            let dir = root.join(DIR_NAME);
            fs::create_dir_all(&dir).map_err(|source| StoreError::Folder { dir: dir.clone(), source })?;
            Self { dir }
        };
        // Only where there is none: what was put there isn't followed.
        let gitignore = OpenOptions::new().write(true).create_new(true).open(folder.dir.join(".gitignore"));
        let written = match gitignore {
            Ok(mut file) => file.write_all(b"*\n"),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
            Err(error) => Err(error),
        };
        written.map_err(|source| folder.unwritable(source))?;
        Ok(folder)
    }

    /// The database's file, where it and what lies beside it may be opened, and whether it is there.
    pub fn database(&self) -> Result<(PathBuf, bool), StoreError> {
        let found = DATABASE.map(|name| self.regular(name));
        let is_there = found.into_iter().map(|found| Ok(found?.is_some())).collect::<Result<Vec<_>, _>>()?;
        Ok((self.path(DATABASE[0]), is_there[0]))
    }

    /// A file to read and write, made where there is none.
    pub fn open(&self, name: &str) -> Result<File, StoreError> {
        self.regular(name)?;
        let path = self.dir.join(name);
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).read(true).write(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK);
        }
        let file = options.open(&path).map_err(|source| self.unwritable(source))?;
        let now = file.metadata().map_err(|source| self.unwritable(source))?;
        if is_plain(&now) { Ok(file) } else { Err(odd(path, &now)) }
    }

    /// Writes the file of this name whole, where it is another than what is there.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.regular(name)?;
        let written = write_changed(&self.dir.join(name), bytes);
        written.map(drop).map_err(|source| self.unwritable(source))
    }

    /// Whether there is room for what a sync writes: writes as much to a file without a name.
    pub fn try_writing(&self) -> Result<(), StoreError> {
        let written =
            tempfile::tempfile_in(&self.dir).and_then(|mut file| file.write_all(&vec![0; PROBE_BYTES]));
        written.map_err(|source| self.unwritable(source))
    }

    /// Gives the database another name, in the place of an older one, and deletes what belongs to it.
    pub fn set_aside(&self) -> Result<PathBuf, StoreError> {
        let [database, beside @ ..] = DATABASE.map(|name| self.path(name));
        let aside = self.path(ASIDE);
        let moved = fs::rename(database, &aside).and_then(|()| {
            beside.iter().try_for_each(|file| match fs::remove_file(file) {
                Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            })
        });
        moved.map_err(|source| self.unwritable(source)).map(|()| aside)
    }

    /// The workspace that it is in.
    pub fn root(&self) -> &Path {
        self.dir.parent().unwrap_or(&self.dir)
    }

    /// Where the file of this name lies.
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }

    pub fn unwritable(&self, source: io::Error) -> StoreError {
        StoreError::Folder { dir: self.dir.clone(), source }
    }

    /// The file of this name, when it is a regular one; `None` where nothing is there.
    fn regular(&self, name: &str) -> Result<Option<Metadata>, StoreError> {
        let path = self.dir.join(name);
        match look_at(&path)? {
            Some(found) if !is_plain(&found) => Err(odd(path, &found)),
            found => Ok(found),
        }
    }
}

/// What lies at `path`, itself and not where it leads.
fn look_at(path: &Path) -> Result<Option<Metadata>, StoreError> {
    match path.symlink_metadata() {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(source) => Err(StoreError::Unreadable { path: path.to_owned(), source }),
    }
}

/// A regular file that has no other name: writing to one with two changes a file elsewhere. git makes none, archives do.
fn is_plain(found: &Metadata) -> bool {
    found.is_file() && names(found) <= 1
}

#[cfg(unix)]
fn names(found: &Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt as _;
    found.nlink()
}

#[cfg(not(unix))]
fn names(_: &Metadata) -> u64 {
    1
}

fn odd(path: PathBuf, found: &Metadata) -> StoreError {
    let kind = found.file_type();
    let what = match () {
        () if kind.is_symlink() => "a link, and none is followed in the store",
        () if kind.is_file() && names(found) > 1 => "a file with a second name elsewhere (a hard link)",
        () if kind.is_file() => "a file, and a folder is expected",
        () if kind.is_dir() => "a folder, and a file is expected",
        () => "not a regular file",
    };
    StoreError::Odd { path, what }
}
