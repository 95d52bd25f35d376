//! The weeks of a study group, as they were when they settled.

use std::collections::HashMap;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};

use super::{Store, StoreError};
use crate::model::{Owed, SettledRow, SettledWeek};

/// What settled weeks are called among the sources.
pub const SETTLED: &str = "group.weeks";

/// Raised when [`Packed`] has another form.
const FORMAT: u8 = 2;

impl Store {
    /// The weeks that were kept, oldest first.
    pub fn settled_weeks(&self) -> Result<Vec<SettledWeek>, StoreError> {
        let select = "SELECT content FROM source WHERE name = ?1";
        let content: Option<Option<Vec<u8>>> =
            self.read(|connection| connection.query_row(select, [SETTLED], |row| row.get(0)).optional())?;
        // All in one value are read some ten times as fast as a row for each member and week.
        if let Some(content) = content.flatten()
            && let Some(packed) = self.answer(SETTLED, &key(&content))?
            && let Ok(packed) = postcard::from_bytes::<Packed>(&packed)
            && let Some(weeks) = packed.unpacked()
        {
            return Ok(weeks);
        }
        self.read(load)
    }

    /// Keeps weeks that have settled. A week that was kept stays as it is.
    pub fn keep_settled(&mut self, weeks: &[SettledWeek], now: Timestamp) -> Result<(), StoreError> {
        let all = self.update(SETTLED, now, |transaction| {
            let mut is_kept = transaction.prepare("SELECT 1 FROM settled_week WHERE week = ?1")?;
            let mut insert = transaction.prepare(
                "INSERT INTO settled_week
                     (week, place, name, solved, goal, excused_days, excused, fine, unit, settles_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?;
            for week in weeks {
                let from = week.from.to_string();
                if is_kept.exists([&from])? {
                    continue;
                }
                for (place, row) in (0_i64..).zip(&week.rows) {
                    insert.execute(rusqlite::params![
                        from,
                        place,
                        row.name,
                        row.solved,
                        row.goal,
                        row.excused_days,
                        row.excused,
                        row.fine.as_ref().map(|owed| owed.amount as i64),
                        row.fine.as_ref().map(|owed| &owed.unit),
                        week.settles_at.map(Timestamp::as_second),
                    ])?;
                }
            }
            load(transaction)
        })?;
        let content = self.stored_sources()?.remove(SETTLED).and_then(|source| source.content);
        let packed = postcard::to_stdvec(&Packed::new(&all)).unwrap_or_default();
        content.map_or(Ok(()), |content| self.keep_answer(SETTLED, &key(&content), &packed))
    }
}

fn key(content: &[u8]) -> Vec<u8> {
    [&[FORMAT], content].concat()
}

fn load(connection: &Connection) -> rusqlite::Result<Vec<SettledWeek>> {
    let rows: Vec<(String, Option<i64>, SettledRow)> = connection
        .prepare(
            "SELECT week, name, solved, goal, excused_days, excused, fine, unit, settles_at FROM settled_week
             ORDER BY week, place",
        )?
        .query_map([], |row| Ok((row.get(0)?, row.get(8)?, read(row)?)))?
        .collect::<Result<_, _>>()?;
    let mut weeks: Vec<SettledWeek> = Vec::new();
    for (week, settles_at, row) in rows {
        let Ok(from) = week.parse() else { continue };
        match weeks.last_mut() {
            Some(last) if last.from == from => last.rows.push(row),
            _ => weeks.push(SettledWeek { from, settles_at: settles_at.and_then(moment), rows: vec![row] }),
        }
    }
    Ok(weeks)
}

fn moment(seconds: i64) -> Option<Timestamp> {
    Timestamp::from_second(seconds).ok()
}

fn read(row: &Row<'_>) -> rusqlite::Result<SettledRow> {
    let amount: Option<i64> = row.get(6)?;
    let unit: Option<String> = row.get(7)?;
    Ok(SettledRow {
        name: row.get(1)?,
        solved: row.get(2)?,
        goal: row.get(3)?,
        excused_days: row.get(4)?,
        excused: row.get(5)?,
        fine: amount.zip(unit).map(|(amount, unit)| Owed { amount: amount.unsigned_abs(), unit }),
    })
}

/// All weeks in few bytes: names and units are kept once.
#[derive(Serialize, Deserialize)]
struct Packed {
    words: Vec<String>,
    /// The first day of each, and the second at which it settled.
    weeks: Vec<(String, Option<i64>, Vec<PackedRow>)>,
}

/// The name by its place among the words, problems solved and asked for, days excused and whether that is all of them, and
/// the fine with the place of its unit.
#[derive(Serialize, Deserialize)]
struct PackedRow(u32, u32, u32, u32, bool, Option<(u64, u32)>);

impl Packed {
    fn new(weeks: &[SettledWeek]) -> Self {
        let mut words = Words::default();
        let mut packed = Vec::new();
        for week in weeks {
            let mut rows = Vec::new();
            for SettledRow { name, solved, goal, excused_days, excused, fine } in &week.rows {
                let fine = fine.as_ref().map(|owed| (owed.amount, words.place(&owed.unit)));
                rows.push(PackedRow(words.place(name), *solved, *goal, *excused_days, *excused, fine));
            }
            packed.push((week.from.to_string(), week.settles_at.map(Timestamp::as_second), rows));
        }
        Self { words: words.all, weeks: packed }
    }

    fn unpacked(self) -> Option<Vec<SettledWeek>> {
        let word = |place: u32| self.words.get(place as usize).cloned();
        let row = |PackedRow(name, solved, goal, excused_days, excused, fine): PackedRow| {
            let fine = match fine {
                Some((amount, unit)) => Some(Owed { amount, unit: word(unit)? }),
                None => None,
            };
            Some(SettledRow { name: word(name)?, solved, goal, excused_days, excused, fine })
        };
        let week = |(from, settles_at, rows): (String, Option<i64>, Vec<PackedRow>)| {
            let rows = rows.into_iter().map(row).collect::<Option<_>>()?;
            Some(SettledWeek { from: from.parse().ok()?, settles_at: settles_at.and_then(moment), rows })
        };
        self.weeks.into_iter().map(week).collect()
    }
}

/// Words that are kept once.
#[derive(Default)]
struct Words<'w> {
    all: Vec<String>,
    places: HashMap<&'w str, u32>,
}

impl<'w> Words<'w> {
    fn place(&mut self, word: &'w str) -> u32 {
        let Self { all, places } = self;
        *places.entry(word).or_insert_with(|| {
            all.push(word.to_owned());
            all.len() as u32 - 1
        })
    }
}
