//! Rating histories.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};

use super::stamps::{adopt, keep_stamps};
use super::{Store, StoreError};
use crate::model::{RatingChange, RatingSeries, Revision, SeriesKey, Update, Validator};

/// What a series' new history brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesUpdate {
    /// The entries.
    pub update: Update,
    /// Of the new entries, the rated ones.
    pub new_rated: usize,
    /// The entries that were stored and are others now.
    pub revised: Vec<Revision>,
    /// The rating before; `None` where none was stored.
    pub rating_before: Option<i32>,
}

/// The rows of a series.
const OF_SERIES: (&str, &str) = ("rating_change", "judge = ?1 AND track = ?2 AND handle = ?3");

impl Store {
    /// Makes `history` the history of `key`, fetched at `now` with `stamp`.
    pub fn replace_ratings(
        &mut self,
        source: &str,
        key: &SeriesKey,
        history: &[RatingChange],
        stamp: Option<&Validator>,
        now: Timestamp,
    ) -> Result<SeriesUpdate, StoreError> {
        self.update_rows(source, now, |transaction, changes| {
            adopt(transaction, source, key.handle.as_str(), changes)?;
            keep_stamps(transaction, source, &[("", stamp)], now)?;
            let before = load(transaction, key)?;
            let mut known: HashMap<&str, Vec<&RatingChange>> = HashMap::new();
            for change in &before {
                known.entry(&change.contest).or_default().push(change);
            }
            let mut update = Update { total: history.len(), ..Update::default() };
            let (mut new_rated, mut revised) = (0, Vec::new());
            for change in history {
                let same = known.get_mut(change.contest.as_str()).filter(|same| !same.is_empty());
                let Some(same) = same else {
                    update.new += 1;
                    new_rated += usize::from(change.rated);
                    continue;
                };
                let equal = same.iter().position(|before| *before == change);
                let before = same.remove(equal.unwrap_or(0));
                if equal.is_none() {
                    update.changed += 1;
                    revised.push(Revision { before: before.clone(), after: change.clone() });
                }
            }
            update.removed = known.values().map(Vec::len).sum();
            if before != history {
                let whose = (key.judge.id(), key.track.id(), key.handle.as_str());
                changes.go(OF_SERIES, whose)?;
                save(transaction, key, history)?;
                changes.come(OF_SERIES, whose)?;
            }
            let rating_before = before.iter().rev().find(|change| change.rated).map(|change| change.new);
            Ok(SeriesUpdate { update, new_rated, revised, rating_before })
        })
    }

    /// The rating that `key` had at a moment; `None` before the first rated contest.
    pub fn rating_at(&self, key: &SeriesKey, at: Timestamp) -> Result<Option<i32>, StoreError> {
        self.read(|connection| {
            let whose = (key.judge.id(), key.track.id(), key.handle.as_str(), at.as_second());
            connection
                .prepare_cached(
                    "SELECT new FROM rating_change
                     WHERE judge = ?1 AND track = ?2 AND handle = ?3 AND rated AND at <= ?4
                     ORDER BY position DESC LIMIT 1",
                )?
                .query_row(whose, |row| row.get(0))
                .optional()
        })
    }

    /// The stored history of `key`; empty where none is.
    pub fn series(&self, key: SeriesKey) -> Result<RatingSeries, StoreError> {
        let (history, lengths) =
            self.read(|connection| Ok((load(connection, &key)?, lengths(connection, &key)?)))?;
        Ok(RatingSeries { key, history, lengths, kinds: Vec::new(), fetched: None, failed: None })
    }
}

/// How long the contests of a history ran, as far as they are listed.
fn lengths(connection: &Connection, key: &SeriesKey) -> rusqlite::Result<BTreeMap<String, u64>> {
    connection
        .prepare(
            "SELECT id, seconds FROM contest WHERE judge = ?1 AND seconds > 0 AND id IN
             (SELECT contest FROM rating_change WHERE judge = ?1 AND track = ?2 AND handle = ?3)",
        )?
        .query_map((key.judge.id(), key.track.id(), key.handle.as_str()), |row| {
            Ok((row.get(0)?, row.get::<_, i64>(1)? as u64))
        })?
        .collect()
}

fn save(connection: &Connection, key: &SeriesKey, history: &[RatingChange]) -> rusqlite::Result<()> {
    let (judge, track, handle) = (key.judge.id(), key.track.id(), key.handle.as_str());
    connection.execute(
        "DELETE FROM rating_change WHERE judge = ?1 AND track = ?2 AND handle = ?3",
        (judge, track, handle),
    )?;
    let mut insert = connection.prepare(
        "INSERT INTO rating_change
         (judge, track, handle, position, contest, name, at, place, old, new, performance, rated)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?;
    for (position, change) in history.iter().enumerate() {
        insert.execute(rusqlite::params![
            judge,
            track,
            handle,
            position as i64,
            change.contest,
            change.name,
            change.at.as_second(),
            change.place,
            change.old,
            change.new,
            change.performance,
            change.rated,
        ])?;
    }
    Ok(())
}

fn load(connection: &Connection, key: &SeriesKey) -> rusqlite::Result<Vec<RatingChange>> {
    connection
        .prepare(
            "SELECT contest, name, at, place, old, new, performance, rated FROM rating_change
             WHERE judge = ?1 AND track = ?2 AND handle = ?3 ORDER BY position",
        )?
        .query_map((key.judge.id(), key.track.id(), key.handle.as_str()), read_change)?
        .collect()
}

fn read_change(row: &Row<'_>) -> rusqlite::Result<RatingChange> {
    Ok(RatingChange {
        contest: row.get(0)?,
        name: row.get(1)?,
        at: Timestamp::from_second(row.get(2)?).unwrap_or(Timestamp::UNIX_EPOCH),
        place: row.get(3)?,
        old: row.get(4)?,
        new: row.get(5)?,
        performance: row.get(6)?,
        rated: row.get(7)?,
    })
}
