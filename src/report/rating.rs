//! The series as tables: where each stands and how it got there lately.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::paint::Paint;
use super::status::series_lines;
use super::table::{Cell, Role, Table, Value, headed};
use super::words::rating as words;
use crate::answers::{Performance, Standing, performance_estimates};
use crate::lang::Lang;
use crate::model::RatingSeries;

/// How many of the last contests are listed.
const LAST: usize = 5;

/// The status sentence of each series with its last contests below.
pub fn rating(standing: &Standing, today: Date, zone: &TimeZone, lang: Lang) -> String {
    let mut text = String::new();
    for one in &standing.series {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&series_lines(one, today, zone, lang));
        let last = last_contests(&one.series, zone, lang);
        if !last.is_empty() {
            text.push_str(&headed(&last));
        }
    }
    text
}

fn last_contests<'a>(series: &'a RatingSeries, zone: &TimeZone, lang: Lang) -> Table<'a> {
    let [day, rating, change, performance, contest] = words::columns(lang);
    let columns = [
        (day, Role::Text),
        (rating, Role::Number),
        (change, Role::Number),
        (performance, Role::Number),
        (contest, Role::Text),
    ];
    let colour = |rating| series.key.judge.colour_of(rating);
    let contests = series.rated().zip(performance_estimates(series)).collect::<Vec<_>>();
    let rows = contests.into_iter().rev().take(LAST).map(|(change, estimate)| {
        let published = change.performance.map(Performance::Published);
        let performance = published.or(estimate.map(Performance::Estimated));
        vec![
            Cell::from(change.at.to_zoned_datetime(zone.clone()).date()).in_paint(Paint::Faint),
            Value::Rating(change.new, colour(change.new)).into(),
            Value::Change(change.new.saturating_sub(change.old)).into(),
            performance.map(|told| Value::Performance(told, colour(told.number()))).into(),
            Cell::text(change.name.as_str()),
        ]
    });
    Table::new(columns).said_in(lang).with(rows)
}
