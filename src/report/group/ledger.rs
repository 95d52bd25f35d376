//! Fines and excuses since the beginning.

use super::super::paint::Paint;
use super::super::table::{Cell, Role, Table, headed};
use super::{amount, fine, short_name};
use crate::answers::group::{ChangedRow, Ledger, LedgerWeek};
use crate::model::{Group, SettledRow, clean, count};

/// `cpt group ledger`: what each week cost whom, who was excused, and the sums.
pub fn group_ledger(ledger: &Ledger, group: &Group, columns: usize) -> String {
    if ledger.weeks.is_empty() {
        return "No week has ended yet.\n".to_owned();
    }
    let mut text =
        format!("{}, {}\n", Paint::Strong.on(clean(&group.name)), count(ledger.weeks.len(), "week"));
    let rows = ledger.weeks.iter().flat_map(|week| rows(week, columns));
    let names = [
        ("Week", Role::Title),
        ("Member", Role::Text),
        ("Solved", Role::Number),
        ("Excused", Role::Number),
        ("Fine", Role::Number),
    ];
    let table = Table::new(names).with(rows);
    if table.is_empty() {
        text.push_str("Every goal was met, and nobody was excused.\n");
    } else {
        text.push_str(&headed(&table));
    }
    let totals = totals(ledger, &|name| short_name(name, columns));
    if !totals.is_empty() {
        text.push('\n');
        text.push_str(&headed(&totals));
    }
    text
}

/// What each member owes for the settled weeks; empty where there are no fines. `name` makes their names fit.
pub(in super::super) fn totals<'a>(ledger: &'a Ledger, name: &dyn Fn(&str) -> String) -> Table<'a> {
    let table = Table::new([("Total of settled weeks", Role::Title), ("Fine", Role::Number)]);
    if ledger.totals.iter().all(|(_, owed)| owed.is_none()) {
        return table;
    }
    table.with(ledger.totals.iter().map(|(of, owed)| {
        let owed = owed.as_ref().map_or_else(String::new, amount);
        vec![Cell::text(name(of)), Cell::text(owed)]
    }))
}

/// Who missed the goal or was excused in a week.
fn rows<'a>(week: &'a LedgerWeek, columns: usize) -> Vec<Vec<Cell<'a>>> {
    let told = week.rows.iter().filter(|row| !row.met() || row.excused_days > 0);
    let row = |(nth, row): (usize, &'a SettledRow)| {
        let open = if week.week.settled { "" } else { " (open)" };
        let id = if nth == 0 { format!("{}{open}", week.week.id) } else { String::new() };
        let solved = format!("{} of {}", row.solved, row.goal);
        let excused = match row.excused_days {
            0 => String::new(),
            _ if row.excused => "all of it".to_owned(),
            days => count(days, "day"),
        };
        vec![
            Cell::text(id),
            Cell::text(short_name(&row.name, columns)),
            Cell::words(if row.goal == 0 { row.solved.to_string() } else { solved }),
            Cell::words(excused).in_paint(Paint::Faint),
            fine(row.fine.as_ref()),
        ]
    };
    told.enumerate().map(row).collect()
}

/// What of settled weeks would be another by what is known now, a line each; empty where nothing is.
pub fn changed_weeks(changed: &[ChangedRow]) -> String {
    if changed.is_empty() {
        return String::new();
    }
    let said = |row: Option<&SettledRow>| match row {
        None => "no member".to_owned(),
        Some(row) => {
            let owed = row.fine.as_ref().filter(|owed| owed.amount > 0);
            let owed = owed.map_or_else(String::new, |owed| format!(", {}", clean(&amount(owed))));
            let excused = if row.excused_days > 0 { ", excused" } else { "" };
            format!("{} of {}{excused}{owed}", row.solved, row.goal)
        }
    };
    let lines = changed.iter().map(|row| {
        let (kept, now) = (said(row.kept.as_ref()), said(row.now.as_ref()));
        format!("  {}, {}: {kept}; now it would be {now}\n", row.week, clean(&row.name))
    });
    format!("Settled weeks stay as they were settled:\n{}", lines.collect::<String>())
}
