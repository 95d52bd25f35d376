//! Tables for spreadsheets and programs; [`super::json_lines`] tells the same rows as JSON Lines.

mod csv;
mod tables;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

pub use self::csv::csv;
pub use self::tables::{days, ratings, solutions, submissions};

/// What a table is about, and what its columns mean.
#[derive(Debug)]
pub struct Layout {
    /// The word for it, and the stem of its file.
    pub name: &'static str,
    /// What a row is, and in which order they come.
    pub about: &'static str,
    /// Each column's name and meaning, in order.
    pub columns: &'static [(&'static str, &'static str)],
}

/// Every table's layout.
pub const LAYOUTS: [&Layout; 4] = [&tables::RATINGS, &tables::SUBMISSIONS, &tables::SOLUTIONS, &tables::DAYS];

/// Rows, each with a cell for every column of the layout.
#[derive(Debug)]
pub struct Table<'a> {
    pub(super) layout: &'static Layout,
    pub(super) rows: Vec<Vec<Cell<'a>>>,
}

/// One value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell<'a> {
    /// Not known, or there is none.
    Nothing,
    Flag(bool),
    Whole(i64),
    Real(f64),
    /// From outside, or a date.
    Text(Cow<'a, str>),
}

impl Table<'_> {
    /// The word for what it is about, and the stem of its file.
    pub fn name(&self) -> &'static str {
        self.layout.name
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

/// The meaning of every column of every table, as Markdown.
pub fn columns() -> String {
    let mut text = String::new();
    for layout in LAYOUTS {
        text.push_str(&format!(
            "## {}\n\n{}\n\n| Column | Meaning |\n| --- | --- |\n",
            layout.name, layout.about
        ));
        for (name, meaning) in layout.columns {
            text.push_str(&format!("| `{name}` | {meaning} |\n"));
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len() + 1);
    text
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i32> for Cell<'_> {
    fn from(number: i32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<u32> for Cell<'_> {
    fn from(number: u32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<f64> for Cell<'_> {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}

impl From<bool> for Cell<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<jiff::civil::Date> for Cell<'_> {
    fn from(date: jiff::civil::Date) -> Self {
        Self::Text(date.to_string().into())
    }
}

impl From<jiff::Timestamp> for Cell<'_> {
    fn from(at: jiff::Timestamp) -> Self {
        Self::Text(at.to_string().into())
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell<'_> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Cell::Nothing, Into::into)
    }
}
