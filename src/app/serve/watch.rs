//! Whether what the page shows has changed.

use std::fmt::Write as _;
use std::path::Path;
use std::time::UNIX_EPOCH;

use sha2::{Digest as _, Sha256};

use super::super::env::Env;
use super::super::workspace::Workspace;
use crate::scan;
use crate::store::Store;

/// A text that is another when the configuration, the store, a repository or the day is.
pub(super) fn stamp(env: &Env) -> String {
    let mut seen = Sha256::new();
    match Workspace::open(env) {
        Ok(workspace) => {
            seen.update(format!("{:?} {}", workspace.config, workspace.today(env)));
            for file in Store::files(&workspace.root) {
                seen.update(look(&file));
            }
            for list in &workspace.config.lists {
                seen.update(look(&list.file));
            }
            for repo in &workspace.config.repos {
                match scan::open(repo) {
                    Ok(repo) => seen.update(repo.fingerprint().to_bytes()),
                    Err(error) => seen.update(error.to_string()),
                }
            }
        }
        // What is wrong with the configuration: mended, it is something else.
        Err(error) => seen.update(format!("{error:?}")),
    }
    seen.finalize().iter().take(16).fold(String::new(), |mut text, byte| {
        // Writing to a text can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Size and time of a file. An empty file is none: the store's log comes and goes when it is only read.
fn look(file: &Path) -> String {
    let seen = file.metadata().ok().filter(|seen| seen.len() > 0);
    let changed = seen.as_ref().and_then(|seen| seen.modified().ok()?.duration_since(UNIX_EPOCH).ok());
    format!("{:?} {:?} ", seen.map(|seen| seen.len()), changed)
}
