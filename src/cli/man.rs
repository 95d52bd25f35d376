//! `cpt man`: the manual, a page for each command.

use std::path::PathBuf;

use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::Exit;
use super::output::Output;
use crate::app;
use crate::app::env::Env;
use crate::app::error::AppError;

/// Write manual pages, one per command
///
/// Put them where `man` looks: in a directory man1 below one that `manpath` prints, e.g. ~/.local/share/man/man1.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Output directory
    #[arg(long, value_name = "DIR")]
    dir: PathBuf,
}

/// What the page of the program tells beyond its help: headings, and terms with what they mean.
const MORE: [(&str, &[(&str, &str)]); 3] = [
    (
        "EXIT STATUS",
        &[
            ("0", "Done."),
            ("1", "The answer is \"no\" (cpt streak --check)."),
            ("2", "Wrong arguments or configuration."),
            ("3", "A judge or a repository could not be read, or a part of one; everything else was saved."),
            ("4", "The store can't be used."),
        ],
    ),
    (
        "ENVIRONMENT",
        &[
            ("CPT_CONFIG", "The configuration to read instead of the nearest cpt.toml."),
            ("CPT_NOW", "A moment in RFC 3339 with an offset, in place of the clock."),
            (
                "CPT_INTERVAL_MS",
                "The wait between two requests; can't shorten that of the judges themselves.",
            ),
            (
                "CPT_CODEFORCES_URL, CPT_ATCODER_URL, ...",
                "Mirrors to ask in place of the judges, one variable for each key of [judges] in cpt.toml.",
            ),
            (
                "PAGER",
                "What shows answers that are longer than the screen; less where it is not set, nothing where it is \
                 empty.",
            ),
            ("VISUAL, EDITOR", "The editor that cpt new --edit opens."),
            ("NO_COLOR", "Turns colours off where it is set."),
            ("COLUMNS", "The terminal's width, where it can't be told or should be another."),
            ("XDG_CONFIG_HOME", "Where the user's own configuration is, in place of ~/.config."),
        ],
    ),
    (
        "FILES",
        &[
            ("cpt.toml", "The configuration: in the working directory or the nearest one above it."),
            (
                ".cpt/",
                "What was fetched, next to cpt.toml. It keeps itself out of git, and cpt sync brings it back.",
            ),
            ("~/.config/cpt/config.toml", "What the user says of all workspaces, such as which are trusted."),
        ],
    ),
];

pub(super) fn run(
    args: &Args,
    command: clap::Command,
    env: &Env,
    output: &mut Output,
) -> Result<Exit, AppError> {
    let mut command = command.disable_help_subcommand(true);
    command.build();
    let mut pages = Vec::new();
    gather(&command, None, &env.now.date().to_string(), &mut pages)?;
    let written = app::manual::write_pages(&env.cwd.join(&args.dir), &pages)?;
    let lines: String = written.iter().map(|file| env.shown(file) + "\n").collect();
    output.data(&lines)?;
    Ok(Exit::Done)
}

/// The page of `command` as of `day`, then those of the commands below it.
fn gather(
    command: &clap::Command,
    above: Option<&str>,
    day: &str,
    pages: &mut Vec<(String, Vec<u8>)>,
) -> Result<(), AppError> {
    pages.push(page(command, above, day)?);
    let name = command.get_display_name().unwrap_or(command.get_name());
    let mut below = command.get_subcommands().filter(|below| !below.is_hide_set());
    below.try_for_each(|below| gather(below, Some(name), day, pages))
}

/// A page's file name and its text in roff.
fn page(command: &clap::Command, above: Option<&str>, day: &str) -> Result<(String, Vec<u8>), AppError> {
    let man = Man::new(command.clone())
        .source(concat!("cpt ", env!("CARGO_PKG_VERSION")))
        .manual("User Commands")
        .date(day);
    let mut page = Vec::new();
    man.render(&mut page)?;
    let mut more = Roff::new();
    match above {
        None => {
            for (heading, entries) in MORE {
                more.control("SH", [heading]);
                for (term, meaning) in entries {
                    more.control("TP", []).text([bold(*term)]).text([roman(*meaning)]);
                }
            }
        }
        Some(above) => {
            more.control("SH", ["SEE ALSO"]).text([bold(above), roman("(1)")]);
        }
    }
    more.to_writer(&mut page)?;
    // An empty line between two breaks is one space, which is what it is meant to be.
    let page = String::from_utf8_lossy(&page).replace(".br\n\n.br\n", ".sp\n");
    Ok((man.get_filename(), page.into_bytes()))
}
