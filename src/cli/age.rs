//! How old what is shown is, where that matters.

use super::error::CliError;
use super::output::Output;
use super::workspace::Workspace;
use super::world::World;
use crate::model::{Judge, SeriesKey};
use crate::report;
use crate::store::Store;

/// Ratings that were fetched longer ago may lack a contest.
const YOUNG: jiff::SignedDuration = jiff::SignedDuration::from_hours(24);

/// Says how old the ratings are unless they are young.
pub(super) fn note(
    workspace: &Workspace,
    store: Option<&Store>,
    world: &World,
    output: &mut Output,
) -> Result<(), CliError> {
    let Some(store) = store else { return Ok(()) };
    let now = world.now.timestamp();
    let mut oldest = None;
    for key in workspace.series_keys() {
        oldest = oldest.max(store.synced_at(&source_name(&key))?.map(|at| now.duration_since(at)));
    }
    if let Some(age) = oldest.filter(|age| *age > YOUNG) {
        let ago = report::ago(age);
        output.note(&format!("Ratings are as of {ago}; `cpt sync` brings them up to date.\n"));
    }
    Ok(())
}

/// The source that a series comes from, as scripts know it.
pub(super) fn source_name(key: &SeriesKey) -> String {
    match key.judge {
        Judge::Codeforces => "codeforces.ratings".to_owned(),
        Judge::AtCoder => format!("atcoder.{}", key.track),
    }
}
