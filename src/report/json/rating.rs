//! Ratings as scripts read them.

use jiff::Timestamp;
use serde::Serialize;

use super::super::what_if::elsewhere;
use super::SCHEMA;
use super::performance::EstimateJson;
use crate::answers::{WhatIf, performance_estimates};
use crate::lang::Lang;
use crate::model::{Colour, RatingSeries};

/// `cpt rating --json`.
#[derive(Serialize)]
pub struct RatingJson<'a> {
    schema: u32,
    series: Vec<SeriesJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    what_if: Option<Vec<StepJson>>,
    /// Whether `what_if` is an estimate.
    #[serde(skip_serializing_if = "Option::is_none")]
    what_if_is_estimate: Option<bool>,
    /// Of every series that is meant; `what_if` is the first of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    what_ifs: Vec<WhatIfJson<'a>>,
}

/// A series after performances to come.
#[derive(Serialize)]
struct WhatIfJson<'a> {
    judge: &'static str,
    track: &'static str,
    handle: &'a str,
    is_estimate: bool,
    steps: Vec<StepJson>,
}

#[derive(Serialize)]
struct StepJson {
    performance: i32,
    rating: i32,
    colour: &'static str,
}

#[derive(Serialize)]
struct ElsewhereJson {
    judge: &'static str,
    rating: i32,
    colour: &'static str,
}

impl<'a> RatingJson<'a> {
    /// Every series with its history, and with its rough equivalent where `equivalent` is set.
    pub fn new(
        series: impl Iterator<Item = &'a RatingSeries>,
        equivalent: bool,
        what_if: &'a [WhatIf],
    ) -> Self {
        let series = series.map(|series| {
            let elsewhere = elsewhere(series).filter(|_| equivalent);
            let rough_equivalent = elsewhere.map(|(judge, rating)| ElsewhereJson {
                judge: judge.id(),
                rating,
                colour: judge.colour_of(rating).name(),
            });
            SeriesJson { rough_equivalent, ..SeriesJson::new(series, true) }
        });
        let steps = |what_if: &WhatIf| {
            let step = |&(performance, rating): &(i32, i32)| StepJson {
                performance,
                rating,
                colour: what_if.key.judge.colour_of(rating).name(),
            };
            what_if.steps.iter().map(step).collect()
        };
        Self {
            schema: SCHEMA,
            series: series.collect(),
            what_if: what_if.first().map(steps),
            what_if_is_estimate: what_if.first().map(|what_if| what_if.estimate),
            what_ifs: what_if
                .iter()
                .map(|what_if| WhatIfJson {
                    judge: what_if.key.judge.id(),
                    track: what_if.key.track.id(),
                    handle: what_if.key.handle.as_str(),
                    is_estimate: what_if.estimate,
                    steps: steps(what_if),
                })
                .collect(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct SeriesJson<'a> {
    judge: &'static str,
    track: &'static str,
    handle: &'a str,
    rating: Option<i32>,
    highest: Option<i32>,
    colour: Option<&'static str>,
    contests: usize,
    /// When the judge was last asked; `null` where it never was.
    fetched_at: Option<Timestamp>,
    /// Why it could not be fetched, the last time that the judge was asked; `null` where it could.
    failed: Option<FailedJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rough_equivalent: Option<ElsewhereJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    history: Option<Vec<ChangeJson<'a>>>,
}

/// An attempt to ask a judge that failed.
#[derive(Serialize)]
struct FailedJson {
    at: Timestamp,
    error: String,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    contest: &'a str,
    name: &'a str,
    at: Timestamp,
    place: Option<u32>,
    old: i32,
    new: i32,
    performance: Option<i32>,
    /// `{"about": N}` or `{"at_most": N}`, where the judge publishes no performance.
    #[serde(skip_serializing_if = "Option::is_none")]
    performance_estimate: Option<EstimateJson>,
    rated: bool,
}

impl<'a> SeriesJson<'a> {
    pub fn new(series: &'a RatingSeries, with_history: bool) -> Self {
        let mut estimates = performance_estimates(series).into_iter();
        let history = series.history.iter().map(|change| ChangeJson {
            contest: &change.contest,
            name: &change.name,
            at: change.at,
            place: change.place,
            old: change.old,
            new: change.new,
            performance: change.performance,
            performance_estimate: if change.rated {
                estimates.next().flatten().map(EstimateJson::from)
            } else {
                None
            },
            rated: change.rated,
        });
        Self {
            judge: series.key.judge.id(),
            track: series.key.track.id(),
            handle: series.key.handle.as_str(),
            rating: series.rating(),
            highest: series.highest().map(|change| change.new),
            colour: series.colour().map(Colour::name),
            contests: series.rated().count(),
            fetched_at: series.fetched,
            failed: series
                .failed
                .as_ref()
                .map(|failed| FailedJson { at: failed.at, error: failed.reason.told(Lang::English) }),
            rough_equivalent: None,
            history: with_history.then(|| history.collect()),
        }
    }
}
