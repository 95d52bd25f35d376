//! `cpt stats`: what one has practised, for all time or a stretch of it.

use jiff::Span;
use jiff::civil::Date;

use super::Exit;
use super::args::{date, has_days, stretch};
use super::completions::judges;
use super::output::Output;
use super::present::present;
use crate::answers::DateRange;
use crate::app::asked::{Asked, judge_if};
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::stats::{Period, Stats, StatsOf};
use crate::{app, report};

/// How many topics and months are shown unless all are wanted.
const MOST: usize = 12;

/// Show statistics by difficulty, tag, judge and month
///
/// A problem counts when it is first accepted, or as tried while it is open. With each: how many were solved of those
/// tried, how many of them at the first attempt, and how many attempts a solved one took. A stretch of time is shown beside
/// the one of the same length before it. AtCoder names no topics, so that its problems are untagged. Of judges that aren't
/// fetched (BOJ, Programmers, LeetCode, ...) the committed problems are counted on their own scales, as the READMEs of
/// BaekjoonHub and LeetHub beside them tell.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Count from this day on
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<Date>,

    /// Count up to this day
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Date>,

    /// Count the last days, weeks, months or years, such as 30d, 12w, 6m, 1y
    #[arg(long, value_name = "TIME", value_parser = stretch, conflicts_with_all = ["since", "until"])]
    last: Option<Span>,

    /// Count the problems of one judge, such as atcoder or boj
    #[arg(long, value_name = "JUDGE", add = judges(Asked::Problems))]
    judge: Option<String>,

    /// Count only problems within reach: your level solves them in 10 to 90 of 100 cases
    #[arg(long)]
    within_reach: bool,

    /// Show all topics and months, not twelve
    #[arg(long)]
    all: bool,

    /// Print one JSON object, with all of them
    #[arg(long)]
    json: bool,
}

impl Args {
    fn window(&self, today: Date) -> Result<DateRange, AppError> {
        if let Some(last) = self.last {
            return Ok(DateRange::last(last, today));
        }
        has_days(self.since, self.until, today)?;
        Ok(DateRange { from: self.since, to: self.until.or(self.since.map(|_| today)) })
    }
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let session = Session::open(env)?;
    let window = args.window(session.today())?;
    let judge = judge_if(&session, args.judge.as_deref(), Asked::Problems)?;
    let of = StatsOf { window, judge, within_reach: args.within_reach };
    present(app::stats::stats(&session, &of)?, output, |Stats { now, before }| {
        if args.json {
            return Ok(report::to_line(&report::StatsJson::new(told(&now), before.as_ref().map(told)))?);
        }
        let most = if args.all { usize::MAX } else { MOST };
        Ok(report::stats(told(&now), before.as_ref().map(told), most, session.today()))
    })
}

fn told(period: &Period) -> report::Period<'_> {
    report::Period { judged: &period.judged, recorded: &period.recorded, undated: &period.undated }
}
