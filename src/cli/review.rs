//! `cpt review`: a year to look back on.

use std::path::PathBuf;

use super::Exit;
use super::output::Output;
use super::present::present;
use super::wrong::WrongValue;
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::review::{Album, Reviewed};
use crate::app::session::Session;
use crate::report::argument_words;
use crate::{app, report};

/// Write a year in review
///
/// Prints Markdown for a blog: practice, solved problems by judge and colour, new tags, contests and colours
/// reached, compared with the year before, and what's next. Draws its charts into a directory next to it. For the
/// current year, covers the year to date and compares it with the same period last year.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Year [default: the current year, or last year in January]
    #[arg(value_parser = year)]
    year: Option<i16>,

    /// Output an HTML page with the charts included
    #[arg(long, conflicts_with = "json")]
    html: bool,

    /// Output JSON
    #[arg(long)]
    json: bool,

    /// Directory for the charts [default: review-YEAR]
    #[arg(long, value_name = "DIR", conflicts_with = "json")]
    charts: Option<PathBuf>,

    /// Don't draw charts
    #[arg(long, conflicts_with = "charts")]
    no_charts: bool,
}

/// A year in four digits.
fn year(text: &str) -> Result<i16, WrongValue> {
    let year = text.parse().ok().filter(|year| (1970..=9999).contains(year) && text.len() == 4);
    year.ok_or_else(|| WrongValue::new(argument_words::use_a_year))
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
    let wrote = reviewed
        .answer
        .changed
        .iter()
        .map(|file| report::chart_words::wrote(session.lang(), &env.shown(file)));
    let wrote: String = wrote.collect();
    let lang = session.workspace.file_lang();
    present(reviewed, output, |Reviewed { review, ahead, pictures, charts, colours, .. }| {
        Ok(match () {
            () if args.json => {
                report::to_line_of(&report::ReviewJson::new(&review, &ahead), &session.completeness())?
            }
            () if args.html => {
                report::review_page(&review, &ahead, &charts, &colours, lang).map_err(AppError::page)?
            }
            () => report::review_markdown(&review, &ahead, &pictures, lang),
        })
    })
    .inspect(|_| output.note(&wrote))
}
