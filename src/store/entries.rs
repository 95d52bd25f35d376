//! How the entries of the judges' lists lie in their tables.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::model::{Contest, ContestProblem, Difficulty, Judge, Problem, ProblemId};

/// A kind of entry in a judge's lists.
pub(super) trait Entry: PartialEq + Sized {
    /// Selects all of the judge `?1`.
    const SELECT: &str;
    /// Puts one of the judge `?1`, in the place of what has its key.
    const PUT: &str;
    /// Deletes one of the judge `?1` by the two parts of its key, `?2` and `?3`.
    const DELETE: &str;

    fn key(&self) -> (String, String);
    fn read(judge: Judge, row: &Row<'_>) -> rusqlite::Result<Self>;
    fn put(&self, judge: &str, statement: &mut rusqlite::CachedStatement<'_>) -> rusqlite::Result<usize>;

    /// Whether it says something else than `before`; counts that grow by themselves are no news.
    fn is_news(&self, before: &Self) -> bool {
        self != before
    }
}

impl Entry for Problem {
    const SELECT: &str = "SELECT id, contest, place, name, rating, tags, solved, level FROM problem WHERE judge = ?1 ORDER BY id";
    const PUT: &str =
        "INSERT OR REPLACE INTO problem (judge, id, contest, place, name, rating, tags, solved, level)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    const DELETE: &str = "DELETE FROM problem WHERE judge = ?1 AND id = ?2 AND ?3 = ''";

    fn key(&self) -> (String, String) {
        (self.id.as_str().to_owned(), String::new())
    }

    fn read(judge: Judge, row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            judge,
            id: ProblemId::from_text(row.get_ref(0)?.as_str()?),
            contest: row.get(1)?,
            index: row.get(2)?,
            name: row.get(3)?,
            rating: row.get(4)?,
            tags: row.get_ref(5)?.as_str()?.lines().map(str::to_owned).collect(),
            solved: row.get(6)?,
            level: row.get(7)?,
        })
    }

    fn put(&self, judge: &str, statement: &mut rusqlite::CachedStatement<'_>) -> rusqlite::Result<usize> {
        statement.execute(params![
            judge,
            self.id.as_str(),
            self.contest,
            self.index,
            self.name,
            self.rating,
            self.tags.join("\n"),
            self.solved,
            self.level,
        ])
    }

    fn is_news(&self, before: &Self) -> bool {
        Self { solved: None, ..self.clone() } != Self { solved: None, ..before.clone() }
    }
}

impl Entry for ContestProblem {
    const SELECT: &str =
        "SELECT contest, problem, place FROM contest_problem WHERE judge = ?1 ORDER BY contest, problem";
    const PUT: &str = "INSERT OR REPLACE INTO contest_problem (judge, contest, problem, place)
         VALUES (?1, ?2, ?3, ?4)";
    const DELETE: &str = "DELETE FROM contest_problem WHERE judge = ?1 AND contest = ?2 AND problem = ?3";

    fn key(&self) -> (String, String) {
        (self.contest.clone(), self.problem.as_str().to_owned())
    }

    fn read(_: Judge, row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            contest: row.get(0)?,
            problem: ProblemId::from_text(row.get_ref(1)?.as_str()?),
            index: row.get(2)?,
        })
    }

    fn put(&self, judge: &str, statement: &mut rusqlite::CachedStatement<'_>) -> rusqlite::Result<usize> {
        statement.execute((judge, &self.contest, self.problem.as_str(), &self.index))
    }
}

impl Entry for Contest {
    const SELECT: &str = "SELECT id, name, start, seconds, rated FROM contest WHERE judge = ?1 ORDER BY id";
    const PUT: &str = "INSERT OR REPLACE INTO contest (judge, id, name, start, seconds, rated)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    const DELETE: &str = "DELETE FROM contest WHERE judge = ?1 AND id = ?2 AND ?3 = ''";

    fn key(&self) -> (String, String) {
        (self.id.clone(), String::new())
    }

    fn read(judge: Judge, row: &Row<'_>) -> rusqlite::Result<Self> {
        let start: Option<i64> = row.get(2)?;
        Ok(Self {
            judge,
            id: row.get(0)?,
            name: row.get(1)?,
            start: start.and_then(|second| Timestamp::from_second(second).ok()),
            seconds: row.get::<_, i64>(3)? as u64,
            rated: row.get(4)?,
        })
    }

    fn put(&self, judge: &str, statement: &mut rusqlite::CachedStatement<'_>) -> rusqlite::Result<usize> {
        let start = self.start.map(Timestamp::as_second);
        statement.execute((judge, &self.id, &self.name, start, self.seconds as i64, &self.rated))
    }
}

impl Entry for Difficulty {
    const SELECT: &str = "SELECT problem, raw, experimental, slope, intercept, variance, discrimination
         FROM difficulty WHERE judge = ?1 ORDER BY problem";
    const PUT: &str = "INSERT OR REPLACE INTO difficulty
         (judge, problem, raw, experimental, slope, intercept, variance, discrimination)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    const DELETE: &str = "DELETE FROM difficulty WHERE judge = ?1 AND problem = ?2 AND ?3 = ''";

    fn key(&self) -> (String, String) {
        (self.problem.as_str().to_owned(), String::new())
    }

    fn read(_: Judge, row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            problem: ProblemId::from_text(row.get_ref(0)?.as_str()?),
            raw: row.get(1)?,
            experimental: row.get(2)?,
            slope: row.get(3)?,
            intercept: row.get(4)?,
            variance: row.get(5)?,
            discrimination: row.get(6)?,
        })
    }

    fn put(&self, judge: &str, statement: &mut rusqlite::CachedStatement<'_>) -> rusqlite::Result<usize> {
        statement.execute(params![
            judge,
            self.problem.as_str(),
            self.raw,
            self.experimental,
            self.slope,
            self.intercept,
            self.variance,
            self.discrimination,
        ])
    }
}
