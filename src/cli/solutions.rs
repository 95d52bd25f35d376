//! `cpt solutions`: which problems the repositories solve, and which files name none.

use super::Exit;
use super::completions::judges;
use super::output::Output;
use super::present::present;
use crate::app::asked::{Asked, judge_if};
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::solutions::Solutions;
use crate::{app, report};

/// List the problems solved in your repositories
///
/// A problem is recognised from the path of its file, the first lines of the file, the commit message or the judge
/// that the repository is about, in this order. Names after ~ are guesses: good enough to tell problems apart, but
/// possibly not the judge's ID. An unrecognised file counts as a problem of its own.
#[derive(Debug, clap::Args, Default)]
#[expect(clippy::struct_excessive_bools, reason = "these are switches of a command line")]
pub(super) struct Args {
    /// List files whose problem wasn't recognised, with the likely reason
    #[arg(long)]
    unrecognised: bool,

    /// List accepted problems with no committed solution, newest first
    #[arg(long, conflicts_with_all = ["unrecognised", "unsubmitted"])]
    missing: bool,

    /// List committed Codeforces and AtCoder problems that were never accepted; from contests you took part in,
    /// those missing in AtCoder Problems
    #[arg(long, conflicts_with = "unrecognised")]
    unsubmitted: bool,

    /// Only problems of this judge, e.g. atcoder or boj
    #[arg(long, value_name = "JUDGE", add = judges(Asked::Problems), conflicts_with = "unrecognised")]
    judge: Option<String>,

    /// List all problems, not just the newest 50 (the default if the output isn't a terminal)
    #[arg(long)]
    all: bool,

    /// Output JSON
    #[arg(long)]
    json: bool,
}

/// How many problems a terminal shows.
const MOST: usize = 50;

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let session = Session::open_or_default(env)?;
    let lang = session.lang();
    let asked = if args.missing || args.unsubmitted { Asked::Submissions } else { Asked::Problems };
    let judge = judge_if(&session, args.judge.as_deref(), asked)?;
    if args.missing {
        let zone = session.zone();
        let told = app::solutions::missing(&session, judge, |missing, undated, catalogue| {
            if args.json {
                return report::to_line_of(
                    &report::CommittedJson::missing(missing, undated, catalogue),
                    &session.completeness(),
                );
            }
            Ok(report::missing(missing, undated, catalogue, &zone, lang))
        });
        return present(told?, output, |told| Ok(told?));
    }
    if args.unsubmitted {
        let told = app::solutions::unsubmitted(&session, judge, |problems, catalogue| {
            if args.json {
                return report::to_line_of(
                    &report::CommittedJson::unsubmitted(problems, catalogue),
                    &session.completeness(),
                );
            }
            Ok(report::unsubmitted(problems, catalogue, lang))
        });
        return present(told?, output, |told| Ok(told?));
    }
    let most = if args.all || !output.is_terminal() { usize::MAX } else { MOST };
    present(app::solutions::solutions(&session, judge)?, output, |solutions| {
        let Solutions { solved, unnamed, labels } = &solutions;
        Ok(match (args.json, args.unrecognised) {
            (true, _) => report::to_line_of(
                &report::SolutionsJson::new(solved, unnamed, labels),
                &session.completeness(),
            )?,
            (false, true) => report::unrecognised(unnamed, labels.len() > 1, lang),
            (false, false) => report::solutions(solved, labels, most, lang),
        })
    })
}
