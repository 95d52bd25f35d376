//! Contests in words: those to come, and those that one took part in.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::links;
use super::paint::Paint;
use super::table::{Cell, Role, Table, Value, bare};
use super::words::contests as words;
use crate::answers::{ComingContest, ContestTaken, Contests, Participated};
use crate::lang::Lang;
use crate::model::{Contest, Judge, RatedFor, series_title_in};

/// `cpt contests`: at most `most` lines of each kind.
pub fn contests(contests: &Contests<'_>, most: usize, now: Timestamp, zone: &TimeZone, lang: Lang) -> String {
    let mut text = format!("{}\n", Paint::Strong.on(words::upcoming(lang)));
    if contests.coming.is_empty() {
        text.push_str(&format!("  {}\n", words::none_upcoming(lang)));
    }
    text.push_str(&bare(&coming(contests.coming.iter().take(most).copied(), now, zone, lang)));
    text.push_str(&rest(contests.coming.len(), most, lang));
    for judge in &contests.untold {
        let note = words::upcoming_not_fetched(lang, judge.name(), calendar(*judge));
        text.push_str(&format!("  {}\n", Paint::Faint.on(note)));
    }
    text.push_str(&format!("\n{}\n", Paint::Strong.on(words::past(lang))));
    if contests.past.is_empty() {
        let is_known = contests.is_past_known;
        let none = if is_known { words::none_past(lang) } else { words::past_not_fetched(lang) };
        text.push_str(&format!("  {none}\n"));
    }
    text.push_str(&bare(&past(contests.past.iter().take(most), zone, lang).without_column(JUDGE)));
    text.push_str(&rest(contests.past.len(), most, lang));
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
fn rest(all: usize, most: usize, lang: Lang) -> String {
    match all.saturating_sub(most) {
        0 => String::new(),
        more => format!("  {}\n", Paint::Faint.on(super::words::more(lang, more))),
    }
}

/// The place of the link among the columns of contests to come.
pub(super) const LINK: usize = 5;

/// A table of contests to come, as they are ordered there.
pub(super) fn coming<'a>(
    contests: impl IntoIterator<Item = ComingContest<'a>>,
    now: Timestamp,
    zone: &TimeZone,
    lang: Lang,
) -> Table<'a> {
    let [soon, start, length, contest, rated, link] = words::upcoming_columns(lang);
    let columns = [
        (soon, Role::Text),
        (start, Role::Text),
        (length, Role::Number),
        (contest, Role::Text),
        (rated, Role::Text),
        (link, Role::Text),
    ];
    let rows = contests.into_iter().map(|one| coming_row(&one, now, zone, lang));
    Table::new(columns).said_in(lang).with(rows)
}

/// When a contest begins: "Sat 5 Dec 21:00".
pub(super) fn start(contest: &Contest, zone: &TimeZone, lang: Lang) -> String {
    let start = contest.start.unwrap_or_default();
    words::start(lang, zone.to_datetime(start))
}

fn coming_row<'a>(one: &ComingContest<'a>, now: Timestamp, zone: &TimeZone, lang: Lang) -> Vec<Cell<'a>> {
    let contest = one.contest;
    let soon = match one.start.duration_since(now) {
        left if left.is_positive() => Cell::words(lang.soon(left)),
        _ => Cell::words(words::live(lang)).in_paint(Paint::Good),
    };
    let length = SignedDuration::from_secs(contest.seconds.try_into().unwrap_or(i64::MAX));
    let rated = Cell::words(rated_words(one, lang));
    vec![
        soon,
        Cell::words(start(contest, zone, lang)),
        Value::Duration(length).into(),
        Cell::text(&*contest.name).link(links::announcement(contest)),
        if one.for_you == Some(true) { rated.in_paint(Paint::Good) } else { rated },
        Cell::text(announcement(contest)).in_paint(Paint::Faint),
    ]
}

/// "rated for you", "not rated for you (only 1600–2999)", "unrated"; empty where nothing tells.
pub(super) fn rated_words(one: &ComingContest<'_>, lang: Lang) -> String {
    match (one.rated, one.for_you, one.range()) {
        (None, ..) => String::new(),
        (Some(RatedFor::Nobody), ..) => words::unrated(lang).into_owned(),
        (_, Some(true), _) => words::rated_for_you(lang).into_owned(),
        (_, Some(false), Some(range)) => words::rated_for_others(lang, &range),
        (.., Some(range)) => words::rated_for(lang, &range),
        (.., None) => String::new(),
    }
}

/// The place of the judge's column among those of past contests.
const JUDGE: usize = 1;

/// A table of contests that one took part in, as they are ordered there.
pub(super) fn past<'a>(
    contests: impl IntoIterator<Item = &'a ContestTaken<'a>>,
    zone: &TimeZone,
    lang: Lang,
) -> Table<'a> {
    let [day, judge, contest, place, performance, rating, change, problems] = words::past_columns(lang);
    let columns = [
        (day, Role::Text),
        (judge, Role::Choice),
        (contest, Role::Text),
        (place, Role::Number),
        (performance, Role::Number),
        (rating, Role::Number),
        (change, Role::Number),
        (problems, Role::Text),
    ];
    Table::new(columns).said_in(lang).with(contests.into_iter().map(|one| past_row(one, zone, lang)))
}

fn past_row<'a>(one: &'a ContestTaken<'a>, zone: &TimeZone, lang: Lang) -> Vec<Cell<'a>> {
    let colour = |rating| one.judge.colour_of(rating);
    let series = match one.track {
        Some(track) => series_title_in(lang, one.judge, track),
        None => one.judge.to_string(),
    };
    let change = match (one.change, one.participated) {
        (Some((old, new)), _) => Value::Change(new.saturating_sub(old)).into(),
        (None, Participated::Virtual) => Cell::words(words::virtually(lang)),
        (None, _) => Cell::words(words::unchanged(lang)),
    };
    vec![
        Cell::from(one.at.to_zoned_datetime(zone.clone()).date()).in_paint(Paint::Faint),
        Cell::words(series),
        Cell::text(&*one.name).link(links::contest(one.judge, &one.id)),
        one.place.map(Value::Place).into(),
        one.performance.map(|told| Value::Performance(told, colour(told.number()))).into(),
        one.change.map(|(_, new)| Value::Rating(new, colour(new))).into(),
        change,
        Cell::words(solved(one, lang)),
    ]
}

fn solved(one: &ContestTaken<'_>, lang: Lang) -> String {
    words::solved(lang, one.solved_in, Some(one.problems).filter(|all| *all > 0), one.solved_after)
}
