//! `cpt report`: everything on one page.

use std::path::PathBuf;

use super::output::Output;
use super::present::present;
use super::{Exit, chart};
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::page::Page;
use crate::app::session::Session;
use crate::report::ReportJson;
use crate::{app, report};

/// Write an HTML report
///
/// Contains ratings, targets with forecasts, charts, a calendar whose days list their commits and problems, and
/// tables of contests and solutions. The report is a single self-contained file that you can open, share, print or
/// host anywhere. Ratings are from the last sync; solutions are read from git. Prints the path.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Output file [default: report/index.html next to cpt.toml]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,

    /// Open the report in your browser
    #[arg(long)]
    open: bool,

    /// Output JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let session = Session::open(env)?;
    let place = app::page::PageFile::new(&session, args.out.as_deref())?;
    let page = app::page::build(&session, None)?;
    let shown = env.shown(&place.file);
    let outcome = present(page, output, |Page { html, lists }| {
        let written = place.write(&html, &session)?;
        if args.json {
            let json = ReportJson::new((&shown, html.len(), written), &lists, &session.workspace.root);
            return Ok(report::to_line_of(&json, &session.completeness())?);
        }
        Ok(format!("{shown}\n"))
    })?;
    if args.open {
        chart::open(&[place.file], session.lang(), output);
    }
    Ok(outcome)
}
