//! A store that isn't as it was left, before a sync builds upon it.

use super::super::env::Env;
use super::super::error::AppError;
use super::super::workspace::Workspace;
use super::{SyncAsk, sources};
use crate::model::{Note, SourceName};
use crate::store::{Store, is_only_here};

/// Opens the store; what is damaged in it is forgotten and told, so that this sync brings it anew. What is only
/// remembered for the sake of speed goes with it, and whenever everything is asked for.
pub(super) fn open_repaired(
    ask: SyncAsk,
    workspace: &Workspace,
    env: &Env,
) -> Result<(Store, Vec<Note>), AppError> {
    // What can't be brought anew is better than nothing; `cpt doctor` tells of it.
    let may_forget = |source: &str| !is_only_here(source) && (!ask.offline || source.starts_with("git:"));
    let (store, repair) = Store::open_repaired(&workspace.root, ask.full, may_forget)?;
    let mut notes = Vec::new();
    if let Some((error, aside)) = &repair.set_aside {
        notes.push(Note::SetAside { why: error.to_string(), aside: env.shown(aside) });
    }
    let followed = sources(workspace);
    for source in repair.forgotten {
        let named = followed.iter().find(|followed| followed.source == source);
        let anew = named.is_some();
        let source = named.map_or(SourceName::Former(source), |named| named.title.clone());
        notes.push(Note::Damaged { source, anew });
    }
    Ok((store, notes))
}
