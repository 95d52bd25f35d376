//! Charts that need not be drawn again: nothing that they show has changed since a sync drew them.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::super::env::Env;
use super::super::workspace::Workspace;
use crate::model::zone_name;
use crate::store::{Store, StoreError};

/// The name under which the store keeps which charts were drawn.
const NAME: &str = "charts";

/// Raised when the key has other parts or the answer another form.
const FORMAT: u32 = 1;

/// Forgets that they are up to date: what they show has changed without a sync.
pub fn forget(store: &mut Store) -> Result<(), StoreError> {
    store.forget_answer(NAME)
}

/// A chart's file as it was when it was written.
#[derive(PartialEq, Eq, Serialize, Deserialize)]
struct Written {
    path: PathBuf,
    bytes: u64,
    changed: SystemTime,
}

impl Written {
    fn look_at(path: &Path) -> Option<Self> {
        let file = path.metadata().ok()?;
        Some(Self { path: path.to_owned(), bytes: file.len(), changed: file.modified().ok()? })
    }
}

/// What the store keeps of a drawing.
#[derive(Serialize, Deserialize)]
struct StoredDrawing {
    files: Vec<Written>,
    /// What the README says of it.
    block: String,
}

/// What is known of the charts while a sync runs. The store forgets it meanwhile, so that the one after a sync that
/// was stopped draws them.
pub(super) struct Pictures {
    /// Everything that charts depend on, but for what the store has.
    key: Vec<u8>,
    /// The note of charts that showed what the store had before the sync.
    current: Option<StoredDrawing>,
}

impl Pictures {
    pub fn take(store: &mut Store, workspace: &Workspace, env: &Env) -> Result<Self, StoreError> {
        let config = &workspace.config;
        let (today, zone) = (workspace.today(env), zone_name(&workspace.zone(env)));
        let places = (&config.charts.dir, &config.readme);
        let key = (FORMAT, env!("CARGO_PKG_VERSION"), today, zone, places, &config.said);
        let key = serde_json::to_vec(&key).unwrap_or_default();
        let as_written = |kept: &StoredDrawing| {
            kept.files.iter().all(|written| Written::look_at(&written.path).as_ref() == Some(written))
        };
        let kept = store.answer(NAME, &key)?;
        let current = kept.and_then(|kept| serde_json::from_slice(&kept).ok()).filter(as_written);
        if current.is_some() {
            store.forget_answer(NAME)?;
        }
        Ok(Self { key, current })
    }

    /// What the README says, where the charts showed what the store had before the sync.
    pub fn block(&self) -> Option<&str> {
        self.current.as_ref().map(|kept| kept.block.as_str())
    }

    /// Notes that they still do, as the sync brought no news of what they show.
    pub fn confirm(&self, store: &mut Store) -> Result<(), StoreError> {
        self.current.as_ref().map_or(Ok(()), |kept| self.note(store, kept))
    }

    /// Notes that the files at `paths` and the README's `block` show what the store has; where a file can't be looked
    /// at, nothing is noted.
    pub fn keep<'a>(
        &self,
        store: &mut Store,
        paths: impl Iterator<Item = &'a Path>,
        block: &str,
    ) -> Result<(), StoreError> {
        match paths.map(Written::look_at).collect() {
            Some(files) => self.note(store, &StoredDrawing { files, block: block.to_owned() }),
            None => Ok(()),
        }
    }

    fn note(&self, store: &mut Store, kept: &StoredDrawing) -> Result<(), StoreError> {
        match serde_json::to_vec(kept) {
            Ok(value) => store.keep_answer(NAME, &self.key, &value),
            Err(_) => Ok(()),
        }
    }
}
