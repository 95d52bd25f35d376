//! Comma-separated values by RFC 4180, safe to open in a spreadsheet.

use std::borrow::Cow;

use super::{Datum, Table};
use crate::model::disarmed;

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
