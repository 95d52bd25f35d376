//! Tables for spreadsheets and programs; [`csv()`] and [`super::json_lines`] tell the same rows.

mod tables;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

pub use self::tables::{DAYS, RATINGS, SOLUTIONS, SUBMISSIONS, days, ratings, solutions, submissions};
use super::table::{Cell, Column, Role, markdown};
pub use super::table::{Table, csv};
use crate::lang::Lang;

/// What a table is about, and what its columns mean.
#[derive(Debug)]
pub struct ExportedTable {
    /// The word for it, and the stem of its file.
    pub name: &'static str,
    /// What a row is, and in which order they come.
    pub about: &'static str,
    /// The columns, in order; their names are the fields' names.
    pub columns: &'static [Column],
}

/// Every table.
pub static TABLES: [&ExportedTable; 4] = [&RATINGS, &SUBMISSIONS, &SOLUTIONS, &DAYS];

impl ExportedTable {
    /// The table with these rows.
    fn table<'a>(&self, rows: impl IntoIterator<Item = Vec<Cell<'a>>>) -> Table<'a> {
        Table { lang: Lang::English, columns: Cow::Borrowed(self.columns), rows: rows.into_iter().collect() }
    }
}

/// A field and what it means.
const fn column(name: &'static str, meaning: &'static str) -> Column {
    Column { name: Cow::Borrowed(name), role: Role::Text, meaning }
}

/// The meaning of every column of every table, as Markdown.
pub fn columns() -> String {
    let section = |table: &&ExportedTable| {
        let row =
            |column: &Column| vec![Cell::words(format!("`{}`", column.name)), Cell::words(column.meaning)];
        let meanings = [("Column", Role::Text), ("Meaning", Role::Text)];
        let meanings = Table::new(meanings).with(table.columns.iter().map(row));
        format!("## {}\n\n{}\n\n{}", table.name, table.about, markdown(&meanings))
    };
    TABLES.iter().map(section).collect::<Vec<_>>().join("\n")
}
