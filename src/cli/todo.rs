//! `cpt todo`: what was left.

use super::Outcome;
use super::args::{judge_parser, named};
use super::error::CliError;
use super::library::Library;
use super::output::Output;
use super::practice::{self, Facts};
use super::workspace::Workspace;
use super::world::World;
use crate::answers::{self, Known, Levels};
use crate::model::{Judge, SolutionChange};
use crate::report::{self, TodoSection};
use crate::store::Store;

/// How many of each kind are shown unless all are wanted.
const MOST: usize = 5;

/// Show what was left: open problems, unsolved ones of your contests, second looks
///
/// Problems that you tried and never solved; problems of contests that you took part in, the nearest to your level first;
/// accepted and not committed; solved long ago and due for another look, by spaced repetition: the worse it went, the
/// sooner. Each with its difficulty and the chance that you solve it at your level now.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Show one kind alone
    #[arg(value_name = "KIND", value_parser = named(TodoSection::ALL, TodoSection::id), ignore_case = true)]
    kind: Option<TodoSection>,

    /// Show the problems of one judge
    #[arg(long, value_parser = judge_parser(), ignore_case = true)]
    judge: Option<Judge>,

    /// Show all, not the first five of each kind
    #[arg(long)]
    all: bool,

    /// Print one JSON object, with all of them
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let workspace = Workspace::open(world)?;
    let store = Store::open_existing(&workspace.root)?;
    let mut library = Library::read(&workspace, store.as_ref())?;
    let series = workspace.series(store.as_ref())?;
    library.attempts.retain(|attempts| args.judge.is_none_or(|judge| judge == attempts.judge));
    let mut contests = library.contests_taken(&series);
    contests.retain(|contest| args.judge.is_none_or(|judge| judge == contest.judge));

    let sections = args.kind.map_or_else(|| TodoSection::ALL.to_vec(), |kind| vec![kind]);
    let facts =
        if sections.contains(&TodoSection::Uncommitted) { Facts::read(&workspace) } else { Facts::default() };
    facts.warnings.iter().for_each(|warning| output.note(warning));
    practice::tell(&facts.failures, output);
    let changes: Vec<&[SolutionChange]> = facts.repos.iter().map(|(_, changes)| &changes[..]).collect();
    let committed = answers::solved(&changes, &workspace.config.streak.day);
    // Without a repository everything would be missing there.
    let committed = (!changes.is_empty() && facts.failures.is_empty()).then_some(&committed);

    let (today, zone) = (workspace.today(world), workspace.zone(world));
    let levels = Levels::now(&series);
    let known = Known {
        catalogue: &library.catalogue,
        submissions: &library.submissions,
        attempts: &library.attempts,
        contests: &contests,
        committed,
        levels: &levels,
    };
    let todo = answers::todo(known, today, &zone);
    output.answer(&if args.json {
        report::to_line(&report::TodoJson::new(&todo, &sections))?
    } else {
        report::todo(&todo, &sections, if args.all { usize::MAX } else { MOST }, today, &zone)
    })?;
    let kinds = ["submissions", "problems", "contests"];
    super::age::note_lists(&workspace, store.as_ref(), &kinds, args.judge, world, output)?;
    Ok(if facts.failures.is_empty() { Outcome::Done } else { Outcome::Partly })
}
