//! The series as tables: where each stands and how it got there lately.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::paint::Paint;
use super::status::{SeriesStatus, status};
use super::words;
use crate::model::{RatingSeries, clean};

/// How many of the last contests are listed.
const LAST: usize = 5;

/// The status sentence of each series with its last contests below.
pub fn rating(all: &[SeriesStatus], today: Date, zone: &TimeZone) -> String {
    let mut text = String::new();
    for one in all {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&status(std::slice::from_ref(one), &[], today, zone));
        text.push_str(&last_contests(&one.series, zone));
    }
    text
}

fn last_contests(series: &RatingSeries, zone: &TimeZone) -> String {
    let mut text = String::new();
    for change in series.rated().rev().take(LAST) {
        let colour = series.key.judge.colour_of(change.new);
        let performance = change.performance.map_or_else(String::new, |p| format!("  performance {p:>4}"));
        text.push_str(&format!(
            "  {}  {}  {:>5}{performance}  {}\n",
            change.at.to_zoned_datetime(zone.clone()).date(),
            Paint::Tier(colour).on(format_args!("{:>4}", change.new)),
            words::change(change.new - change.old),
            clean(&change.name),
        ));
    }
    text
}
