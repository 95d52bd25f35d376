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
    #[arg(long, requires = "name", conflicts_with_all = ["member", "unsolved"])]
    group: bool,

    /// Output JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let session = Session::open(env)?;
    let (root, lang) = (&session.workspace.root, session.lang());
    if let Some(name) = args.name.as_ref().filter(|_| args.group || args.member.is_some()) {
        let answered = app::lists::of_members(&session, name, args.member.as_deref())?;
        let completeness = answered.completeness();
        return present(answered, output, |members| match &members[..] {
            [(_, list)] if !args.group && !args.json => Ok(report::list(list, args.unsolved, lang)),
            [(_, list)] if !args.group => {
                Ok(report::to_line_of(&report::ListsJson::new([list], true, root), &completeness)?)
            }
            members if args.json => {
                let own = app::lists::one(&session, name)?.answer;
                Ok(report::to_line_of(&report::ListsJson::with_members(&own, members, root), &completeness)?)
            }
            members => Ok(report::list_of_members(members, lang)),
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
