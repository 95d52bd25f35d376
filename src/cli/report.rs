//! `cpt report`: everything on one page.

use std::path::PathBuf;

use super::output::Output;
use super::present::present;
use super::{Exit, chart};
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::report::ReportJson;
use crate::{app, report};

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

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let session = Session::open(env)?;
    let place = app::page::PageFile::new(&session, args.out.as_deref())?;
    let page = app::page::build(&session, None)?;
    let shown = env.shown(&place.file);
    let outcome = present(page, output, |html| {
        let written = place.write(&html, &session)?;
        if args.json {
            return Ok(report::to_line_of(
                &ReportJson::new(&shown, html.len(), written),
                &session.completeness(),
            )?);
        }
        Ok(format!("{shown}\n"))
    })?;
    if args.open {
        chart::open(&[place.file], output);
    }
    Ok(outcome)
}
