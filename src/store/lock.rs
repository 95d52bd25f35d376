//! One sync at a time.

use std::fs::{File, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::Path;

use super::{DIR_NAME, StoreError, make_dir};

const FILE_NAME: &str = "sync.lock";

/// The right to bring the store up to date, until it is dropped or its process ends, however that ends.
#[derive(Debug)]
pub struct SyncLock {
    _file: Option<File>,
}

impl SyncLock {
    /// Takes the lock of the workspace `root`; `holder` is what another process that wants it is told.
    pub fn take(root: &Path, holder: &str) -> Result<Self, StoreError> {
        let dir = root.join(DIR_NAME);
        let failed = |source| StoreError::Folder { dir: dir.clone(), source };
        make_dir(&dir).map_err(failed)?;
        let path = dir.join(FILE_NAME);
        let mut file = File::options()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&path)
            .map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // Who holds it is a courtesy; some systems let nobody read a locked file.
                let _ = file.take(200).read_to_string(&mut holder);
                return Err(StoreError::Held { file: path, holder: holder.trim().to_owned() });
            }
            // Some network drives have no locks; SQLite's own keep the store whole there, too, or nothing does.
            Err(TryLockError::Error(_)) => return Ok(Self { _file: None }),
        }
        let note = |file: &mut File| {
            file.set_len(0)?;
            file.rewind()?;
            file.write_all(holder.as_bytes())
        };
        note(&mut file).map_err(failed)?;
        Ok(Self { _file: Some(file) })
    }
}
