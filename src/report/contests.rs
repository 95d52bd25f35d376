//! Contests in words: those to come, and those that one took part in.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::paint::Paint;
use super::table::{Cell, table};
use super::words;
use crate::answers::{ContestTaken, Contests, Participated, Performance, PerformanceEstimate};
use crate::model::{Contest, Judge, clean, count};

/// `cpt contests`: at most `most` lines of each kind.
pub fn contests(contests: &Contests<'_>, most: usize, now: Timestamp, zone: &TimeZone) -> String {
    let mut text = format!("{}\n", Paint::Strong.on("Coming"));
    if contests.coming.is_empty() {
        text.push_str("  No contest is announced in the lists that were fetched\n");
    }
    let rows: Vec<Vec<Cell>> =
        contests.coming.iter().take(most).map(|one| coming_row(one, now, zone)).collect();
    text.push_str(&table(&rows));
    text.push_str(&rest(contests.coming.len(), most));
    for judge in &contests.untold {
        let note = format!("What comes at {judge} is in no list that cpt fetches: {}", calendar(*judge));
        text.push_str(&format!("  {}\n", Paint::Faint.on(note)));
    }
    text.push_str(&format!("\n{}\n", Paint::Strong.on("Past")));
    if contests.past.is_empty() {
        text.push_str("  You have taken part in none yet\n");
    }
    let rows: Vec<Vec<Cell>> = contests.past.iter().take(most).map(|one| past_row(one, zone)).collect();
    text.push_str(&table(&rows));
    text.push_str(&rest(contests.past.len(), most));
    text
}

/// Where a judge announces contests.
fn calendar(judge: Judge) -> &'static str {
    judge.spec().problems.contests_page
}

/// Where a contest to come is announced.
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

fn coming_row(contest: &Contest, now: Timestamp, zone: &TimeZone) -> Vec<Cell> {
    let start = contest.start.unwrap_or_default();
    let soon = match start.duration_since(now) {
        left if left.is_positive() => Cell::new(words::soon(left)),
        _ => Cell::new("now").in_paint(Paint::Good),
    };
    let local = start.to_zoned_datetime(zone.clone()).strftime("%a %-d %b %H:%M").to_string();
    vec![
        soon,
        Cell::new(local),
        Cell::number(length(contest.seconds)),
        Cell::new(&contest.name),
        Cell::new(announcement(contest)).in_paint(Paint::Faint),
    ]
}

/// "2:30", or "10 days".
fn length(seconds: u64) -> String {
    let hours = seconds / 3600;
    if hours >= 48 { count(hours / 24, "day") } else { format!("{hours}:{:02}", seconds / 60 % 60) }
}

fn past_row(one: &ContestTaken<'_>, zone: &TimeZone) -> Vec<Cell> {
    let day = one.at.to_zoned_datetime(zone.clone()).date();
    let performance = Cell::number(one.performance.map(performance_words).unwrap_or_default());
    let performance = match one.performance {
        Some(told) => performance.in_paint(Paint::Tier(one.judge.colour_of(number(told)))),
        None => performance,
    };
    let change = match (one.change, one.participated) {
        (Some((old, new)), _) => format!("{new} ({})", words::change(new.saturating_sub(old))),
        (None, Participated::Virtual) => "virtual".to_owned(),
        (None, _) => "unrated".to_owned(),
    };
    let place = one.place.map(|place| format!("#{place}")).unwrap_or_default();
    vec![
        Cell::new(day).in_paint(Paint::Faint),
        Cell::new(clean(&one.name)),
        Cell::number(place),
        performance,
        Cell::new(change),
        Cell::new(solved(one)),
    ]
}

/// "1481", "~1169" for an estimate, "≤800" for an upper bound.
pub(super) fn performance_words(performance: Performance) -> String {
    match performance {
        Performance::Published(performance) => performance.to_string(),
        Performance::Estimated(PerformanceEstimate::About(performance)) => format!("~{performance}"),
        Performance::Estimated(PerformanceEstimate::AtMost(performance)) => format!("\u{2264}{performance}"),
    }
}

/// "4 of 6 solved, 1 more since".
pub(super) fn solved(one: &ContestTaken<'_>) -> String {
    let of = if one.problems > 0 { format!(" of {}", one.problems) } else { String::new() };
    let since =
        if one.solved_after > 0 { format!(", {} more since", one.solved_after) } else { String::new() };
    format!("{}{of} solved{since}", one.solved_in)
}

fn number(performance: Performance) -> i32 {
    match performance {
        Performance::Published(performance) => performance,
        Performance::Estimated(estimate) => estimate.number(),
    }
}
