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
/// Lists problems you attempted but didn't solve, unsolved problems from your contests (closest to your level
/// first), accepted problems you haven't committed, and solved problems due for review (spaced repetition: the
/// more trouble you had, the sooner). Shows the difficulty and your chance of solving each at your present level.
/// What you solved before your first commit and what has been due for more than a year is shown only with `--all`.
/// A committed problem counts as solved, even if its submission is missing in the judge's archive.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Show only this kind
    #[arg(value_name = "KIND", value_parser = named(TodoSection::ALL, TodoSection::id), ignore_case = true)]
    kind: Option<TodoSection>,

    /// Only problems of this judge, e.g. atcoder or boj
    #[arg(long, value_name = "JUDGE", add = judges(Asked::Problems))]
    judge: Option<String>,

    /// Only problems submitted, encountered, accepted or due on or after this date
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<Date>,

    /// Only problems submitted, encountered, accepted or due on or before this date
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Date>,

    /// Show all problems, not just five of each kind
    #[arg(long)]
    all: bool,

    /// Output JSON
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
