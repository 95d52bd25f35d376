//! What was imported from files, each file a source of its own.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};

use super::submissions::{moment, outcome_number};
use super::{Store, StoreError};
use crate::model::{
    Handle, Import, ImportSummary, ImportedProblem, ImportedSubmission, Judge, Outcome, Participation,
    ProblemId, RatingChange, SeriesKey, Submission, Update,
};

/// What begins the name of a source that is an import.
pub const IMPORT: &str = "import:";

const RATING: &str = "judge, track, handle, contest, name, at, place, old, new, performance, rated, position";
const SUBMISSION: &str =
    "judge, id, at, contest, problem, name, verdict, told, participation, team, language,
     points, difficulty";

const PROBLEM: &str = "problem, title, level, topics, solved";

impl Store {
    /// Makes the import `name` what `import` has, as of `now`.
    pub fn keep_import(&mut self, name: &str, import: &Import, now: Timestamp) -> Result<Update, StoreError> {
        self.update(&format!("{IMPORT}{name}"), now, |transaction| {
            let before = Import {
                file: String::new(),
                ratings: ratings(transaction, name)?,
                submissions: submissions(transaction, name)?,
                problems: problems(transaction, name)?,
            };
            for table in ["imported_rating", "imported_submission", "imported_problem"] {
                transaction.execute(&format!("DELETE FROM {table} WHERE import = ?1"), [name])?;
            }
            let insert = "INSERT OR REPLACE INTO import (name, file) VALUES (?1, ?2)";
            transaction.execute(insert, (name, &import.file))?;
            put(transaction, name, import)?;
            put_problems(transaction, name, &import.problems)?;
            Ok(news(&before, import))
        })
    }

    /// Takes an import away, and says what it was; `None` where there is none of that name.
    pub fn remove_import(&mut self, name: &str) -> Result<Option<ImportSummary>, StoreError> {
        let Some(summary) = self.imports()?.into_iter().find(|import| import.name == name) else {
            return Ok(None);
        };
        self.forget_source(&format!("{IMPORT}{name}"))?;
        Ok(Some(summary))
    }

    /// Every import, by name.
    pub fn imports(&self) -> Result<Vec<ImportSummary>, StoreError> {
        self.read(|connection| {
            let select = "SELECT import.name, file, synced_at FROM import
                 JOIN source ON source.name = 'import:' || import.name ORDER BY import.name";
            let of_row = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, moment(row.get(2)?)));
            let imports: Vec<(String, String, Timestamp)> =
                connection.prepare(select)?.query_map([], of_row)?.collect::<rusqlite::Result<_>>()?;
            let summary = |(name, file, at): (String, String, Timestamp)| {
                let (mut judges, mut counts) = (Vec::new(), [0, 0]);
                for (table, count) in ["imported_rating", "imported_submission"].iter().zip(&mut counts) {
                    let select =
                        format!("SELECT judge, count(*) FROM {table} WHERE import = ?1 GROUP BY judge");
                    let mut select = connection.prepare(&select)?;
                    let mut rows = select.query([&name])?;
                    while let Some(row) = rows.next()? {
                        judges.push(Judge::of_id(row.get_ref(0)?.as_str()?));
                        *count += row.get::<_, i64>(1)? as usize;
                    }
                }
                let problems = problems(connection, &name)?;
                judges.extend(problems.iter().map(|one| Judge::of(one.problem.known_judge())));
                judges.sort_unstable();
                judges.dedup();
                Ok(ImportSummary {
                    name,
                    file,
                    at,
                    judges,
                    ratings: counts[0],
                    submissions: counts[1],
                    problems: problems.len(),
                    solved: problems.iter().filter(|one| one.solved).count(),
                })
            };
            imports.into_iter().map(summary).collect()
        })
    }

    /// Whether anything was imported.
    pub fn has_imports(&self) -> Result<bool, StoreError> {
        self.read(|connection| {
            connection.query_row("SELECT EXISTS (SELECT 1 FROM import)", [], |row| row.get(0))
        })
    }

    /// Who one is at each judge, by the import `name`.
    pub fn imported_handles(&self, name: &str) -> Result<Vec<(Judge, Handle)>, StoreError> {
        self.read(|connection| {
            let select = "SELECT DISTINCT judge, handle FROM imported_rating WHERE import = ?1";
            let mut select = connection.prepare(select)?;
            let of_row = |row: &Row<'_>| {
                let judge = Judge::of_id(row.get_ref(0)?.as_str()?);
                Ok(Handle::new(judge, row.get_ref(1)?.as_str()?).ok().map(|handle| (judge, handle)))
            };
            select.query_map([name], of_row)?.filter_map(Result::transpose).collect()
        })
    }

    /// The contests of rating histories that each import has, the newest import first.
    pub fn imported_ratings(&self) -> Result<Vec<Vec<(SeriesKey, RatingChange)>>, StoreError> {
        self.read(|connection| of_each(connection, ratings))
    }

    /// The problems that each import has, the newest import first.
    pub fn imported_problems(&self) -> Result<Vec<Vec<ImportedProblem>>, StoreError> {
        self.read(|connection| of_each(connection, problems))
    }

    /// The submissions that each import has, the newest import first.
    pub fn imported_submissions(&self) -> Result<Vec<Vec<ImportedSubmission>>, StoreError> {
        self.read(|connection| of_each(connection, submissions))
    }
}

/// What `read` finds of each import, the newest first.
fn of_each<T>(
    connection: &Connection,
    read: fn(&Connection, &str) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    let select = "SELECT import.name FROM import
         JOIN source ON source.name = 'import:' || import.name ORDER BY synced_at DESC, import.name";
    let names: Vec<String> =
        connection.prepare(select)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    names.iter().map(|name| read(connection, name)).collect()
}

/// Handles that their judge can't have any more are left out.
fn ratings(connection: &Connection, import: &str) -> rusqlite::Result<Vec<(SeriesKey, RatingChange)>> {
    let select = format!(
        "SELECT {RATING} FROM imported_rating WHERE import = ?1 ORDER BY judge, track, handle, position"
    );
    let mut select = connection.prepare(&select)?;
    select.query_map([import], read_rating)?.filter_map(Result::transpose).collect()
}

fn submissions(connection: &Connection, import: &str) -> rusqlite::Result<Vec<ImportedSubmission>> {
    let select = format!("SELECT {SUBMISSION} FROM imported_submission WHERE import = ?1 ORDER BY judge, id");
    connection.prepare(&select)?.query_map([import], read_submission)?.collect()
}

fn problems(connection: &Connection, import: &str) -> rusqlite::Result<Vec<ImportedProblem>> {
    let select = format!("SELECT {PROBLEM} FROM imported_problem WHERE import = ?1 ORDER BY problem");
    let read = |row: &Row<'_>| {
        Ok(ImportedProblem {
            problem: ProblemId::from_text(row.get_ref(0)?.as_str()?),
            title: row.get(1)?,
            level: row.get(2)?,
            topics: row.get_ref(3)?.as_str()?.lines().map(str::to_owned).collect(),
            solved: row.get(4)?,
        })
    };
    connection.prepare(&select)?.query_map([import], read)?.collect()
}

fn read_rating(row: &Row<'_>) -> rusqlite::Result<Option<(SeriesKey, RatingChange)>> {
    let judge = Judge::of_id(row.get_ref(0)?.as_str()?);
    let track = row.get_ref(1)?.as_str()?;
    let track = judge.tracks().iter().find(|known| known.id() == track);
    let handle = Handle::new(judge, row.get_ref(2)?.as_str()?).ok();
    let Some((&track, handle)) = track.zip(handle) else { return Ok(None) };
    let change = RatingChange {
        contest: row.get(3)?,
        name: row.get(4)?,
        at: moment(row.get(5)?),
        place: row.get(6)?,
        old: row.get(7)?,
        new: row.get(8)?,
        performance: row.get(9)?,
        rated: row.get(10)?,
    };
    Ok(Some((SeriesKey { judge, track, handle }, change)))
}

fn read_submission(row: &Row<'_>) -> rusqlite::Result<ImportedSubmission> {
    let told: Option<i64> = row.get(7)?;
    let submission = Submission {
        judge: Judge::of_id(row.get_ref(0)?.as_str()?),
        id: row.get::<_, i64>(1)? as u64,
        at: moment(row.get(2)?),
        contest: row.get(3)?,
        problem: ProblemId::from_text(row.get_ref(4)?.as_str()?),
        name: row.get(5)?,
        verdict: row.get(6)?,
        told: Outcome::ALL.into_iter().find(|outcome| Some(outcome_number(*outcome)) == told),
        participation: row.get::<_, Option<String>>(8)?.map(|word| Participation::of_word(&word)),
        team: row.get(9)?,
        language: row.get(10)?,
        points: row.get(11)?,
    };
    Ok(ImportedSubmission { submission, difficulty: row.get(12)? })
}

fn put(connection: &Connection, name: &str, import: &Import) -> rusqlite::Result<()> {
    let mut insert = connection.prepare(&format!(
        "INSERT INTO imported_rating (import, {RATING})
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
    ))?;
    let mut positions: HashMap<&SeriesKey, i64> = HashMap::new();
    for (key, change) in &import.ratings {
        let position = positions.entry(key).or_default();
        insert.execute(params![
            name,
            key.judge.id(),
            key.track.id(),
            key.handle.as_str(),
            change.contest,
            change.name,
            change.at.as_second(),
            change.place,
            change.old,
            change.new,
            change.performance,
            change.rated,
            *position,
        ])?;
        *position += 1;
    }
    let mut insert = connection.prepare(&format!(
        "INSERT INTO imported_submission (import, {SUBMISSION})
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
    ))?;
    for ImportedSubmission { submission, difficulty } in &import.submissions {
        insert.execute(params![
            name,
            submission.judge.id(),
            submission.id as i64,
            submission.at.as_second(),
            submission.contest,
            submission.problem.as_str(),
            submission.name,
            submission.verdict,
            submission.told.map(outcome_number),
            submission.participation.map(Participation::word),
            submission.team,
            submission.language,
            submission.points,
            difficulty,
        ])?;
    }
    Ok(())
}

fn put_problems(connection: &Connection, name: &str, problems: &[ImportedProblem]) -> rusqlite::Result<()> {
    let mut insert = connection.prepare(&format!(
        "INSERT INTO imported_problem (import, {PROBLEM}) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    ))?;
    for ImportedProblem { problem, title, level, topics, solved } in problems {
        insert.execute(params![name, problem.as_str(), title, level, topics.join("\n"), solved])?;
    }
    Ok(())
}

/// How the rows of an import differ from those before.
fn news(before: &Import, after: &Import) -> Update {
    let contest = |(key, change): &(SeriesKey, RatingChange), times: &mut HashMap<_, usize>| {
        let place = times.entry((key.clone(), change.contest.clone())).or_default();
        *place += 1;
        (key.clone(), change.contest.clone(), *place)
    };
    let mut seen = HashMap::new();
    let old: HashMap<_, _> = before.ratings.iter().map(|row| (contest(row, &mut seen), &row.1)).collect();
    seen.clear();
    let new: HashMap<_, _> = after.ratings.iter().map(|row| (contest(row, &mut seen), &row.1)).collect();
    let number = |row: &'_ ImportedSubmission| (row.submission.judge, row.submission.id);
    let old_rows: BTreeMap<_, _> = before.submissions.iter().map(|row| (number(row), row)).collect();
    let new_rows: BTreeMap<_, _> = after.submissions.iter().map(|row| (number(row), row)).collect();
    let by_problem = |import: &'_ Import| -> BTreeMap<ProblemId, ImportedProblem> {
        import.problems.iter().map(|one| (one.problem.clone(), one.clone())).collect()
    };
    let (old_problems, new_problems) = (by_problem(before), by_problem(after));
    let total = new.len() + new_rows.len() + new_problems.len();
    let mut update = Update { total, ..Update::default() };
    let mut count = |is_known: bool, is_same: bool| match (is_known, is_same) {
        (false, _) => update.new += 1,
        (true, false) => update.changed += 1,
        (true, true) => {}
    };
    for (key, change) in &new {
        count(old.contains_key(key), old.get(key) == Some(change));
    }
    for (key, row) in &new_rows {
        count(old_rows.contains_key(key), old_rows.get(key) == Some(row));
    }
    for (key, problem) in &new_problems {
        count(old_problems.contains_key(key), old_problems.get(key) == Some(problem));
    }
    update.removed = old_problems.keys().filter(|key| !new_problems.contains_key(*key)).count()
        + old.keys().filter(|key| !new.contains_key(*key)).count()
        + old_rows.keys().filter(|key| !new_rows.contains_key(*key)).count();
    update
}
