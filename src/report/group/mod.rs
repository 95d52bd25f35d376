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
use super::words::{change, group as words};
use crate::answers::group::{GroupStanding, GroupWeek, MemberRating, MemberStanding};
use crate::lang::Lang;
use crate::model::{Group, Owed, SeriesKey, clean, series_title_in};

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
    /// The language in which they are told.
    pub lang: Lang,
}

/// `cpt group`: a line a member; with `missing` also what of the assignment each lacks.
pub fn group(view: &GroupView<'_>, missing: bool, columns: usize) -> String {
    let GroupView { standing, lang, .. } = *view;
    let mut text = heading(view);
    if standing.members.is_empty() {
        text.push_str(&words::nobody(lang));
        text.push('\n');
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
        let line = words::unsettled(lang, &before.id, &settles(view, before));
        text.push_str(&format!("\n{}\n", Paint::Faint.on(line)));
    }
    text
}

/// "Name, 2026-W48 (23 to 29 November), settles on ...".
fn heading(view: &GroupView<'_>) -> String {
    let group = Paint::Strong.on(clean(&view.group.name));
    format!("{group}{}{}\n", view.lang.comma(), span(view))
}

/// "2026-W48 (23 November – 29 November), settles on ...".
pub(super) fn span(view: &GroupView<'_>) -> String {
    let (week, lang) = (&view.standing.week, view.lang);
    let days = lang.days_between(week.from, week.to, view.today);
    words::span(lang, &week.id, &days, &settles(view, week))
}

/// "settles on Monday, 30 November at 20:00", or when it did.
fn settles(view: &GroupView<'_>, week: &GroupWeek) -> String {
    let at = week.settles_at.to_zoned_datetime(view.zone.clone());
    let hour = at.strftime("%H:%M").to_string();
    words::settles(view.lang, week.settled, at.date(), &hour, view.today)
}

/// The members and how their week stands; `name` makes their names fit.
pub(super) fn table<'v>(view: &GroupView<'v>, name: &dyn Fn(&str) -> String) -> Table<'v> {
    let lang = view.lang;
    let columns = [
        (words::member(lang), Role::Title),
        (words::days(lang), Role::Number),
        (words::solved(lang), Role::Number),
        (words::assigned(lang), Role::Number),
        (words::streak(lang), Role::Number),
        (words::fine(lang), Role::Number),
    ];
    let is_over = view.today > view.standing.week.to;
    let rows = view.standing.members.iter().map(|row| {
        let member = &view.group.members[row.member];
        vec![
            Cell::text(name(&member.name)),
            Cell::from(row.days),
            solved(row, is_over, lang),
            assigned(row, lang),
            streak(row.streak_weeks, lang),
            fine(row.fine.as_ref()),
        ]
    });
    let table = Table::new(columns).said_in(lang).with(rows);
    // The later one first, so that the places hold.
    let has_fine = view.standing.members.iter().any(|row| row.fine.is_some());
    let table = if has_fine { table } else { table.without_column(5) };
    let has_assignment = view.standing.members.iter().any(|row| row.assigned.total > 0);
    if has_assignment { table } else { table.without_column(3) }
}

/// "3 of 5".
fn solved<'a>(row: &MemberStanding, is_over: bool, lang: Lang) -> Cell<'a> {
    if row.excused && row.goal == 0 {
        return Cell::words(words::excused(lang, row.solved)).in_paint(Paint::Faint);
    }
    let text = if row.goal == 0 { row.solved.to_string() } else { words::of(lang, row.solved, row.goal) };
    match (row.met, is_over) {
        _ if row.goal == 0 => Cell::words(text),
        (true, _) => Cell::words(text).in_paint(Paint::Good),
        (false, true) => Cell::words(text).in_paint(Paint::Bad),
        (false, false) => Cell::words(text).in_paint(Paint::Warn),
    }
}

fn assigned<'a>(row: &MemberStanding, lang: Lang) -> Cell<'a> {
    match row.assigned.total {
        0 => Value::Nothing.into(),
        total => Cell::words(words::of(lang, row.assigned.solved, total)),
    }
}

fn streak<'a>(weeks: u32, lang: Lang) -> Cell<'a> {
    if weeks == 0 { Value::Nothing.into() } else { Cell::words(lang.weeks(weeks)) }
}

/// How the week of a member stands, as far as a sentence says; `fine` is what they owe.
fn member_week<'a>(row: &MemberStanding, fine: Option<&'a str>) -> words::MemberWeek<'a> {
    words::MemberWeek {
        solved: row.solved,
        goal: row.goal,
        is_excused: row.excused,
        late: row.late,
        assigned: (row.assigned.total > 0).then_some((row.assigned.solved, row.assigned.total)),
        streak_weeks: row.streak_weeks,
        excused_days: if row.excused { 0 } else { row.excused_days },
        fine,
    }
}

/// What is due, where something is.
fn due(owed: Option<&Owed>) -> Option<String> {
    owed.filter(|owed| owed.amount > 0).map(amount)
}

/// "3000 KRW"; nothing where nothing is due.
pub(super) fn fine<'a>(owed: Option<&Owed>) -> Cell<'a> {
    due(owed).map(Value::from).into()
}

/// "3000 KRW".
pub(super) fn amount(owed: &Owed) -> String {
    format!("{} {}", owed.amount, owed.unit)
}

/// The ratings of the members, a column each series; empty where nobody has any.
pub(super) fn ratings<'v>(view: &GroupView<'v>, name: &dyn Fn(&str) -> String) -> Table<'v> {
    let title = |key: &SeriesKey| series_title_in(view.lang, key.judge, key.track);
    let mut titles: Vec<(&SeriesKey, String)> = Vec::new();
    for rating in view.ratings.iter().flatten() {
        let title = title(&rating.key);
        if !titles.iter().any(|(_, known)| *known == title) {
            titles.push((&rating.key, title));
        }
    }
    titles.sort_by_key(|(key, _)| (key.judge, key.track));
    let columns = std::iter::once(super::table::Column::new(words::rating(view.lang), Role::Title));
    let columns =
        columns.chain(titles.iter().map(|(_, title)| super::table::Column::new(title.clone(), Role::Number)));
    let rows = view.standing.members.iter().zip(view.ratings).filter(|(_, ratings)| !ratings.is_empty());
    let rows = rows.map(|(row, ratings)| {
        let of = |wanted: &str| {
            let rating = ratings.iter().find(|rating| title(&rating.key) == wanted);
            rating.map_or_else(Cell::default, |rating| {
                let colour = rating.key.judge.colour_of(rating.rating);
                let change = rating.change.filter(|change| *change != 0).map(change);
                Cell::from(Value::Rating(rating.rating, colour)).note(change.unwrap_or_default())
            })
        };
        let own = Cell::text(name(&view.group.members[row.member].name));
        std::iter::once(own).chain(titles.iter().map(|(_, title)| of(title))).collect()
    });
    Table { lang: view.lang, columns: Cow::Owned(columns.collect()), rows: rows.collect() }
}

/// What of the assignment each member lacks.
fn missing_lines(view: &GroupView<'_>) -> String {
    let lang = view.lang;
    let lacking = view.standing.members.iter().filter(|row| !row.assigned.missing.is_empty());
    let lines: Vec<String> = lacking
        .map(|row| {
            let missing: Vec<String> =
                row.assigned.missing.iter().map(|one| clean(one.as_str()).into_owned()).collect();
            format!("  {}: {}\n", clean(&view.group.members[row.member].name), missing.join(lang.comma()))
        })
        .collect();
    let is_assigned = view.standing.members.iter().any(|row| row.assigned.total > 0);
    match (lines.is_empty(), is_assigned) {
        (false, _) => format!("\n{}\n{}", Paint::Strong.on(words::missing(lang)), lines.concat()),
        (true, true) => format!("\n{}\n", words::nothing_missing(lang)),
        (true, false) => format!("\n{}\n", words::nothing_assigned(lang)),
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
