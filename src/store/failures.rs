//! What went wrong at the last attempt to fetch a source; nothing is left of it once one succeeds.

use jiff::Timestamp;
use rusqlite::OptionalExtension;

use super::{Store, StoreError};
use crate::model::FailedFetch;

impl Store {
    /// Notes that `source` could not be fetched.
    pub fn note_failure(&mut self, source: &str, failed: &FailedFetch) -> Result<(), StoreError> {
        let insert = "INSERT OR REPLACE INTO failure (source, at, reason) VALUES (?1, ?2, ?3)";
        self.write(|connection| {
            connection.execute(insert, (source, failed.at.as_second(), &failed.reason)).map(drop)
        })
    }

    /// Why `source` could not be fetched at the last attempt; `None` where it could, or where there was none.
    pub fn failure(&self, source: &str) -> Result<Option<FailedFetch>, StoreError> {
        self.read(|connection| {
            let failed = |row: &rusqlite::Row<'_>| {
                let at = Timestamp::from_second(row.get(0)?).unwrap_or(Timestamp::UNIX_EPOCH);
                Ok(FailedFetch { at, reason: row.get(1)? })
            };
            let select = "SELECT at, reason FROM failure WHERE source = ?1";
            connection.query_row(select, [source], failed).optional()
        })
    }
}
