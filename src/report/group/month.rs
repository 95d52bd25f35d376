//! A month of a group's.

use super::super::paint::Paint;
use super::super::table::{Cell, Role, Table, headed};
use super::{fine, short_name};
use crate::answers::group;
use crate::lang::Lang;
use crate::model::{Group, clean};
use crate::report::words::group as words;
use jiff::civil::Date;

/// `cpt group --month`: a line a member, over the weeks that end in the month.
pub fn group_month(
    month: &group::GroupMonth,
    group: &Group,
    today: Date,
    columns: usize,
    lang: Lang,
) -> String {
    let days = lang.days_between(month.from, month.to, today);
    let heading = words::month(lang, month.weeks.len(), month.to, &days);
    let mut text = format!("{}{}{heading}\n", Paint::Strong.on(clean(&group.name)), lang.comma());
    if month.members.is_empty() {
        text.push_str(&words::nobody_in_month(lang));
        text.push('\n');
        return text;
    }
    let names = [
        (words::member(lang), Role::Title),
        (words::days(lang), Role::Number),
        (words::solved(lang), Role::Number),
        (words::weeks_met(lang), Role::Number),
        (words::excused_days(lang), Role::Number),
        (words::fine(lang), Role::Number),
    ];
    let rows = month.members.iter().map(|row| {
        let met = if row.weeks_met == row.weeks { Paint::Good } else { Paint::Warn };
        vec![
            Cell::text(short_name(&group.members[row.member].name, columns)),
            Cell::from(row.days),
            Cell::from(row.solved),
            Cell::words(words::of(lang, row.weeks_met, row.weeks)).in_paint(met),
            Cell::words(if row.excused_days == 0 { String::new() } else { lang.days(row.excused_days) }),
            fine(row.fine.as_ref()),
        ]
    });
    text.push_str(&headed(&Table::new(names).said_in(lang).with(rows)));
    text
}
