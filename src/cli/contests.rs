//! `cpt contests`: those to come, and those that one took part in.

use std::path::PathBuf;

use jiff::civil::Date;

use super::Exit;
use super::args::{date, window};
use super::completions::judges;
use super::output::Output;
use super::present::present;
use crate::app::asked::{Asked, judge_if};
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::model::count;
use crate::{app, report};

/// How many of each kind are shown unless all are wanted.
const MOST: usize = 10;

/// List upcoming and past contests
///
/// Those to come with whether they are rated for you, as you are rated now. Past ones with place, performance (~ is an
/// estimate, ≤ an upper bound), the rating after it, and how many problems you solved in it and since; contests that you
/// went through virtually, too.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Show the contests of one judge, such as atcoder
    #[arg(long, value_name = "JUDGE", add = judges(Asked::Contests))]
    judge: Option<String>,

    /// Show those that begin on this day or later
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<Date>,

    /// Show those that begin on this day or earlier
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Date>,

    /// Show all, not the next and the last ten; in a calendar, those that aren't rated for you, too
    #[arg(long)]
    all: bool,

    /// Write the contests to come that are rated for you as an iCalendar file, for calendar programs
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    ics: Option<PathBuf>,

    /// Print one JSON object, with all of them
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let session = Session::open(env)?;
    let window = window(args.since, args.until)?;
    let (now, zone) = (session.now(), session.zone());
    let judge = judge_if(&session, args.judge.as_deref(), Asked::Contests)?;
    present(app::contests::contests(&session, judge, window)?, output, |contests| match &args.ics {
        Some(file) => {
            let wrote = app::contests::write_calendar(file, &contests, args.all, env)?;
            Ok(format!("{}  {}\n", wrote.file, count(wrote.contests, "contest")))
        }
        None if args.json => Ok(report::to_line(&report::ContestsJson::new(&contests, now, &zone))?),
        None => Ok(report::contests(&contests, if args.all { usize::MAX } else { MOST }, now, &zone)),
    })
}
