//! The series as tables: where each stands and how it got there lately.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::paint::Paint;
use super::status::series_lines;
use super::words;
use crate::answers::Standing;
use crate::answers::{PerformanceEstimate, performance_estimates};
use crate::lang::Lang;
use crate::model::{RatingSeries, clean};

/// How many of the last contests are listed.
const LAST: usize = 5;

/// The status sentence of each series with its last contests below.
pub fn rating(standing: &Standing, today: Date, zone: &TimeZone) -> String {
    let mut text = String::new();
    for one in &standing.series {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&series_lines(one, today, zone, Lang::English));
        text.push_str(&last_contests(&one.series, zone));
    }
    text
}

fn last_contests(series: &RatingSeries, zone: &TimeZone) -> String {
    let mut text = String::new();
    let estimates = performance_estimates(series);
    for (change, estimate) in series.rated().zip(estimates).collect::<Vec<_>>().into_iter().rev().take(LAST) {
        let colour = series.key.judge.colour_of(change.new);
        let performance = match (change.performance, estimate) {
            (Some(performance), _) => format!("  performance {performance:>4}"),
            (None, Some(PerformanceEstimate::About(performance))) => {
                format!("  performance ~{performance:>4}")
            }
            (None, Some(PerformanceEstimate::AtMost(performance))) => {
                format!("  performance ≤{performance:>4}")
            }
            (None, None) => String::new(),
        };
        text.push_str(&format!(
            "  {}  {}  {:>5}{performance}  {}\n",
            change.at.to_zoned_datetime(zone.clone()).date(),
            Paint::Tier(colour).on(format_args!("{:>4}", change.new)),
            words::change(change.new.saturating_sub(change.old)),
            clean(&change.name),
        ));
    }
    text
}
