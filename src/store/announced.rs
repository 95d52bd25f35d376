//! Contests that a judge announces apart from its list.

use std::collections::HashSet;

use jiff::Timestamp;
use rusqlite::{Connection, Row};

use super::entries::Entry;
use super::lists::{all, count, follow};
use super::{Store, StoreError};
use crate::model::{Contest, Judge, Update, Validator};

/// The name of a resource, and what it announces now; `None` where that is as it was.
pub type AnnouncedPart = (&'static str, Option<(Vec<Contest>, Validator)>);

/// A contest, and the resource that announces it.
#[derive(Debug, PartialEq)]
struct Announced {
    part: String,
    contest: Contest,
}

impl Entry for Announced {
    const SELECT: &str =
        "SELECT id, name, start, seconds, rated, part FROM announced_contest WHERE judge = ?1
         ORDER BY part, id";
    const PUT: &str =
        "INSERT OR REPLACE INTO announced_contest (judge, id, name, start, seconds, rated, part)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    const DELETE: &str = "DELETE FROM announced_contest WHERE judge = ?1 AND part = ?2 AND id = ?3";

    fn key(&self) -> (String, String) {
        (self.part.clone(), self.contest.id.clone())
    }

    fn read(judge: Judge, row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { contest: Contest::read(judge, row)?, part: row.get(5)? })
    }

    fn put(&self, judge: &str, statement: &mut rusqlite::CachedStatement<'_>) -> rusqlite::Result<usize> {
        let Contest { id, name, start, seconds, rated, .. } = &self.contest;
        let start = start.map(Timestamp::as_second);
        statement.execute((judge, id, name, start, *seconds as i64, rated, &self.part))
    }
}

/// Adds what is announced and not among `listed` contests of `judge`.
pub(super) fn add_announced(
    connection: &Connection,
    judge: Judge,
    listed: &mut Vec<Contest>,
) -> rusqlite::Result<()> {
    let mut known: HashSet<String> = listed.iter().map(|contest| contest.id.clone()).collect();
    let announced = all::<Announced>(connection, judge)?.into_iter().map(|announced| announced.contest);
    listed.extend(announced.filter(|contest| known.insert(contest.id.clone())));
    Ok(())
}

impl Store {
    /// Makes what each resource of `source` announces what it announced at `now`. Others stay as they are.
    pub fn follow_announced(
        &mut self,
        source: &str,
        judge: Judge,
        parts: &[AnnouncedPart],
        now: Timestamp,
    ) -> Result<Update, StoreError> {
        self.update(source, now, |transaction| {
            let mut rows: Vec<Announced> = all(transaction, judge)?;
            for (part, news) in parts {
                let part = (*part).to_owned();
                match news {
                    Some((contests, stamp)) => {
                        rows.retain(|row| row.part != part);
                        let one =
                            |contest: &Contest| Announced { part: part.clone(), contest: contest.clone() };
                        rows.extend(contests.iter().map(one));
                        transaction.execute(
                            "INSERT OR REPLACE INTO resource (source, part, url, etag, last_modified, at)
                         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                            (source, part, &stamp.url, &stamp.etag, &stamp.last_modified, now.as_second()),
                        )?
                    }
                    None => transaction.execute(
                        "UPDATE resource SET at = ?3 WHERE source = ?1 AND part = ?2",
                        (source, part, now.as_second()),
                    )?,
                };
            }
            follow(transaction, judge, &rows)
        })
    }

    /// How many contests `judge` announces apart from its list.
    pub fn announced_count(&self, judge: Judge) -> Result<usize, StoreError> {
        self.read(|connection| count(connection, judge, "announced_contest"))
    }
}
