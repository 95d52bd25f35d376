//! Tables on a terminal.

use unicode_width::UnicodeWidthStr as _;

use super::super::hyperlink::linked;
use super::super::paint::Paint;
use super::{Role, Table, Value};
use crate::model::clean;

/// No column is made wider than this; what is longer sticks out.
const WIDEST: usize = 60;

/// A piece of a line.
struct Piece {
    text: String,
    paint: Option<Paint>,
    /// The page that it leads to.
    link: Option<String>,
}

/// The rows as lines, indented by two spaces, with two between columns. Columns without any text are left out.
pub(in super::super) fn bare(table: &Table<'_>) -> String {
    lines(table, Vec::new())
}

/// The rows below a line that names their columns, where those have any text.
pub(in super::super) fn headed(table: &Table<'_>) -> String {
    let is_empty = |place: usize| table.rows.iter().all(|row| row[place].is_empty());
    let head = table.columns.iter().enumerate().map(|(place, column)| Piece {
        text: if is_empty(place) { String::new() } else { column.name.to_string() },
        paint: Some(if column.role == Role::Title { Paint::Strong } else { Paint::Faint }),
        link: None,
    });
    lines(table, vec![head.collect()])
}

fn lines(table: &Table<'_>, head: Vec<Vec<Piece>>) -> String {
    let rows = table.rows.iter().map(|row| {
        let piece = |cell: &super::Cell<'_>| Piece {
            text: cell.shown(table.lang, |text| clean(text).into_owned()),
            paint: cell.paint.or(cell.value.tier().map(Paint::Tier)),
            link: match &cell.value {
                Value::Problem(problem) => problem.link(),
                _ => cell.link.clone(),
            },
        };
        row.iter().map(piece).collect()
    });
    let lines: Vec<Vec<Piece>> = head.into_iter().chain(rows).collect();
    let width =
        |place: usize| lines.iter().map(|line| line[place].text.width()).max().unwrap_or(0).min(WIDEST);
    let widths: Vec<usize> = (0..table.columns.len()).map(width).collect();
    lines.iter().map(|line| set(line, &widths, table)).collect()
}

/// A line of pieces in columns of these widths.
fn set(pieces: &[Piece], widths: &[usize], table: &Table<'_>) -> String {
    let mut line = String::new();
    let mut gap = 2;
    let columns = pieces.iter().zip(widths).zip(table.columns.iter());
    for ((piece, width), column) in columns.filter(|((_, width), _)| **width > 0) {
        let pad = width.saturating_sub(piece.text.width());
        let (before, after) = if column.role.is_number() { (pad, 0) } else { (0, pad) };
        if piece.text.is_empty() {
            gap += before;
        } else {
            line.push_str(&" ".repeat(gap + before));
            let text = piece.paint.map_or_else(|| piece.text.clone(), |paint| paint.on(&piece.text));
            line.push_str(&linked(&text, piece.link.as_deref()));
            gap = 0;
        }
        gap += after + 2;
    }
    line + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_lines_end_with_text() {
        let columns = [("", Role::Text), ("", Role::Text), ("", Role::Number), ("", Role::Text)];
        let table = Table::new(columns).with([
            vec!["abc300_a".into(), "".into(), 7.into(), "민트".into()],
            vec!["x".into(), "".into(), 1200.into(), "".into()],
            vec!["y".into(), "".into(), Value::Nothing.into(), "\u{1b}[1m".into()],
        ]);
        assert_eq!(bare(&table), "  abc300_a     7  민트\n  x         1200\n  y               \u{fffd}[1m\n");
    }
}
