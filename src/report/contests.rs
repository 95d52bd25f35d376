//! Contests in words: those to come, and those that one took part in.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::links;
use super::paint::Paint;
use super::table::{Cell, Role, Table, Value, bare};
use crate::answers::{ComingContest, ContestTaken, Contests, Participated};
use crate::lang::Lang;
use crate::model::{Contest, Judge, RatedFor, RatingRange, series_title};

/// `cpt contests`: at most `most` lines of each kind.
pub fn contests(contests: &Contests<'_>, most: usize, now: Timestamp, zone: &TimeZone) -> String {
    let mut text = format!("{}\n", Paint::Strong.on("Coming"));
    if contests.coming.is_empty() {
        text.push_str("  No contest is announced in the lists that were fetched\n");
    }
    text.push_str(&bare(&coming(contests.coming.iter().take(most).copied(), now, zone)));
    text.push_str(&rest(contests.coming.len(), most));
    for judge in &contests.untold {
        let note = format!("What comes at {judge} was not fetched yet: {}", calendar(*judge));
        text.push_str(&format!("  {}\n", Paint::Faint.on(note)));
    }
    text.push_str(&format!("\n{}\n", Paint::Strong.on("Past")));
    if contests.past.is_empty() {
        text.push_str(if contests.is_past_known {
            "  You have taken part in none yet\n"
        } else {
            "  What you took part in was not fetched yet\n"
        });
    }
    text.push_str(&bare(&past(contests.past.iter().take(most), zone).without("Series")));
    text.push_str(&rest(contests.past.len(), most));
    text
}

/// Where a judge announces contests.
fn calendar(judge: Judge) -> &'static str {
    judge.spec().problems.contests_page
}

/// The page of a contest to come.
pub(super) fn announcement(contest: &Contest) -> String {
    format!("{}/{}", calendar(contest.judge).trim_end_matches('/'), contest.id)
}

/// How many lines were left out.
fn rest(all: usize, most: usize) -> String {
    match all.saturating_sub(most) {
        0 => String::new(),
        more => format!("  {}\n", Paint::Faint.on(format_args!("and {more} more: --all"))),
    }
}

/// A table of contests to come, as they are ordered there.
pub(super) fn coming<'a>(
    contests: impl IntoIterator<Item = ComingContest<'a>>,
    now: Timestamp,
    zone: &TimeZone,
) -> Table<'a> {
    let columns = [
        ("In", Role::Text),
        ("Start", Role::Text),
        ("Length", Role::Number),
        ("Contest", Role::Text),
        ("Rated", Role::Text),
        ("Link", Role::Text),
    ];
    Table::new(columns).with(contests.into_iter().map(|one| coming_row(&one, now, zone)))
}

/// When a contest begins: "Sat 5 Dec 21:00".
pub(super) fn start(contest: &Contest, zone: &TimeZone) -> String {
    let start = contest.start.unwrap_or_default();
    start.to_zoned_datetime(zone.clone()).strftime("%a %-d %b %H:%M").to_string()
}

fn coming_row<'a>(one: &ComingContest<'a>, now: Timestamp, zone: &TimeZone) -> Vec<Cell<'a>> {
    let contest = one.contest;
    let soon = match one.start.duration_since(now) {
        left if left.is_positive() => Cell::words(Lang::English.soon(left)),
        _ => Cell::words("now").in_paint(Paint::Good),
    };
    let length = SignedDuration::from_secs(contest.seconds.try_into().unwrap_or(i64::MAX));
    let rated = Cell::words(rated_words(one));
    vec![
        soon,
        Cell::words(start(contest, zone)),
        Value::Duration(length).into(),
        Cell::text(&*contest.name).link(links::announcement(contest)),
        if one.for_you == Some(true) { rated.in_paint(Paint::Good) } else { rated },
        Cell::text(announcement(contest)).in_paint(Paint::Faint),
    ]
}

/// "rated for you", "not for you: rated 1600 to 2999", "unrated"; empty where nothing tells.
pub(super) fn rated_words(one: &ComingContest<'_>) -> String {
    let range = one.range().map(range_words);
    match (one.rated, one.for_you, range) {
        (None, ..) => String::new(),
        (Some(RatedFor::Nobody), ..) => "unrated".to_owned(),
        (_, Some(true), _) => "rated for you".to_owned(),
        (_, Some(false), Some(range)) => format!("not for you: rated {range}"),
        (.., range) => format!("rated {}", range.unwrap_or_default()),
    }
}

/// "up to 1999", "1600 to 2999", "from 2000", "for everybody".
fn range_words(range: RatingRange) -> String {
    match (range.from, range.to) {
        (None, None) => "for everybody".to_owned(),
        (None, Some(to)) => format!("up to {to}"),
        (Some(from), None) => format!("from {from}"),
        (Some(from), Some(to)) => format!("{from} to {to}"),
    }
}

/// A table of contests that one took part in, as they are ordered there.
pub(super) fn past<'a>(
    contests: impl IntoIterator<Item = &'a ContestTaken<'a>>,
    zone: &TimeZone,
) -> Table<'a> {
    let columns = [
        ("Day", Role::Text),
        ("Series", Role::Choice),
        ("Contest", Role::Text),
        ("Place", Role::Number),
        ("Performance", Role::Number),
        ("Rating", Role::Number),
        ("Change", Role::Number),
        ("Problems", Role::Text),
    ];
    Table::new(columns).with(contests.into_iter().map(|one| past_row(one, zone)))
}

fn past_row<'a>(one: &'a ContestTaken<'a>, zone: &TimeZone) -> Vec<Cell<'a>> {
    let colour = |rating| one.judge.colour_of(rating);
    let series = match one.track {
        Some(track) => series_title(one.judge, track),
        None => one.judge.to_string(),
    };
    let change = match (one.change, one.participated) {
        (Some((old, new)), _) => Value::Change(new.saturating_sub(old)).into(),
        (None, Participated::Virtual) => Cell::words("virtual"),
        (None, _) => Cell::words("unrated"),
    };
    vec![
        Cell::from(one.at.to_zoned_datetime(zone.clone()).date()).in_paint(Paint::Faint),
        Cell::words(series),
        Cell::text(&*one.name).link(links::contest(one.judge, &one.id)),
        one.place.map(Value::Place).into(),
        one.performance.map(|told| Value::Performance(told, colour(told.number()))).into(),
        one.change.map(|(_, new)| Value::Rating(new, colour(new))).into(),
        change,
        Cell::words(solved(one)),
    ]
}

/// "4 of 6 solved, 1 more since".
fn solved(one: &ContestTaken<'_>) -> String {
    let of = if one.problems > 0 { format!(" of {}", one.problems) } else { String::new() };
    let since =
        if one.solved_after > 0 { format!(", {} more since", one.solved_after) } else { String::new() };
    format!("{}{of} solved{since}", one.solved_in)
}
