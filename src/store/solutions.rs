//! Solution changes, and what the scanner remembers of a repository.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};

use super::checksum::checksum;
use super::{Store, StoreError};
use crate::model::{
    AuthorDate, CommitId, FileChange, FileChangeKind, Identity, NamedBy, NamedProblem, ProblemId, RepoPath,
    SolutionChange, Update,
};

/// What is stored of a repository.
#[derive(Debug, Clone, PartialEq)]
pub struct Scanned {
    /// The scanner's memory.
    pub memory: Vec<u8>,
    /// The solution changes that it remembers.
    pub changes: Vec<SolutionChange>,
}

/// The rows of a commit.
const OF_COMMIT: [(&str, &str); 2] =
    [("solution_change", "repo = ?1 AND hash = ?2"), ("file_change", "repo = ?1 AND hash = ?2")];

impl Store {
    /// Makes `changes` the solution changes of the repository configured as `repo`, scanned at `now`, and keeps the
    /// scanner's memory of it.
    pub fn replace_solutions(
        &mut self,
        source: &str,
        repo: &str,
        changes: &[SolutionChange],
        memory: Option<&[u8]>,
        now: Timestamp,
    ) -> Result<Update, StoreError> {
        self.update(source, now, |transaction| {
            let before = load(transaction, repo)?;
            let known: HashMap<CommitId, &SolutionChange> =
                before.iter().map(|change| (change.commit, change)).collect();
            let listed: HashSet<CommitId> = changes.iter().map(|change| change.commit).collect();
            let mut update = Update { total: changes.len(), ..Update::default() };
            let mut renamed: HashSet<&RepoPath> = HashSet::new();
            let mut delete = transaction.prepare(DELETE)?;
            for change in before.iter().filter(|change| !listed.contains(&change.commit)) {
                update.removed += 1;
                delete.execute((repo, change.commit.0))?;
            }
            for change in changes {
                match known.get(&change.commit) {
                    Some(before) if *before == change => continue,
                    Some(before) => {
                        update.changed += 1;
                        renamed.extend(renamed_in(before, change));
                        delete.execute((repo, change.commit.0))?;
                    }
                    None => update.new += 1,
                }
                save(transaction, repo, change)?;
            }
            remember(transaction, repo, memory)?;
            update.renamed = renamed.len();
            Ok(update)
        })
    }

    /// Adds `new` solution changes of the repository configured as `repo` and forgets those of the commits that are
    /// `gone`, as scanned at `now`, and keeps the scanner's memory of it.
    pub fn update_solutions(
        &mut self,
        source: &str,
        repo: &str,
        (new, gone): (&[SolutionChange], &[CommitId]),
        memory: &[u8],
        now: Timestamp,
    ) -> Result<Update, StoreError> {
        self.update_rows(source, now, |transaction, changes| {
            let mut update = Update { new: new.len(), ..Update::default() };
            let mut delete = transaction.prepare(DELETE)?;
            for commit in gone {
                for part in OF_COMMIT {
                    changes.go(part, (repo, commit.0))?;
                }
                update.removed += delete.execute((repo, commit.0))?;
            }
            for change in new {
                save(transaction, repo, change)?;
                for part in OF_COMMIT {
                    changes.come(part, (repo, change.commit.0))?;
                }
            }
            remember(transaction, repo, Some(memory))?;
            let count = "SELECT count(*) FROM solution_change WHERE repo = ?1";
            update.total = transaction.query_row(count, [repo], |row| row.get::<_, u32>(0))? as usize;
            Ok(update)
        })
    }

    /// The stored solution changes of the repository configured as `repo`, by commit.
    pub fn solutions(&self, repo: &str) -> Result<Vec<SolutionChange>, StoreError> {
        self.read(|connection| load(connection, repo))
    }

    /// What the scanner remembers of the repository configured as `repo`, and the solution changes that belong to it, as
    /// they were at one moment; `None` where it remembers nothing.
    pub fn scanned(&self, repo: &str) -> Result<Option<Scanned>, StoreError> {
        self.read(|connection| {
            let moment = connection.unchecked_transaction()?;
            let memory = memory(&moment, repo)?;
            memory.map(|memory| Ok(Scanned { memory, changes: load(&moment, repo)? })).transpose()
        })
    }

    /// What the scanner remembers of the repository configured as `repo`.
    pub fn scan_memory(&self, repo: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|connection| memory(connection, repo))
    }
}

/// The files of a commit that have other names than before.
fn renamed_in<'c>(before: &SolutionChange, now: &'c SolutionChange) -> impl Iterator<Item = &'c RepoPath> {
    let before: HashMap<&RepoPath, &[NamedProblem]> =
        before.files.iter().map(|file| (&file.path, &*file.problems)).collect();
    let is_renamed = move |file: &&FileChange| {
        before.get(&file.path).is_some_and(|before| {
            !before.iter().map(|named| &named.problem).eq(file.problems.iter().map(|named| &named.problem))
        })
    };
    now.files.iter().filter(is_renamed).map(|file| &file.path)
}

/// What is remembered, unless it isn't as it was kept.
fn memory(connection: &Connection, repo: &str) -> rusqlite::Result<Option<Vec<u8>>> {
    let select = "SELECT memory, checksum FROM scan_memory WHERE repo = ?1";
    let sealed = |row: &Row<'_>| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?));
    let found = connection.query_row(select, [repo], sealed).optional()?;
    Ok(found.and_then(|(memory, kept)| (checksum(&[repo.as_bytes(), &memory]) == kept[..]).then_some(memory)))
}

const DELETE: &str = "DELETE FROM solution_change WHERE repo = ?1 AND hash = ?2";

fn remember(connection: &Connection, repo: &str, memory: Option<&[u8]>) -> rusqlite::Result<()> {
    match memory {
        Some(memory) => connection.execute(
            "INSERT OR REPLACE INTO scan_memory (repo, memory, checksum) VALUES (?1, ?2, ?3)",
            (repo, memory, checksum(&[repo.as_bytes(), memory])),
        ),
        None => connection.execute("DELETE FROM scan_memory WHERE repo = ?1", [repo]),
    }
    .map(drop)
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
        "INSERT INTO file_change (repo, hash, path, added, named_by, problems) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for file in &change.files {
        let added = file.kind == FileChangeKind::Added;
        let by = file.problems.first().map_or(NamedBy::Path, |named| named.by);
        let by = (0_u8..).zip(NAMED_BY).find(|(_, known)| *known == by).map(|(number, _)| number);
        insert.execute((repo, change.commit.0, &file.path.0, added, by, lines(&file.problems)))?;
    }
    Ok(())
}

/// What named a problem, by the number for it in the store.
const NAMED_BY: [NamedBy; 5] =
    [NamedBy::Path, NamedBy::Header, NamedBy::Message, NamedBy::Repository, NamedBy::Readme];

fn lines(problems: &[NamedProblem]) -> String {
    let line = |named: &NamedProblem| format!("{}{}", if named.sure { "" } else { "~" }, named.problem);
    problems.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn problems(lines: &str, by: u8) -> Vec<NamedProblem> {
    let by = NAMED_BY.get(usize::from(by)).copied().unwrap_or(NamedBy::Repository);
    let problem = |line: &str| {
        let weak = line.strip_prefix('~');
        let problem = ProblemId::from_text(weak.unwrap_or(line));
        NamedProblem { problem, sure: weak.is_none(), by }
    };
    lines.lines().map(problem).collect()
}

fn load(connection: &Connection, repo: &str) -> rusqlite::Result<Vec<SolutionChange>> {
    let mut select = connection.prepare(
        "SELECT hash, name, email, seconds, offset_minutes, path, added, named_by, problems
         FROM solution_change JOIN file_change USING (repo, hash)
         WHERE repo = ?1 ORDER BY hash, path",
    )?;
    let mut rows = select.query([repo])?;
    let mut changes: Vec<SolutionChange> = Vec::new();
    let mut author = Arc::new(Identity { name: String::new(), email: String::new() });
    while let Some(row) = rows.next()? {
        let commit = CommitId(row.get(0)?);
        if changes.last().is_none_or(|change| change.commit != commit) {
            let (name, email) = (row.get_ref(1)?.as_str()?, row.get_ref(2)?.as_str()?);
            if (author.name.as_str(), author.email.as_str()) != (name, email) {
                author = Arc::new(Identity { name: name.to_owned(), email: email.to_owned() });
            }
            changes.push(SolutionChange {
                commit,
                author: Arc::clone(&author),
                date: AuthorDate { seconds: row.get(3)?, offset_minutes: row.get(4)? },
                files: Vec::new(),
            });
        }
        let file = FileChange {
            path: row.get_ref(5)?.as_blob()?.into(),
            kind: if row.get(6)? { FileChangeKind::Added } else { FileChangeKind::Modified },
            problems: problems(row.get_ref(8)?.as_str()?, row.get(7)?).into(),
            record: None,
        };
        if let Some(change) = changes.last_mut() {
            change.files.push(file);
        }
    }
    Ok(changes)
}
