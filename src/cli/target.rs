//! `cpt target`: what one wants to reach, what it takes, and how likely it is.

use jiff::civil::Date;

use super::Exit;
use super::args::{Deadline, date, track_parser};
use super::completions::{goals, judges, target_days};
use super::output::Output;
use super::present::present;
use crate::app::asked::{Asked, has_track, judge};
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::target::{Unwanted, Wanted, Word};
use crate::model::{Target, Track};
use crate::report::target_change;
use crate::{app, report};

/// Show, add and remove targets
///
/// Forecasts simulate thousands of possible futures based on how often you compete and how you perform.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Option<Action>,

    /// Output JSON
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Add a target
    Add(AddArgs),
    /// Show all targets (the default)
    List,
    /// Remove a target
    #[command(visible_alias = "rm")]
    Remove(RemoveArgs),
}

#[derive(Debug, clap::Args)]
struct AddArgs {
    /// A judge with ratings, e.g. codeforces or atcoder
    #[arg(add = judges(Asked::Targets))]
    judge: String,

    /// A colour, title or rating, e.g. green, 민트, 水色, specialist, 1400
    #[arg(required_unless_present = "equivalent")]
    goal: Option<String>,

    /// Due date, e.g. 2026-12-31, 2027 or +6m
    #[arg(long, value_name = "DATE", value_parser = Deadline::parse)]
    by: Deadline,

    /// Contest type at AtCoder
    #[arg(long, value_parser = track_parser(), ignore_case = true, default_value = "algorithm")]
    track: Track,

    /// Use the approximate equivalent of a goal at another judge, e.g. "codeforces mint"
    #[arg(long, value_name = "GOAL", conflicts_with = "goal")]
    equivalent: Option<String>,
}

#[derive(Debug, clap::Args)]
struct RemoveArgs {
    /// A judge with ratings, e.g. codeforces or atcoder
    #[arg(add = judges(Asked::Targets))]
    judge: String,

    /// The colour, title or rating
    #[arg(add = goals())]
    goal: String,

    /// Due date, if several targets have the same goal
    #[arg(long, value_name = "DATE", value_parser = date, add = target_days())]
    by: Option<Date>,

    /// Contest type, if both have a target with this goal
    #[arg(long, value_parser = track_parser(), ignore_case = true)]
    track: Option<Track>,
}

pub(super) fn run(args: Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let session = Session::open(env)?;
    match args.action {
        None | Some(Action::List) => show(&session, |_| true, args.json, output),
        Some(Action::Add(new)) => {
            let (judge, track) = (judge(&session, &new.judge, Asked::Targets)?, new.track);
            has_track(judge, Some(track))?;
            let by = new.by.day(session.today());
            let goal = match (&new.equivalent, &new.goal) {
                (Some(elsewhere), _) => Word::Elsewhere(elsewhere),
                (None, own) => Word::Own(own.as_deref().unwrap_or_default()),
            };
            let added = app::target::add(&session, &Wanted { judge, track, goal, by })?;
            show(&Session::open(env)?, |target| *target == added, args.json, output)
        }
        Some(Action::Remove(old)) => {
            let RemoveArgs { ref goal, by, track, .. } = old;
            let judge = judge(&session, &old.judge, Asked::Targets)?;
            has_track(judge, track)?;
            let removed = app::target::remove(&session, &Unwanted { judge, goal, by, track })?;
            output.answer(&format!("{}\n", target_change::removed(session.lang(), &removed)))?;
            if args.json { show(&Session::open(env)?, |_| true, true, output) } else { Ok(Exit::Done) }
        }
    }
}

/// Prints the targets that `picked` picks.
fn show(
    session: &Session<'_>,
    picked: impl Fn(&Target) -> bool,
    json: bool,
    output: &mut Output,
) -> Result<Exit, AppError> {
    let targets = app::standing::targets(session, picked)?.without_hints(json);
    present(targets, output, |standing| {
        if json {
            return Ok(report::to_line(&report::TargetsJson::new(&standing))?);
        }
        Ok(report::targets(&standing, session.today(), session.lang()))
    })
}
