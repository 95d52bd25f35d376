//! Solution changes.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use rusqlite::Connection;

use super::{Store, StoreError};
use crate::model::{
    AuthorDate, CommitId, FileChange, FileChangeKind, Identity, ProblemId, RepoPath, SolutionChange, Update,
};

impl Store {
    /// Makes `changes` the solution changes of the repository configured as `repo`, scanned at `now`.
    pub fn replace_solutions(
        &mut self,
        source: &str,
        repo: &str,
        changes: &[SolutionChange],
        now: Timestamp,
    ) -> Result<Update, StoreError> {
        self.update(source, now, |transaction| {
            let before = load(transaction, repo)?;
            let known: HashMap<CommitId, &SolutionChange> =
                before.iter().map(|change| (change.commit, change)).collect();
            let listed: HashSet<CommitId> = changes.iter().map(|change| change.commit).collect();
            let mut update = Update { total: changes.len(), ..Update::default() };
            let mut delete =
                transaction.prepare("DELETE FROM solution_change WHERE repo = ?1 AND hash = ?2")?;
            for change in before.iter().filter(|change| !listed.contains(&change.commit)) {
                update.removed += 1;
                delete.execute((repo, change.commit.0))?;
            }
            for change in changes {
                match known.get(&change.commit) {
                    Some(before) if *before == change => continue,
                    Some(_) => {
                        update.changed += 1;
                        delete.execute((repo, change.commit.0))?;
                    }
                    None => update.new += 1,
                }
                save(transaction, repo, change)?;
            }
            Ok(update)
        })
    }

    /// The stored solution changes of the repository configured as `repo`, by commit.
    pub fn solutions(&self, repo: &str) -> Result<Vec<SolutionChange>, StoreError> {
        self.read(|connection| load(connection, repo))
    }
}

fn save(connection: &Connection, repo: &str, change: &SolutionChange) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO solution_change (repo, hash, name, email, seconds, offset_minutes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((
            repo,
            change.commit.0,
            &change.author.name,
            &change.author.email,
            change.date.seconds,
            change.date.offset_minutes,
        ))?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO file_change (repo, hash, path, added, problem) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for file in &change.files {
        let added = file.kind == FileChangeKind::Added;
        let problem = file.problem.as_ref().map(ProblemId::as_str);
        insert.execute((repo, change.commit.0, &file.path.0, added, problem))?;
    }
    Ok(())
}

fn load(connection: &Connection, repo: &str) -> rusqlite::Result<Vec<SolutionChange>> {
    let mut select = connection.prepare(
        "SELECT hash, name, email, seconds, offset_minutes, path, added, problem
         FROM solution_change JOIN file_change USING (repo, hash)
         WHERE repo = ?1 ORDER BY hash, path",
    )?;
    let mut rows = select.query([repo])?;
    let mut changes: Vec<SolutionChange> = Vec::new();
    while let Some(row) = rows.next()? {
        let commit = CommitId(row.get(0)?);
        if changes.last().is_none_or(|change| change.commit != commit) {
            changes.push(SolutionChange {
                commit,
                author: Identity { name: row.get(1)?, email: row.get(2)? },
                date: AuthorDate { seconds: row.get(3)?, offset_minutes: row.get(4)? },
                files: Vec::new(),
            });
        }
        let file = FileChange {
            path: RepoPath(row.get(5)?),
            kind: if row.get(6)? { FileChangeKind::Added } else { FileChangeKind::Modified },
            problem: row.get::<_, Option<String>>(7)?.map(ProblemId::from_stored),
        };
        if let Some(change) = changes.last_mut() {
            change.files.push(file);
        }
    }
    Ok(changes)
}
