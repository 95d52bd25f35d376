//! What was fetched from where, and how to recognise it.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};

use super::checksum::RowChanges;
use super::{Store, StoreError};
use crate::model::{StoredValidator, Validator};

/// The part whose stamp tells when a list was last read whole. Seeing that a part of it is still so says nothing about
/// the rest.
pub const WHOLE: &str = "whole";

impl Store {
    /// The stamp of what is stored of `part` of `source`; parts have names where a source has several.
    pub fn stamp(&self, source: &str, part: &str) -> Result<Option<StoredValidator>, StoreError> {
        self.read(|connection| {
            let query = "SELECT url, etag, last_modified, at FROM resource WHERE source = ?1 AND part = ?2";
            let kept = |row: &rusqlite::Row<'_>| {
                Ok(StoredValidator {
                    stamp: Validator { url: row.get(0)?, etag: row.get(1)?, last_modified: row.get(2)? },
                    at: Timestamp::from_second(row.get(3)?).unwrap_or(Timestamp::UNIX_EPOCH),
                })
            };
            connection.query_row(query, (source, part), kept).optional()
        })
    }

    /// Notes that all that is stored of `source` was seen at `now` to be still so.
    pub fn confirm(&mut self, source: &str, now: Timestamp) -> Result<(), StoreError> {
        self.update_rows(source, now, |transaction, _| keep_stamps(transaction, source, &[], now))
    }

    /// Notes that something else showed at `now` that all that is stored of `source` is still so. Its stamps still tell when
    /// it was itself last asked for.
    pub fn vouch(&mut self, source: &str, now: Timestamp) -> Result<(), StoreError> {
        self.update_rows(source, now, |_, _| Ok(()))
    }
}

/// Makes what is stored of `handle` the source's, whoever's it was: a member of a group may be the user, and was perhaps not
/// always. The sources of members end in `@` and their handle.
pub(super) fn adopt(
    connection: &Connection,
    source: &str,
    handle: &str,
    changes: &mut RowChanges<'_>,
) -> rusqlite::Result<()> {
    if let Some((own, _)) = source.split_once('@') {
        // What the user's own source had of them it has no longer.
        connection.execute(
            "UPDATE source SET checksum = NULL
             WHERE name = ?1 AND NOT EXISTS (SELECT 1 FROM source WHERE name = ?2)",
            (own, source),
        )?;
    } else {
        let of_member = format!("{source}@{}", handle.to_ascii_lowercase());
        connection.execute("DELETE FROM resource WHERE source = ?1", [&of_member])?;
        if connection.execute("DELETE FROM source WHERE name = ?1", [&of_member])? > 0 {
            changes.forget();
        }
    }
    Ok(())
}

/// Notes that `source` was seen at `now`, and the new stamps of its parts; `None` forgets one.
pub(super) fn keep_stamps(
    connection: &Connection,
    source: &str,
    stamps: &[(&str, Option<&Validator>)],
    now: Timestamp,
) -> rusqlite::Result<()> {
    let now = now.as_second();
    connection
        .execute("UPDATE resource SET at = ?2 WHERE source = ?1 AND part <> ?3", (source, now, WHOLE))?;
    for (part, stamp) in stamps {
        match stamp {
            None => {
                connection.execute("DELETE FROM resource WHERE source = ?1 AND part = ?2", (source, part))?
            }
            Some(stamp) => connection.execute(
                "INSERT OR REPLACE INTO resource (source, part, url, etag, last_modified, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (source, part, &stamp.url, &stamp.etag, &stamp.last_modified, now),
            )?,
        };
    }
    Ok(())
}
