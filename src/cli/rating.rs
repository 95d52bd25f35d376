//! `cpt rating`: the series as the store has them.

use super::Outcome;
use super::error::CliError;
use super::output::Output;
use super::workspace::Workspace;
use super::world::World;
use crate::report;
use crate::store::Store;

/// Show the ratings, their colours and the last contests
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Print one JSON object, histories included
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let workspace = Workspace::open(world)?;
    let store = Store::open_existing(&workspace.root)?;
    let series = workspace.series(store.as_ref())?;
    if args.json {
        output.answer(&report::to_line(&report::RatingJson::new(series.iter()))?)?;
        return Ok(Outcome::Done);
    }
    let (standing, _) = workspace.standing(series, world);
    output.answer(&report::rating(&standing, workspace.today(world), &workspace.zone(world)))?;
    super::status::hint(&workspace, store.as_ref(), output);
    super::age::note(&workspace, store.as_ref(), world, output)?;
    Ok(Outcome::Done)
}
