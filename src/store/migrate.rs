//! The store's format: numbered migrations, of which a file remembers how many it has taken.

use std::borrow::Cow;
use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::{StoreError, checksum};

/// Each leads from the format of its index to the next. One that was released is never edited.
pub(super) const MIGRATIONS: &[&str] = &[
    include_str!("migrations/001_ratings_and_solutions.sql"),
    include_str!("migrations/002_named_problems.sql"),
    include_str!("migrations/003_judges_lists.sql"),
    include_str!("migrations/004_checksums.sql"),
    include_str!("migrations/005_judges_of_lists.sql"),
    include_str!("migrations/006_announced_contests.sql"),
    include_str!("migrations/007_gym.sql"),
    include_str!("migrations/008_levels.sql"),
    include_str!("migrations/009_imports.sql"),
    include_str!("migrations/010_content.sql"),
    include_str!("migrations/011_settled_weeks.sql"),
    include_str!("migrations/012_failures.sql"),
    include_str!("migrations/013_imported_problems.sql"),
    include_str!("migrations/014_row_sums.sql"),
    include_str!("migrations/015_when_weeks_settled.sql"),
    include_str!("migrations/016_archives.sql"),
];

/// What the migrations lead to, as [`schema`] tells it.
pub(super) const SCHEMA: &str = include_str!("schema.sql");

/// Says in the file's header whose it is (<https://sqlite.org/pragma.html#pragma_application_id>): "cpts".
pub(super) const APPLICATION: i32 = 0x6370_7473;

/// What a database is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Nothing yet.
    Empty,
    /// A store of an earlier format.
    Older(u32),
    /// A store of this format.
    Current,
}

/// [`identify`] at one moment: another process may be taking migrations.
pub(super) fn state(connection: &Connection, file: &Path) -> Result<State, StoreError> {
    let moment =
        connection.unchecked_transaction().map_err(|source| StoreError::new(file, "open", source))?;
    identify(&moment, file)
}

/// Tells what a database is, by its mark, its format and its tables; an error where it isn't a store that this program
/// can use.
fn identify(connection: &Connection, file: &Path) -> Result<State, StoreError> {
    let look = || {
        let application: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
        let format: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        Ok((application, format, schema(connection)?))
    };
    let (application, found, schema) = look().map_err(|source| StoreError::new(file, "open", source))?;
    let known = MIGRATIONS.len() as u32;
    let expected = schema_of(found.min(known)).map_err(|source| StoreError::new(file, "open", source))?;
    let is_whole = found <= known && schema == expected;
    let file = || file.to_owned();
    match application {
        0 if is_whole && found == 0 => Ok(State::Empty),
        APPLICATION if is_whole && found == known => Ok(State::Current),
        // Earlier versions left no mark.
        0 | APPLICATION if is_whole => Ok(State::Older(found)),
        APPLICATION if found > known => {
            Err(StoreError::Newer { file: file(), found, known, same_tables: schema == SCHEMA })
        }
        // Nobody else has these tables.
        _ if schema == SCHEMA || is_whole && found > 0 => {
            Err(StoreError::Damaged { file: file(), what: "its header is another's".to_owned() })
        }
        APPLICATION => {
            let what = format!("its tables are not those of format {found}");
            Err(StoreError::Damaged { file: file(), what })
        }
        _ => Err(StoreError::Foreign { file: file() }),
    }
}

/// Takes the migrations that the file has not taken, all or none.
pub(super) fn migrate(connection: &mut Connection, file: &Path) -> Result<(), StoreError> {
    let failed = |source| StoreError::new(file, "open", source);
    if matches!(state(connection, file)?, State::Older(2..=3)) {
        // Answers had whole configurations as keys, with what may be in them; pages that are free still have those.
        connection.execute_batch("DELETE FROM answer; VACUUM").map_err(failed)?;
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    // Asked again: another process may have taken them while this one waited for its turn.
    let taken = match identify(&transaction, file)? {
        State::Current => return Ok(()),
        State::Older(taken) => taken,
        State::Empty => 0,
    };
    let run = || {
        for migration in MIGRATIONS.iter().skip(taken as usize) {
            transaction.execute_batch(migration)?;
        }
        checksum::keep_of_what_is_only_here(&transaction)?;
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.pragma_update(None, "user_version", MIGRATIONS.len() as u32)?;
        transaction.commit()
    };
    run().map_err(failed)
}

/// The tables and indexes that a store of `format` has.
fn schema_of(format: u32) -> rusqlite::Result<Cow<'static, str>> {
    if format as usize == MIGRATIONS.len() {
        return Ok(SCHEMA.into());
    }
    let empty = Connection::open_in_memory()?;
    for migration in &MIGRATIONS[..format as usize] {
        empty.execute_batch(migration)?;
    }
    schema(&empty).map(Cow::from)
}

/// Everything that a database declares, as SQL: a table or an index, with its name and its table's.
pub(super) fn schema(connection: &Connection) -> rusqlite::Result<String> {
    let mut select =
        connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")?;
    let mut rows = select.query([])?;
    let mut all = String::new();
    while let Some(row) = rows.next()? {
        // What is damaged needn't be text.
        let text = |nth| {
            let bytes = row.get_ref(nth)?.as_bytes_or_null()?.unwrap_or_default();
            Ok::<_, rusqlite::Error>(String::from_utf8_lossy(bytes))
        };
        let [kind, name, table, sql] = [text(0)?, text(1)?, text(2)?, text(3)?];
        all.push_str(&format!("-- {kind} {name} of {table}\n"));
        if !sql.is_empty() {
            all.push_str(&format!("{sql};\n"));
        }
    }
    Ok(all)
}
