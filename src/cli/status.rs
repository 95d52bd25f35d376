//! `cpt status`, also what bare `cpt` prints.

use super::Outcome;
use super::error::CliError;
use super::output::Output;
use super::practice::Practice;
use super::workspace::Workspace;
use super::world::World;
use crate::report;
use crate::store::Store;

/// Show ratings, targets and the streak on one screen (what `cpt` alone prints)
#[derive(Debug, clap::Args, Default)]
pub(super) struct Args {
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let workspace = Workspace::open(world)?;
    let store = Store::open_existing(&workspace.root)?;
    let (standing, orphans) = workspace.standing(workspace.series(store.as_ref())?, world);
    let practice = Practice::read(&workspace, world, output);
    if args.json {
        let json = report::StatusJson::new(&standing, &orphans, practice.streak.as_ref());
        output.answer(&report::to_line(&json)?)?;
    } else {
        let mut text = report::status(&standing, &orphans, workspace.today(world), &workspace.zone(world));
        if let Some(streak) = &practice.streak {
            text.push_str(&report::streak_line(streak));
            text.push('\n');
        }
        output.answer(&text)?;
        hint(&workspace, store.as_ref(), output)?;
        super::age::note(&workspace, store.as_ref(), world, output)?;
    }
    Ok(if practice.failures.is_empty() { Outcome::Done } else { Outcome::Partly })
}

/// What is missing before there is more to show.
pub(super) fn hint(
    workspace: &Workspace,
    store: Option<&Store>,
    output: &mut Output,
) -> Result<(), CliError> {
    if let Some(words) = lacking(workspace, store)? {
        output.note(&format!("{words}\n"));
    }
    Ok(())
}

/// The sentence about it.
pub(crate) fn lacking(
    workspace: &Workspace,
    store: Option<&Store>,
) -> Result<Option<&'static str>, CliError> {
    Ok(match () {
        () if workspace.series_keys().is_empty() => Some(NO_HANDLE),
        () if super::age::fetched_at(workspace, store)?.is_empty() => {
            Some("Nothing was fetched yet: run `cpt sync`.")
        }
        () => None,
    })
}

const NO_HANDLE: &str = "No handle is configured: fill in [handles] in cpt.toml, then run `cpt sync`.";

/// Says that no handle is configured where none is.
pub(crate) fn hint_at_handles(workspace: &Workspace, output: &mut Output) -> bool {
    let missing = workspace.series_keys().is_empty();
    if missing {
        output.note(&format!("{NO_HANDLE}\n"));
    }
    missing
}
