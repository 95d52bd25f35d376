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
use crate::lang::{Lang, Later};
use crate::model::{Handle, Judge, clean};
use crate::report::{
    argument_words, chart_words,
    init_words::{self as words, Program},
};

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
        output.answer(&workflow_told(&written, args.group, env))?;
    } else if args.group {
        if args.force {
            let remedy = Later::advice(
                "Run `cpt init --force` first, then `cpt init --group`.",
                "먼저 `cpt init --force`를, 그다음 `cpt init --group`을 실행하세요.",
                "先に `cpt init --force` を、次に `cpt init --group` を実行してください。",
            );
            return Err(AppError::usage(words::force_and_group(), remedy));
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
        handles.extend(
            handle(judge, args.handles.at(judge), (env, site.lang()), output)?.map(|handle| (judge, handle)),
        );
    }
    let lang = site.lang();
    let mut text = told(&site.configure(handles)?, lang);
    if !args.github_action {
        text.push_str(&words::next_sync(lang));
        text.push('\n');
    }
    output.answer(&text)?;
    Ok(())
}

/// What was written, and what is left to fill in.
fn told(made: &Configured, lang: Lang) -> String {
    let author = match &made.author {
        _ if !made.in_repository => words::no_repository(lang),
        None => words::no_author(lang),
        Some(author) => words::author(lang, author).into(),
    };
    let wrote = chart_words::wrote(lang, &clean(&made.file.display().to_string()));
    let mut text = format!("{wrote}{author}\n");
    if !made.has_handles {
        text.push_str(&words::no_handles(lang));
        text.push('\n');
    }
    text + &made.advice
}

/// What was written, and what GitHub wants before it works.
fn workflow_told(written: &Workflow, is_group: bool, env: &Env) -> String {
    let lang = Env::lang_of(env.asked_lang, env.config.clone());
    let program = match &written.source {
        ProgramSource::Checkout => Program::ThisRepository,
        ProgramSource::Git(url) => Program::Git(url.to_string()),
        ProgramSource::Registry => Program::Registry(concat!("cpt-tracker ", env!("CARGO_PKG_VERSION"))),
    };
    let (wrote, installs) =
        (chart_words::wrote(lang, &env.shown(&written.file)), words::installs(lang, &program));
    format!("{wrote}{installs}\n{}\n", words::workflow_steps(lang, is_group))
}

/// The handle that was given, else asked for until it can be one.
fn handle(
    judge: Judge,
    given: Option<&str>,
    (env, lang): (&Env, Lang),
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
        output.note(&words::handle(lang, judge));
        let mut line = String::new();
        let read = std::io::stdin().lock().read_line(&mut line);
        let text = line.trim();
        if text.is_empty() || read.is_err() {
            return Ok(None);
        }
        match Handle::of_text(judge, text) {
            Ok(handle) => return Ok(Some(handle)),
            Err(why) => output.note(&format!("{}\n", why.of(text).said(lang))),
        }
    }
}
