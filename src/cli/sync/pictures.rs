//! Charts that need not be drawn again: nothing that they show has changed since a sync drew them.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::super::workspace::Workspace;
use super::super::world::World;
use crate::store::{Store, StoreError};

/// The name under which the store keeps which charts were drawn.
const NAME: &str = "charts";

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

/// What is known of the charts while a sync runs. The store forgets it meanwhile, so that the one after a sync that
/// was stopped draws them.
pub(super) struct Pictures {
    /// Everything that charts depend on, but for what the store has.
    stamp: Vec<u8>,
    /// The note of charts that showed what the store had before the sync.
    current: Option<Vec<u8>>,
}

impl Pictures {
    pub fn take(store: &mut Store, workspace: &Workspace, world: &World) -> Result<Self, StoreError> {
        let (version, config) = (env!("CARGO_PKG_VERSION"), &workspace.config);
        let (today, zone) = (workspace.today(world), workspace.zone(world));
        let stamp = format!("{version} {today} {zone:?} {config:?}").into_bytes();
        let as_written = |kept: &Vec<u8>| {
            serde_json::from_slice(kept).is_ok_and(|kept: Vec<Written>| {
                kept.iter().all(|written| Written::look_at(&written.path).as_ref() == Some(written))
            })
        };
        let current = store.answer(NAME, &stamp)?.filter(as_written);
        if current.is_some() {
            store.keep_answer(NAME, b"", b"")?;
        }
        Ok(Self { stamp, current })
    }

    /// Whether they still show what the store has, as the sync brought no news.
    pub fn confirm(&self, store: &mut Store) -> Result<bool, StoreError> {
        match &self.current {
            Some(kept) => store.keep_answer(NAME, &self.stamp, kept).map(|()| true),
            None => Ok(false),
        }
    }

    /// Notes that the files at `paths` show what the store has; where one can't be looked at, nothing is noted.
    pub fn keep<'a>(
        &self,
        store: &mut Store,
        paths: impl Iterator<Item = &'a Path>,
    ) -> Result<(), StoreError> {
        let written: Option<Vec<Written>> = paths.map(Written::look_at).collect();
        match written.and_then(|written| serde_json::to_vec(&written).ok()) {
            Some(value) => store.keep_answer(NAME, &self.stamp, &value),
            None => Ok(()),
        }
    }
}
