//! Comma-separated values by RFC 4180, safe to open in a spreadsheet.

use std::borrow::Cow;

use super::{Datum, Table};

/// What a spreadsheet may take for the beginning of a formula, and the white space that it may skip before one; full
/// width forms count in East Asian settings. Source: OWASP, "CSV Injection".
const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The table with a line of names first; lines end in a newline, as programs expect and spreadsheets take.
pub fn csv(table: &Table<'_>) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(table.columns.iter().map(|column| column.name.as_bytes()))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| field(cell.value.datum()).into_owned()))?;
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn field(datum: Datum<'_>) -> Cow<'_, str> {
    match datum {
        Datum::Nothing => Cow::Borrowed(""),
        Datum::Flag(flag) => Cow::Owned(flag.to_string()),
        Datum::Whole(number) => Cow::Owned(number.to_string()),
        Datum::Real(number) => Cow::Owned(number.to_string()),
        Datum::Text(text) => disarmed(text),
    }
}

/// A text that is no formula: an apostrophe before what could begin one. Where it begins with apostrophes before that,
/// it gets one more, so that taking one away gives the text back.
fn disarmed(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.trim_start_matches('\'').starts_with(STARTS) { Cow::Owned(format!("'{text}")) } else { text }
}
