//! Checksums: what is read is what was kept.
//!
//! A source's covers everything that is stored of it, row by row. It is made anew whenever the source is brought up to
//! date, and looked at by whoever wants to know: reading doesn't.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};
use sha2::{Digest, Sha256};

use super::imports::IMPORT;
use super::settled::SETTLED;
use super::{Store, StoreError};
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

fn add(bytes: &mut Vec<u8>, kind: u8, part: &[u8]) {
    bytes.push(kind);
    bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
    bytes.extend_from_slice(part);
}

/// Rows of one table: its name, which of them, and their order. `?1` and so on are [`Parts::names`].
type Part = (&'static str, &'static str, &'static str);

/// What is stored of a source besides its own row.
struct Parts<'a> {
    tables: &'static [Part],
    /// The repository; or the judge, the track where there is one, and for what is about somebody whose it is.
    names: Vec<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(source: &'a str) -> Self {
        if let Some(repo) = source.strip_prefix("git:") {
            const TABLES: &[Part] = &[
                ("solution_change", "repo = ?1", "repo, hash"),
                ("file_change", "repo = ?1", "repo, hash, path"),
            ];
            return Self { tables: TABLES, names: vec![repo] };
        }
        if let Some(import) = source.strip_prefix(IMPORT) {
            const TABLES: &[Part] = &[
                ("import", "name = ?1", "name"),
                ("imported_rating", "import = ?1", "judge, track, handle, position"),
                ("imported_submission", "import = ?1", "judge, id"),
                ("imported_problem", "import = ?1", "problem"),
            ];
            return Self { tables: TABLES, names: vec![import] };
        }
        if source == SETTLED {
            return Self { tables: &[("settled_week", "true", "week, place")], names: Vec::new() };
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
                    "judge, track, handle, position",
                )],
                vec![judge, track.id(), own],
            ),
            (Fetch::Ratings(track, _), Some(member)) => (
                &[("rating_change", "judge = ?1 AND track = ?2 AND handle = ?3", "position")],
                vec![judge, track.id(), member],
            ),
            (Fetch::Submissions(_), None) => (
                &[(
                    "submission",
                    "judge = ?1 AND NOT EXISTS (SELECT 1 FROM source WHERE name = ?2 || '@' || lower(handle))",
                    "judge, handle, id",
                )],
                vec![judge, own],
            ),
            (Fetch::Submissions(_), Some(member)) => {
                (&[("submission", "judge = ?1 AND handle = ?2", "id")], vec![judge, member])
            }
            (Fetch::Problems(_) | Fetch::MetProblems(_) | Fetch::PlacedProblems(..), _) => (
                &[
                    ("problem", "judge = ?1", "judge, id"),
                    ("contest_problem", "judge = ?1", "judge, contest, problem"),
                ],
                vec![judge],
            ),
            (Fetch::Contests(_), _) => (&[("contest", "judge = ?1", "judge, id")], vec![judge]),
            (Fetch::Announced(_), _) => {
                (&[("announced_contest", "judge = ?1", "judge, part, id")], vec![judge])
            }
            (Fetch::Difficulties(_), _) => (&[("difficulty", "judge = ?1", "judge, problem")], vec![judge]),
        };
        Self { tables, names }
    }
}

/// The checksum of the rows that `source` has in other tables, and that of everything that is stored of it.
fn of_source(connection: &Connection, source: &str) -> rusqlite::Result<[[u8; 32]; 2]> {
    let mut content = Sha256::new();
    let Parts { tables, names } = Parts::of(source);
    for (table, which, order) in tables {
        let select = format!("SELECT * FROM {table} WHERE {which} ORDER BY {order}");
        add_rows(connection, &select, params_from_iter(&names), &mut content)?;
    }
    let content: [u8; 32] = content.finalize().into();
    Ok([content, sealed(connection, source, &content)?])
}

/// The checksum of everything that is stored of `source`, of which `content` is that of its rows in other tables.
fn sealed(connection: &Connection, source: &str, content: &[u8]) -> rusqlite::Result<[u8; 32]> {
    let mut hash = Sha256::new();
    let mut bytes = Vec::new();
    add(&mut bytes, 4, content);
    hash.update(bytes);
    let own = ["SELECT name, synced_at FROM source", "SELECT * FROM resource"];
    for (select, key) in own.into_iter().zip(["name", "source"]) {
        add_rows(connection, &format!("{select} WHERE {key} = ?1 ORDER BY 1, 2"), [source], &mut hash)?;
    }
    Ok(hash.finalize().into())
}

/// So many bytes of rows are hashed at once, and those of the row that reaches it.
const AT_ONCE: usize = 1 << 14;

fn add_rows(
    connection: &Connection,
    select: &str,
    parameters: impl rusqlite::Params,
    hash: &mut Sha256,
) -> rusqlite::Result<()> {
    let mut select = connection.prepare(select)?;
    let columns = select.column_count();
    let mut rows = select.query(parameters)?;
    // Of many short parts at once the hash takes a fraction of the time.
    let mut bytes = Vec::with_capacity(2 * AT_ONCE);
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            match row.get_ref(column)? {
                ValueRef::Null => add(&mut bytes, 0, &[]),
                ValueRef::Integer(number) => add(&mut bytes, 1, &number.to_le_bytes()),
                ValueRef::Real(number) => add(&mut bytes, 2, &number.to_bits().to_le_bytes()),
                ValueRef::Text(text) => add(&mut bytes, 3, text),
                ValueRef::Blob(blob) => add(&mut bytes, 4, blob),
            }
        }
        if bytes.len() >= AT_ONCE {
            hash.update(&bytes);
            bytes.clear();
        }
    }
    hash.update(&bytes);
    Ok(())
}

/// Notes the checksums of what is now stored of `source`.
pub(super) fn keep(connection: &Connection, source: &str) -> rusqlite::Result<()> {
    let [content, all] = of_source(connection, source)?;
    let update = "UPDATE source SET content = ?2, checksum = ?3 WHERE name = ?1";
    connection.execute(update, params![source, content, all]).map(drop)
}

/// The same where its rows in other tables stayed as they were: these needn't be read, and what is damaged among them is still
/// told by their checksum.
pub(super) fn reseal(connection: &Connection, source: &str) -> rusqlite::Result<()> {
    let select = "SELECT content FROM source WHERE name = ?1 AND checksum IS NOT NULL";
    let content: Option<Option<Vec<u8>>> =
        connection.query_row(select, [source], |row| row.get(0)).optional()?;
    let Some(content) = content.flatten() else { return keep(connection, source) };
    let all = sealed(connection, source, &content)?;
    connection.execute("UPDATE source SET checksum = ?2 WHERE name = ?1", params![source, all]).map(drop)
}

impl Store {
    /// A stamp of all that is stored of the judges, but for what is about members of a group: another one whenever something
    /// else is. `None` where an earlier
    /// version stored something that has no checksum.
    pub fn judges_stamp(&self) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|connection| {
            // Of two imports the newer one is believed.
            let mut select = connection.prepare(
                "SELECT name, iif(name LIKE 'import:%', checksum, content) FROM source
                 WHERE name NOT LIKE 'git:%' AND name NOT LIKE '%@%' AND name <> ?1 ORDER BY name",
            )?;
            let mut rows = select.query([SETTLED])?;
            let mut bytes = Vec::new();
            while let Some(row) = rows.next()? {
                let Some(checksum) = row.get_ref(1)?.as_blob_or_null()? else { return Ok(None) };
                add(&mut bytes, 3, row.get_ref(0)?.as_bytes()?);
                add(&mut bytes, 4, checksum);
            }
            Ok(Some(Sha256::digest(bytes).to_vec()))
        })
    }

    /// The sources that aren't as they were stored. Those that an earlier version stored can't be told.
    pub fn damaged_sources(&self) -> Result<Vec<String>, StoreError> {
        self.read(|connection| {
            let moment = connection.unchecked_transaction()?;
            let mut select = moment
                .prepare("SELECT name, checksum FROM source WHERE checksum IS NOT NULL ORDER BY name")?;
            let mut rows = select.query([])?;
            let mut damaged = Vec::new();
            while let Some(row) = rows.next()? {
                let name = String::from_utf8_lossy(row.get_ref(0)?.as_bytes()?).into_owned();
                if row.get_ref(1)?.as_bytes()? != of_source(&moment, &name)?[1] {
                    damaged.push(name);
                }
            }
            Ok(damaged)
        })
    }

    /// Forgets everything that is stored of `source`, so that the next sync brings it as if it never had.
    pub fn forget_source(&mut self, source: &str) -> Result<(), StoreError> {
        self.write(|connection| {
            let transaction = connection.unchecked_transaction()?;
            let Parts { tables, names } = Parts::of(source);
            for (table, which, _) in tables.iter().rev() {
                transaction
                    .execute(&format!("DELETE FROM {table} WHERE {which}"), params_from_iter(&names))?;
            }
            transaction.execute("DELETE FROM resource WHERE source = ?1", [source])?;
            transaction.execute("DELETE FROM scan_memory WHERE 'git:' || repo = ?1", [source])?;
            transaction.execute("DELETE FROM source WHERE name = ?1", [source])?;
            transaction.commit()
        })
    }

    /// Forgets what was remembered and answered for the sake of speed.
    pub fn forget_memories(&mut self) -> Result<(), StoreError> {
        self.write(|connection| connection.execute_batch("DELETE FROM answer; DELETE FROM scan_memory"))
    }
}
