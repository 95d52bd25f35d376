//! What was imported, in words.

use jiff::Timestamp;

use super::table::{Cell, Role, Table, headed};
use super::words::import as words;
use crate::lang::Lang;
use crate::model::{ImportSummary, Update, clean};

/// What was imported, and how that differs from what the import of that name had.
pub fn imported(summary: &ImportSummary, update: &Update, doubles: usize, lang: Lang) -> String {
    let contents = words::contents(lang, summary);
    let imported = words::imported(lang, &clean(&summary.name), &contents, update, doubles);
    imported.in_terminal() + "\n"
}

/// A line for each import.
pub fn imports(imports: &[ImportSummary], now: Timestamp, lang: Lang) -> String {
    let [name, contents, imported, file] = words::columns(lang);
    let columns = [(name, Role::Title), (contents, Role::Text), (imported, Role::Text), (file, Role::Text)];
    let row = |import: &ImportSummary| {
        vec![
            Cell::text(import.name.clone()),
            Cell::words(words::contents(lang, import)),
            Cell::words(lang.ago(now.duration_since(import.at))),
            Cell::text(import.file.clone()),
        ]
    };
    headed(&Table::new(columns).said_in(lang).with(imports.iter().map(row)))
}
