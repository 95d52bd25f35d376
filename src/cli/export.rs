//! `cpt export`: what is known, as tables for spreadsheets and programs.

use std::path::PathBuf;

use jiff::civil::Date;

use super::Exit;
use super::args::{date, has_days};
use super::output::Output;
use super::present::{beside, hints, outcome};
use crate::answers::DateRange;
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::export::{Export, Format, What, export};
use crate::app::session::Session;
use crate::lang::Later;
use crate::report::done_words;
use crate::report::export::columns;

/// Export your data as CSV or JSON Lines
///
/// Prints one table, or writes several to a directory with --out. Ratings and submissions are from the last sync;
/// solutions and days are read from git. Run `cpt export --columns` for a description of the columns.
///
/// In CSV, text that a spreadsheet could take for a formula (starting with = + - @, a tab or a line break) is
/// prefixed with an apostrophe; numbers are unchanged. JSON Lines has every text unchanged.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Tables to export [default with --out: all]
    #[arg(value_enum, value_name = "WHAT")]
    what: Vec<What>,

    /// Output format
    #[arg(long, value_enum, default_value = "csv", value_name = "FORMAT")]
    format: Format,

    /// Write one file per table to this directory, e.g. ratings.csv (with a UTF-8 BOM for Excel)
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// Start date
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<Date>,

    /// End date
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Date>,

    /// Describe the columns
    #[arg(long, conflicts_with_all = ["what", "out"])]
    columns: bool,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    if args.columns {
        output.answer(&columns())?;
        return Ok(Exit::Done);
    }
    let is_one = args.what.first().is_some_and(|first| args.what.iter().all(|what| what == first));
    if args.out.is_none() && !is_one {
        let message = Later::message(
            "can't write several tables to standard output",
            "표준 출력에는 표를 하나만 쓸 수 있습니다",
            "標準出力に書き込める表は1つだけです",
        );
        let remedy = Later::advice(
            "Choose one, e.g. `cpt export ratings`, or write all to a directory: `cpt export --out DIR`.",
            "하나를 고르거나(예: `cpt export ratings`) 모두 디렉터리에 저장하세요: `cpt export --out DIR`",
            "1つを選ぶか (例: `cpt export ratings`)、すべてをディレクトリに書き込んでください: `cpt export --out DIR`",
        );
        return Err(AppError::usage(message, remedy));
    }
    let session = Session::open_or_default(env)?;
    has_days(args.since, args.until, session.today())?;
    let asked = Export {
        what: &args.what,
        format: args.format,
        window: DateRange { from: args.since, to: args.until },
        strictly: args.out.is_none(),
    };
    let tables = export(&session, &asked)?;
    beside(&tables, output);
    for table in &tables.answer {
        match &args.out {
            None => output.data(&table.text)?,
            Some(dir) => {
                let file = table.write(dir, args.format, env)?;
                output.answer(&(done_words::exported(tables.lang, &env.shown(&file), table.rows) + "\n"))?;
            }
        }
    }
    hints(&tables.hints, tables.lang, output);
    Ok(outcome(&tables.completeness()))
}
