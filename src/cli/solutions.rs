//! `cpt solutions`: which problems the repositories solve, and which files name none.

use super::Outcome;
use super::error::CliError;
use super::library::Library;
use super::output::Output;
use super::practice::{self, Facts};
use super::workspace::Workspace;
use super::world::World;
use crate::answers::Solved;
use crate::model::{Judge, SolutionChange};
use crate::report::{self, Unrecognised};
use crate::store::Store;
use crate::{answers, naming};

/// List the problems that committed solutions name
///
/// A problem is named by the path of its file, the first lines of the file, the message of its commit, or the judge
/// that its repository is about, in this order. A weak name, after ~, tells problems apart but may not be the judge's
/// own. A file that names nothing still counts, as a problem of its own.
#[derive(Debug, clap::Args, Default)]
#[expect(clippy::struct_excessive_bools, reason = "these are switches of a command line")]
pub(super) struct Args {
    /// List the files that name no problem instead, each with the nearest reason
    #[arg(long)]
    unrecognised: bool,

    /// List the problems that a judge has accepted and no solution here names instead, the newest first
    #[arg(long, conflicts_with_all = ["unrecognised", "unsubmitted"])]
    missing: bool,

    /// List the problems of Codeforces and AtCoder that are committed and were never accepted instead
    #[arg(long, conflicts_with = "unrecognised")]
    unsubmitted: bool,

    /// List only the problems of one judge, such as atcoder or boj
    #[arg(long, value_name = "JUDGE", conflicts_with = "unrecognised")]
    judge: Option<String>,

    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let judge = args.judge.as_deref().map(|word| match crate::model::known_judge(word) {
        Some(judge) => Ok(judge.id),
        None => Err(CliError::usage(
            format!("--judge: {word:?} is no judge that cpt knows"),
            "`cpt solutions` ends with those that it found.",
        )),
    });
    let judge = judge.transpose()?;
    let workspace = Workspace::open_or_default(world)?;
    let facts = Facts::read(&workspace);
    facts.warnings.iter().for_each(|warning| output.note(warning));
    practice::tell(&facts.failures, output);
    if facts.repos.is_empty() {
        return Err(practice::nothing(&facts.failures));
    }
    let labels: Vec<&str> = facts.repos.iter().map(|(label, _)| label.as_str()).collect();
    let changes: Vec<&[SolutionChange]> = facts.repos.iter().map(|(_, changes)| &changes[..]).collect();
    let mut solved = answers::solved(&changes, &workspace.config.streak.day);
    let unrecognised = |file: &answers::UnnamedFile| Unrecognised {
        repo: labels[file.repo].to_owned(),
        path: file.path.clone(),
        reason: naming::unnamed_reason(&file.path.to_text()),
    };
    let unnamed: Vec<Unrecognised> = solved.unnamed.iter().map(unrecognised).collect();
    if let Some(judge) = judge.filter(|_| !args.missing) {
        solved.problems.retain(|solved| solved.problem.judge() == judge);
    }
    if args.missing || args.unsubmitted {
        return one_sided(args, &workspace, &solved, judge, world, output);
    }
    output.answer(&match (args.json, args.unrecognised) {
        (true, _) => report::to_line(&report::SolutionsJson::new(&solved, &unnamed, &labels))?,
        (false, true) => report::unrecognised(&unnamed, labels.len() > 1),
        (false, false) => report::solutions(&solved, &labels),
    })?;
    Ok(if facts.failures.is_empty() { Outcome::Done } else { Outcome::Partly })
}

/// What the judges have accepted beside what is committed. Judges whose submissions are not stored are left out, and
/// that is said.
fn one_sided(
    args: &Args,
    workspace: &Workspace,
    solved: &Solved,
    judge: Option<&str>,
    world: &World,
    output: &mut Output,
) -> Result<Outcome, CliError> {
    let store = Store::open_existing(&workspace.root)?;
    let Library { catalogue, mut attempts, .. } = Library::read(workspace, store.as_ref())?;
    let mut judges = Vec::new();
    for one in Judge::all().filter(|one| judge.is_none_or(|judge| judge == one.id())) {
        let source = format!("{}.submissions", one.id());
        let synced = store.as_ref().map(|store| store.synced_at(&source)).transpose()?.flatten();
        match (workspace.config.handles.at(one), synced) {
            (None, _) => output.note(&format!("{one} is left out: there is no handle for it in cpt.toml.\n")),
            (_, None) => output.note(&format!("{one} is left out: `cpt sync` brings your submissions.\n")),
            _ => judges.push(one),
        }
    }
    attempts.retain(|attempts| judges.contains(&attempts.judge));
    let twins = catalogue.twins();
    output.answer(&if args.missing {
        let missing = answers::missing(&attempts, solved, twins);
        if args.json {
            report::to_line(&report::CommittedJson::missing(&missing, &catalogue))?
        } else {
            report::missing(&missing, &catalogue, &workspace.zone(world))
        }
    } else {
        let unsubmitted = answers::unsubmitted(solved, &attempts, twins, &judges);
        if args.json {
            report::to_line(&report::CommittedJson::unsubmitted(&unsubmitted, &catalogue))?
        } else {
            report::unsubmitted(&unsubmitted, &catalogue)
        }
    })?;
    Ok(Outcome::Done)
}
