//! What was imported, in words.

use jiff::Timestamp;

use super::paint::Paint;
use super::table::{Cell, Role, Table, headed};
use crate::lang::Lang;
use crate::model::{ImportSummary, Judge, Update, clean, count};

/// What an import has: "95 contests of Codeforces and AtCoder".
fn contents(summary: &ImportSummary) -> String {
    let ImportSummary { judges, ratings, submissions, problems, solved, .. } = summary;
    let numbers = [(*ratings, "contest"), (*submissions, "submission"), (*problems, "problem")];
    let numbers: Vec<String> = numbers
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| count(number, what))
        .collect();
    if numbers.is_empty() {
        return "nothing".to_owned();
    }
    let judges: Vec<&str> = judges.iter().copied().map(Judge::name).collect();
    let solved = if *problems > 0 { format!(", {solved} of them solved") } else { String::new() };
    format!("{} of {}{solved}", numbers.join(" and "), judges.join(", "))
}

/// What was imported, and how that differs from what the import of that name had.
pub fn imported(summary: &ImportSummary, update: &Update, doubles: usize) -> String {
    let mut news: Vec<String> = [(update.new, "new"), (update.changed, "changed")]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| format!("{number} {what}"))
        .collect();
    if update.removed > 0 {
        news.push(format!("{} of the import before gone", update.removed));
    }
    if doubles > 0 {
        news.push(format!("{doubles} there twice"));
    }
    if news.is_empty() {
        news.push(Paint::Faint.on("nothing new"));
    }
    let name = Paint::Strong.on(clean(&summary.name));
    format!("Imported {}: {}; {}\n", name, contents(summary), news.join(", "))
}

/// A line for each import.
pub fn imports(imports: &[ImportSummary], now: Timestamp) -> String {
    let columns =
        [("import", Role::Title), ("has", Role::Text), ("imported", Role::Text), ("from", Role::Text)];
    let row = |import: &ImportSummary| {
        vec![
            Cell::text(import.name.clone()),
            Cell::words(contents(import)),
            Cell::words(Lang::English.ago(now.duration_since(import.at))),
            Cell::text(import.file.clone()),
        ]
    };
    headed(&Table::new(columns).with(imports.iter().map(row)))
}
