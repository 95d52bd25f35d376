//! One sync at a time.

use std::fs::{File, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::Path;
use std::time::Duration;

use super::StoreError;
use super::folder::Folder;

const FILE_NAME: &str = "sync.lock";

/// The right to bring the store up to date, until it is dropped or its process ends, however that ends.
#[derive(Debug)]
pub struct SyncLock {
    file: Option<File>,
    rest: Option<Duration>,
}

impl Drop for SyncLock {
    fn drop(&mut self) {
        if let Some(file) = &mut self.file {
            // The time of the change says when the judges were last asked; without it the next sync waits less.
            let _ = overwrite(file, "nobody");
        }
    }
}

impl SyncLock {
    /// Takes the lock of the workspace `root`; `holder` is what another process that wants it is told.
    pub fn take(root: &Path, holder: &str) -> Result<Self, StoreError> {
        let folder = Folder::make(root)?;
        let failed = |source| folder.unwritable(source);
        let mut file = folder.open(FILE_NAME)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // Who holds it is a courtesy; some systems let nobody read a locked file.
                let _ = file.take(200).read_to_string(&mut holder);
                return Err(StoreError::Held {
                    file: folder.path(FILE_NAME),
                    holder: holder.trim().to_owned(),
                });
            }
            // Some network drives have no locks; SQLite's own keep the store whole there, too, or nothing does.
            Err(TryLockError::Error(_)) => return Ok(Self { file: None, rest: None }),
        }
        let before = file.metadata().map_err(failed)?;
        overwrite(&mut file, holder).map_err(failed)?;
        let now = file.metadata().and_then(|after| after.modified()).map_err(failed)?;
        // One that is empty was made just now.
        let before = before.modified().ok().filter(|_| before.len() > 0);
        Ok(Self { file: Some(file), rest: before.and_then(|before| now.duration_since(before).ok()) })
    }

    /// How long ago the last sync ended, or began where it was killed; `None` where none did.
    pub fn rest(&self) -> Option<Duration> {
        self.rest
    }
}

fn overwrite(file: &mut File, text: &str) -> std::io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(text.as_bytes())
}
