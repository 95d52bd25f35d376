//! A store that isn't as it was left: what is damaged in it is forgotten, since everything can be fetched again.

use std::path::{Path, PathBuf};

use super::folder::Folder;
use super::{Store, StoreError};

/// What was damaged in a store and is gone from it.
#[derive(Debug, Default)]
pub struct Repair {
    /// What was wrong with the whole file, and where it lies now.
    pub set_aside: Option<(StoreError, PathBuf)>,
    /// The sources that were forgotten.
    pub forgotten: Vec<String>,
}

impl Store {
    /// Opens the store of the workspace `root`, making it where there is none, and forgets those damaged sources that
    /// `may_forget` allows. With `full` the whole file is looked at, set aside where it is damaged, and nothing is kept
    /// that is only remembered for the sake of speed.
    ///
    /// # Errors
    ///
    /// As [`Store::open`]; without `full` also where the whole file is damaged.
    pub fn open_repaired(
        root: &Path,
        full: bool,
        may_forget: impl Fn(&str) -> bool,
    ) -> Result<(Self, Repair), StoreError> {
        let mut repair = Repair::default();
        let opened = if full { Self::open_whole(root) } else { Self::open(root) };
        let mut store = match opened {
            Err(error) if full && error.is_of_damage() => {
                repair.set_aside = Some((error, Folder::make(root)?.set_aside()?));
                Self::open(root)?
            }
            opened => opened?,
        };
        repair.forgotten = store.damaged_sources()?;
        repair.forgotten.retain(|source| may_forget(source));
        if full || !repair.forgotten.is_empty() {
            store.forget_memories()?;
        }
        for source in &repair.forgotten {
            store.forget_source(source)?;
        }
        Ok((store, repair))
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
