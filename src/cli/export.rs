//! `cpt export`: what is known, as tables for spreadsheets and programs.

use std::path::PathBuf;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::Outcome;
use super::args::{date, has_days};
use super::output::Output;
use super::present::{beside, hints, outcome};
use crate::answers::{self, Window};
use crate::app::env::World;
use crate::app::error::CliError;
use crate::app::freshness;
use crate::app::session::Session;
use crate::files::write_changed;
use crate::report;
use crate::report::export::{self, Table};

/// Export ratings, submissions, solutions and days as CSV or JSON Lines
///
/// Prints one table, or writes several into a folder with --out. Ratings and submissions are those of the last sync;
/// solutions and days are read from git as they are now. `cpt export --columns` tells what each column means.
///
/// In CSV a text that a spreadsheet could take for a formula (it begins with = + - @, a tab or a line break) gets an
/// apostrophe before it; numbers stay numbers. JSON Lines has every text as it is.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What to export [default with --out: all]
    #[arg(value_enum, value_name = "WHAT")]
    what: Vec<What>,

    /// How to write it
    #[arg(long, value_enum, default_value = "csv", value_name = "FORMAT")]
    format: Format,

    /// Write a file for each into this folder, such as ratings.csv; with the mark that tells Excel that it is UTF-8
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// Leave out what was before this day
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<Date>,

    /// Leave out what was after this day
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Date>,

    /// Print what each column means instead
    #[arg(long, conflicts_with_all = ["what", "out"])]
    columns: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum What {
    /// Every contest of every series
    Ratings,
    /// Every program that was handed in
    Submissions,
    /// Every solution file of every commit
    Solutions,
    /// Every day with a solution
    Days,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Comma-separated values by RFC 4180, with a line of names
    Csv,
    /// A JSON object a line
    Jsonl,
}

impl What {
    const ALL: [Self; 4] = [Self::Ratings, Self::Submissions, Self::Solutions, Self::Days];

    /// Whether it comes from the repositories, else from the store.
    fn is_committed(self) -> bool {
        matches!(self, Self::Solutions | Self::Days)
    }
}

/// Tells a spreadsheet program that a file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

pub(super) fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    if args.columns {
        output.answer(&export::columns())?;
        return Ok(Outcome::Done);
    }
    let mut wanted = if args.what.is_empty() { What::ALL.to_vec() } else { args.what.clone() };
    wanted.sort_unstable_by_key(|what| *what as u8);
    wanted.dedup();
    if args.out.is_none() && wanted.len() > 1 {
        return Err(CliError::usage(
            "only one table fits on standard output",
            "Name it, such as `cpt export ratings`, or a folder for all: `cpt export --out DIR`.",
        ));
    }
    let session = Session::open_or_default(world)?;
    has_days(args.since, args.until, session.today())?;
    if wanted.iter().any(|what| what.is_committed()) {
        let changes = session.some_changes();
        if args.out.is_none() {
            changes?;
        }
    }
    let answered = session.answered(());
    beside(&answered, output);
    let (zone, window) = (session.zone(), Window { from: args.since, to: args.until });
    for what in &wanted {
        let table = table(*what, &session, &zone, window)?;
        let text = match args.format {
            Format::Csv => {
                export::csv(&table).map_err(|error| CliError::file("can't write CSV", &error.into()))?
            }
            Format::Jsonl => report::json_lines(&table)?,
        };
        match &args.out {
            None => output.data(&text)?,
            Some(dir) => {
                let (mark, end) = match args.format {
                    Format::Csv => (BYTE_ORDER_MARK, "csv"),
                    Format::Jsonl => ("", "jsonl"),
                };
                let file = world.cwd.join(dir).join(format!("{}.{end}", table.name()));
                write_changed(&file, format!("{mark}{text}").as_bytes())
                    .map_err(|error| CliError::file(format!("can't write {}", file.display()), &error))?;
                let rows = crate::model::count(table.len().try_into().unwrap_or(u32::MAX), "row");
                output.answer(&format!("{}  {rows}\n", world.shown(&file)))?;
            }
        }
    }
    if wanted.iter().any(|what| !what.is_committed()) {
        hints(&freshness::of_ratings(&session)?, output);
    }
    Ok(outcome(&answered.completeness()))
}

fn table<'s>(
    what: What,
    session: &'s Session<'_>,
    zone: &TimeZone,
    window: Window,
) -> Result<Table<'s>, CliError> {
    let rules = &session.workspace.config.streak;
    Ok(match what {
        What::Ratings => export::ratings(session.series()?, zone, window),
        What::Submissions => {
            let library = session.library()?;
            export::submissions(&library.submissions, &library.catalogue, zone, window)
        }
        What::Solutions => export::solutions(&session.commits().repos, &rules.day, window),
        What::Days => export::days(&answers::practice_log(&session.changes(), rules).days, rules, window),
    })
}
