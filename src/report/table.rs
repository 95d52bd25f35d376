//! Rows in columns.

use std::fmt::Display;

use unicode_width::UnicodeWidthStr as _;

use super::paint::Paint;
use crate::model::clean;

/// No column is made wider than this; what is longer sticks out.
const WIDEST: usize = 60;

/// A place in a table. Its text may come from outside.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    text: String,
    paint: Option<Paint>,
    right: bool,
}

impl Cell {
    /// Text, flush left.
    pub fn new(text: impl Display) -> Self {
        Self { text: clean(&text.to_string()).into_owned(), paint: None, right: false }
    }

    /// A number, flush right.
    pub fn number(text: impl Display) -> Self {
        Self { right: true, ..Self::new(text) }
    }

    /// The same in a paint.
    pub fn in_paint(self, paint: Paint) -> Self {
        Self { paint: Some(paint), ..self }
    }
}

/// The rows as lines, indented by two spaces, with two between columns. Columns without any text are left out.
pub(super) fn table(rows: &[Vec<Cell>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.text.width())
            .max()
            .unwrap_or(0)
            .min(WIDEST)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        let mut gap = 2;
        for (cell, width) in row.iter().zip(&widths).filter(|(_, width)| **width > 0) {
            let pad = width.saturating_sub(cell.text.width());
            let (before, after) = if cell.right { (pad, 0) } else { (0, pad) };
            if cell.text.is_empty() {
                gap += before;
            } else {
                line.push_str(&" ".repeat(gap + before));
                line.push_str(&cell.paint.map_or_else(|| cell.text.clone(), |paint| paint.on(&cell.text)));
                gap = 0;
            }
            gap += after + 2;
        }
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// The rows below a line that names their columns, where those have any text.
pub(super) fn headed<const N: usize>(names: [&str; N], rows: &[Vec<Cell>]) -> String {
    let is_empty =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).all(|cell| cell.text.is_empty());
    let is_right = |column: usize| rows.iter().filter_map(|row| row.get(column)).any(|cell| cell.right);
    let head = names.iter().enumerate().map(|(column, name)| {
        let name = if is_empty(column) { "" } else { name };
        Cell { right: is_right(column), ..Cell::new(name) }.in_paint(Paint::Faint)
    });
    let all: Vec<Vec<Cell>> = std::iter::once(head.collect()).chain(rows.iter().cloned()).collect();
    table(&all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_lines_end_with_text() {
        let rows = [
            vec![Cell::new("abc300_a"), Cell::new(""), Cell::number(7), Cell::new("민트")],
            vec![Cell::new("x"), Cell::new(""), Cell::number(1200), Cell::new("")],
            vec![Cell::new("y"), Cell::new(""), Cell::default(), Cell::new("\u{1b}[1m")],
        ];
        let shown = table(&rows);
        assert_eq!(shown, "  abc300_a     7  민트\n  x         1200\n  y               \u{fffd}[1m\n");
    }
}
