//! The front door: one file per command. Reads arguments, the clock, the environment and the terminal; calls the
//! rooms; prints a report.

mod args;
mod chart;
mod completions;
mod config;
mod contests;
mod demo;
mod doctor;
mod export;
mod group;
mod handles;
mod help;
mod hook;
mod import;
mod init;
mod init_group;
mod list;
mod man;
mod new;
mod next;
mod output;
mod present;
mod rating;
mod report;
mod review;
mod serve;
mod solutions;
mod stats;
mod status;
mod streak;
mod sync;
mod target;
mod todo;
mod wrong;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::app::{env, error};
use crate::lang::Lang;
use crate::report as tell;
use args::{lang_parser, option_of};
use env::Env;
use error::AppError;
use output::Output;

/// A practice tracker for competitive programmers
///
/// Tracks your Codeforces and AtCoder ratings toward your targets, and your daily streak of solutions committed to
/// git. Run `cpt demo` to try it on sample data, or `cpt init` to get started.
#[derive(Debug, Parser)]
#[command(name = "cpt", version, args_override_self = true)]
struct Cli {
    /// Use this configuration file instead of the nearest cpt.toml [env: `CPT_CONFIG`]
    #[arg(long, global = true, value_name = "FILE", display_order = 90)]
    config: Option<PathBuf>,

    /// Language of messages (en, ko, ja)
    #[arg(long, global = true, value_name = "LANG", display_order = 91, value_parser = lang_parser(), ignore_case = true, hide_possible_values = true)]
    lang: Option<Lang>,

    /// Don't pipe long output into a pager ($PAGER or less)
    #[arg(long, global = true, display_order = 92)]
    no_pager: bool,

    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Args),
    Sync(sync::Args),
    Status(status::Args),
    Streak(streak::Args),
    Rating(rating::Args),
    Solutions(solutions::Args),
    #[command(visible_alias = "lists")]
    List(list::Args),
    Next(next::Args),
    New(new::Args),
    #[command(visible_alias = "upsolve")]
    Todo(todo::Args),
    Stats(stats::Args),
    Contests(contests::Args),
    Group(group::Args),
    Target(target::Args),
    Chart(chart::Args),
    Review(review::Args),
    Export(export::Args),
    Import(import::Args),
    Report(report::Args),
    Serve(serve::Args),
    Doctor(doctor::Args),
    Config(config::Args),
    Demo(demo::Args),
    Hook(hook::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// How a command that worked ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exit {
    /// Exit code 0.
    Done,
    /// The answer is "no": exit code 1.
    No,
    /// A judge or a repository could not be read, and that was said: exit code 3.
    Partly,
    /// The user stopped it: exit code 130, as shells have it.
    Stopped,
}

/// Runs the program with the process's arguments and surroundings.
pub fn main() -> ExitCode {
    let mut output = Output::of_process();
    output.fit(Env::columns_of_terminal());
    let outcome = match completions::answer(Cli::command, env::cwd().as_deref()) {
        Ok(true) => Ok(Exit::Done),
        Ok(false) => parse(&mut output).and_then(|cli| run(cli, &mut output)),
        Err(error) => Err(error),
    };
    match outcome {
        Ok(Exit::Done) => ExitCode::SUCCESS,
        Ok(Exit::No) => ExitCode::from(1),
        Ok(Exit::Partly) => ExitCode::from(3),
        Ok(Exit::Stopped) => ExitCode::from(130),
        Err(error) => {
            let lang = lang_of_line();
            error.failures().iter().for_each(|failure| output.note(&tell::warning(failure, lang)));
            if let Some(failure) = error.failure() {
                output.note(&tell::error(&failure, lang));
            }
            ExitCode::from(error.exit_code())
        }
    }
}

/// The columns of help on a wider terminal: longer lines are hard to read.
const WIDEST_HELP: usize = 100;

/// The language of what is said where nothing could be opened.
fn lang_of_line() -> Lang {
    let line: Vec<OsString> = std::env::args_os().skip(1).collect();
    let word = option_of(&line, "--lang").and_then(|word| word.into_string().ok());
    Env::lang_of(word.as_deref().and_then(Lang::by_code), option_of(&line, "--config").map(PathBuf::from))
}

/// Reads the arguments; help, the version and wrong arguments end here.
fn parse(output: &mut Output) -> Result<Cli, AppError> {
    let matches = Cli::command().try_get_matches().and_then(|matches| Cli::from_arg_matches(&matches));
    let error = match matches {
        Ok(cli) => return Ok(cli),
        Err(error) => error,
    };
    let line: Vec<OsString> = std::env::args_os().collect();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let (lang, columns) = (lang_of_line(), Env::columns_of_terminal().min(WIDEST_HELP));
            let page = help::asked(Cli::command(), &line, lang);
            let text = page.map(|page| tell::help_page(&page, lang, columns)).unwrap_or_default();
            if error.use_stderr() { output.note(&text) } else { output.answer(&text)? }
        }
        ErrorKind::DisplayVersion => output.answer(&error.render().to_string())?,
        _ => return Err(AppError::wrong(wrong::failure(&error, help::command_of(Cli::command(), &line)))),
    }
    Err(AppError::said(u8::try_from(error.exit_code()).unwrap_or(2)))
}

fn run(cli: Cli, output: &mut Output) -> Result<Exit, AppError> {
    let env = Env::of_process(cli.config, cli.lang)?;
    if env.hyperlinks {
        output.follow_links();
    }
    if let Some((pager, rows)) = env.pager.clone().zip(env.rows).filter(|_| !cli.no_pager) {
        output.page_by(pager, rows);
    }
    match cli.command.unwrap_or_else(|| Command::Status(status::Args::default())) {
        Command::Init(args) => init::run(&args, &env, output),
        Command::Sync(args) => sync::run(&args, &env, output),
        Command::Status(args) => status::run(&args, &env, output),
        Command::Streak(args) => streak::run(&args, &env, output),
        Command::Rating(args) => rating::run(&args, &env, output),
        Command::Solutions(args) => solutions::run(&args, &env, output),
        Command::New(args) => new::run(&args, &env, output),
        Command::Todo(args) => todo::run(&args, &env, output),
        Command::Stats(args) => stats::run(&args, &env, output),
        Command::Contests(args) => contests::run(&args, &env, output),
        Command::Group(args) => group::run(&args, &env, output),
        Command::List(args) => list::run(&args, &env, output),
        Command::Next(args) => next::run(&args, &env, output),
        Command::Target(args) => target::run(args, &env, output),
        Command::Chart(args) => chart::run(&args, &env, output),
        Command::Review(args) => review::run(&args, &env, output),
        Command::Export(args) => export::run(&args, &env, output),
        Command::Import(args) => import::run(&args, &env, output),
        Command::Report(args) => report::run(&args, &env, output),
        Command::Serve(args) => serve::run(&args, &env, output),
        Command::Doctor(args) => doctor::run(&args, &env, output),
        Command::Config(args) => config::run(&args, &env, output),
        Command::Demo(args) => demo::run(&args, &env, output),
        Command::Hook(args) => hook::run(&args, &env, output),
        Command::Completions(args) => completions::run(&args, Cli::command(), output),
        Command::Man(args) => man::run(&args, Cli::command(), &env, output),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Cli::command().debug_assert();
    }

    /// The commands as the README lists them.
    fn table() -> String {
        let command = Cli::command();
        let shown = command.get_subcommands().filter(|command| !command.is_hide_set());
        let row = |command: &clap::Command| {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            format!("| `cpt {}` | {} |\n", command.get_name(), about.replace('|', "\\|"))
        };
        format!("| Command | What it does |\n| --- | --- |\n{}", shown.map(row).collect::<String>())
    }

    #[test]
    fn the_readme_lists_every_command() {
        let readme = include_str!("../../README.md");
        let (_, rest) = readme.split_once("<!-- commands:begin -->\n").unwrap();
        let (shown, _) = rest.split_once("<!-- commands:end -->").unwrap();
        assert_eq!(shown, table(), "put this between the marks in README.md:\n{}", table());
    }
}
