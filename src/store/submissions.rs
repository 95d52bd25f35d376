//! Submissions.

use foldhash::HashMap;
use jiff::Timestamp;
use rusqlite::{Connection, Row};

use super::stamps::{adopt, keep_stamps};
use super::{Store, StoreError};
use crate::model::{
    Extent, Handle, Judge, Listed, Outcome, Participation, ProblemId, Submission, Update, Validator,
};

const COLUMNS: &str =
    "id, at, contest, problem, name, verdict, participation, team, language, points, outcome";

/// The row of a submission.
const SUBMISSION: (&str, &str) = ("submission", "judge = ?1 AND handle = ?2 AND id = ?3");

impl Store {
    /// Makes the submissions of `handle` at `judge` those of `listed`, as far as its list reaches. `stamps` are those of
    /// the source's parts that were fetched at `now`.
    pub fn follow_submissions(
        &mut self,
        source: &str,
        (judge, handle): (Judge, &Handle),
        listed: &Listed,
        stamps: &[(&str, Option<&Validator>)],
        now: Timestamp,
    ) -> Result<Update, StoreError> {
        let whose = (judge.id(), handle.as_str());
        self.update_rows(source, now, |transaction, changes| {
            adopt(transaction, source, handle.as_str(), changes)?;
            keep_stamps(transaction, source, stamps, now)?;
            let mut before: HashMap<u64, Submission> = load(transaction, judge, handle, listed.reach)?
                .into_iter()
                .map(|row| (row.id, row))
                .collect();
            let mut update = Update::default();
            for row in &listed.rows {
                let key = (whose.0, whose.1, row.id as i64);
                match before.remove(&row.id) {
                    Some(known) if known == *row => continue,
                    Some(_) => update.changed += 1,
                    None => update.new += 1,
                }
                changes.go(SUBMISSION, key)?;
                put(transaction, whose, row)?;
                changes.come(SUBMISSION, key)?;
            }
            let mut delete =
                transaction.prepare("DELETE FROM submission WHERE judge = ?1 AND handle = ?2 AND id = ?3")?;
            // What the judge couldn't list may still be there.
            before.retain(|_, row| {
                listed.reach.covers(row) && !listed.omitted.crowded_seconds.contains(&row.at)
            });
            for id in before.keys() {
                let key = (whose.0, whose.1, *id as i64);
                update.removed += 1;
                changes.go(SUBMISSION, key)?;
                delete.execute(key)?;
            }
            update.total = count(transaction, whose)?;
            Ok(update)
        })
    }

    /// The submissions of `handle` at `judge`, in the order of their numbers.
    pub fn submissions(&self, judge: Judge, handle: &Handle) -> Result<Vec<Submission>, StoreError> {
        self.read(|connection| load(connection, judge, handle, Extent::All))
    }

    /// What of `handle` at `judge` was accepted: the problem and the moment of each such submission, in no order.
    pub fn accepted(&self, judge: Judge, handle: &Handle) -> Result<Vec<(ProblemId, Timestamp)>, StoreError> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT problem, at FROM submission WHERE judge = ?1 AND handle = ?2 AND outcome = ?3",
            )?;
            let accepted = outcome_number(Outcome::Accepted);
            select
                .query_map((judge.id(), handle.as_str(), accepted), |row| {
                    Ok((ProblemId::from_text(row.get_ref(0)?.as_str()?), moment(row.get(1)?)))
                })?
                .collect()
        })
    }

    /// A submission of `handle` at `judge` for each problem that the judge's list hasn't, in each contest.
    pub fn unlisted_submissions(&self, judge: Judge, handle: &Handle) -> Result<Vec<Submission>, StoreError> {
        self.read(|connection| {
            connection
                .prepare_cached(&format!(
                    "SELECT {COLUMNS} FROM submission WHERE judge = ?1 AND handle = ?2 AND NOT EXISTS
                         (SELECT 1 FROM problem AS listed WHERE listed.judge = ?1 AND listed.id = submission.problem)
                     GROUP BY contest, problem"
                ))?
                .query_map((judge.id(), handle.as_str()), |row| read(judge, row))?
                .collect()
        })
    }

    /// How many submissions of `handle` at `judge` are stored.
    pub fn submission_count(&self, judge: Judge, handle: &Handle) -> Result<usize, StoreError> {
        self.read(|connection| count(connection, (judge.id(), handle.as_str())))
    }

    /// Whether every one of `page` is stored as it is.
    pub fn has_submissions(
        &self,
        judge: Judge,
        handle: &Handle,
        page: &[Submission],
    ) -> Result<bool, StoreError> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM submission WHERE judge = ?1 AND handle = ?2 AND id = ?3"
            ))?;
            for row in page {
                let mut found = select.query((judge.id(), handle.as_str(), row.id as i64))?;
                match found.next()? {
                    Some(stored) if read(judge, stored)? == *row => {}
                    _ => return Ok(false),
                }
            }
            Ok(true)
        })
    }

    /// The numbers and times of the submissions from `since` on that wait for their verdict.
    pub fn waiting_submissions(
        &self,
        judge: Judge,
        handle: &Handle,
        since: Timestamp,
    ) -> Result<Vec<(u64, Timestamp)>, StoreError> {
        self.read(|connection| {
            connection
                .prepare(
                    "SELECT id, at FROM submission
                     WHERE judge = ?1 AND handle = ?2 AND outcome = 2 AND at >= ?3 ORDER BY id",
                )?
                .query_map((judge.id(), handle.as_str(), since.as_second()), |row| {
                    Ok((row.get::<_, i64>(0)? as u64, moment(row.get(1)?)))
                })?
                .collect()
        })
    }

    /// Whether `handle` ever handed anything in at `judge` with a team, whose others may do so without them.
    pub fn has_team(&self, judge: Judge, handle: &Handle) -> Result<bool, StoreError> {
        self.read(|connection| {
            connection
                .prepare_cached("SELECT 1 FROM submission WHERE judge = ?1 AND handle = ?2 AND team LIMIT 1")?
                .exists((judge.id(), handle.as_str()))
        })
    }

    /// When the newest stored submission of `handle` at `judge` was handed in.
    pub fn newest_submission(&self, judge: Judge, handle: &Handle) -> Result<Option<Timestamp>, StoreError> {
        self.read(|connection| {
            let query = "SELECT max(at) FROM submission WHERE judge = ?1 AND handle = ?2";
            let newest: Option<i64> =
                connection.query_row(query, (judge.id(), handle.as_str()), |row| row.get(0))?;
            Ok(newest.map(moment))
        })
    }
}

fn count(connection: &Connection, whose: (&str, &str)) -> rusqlite::Result<usize> {
    let query = "SELECT count(*) FROM submission WHERE judge = ?1 AND handle = ?2";
    connection.query_row(query, whose, |row| row.get::<_, i64>(0)).map(|count| count as usize)
}

fn put(connection: &Connection, whose: (&str, &str), row: &Submission) -> rusqlite::Result<()> {
    connection
        .prepare_cached(&format!(
            "INSERT OR REPLACE INTO submission (judge, handle, {COLUMNS})
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
        ))?
        .execute(rusqlite::params![
            whose.0,
            whose.1,
            row.id as i64,
            row.at.as_second(),
            row.contest,
            row.problem.as_str(),
            row.name,
            row.verdict,
            row.participation.map(Participation::word),
            row.team,
            row.language,
            row.points,
            outcome_number(row.outcome()),
        ])?;
    Ok(())
}

fn load(
    connection: &Connection,
    judge: Judge,
    handle: &Handle,
    reach: Extent,
) -> rusqlite::Result<Vec<Submission>> {
    let (condition, from) = match reach {
        Extent::All | Extent::Newest => ("?3 = 0", 0),
        Extent::FromId(id) => ("id >= ?3", id as i64),
        Extent::Since(at) => ("at >= ?3", at.as_second()),
    };
    connection
        .prepare(&format!(
            "SELECT {COLUMNS} FROM submission WHERE judge = ?1 AND handle = ?2 AND {condition} ORDER BY id"
        ))?
        .query_map((judge.id(), handle.as_str(), from), |row| read(judge, row))?
        .collect()
}

fn read(judge: Judge, row: &Row<'_>) -> rusqlite::Result<Submission> {
    Ok(Submission {
        judge,
        id: row.get::<_, i64>(0)? as u64,
        at: moment(row.get(1)?),
        contest: row.get(2)?,
        problem: ProblemId::from_text(row.get_ref(3)?.as_str()?),
        name: row.get(4)?,
        verdict: row.get(5)?,
        told: None,
        participation: row.get::<_, Option<String>>(6)?.map(|word| Participation::of_word(&word)),
        team: row.get(7)?,
        language: row.get(8)?,
        points: row.get(9)?,
    })
}

/// How the tables have an outcome.
pub(super) fn outcome_number(outcome: Outcome) -> i64 {
    match outcome {
        Outcome::Rejected => 0,
        Outcome::Accepted => 1,
        Outcome::Waiting => 2,
    }
}

pub(super) fn moment(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH)
}
