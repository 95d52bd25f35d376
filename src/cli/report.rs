//! `cpt report`: everything on one page.

use std::path::PathBuf;

use super::output::Output;
use super::present::present;
use super::{Outcome, chart};
use crate::app::env::World;
use crate::app::error::CliError;
use crate::app::session::Session;
use crate::files::{write_changed, write_to};
use crate::report::ReportJson;
use crate::{app, report};

/// The page's place beside `cpt.toml`.
const FILE: &str = "report/index.html";

/// Write everything into one HTML page
///
/// Ratings, targets with their forecasts, charts, a calendar whose days open their commits and problems, and tables of
/// contests and solutions. The page is one file that asks nothing of any other: it can be opened as it is, sent to
/// somebody, printed, or put on any web server. Ratings are those of the last sync; solutions are read from git as they
/// are now. Prints the page's file.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Write to this file [default: report/index.html beside cpt.toml]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,

    /// Show the page in the system's browser
    #[arg(long)]
    open: bool,

    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let session = Session::open(world)?;
    let beside = || session.workspace.root.join(FILE);
    let file = args.out.as_ref().map_or_else(beside, |out| world.cwd.join(out));
    if file.is_dir() {
        let message = format!("--out: {} is a folder", world.shown(&file));
        return Err(CliError::usage(message, "Name the page's file, such as index.html in it."));
    }
    let page = app::page::build(&session, None)?;
    let shown = world.shown(&file);
    let outcome = present(page, output, |html| {
        let write = if args.out.is_some() {
            write_to
        } else {
            session.workspace.may_write(&file, world)?;
            write_changed
        };
        let written = write(&file, html.as_bytes())
            .map_err(|error| CliError::file(format!("can't write {shown}"), &error))?;
        if args.json {
            return Ok(report::to_line_of(
                &ReportJson::new(&shown, html.len(), written),
                &session.completeness(),
            )?);
        }
        Ok(format!("{shown}\n"))
    })?;
    if args.open {
        chart::open(&[file], output);
    }
    Ok(outcome)
}
