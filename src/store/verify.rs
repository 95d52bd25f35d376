//! Whether what is stored is what was kept.

use std::collections::BTreeSet;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, available_parallelism};

use rusqlite::{Connection, OptionalExtension as _, Row, params_from_iter};
use sha2::{Digest as _, Sha256};

use super::checksum::{Parts, RowSum, add, of_rows, sealed};
use super::settled::SETTLED;
use super::{Store, StoreError};

/// A smaller store, in bytes, is looked at by one thread; a larger one by no more than this.
pub(super) const SMALL: u64 = 4 << 20;
const MOST_THREADS: usize = 4;

/// Whether a source is as it was stored. What an earlier version stored can't be told.
fn is_well(connection: &Connection, source: &str) -> rusqlite::Result<bool> {
    let mut select = connection.prepare_cached("SELECT content, checksum FROM source WHERE name = ?1")?;
    let kept = |row: &Row<'_>| {
        let checksum = row.get_ref(1)?.as_blob_or_null()?.map(<[u8]>::to_vec);
        Ok((RowSum::of_kept(row.get_ref(0)?), checksum))
    };
    // Its name isn't what it was, either.
    let Some((content, checksum)) = select.query_row([source], kept).optional()? else { return Ok(false) };
    let Some(checksum) = checksum else { return Ok(true) };
    let now = of_rows(connection, source)?;
    Ok(content == Some(now) && checksum == sealed(connection, source, now)?)
}

impl Store {
    /// A stamp of all that is stored of the judges, but for what is about members of a group: another one whenever something
    /// else is. `None` where an earlier version stored something that has no checksum.
    pub fn judges_stamp(&self) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|connection| {
            // Of two imports the newer one is believed.
            let mut select = connection.prepare(
                "SELECT name, iif(name LIKE 'import:%', checksum, content) FROM source
                 WHERE name NOT LIKE 'git:%' AND name NOT LIKE '%@%' AND name <> ?1 ORDER BY name",
            )?;
            let mut rows = select.query([SETTLED])?;
            let mut bytes = Vec::new();
            while let Some(row) = rows.next()? {
                let Some(checksum) = row.get_ref(1)?.as_blob_or_null()? else { return Ok(None) };
                add(&mut bytes, 3, row.get_ref(0)?.as_bytes()?);
                add(&mut bytes, 4, checksum);
            }
            Ok(Some(Sha256::digest(bytes).to_vec()))
        })
    }

    /// The sources of which can be told whether they are as they were stored: all but those that an earlier version stored.
    pub fn checked_sources(&self) -> Result<Vec<String>, StoreError> {
        self.read(|connection| {
            let mut select =
                connection.prepare("SELECT name FROM source WHERE checksum IS NOT NULL ORDER BY name")?;
            let name = |row: &Row<'_>| Ok(String::from_utf8_lossy(row.get_ref(0)?.as_bytes()?).into_owned());
            select.query_map([], name)?.collect()
        })
    }

    /// The sources that aren't as they were stored. Those that an earlier version stored can't be told.
    pub fn damaged_sources(&self) -> Result<Vec<String>, StoreError> {
        let damaged = Mutex::new(BTreeSet::new());
        self.look_through(&self.checked_sources()?, |source, is_well| {
            if !is_well {
                damaged.lock().unwrap_or_else(PoisonError::into_inner).insert(source.to_owned());
            }
        })?;
        Ok(damaged.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter().collect())
    }

    /// Tells of each of these sources whether it is as it was stored: one after the other on several threads.
    pub fn look_through(
        &self,
        sources: &[String],
        tell: impl Fn(&str, bool) + Sync,
    ) -> Result<(), StoreError> {
        let next = AtomicUsize::new(0);
        let is_large = self.file.metadata().is_ok_and(|file| file.len() > SMALL);
        let helpers =
            if is_large { available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS) - 1 } else { 0 };
        let root = self.folder.root();
        thread::scope(|scope| {
            let help = || match Self::open_existing(root) {
                Ok(Some(store)) => store.look_from(sources, &next, &tell),
                // The others look at all of it.
                _ => Ok(()),
            };
            let helpers: Vec<_> = (0..helpers).map(|_| scope.spawn(help)).collect();
            self.look_from(sources, &next, &tell)?;
            let mut ends = helpers.into_iter().map(thread::ScopedJoinHandle::join);
            ends.try_for_each(|end| end.unwrap_or_else(|panic| resume_unwind(panic)))
        })
    }

    /// Looks at one source after the other from the `next` on.
    fn look_from(
        &self,
        sources: &[String],
        next: &AtomicUsize,
        tell: &impl Fn(&str, bool),
    ) -> Result<(), StoreError> {
        while let Some(source) = sources.get(next.fetch_add(1, Ordering::Relaxed)) {
            // Somebody may write meanwhile: all of a source is of one moment.
            let is_well = self.read(|connection| {
                let moment = connection.unchecked_transaction()?;
                is_well(&moment, source)
            })?;
            tell(source, is_well);
        }
        Ok(())
    }

    /// Forgets everything that is stored of `source`.
    pub(super) fn forget_source(&mut self, source: &str) -> Result<(), StoreError> {
        self.write(|connection| {
            let transaction = connection.unchecked_transaction()?;
            let Parts { tables, names } = Parts::of(source);
            for (table, which) in tables.iter().rev() {
                transaction
                    .execute(&format!("DELETE FROM {table} WHERE {which}"), params_from_iter(&names))?;
            }
            transaction.execute("DELETE FROM resource WHERE source = ?1", [source])?;
            transaction.execute("DELETE FROM scan_memory WHERE 'git:' || repo = ?1", [source])?;
            transaction.execute("DELETE FROM source WHERE name = ?1", [source])?;
            transaction.commit()
        })
    }

    /// Forgets what was remembered and answered for the sake of speed.
    pub(super) fn forget_memories(&mut self) -> Result<(), StoreError> {
        self.write(|connection| connection.execute_batch("DELETE FROM answer; DELETE FROM scan_memory"))
    }
}
