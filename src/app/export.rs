//! Tables for spreadsheets and programs, as text or as files.

use std::path::{Path, PathBuf};

use super::env::Env;
use super::error::{AppError, cannot_write};
use super::freshness;
use super::session::{Answered, Session};
use crate::answers::{self, DateRange};
use crate::files::write_changed;
use crate::lang::Later;
use crate::report;
use crate::report::export::{self, ExportedTable, Table};

/// What can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum What {
    /// All contests you took part in
    Ratings,
    /// All your submissions
    Submissions,
    /// All solution files, by commit
    Solutions,
    /// All days with a solution
    Days,
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Comma-separated values (RFC 4180) with a header line
    Csv,
    /// One JSON object per line
    Jsonl,
}

impl What {
    const ALL: [Self; 4] = [Self::Ratings, Self::Submissions, Self::Solutions, Self::Days];

    fn table(self) -> &'static ExportedTable {
        match self {
            Self::Ratings => &export::RATINGS,
            Self::Submissions => &export::SUBMISSIONS,
            Self::Solutions => &export::SOLUTIONS,
            Self::Days => &export::DAYS,
        }
    }

    /// Whether it comes from the repositories, else from the store.
    fn is_committed(self) -> bool {
        matches!(self, Self::Solutions | Self::Days)
    }
}

/// A table as it is written.
pub struct Exported {
    /// What it is about, and the stem of its file.
    name: &'static str,
    pub text: String,
    pub rows: usize,
}

/// What is asked for.
pub struct Export<'a> {
    pub what: &'a [What],
    pub format: Format,
    /// The days that are wanted.
    pub window: DateRange,
    /// Whether repositories that can't be read are an error, and not something to be said beside the tables.
    pub strictly: bool,
}

/// Every table that is asked for, each once.
pub fn export(session: &Session<'_>, asked: &Export<'_>) -> Result<Answered<Vec<Exported>>, AppError> {
    let mut wanted = if asked.what.is_empty() { What::ALL.to_vec() } else { asked.what.to_vec() };
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.iter().any(|what| what.is_committed()) {
        let changes = session.some_changes();
        if asked.strictly {
            changes?;
        }
    }
    let one = |what: &What| {
        let table = table(*what, session, asked.window)?;
        let text = match asked.format {
            Format::Csv => export::csv(&table).map_err(|error| {
                AppError::file(
                    Later::message("can't write CSV", "CSV를 쓸 수 없습니다", "CSV を書き込めません"),
                    &error.into(),
                )
            })?,
            Format::Jsonl => report::json_lines(&table)?,
        };
        Ok(Exported { name: what.table().name, text, rows: table.len() })
    };
    let tables = wanted.iter().map(one).collect::<Result<_, AppError>>();
    let tables = tables.map_err(|error| error.after(session.answered(()).failures))?;
    let is_fetched = wanted.iter().any(|what| !what.is_committed());
    let hints = if is_fetched { freshness::of_ratings(session)? } else { Vec::new() };
    Ok(session.answered(tables).with(hints))
}

fn table<'s>(what: What, session: &'s Session<'_>, window: DateRange) -> Result<Table<'s>, AppError> {
    let (rules, zone) = (&session.workspace.config.streak, session.zone());
    Ok(match what {
        What::Ratings => export::ratings(session.series()?, &zone, window),
        What::Submissions => {
            let library = session.library()?;
            export::submissions(&library.submissions, &library.catalogue, &zone, window)
        }
        What::Solutions => export::solutions(&session.commits().repos, &rules.day, window),
        What::Days => export::days(
            &answers::practice_log(&session.changes(), &session.accepted()?, rules).days,
            rules,
            window,
        ),
    })
}

impl Exported {
    /// Writes it into a folder, and says into which file.
    pub fn write(&self, dir: &Path, format: Format, env: &Env) -> Result<PathBuf, AppError> {
        let (mark, end) = match format {
            Format::Csv => (BYTE_ORDER_MARK, "csv"),
            Format::Jsonl => ("", "jsonl"),
        };
        let file = env.cwd.join(dir).join(format!("{}.{end}", self.name));
        write_changed(&file, format!("{mark}{}", self.text).as_bytes())
            .map_err(|error| AppError::file(cannot_write(file.display()), &error))?;
        Ok(file)
    }
}

/// Tells a spreadsheet program that a file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";
