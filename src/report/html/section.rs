//! A part of the page with a table.

use std::borrow::Cow;

use super::super::table::{HtmlTable, Table};
use super::super::words::page::PageWords;
use super::packed::{Packed, Rows, at_once};

/// A section with a table.
pub(super) struct Section<'a> {
    pub id: &'static str,
    pub title: Cow<'static, str>,
    /// What it lists, or why there is nothing.
    pub note: String,
    pub table: Table<'a>,
}

impl Section<'_> {
    /// The table as the template shows it; of many rows the first.
    pub fn shown(&self) -> HtmlTable<'_> {
        HtmlTable::new(&self.table).up_to(at_once(self.table.len()))
    }

    /// What to do about the rows after those where no script runs.
    pub fn packed(&self) -> String {
        let hidden = self.table.len() - at_once(self.table.len());
        PageWords(self.table.lang).packed_rows(hidden)
    }

    /// The rows after those that are shown.
    pub fn rest(&self) -> Option<Packed<Rows<'_>>> {
        let table = HtmlTable::new(&self.table).from(at_once(self.table.len()));
        (table.len() > 0).then_some(Packed(Rows { table }))
    }
}
