//! `cpt target`: what one wants to reach, what it takes, and how likely it is.

use jiff::civil::Date;

use super::Outcome;
use super::args::{date, judge_has, judge_parser, track_parser};
use super::output::Output;
use super::present::present;
use crate::app::env::World;
use crate::app::error::CliError;
use crate::app::session::Session;
use crate::app::workspace::Workspace;
use crate::config::{self, Config, ConfigError, NewTarget};
use crate::files::{Links, read_bounded, write_changed};
use crate::model::{Goal, Judge, Target, Track};
use crate::{app, report};

/// Show what each target takes and how likely it is; add and remove targets
///
/// Forecasts draw thousands of courses that the rating could take, from how often you take part and how you do.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Option<Action>,

    /// Print one JSON object
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Write a target to cpt.toml
    Add(AddArgs),
    /// Show every target (what `cpt target` alone does)
    List,
    /// Take a target out of cpt.toml
    Remove(RemoveArgs),
}

#[derive(Debug, clap::Args)]
struct AddArgs {
    /// codeforces or atcoder
    #[arg(value_parser = judge_parser(), ignore_case = true)]
    judge: Judge,

    /// A colour or title in any of its spellings (green, mint, 민트, 水色, specialist) or a rating
    #[arg(required_unless_present = "equivalent")]
    goal: Option<String>,

    /// The last day that counts, such as 2026-12-31
    #[arg(long, value_name = "DATE", value_parser = date)]
    by: Date,

    /// The track at AtCoder
    #[arg(long, value_parser = track_parser(), ignore_case = true, default_value = "algorithm")]
    track: Track,

    /// Aim at what is roughly worth as much as a goal of the other judge, such as "codeforces mint"
    #[arg(long, value_name = "GOAL", conflicts_with = "goal")]
    equivalent: Option<String>,
}

#[derive(Debug, clap::Args)]
struct RemoveArgs {
    /// codeforces or atcoder
    #[arg(value_parser = judge_parser(), ignore_case = true)]
    judge: Judge,

    /// The colour, title or rating
    goal: String,

    /// Its day, where several targets have this goal
    #[arg(long, value_name = "DATE", value_parser = date)]
    by: Option<Date>,

    /// Its track, where both have this goal
    #[arg(long, value_parser = track_parser(), ignore_case = true)]
    track: Option<Track>,
}

pub(super) fn run(args: Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let session = Session::open(world)?;
    match args.action {
        None | Some(Action::List) => show(&session, |_| true, args.json, output),
        Some(Action::Add(new)) => {
            let added = add(&new, &session.workspace, world)?;
            show(&Session::open(world)?, |target| *target == added, args.json, output)
        }
        Some(Action::Remove(old)) => {
            remove(&old, &session.workspace, world, output)?;
            if args.json { show(&Session::open(world)?, |_| true, true, output) } else { Ok(Outcome::Done) }
        }
    }
}

/// Prints the targets that `picked` picks.
fn show(
    session: &Session<'_>,
    picked: impl Fn(&Target) -> bool,
    json: bool,
    output: &mut Output,
) -> Result<Outcome, CliError> {
    let targets = app::standing::targets(session, picked)?.without_hints(json);
    present(targets, output, |standing| {
        if json {
            return Ok(report::to_line(&report::TargetsJson::new(&standing))?);
        }
        Ok(report::targets(&standing, session.today()))
    })
}

fn add(args: &AddArgs, workspace: &Workspace, world: &World) -> Result<Target, CliError> {
    let today = workspace.today(world);
    if args.by < today {
        let message = format!("{} is past; a target needs a day to come", args.by);
        return Err(CliError::usage(message, "Name a later day with --by."));
    }
    judge_has(args.judge, args.track)?;
    let remedy = "A plain rating will do, too.";
    let (goal, elsewhere) = if let Some(text) = &args.equivalent {
        let (goal, elsewhere) = Goal::parse_elsewhere(args.judge, text, Judge::all())
            .map_err(|why| CliError::usage(why, remedy))?;
        (goal, Some(elsewhere))
    } else {
        let word = args.goal.as_deref().unwrap_or_default();
        let goal = Goal::parse(args.judge, word).map_err(|why| CliError::usage(why.to_string(), remedy))?;
        (goal, None)
    };
    let target = Target { judge: args.judge, track: args.track, goal, by: args.by, equivalent: elsewhere };
    if workspace.config.targets.contains(&target) {
        let message = format!("{} is a target already", named(&target));
        return Err(CliError::usage(message, "`cpt target` shows all of them."));
    }
    let written = NewTarget {
        judge: args.judge,
        track: args.track,
        goal: args.equivalent.as_deref().or(args.goal.as_deref()).unwrap_or_default(),
        equivalent: args.equivalent.is_some(),
        by: args.by,
    };
    rewrite(workspace, world, |text| config::add_target(text, &written))?;
    Ok(target)
}

fn remove(
    args: &RemoveArgs,
    workspace: &Workspace,
    world: &World,
    output: &mut Output,
) -> Result<(), CliError> {
    let remedy = "`cpt target` shows what is set.";
    let goal = Goal::parse(args.judge, &args.goal).map_err(|why| CliError::usage(why.to_string(), remedy))?;
    let fits = |target: &Target| {
        (target.judge, target.goal.rating) == (args.judge, goal.rating)
            && args.by.is_none_or(|by| by == target.by)
            && args.track.is_none_or(|track| track == target.track)
    };
    let mut found = workspace.config.targets.iter().enumerate().filter(|(_, target)| fits(target));
    let Some((index, target)) = found.next() else {
        let message = format!("no target at {} is {} at {}", args.judge, goal.colour, goal.rating);
        return Err(CliError::usage(message, remedy));
    };
    if let Some((_, other)) = found.next() {
        let message = format!("{} and {} both fit", named(target), named(other));
        return Err(CliError::usage(message, "Say which by --by or --track."));
    }
    rewrite(workspace, world, |text| config::remove_target(text, index))?;
    output.answer(&format!("Removed {}\n", named(target))).map_err(CliError::from)
}

fn named(target: &Target) -> String {
    format!("{} {} at {} by {}", target.series_title(), target.goal.colour, target.goal.rating, target.by)
}

/// Changes the configuration's file, unless it could not be read afterwards.
fn rewrite<E: std::error::Error>(
    workspace: &Workspace,
    world: &World,
    change: impl FnOnce(&str) -> Result<String, E>,
) -> Result<(), CliError> {
    let Some(file) = &workspace.file else {
        return Err(CliError::usage("there is no cpt.toml to change", "`cpt init` writes one."));
    };
    let doing = |what: &str| format!("can't {what} {}", file.display());
    // A link stays one: what it leads to is changed.
    let file = &file.canonicalize().map_err(|error| CliError::file(doing("read"), &error))?;
    if world.config.is_none() {
        workspace.may_write(file, world)?;
    }
    let text = read_bounded(file, config::LIMIT, Links::Refuse);
    let text = text.map_err(|error| CliError::file(doing("read"), &error))?;
    let text = String::from_utf8(text).map_err(|error| ConfigError::not_utf8(file, &error))?;
    let changed = change(&text)
        .map_err(|error| CliError::usage(format!("{}: {error}", doing("change")), "Change it by hand."))?;
    let _checked: Config = Config::parse(&changed, file, &world.overrides)
        .map_err(|error: ConfigError| CliError::usage(error.to_string(), "Change it by hand."))?;
    write_changed(file, changed.as_bytes()).map_err(|error| CliError::file(doing("write"), &error)).map(drop)
}
