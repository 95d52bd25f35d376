//! The weeks of a study group, as they were when they settled.

use jiff::Timestamp;
use rusqlite::Row;

use super::{Store, StoreError};
use crate::model::{Owed, SettledRow, SettledWeek};

/// What settled weeks are called among the sources.
pub const SETTLED: &str = "group.weeks";

impl Store {
    /// The weeks that were kept, oldest first.
    pub fn settled_weeks(&self) -> Result<Vec<SettledWeek>, StoreError> {
        let rows: Vec<(String, SettledRow)> = self.read(|connection| {
            connection
                .prepare(
                    "SELECT week, name, solved, goal, excused_days, excused, fine, unit FROM settled_week
                     ORDER BY week, place",
                )?
                .query_map([], |row| Ok((row.get(0)?, read(row)?)))?
                .collect()
        })?;
        let mut weeks: Vec<SettledWeek> = Vec::new();
        for (week, row) in rows {
            let Ok(from) = week.parse() else { continue };
            match weeks.last_mut() {
                Some(last) if last.from == from => last.rows.push(row),
                _ => weeks.push(SettledWeek { from, rows: vec![row] }),
            }
        }
        Ok(weeks)
    }

    /// Keeps weeks that have settled. A week that was kept stays as it is.
    pub fn keep_settled(&mut self, weeks: &[SettledWeek], now: Timestamp) -> Result<(), StoreError> {
        self.update(SETTLED, now, |transaction| {
            let mut is_kept = transaction.prepare("SELECT 1 FROM settled_week WHERE week = ?1")?;
            let mut insert = transaction.prepare(
                "INSERT INTO settled_week (week, place, name, solved, goal, excused_days, excused, fine, unit)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
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
                    ])?;
                }
            }
            Ok(())
        })
    }
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
