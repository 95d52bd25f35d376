//! A store that isn't as it was left, before a sync builds upon it.

use super::super::error::{CliError, told};
use super::super::workspace::Workspace;
use super::super::world::World;
use super::{Args, sources};
use crate::cli::output::Output;
use crate::model::clean;
use crate::report::Paint;
use crate::store::Store;

/// Opens the store; what is damaged in it is forgotten and told, so that this sync brings it anew. What is only
/// remembered for the sake of speed goes with it, and whenever everything is asked for.
pub(super) fn whole_store(
    args: &Args,
    workspace: &Workspace,
    world: &World,
    output: &mut Output,
) -> Result<Store, CliError> {
    // What can't be brought anew is better than nothing; `cpt doctor` tells of it.
    let may_forget = |source: &str| !args.offline || source.starts_with("git:");
    let (store, repair) = Store::open_repaired(&workspace.root, args.full, may_forget)?;
    let mut warn = |message: &str| output.note(&told(&Paint::Warn.on("warning"), message, None));
    if let Some((error, aside)) = &repair.set_aside {
        warn(&format!("{error}; it is now {}, and everything is fetched anew", world.shown(aside)));
    }
    let followed = sources(workspace);
    for source in &repair.forgotten {
        let then = if followed.contains(source) { "it is brought anew" } else { "it was deleted" };
        warn(&format!("what was stored of {} is damaged; {then}", clean(source)));
    }
    Ok(store)
}
