//! What can go wrong with the store, and what to do about it.

use std::fs::TryLockError;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::model::Advice;

/// What to do about a full disk.
fn full() -> Advice {
    let rest = " again. What was stored before is whole.";
    Advice::words("The disk is full; free some room and run ").and_code("cpt sync").and(rest)
}

/// The store can't be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Its folder can't be made or written to.
    #[error("can't write to the store's folder {}", dir.display())]
    Folder {
        /// The folder.
        dir: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// What lies there can't be told.
    #[error("can't read {}", path.display())]
    Unreadable {
        /// Which file or folder.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// In the store's folder, or in its place, lies something that this program doesn't make and doesn't touch.
    #[error("{} is {what}", path.display())]
    Odd {
        /// Which.
        path: PathBuf,
        /// What it is.
        what: &'static str,
    },
    /// The database is another program's.
    #[error("{} is another program's database", file.display())]
    Foreign {
        /// The file.
        file: PathBuf,
    },
    /// It is this program's, and not as this program left it.
    #[error("the store {} is damaged: {what}", file.display())]
    Damaged {
        /// The file.
        file: PathBuf,
        /// How that shows.
        what: String,
    },
    /// Somebody took it away while it was open.
    #[error("the store {} was deleted or replaced meanwhile", file.display())]
    Gone {
        /// The file.
        file: PathBuf,
    },
    /// Its file system can't keep two processes from writing at once.
    #[error("the file system of {} has no file locks, and the store needs them", dir.display())]
    NoLocks {
        /// The store's folder.
        dir: PathBuf,
    },
    /// Another process brings it up to date.
    #[error("another sync is running here{}", if holder.is_empty() { String::new() } else { format!(" ({holder})") })]
    Held {
        /// The lock's file.
        file: PathBuf,
        /// What the other process says of itself.
        holder: String,
    },
    /// It was written by a later version of this program.
    #[error(
        "the store {} has format {found}, and this cpt knows formats up to {known}",
        file.display()
    )]
    Newer {
        /// The file.
        file: PathBuf,
        /// Its format.
        found: u32,
        /// The last format that this program knows.
        known: u32,
        /// Whether it has the tables of that one all the same.
        same_tables: bool,
    },
    /// The database refused.
    #[error("can't {action} the store {}: {cause}", file.display())]
    Database {
        /// What was being done.
        action: &'static str,
        /// The file.
        file: PathBuf,
        /// What the database says.
        cause: rusqlite::Error,
    },
}

impl StoreError {
    pub(super) fn new(file: &Path, action: &'static str, cause: rusqlite::Error) -> Self {
        let file = file.to_owned();
        match cause.sqlite_error_code() {
            Some(ErrorCode::OperationInterrupted) => {
                Self::Damaged { file, what: "it has more to read than its size allows".to_owned() }
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) if !has_locks(&file) => {
                Self::NoLocks { dir: file.parent().unwrap_or(&file).to_owned() }
            }
            None if action == "read" => Self::Damaged { file, what: cause.to_string() },
            _ => Self::Database { action, file, cause },
        }
    }

    /// Whether the file can be read at most.
    pub(super) fn is_of_rights(&self) -> bool {
        let Self::Database { cause, .. } = self else { return false };
        matches!(cause.sqlite_error_code(), Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen))
    }

    /// Whether it is this program's own and not as this program left it.
    pub fn is_of_damage(&self) -> bool {
        match self {
            Self::Damaged { .. } => true,
            Self::Database { cause, .. } => is_damage(cause),
            _ => false,
        }
    }

    /// Whether something lies there that isn't as this program left it; otherwise it may work another time, or for
    /// another user.
    pub fn is_of_content(&self) -> bool {
        match self {
            Self::Odd { .. } | Self::Foreign { .. } | Self::Newer { .. } => true,
            error => error.is_of_damage(),
        }
    }

    /// What the user can do about it.
    pub fn remedy(&self) -> Advice {
        match self {
            Self::Folder { source, .. } if source.kind() == std::io::ErrorKind::StorageFull => full(),
            Self::Folder { dir, .. } => {
                let parent = dir.parent().unwrap_or(dir);
                format!("Make {} writable, or move the workspace to a folder that is.", parent.display())
                    .into()
            }
            Self::Unreadable { path, .. } => {
                format!("Make {} readable, or move the workspace.", path.display()).into()
            }
            Self::Odd { path, .. } => {
                let what =
                    format!("It may have come with the repository. Delete {} and run ", path.display());
                Advice::words(what).and_code("cpt sync").and(", which brings everything back.")
            }
            Self::Foreign { file } => {
                let what = format!(
                    "cpt keeps its own store under that name: move {} away, and run ",
                    file.display()
                );
                Advice::words(what).and_code("cpt sync").and(".")
            }
            Self::Damaged { file, .. } => damaged(file),
            Self::Gone { .. } => Advice::words("Run ").and_code("cpt sync").and(" again."),
            Self::NoLocks { .. } => "Move the workspace to a local disk.".into(),
            Self::Held { .. } => {
                let rest = " again when that one has finished; the other commands work meanwhile.";
                Advice::words("Run ").and_code("cpt sync").and(rest)
            }
            Self::Newer { file, .. } => {
                let what = format!("Update cpt, or delete {} and run ", file.display());
                Advice::words(what).and_code("cpt sync").and(", which brings everything back.")
            }
            Self::Database { file, cause, .. } => match cause.sqlite_error_code() {
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                    "Another cpt is writing to it; try again when that one has finished.".into()
                }
                Some(ErrorCode::DiskFull) => full(),
                _ if is_damage(cause) => damaged(file),
                _ => format!("Check that {} and its folder can be read and written.", file.display()).into(),
            },
        }
    }
}

/// What the database says of a file that isn't as it was written; statements are right, and values are short.
fn is_damage(cause: &rusqlite::Error) -> bool {
    use ErrorCode::{DatabaseCorrupt, NotADatabase, TooBig, Unknown};
    matches!(cause.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase | TooBig | Unknown))
}

fn damaged(file: &Path) -> Advice {
    Advice::code("cpt sync --full")
        .and(" sets the damaged file aside and brings everything back; or delete ")
        .and(file.display().to_string())
        .and(" and run ")
        .and_code("cpt sync")
        .and(".")
}

/// Whether files beside `file` can be locked. SQLite calls it busy where they can't.
fn has_locks(file: &Path) -> bool {
    let dir = file.parent().unwrap_or(file);
    let probe = tempfile::tempfile_in(dir).map(|probe| probe.try_lock());
    !matches!(probe, Ok(Err(TryLockError::Error(_))))
}
