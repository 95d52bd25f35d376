//! A file as a table: its format, its columns, its rows.

use serde_json::{Map, Value};

use super::row::{Cells, Row, quoted};
use super::words;
use super::{Placed, RatingRow, SubmissionRow, ratings, submissions};
use crate::lang::Later;
use crate::model::{Advice, RowFault};

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values with a line of names.
    Csv,
    /// A JSON object a line.
    JsonLines,
}

/// What a file has.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// The rows that are right, in the order of the file.
    pub rows: Rows,
    /// What is wrong with the others, in the order of the file.
    pub faults: Vec<RowFault>,
    /// The columns that nobody reads.
    pub unread: Vec<String>,
}

/// The rows of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Rows {
    /// Of `ratings`.
    Ratings(Vec<Placed<RatingRow>>),
    /// Of `submissions`.
    Submissions(Vec<Placed<SubmissionRow>>),
}

/// Why a file as a whole can't be imported, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongFile {
    /// What is wrong.
    pub what: Later,
    /// What to do about it.
    pub remedy: Later<Advice>,
}

/// Reads a table of ratings or of submissions.
///
/// # Errors
///
/// Where it has no rows, or none of the tables' columns.
pub fn read(bytes: &[u8], format: Format) -> Result<Read, WrongFile> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match format {
        Format::Csv => read_csv(bytes),
        Format::JsonLines => read_json_lines(bytes),
    }
}

fn read_csv(bytes: &[u8]) -> Result<Read, WrongFile> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let unreadable =
        |error: csv::Error| WrongFile { what: error.to_string().into(), remedy: words::see_columns() };
    let names = reader.byte_headers().map_err(unreadable)?;
    let columns: Vec<String> =
        names.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect();
    let mut table = Builder::of(&columns)?;
    let (mut fields, mut line, mut counted) = (csv::ByteRecord::new(), 1, 0);
    while reader.read_byte_record(&mut fields).map_err(unreadable)? {
        // The reader counts a row's line before the ends of lines that it passes over.
        let before = fields.position().map_or(0, csv::Position::byte) as usize;
        let begin = before + bytes[before..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        line += bytes[counted..begin].split(|byte| *byte == b'\n').skip(1).count() as u64;
        counted = begin;
        if fields.len() == columns.len() {
            table.add(&Row { line, cells: Cells::Csv { columns: &columns, fields: &fields } });
        } else {
            let what = words::wrong_number(fields.len(), columns.len());
            table.faults.push(RowFault { line, column: None, what });
        }
    }
    Ok(table.done())
}

fn read_json_lines(bytes: &[u8]) -> Result<Read, WrongFile> {
    if bytes.trim_ascii_start().starts_with(b"[") {
        return Err(WrongFile { what: words::json_array(), remedy: words::use_jq() });
    }
    let mut table: Option<Builder> = None;
    let mut early = Vec::new();
    for (line, bytes) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Map<String, Value>>(bytes) {
            Ok(fields) => {
                let table = if let Some(table) = &mut table {
                    table
                } else {
                    let columns: Vec<String> = fields.keys().cloned().collect();
                    table.insert(Builder::of(&columns)?)
                };
                table.add(&Row { line, cells: Cells::Json(fields) });
            }
            Err(error) => {
                early.push(RowFault { line, column: None, what: words::no_object(&quoted(said(&error))) });
            }
        }
    }
    match table {
        Some(mut table) => {
            table.faults.extend(early);
            table.faults.sort_by_key(|fault| fault.line);
            Ok(table.done())
        }
        None if early.is_empty() => Err(WrongFile { what: words::empty_file(), remedy: words::see_export() }),
        None => Err(WrongFile { what: words::no_json_lines(), remedy: words::use_format() }),
    }
}

/// What is wrong with JSON, and at which character; the line is that of the file.
fn said(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    match text.strip_suffix(&place) {
        Some(what) => format!("{what} at character {}", error.column()),
        None => text,
    }
}

/// A table while it is read.
struct Builder {
    rows: Rows,
    faults: Vec<RowFault>,
    unread: Vec<String>,
}

impl Builder {
    /// The table that has these columns.
    fn of(columns: &[String]) -> Result<Self, WrongFile> {
        let has = |name: &&str| columns.iter().any(|column| column == name);
        let lacks = |names: &[&'static str]| -> Vec<&'static str> {
            names.iter().copied().filter(|name| !has(name)).collect()
        };
        let (of_ratings, mut of_submissions) = (lacks(ratings::NEEDED), lacks(submissions::NEEDED));
        if !submissions::NEEDED_ONE.iter().any(has) {
            of_submissions.push(submissions::NEEDED_ONE[0]);
        }
        let (rows, known) = if of_ratings.is_empty() {
            (Rows::Ratings(Vec::new()), [ratings::COLUMNS, ratings::DERIVED])
        } else if of_submissions.is_empty() {
            (Rows::Submissions(Vec::new()), [submissions::COLUMNS, submissions::DERIVED])
        } else {
            return Err(Self::wrong(columns, &of_ratings, &of_submissions));
        };
        let is_unread = |column: &&String| !known.iter().any(|names| names.contains(&column.as_str()));
        let unread = columns.iter().filter(is_unread).map(quoted).collect();
        Ok(Self { rows, faults: Vec::new(), unread })
    }

    fn wrong(columns: &[String], of_ratings: &[&str], of_submissions: &[&str]) -> WrongFile {
        let has = |names: &[&str]| names.iter().all(|name| columns.iter().any(|column| column == name));
        if has(&["commit", "path"]) || has(&["solved", "revised"]) {
            return WrongFile { what: words::of_git(), remedy: words::add_repository() };
        }
        let shown: Vec<String> = columns.iter().map(quoted).filter(|column| !column.is_empty()).collect();
        let there = quoted(shown.join(", "));
        // Of the table that it is more like.
        let (name, missing) = match (of_ratings, of_submissions) {
            (one, other) if one.len() < other.len() => ("ratings", one),
            (_, other) => ("submissions", other),
        };
        WrongFile { what: words::lacks_columns(name, missing, &there), remedy: words::see_columns() }
    }

    fn add(&mut self, row: &Row<'_>) {
        let line = row.line;
        let read = match &mut self.rows {
            Rows::Ratings(rows) => ratings::read(row).map(|row| rows.push(Placed { line, row })),
            Rows::Submissions(rows) => submissions::read(row).map(|row| rows.push(Placed { line, row })),
        };
        self.faults.extend(read.err());
    }

    fn done(self) -> Read {
        let Self { rows, faults, unread } = self;
        Read { rows, faults, unread }
    }
}
