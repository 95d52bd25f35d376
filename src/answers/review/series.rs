//! What a year did to a rating.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::answers::DateRange;
use crate::answers::{PerformanceEstimate, performance_estimates};
use crate::model::{Colour, RatingChange, RatingSeries, SeriesKey};

/// A series in a stretch of time with at least one rated contest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesYear {
    /// Which series.
    pub key: SeriesKey,
    /// Rated contests.
    pub contests: usize,
    /// The rating before; `None` where it began with the first of these contests.
    pub from: Option<i32>,
    /// The rating after.
    pub to: i32,
    /// The highest rating that was reached, and when.
    pub highest: (i32, Date),
    /// The best performance; `None` where none is known.
    pub best: Option<BestPerformance>,
    /// Colours that had never been reached before, in the order of time; the first contest's own is none.
    pub reached: Vec<Reached>,
}

/// A performance and where it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BestPerformance {
    /// How good.
    pub performance: i32,
    /// Whether it is an estimate, as at Codeforces.
    pub is_estimate: bool,
    /// The contest's title.
    pub contest: String,
    /// The day on which the contest ended.
    pub on: Date,
}

/// A colour and when it was first reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// Which colour.
    pub colour: Colour,
    /// The rating.
    pub rating: i32,
    /// The contest's title.
    pub contest: String,
    /// The day on which the contest ended.
    pub on: Date,
}

impl SeriesYear {
    /// `None` without a rated contest in `window`.
    pub(super) fn new(series: &RatingSeries, window: DateRange, zone: &TimeZone) -> Option<Self> {
        let day = |change: &RatingChange| zone.to_datetime(change.at).date();
        let inside: Vec<&RatingChange> = series.rated().filter(|change| window.holds(day(change))).collect();
        let (first, last) = (inside.first()?, inside.last()?);
        let is_first = series.rated().next() == Some(first);
        let highest = inside.iter().rev().max_by_key(|change| change.new)?;
        Some(Self {
            key: series.key.clone(),
            contests: inside.len(),
            from: (!is_first).then_some(first.old),
            to: last.new,
            highest: (highest.new, day(highest)),
            best: best(series, |change| window.holds(day(change)), day),
            reached: series
                .arrivals()
                .map(|(change, colour)| Reached {
                    colour,
                    rating: change.new,
                    contest: change.name.clone(),
                    on: day(change),
                })
                .filter(|reached| window.holds(reached.on))
                .collect(),
        })
    }
}

fn best(
    series: &RatingSeries,
    inside: impl Fn(&RatingChange) -> bool,
    day: impl Fn(&RatingChange) -> Date,
) -> Option<BestPerformance> {
    let estimates = performance_estimates(series);
    let known = series.rated().zip(estimates).filter(|(change, _)| inside(change));
    let mut performances = known.filter_map(|(change, estimate)| match (change.performance, estimate) {
        (Some(performance), _) => Some((performance, false, change)),
        (None, Some(PerformanceEstimate::About(performance))) => Some((performance, true, change)),
        // What is only known to be at most so much is the best of nothing.
        (None, _) => None,
    });
    let first = performances.next()?;
    let better = |best: (i32, bool, _), other: (i32, bool, _)| if other.0 > best.0 { other } else { best };
    let (performance, is_estimate, change) = performances.fold(first, better);
    Some(BestPerformance { performance, is_estimate, contest: change.name.clone(), on: day(change) })
}
