//! `cpt rating`: the series as the store has them, what they are worth elsewhere, and what they could become.

use super::Exit;
use super::args::{judge_has, judge_parser, track_parser, whole};
use super::output::Output;
use super::present::present;
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::standing::Which;
use crate::model::{Judge, Track};
use crate::{app, report};

/// Show your ratings and recent contests
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Print one JSON object, histories included
    #[arg(long)]
    json: bool,

    /// Show each rating after contests with these performances, such as 1200,1400
    #[arg(long, value_name = "P,Q", value_parser = whole::<i32>(-9999..=9999), value_delimiter = ',', num_args = 1, allow_hyphen_values = true)]
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

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let session = Session::open(env)?;
    if let Some(judge) = args.judge {
        judge_has(judge, args.track)?;
    }
    let which = Which { judge: args.judge, track: args.track };
    let what_if = match args.what_if.as_slice() {
        [] => Vec::new(),
        performances => app::standing::what_if(&session, which, performances)?,
    };
    if !(args.json || args.equivalent || !what_if.is_empty()) {
        let (today, zone) = (session.today(), session.zone());
        return present(app::standing::rated(&session, which)?, output, |standing| {
            Ok(report::rating(&standing, today, &zone))
        });
    }
    let ratings = app::standing::ratings(&session, which)?.without_hints(args.json);
    present(ratings, output, |series| {
        Ok(match () {
            () if args.json => {
                report::to_line(&report::RatingJson::new(series.into_iter(), args.equivalent, &what_if))?
            }
            () if what_if.is_empty() => report::equivalents(series),
            () => what_if.iter().map(report::what_if).collect::<Vec<_>>().join("\n"),
        })
    })
}
