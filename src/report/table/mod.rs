//! Tables: columns, and rows of typed cells, whatever shows them.
//!
//! What a cell is decides how each output has it: the terminal and the page paint a rating in its colour and write a
//! difference with its sign, Markdown escapes what came from outside, and CSV and JSON Lines have the bare
//! [`Datum`] of it.

mod cell;
mod csv;
mod html;
mod markdown;
mod terminal;

use std::borrow::Cow;

pub(super) use self::cell::{Cell, Datum, Value};
pub use self::csv::csv;
pub(super) use self::html::HtmlTable;
pub(super) use self::markdown::markdown;
pub(super) use self::terminal::{bare, headed};
use crate::lang::Lang;

/// Columns, and rows with a cell for each of them.
#[derive(Debug)]
pub struct Table<'a> {
    /// The language of values that are words.
    pub(super) lang: Lang,
    pub(super) columns: Cow<'static, [Column]>,
    pub(super) rows: Vec<Vec<Cell<'a>>>,
}

/// A column: its name, what it is for, and in tables for programs what it means.
#[derive(Debug, Clone)]
pub struct Column {
    pub(super) name: Cow<'static, str>,
    pub(super) role: Role,
    pub(super) meaning: &'static str,
}

/// What a column is for, and so how it is set, sorted and filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// What the rows are of; its name is the table's title.
    Title,
    /// Words, dates, problems: flush left, sorted as words.
    Text,
    /// Flush right, sorted by value.
    Number,
    /// The same of parts of one, which a page shows as bars, too.
    Share,
    /// Text of which there are few, to choose from.
    Choice,
}

impl Role {
    /// Whether its values are flush right.
    fn is_number(self) -> bool {
        matches!(self, Self::Number | Self::Share)
    }
}

impl Column {
    /// A column of a table for people.
    pub(super) fn new(name: impl Into<Cow<'static, str>>, role: Role) -> Self {
        Self { name: name.into(), role, meaning: "" }
    }
}

impl<'a> Table<'a> {
    /// A table without rows, in English.
    pub(super) fn new<const N: usize>(columns: [(impl Into<Cow<'static, str>>, Role); N]) -> Self {
        let columns = columns.map(|(name, role)| Column::new(name, role));
        Self { lang: Lang::English, columns: Cow::Owned(columns.into()), rows: Vec::new() }
    }

    /// In another language.
    pub(super) fn said_in(self, lang: Lang) -> Self {
        Self { lang, ..self }
    }

    /// With those rows.
    pub(super) fn with(self, rows: impl IntoIterator<Item = Vec<Cell<'a>>>) -> Self {
        Self { rows: rows.into_iter().collect(), ..self }
    }

    /// Without the column at that place.
    pub(super) fn without_column(mut self, place: usize) -> Self {
        self.columns.to_mut().remove(place);
        self.rows.iter_mut().for_each(|row| drop(row.remove(place)));
        self
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}
