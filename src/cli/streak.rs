//! `cpt streak`: synchronous, from git alone.

use super::Outcome;
use super::error::CliError;
use super::output::Output;
use super::practice::Practice;
use super::workspace::Workspace;
use super::world::World;
use crate::report;

/// Tell the daily streak of committed solutions
///
/// Reads the configured repositories as they are now; needs no network and no sync. Inside a git repository without
/// a cpt.toml it uses the defaults.
#[derive(Debug, clap::Args, Default)]
pub(super) struct Args {
    /// Print nothing but what is missing; exit with 1 where today's goal is not met
    #[arg(long)]
    check: bool,

    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let workspace = Workspace::open_or_default(world)?;
    let practice = Practice::read(&workspace, world, output);
    let partly = !practice.failures.is_empty();
    let answer = practice.answer()?;
    let rules = &workspace.config.streak;
    let settled = answer.today.done || answer.today.rest;
    if args.json {
        output.answer(&report::to_line(&report::StreakJson::new(&answer))?)?;
    } else if !args.check {
        output.answer(&report::streak(&answer, rules, calendar_weeks(world.columns)))?;
    } else if !settled {
        output.answer(&(report::streak_line(&answer) + "\n"))?;
    }
    Ok(match () {
        () if args.check && !settled => Outcome::No,
        () if partly => Outcome::Partly,
        () => Outcome::Done,
    })
}

/// The weeks that fit into `columns`, at most half a year.
pub(super) fn calendar_weeks(columns: usize) -> usize {
    (columns.saturating_sub(6) / 2).clamp(4, 26)
}
