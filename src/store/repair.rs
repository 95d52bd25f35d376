//! A store that isn't as it was left: what is damaged in it is forgotten, since everything can be fetched again.

use std::path::{Path, PathBuf};

use super::folder::Folder;
use super::{Store, StoreError};

impl Store {
    /// Opens the store of the workspace `root`, making it where there is none. With `full` the whole file is looked at
    /// and set aside where it is damaged: what was wrong with it, and where it lies now. Then nothing is kept that is only
    /// remembered for the sake of speed.
    ///
    /// # Errors
    ///
    /// As [`Store::open`]; without `full` also where the whole file is damaged.
    pub fn open_repaired(
        root: &Path,
        full: bool,
    ) -> Result<(Self, Option<(StoreError, PathBuf)>), StoreError> {
        let (mut store, set_aside) = match if full { Self::open_whole(root) } else { Self::open(root) } {
            Err(error) if full && error.is_of_damage() => {
                let aside = Folder::make(root)?.set_aside()?;
                (Self::open(root)?, Some((error, aside)))
            }
            opened => (opened?, None),
        };
        if full {
            store.forget_memories()?;
        }
        Ok((store, set_aside))
    }

    /// Forgets a source that is damaged, so that the next sync brings it as if it never had, with all that may rest on it.
    pub fn forget_damaged(&mut self, source: &str) -> Result<(), StoreError> {
        self.forget_memories()?;
        self.forget_source(source)
    }

    /// Opens it where nothing is wrong with the whole file.
    fn open_whole(root: &Path) -> Result<Self, StoreError> {
        let whole = |store: Self| {
            store.begin_writing()?;
            match store.damage()? {
                None => Ok(store),
                Some(what) => Err(StoreError::Damaged { file: store.file, what }),
            }
        };
        Self::open(root).and_then(whole).map_err(|error| match error {
            // It can be written to, and says of itself that it can't.
            StoreError::Database { file, cause, .. } if is_readonly(&cause) && is_writable(&file) => {
                StoreError::Damaged { file, what: cause.to_string() }
            }
            StoreError::Newer { file, found, same_tables: true, .. } => {
                StoreError::Damaged { file, what: format!("it says that it has format {found}, and hasn't") }
            }
            error => error,
        })
    }
}

fn is_readonly(cause: &rusqlite::Error) -> bool {
    cause.sqlite_error_code() == Some(rusqlite::ErrorCode::ReadOnly)
}

fn is_writable(file: &Path) -> bool {
    std::fs::File::options().append(true).open(file).is_ok()
}
