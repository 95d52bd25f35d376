//! The study group in words: a week, a month, a member, and the ledger.

mod chat;
mod ledger;
mod member;
mod month;

use std::borrow::Cow;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

pub use self::chat::{Chat, group_block, group_markdown, group_message};
pub(super) use self::ledger::totals;
pub use self::ledger::{changed_weeks, group_ledger};
pub use self::member::group_member;
pub use self::month::group_month;
use super::paint::Paint;
use super::table::{Cell, Role, Table, Value, headed};
use super::words;
use crate::answers::group::{GroupStanding, GroupWeek, MemberRating, MemberStanding};
use crate::lang::Lang;
use crate::model::{Group, Owed, SeriesKey, clean, count};

/// What the other columns of a week take, so that names get the rest.
const OTHER_COLUMNS: usize = 46;

/// The fewest and the most columns that a name gets.
const NAME_COLUMNS: (usize, usize) = (8, 24);

/// A week of a group's, to be told.
#[derive(Clone, Copy)]
pub struct GroupView<'a> {
    /// The group.
    pub group: &'a Group,
    /// How the week stands.
    pub standing: &'a GroupStanding,
    /// The ratings of each member of the standing, in its order.
    pub ratings: &'a [Vec<MemberRating>],
    /// The zone in which moments are told.
    pub zone: &'a TimeZone,
    /// The day it is.
    pub today: Date,
}

/// `cpt group`: a line a member; with `missing` also what of the assignment each lacks.
pub fn group(view: &GroupView<'_>, missing: bool, columns: usize) -> String {
    let GroupView { group, standing, zone, today, .. } = *view;
    let mut text = heading(group, &standing.week, zone, today);
    if standing.members.is_empty() {
        text.push_str("Nobody is a member in this week.\n");
        return text;
    }
    text.push_str(&headed(&table(view, &|name| short_name(name, columns))));
    let ratings = ratings(view, &|name| short_name(name, columns));
    if !ratings.is_empty() {
        text.push('\n');
        text.push_str(&headed(&ratings));
    }
    if missing {
        text.push_str(&missing_lines(view));
    }
    if let Some(before) = &standing.unsettled {
        let id = &before.id;
        text.push_str(&format!(
            "\n{}\n",
            Paint::Faint.on(format_args!("{id} {}: cpt group --week {id}", settles(before, zone, today)))
        ));
    }
    text
}

/// "Name, 2026-W48 (23 to 29 November), settles on ...".
fn heading(group: &Group, week: &GroupWeek, zone: &TimeZone, today: Date) -> String {
    format!("{}, {}\n", Paint::Strong.on(clean(&group.name)), span(week, zone, today))
}

/// "2026-W48 (23 to 29 November), settles on ...".
pub(super) fn span(week: &GroupWeek, zone: &TimeZone, today: Date) -> String {
    let (from, to) = (Lang::English.day(week.from, today), Lang::English.day(week.to, today));
    format!("{} ({from} to {to}), {}", week.id, settles(week, zone, today))
}

/// "settles on Monday, 30 November at 20:00", or when it did.
pub(super) fn settles(week: &GroupWeek, zone: &TimeZone, today: Date) -> String {
    let verb = if week.settled { "settled" } else { "settles" };
    let at = week.settles_at.to_zoned_datetime(zone.clone());
    let day = Lang::English.day(at.date(), today);
    format!("{verb} on {}, {day} at {}", at.strftime("%A"), at.strftime("%H:%M"))
}

/// The members and how their week stands; `name` makes their names fit.
pub(super) fn table<'v>(view: &GroupView<'v>, name: &dyn Fn(&str) -> String) -> Table<'v> {
    let columns = [
        ("Member", Role::Title),
        ("Days", Role::Number),
        ("Solved", Role::Number),
        ("Assigned", Role::Number),
        ("Streak", Role::Number),
        ("Fine", Role::Number),
    ];
    let is_over = view.today > view.standing.week.to;
    let rows = view.standing.members.iter().map(|row| {
        let member = &view.group.members[row.member];
        vec![
            Cell::text(name(&member.name)),
            Cell::from(row.days),
            solved(row, is_over),
            assigned(row),
            streak(row.streak_weeks),
            fine(row.fine.as_ref()),
        ]
    });
    let table = Table::new(columns).with(rows);
    let has_assignment = view.standing.members.iter().any(|row| row.assigned.total > 0);
    let table = if has_assignment { table } else { table.without("Assigned") };
    if view.standing.members.iter().any(|row| row.fine.is_some()) { table } else { table.without("Fine") }
}

/// "3 of 5".
fn solved<'a>(row: &MemberStanding, is_over: bool) -> Cell<'a> {
    if row.excused && row.goal == 0 {
        let more = if row.solved > 0 { format!("{}, excused", row.solved) } else { "excused".to_owned() };
        return Cell::words(more).in_paint(Paint::Faint);
    }
    let text = if row.goal == 0 { row.solved.to_string() } else { format!("{} of {}", row.solved, row.goal) };
    match (row.met, is_over) {
        _ if row.goal == 0 => Cell::words(text),
        (true, _) => Cell::words(text).in_paint(Paint::Good),
        (false, true) => Cell::words(text).in_paint(Paint::Bad),
        (false, false) => Cell::words(text).in_paint(Paint::Warn),
    }
}

fn assigned<'a>(row: &MemberStanding) -> Cell<'a> {
    match row.assigned.total {
        0 => Value::Nothing.into(),
        total => Cell::words(format!("{} of {total}", row.assigned.solved)),
    }
}

fn streak<'a>(weeks: u32) -> Cell<'a> {
    if weeks == 0 { Value::Nothing.into() } else { Cell::words(count(weeks, "week")) }
}

/// "3000 KRW"; nothing where nothing is due.
pub(super) fn fine<'a>(owed: Option<&Owed>) -> Cell<'a> {
    owed.filter(|owed| owed.amount > 0).map(|owed| Value::from(amount(owed))).into()
}

/// "3000 KRW".
pub(super) fn amount(owed: &Owed) -> String {
    format!("{} {}", owed.amount, owed.unit)
}

/// The ratings of the members, a column each series; empty where nobody has any.
pub(super) fn ratings<'v>(view: &GroupView<'v>, name: &dyn Fn(&str) -> String) -> Table<'v> {
    let mut titles: Vec<(&SeriesKey, String)> = Vec::new();
    for rating in view.ratings.iter().flatten() {
        let title = rating.key.title();
        if !titles.iter().any(|(_, known)| *known == title) {
            titles.push((&rating.key, title));
        }
    }
    titles.sort_by_key(|(key, _)| (key.judge, key.track));
    let columns = std::iter::once(super::table::Column::new("Rating", Role::Title));
    let columns =
        columns.chain(titles.iter().map(|(_, title)| super::table::Column::new(title.clone(), Role::Number)));
    let rows = view.standing.members.iter().zip(view.ratings).filter(|(_, ratings)| !ratings.is_empty());
    let rows = rows.map(|(row, ratings)| {
        let of = |title: &str| {
            let rating = ratings.iter().find(|rating| rating.key.title() == title);
            rating.map_or_else(Cell::default, |rating| {
                let colour = rating.key.judge.colour_of(rating.rating);
                let change = rating.change.filter(|change| *change != 0).map(words::change);
                Cell::from(Value::Rating(rating.rating, colour)).note(change.unwrap_or_default())
            })
        };
        let own = Cell::text(name(&view.group.members[row.member].name));
        std::iter::once(own).chain(titles.iter().map(|(_, title)| of(title))).collect()
    });
    Table { lang: Lang::English, columns: Cow::Owned(columns.collect()), rows: rows.collect() }
}

/// What of the assignment each member lacks.
fn missing_lines(view: &GroupView<'_>) -> String {
    let lacking = view.standing.members.iter().filter(|row| !row.assigned.missing.is_empty());
    let lines: Vec<String> = lacking
        .map(|row| {
            let missing: Vec<String> =
                row.assigned.missing.iter().map(|one| clean(one.as_str()).into_owned()).collect();
            format!("  {}: {}\n", clean(&view.group.members[row.member].name), missing.join(", "))
        })
        .collect();
    let is_assigned = view.standing.members.iter().any(|row| row.assigned.total > 0);
    match (lines.is_empty(), is_assigned) {
        (false, _) => format!("\n{}\n{}", Paint::Strong.on("Missing"), lines.concat()),
        (true, true) => "\nNothing that is assigned is missing.\n".to_owned(),
        (true, false) => "\nNothing is assigned in this week.\n".to_owned(),
    }
}

/// A name that leaves room for the other columns.
fn short_name(name: &str, columns: usize) -> String {
    let most = columns.saturating_sub(OTHER_COLUMNS).clamp(NAME_COLUMNS.0, NAME_COLUMNS.1);
    let name = clean(name);
    if name.width() <= most {
        return name.into_owned();
    }
    let mut short = String::new();
    for c in name.chars() {
        if short.width() + c.width().unwrap_or(0) + 1 > most {
            break;
        }
        short.push(c);
    }
    short + "\u{2026}"
}
