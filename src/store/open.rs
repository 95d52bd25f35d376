//! Opening the database. The file may be anybody's: a clone holds what others committed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::folder::Folder;
use super::migrate::{self, State};
use super::{Store, StoreError, identity};

impl Store {
    /// Opens the store of the workspace `root`, making it where there is none.
    pub fn open(root: &Path) -> Result<Self, StoreError> {
        let folder = Folder::make(root)?;
        let (file, _) = folder.database()?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let connection = connect(&file, flags)?;
        Self::with(connection, folder, file)
    }

    /// Opens the store of the workspace `root` where there is one.
    pub fn open_existing(root: &Path) -> Result<Option<Self>, StoreError> {
        let Some(folder) = Folder::find(root)? else { return Ok(None) };
        let (file, true) = folder.database()? else { return Ok(None) };
        let opened = connect(&file, OpenFlags::SQLITE_OPEN_READ_WRITE)
            .and_then(|connection| Self::with(connection, folder.clone(), file.clone()));
        match opened {
            Err(error) if error.is_of_rights() => Self::to_read(folder, file)?.ok_or(error).map(Some),
            opened => opened.map(Some),
        }
    }

    /// Opens a store that can't be written to: in a folder of somebody else, on a disk that is mounted to be read.
    /// `None` where that can't be done either, or would not tell all.
    pub(super) fn to_read(folder: Folder, file: PathBuf) -> Result<Option<Self>, StoreError> {
        let log = file.with_extension("db-wal");
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let connection = if log.metadata().is_ok_and(|log| log.len() > 0) {
            connect(&file, flags)
        } else {
            let Ok(mut address) = url::Url::from_file_path(real(&file)) else { return Ok(None) };
            // SQLite would make a file beside it even to read.
            address.set_query(Some("immutable=1"));
            connect(Path::new(address.as_str()), flags | OpenFlags::SQLITE_OPEN_URI)
        };
        let Ok(mut connection) = connection else { return Ok(None) };
        let budget =
            harden(&mut connection, &file).map_err(|source| StoreError::new(&file, "open", source))?;
        let store = Self { connection, folder, identity: identity(&file), file, budget };
        Ok(matches!(migrate::state(&store.connection, &store.file)?, State::Current).then_some(store))
    }

    fn with(mut connection: Connection, folder: Folder, file: PathBuf) -> Result<Self, StoreError> {
        let failed = |source| StoreError::new(&file, "open", source);
        let budget = harden(&mut connection, &file).map_err(failed)?;
        // Before anything is written: what isn't a store of this program's stays as it is.
        let state = migrate::state(&connection, &file)?;
        let prepare = || {
            connection.pragma_update(None, "journal_mode", "wal")?;
            connection.pragma_update(None, "synchronous", "normal")?;
            connection.pragma_update(None, "foreign_keys", true)
        };
        prepare().map_err(failed)?;
        if state != State::Current {
            budget.renew(WRITING);
            migrate::migrate(&mut connection, &file)?;
        }
        Ok(Self { connection, folder, identity: identity(&file), file, budget })
    }
}

fn connect(file: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let real = if flags.contains(OpenFlags::SQLITE_OPEN_URI) { file.to_owned() } else { real(file) };
    Connection::open_with_flags(real, flags).map_err(|source| StoreError::new(file, "open", source))
}

/// The same file by a path on which no link lies: SQLite follows none anywhere, and above the workspace they are the
/// user's own.
fn real(file: &Path) -> PathBuf {
    let above = file.parent().filter(|_| cfg!(unix)).and_then(|dir| dir.canonicalize().ok());
    above.zip(file.file_name()).map_or_else(|| file.to_owned(), |(dir, name)| dir.join(name))
}

/// Takes from the database what it could do beyond holding rows (<https://sqlite.org/security.html>).
fn harden(connection: &mut Connection, file: &Path) -> rusqlite::Result<Budget> {
    connection.busy_timeout(Duration::from_secs(5))?;
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
    ] {
        connection.set_db_config(setting, on)?;
    }
    let budget = Budget::of(file);
    // No value is longer than the file that it lies in, unless its pages are used twice.
    let longest = budget.bytes.clamp(LONGEST, i64::from(i32::MAX)) as i32;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, longest)?;
    let left = Arc::clone(&budget.left);
    let spent = move || left.fetch_sub(i64::from(STEP), Ordering::Relaxed) <= 0;
    connection.progress_handler(STEP, Some(spent))?;
    connection.pragma_update(None, "cell_size_check", true)?;
    // Not in the system's folder for such files.
    connection.pragma_update(None, "temp_store", "memory")?;
    Ok(budget)
}

/// What a new value may measure, in bytes, however small the file is.
const LONGEST: i64 = 256 << 20;
/// So many instructions of SQLite's machine lie between two looks at the budget.
const STEP: i32 = 10_000;
/// What anything may take, in instructions: a row that is read takes about 20, and one that is written about 60.
const BASE: i64 = 10_000_000;
/// What writing may take, as a multiple of what reading may.
pub(super) const WRITING: i64 = 20;

/// How many instructions of SQLite's machine an operation may take: in proportion to the file. A damaged or forged one
/// can have pages that lead to each other without end.
#[derive(Debug)]
pub(super) struct Budget {
    left: Arc<AtomicI64>,
    bytes: i64,
}

impl Budget {
    fn of(file: &Path) -> Self {
        let bytes = file.metadata().map_or(0, |file| file.len()) as i64;
        let budget = Self { left: Arc::default(), bytes };
        budget.renew(1);
        budget
    }

    /// Begins an operation that may take `times` as much as reading.
    pub fn renew(&self, times: i64) {
        self.left.store(
            self.bytes.saturating_mul(4).saturating_add(BASE).saturating_mul(times),
            Ordering::Relaxed,
        );
    }
}
