//! A part of the page with a table.

use super::super::table::{HtmlTable, Table};

/// A section with a table.
pub(super) struct Section<'a> {
    pub id: &'static str,
    pub title: &'static str,
    /// What it lists, or why there is nothing.
    pub note: String,
    pub table: Table<'a>,
}

impl Section<'_> {
    /// The table as the template shows it.
    pub fn shown(&self) -> HtmlTable<'_> {
        HtmlTable::new(&self.table)
    }
}
