//! `cpt review`: a year to look back on.

use std::path::PathBuf;

use super::Exit;
use super::output::Output;
use super::present::present;
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::review::{Album, Reviewed};
use crate::app::session::Session;
use crate::{app, report};

/// Write a year in review, for a blog
///
/// Prints Markdown: practice, solved problems by judge and colour, new topics, contests and colours reached, the year
/// before for comparison, and the chances of what lies ahead. Draws its charts into a folder beside it. A year that is
/// not over is told as of today, and compared with the same part of the year before.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Which year [default: the current one; in January the last one]
    #[arg(value_parser = year)]
    year: Option<i16>,

    /// Print a page of HTML with the charts in it
    #[arg(long, conflicts_with = "json")]
    html: bool,

    /// Print one JSON object, and draw nothing
    #[arg(long)]
    json: bool,

    /// Draw the charts into this folder [default: review-YEAR]
    #[arg(long, value_name = "DIR", conflicts_with = "json")]
    charts: Option<PathBuf>,

    /// Draw no charts
    #[arg(long, conflicts_with = "charts")]
    no_charts: bool,
}

/// A year in four digits.
fn year(text: &str) -> Result<i16, String> {
    let year = text.parse().ok().filter(|year| (1970..=9999).contains(year) && text.len() == 4);
    year.ok_or_else(|| "not a year; use four digits, e.g. 2026".to_owned())
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let session = Session::open(env)?;
    let album = match &args.charts {
        _ if args.json || args.no_charts => Album::None,
        Some(dir) => Album::In(dir),
        None if args.html => Album::Page,
        None => Album::Usual,
    };
    let reviewed = app::review::review(&session, args.year, album)?.without_hints(args.json);
    let wrote = reviewed.answer.changed.iter().map(|file| format!("Wrote {}\n", env.shown(file)));
    let wrote: String = wrote.collect();
    present(reviewed, output, |Reviewed { review, ahead, pictures, charts, colours, .. }| {
        Ok(match () {
            () if args.json => {
                report::to_line_of(&report::ReviewJson::new(&review, &ahead), &session.completeness())?
            }
            () if args.html => {
                report::review_page(&review, &ahead, &charts, &colours).map_err(AppError::page)?
            }
            () => report::review_markdown(&review, &ahead, &pictures),
        })
    })
    .inspect(|_| output.note(&wrote))
}
