//! `model` to and from one SQLite file.
//!
//! Everything here can be fetched and scanned again, so the store follows its sources: what a judge or a repository
//! no longer lists is gone after the next sync. Each source lands in one transaction or not at all.

mod announced;
mod answers;
mod archives;
mod checksum;
mod entries;
mod error;
mod failures;
mod folder;
mod imports;
mod lists;
mod lock;
mod migrate;
mod open;
mod ratings;
mod repair;
mod settled;
mod solutions;
mod stamps;
mod submissions;
#[cfg(test)]
mod tests;
mod verify;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Transaction};

use checksum::RowChanges;
use folder::Folder;
use open::Budget;

pub use announced::AnnouncedPart;
pub use archives::StoredArchive;
pub use checksum::is_only_here;
pub use error::StoreError;
pub use folder::DIR_NAME;
pub use imports::IMPORT;
pub use lock::SyncLock;
pub use ratings::SeriesUpdate;
pub use solutions::Scanned;
pub use stamps::WHOLE;

/// Writes a file beside the store of the workspace `root`, where it is another than what is there.
pub fn write_beside(root: &Path, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
    Folder::make(root)?.write(name, bytes)
}

/// What is known of a source besides what it brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSource {
    /// When it was last brought up to date.
    pub at: Timestamp,
    /// The checksum of what it brought; `None` where an earlier version stored it.
    pub content: Option<Vec<u8>>,
}

/// The open store.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    folder: Folder,
    file: PathBuf,
    budget: Budget,
    /// What the file is known by, whatever its name.
    identity: Option<(u64, u64)>,
}

impl Store {
    /// The files that are others when the store of the workspace `root` is: the store, and the log of what is on its
    /// way there.
    pub fn files(root: &Path) -> [PathBuf; 2] {
        ["cpt.db", "cpt.db-wal"].map(|name| root.join(DIR_NAME).join(name))
    }

    /// When `source` was last brought up to date; `None` where it never was.
    pub fn synced_at(&self, source: &str) -> Result<Option<Timestamp>, StoreError> {
        let select = "SELECT synced_at FROM source WHERE name = ?1";
        let second: Option<i64> =
            self.read(|connection| connection.query_row(select, [source], |row| row.get(0)).optional())?;
        Ok(second.and_then(|second| Timestamp::from_second(second).ok()))
    }

    /// Every source that was ever brought up to date, by its name.
    pub fn stored_sources(&self) -> Result<HashMap<String, StoredSource>, StoreError> {
        self.read(|connection| {
            connection
                .prepare("SELECT name, synced_at, content FROM source")?
                .query_map([], |row| {
                    let at = Timestamp::from_second(row.get(1)?).unwrap_or(Timestamp::MIN);
                    Ok((row.get(0)?, StoredSource { at, content: row.get(2)? }))
                })?
                .collect()
        })
    }

    /// What is wrong with the file, where something is: SQLite's own check of its structure and its indexes.
    pub fn damage(&self) -> Result<Option<String>, StoreError> {
        let said: String =
            self.read(|connection| connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)))?;
        Ok(Some(said).filter(|said| said != "ok"))
    }

    /// Whether a sync could write, and has some room for it: begins to write and changes nothing, and makes a file
    /// beside the store that it takes away again.
    pub fn try_writing(&self) -> Result<(), StoreError> {
        self.begin_writing()?;
        self.folder.try_writing()
    }

    fn begin_writing(&self) -> Result<(), StoreError> {
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
        begin().map_err(|source| StoreError::new(&self.file, "write", source))
    }

    /// An error where the file that is open isn't the one that lies in its place.
    pub fn check_in_place(&self) -> Result<(), StoreError> {
        if self.identity == identity(&self.file) {
            Ok(())
        } else {
            Err(StoreError::Gone { file: self.file.clone() })
        }
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
        self.update_rows(source, now, |transaction, changes| {
            changes.forget();
            body(transaction)
        })
    }

    /// The same; `body` tells which rows of the source come and go.
    fn update_rows<T>(
        &mut self,
        source: &str,
        now: Timestamp,
        body: impl FnOnce(&Transaction<'_>, &mut RowChanges<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        self.budget.renew(open::WRITING);
        let run = || {
            // Immediate: a writer that waits for its turn here can't fail later because another one was first.
            let transaction =
                self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
            let mut changes = RowChanges::of(&transaction, source)?;
            let answer = body(&transaction, &mut changes)?;
            transaction.execute(
                "INSERT INTO source (name, synced_at) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET synced_at = excluded.synced_at",
                (source, now.as_second()),
            )?;
            transaction.execute("DELETE FROM failure WHERE source = ?1", [source])?;
            changes.keep(source)?;
            transaction.commit()?;
            Ok(answer)
        };
        run().map_err(|error| StoreError::new(&self.file, "write", error))
    }

    fn write<T>(&mut self, body: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        self.budget.renew(open::WRITING);
        body(&self.connection).map_err(|source| StoreError::new(&self.file, "write", source))
    }

    fn read<T>(&self, body: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        self.budget.renew(1);
        body(&self.connection).map_err(|source| StoreError::new(&self.file, "read", source))
    }
}

/// The device and the number of a file; where systems have none, whether it is there.
fn identity(file: &Path) -> Option<(u64, u64)> {
    let found = file.metadata().ok()?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        Some((found.dev(), found.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = found;
        Some((0, 0))
    }
}
