//! `cpt streak`: synchronous, from git alone.

use super::Outcome;
use super::error::CliError;
use super::output::Output;
use super::practice::{self, Facts, Practice};
use super::workspace::Workspace;
use super::world::World;
use crate::answers;
use crate::model::SolutionChange;
use crate::report::{self, CalendarSpan};

/// Tell the daily streak of committed solutions
///
/// Reads the configured repositories as they are now; needs no network and no sync. Inside a git repository without
/// a cpt.toml it uses the defaults.
#[derive(Debug, clap::Args, Default)]
#[expect(clippy::struct_excessive_bools, reason = "these are switches of a command line")]
pub(super) struct Args {
    /// Print nothing but what is missing; exit with 1 where today's goal is not met
    #[arg(long, conflicts_with_all = ["prompt", "by"])]
    check: bool,

    /// Print one short line for a shell prompt or a status bar
    #[arg(long, conflicts_with_all = ["json", "by"])]
    prompt: bool,

    /// Keep the short line within ASCII
    #[arg(long, requires = "prompt")]
    ascii: bool,

    /// Show the calendar of a whole year, by default the current one
    #[arg(long, value_name = "YEAR", num_args = 0..=1, default_missing_value = "0", conflicts_with = "weeks")]
    year: Option<i16>,

    /// Show the calendar of so many weeks
    #[arg(long, value_name = "WEEKS", value_parser = clap::value_parser!(u16).range(1..=520))]
    weeks: Option<u16>,

    /// Show a row for each author of a shared repository, every author unless `authors` are configured
    #[arg(long, value_name = "WHAT")]
    by: Option<By>,

    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum By {
    Author,
}

pub(super) fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let workspace = Workspace::open_or_default(world)?;
    if args.by.is_some() {
        return by_author(args, workspace, world, output);
    }
    if args.prompt {
        // A prompt shows its line and nothing else.
        output.mute();
    }
    let practice = Practice::read(&workspace, world, output);
    let partly = !practice.failures.is_empty();
    let answer = practice.answer()?;
    let rules = &workspace.config.streak;
    let settled = answer.today.done || answer.today.rest;
    if args.prompt {
        output.answer(&report::streak_prompt(&answer, args.ascii))?;
        return Ok(if partly { Outcome::Partly } else { Outcome::Done });
    }
    let habits = answers::habits(&answer.days, rules, answer.today.date);
    if args.json {
        output.answer(&report::to_line(&report::StreakJson::new(&answer, &habits))?)?;
    } else if !args.check {
        output.answer(&report::streak(&answer, &habits, rules, span(args, world, answer.today.date)))?;
    } else if !settled {
        output.answer(&report::streak_missing(&answer))?;
    }
    Ok(match () {
        () if args.check && !settled => Outcome::No,
        () if partly => Outcome::Partly,
        () => Outcome::Done,
    })
}

/// The part of the calendar that was asked for, else the weeks that fit, at most half a year.
fn span(args: &Args, world: &World, today: jiff::civil::Date) -> CalendarSpan {
    let columns = world.columns;
    match (args.year, args.weeks) {
        (Some(year), _) => CalendarSpan::Year { year: if year == 0 { today.year() } else { year }, columns },
        (None, Some(weeks)) => CalendarSpan::Weeks { weeks: usize::from(weeks), columns },
        (None, None) => CalendarSpan::Weeks { weeks: calendar_weeks(columns), columns },
    }
}

/// The weeks that fit into `columns`, at most half a year.
pub(super) fn calendar_weeks(columns: usize) -> usize {
    (columns.saturating_sub(6) / 2).clamp(4, 26)
}

fn by_author(
    args: &Args,
    mut workspace: Workspace,
    world: &World,
    output: &mut Output,
) -> Result<Outcome, CliError> {
    for repo in &mut workspace.config.repos {
        repo.authors.get_or_insert_with(|| vec!["*".to_owned()]);
    }
    let facts = Facts::read(&workspace);
    facts.warnings.iter().for_each(|warning| output.note(warning));
    practice::tell(&facts.failures, output);
    if facts.repos.is_empty() {
        return Err(practice::nothing(&facts.failures));
    }
    let changes: Vec<&[SolutionChange]> = facts.repos.iter().map(|(_, changes)| &changes[..]).collect();
    let authors = answers::streaks_by_author(&changes, &workspace.config.streak, workspace.today(world));
    if args.json {
        output.answer(&report::to_line(&report::AuthorsJson::new(&authors))?)?;
    } else {
        output.answer(&report::streak_by_author(&authors))?;
    }
    Ok(if facts.failures.is_empty() { Outcome::Done } else { Outcome::Partly })
}
