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
/// A problem counts on the day it is first accepted, or as attempted while it is unsolved. Shows how many of the
/// attempted problems were solved, how many of them on the first try, and the number of attempts per solved
/// problem. A period is compared with the preceding one of the same length. AtCoder has no tags, so its problems
/// are untagged. For judges that cpt doesn't fetch (BOJ, Programmers, LeetCode, ...), committed problems are
/// counted on their own scales, as recorded in the READMEs of BaekjoonHub and LeetHub.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Start date
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<Date>,

    /// End date
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Date>,

    /// Period ending today, e.g. 30d, 12w, 6m, 1y
    #[arg(long, value_name = "TIME", value_parser = stretch, conflicts_with_all = ["since", "until"])]
    last: Option<Span>,

    /// Only problems of this judge, e.g. atcoder or boj
    #[arg(long, value_name = "JUDGE", add = judges(Asked::Problems))]
    judge: Option<String>,

    /// Only problems within reach (a 10–90% chance at your level)
    #[arg(long)]
    within_reach: bool,

    /// Show all tags and months, not just twelve
    #[arg(long)]
    all: bool,

    /// Output JSON
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
        Ok(report::stats(told(&now), before.as_ref().map(told), most, session.today(), session.lang()))
    })
}

fn told(period: &Period) -> report::Period<'_> {
    report::Period { judged: &period.judged, recorded: &period.recorded, undated: &period.undated }
}
