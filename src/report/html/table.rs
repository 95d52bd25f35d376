//! A table of the page, whatever it lists.

use std::borrow::Cow;

use jiff::civil::Date;

use super::short;
use crate::model::Colour;

/// A section with a table.
pub(super) struct Table {
    pub id: &'static str,
    pub title: &'static str,
    /// What it lists, or why there is nothing.
    pub note: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

pub(super) struct Column {
    pub title: &'static str,
    pub kind: Kind,
}

/// How a column is sorted and set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Number,
    /// Text of which there are few, to choose from.
    Choice,
}

impl Kind {
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Choice => "choice",
        }
    }
}

impl Table {
    pub fn columns<const N: usize>(columns: [(&'static str, Kind); N]) -> Vec<Column> {
        columns.map(|(title, kind)| Column { title, kind }).into()
    }
}

/// A cell.
#[derive(Default)]
pub(super) struct Cell {
    pub text: String,
    /// How it is set: classes of the style sheet, or nothing.
    pub class: Cow<'static, str>,
    /// Where it leads; empty where nowhere.
    pub link: String,
}

impl Cell {
    /// A text from outside.
    pub fn text(text: &str) -> Self {
        Self { text: short(text), ..Self::default() }
    }

    /// A number, or words about one.
    pub fn number(text: String) -> Self {
        Self { text, class: "n".into(), ..Self::default() }
    }

    pub fn maybe(number: Option<impl ToString>) -> Self {
        Self::number(number.map_or_else(String::new, |number| number.to_string()))
    }

    pub fn date(date: Date) -> Self {
        Self { text: date.to_string(), class: "d".into(), ..Self::default() }
    }

    pub fn link(self, link: String) -> Self {
        Self { link, ..self }
    }

    /// With a dot of that colour before it.
    pub fn tier(self, colour: Option<Colour>) -> Self {
        match colour {
            Some(colour) => Self { class: format!("{} tier-{colour}", self.class).into(), ..self },
            None => self,
        }
    }
}
