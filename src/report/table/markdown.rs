//! Tables in Markdown.

use super::super::escape::{for_link, for_markdown};
use super::{Cell, Role, Table, Value};
use crate::lang::Lang;

/// The table as GitHub's Markdown has it.
pub(in super::super) fn markdown(table: &Table<'_>) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let rule = |role: Role| if role.is_number() { "---:" } else { "---" };
    let head = table.columns.iter().map(|column| column.name.to_string());
    let rules = table.columns.iter().map(|column| rule(column.role).to_owned());
    let mut text = line(head.collect()) + &line(rules.collect());
    text.extend(table.rows.iter().map(|row| line(row.iter().map(|one| cell(one, table.lang)).collect())));
    text
}

fn cell(cell: &Cell<'_>, lang: Lang) -> String {
    let text = cell.shown(lang, for_markdown);
    let link = match &cell.value {
        Value::Problem(problem) => problem.link(),
        _ => cell.link.clone(),
    };
    link.map_or(text.clone(), |link| format!("[{text}]({})", for_link(&link)))
}
