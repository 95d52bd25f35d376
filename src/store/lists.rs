//! What the judges offer: problems, difficulties and contests.

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};
use jiff::Timestamp;
use rusqlite::{Connection, Transaction};

use super::announced::add_announced;
use super::entries::Entry;
use super::stamps::keep_stamps;
use super::{Store, StoreError};
use crate::model::{Contest, ContestProblem, Difficulty, Judge, Problem, ProblemId, Update, Validator};

/// What a part of a source brought; `None` where it is as it was.
pub type News<'a, T> = Option<&'a (Vec<T>, Validator)>;

pub(super) fn all<E: Entry>(connection: &Connection, judge: Judge) -> rusqlite::Result<Vec<E>> {
    let mut select = connection.prepare(E::SELECT)?;
    select.query_map([judge.id()], |row| E::read(judge, row))?.collect()
}

/// Makes the stored entries of `judge` those of `rows`.
pub(super) fn follow<E: Entry>(
    connection: &Connection,
    judge: Judge,
    rows: &[E],
) -> rusqlite::Result<Update> {
    let mut before: HashMap<_, E> =
        all(connection, judge)?.into_iter().map(|entry: E| (entry.key(), entry)).collect();
    let mut seen = HashSet::with_capacity(rows.len());
    let mut update = Update::default();
    let mut put = connection.prepare_cached(E::PUT)?;
    for row in rows {
        let key = row.key();
        let known = before.remove(&key);
        if !seen.insert(key) || known.as_ref() == Some(row) {
            continue;
        }
        match known {
            None => update.new += 1,
            Some(known) => update.changed += usize::from(row.is_news(&known)),
        }
        row.put(judge.id(), &mut put)?;
    }
    update.removed = before.len();
    let mut delete = connection.prepare_cached(E::DELETE)?;
    for (first, second) in before.keys() {
        delete.execute((judge.id(), first, second))?;
    }
    update.total = seen.len();
    Ok(update)
}

impl Store {
    fn follow_one<E: Entry>(
        &mut self,
        source: &str,
        judge: Judge,
        rows: &[E],
        stamp: &Validator,
        now: Timestamp,
    ) -> Result<Update, StoreError> {
        self.update(source, now, |transaction| {
            keep_stamps(transaction, source, &[("", Some(stamp))], now)?;
            follow(transaction, judge, rows)
        })
    }

    /// Makes the problems of `judge` those of `rows`, fetched at `now` with `stamp`.
    pub fn follow_problems(
        &mut self,
        source: &str,
        judge: Judge,
        rows: &[Problem],
        stamp: &Validator,
        now: Timestamp,
    ) -> Result<Update, StoreError> {
        self.follow_one(source, judge, rows, stamp, now)
    }

    /// Makes the contests of `judge` those of `rows`, fetched at `now` with `stamp`.
    pub fn follow_contests(
        &mut self,
        source: &str,
        judge: Judge,
        rows: &[Contest],
        stamp: &Validator,
        now: Timestamp,
    ) -> Result<Update, StoreError> {
        self.follow_one(source, judge, rows, stamp, now)
    }

    /// Makes the difficulties at `judge` those of `rows`, fetched at `now` with `stamp`.
    pub fn follow_difficulties(
        &mut self,
        source: &str,
        judge: Judge,
        rows: &[Difficulty],
        stamp: &Validator,
        now: Timestamp,
    ) -> Result<Update, StoreError> {
        self.follow_one(source, judge, rows, stamp, now)
    }

    /// Makes the problems of `judge` and the contests that have them those that are given; `None` where the stored ones
    /// are still right. `parts` names the two resources.
    pub fn follow_placed_problems(
        &mut self,
        source: &str,
        judge: Judge,
        (problems, contests): (News<'_, Problem>, News<'_, ContestProblem>),
        parts: [&str; 2],
        now: Timestamp,
    ) -> Result<Update, StoreError> {
        let follow_both = |transaction: &Transaction<'_>| {
            let mut update = match problems {
                Some((rows, stamp)) => {
                    keep_stamps(transaction, source, &[(parts[0], Some(stamp))], now)?;
                    follow(transaction, judge, rows)?
                }
                None => Update { total: count(transaction, judge, "problem")?, ..Update::default() },
            };
            if let Some((rows, stamp)) = contests {
                keep_stamps(transaction, source, &[(parts[1], Some(stamp))], now)?;
                let listed = follow(transaction, judge, rows)?;
                // A problem that is shown in one more contest is no new problem.
                update.changed += listed.changed;
            }
            keep_stamps(transaction, source, &[], now)?;
            Ok(update)
        };
        self.update(source, now, follow_both)
    }

    /// Every problem of `judge`, each with the contest that it was made for.
    pub fn problems(&self, judge: Judge) -> Result<Vec<Problem>, StoreError> {
        Ok(self.placed_problems(judge)?.0)
    }

    /// The same, and in which contests they are shown.
    pub fn placed_problems(&self, judge: Judge) -> Result<(Vec<Problem>, Vec<ContestProblem>), StoreError> {
        self.read(|connection| {
            let mut problems: Vec<Problem> = all(connection, judge)?;
            if !judge.spec().problems.has_places {
                return Ok((problems, Vec::new()));
            }
            let pairs: Vec<ContestProblem> = all(connection, judge)?;
            let mut contests: HashMap<&ProblemId, Vec<&ContestProblem>> = HashMap::new();
            for pair in &pairs {
                contests.entry(&pair.problem).or_default().push(pair);
            }
            for problem in &mut problems {
                let Some(pairs) = contests.get(&problem.id) else { continue };
                let names: Vec<&str> = pairs.iter().map(|pair| pair.contest.as_str()).collect();
                let home =
                    (judge.spec().problems.home_contest)(&problem.id, &problem.contest, &names).to_owned();
                if let Some(pair) = pairs.iter().find(|pair| pair.contest == home) {
                    problem.index.clone_from(&pair.index);
                }
                problem.contest = home;
            }
            Ok((problems, pairs))
        })
    }

    /// Every contest of `judge`: those in its list, and those that it announces apart from that.
    pub fn contests(&self, judge: Judge) -> Result<Vec<Contest>, StoreError> {
        self.read(|connection| {
            let mut contests = all(connection, judge)?;
            add_announced(connection, judge, &mut contests)?;
            Ok(contests)
        })
    }

    /// The contests in the list of `judge` that began at `since` or later, or will.
    pub fn contests_since(&self, judge: Judge, since: Timestamp) -> Result<Vec<Contest>, StoreError> {
        self.read(|connection| {
            let mut select =
                connection.prepare(&Contest::SELECT.replace("ORDER", "AND start >= ?2 ORDER"))?;
            select.query_map((judge.id(), since.as_second()), |row| Contest::read(judge, row))?.collect()
        })
    }

    /// How hard the problems of `judge` are.
    pub fn difficulties(&self, judge: Judge) -> Result<Vec<Difficulty>, StoreError> {
        self.read(|connection| all(connection, judge))
    }

    /// How many problems of `judge` are stored.
    pub fn problem_count(&self, judge: Judge) -> Result<usize, StoreError> {
        self.read(|connection| count(connection, judge, "problem"))
    }

    /// How many contests of `judge` are stored.
    pub fn contest_count(&self, judge: Judge) -> Result<usize, StoreError> {
        self.read(|connection| count(connection, judge, "contest"))
    }

    /// How many difficulties of `judge` are stored.
    pub fn difficulty_count(&self, judge: Judge) -> Result<usize, StoreError> {
        self.read(|connection| count(connection, judge, "difficulty"))
    }
}

pub(super) fn count(connection: &Connection, judge: Judge, table: &str) -> rusqlite::Result<usize> {
    let query = format!("SELECT count(*) FROM {table} WHERE judge = ?1");
    connection.query_row(&query, [judge.id()], |row| row.get::<_, i64>(0)).map(|count| count as usize)
}
