//! `cpt contests`: those to come, and those that one took part in.

use super::Outcome;
use super::args::judge_parser;
use super::error::CliError;
use super::library::Library;
use super::output::Output;
use super::workspace::Workspace;
use super::world::World;
use crate::answers;
use crate::model::Judge;
use crate::report::{self, Contests};
use crate::store::Store;

/// How many of each kind are shown unless all are wanted.
const MOST: usize = 10;

/// Show the contests to come, and how the past ones went
///
/// Past ones with place, performance (~ is an estimate, ≤ an upper bound), the rating after it, and how many problems you
/// solved in it and since; contests that you went through virtually, too. What comes is told as far as the judges' lists
/// go: Codeforces announces its rounds there, AtCoder doesn't.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Show the contests of one judge
    #[arg(long, value_parser = judge_parser(), ignore_case = true)]
    judge: Option<Judge>,

    /// Show all, not the next and the last ten
    #[arg(long)]
    all: bool,

    /// Print one JSON object, with all of them
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let workspace = Workspace::open(world)?;
    let store = Store::open_existing(&workspace.root)?;
    let library = Library::read(&workspace, store.as_ref())?;
    let series = workspace.series(store.as_ref())?;
    let (now, zone) = (world.now.timestamp(), workspace.zone(world));
    let is_shown = |judge: Judge| args.judge.is_none_or(|asked| asked == judge);
    let mut coming = answers::coming(&library.contests, now);
    coming.retain(|contest| is_shown(contest.judge));
    let mut past = library.contests_taken(&series);
    past.retain(|contest| is_shown(contest.judge));
    // AtCoder Problems lists what is in AtCoder's archive; should it list more one day, that is shown.
    let untold = [Judge::ATCODER].into_iter().filter(|judge| {
        let has_handle = workspace.config.handles.at(*judge).is_some();
        has_handle && is_shown(*judge) && !coming.iter().any(|contest| contest.judge == *judge)
    });
    let contests = Contests { untold: untold.collect(), coming, past };
    output.answer(&if args.json {
        report::to_line(&report::ContestsJson::new(&contests, now, &zone))?
    } else {
        report::contests(&contests, if args.all { usize::MAX } else { MOST }, now, &zone)
    })?;
    let kinds = ["contests", "submissions"];
    super::age::note_lists(&workspace, store.as_ref(), &kinds, args.judge, world, output)?;
    Ok(Outcome::Done)
}
