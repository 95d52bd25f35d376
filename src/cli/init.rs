//! `cpt init`: the first `cpt.toml`, and what makes it sync by itself.

use std::collections::BTreeMap;
use std::io::BufRead;

use super::Exit;
use super::env::Env;
use super::error::AppError;
use super::handles::Handles;
use super::init_group::{self, GroupArgs};
use super::output::Output;
use super::wrong::WrongValue;
use crate::app::init::{Configured, ProgramSource, Site, Workflow, crontab, systemd, workflow};
use crate::app::workspace::Workspace;
use crate::lang::Later;
use crate::model::{Handle, Judge, clean};
use crate::report::argument_words;

/// Create a commented cpt.toml in the current directory
///
/// Detects the git repository and its author. In a terminal, prompts for handles that weren't given; press Enter
/// to skip one.
///
/// With --github-action, --cron or --systemd, sets up a daily `cpt sync`.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "these are switches of a command line")]
pub(super) struct Args {
    #[command(flatten)]
    handles: Handles,

    /// Overwrite an existing cpt.toml (with --github-action: the workflow)
    #[arg(long)]
    force: bool,

    /// Create a GitHub Actions workflow that syncs daily, commits charts and publishes the report; also cpt.toml
    /// if there is none
    #[arg(long)]
    github_action: bool,

    /// Add a study group to cpt.toml, with members suggested by the repository
    ///
    /// In a terminal, prompts for the group's name, time zone, weeks, goal and fine, and suggests members by the
    /// branches, directories and authors of the repository. Creates cpt.toml if there is none. With --github-action,
    /// creates a workflow instead that posts the week of the configured group to the webhook in the secret
    /// `CPT_WEBHOOK_URL`, on weekdays and when a week is settled.
    #[arg(long, conflicts_with = "handles")]
    group: bool,

    #[command(flatten)]
    new_group: GroupArgs,

    /// Install cpt from this git repository in the workflow, e.g. <https://github.com/you/cpt>
    #[arg(long, value_name = "URL", requires = "github_action", value_parser = address)]
    install_from: Option<url::Url>,

    /// Print a crontab entry for a daily sync
    #[arg(long, conflicts_with_all = ["handles", "force", "github_action"])]
    cron: bool,

    /// Print a systemd service and timer for a daily sync
    #[arg(long, conflicts_with_all = ["handles", "force", "github_action", "cron"])]
    systemd: bool,
}

/// The address of a git repository that anybody can read.
fn address(text: &str) -> Result<url::Url, WrongValue> {
    let url = url::Url::parse(text).ok().filter(|url| url.scheme() == "https" && url.has_host());
    let public = url.filter(|url| url.username().is_empty() && url.password().is_none());
    public.ok_or_else(|| WrongValue::new(argument_words::use_a_public_url))
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    if args.cron || args.systemd {
        let text = if args.cron { crontab(env)? } else { systemd(env)? };
        output.data(&text)?;
    } else if args.github_action {
        if !args.group && !Workspace::is_there(env) {
            configure(args, false, env, output)?;
        }
        let written = workflow(args.install_from.as_ref(), args.group, args.force, env)?;
        output.answer(&workflow_words(&written, args.group, env))?;
    } else if args.group {
        if args.force {
            return Err(AppError::usage(
                "--force replaces cpt.toml, and --group adds to it",
                "Run `cpt init --force` first, then `cpt init --group`.",
            ));
        }
        init_group::run(&args.new_group, env, output)?;
    } else {
        configure(args, args.force, env, output)?;
    }
    Ok(Exit::Done)
}

/// Writes cpt.toml into the working directory.
fn configure(args: &Args, replace: bool, env: &Env, output: &mut Output) -> Result<(), AppError> {
    let site = Site::new(env, replace)?;
    let mut handles = BTreeMap::new();
    for judge in Judge::all() {
        // Of the others one is told by the file.
        if !judge.spec().is_main && args.handles.at(judge).is_none() {
            continue;
        }
        handles.extend(handle(judge, args.handles.at(judge), env, output)?.map(|handle| (judge, handle)));
    }
    let mut text = words(&site.configure(handles)?);
    if !args.github_action {
        text.push_str("Next: `cpt sync`\n");
    }
    output.answer(&text)?;
    Ok(())
}

/// What was written, and what is left to fill in.
fn words(made: &Configured) -> String {
    let mut text = format!("Wrote {}\n", clean(&made.file.display().to_string()));
    match &made.author {
        _ if !made.in_repository => text.push_str(
            "There is no git repository here: set `path` under [[repos]] to the one that holds your solutions.\n",
        ),
        None => {
            text.push_str("git knows no user.email here, so every author counts: set `authors` under [[repos]].\n");
        }
        Some(author) => text.push_str(&format!("Solutions are those that {author} commits here.\n")),
    }
    if !made.has_handles {
        text.push_str("No handle yet: fill in [handles].\n");
    }
    text + &made.advice
}

/// What was written, and what GitHub wants before it works.
fn workflow_words(written: &Workflow, is_group: bool, env: &Env) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let program = match &written.source {
        ProgramSource::Checkout => "this repository".to_owned(),
        ProgramSource::Git(url) => url.to_string(),
        ProgramSource::Registry => format!(
            "the Rust package registry, where cpt-tracker {version} has to be published; `--install-from URL` takes a \
             git repository"
        ),
    };
    let file = env.shown(&written.file);
    if is_group {
        return format!(
            "Wrote {file}\nIt installs cpt from {program}.\nOn GitHub, add the webhook's address under Settings > Secrets \
             and variables > Actions, as CPT_WEBHOOK_URL.\nNext: commit it and push; the first run is under Actions > cpt \
             group > Run workflow\n"
        );
    }
    format!(
        "Wrote {file}\nIt installs cpt from {program}.\nOn GitHub, set Settings > Pages > Source to GitHub Actions; the \
         report will be public there.\nNext: commit it and push; the first run is under Actions > cpt > Run workflow\n"
    )
}

/// The handle that was given, else asked for until it can be one.
fn handle(
    judge: Judge,
    given: Option<&str>,
    env: &Env,
    output: &mut Output,
) -> Result<Option<Handle>, AppError> {
    if let Some(text) = given {
        return Handle::of_text(judge, text).map(Some).map_err(|why| {
            let (option, why) = (judge.id(), why.of(text));
            let message = Later::new(move |lang| format!("--{option}: {}", why.said(lang)));
            let remedy = Later::advice(
                "Use the handle shown on your profile page.",
                "프로필 페이지에 표시된 핸들을 쓰세요.",
                "プロフィールに表示されているハンドルを指定してください。",
            );
            AppError::usage(message, remedy)
        });
    }
    if !env.interactive {
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
        match Handle::of_text(judge, text) {
            Ok(handle) => return Ok(Some(handle)),
            Err(why) => output.note(&format!("{text:?} can't be a handle: {why}\n")),
        }
    }
}
