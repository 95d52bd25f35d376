//! How far the archives of submissions got, and whether they list all that they count.

use jiff::Timestamp;
use rusqlite::OptionalExtension;

use super::stamps::WHOLE;
use super::submissions::outcome_number;
use super::{Store, StoreError};
use crate::model::{ArchiveState, Handle, Judge, Outcome};

/// The row of an archive.
const ARCHIVE: (&str, &str) = ("archive", "judge = ?1 AND source = ?2");

/// What an archive told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredArchive {
    /// When it was asked.
    pub at: Timestamp,
    /// The address that was asked.
    pub site: String,
    /// How far it got; what it counts is that of the handle that it was asked for.
    pub state: ArchiveState,
}

impl Store {
    /// Keeps what the archive that `source` has the submissions of `handle` from told of itself.
    pub fn keep_archive(
        &mut self,
        source: &str,
        (judge, handle): (Judge, &Handle),
        told: &StoredArchive,
    ) -> Result<(), StoreError> {
        let key = (judge.id(), source);
        self.update_rows(source, told.at, |transaction, changes| {
            changes.go(ARCHIVE, key)?;
            transaction.execute(
                "INSERT OR REPLACE INTO archive (judge, source, handle, site, at, newest, accepted)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                (
                    judge.id(),
                    source,
                    handle.as_str(),
                    &told.site,
                    told.at.as_second(),
                    told.state.newest.map(Timestamp::as_second),
                    told.state.accepted.and_then(|count| i64::try_from(count).ok()),
                ),
            )?;
            changes.come(ARCHIVE, key)
        })
    }

    /// What the archive that `source` has the submissions of `handle` from told of itself; `None` where it was never asked.
    pub fn archive(
        &self,
        source: &str,
        (judge, handle): (Judge, &Handle),
    ) -> Result<Option<StoredArchive>, StoreError> {
        self.read(|connection| {
            let told = |row: &rusqlite::Row<'_>| {
                let moment = |second| Timestamp::from_second(second).ok();
                let newest = row.get::<_, Option<i64>>(2)?.and_then(moment);
                let accepted = row.get::<_, Option<i64>>(3)?.and_then(|count| u64::try_from(count).ok());
                let at = moment(row.get(0)?).unwrap_or(Timestamp::UNIX_EPOCH);
                Ok(StoredArchive { at, site: row.get(1)?, state: ArchiveState { newest, accepted } })
            };
            let select = "SELECT at, site, newest, CASE WHEN handle = ?3 THEN accepted END FROM archive
                 WHERE judge = ?1 AND source = ?2";
            connection.query_row(select, (judge.id(), source, handle.as_str()), told).optional()
        })
    }

    /// How many problems the archive counts as accepted for `handle`, and how many of them it listed, where these are fewer.
    pub fn unlisted_problems(
        &self,
        source: &str,
        (judge, handle): (Judge, &Handle),
    ) -> Result<Option<(u64, u64)>, StoreError> {
        let counted = self.archive(source, (judge, handle))?.and_then(|told| told.state.accepted);
        let Some(counted) = counted else { return Ok(None) };
        let listed = self.read(|connection| {
            let select = "SELECT count(DISTINCT problem) FROM submission
                 WHERE judge = ?1 AND handle = ?2 AND outcome = ?3";
            let accepted = outcome_number(Outcome::Accepted);
            let whose = (judge.id(), handle.as_str(), accepted);
            Ok(connection.query_row(select, whose, |row| row.get::<_, i64>(0))?.unsigned_abs())
        })?;
        Ok((listed < counted).then_some((counted, listed)))
    }

    /// The same where it is known to lack these: all was read since it counted so many.
    pub fn lacking_problems(
        &self,
        source: &str,
        whose: (Judge, &Handle),
    ) -> Result<Option<(u64, u64)>, StoreError> {
        let Some((counted, listed)) = self.unlisted_problems(source, whose)? else { return Ok(None) };
        let read_for = self.stamp(source, WHOLE)?.and_then(|kept| kept.stamp.etag);
        Ok((read_for == Some(counted.to_string())).then_some((counted, listed)))
    }
}
