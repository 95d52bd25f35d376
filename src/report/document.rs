//! A text with headings, lists, tables and pictures, and how Markdown has it; the page has it from a template.

use std::fmt::Display;

use unicode_width::UnicodeWidthStr as _;

use super::escape::{for_address, for_link, for_markdown};
use super::table::{self, Table};
use crate::lang::{self, Text};

/// A part of a line.
#[derive(Debug, Clone)]
pub(super) enum Part {
    /// Our own words.
    Words(String),
    /// What the eye should find first.
    Strong(String),
    /// Text from outside.
    Name(String),
    /// Text from outside, and where it leads.
    Link(String, String),
}

/// A line of text.
pub(super) type Line = Vec<Part>;

impl Part {
    fn text(&self) -> &str {
        match self {
            Self::Words(text) | Self::Strong(text) | Self::Name(text) | Self::Link(text, _) => text,
        }
    }
}

impl Text for Line {
    fn marked(mut self) -> Self {
        let [begin, end] = lang::marks(self.iter().map(|part| part.text().width()).sum());
        self.insert(0, words(begin));
        self.push(words(end));
        self
    }
}

/// What stands below each other.
#[derive(Debug)]
pub(super) enum Block {
    Heading(usize, String),
    Paragraph(Line),
    List(Vec<Line>),
    Table(Table<'static>),
    /// The picture of that number.
    Picture(usize),
}

/// Our own words.
pub(super) fn words(text: impl Into<String>) -> Part {
    Part::Words(text.into())
}

/// What the eye should find first.
pub(super) fn strong(text: impl Display) -> Part {
    Part::Strong(text.to_string())
}

/// What `tell` makes of each, one after the other.
fn each<T>(all: &[T], tell: impl Fn(&T) -> String) -> String {
    all.iter().map(tell).collect::<Vec<_>>().concat()
}

/// As Markdown; of each picture what it says and its file.
pub(super) fn markdown(blocks: &[Block], pictures: &[(String, String)]) -> String {
    let line = |parts: &Line| parts.iter().map(markdown_part).collect::<String>();
    let block = |block: &Block| match block {
        Block::Heading(level, text) => format!("{} {text}\n", "#".repeat(*level)),
        Block::Paragraph(parts) => line(parts) + "\n",
        Block::List(lines) => each(lines, |parts| format!("- {}\n", line(parts))),
        Block::Table(table) => table::markdown(table),
        Block::Picture(nth) => match pictures.get(*nth) {
            Some((alt, file)) => format!("![{}]({})\n", for_markdown(alt), for_address(file)),
            None => String::new(),
        },
    };
    blocks.iter().map(block).collect::<Vec<_>>().join("\n")
}

fn markdown_part(part: &Part) -> String {
    match part {
        Part::Words(text) => text.clone(),
        Part::Strong(text) => format!("**{text}**"),
        Part::Name(text) => for_markdown(text),
        Part::Link(text, url) => {
            format!("[{}]({})", for_markdown(text), for_link(url))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::{Cell, Role};
    use super::*;

    #[test]
    fn names_stay_text() {
        let hostile = "<script>x</script> | [a](b) **\"".to_owned();
        let link = Part::Link(hostile.clone(), "https://example.com/?a=\"b\")&c".to_owned());
        let table = Table::new([("Judge", Role::Text), ("n", Role::Number)]);
        let blocks = [
            Block::Heading(2, "A year".to_owned()),
            Block::List(vec![vec![words("In "), Part::Name(hostile.clone()), link]]),
            Block::Table(table.with([vec![Cell::text(hostile), 1.into()]])),
            Block::Picture(0),
        ];
        let pictures = [("A \"b\"".to_owned(), "my year/a.svg".to_owned())];
        insta::assert_snapshot!("hostile_markdown", markdown(&blocks, &pictures));
    }
}
