//! The store's format: a numbered list of steps, of which a file remembers how many it has taken.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;

/// Each step leads from the format of its index to the next. A step that was released is never edited.
pub(super) const STEPS: &[&str] =
    &[include_str!("steps/first.sql"), include_str!("steps/named.sql"), include_str!("steps/judges.sql")];

/// Takes the steps that the file has not taken, all or none.
pub(super) fn migrate(connection: &mut Connection, file: &Path) -> Result<(), StoreError> {
    let failed = |source| StoreError::new(file, "open", source);
    if check(connection, file)? {
        return Ok(());
    }
    let mut run = || {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Asked again: another process may have taken the steps while this one waited for its turn.
        let found: u32 = format(&transaction)?;
        for step in STEPS.iter().skip(found as usize) {
            transaction.execute_batch(step)?;
        }
        transaction.pragma_update(None, "user_version", STEPS.len() as u32)?;
        transaction.commit()
    };
    run().map_err(failed)
}

/// Whether the file has taken every step; an error where it has taken more.
pub(super) fn check(connection: &Connection, file: &Path) -> Result<bool, StoreError> {
    let known = STEPS.len() as u32;
    match format(connection).map_err(|source| StoreError::new(file, "open", source))? {
        found if found > known => Err(StoreError::Newer { file: file.to_owned(), found, known }),
        found => Ok(found == known),
    }
}

fn format(connection: &Connection) -> rusqlite::Result<u32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}
