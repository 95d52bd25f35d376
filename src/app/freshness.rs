//! How old what is shown is, where that matters.

use jiff::Timestamp;

use super::error::CliError;
use super::output::Output;
use super::workspace::Workspace;
use super::world::World;
use crate::judges;
use crate::model::{Judge, SeriesKey};
use crate::report;
use crate::store::{Store, StoreError};

/// Ratings that were fetched longer ago may lack a contest.
const YOUNG: jiff::SignedDuration = jiff::SignedDuration::from_hours(24);

/// Says how old the ratings are unless they are young.
pub fn note(
    workspace: &Workspace,
    store: Option<&Store>,
    world: &World,
    output: &mut Output,
) -> Result<(), CliError> {
    if let Some(words) = words(workspace, store, world)? {
        output.note(&format!("{words}\n"));
    }
    Ok(())
}

/// The sentence about it; `None` where the ratings are young or there are none.
pub fn words(
    workspace: &Workspace,
    store: Option<&Store>,
    world: &World,
) -> Result<Option<String>, CliError> {
    let oldest = fetched_at(workspace, store)?.into_iter().min();
    let age = oldest.map(|at| world.now.timestamp().duration_since(at)).filter(|age| *age > YOUNG);
    Ok(age.map(|age| format!("Ratings are as of {}; `cpt sync` brings them up to date.", report::ago(age))))
}

/// Says which of `kinds` (`submissions`, `problems`, `contests`) of the judges with a handle were never fetched, or else
/// how old they are unless they are young.
pub fn note_lists(
    workspace: &Workspace,
    store: Option<&Store>,
    kinds: &[&str],
    judge: Option<Judge>,
    world: &World,
    output: &mut Output,
) -> Result<(), CliError> {
    if super::status::hint_at_handles(workspace, output) {
        return Ok(());
    }
    let (mut missing, mut oldest) = (Vec::new(), None::<(Timestamp, String)>);
    let has_handle = |one: &Judge| workspace.config.handles.at(*one).is_some();
    for one in Judge::all().filter(has_handle).filter(|one| judge.is_none_or(|judge| judge == *one)) {
        let mut lacks = Vec::new();
        for kind in kinds {
            let source = format!("{}.{kind}", one.id());
            match store.map(|store| store.synced_at(&source)).transpose()?.flatten() {
                None => lacks.push(*kind),
                Some(at) if oldest.as_ref().is_none_or(|(oldest, _)| at < *oldest) => {
                    oldest = Some((at, format!("{one} {kind}")));
                }
                Some(_) => {}
            }
        }
        if !lacks.is_empty() {
            missing.push(format!("{one} {}", lacks.join(", ")));
        }
    }
    if !missing.is_empty() {
        output.note(&format!("Not fetched yet: {}. `cpt sync` brings them.\n", missing.join("; ")));
    } else if let Some((at, what)) = oldest {
        let age = world.now.timestamp().duration_since(at);
        if age > YOUNG {
            let ago = report::ago(age);
            output.note(&format!("{what} are as of {ago}; `cpt sync` brings them up to date.\n"));
        }
    }
    Ok(())
}

/// When the series of the configured handles were fetched, as far as they were.
pub fn fetched_at(workspace: &Workspace, store: Option<&Store>) -> Result<Vec<Timestamp>, StoreError> {
    let Some(store) = store else { return Ok(Vec::new()) };
    let at = |key: SeriesKey| store.synced_at(&judges::ratings_source(&key)).transpose();
    workspace.series_keys().into_iter().filter_map(at).collect()
}
