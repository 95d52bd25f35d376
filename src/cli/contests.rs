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
use crate::{app, report};

/// How many of each kind are shown unless all are wanted.
const MOST: usize = 10;

/// List upcoming and past contests
///
/// Upcoming contests show whether they are rated for you. Past ones show your rank, performance (~ estimated, ≤
/// upper bound), new rating, and how many problems you solved during the contest and later. Virtual participations
/// are included.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Only this judge, e.g. atcoder
    #[arg(long, value_name = "JUDGE", add = judges(Asked::Contests))]
    judge: Option<String>,

    /// Only contests on or after this date
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<Date>,

    /// Only contests on or before this date
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Date>,

    /// Show all contests, not just ten upcoming and ten past; with --ics, include those that aren't rated for you
    #[arg(long)]
    all: bool,

    /// Write upcoming contests that are rated for you to an iCalendar file
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    ics: Option<PathBuf>,

    /// Output JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let session = Session::open(env)?;
    let window = window(args.since, args.until)?;
    let (now, zone, lang) = (session.now(), session.zone(), session.lang());
    let judge = judge_if(&session, args.judge.as_deref(), Asked::Contests)?;
    present(app::contests::contests(&session, judge, window)?, output, |contests| match &args.ics {
        Some(file) => {
            let wrote = app::contests::write_calendar(file, &contests, args.all, &session)?;
            Ok(format!("{}  {}\n", wrote.file, lang.contests(wrote.contests)))
        }
        None if args.json => Ok(report::to_line(&report::ContestsJson::new(&contests, now, &zone))?),
        None => Ok(report::contests(&contests, if args.all { usize::MAX } else { MOST }, now, &zone, lang)),
    })
}
