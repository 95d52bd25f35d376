//! What can go wrong with the store, and what to do about it.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// What to do about a full disk.
const FULL: &str =
    "The disk is full; free some room and run `cpt sync` again. What was stored before is whole.";

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
        Self::Database { action, file: file.to_owned(), cause }
    }

    /// Whether the file can be read at most.
    pub(super) fn is_of_rights(&self) -> bool {
        let Self::Database { cause, .. } = self else { return false };
        matches!(cause.sqlite_error_code(), Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen))
    }

    /// What the user can do about it.
    pub fn remedy(&self) -> String {
        match self {
            Self::Folder { source, .. } if source.kind() == std::io::ErrorKind::StorageFull => {
                FULL.to_owned()
            }
            Self::Folder { dir, .. } => {
                let parent = dir.parent().unwrap_or(dir);
                format!("Make {} writable, or move the workspace to a folder that is.", parent.display())
            }
            Self::Held { .. } => {
                "Run `cpt sync` again when that one has finished; the other commands work meanwhile."
                    .to_owned()
            }
            Self::Newer { file, .. } => format!(
                "Update cpt, or delete {} and run `cpt sync`, which brings everything back.",
                file.display()
            ),
            Self::Database { file, cause, .. } => match cause.sqlite_error_code() {
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                    "Another cpt is writing to it; try again when that one has finished.".to_owned()
                }
                Some(ErrorCode::DiskFull) => FULL.to_owned(),
                Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => format!(
                    "The file is damaged. Delete {} and run `cpt sync`, which brings everything back.",
                    file.display()
                ),
                _ => format!("Check that {} and its folder can be read and written.", file.display()),
            },
        }
    }
}
