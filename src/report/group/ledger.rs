//! Fines and excuses since the beginning.

use super::super::paint::Paint;
use super::super::table::{Cell, Role, Table, headed};
use super::super::words::group as words;
use super::{amount, due, fine, short_name};
use crate::answers::group::{ChangedRow, Ledger, LedgerWeek};
use crate::lang::Lang;
use crate::model::{Group, SettledRow, clean};

/// `cpt group ledger`: what each week cost whom, who was excused, and the sums.
pub fn group_ledger(ledger: &Ledger, group: &Group, columns: usize, lang: Lang) -> String {
    if ledger.weeks.is_empty() {
        return format!("{}\n", words::no_week(lang));
    }
    let name = Paint::Strong.on(clean(&group.name));
    let mut text = format!("{name}{}{}\n", lang.comma(), lang.weeks(ledger.weeks.len() as u64));
    let rows = ledger.weeks.iter().flat_map(|week| rows(week, columns, lang));
    let names = [
        (words::week(lang), Role::Title),
        (words::member(lang), Role::Text),
        (words::solved(lang), Role::Number),
        (words::excused_days(lang), Role::Number),
        (words::fine(lang), Role::Number),
    ];
    let table = Table::new(names).said_in(lang).with(rows);
    if table.is_empty() {
        text.push_str(&words::all_met(lang));
        text.push('\n');
    } else {
        text.push_str(&headed(&table));
    }
    let totals = totals(ledger, &|name| short_name(name, columns), lang);
    if !totals.is_empty() {
        text.push('\n');
        text.push_str(&headed(&totals));
    }
    text
}

/// What each member owes for the settled weeks; empty where there are no fines. `name` makes their names fit.
pub(in super::super) fn totals<'a>(
    ledger: &'a Ledger,
    name: &dyn Fn(&str) -> String,
    lang: Lang,
) -> Table<'a> {
    let names = [(words::total(lang), Role::Title), (words::fine(lang), Role::Number)];
    let table = Table::new(names).said_in(lang);
    if ledger.totals.iter().all(|(_, owed)| owed.is_none()) {
        return table;
    }
    table.with(ledger.totals.iter().map(|(of, owed)| {
        let owed = owed.as_ref().map_or_else(String::new, amount);
        vec![Cell::text(name(of)), Cell::text(owed)]
    }))
}

/// Who missed the goal or was excused in a week.
fn rows<'a>(week: &'a LedgerWeek, columns: usize, lang: Lang) -> Vec<Vec<Cell<'a>>> {
    let told = week.rows.iter().filter(|row| !row.met() || row.excused_days > 0);
    let row = |(nth, row): (usize, &'a SettledRow)| {
        let id = match nth {
            0 if week.week.settled => Cell::text(week.week.id.clone()),
            0 => Cell::words(words::open(lang, &week.week.id)),
            _ => Cell::text(String::new()),
        };
        let excused = match row.excused_days {
            0 => String::new(),
            _ if row.excused => words::whole_week(lang).into_owned(),
            days => lang.days(days),
        };
        let solved =
            if row.goal == 0 { row.solved.to_string() } else { words::of(lang, row.solved, row.goal) };
        vec![
            id,
            Cell::text(short_name(&row.name, columns)),
            Cell::words(solved),
            Cell::words(excused).in_paint(Paint::Faint),
            fine(row.fine.as_ref()),
        ]
    };
    told.enumerate().map(row).collect()
}

/// What of settled weeks would be another by what is known now, a line each; empty where nothing is.
pub fn changed_weeks(changed: &[ChangedRow], lang: Lang) -> String {
    if changed.is_empty() {
        return String::new();
    }
    let said = |row: Option<&SettledRow>| match row {
        None => words::no_member(lang).into_owned(),
        Some(row) => {
            let owed = due(row.fine.as_ref()).map(|owed| clean(&owed).into_owned());
            words::settled_row(lang, row.solved, row.goal, row.excused_days > 0, owed.as_deref())
        }
    };
    let lines = changed.iter().map(|row| {
        let (kept, now) = (said(row.kept.as_ref()), said(row.now.as_ref()));
        format!("  {}\n", words::change(lang, &row.week, &clean(&row.name), &kept, &now))
    });
    format!("{}\n{}", words::changed(lang), lines.collect::<String>())
}
