//! `model` to and from one SQLite file.
//!
//! Everything here can be fetched and scanned again, so the store follows its sources: what a judge or a repository
//! no longer lists is gone after the next sync. Each source lands in one transaction or not at all.

mod entries;
mod error;
mod lists;
mod lock;
mod migrate;
mod ratings;
mod solutions;
mod stamps;
mod submissions;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags, OptionalExtension, Transaction};

pub use error::StoreError;
pub use lock::SyncLock;
pub use ratings::SeriesUpdate;
pub use solutions::Scanned;
pub use stamps::WHOLE;

/// The folder beside `cpt.toml` that holds the store.
pub const DIR_NAME: &str = ".cpt";
const FILE_NAME: &str = "cpt.db";
const PROBE_NAME: &str = "room.tmp";
/// About what a sync of both judges writes.
const PROBE_BYTES: usize = 4 << 20;

/// The open store.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    file: PathBuf,
}

impl Store {
    /// Opens the store of the workspace `root`, making it where there is none.
    pub fn open(root: &Path) -> Result<Self, StoreError> {
        let dir = root.join(DIR_NAME);
        make_dir(&dir).map_err(|source| StoreError::Folder { dir: dir.clone(), source })?;
        let file = dir.join(FILE_NAME);
        let connection = Connection::open(&file).map_err(|source| StoreError::new(&file, "open", source))?;
        Self::with(connection, file)
    }

    /// Opens the store of the workspace `root` where there is one.
    pub fn open_existing(root: &Path) -> Result<Option<Self>, StoreError> {
        let file = root.join(DIR_NAME).join(FILE_NAME);
        if !file.exists() {
            return Ok(None);
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let opened = Connection::open_with_flags(&file, flags)
            .map_err(|source| StoreError::new(&file, "open", source))
            .and_then(|connection| Self::with(connection, file.clone()));
        match opened {
            Err(error) if error.is_of_rights() => Self::to_read(file).ok_or(error).map(Some),
            opened => opened.map(Some),
        }
    }

    /// Opens a store that can't be written to: in a folder of somebody else, on a disk that is mounted to be read.
    /// `None` where that can't be done either, or would not tell all.
    fn to_read(file: PathBuf) -> Option<Self> {
        let log = file.with_extension("db-wal");
        let connection = if log.metadata().is_ok_and(|log| log.len() > 0) {
            Connection::open_with_flags(&file, OpenFlags::SQLITE_OPEN_READ_ONLY)
        } else {
            let mut address = url::Url::from_file_path(&file).ok()?;
            // SQLite would make a file beside it even to read.
            address.set_query(Some("immutable=1"));
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
            Connection::open_with_flags(address.as_str(), flags)
        };
        let connection = connection.ok()?;
        migrate::check(&connection, &file).ok()?.then_some(Self { connection, file })
    }

    fn with(mut connection: Connection, file: PathBuf) -> Result<Self, StoreError> {
        let prepared = connection
            .busy_timeout(Duration::from_secs(5))
            .and_then(|()| connection.pragma_update(None, "journal_mode", "wal"))
            .and_then(|()| connection.pragma_update(None, "synchronous", "normal"))
            .and_then(|()| connection.pragma_update(None, "foreign_keys", true));
        prepared.map_err(|source| StoreError::new(&file, "open", source))?;
        migrate::migrate(&mut connection, &file)?;
        Ok(Self { connection, file })
    }

    /// The files that are others when the store of the workspace `root` is: the store, and the log of what is on its
    /// way there.
    pub fn files(root: &Path) -> [PathBuf; 2] {
        let file = root.join(DIR_NAME).join(FILE_NAME);
        let log = file.with_extension("db-wal");
        [file, log]
    }

    /// When `source` was last brought up to date; `None` where it never was.
    pub fn synced_at(&self, source: &str) -> Result<Option<Timestamp>, StoreError> {
        self.connection
            .query_row("SELECT synced_at FROM source WHERE name = ?1", [source], |row| row.get(0))
            .optional()
            .map(|second| second.and_then(|second: i64| Timestamp::from_second(second).ok()))
            .map_err(|source| StoreError::new(&self.file, "read", source))
    }

    /// What is wrong with the file, where something is: SQLite's own check of its structure.
    pub fn damage(&self) -> Result<Option<String>, StoreError> {
        let said: String =
            self.read(|connection| connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)))?;
        Ok(Some(said).filter(|said| said != "ok"))
    }

    /// Whether a sync could write, and has some room for it: begins to write and changes nothing, and makes a file
    /// beside the store that it takes away again.
    pub fn try_writing(&self) -> Result<(), StoreError> {
        let begin = || {
            // Where only reading is possible, SQLite begins all the same and fails later.
            if self.connection.is_readonly("main")? {
                let refused = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_READONLY);
                return Err(rusqlite::Error::SqliteFailure(
                    refused,
                    Some("attempt to write a readonly database".to_owned()),
                ));
            }
            self.connection.execute_batch("BEGIN IMMEDIATE; ROLLBACK")
        };
        begin().map_err(|source| StoreError::new(&self.file, "write", source))?;
        let dir = self.file.parent().unwrap_or(&self.file).to_owned();
        let probe = dir.join(PROBE_NAME);
        let written = std::fs::write(&probe, vec![0; PROBE_BYTES]);
        // What can't be made can't be taken away either.
        let _ = std::fs::remove_file(&probe);
        written.map_err(|source| StoreError::Folder { dir, source })
    }

    /// Where it lies.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Runs `body` in one transaction that also notes that `source` is as of `now`.
    fn update<T>(
        &mut self,
        source: &str,
        now: Timestamp,
        body: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let run = || {
            // Immediate: a writer that waits for its turn here can't fail later because another one was first.
            let transaction =
                self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
            let answer = body(&transaction)?;
            transaction.execute(
                "INSERT INTO source (name, synced_at) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET synced_at = excluded.synced_at",
                (source, now.as_second()),
            )?;
            transaction.commit()?;
            Ok(answer)
        };
        run().map_err(|error| StoreError::new(&self.file, "write", error))
    }

    fn read<T>(&self, body: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        body(&self.connection).map_err(|source| StoreError::new(&self.file, "read", source))
    }
}

/// Makes the store's folder, and tells git to leave it alone.
fn make_dir(dir: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(dir)?;
    let gitignore = dir.join(".gitignore");
    if gitignore.exists() { Ok(()) } else { std::fs::write(gitignore, "*\n") }
}
