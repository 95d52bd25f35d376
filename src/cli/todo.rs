//! `cpt todo`: what was left.

use jiff::civil::Date;

use super::Exit;
use super::args::{date, has_days, named};
use super::completions::judges;
use super::output::Output;
use super::present::present;
use crate::app::asked::{Asked, judge_if};
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::report::TodoSection;
use crate::{app, report};

/// How many of each kind are shown unless all are wanted.
const MOST: usize = 5;

/// List unsolved, uncommitted and due-for-review problems
///
/// Problems that you tried and never solved; problems of contests that you took part in, the nearest to your level first;
/// accepted and not committed; solved long ago and due for another look, by spaced repetition: the worse it went, the
/// sooner. Each with its difficulty and the chance that you solve it at your level now. What you solved before your first
/// commit, and what has been due for more than a year, is shown by `--all` alone. What is
/// committed is not left, even where the judge's archive lacks its submission.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Show one kind alone
    #[arg(value_name = "KIND", value_parser = named(TodoSection::ALL, TodoSection::id), ignore_case = true)]
    kind: Option<TodoSection>,

    /// Show the problems of one judge, such as atcoder or boj
    #[arg(long, value_name = "JUDGE", add = judges(Asked::Problems))]
    judge: Option<String>,

    /// Show only what was submitted, met, accepted or due on this day or later
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<Date>,

    /// Show only what was submitted, met, accepted or due on this day or earlier
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Date>,

    /// Show all, not the first five of each kind
    #[arg(long)]
    all: bool,

    /// Print one JSON object, with all of them
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let session = Session::open(env)?;
    let window = has_days(args.since, args.until, session.today())?;
    let sections = args.kind.map_or_else(|| TodoSection::ALL.to_vec(), |kind| vec![kind]);
    let with_uncommitted = sections.contains(&TodoSection::Uncommitted);
    let judge = judge_if(&session, args.judge.as_deref(), Asked::Problems)?;
    let told = app::todo::todo(&session, (judge, window), with_uncommitted, |todo| {
        if args.json {
            return report::to_line_of(&report::TodoJson::new(todo, &sections), &session.completeness());
        }
        let most = if args.all { usize::MAX } else { MOST };
        Ok(report::todo(todo, &sections, most, session.today(), &session.zone(), session.lang()))
    })?;
    present(told, output, |told| Ok(told?))
}
