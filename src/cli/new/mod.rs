//! `cpt new`: the file for a solution, where the others are.

mod place;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Outcome;
use super::error::CliError;
use super::output::Output;
use super::world::World;
use crate::app::session::Session;
use crate::app::workspace::Workspace;
use crate::files::{Existing, Links, atomic_write, inside, read_bounded};
use crate::model::{ProblemId, ProblemParts, clean};
use crate::report::{self, NewSolution};
use crate::scan;
use place::Place;

/// The most bytes that are read of a template.
const TEMPLATE_LIMIT: u64 = 1 << 20;

/// Make the file for a solution, where the others are
///
/// It lies where your other solutions show, or where `layout` in cpt.toml says, and begins as `template`, or template.EXT
/// beside cpt.toml, or empty; with link, title and difficulty at its head. What is there already is never overwritten.
/// Prints the file.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The problem: its link, or an id such as `abc300_a`, codeforces/4/A or boj/1000
    #[arg(value_name = "URL|ID")]
    problem: String,

    /// The extension of the language, such as rs [default: that of most of your solutions]
    #[arg(long, value_name = "EXT")]
    lang: Option<String>,

    /// The repository, as cpt.toml calls it [default: the one with most solutions of that judge]
    #[arg(long, value_name = "PATH")]
    repo: Option<String>,

    /// Begin as this file instead of the configured template; {ext} in it is the extension
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,

    /// Open it in your editor, the one that VISUAL or EDITOR says
    #[arg(long)]
    edit: bool,
}

pub(super) fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let problem = problem_of(&args.problem)?;
    if args.edit && world.editor.is_none() {
        let message = "--edit: neither VISUAL nor EDITOR says which editor is yours";
        return Err(CliError::usage(message, "Set one, such as EDITOR=vim."));
    }
    let session = Session::open_or_default(world)?;
    let (workspace, library) = (&session.workspace, session.library()?);
    let entry = library.catalogue.get(&problem);
    let facts = session.commits();
    facts.failures.iter().for_each(|failure| output.note(&report::warning(failure)));
    let places = Place::all(workspace, facts, library)?;
    let name = entry.map(|entry| entry.problem.name.as_str());
    let parts = ProblemParts::new(&problem, name);
    let place = place::chosen(&places, args.repo.as_deref(), &parts.judge)?;
    let extension = place.extension(args.lang.as_deref(), workspace)?;
    let link = entry.and_then(|entry| entry.problem.link()).or_else(|| problem.link());
    let path = place.path(&problem, &parts, &extension, link.is_some(), workspace)?;
    let file = place.root.join(&path);
    let failed = |error: io::Error| CliError::file(format!("can't write {}", world.shown(&file)), &error);
    inside(&place.root, &file).map_err(failed)?;
    if file.exists() {
        if !args.edit {
            let message = format!("{} is there already, and stays as it is", world.shown(&file));
            return Err(CliError::usage(message, "`--edit` opens it."));
        }
        return Ok(edit(&file, world, output));
    }
    let new = NewSolution {
        problem: &problem,
        parts: &parts,
        name,
        link: link.as_deref(),
        difficulty: entry.and_then(|entry| entry.difficulty),
        day: workspace.today(world),
    };
    let template = template(args.template.as_deref(), workspace, &extension, world)?;
    let text = new.text(&template, &extension);
    fs::create_dir_all(file.parent().unwrap_or(&place.root)).map_err(failed)?;
    atomic_write(&file, text.as_bytes(), Existing::Keep).map_err(failed)?;
    output.data(&format!("{}\n", world.shown(&file)))?;
    for other in place.examples.iter().filter(|example| *example.problem == problem) {
        output.note(&format!("There is a solution of it already: {}\n", clean(other.path)));
    }
    Ok(if args.edit { edit(&file, world, output) } else { Outcome::Done })
}

/// The problem that the user's word names.
fn problem_of(word: &str) -> Result<ProblemId, CliError> {
    let named = scan::problems_of_word(word);
    let message = match &named[..] {
        [one] => return Ok(one.problem.clone()),
        [] => format!("{word:?} names no problem that cpt knows"),
        several => {
            let names: Vec<String> = several.iter().map(|named| named.problem.to_string()).collect();
            format!("{word:?} names several problems: {}", names.join(", "))
        }
    };
    Err(CliError::usage(message, "Give a link, or an id such as abc300_a, codeforces/4/A or boj/1000."))
}

/// What the file begins as: the template that was given, else the configured one, else `template.EXT` beside `cpt.toml`
/// where there is one, else nothing.
fn template(
    given: Option<&Path>,
    workspace: &Workspace,
    extension: &str,
    world: &World,
) -> Result<String, CliError> {
    let named = given.map(|given| world.cwd.join(given)).or_else(|| workspace.config.new.template.clone());
    let file = match &named {
        Some(file) => PathBuf::from(file.to_string_lossy().replace("{ext}", extension)),
        None => workspace.root.join(format!("template.{extension}")),
    };
    if given.is_none() {
        workspace.may_read(&file, world)?;
    }
    let failed = |error| CliError::file(format!("can't read the template {}", world.shown(&file)), &error);
    match read_bounded(&file, TEMPLATE_LIMIT, Links::Follow) {
        Ok(text) => String::from_utf8(text).map_err(|_| failed(io::Error::other("it is not UTF-8 text"))),
        Err(error) if error.kind() == io::ErrorKind::NotFound && named.is_none() => Ok(String::new()),
        Err(error) => Err(failed(error)),
    }
}

/// Opens `file` in the user's editor and waits for it.
fn edit(file: &Path, world: &World, output: &mut Output) -> Outcome {
    let Some(editor) = &world.editor else { return Outcome::Done };
    // As git does: the variable holds a command line.
    let status = Command::new("sh").arg("-c").arg(format!("{editor} \"$@\"")).arg("sh").arg(file).status();
    let failed = match status {
        Ok(status) if status.success() => return Outcome::Done,
        Ok(status) => status.to_string(),
        Err(error) => error.to_string(),
    };
    output.note(&format!("The editor {editor:?} failed: {failed}\n"));
    Outcome::Partly
}
