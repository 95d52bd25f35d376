//! A row of a table, and its fields by their columns' names.

use std::borrow::Cow;
use std::fmt::Display;

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::words::{Expected, is_empty, not_text, not_utf8};
use crate::lang::Later;
use crate::model::{RowFault, clean_lines, is_real_rating, real_moment, rearmed};

/// Of what is wrong, a message quotes so many characters.
const QUOTED: usize = 60;

/// A row as its format has it.
pub(super) enum Cells<'a> {
    /// Fields in the order of the columns; an empty one is none.
    Csv { columns: &'a [String], fields: &'a csv::ByteRecord },
    /// Fields by their names.
    Json(Map<String, Value>),
}

/// A row of a table.
pub(super) struct Row<'a> {
    pub line: u64,
    pub cells: Cells<'a>,
}

/// A field.
enum Field<'r> {
    Text(Cow<'r, str>),
    /// What isn't text in JSON.
    Other(&'r Value),
}

impl Row<'_> {
    /// That `what` is wrong with a column.
    pub fn fault(&self, column: &str, what: impl Into<Later>) -> RowFault {
        RowFault { line: self.line, column: Some(column.to_owned()), what: what.into() }
    }

    fn field(&self, column: &str) -> Result<Option<Field<'_>>, RowFault> {
        match &self.cells {
            Cells::Csv { columns, fields } => {
                let place = columns.iter().position(|name| name == column);
                let Some(bytes) = place.and_then(|place| fields.get(place)).filter(|bytes| !bytes.is_empty())
                else {
                    return Ok(None);
                };
                let text = str::from_utf8(bytes).map_err(|_| self.fault(column, not_utf8()))?;
                Ok(Some(Field::Text(rearmed(text).into())))
            }
            Cells::Json(fields) => Ok(match fields.get(column) {
                None | Some(Value::Null) => None,
                Some(Value::String(text)) => Some(Field::Text(text.into())),
                Some(other) => Some(Field::Other(other)),
            }),
        }
    }

    /// A text; `None` where there is none.
    pub fn text(&self, column: &str) -> Result<Option<String>, RowFault> {
        self.field(column)?
            .map(|field| match field {
                Field::Text(text) => Ok(text.into_owned()),
                // Names that are numbers.
                Field::Other(Value::Number(number)) => Ok(number.to_string()),
                Field::Other(other) => Err(self.fault(column, not_text(other))),
            })
            .transpose()
    }

    /// Whether there is such a column.
    pub fn has(&self, column: &str) -> bool {
        match &self.cells {
            Cells::Csv { columns, .. } => columns.iter().any(|name| name == column),
            Cells::Json(fields) => fields.contains_key(column),
        }
    }

    /// A text that there must be.
    pub fn needed(&self, column: &str) -> Result<String, RowFault> {
        let text = self.text(column)?.filter(|text| !text.is_empty());
        text.ok_or_else(|| self.fault(column, is_empty()))
    }

    /// What `read` makes of a field; `expected` says what that would be.
    fn read<T>(
        &self,
        column: &str,
        expected: Expected,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, RowFault> {
        let Some(field) = self.field(column)? else { return Ok(None) };
        let text = match field {
            Field::Text(text) => text,
            Field::Other(other) => other.to_string().into(),
        };
        let wrong = || self.fault(column, expected.is_not(&quoted(format!("{:?}", &*text))));
        read(text.trim()).map(Some).ok_or_else(wrong)
    }

    /// A whole number.
    pub fn whole<T: TryFrom<i64>>(&self, column: &str) -> Result<Option<T>, RowFault> {
        let read = |text: &str| text.parse::<i64>().ok().and_then(|number| T::try_from(number).ok());
        self.read(column, Expected::Whole, read)
    }

    /// A rating, a performance or a difficulty.
    pub fn rating(&self, column: &str) -> Result<Option<i32>, RowFault> {
        let read = |text: &str| text.parse().ok().filter(|rating| is_real_rating(*rating));
        self.read(column, Expected::Rating, read)
    }

    /// A number.
    pub fn real(&self, column: &str) -> Result<Option<f64>, RowFault> {
        self.read(column, Expected::Number, |text| {
            text.parse().ok().filter(|number: &f64| number.is_finite())
        })
    }

    /// A flag.
    pub fn flag(&self, column: &str) -> Result<Option<bool>, RowFault> {
        let read = |text: &str| match text.to_ascii_lowercase().as_str() {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        };
        self.read(column, Expected::Flag, read)
    }

    /// A moment that there must be, to the second.
    pub fn moment(&self, column: &str) -> Result<Timestamp, RowFault> {
        let read = |text: &str| real_moment(text.parse::<Timestamp>().ok()?.as_second());
        self.read(column, Expected::Moment, read)?.ok_or_else(|| self.fault(column, is_empty()))
    }
}

/// A value as a message shows it: safe and not too long.
pub(super) fn quoted(value: impl Display) -> String {
    clean_lines(&value.to_string(), QUOTED)
}
