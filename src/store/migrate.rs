//! The store's format: a numbered list of steps, of which a file remembers how many it has taken.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;

/// Each step leads from the format of its index to the next. A step that was released is never edited.
pub(super) const STEPS: &[&str] = &[FIRST, NAMED, include_str!("steps/judges.sql")];

const FIRST: &str = "
    CREATE TABLE source (
        name TEXT PRIMARY KEY,
        synced_at INTEGER NOT NULL              -- unix seconds
    ) STRICT;

    CREATE TABLE rating_change (
        judge TEXT NOT NULL,
        track TEXT NOT NULL,
        handle TEXT NOT NULL COLLATE NOCASE,
        position INTEGER NOT NULL,              -- in the judge's order, oldest first
        contest TEXT NOT NULL,
        name TEXT NOT NULL,
        at INTEGER NOT NULL,                    -- unix seconds, the contest's end
        place INTEGER,
        old INTEGER NOT NULL,
        new INTEGER NOT NULL,
        performance INTEGER,
        rated INTEGER NOT NULL,
        PRIMARY KEY (judge, track, handle, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE solution_change (
        repo TEXT NOT NULL,                     -- as configured
        hash BLOB NOT NULL,                     -- the commit
        name TEXT NOT NULL,                     -- the author
        email TEXT NOT NULL,
        seconds INTEGER NOT NULL,               -- the author date, unix
        offset_minutes INTEGER NOT NULL,        -- and its offset, east
        PRIMARY KEY (repo, hash)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE file_change (
        repo TEXT NOT NULL,
        hash BLOB NOT NULL,
        path BLOB NOT NULL,
        added INTEGER NOT NULL,                 -- 1 added, 0 modified
        problem TEXT,
        PRIMARY KEY (repo, hash, path),
        FOREIGN KEY (repo, hash) REFERENCES solution_change ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
";

const NAMED: &str = "
    -- A file names several problems, some of them weakly. What was scanned is scanned again.
    DROP TABLE file_change;
    DELETE FROM solution_change;

    CREATE TABLE file_change (
        repo TEXT NOT NULL,
        hash BLOB NOT NULL,
        path BLOB NOT NULL,
        added INTEGER NOT NULL,                 -- 1 added, 0 modified
        named_by INTEGER NOT NULL,              -- 0 path, 1 header, 2 message, 3 repository; of all its problems
        problems TEXT NOT NULL,                 -- a line each, a weak one after ~
        PRIMARY KEY (repo, hash, path),
        FOREIGN KEY (repo, hash) REFERENCES solution_change ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE scan_memory (
        repo TEXT PRIMARY KEY,                  -- as configured
        memory BLOB NOT NULL                    -- the scanner's own
    ) STRICT;

    CREATE TABLE answer (
        name TEXT PRIMARY KEY,
        stamp BLOB NOT NULL,                    -- of everything that the answer depends on
        value BLOB NOT NULL
    ) STRICT;
";

/// Takes the steps that the file has not taken, all or none.
pub(super) fn migrate(connection: &mut Connection, file: &Path) -> Result<(), StoreError> {
    let failed = |source| StoreError::new(file, "open", source);
    let known = STEPS.len() as u32;
    let format =
        |connection: &Connection| connection.pragma_query_value(None, "user_version", |row| row.get(0));
    match format(connection).map_err(failed)? {
        found if found == known => return Ok(()),
        found if found > known => return Err(StoreError::Newer { file: file.to_owned(), found, known }),
        _ => {}
    }
    let mut run = || {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Asked again: another process may have taken the steps while this one waited for its turn.
        let found: u32 = format(&transaction)?;
        for step in STEPS.iter().skip(found as usize) {
            transaction.execute_batch(step)?;
        }
        transaction.pragma_update(None, "user_version", known)?;
        transaction.commit()
    };
    run().map_err(failed)
}
