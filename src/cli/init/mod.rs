//! `cpt init`: the first `cpt.toml`, and what makes it sync by itself.

mod handles;
mod quote;
mod schedule;
mod workflow;

use std::io::BufRead;

use self::handles::Handles;
use super::Outcome;
use super::error::CliError;
use super::output::Output;
use super::world::World;
use crate::app::next_step;
use crate::app::session::Session;
use crate::app::workspace::Workspace;
use crate::config::{FILE_NAME, Template};
use crate::files::{Existing, atomic_write};
use crate::model::{Handle, Judge, clean};
use crate::scan;

/// Write a commented cpt.toml into the current directory
///
/// Finds the git repository and its author. Handles that are not given are asked for where somebody sits at the
/// terminal; an empty answer leaves one out.
///
/// With --github-action, --cron or --systemd it makes `cpt sync` run every day, for the cpt.toml that is there.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "these are switches of a command line")]
pub(super) struct Args {
    #[command(flatten)]
    handles: Handles,

    /// Replace an existing cpt.toml; with --github-action an existing workflow instead
    #[arg(long)]
    force: bool,

    /// Write .github/workflows/cpt.yml, which syncs every day, commits changed charts and publishes the report; and
    /// cpt.toml where there is none
    #[arg(long)]
    github_action: bool,

    /// Let the workflow install cpt from this git repository, such as <https://github.com/you/cpt>
    #[arg(long, value_name = "URL", requires = "github_action", value_parser = address)]
    install_from: Option<url::Url>,

    /// Print a line for `crontab -e` that syncs every day
    #[arg(long, conflicts_with_all = ["handles", "force", "github_action"])]
    cron: bool,

    /// Print a service and a timer for systemd that sync every day
    #[arg(long, conflicts_with_all = ["handles", "force", "github_action", "cron"])]
    systemd: bool,
}

/// The address of a git repository that anybody can read.
fn address(text: &str) -> Result<url::Url, String> {
    let url = url::Url::parse(text).ok().filter(|url| url.scheme() == "https" && url.has_host());
    let url = url.ok_or_else(|| "an address that begins with https:// is expected".to_owned())?;
    if url.username().is_empty() && url.password().is_none() {
        return Ok(url);
    }
    Err("a workflow is no place for a name or a password; the repository has to be public".to_owned())
}

pub(super) fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    if args.cron || args.systemd {
        let text = if args.cron { schedule::crontab(world)? } else { schedule::systemd(world)? };
        output.data(&text)?;
    } else if args.github_action {
        if !Workspace::is_there(world) {
            configure(args, false, world, output)?;
        }
        workflow::write(args.install_from.as_ref(), args.force, world, output)?;
    } else {
        configure(args, args.force, world, output)?;
    }
    Ok(Outcome::Done)
}

/// Writes cpt.toml into the working directory.
fn configure(args: &Args, force: bool, world: &World, output: &mut Output) -> Result<(), CliError> {
    let file = world.cwd.join(FILE_NAME);
    if file.is_dir() {
        return Err(CliError::usage(
            format!("{} is a folder", file.display()),
            "Move it away: the configuration is a file of this name.",
        ));
    }
    if file.exists() && !force {
        return Err(CliError::usage(
            format!("{} exists already", file.display()),
            "Edit it, or replace it with `cpt init --force`.",
        ));
    }
    let found = scan::discover(&world.cwd)?;
    let mut handles = Vec::new();
    for judge in Judge::all() {
        handles.extend(handle(judge, args.handles.at(judge), world, output)?.map(|handle| (judge, handle)));
    }
    let template = Template {
        handles: handles.into_iter().collect(),
        author: found.as_ref().and_then(|found| found.email.clone()),
        repo: found.is_some().then(|| ".".to_owned()),
        has_solutions: scan::has_solutions(&world.cwd)?,
        today: world.now.date(),
    };
    let existing = if force { Existing::Replace } else { Existing::Keep };
    atomic_write(&file, template.render().as_bytes(), existing)
        .map_err(|error| CliError::file(format!("can't write {}", file.display()), &error))?;

    let mut text = format!("Wrote {}\n", clean(&file.display().to_string()));
    match (&found, &template.author) {
        (None, _) => text.push_str(
            "There is no git repository here: set `path` under [[repos]] to the one that holds your solutions.\n",
        ),
        (Some(_), None) => {
            text.push_str("git knows no user.email here, so every author counts: set `authors` under [[repos]].\n");
        }
        (Some(_), Some(author)) => text.push_str(&format!("Solutions are those that {author} commits here.\n")),
    }
    if template.handles.is_empty() {
        text.push_str("No handle yet: fill in [handles].\n");
    }
    if found.is_some() {
        text.push_str(&advice(world));
    }
    if !args.github_action {
        text.push_str("Next: `cpt sync`\n");
    }
    output.answer(&text)?;
    Ok(())
}

/// What `ignore` should have, by what the repository holds already; nothing where that can't be told.
fn advice(world: &World) -> String {
    let Ok(session) = Session::open(world) else { return String::new() };
    session.commits().repos.iter().map(|(_, changes)| next_step::advice(&next_step::paths(changes))).collect()
}

/// The handle that was given, else asked for until it can be one.
fn handle(
    judge: Judge,
    given: Option<&str>,
    world: &World,
    output: &mut Output,
) -> Result<Option<Handle>, CliError> {
    if let Some(text) = given {
        return Handle::new(judge, text).map(Some).map_err(|why| {
            let message = format!("--{}: {text:?} can't be a handle: {why}", judge.id());
            CliError::usage(message, "Give the name that your profile page shows.")
        });
    }
    if !world.interactive {
        return Ok(None);
    }
    loop {
        output.note(&format!("Your handle on {judge} (empty for none): "));
        let mut line = String::new();
        let read = std::io::stdin().lock().read_line(&mut line);
        let text = line.trim();
        if text.is_empty() || read.is_err() {
            return Ok(None);
        }
        match Handle::new(judge, text) {
            Ok(handle) => return Ok(Some(handle)),
            Err(why) => output.note(&format!("{text:?} can't be a handle: {why}\n")),
        }
    }
}
