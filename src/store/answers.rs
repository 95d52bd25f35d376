//! Answers that are kept for as long as what they depend on stays the same. Of that only a hash is kept.

use rusqlite::{OptionalExtension, Row};

use super::checksum::checksum;
use super::{Store, StoreError};

impl Store {
    /// The answer that was kept under `name` for this very `key`; none where it isn't as it was kept.
    pub fn answer(&self, name: &str, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let key = checksum(&[key]);
        let select = "SELECT value, checksum FROM answer WHERE name = ?1 AND key = ?2";
        let sealed = |row: &Row<'_>| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?));
        let found = self.read(|connection| connection.query_row(select, (name, key), sealed).optional())?;
        Ok(found.and_then(|(value, kept)| {
            (checksum(&[name.as_bytes(), &key, &value]) == kept[..]).then_some(value)
        }))
    }

    /// Keeps an answer under `name`, in the place of the one before.
    pub fn keep_answer(&mut self, name: &str, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
        let key = checksum(&[key]);
        let insert = "INSERT OR REPLACE INTO answer (name, key, value, checksum) VALUES (?1, ?2, ?3, ?4)";
        let sealed = (name, key, value, checksum(&[name.as_bytes(), &key, value]));
        self.write(|connection| connection.execute(insert, sealed).map(drop))
    }

    /// Forgets the answer that was kept under `name`.
    pub fn forget_answer(&mut self, name: &str) -> Result<(), StoreError> {
        self.write(|connection| connection.execute("DELETE FROM answer WHERE name = ?1", [name]).map(drop))
    }
}
