//! `cpt list`: lists of problems to work through.

use super::Exit;
use super::completions::{lists, members};
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
#[expect(clippy::struct_excessive_bools, reason = "these are switches of a command line")]
pub(super) struct Args {
    /// Show the problems of this list
    #[arg(value_name = "NAME", add = lists())]
    name: Option<String>,

    /// Show all lists, including AtCoder's sets that you haven't begun
    #[arg(long, conflicts_with = "name")]
    all: bool,

    /// Only problems that aren't solved yet
    #[arg(long, requires = "name")]
    unsolved: bool,

    /// Show how far this member of the group is
    #[arg(long, value_name = "NAME", add = members())]
    member: Option<String>,

    /// Show how far each member of the group is
    #[arg(long, conflicts_with_all = ["member", "unsolved"])]
    group: bool,

    /// Output JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let session = Session::open(env)?;
    let (root, lang) = (&session.workspace.root, session.lang());
    if args.group {
        let answered = app::lists::of_group(&session, args.name.as_deref(), args.all)?;
        let completeness = answered.completeness();
        return present(answered, output, |lists| match &lists[..] {
            lists if args.json => {
                Ok(report::to_line_of(&report::ListsJson::with_members(lists, root), &completeness)?)
            }
            [list] if args.name.is_some() => Ok(report::list_of_members(list, lang)),
            lists => Ok(report::lists_of_members(lists, env.columns, lang)),
        });
    }
    if let (Some(name), Some(member)) = (&args.name, &args.member) {
        let answered = app::lists::of_member(&session, name, member)?;
        let completeness = answered.completeness();
        return present(answered, output, |list| {
            if !args.json {
                return Ok(report::list(&list, args.unsolved, lang));
            }
            Ok(report::to_line_of(&report::ListsJson::new([&list], true, root), &completeness)?)
        });
    }
    if let Some(name) = &args.name {
        return present(app::lists::one(&session, name)?, output, |list| {
            if !args.json {
                return Ok(report::list(&list, args.unsolved, lang));
            }
            let json = report::ListsJson::new([&list], true, root);
            Ok(report::to_line_of(&json, &session.completeness())?)
        });
    }
    let answered = app::lists::overview(&session, args.all, args.member.as_deref())?;
    let completeness = answered.completeness();
    present(answered, output, |overview| {
        if !args.json {
            return Ok(report::lists(&overview.lists, &overview.untouched, lang));
        }
        let json = report::ListsJson::new(&overview.lists, false, root);
        Ok(report::to_line_of(&json, &completeness)?)
    })
}
