//! `cpt rating`: the series as the store has them, what they are worth elsewhere, and what they could become.

use super::Exit;
use super::args::{track_parser, whole};
use super::completions::judges;
use super::output::Output;
use super::present::present;
use crate::app::asked::{Asked, has_track, judge_if};
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::standing::Which;
use crate::model::Track;
use crate::{app, report};

/// Show your ratings and recent contests
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Output JSON
    #[arg(long)]
    json: bool,

    /// Show each rating after contests with these performances, e.g. 1200,1400
    #[arg(long, value_name = "P,Q", value_parser = whole::<i32>(-9999..=9999), value_delimiter = ',', num_args = 1, allow_hyphen_values = true)]
    what_if: Vec<i32>,

    /// Only this judge, e.g. atcoder
    #[arg(long, value_name = "JUDGE", add = judges(Asked::Ratings))]
    judge: Option<String>,

    /// Only this contest type
    #[arg(long, value_parser = track_parser(), ignore_case = true)]
    track: Option<Track>,

    /// Show the approximate equivalent at the other judge
    #[arg(long)]
    equivalent: bool,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let session = Session::open(env)?;
    let lang = session.lang();
    let judge = judge_if(&session, args.judge.as_deref(), Asked::Ratings)?;
    judge.map_or(Ok(()), |judge| has_track(judge, args.track))?;
    let which = Which { judge, track: args.track };
    let what_if = match args.what_if.as_slice() {
        [] => Vec::new(),
        performances => app::standing::what_if(&session, which, performances)?,
    };
    if !(args.json || args.equivalent || !what_if.is_empty()) {
        let (today, zone) = (session.today(), session.zone());
        return present(app::standing::rated(&session, which)?, output, |standing| {
            Ok(report::rating(&standing, today, &zone, lang))
        });
    }
    let ratings = app::standing::ratings(&session, which)?.without_hints(args.json);
    present(ratings, output, |series| {
        Ok(match () {
            () if args.json => {
                report::to_line(&report::RatingJson::new(series.into_iter(), args.equivalent, &what_if))?
            }
            () if what_if.is_empty() => report::equivalents(series, lang),
            () => what_if.iter().map(|one| report::what_if(one, lang)).collect::<Vec<_>>().join("\n"),
        })
    })
}
