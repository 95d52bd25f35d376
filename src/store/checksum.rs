//! Checksums: what is read is what was kept.
//!
//! A source's covers everything that is stored of it. What it has of other tables goes into a sum of a hash for each row,
//! so that a source of many rows of which few change costs what these do. It is kept whenever the source is brought up to
//! date, and compared to the rows by whoever wants to know: reading doesn't.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Params, Row, params, params_from_iter};
use sha2::{Digest, Sha256};

use super::imports::IMPORT;
use super::settled::SETTLED;
use crate::judges::{self, Fetch};

/// The SHA-256 of these parts, each with its length.
pub(super) fn checksum(parts: &[&[u8]]) -> [u8; 32] {
    let mut bytes = Vec::with_capacity(parts.iter().map(|part| part.len() + BEFORE_PART).sum());
    for part in parts {
        add(&mut bytes, 4, part);
    }
    Sha256::digest(bytes).into()
}

/// What stands before each part: its kind and its length.
const BEFORE_PART: usize = 9;

pub(super) fn add(bytes: &mut Vec<u8>, kind: u8, part: &[u8]) {
    bytes.push(kind);
    bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
    bytes.extend_from_slice(part);
}

/// Rows of one table: its name, and which of them. `?1` and so on are [`Parts::names`].
type Part = (&'static str, &'static str);

/// What is stored of a source besides its own row.
pub(super) struct Parts<'a> {
    pub tables: &'static [Part],
    /// The repository; or the judge, the track where there is one, and for what is about somebody whose it is.
    pub names: Vec<&'a str>,
}

impl<'a> Parts<'a> {
    pub(super) fn of(source: &'a str) -> Self {
        if let Some(repo) = source.strip_prefix("git:") {
            const TABLES: &[Part] = &[("solution_change", "repo = ?1"), ("file_change", "repo = ?1")];
            return Self { tables: TABLES, names: vec![repo] };
        }
        if let Some(import) = source.strip_prefix(IMPORT) {
            const TABLES: &[Part] = &[
                ("import", "name = ?1"),
                ("imported_rating", "import = ?1"),
                ("imported_submission", "import = ?1"),
                ("imported_problem", "import = ?1"),
            ];
            return Self { tables: TABLES, names: vec![import] };
        }
        if source == SETTLED {
            return Self { tables: &[("settled_week", "true")], names: Vec::new() };
        }
        let (own, member) = match source.split_once('@') {
            Some((own, member)) => (own, Some(member)),
            None => (source, None),
        };
        // Of a source that no judge has nothing else is known.
        let Some((judge, known)) = judges::source_named(own) else {
            return Self { tables: &[], names: Vec::new() };
        };
        let judge = judge.id();
        let (tables, names): (&[Part], _) = match (&known.fetch, member) {
            (Fetch::Ratings(track, _), None) => (
                &[(
                    "rating_change",
                    "judge = ?1 AND track = ?2 AND NOT EXISTS
                         (SELECT 1 FROM source WHERE name = ?3 || '@' || lower(handle))",
                )],
                vec![judge, track.id(), own],
            ),
            (Fetch::Ratings(track, _), Some(member)) => (
                &[("rating_change", "judge = ?1 AND track = ?2 AND handle = ?3")],
                vec![judge, track.id(), member],
            ),
            (Fetch::Submissions(_), None) => (
                &[
                    (
                        "submission",
                        "judge = ?1
                         AND NOT EXISTS (SELECT 1 FROM source WHERE name = ?2 || '@' || lower(handle))",
                    ),
                    ("archive", "judge = ?1 AND source = ?2"),
                ],
                vec![judge, own],
            ),
            (Fetch::Submissions(_), Some(member)) => {
                (&[("submission", "judge = ?1 AND handle = ?2")], vec![judge, member])
            }
            (Fetch::Problems(_) | Fetch::MetProblems(_) | Fetch::PlacedProblems(..), _) => {
                (&[("problem", "judge = ?1"), ("contest_problem", "judge = ?1")], vec![judge])
            }
            (Fetch::Contests(_), _) => (&[("contest", "judge = ?1")], vec![judge]),
            (Fetch::Announced(_), _) => (&[("announced_contest", "judge = ?1")], vec![judge]),
            (Fetch::Difficulties(_), _) => (&[("difficulty", "judge = ?1")], vec![judge]),
        };
        Self { tables, names }
    }
}

/// A sum of the hashes of rows: each of their four words is added by itself. Of the same rows it is the same in any order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct RowSum([u64; 4]);

impl RowSum {
    fn of_bytes(bytes: &[u8; 32]) -> Self {
        let (words, _) = bytes.as_chunks();
        Self(std::array::from_fn(|nth| u64::from_le_bytes(words[nth])))
    }

    /// As it was kept, unless that is something else by now.
    pub(super) fn of_kept(value: ValueRef<'_>) -> Option<Self> {
        value.as_blob().ok()?.try_into().ok().map(Self::of_bytes)
    }

    fn to_bytes(self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for (to, word) in bytes.chunks_exact_mut(8).zip(self.0) {
            to.copy_from_slice(&word.to_le_bytes());
        }
        bytes
    }

    fn plus(self, other: Self) -> Self {
        Self(std::array::from_fn(|nth| self.0[nth].wrapping_add(other.0[nth])))
    }

    fn minus(self, other: Self) -> Self {
        Self(std::array::from_fn(|nth| self.0[nth].wrapping_sub(other.0[nth])))
    }
}

/// What comes and goes among the rows of a source while it is brought up to date, as far as their sum is known.
pub(super) struct RowChanges<'c> {
    connection: &'c Connection,
    /// The sum of the rows as they are by now; `None` where they have to be read again.
    sum: Option<RowSum>,
}

impl<'c> RowChanges<'c> {
    /// Nothing yet. The sum of a `source` that is well is the one it was kept with, whatever happened to the rows since:
    /// what is damaged among them stays to be seen.
    pub fn of(connection: &'c Connection, source: &str) -> rusqlite::Result<Self> {
        let select = "SELECT content FROM source WHERE name = ?1 AND checksum IS NOT NULL";
        let sum = |row: &Row<'_>| Ok(RowSum::of_kept(row.get_ref(0)?));
        let sum = connection.prepare_cached(select)?.query_row([source], sum).optional()?;
        Ok(Self { connection, sum: sum.flatten() })
    }

    /// Rows of `table` that are about to go, or to become others.
    pub fn go(&mut self, part: Part, names: impl Params) -> rusqlite::Result<()> {
        self.change(part, names, RowSum::minus)
    }

    /// Rows of `table` that have come, or have become what they are.
    pub fn come(&mut self, part: Part, names: impl Params) -> rusqlite::Result<()> {
        self.change(part, names, RowSum::plus)
    }

    /// Other rows may be the source's than were.
    pub fn forget(&mut self) {
        self.sum = None;
    }

    fn change(
        &mut self,
        part: Part,
        names: impl Params,
        change: impl Fn(RowSum, RowSum) -> RowSum,
    ) -> rusqlite::Result<()> {
        if let Some(sum) = self.sum {
            self.sum = Some(change(sum, sum_of(self.connection, part, names)?));
        }
        Ok(())
    }

    /// Notes the checksums of what is now stored of `source`.
    pub fn keep(self, source: &str) -> rusqlite::Result<()> {
        let Self { connection, sum } = self;
        let sum = match sum {
            Some(sum) => sum,
            None => of_rows(connection, source)?,
        };
        let all = sealed(connection, source, sum)?;
        connection
            .prepare_cached("UPDATE source SET content = ?2, checksum = ?3 WHERE name = ?1")?
            .execute(params![source, sum.to_bytes(), all])
            .map(drop)
    }
}

/// The sum of the rows that `source` has in other tables.
pub(super) fn of_rows(connection: &Connection, source: &str) -> rusqlite::Result<RowSum> {
    let Parts { tables, names } = Parts::of(source);
    let parts = tables.iter().map(|part| sum_of(connection, *part, params_from_iter(&names)));
    parts.into_iter().try_fold(RowSum::default(), |sum, part| Ok(sum.plus(part?)))
}

/// The checksum of everything that is stored of `source`, of whose rows in other tables this is the sum.
pub(super) fn sealed(connection: &Connection, source: &str, rows: RowSum) -> rusqlite::Result<[u8; 32]> {
    let mut bytes = Vec::new();
    add(&mut bytes, 4, &rows.to_bytes());
    let select = [
        "SELECT name, synced_at FROM source WHERE name = ?1",
        "SELECT * FROM resource WHERE source = ?1 ORDER BY part",
    ];
    for select in select {
        let mut select = connection.prepare_cached(select)?;
        let columns = select.column_count();
        let mut rows = select.query([source])?;
        while let Some(row) = rows.next()? {
            add_row(&mut bytes, row, columns)?;
        }
    }
    Ok(Sha256::digest(bytes).into())
}

/// The sum of rows of a table.
fn sum_of(connection: &Connection, (table, which): Part, names: impl Params) -> rusqlite::Result<RowSum> {
    let mut select = connection.prepare_cached(&format!("SELECT * FROM {table} WHERE {which}"))?;
    let columns = select.column_count();
    let mut rows = select.query(names)?;
    let (mut sum, mut bytes) = (RowSum::default(), Vec::new());
    while let Some(row) = rows.next()? {
        bytes.clear();
        add(&mut bytes, 3, table.as_bytes());
        add_row(&mut bytes, row, columns)?;
        sum = sum.plus(RowSum::of_bytes(&Sha256::digest(&bytes).into()));
    }
    Ok(sum)
}

fn add_row(bytes: &mut Vec<u8>, row: &Row<'_>, columns: usize) -> rusqlite::Result<()> {
    for column in 0..columns {
        match row.get_ref(column)? {
            ValueRef::Null => add(bytes, 0, &[]),
            ValueRef::Integer(number) => add(bytes, 1, &number.to_le_bytes()),
            ValueRef::Real(number) => add(bytes, 2, &number.to_bits().to_le_bytes()),
            ValueRef::Text(text) => add(bytes, 3, text),
            ValueRef::Blob(blob) => add(bytes, 4, blob),
        }
    }
    Ok(())
}

/// Notes the checksums of what no sync brings anew, where another version kept it: it is taken for what it was.
pub(super) fn keep_of_what_is_only_here(connection: &Connection) -> rusqlite::Result<()> {
    let sources: Vec<String> = connection
        .prepare("SELECT name FROM source WHERE checksum IS NULL")?
        .query_map([], |row| Ok(String::from_utf8_lossy(row.get_ref(0)?.as_bytes()?).into_owned()))?
        .collect::<Result<_, _>>()?;
    for source in sources.iter().filter(|source| is_only_here(source)) {
        RowChanges { connection, sum: None }.keep(source)?;
    }
    Ok(())
}

/// Whether no sync brings what is stored of `source` anew.
pub fn is_only_here(source: &str) -> bool {
    source.starts_with(IMPORT) || source == SETTLED
}
