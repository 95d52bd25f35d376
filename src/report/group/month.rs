//! A month of a group's.

use super::super::paint::Paint;
use super::super::table::{Cell, Role, Table, headed};
use super::{fine, short_name};
use crate::answers::group;
use crate::lang::Lang;
use crate::model::{Group, clean, count};
use jiff::civil::Date;

/// `cpt group --month`: a line a member, over the weeks that end in the month.
pub fn group_month(month: &group::GroupMonth, group: &Group, today: Date, columns: usize) -> String {
    let mut text = format!(
        "{}, {} that end in {} ({} to {})\n",
        Paint::Strong.on(clean(&group.name)),
        count(month.weeks.len(), "week"),
        month.to.strftime("%B %Y"),
        Lang::English.day(month.from, today),
        Lang::English.day(month.to, today),
    );
    if month.members.is_empty() {
        text.push_str("Nobody is a member in these weeks yet.\n");
        return text;
    }
    let names = [
        ("Member", Role::Title),
        ("Days", Role::Number),
        ("Solved", Role::Number),
        ("Weeks met", Role::Number),
        ("Excused", Role::Number),
        ("Fine", Role::Number),
    ];
    let rows = month.members.iter().map(|row| {
        let met = if row.weeks_met == row.weeks { Paint::Good } else { Paint::Warn };
        vec![
            Cell::text(short_name(&group.members[row.member].name, columns)),
            Cell::from(row.days),
            Cell::from(row.solved),
            Cell::words(format!("{} of {}", row.weeks_met, row.weeks)).in_paint(met),
            Cell::words(if row.excused_days == 0 { String::new() } else { count(row.excused_days, "day") }),
            fine(row.fine.as_ref()),
        ]
    });
    text.push_str(&headed(&Table::new(names).with(rows)));
    text
}
