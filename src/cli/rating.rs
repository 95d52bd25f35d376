//! `cpt rating`: the series as the store has them, what they are worth elsewhere, and what they could become.

use super::Outcome;
use super::args::{judge_has, judge_parser, track_parser};
use super::error::CliError;
use super::output::Output;
use super::workspace::Workspace;
use super::world::World;
use crate::answers::Formula;
use crate::model::{Judge, RatingSeries, Track};
use crate::report;
use crate::store::Store;

/// Show the ratings, their colours and the last contests
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Print one JSON object, histories included
    #[arg(long)]
    json: bool,

    /// Show the rating after contests with these performances, such as 1200,1400
    #[arg(long, value_name = "P,Q", value_delimiter = ',', num_args = 1, allow_hyphen_values = true)]
    what_if: Vec<i32>,

    /// Show this judge alone
    #[arg(long, value_parser = judge_parser(), ignore_case = true)]
    judge: Option<Judge>,

    /// Show this track alone
    #[arg(long, value_parser = track_parser(), ignore_case = true)]
    track: Option<Track>,

    /// Show what the ratings are roughly worth at the other judge
    #[arg(long)]
    equivalent: bool,
}

pub(super) fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let workspace = Workspace::open(world)?;
    if let (Some(judge), Some(track)) = (args.judge, args.track) {
        judge_has(judge, track)?;
    }
    let store = Store::open_existing(&workspace.root)?;
    let mut series = workspace.series(store.as_ref())?;
    series.retain(|series| {
        args.judge.is_none_or(|judge| judge == series.key.judge)
            && args.track.is_none_or(|track| track == series.key.track)
    });
    let what_if = match args.what_if.as_slice() {
        [] => None,
        performances => Some(what_if(performances, &series, args, &workspace, world)?),
    };
    if args.json {
        let json = report::RatingJson::new(series.iter(), args.equivalent, what_if.as_ref());
        output.answer(&report::to_line(&json)?)?;
        return Ok(Outcome::Done);
    }
    if let Some(what_if) = &what_if {
        output.answer(&report::what_if(what_if))?;
    } else if args.equivalent {
        output.answer(&report::equivalents(&series))?;
    } else {
        let (standing, _) = workspace.standing(series, world);
        output.answer(&report::rating(&standing, workspace.today(world), &workspace.zone(world)))?;
    }
    super::status::hint(&workspace, store.as_ref(), output)?;
    super::age::note(&workspace, store.as_ref(), world, output)?;
    Ok(Outcome::Done)
}

/// The one series that is meant, after these performances.
fn what_if(
    performances: &[i32],
    series: &[RatingSeries],
    args: &Args,
    workspace: &Workspace,
    world: &World,
) -> Result<report::WhatIf, CliError> {
    let asked = |series: &&RatingSeries| {
        args.track.is_some() || series.key.track == Track::default() || series.last().is_some()
    };
    let mut fitting = series.iter().filter(asked);
    let (first, second) = (fitting.next(), fitting.next());
    let chosen = match (first, second) {
        (Some(first), Some(_)) if args.judge.is_some() => first,
        (Some(only), None) => only,
        (Some(_), Some(_)) => {
            let message = "--what-if is about one rating, and several are followed";
            return Err(CliError::usage(message, "Say which by --judge and --track."));
        }
        (None, _) => {
            let message = "there is no such rating to go on with";
            return Err(CliError::usage(message, "Add the handle to [handles] in cpt.toml."));
        }
    };
    let formula = Formula::new(chosen, workspace.today(world));
    let ratings = formula.after(performances);
    Ok(report::WhatIf {
        key: chosen.key.clone(),
        rating: chosen.rating(),
        estimate: formula.is_estimate(),
        steps: performances.iter().copied().zip(ratings).collect(),
    })
}
