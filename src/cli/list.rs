//! `cpt list`: lists of problems to work through.

use super::Exit;
use super::completions::lists;
use super::output::Output;
use super::present::present;
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::{app, report};

/// Show your progress in lists of problems
///
/// Lists are your files under [[lists]] in cpt.toml, AtCoder's own sets (edpc, typical90, abs, ...), and any contest by its
/// ID. A problem is solved if a solution is committed or the judge has accepted it. `cpt next --list NAME` recommends from
/// a list.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Show the problems of this list
    #[arg(value_name = "NAME", add = lists())]
    name: Option<String>,

    /// Show every list, including AtCoder's sets that you haven't begun
    #[arg(long, conflicts_with = "name")]
    all: bool,

    /// Show only problems that aren't solved yet
    #[arg(long, requires = "name")]
    unsolved: bool,

    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let session = Session::open(env)?;
    let root = &session.workspace.root;
    if let Some(name) = &args.name {
        return present(app::lists::one(&session, name)?, output, |list| {
            if !args.json {
                return Ok(report::list(&list, args.unsolved));
            }
            let json = report::ListsJson::new([&list], true, root);
            Ok(report::to_line_of(&json, &session.completeness())?)
        });
    }
    present(app::lists::overview(&session, args.all)?, output, |overview| {
        if !args.json {
            return Ok(report::lists(&overview.lists, &overview.untouched));
        }
        let json = report::ListsJson::new(&overview.lists, false, root);
        Ok(report::to_line_of(&json, &session.completeness())?)
    })
}
