//! What scripts may rely on: `schema` is 1, and fields are added but never renamed.

use jiff::Timestamp;
use serde::Serialize;

use super::status::SeriesStatus;
use super::sync::SyncReport;
use super::target_json::TargetJson;
use super::what_if::{WhatIf, elsewhere};
use crate::answers::{Habits, StreakAnswer, TargetProgress};
use crate::judges::codeforces::rating::{PerformanceEstimate, performance_estimates};
use crate::model::{Colour, Judge, RatingSeries, Track};

pub(super) const SCHEMA: u32 = 1;

/// One line of JSON.
pub fn to_line(value: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string(value).map(|text| text + "\n")
}

/// `cpt streak --json`.
#[derive(Serialize)]
pub struct StreakJson<'a> {
    schema: u32,
    #[serde(flatten)]
    answer: &'a StreakAnswer,
    #[serde(flatten)]
    habits: &'a Habits,
}

impl<'a> StreakJson<'a> {
    /// The answer, and what its days say of the habit.
    pub fn new(answer: &'a StreakAnswer, habits: &'a Habits) -> Self {
        Self { schema: SCHEMA, answer, habits }
    }
}

#[derive(Serialize)]
struct SeriesJson<'a> {
    judge: Judge,
    track: Track,
    handle: &'a str,
    rating: Option<i32>,
    highest: Option<i32>,
    colour: Option<Colour>,
    contests: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    rough_equivalent: Option<ElsewhereJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    history: Option<Vec<ChangeJson<'a>>>,
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
    performance_estimate: Option<PerformanceEstimate>,
    rated: bool,
}

impl<'a> SeriesJson<'a> {
    fn new(series: &'a RatingSeries, with_history: bool) -> Self {
        let mut estimates = performance_estimates(series).into_iter();
        let history = series.history.iter().map(|change| ChangeJson {
            contest: &change.contest,
            name: &change.name,
            at: change.at,
            place: change.place,
            old: change.old,
            new: change.new,
            performance: change.performance,
            performance_estimate: if change.rated { estimates.next().flatten() } else { None },
            rated: change.rated,
        });
        Self {
            judge: series.key.judge,
            track: series.key.track,
            handle: series.key.handle.as_str(),
            rating: series.rating(),
            highest: series.highest().map(|change| change.new),
            colour: series.colour(),
            contests: series.rated().count(),
            rough_equivalent: None,
            history: with_history.then(|| history.collect()),
        }
    }
}

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
}

#[derive(Serialize)]
struct StepJson {
    performance: i32,
    rating: i32,
    colour: Colour,
}

#[derive(Serialize)]
struct ElsewhereJson {
    judge: Judge,
    rating: i32,
    colour: Colour,
}

impl<'a> RatingJson<'a> {
    /// Every series with its history, and with its rough equivalent where `equivalent` is set.
    pub fn new(
        series: impl Iterator<Item = &'a RatingSeries>,
        equivalent: bool,
        what_if: Option<&WhatIf>,
    ) -> Self {
        let series = series.map(|series| {
            let elsewhere = elsewhere(series).filter(|_| equivalent);
            let rough_equivalent = elsewhere.map(|(judge, rating)| ElsewhereJson {
                judge,
                rating,
                colour: judge.colour_of(rating),
            });
            SeriesJson { rough_equivalent, ..SeriesJson::new(series, true) }
        });
        let steps = |what_if: &WhatIf| {
            let step = |&(performance, rating): &(i32, i32)| StepJson {
                performance,
                rating,
                colour: what_if.key.judge.colour_of(rating),
            };
            what_if.steps.iter().map(step).collect()
        };
        Self {
            schema: SCHEMA,
            series: series.collect(),
            what_if: what_if.map(steps),
            what_if_is_estimate: what_if.map(|what_if| what_if.estimate),
        }
    }
}

/// `cpt status --json`: the series without their histories, the targets, and the streak.
#[derive(Serialize)]
pub struct StatusJson<'a> {
    schema: u32,
    series: Vec<SeriesJson<'a>>,
    targets: Vec<TargetJson<'a>>,
    streak: Option<&'a StreakAnswer>,
}

impl<'a> StatusJson<'a> {
    /// All that the status shows; `orphans` are the targets of series that aren't followed, `streak` is `None` where no repository could be read.
    pub fn new(
        series: &'a [SeriesStatus],
        orphans: &'a [TargetProgress],
        streak: Option<&'a StreakAnswer>,
    ) -> Self {
        Self {
            schema: SCHEMA,
            series: series.iter().map(|status| SeriesJson::new(&status.series, false)).collect(),
            targets: series
                .iter()
                .flat_map(|status| &status.targets)
                .chain(orphans)
                .map(TargetJson::new)
                .collect(),
            streak,
        }
    }
}

/// `cpt sync --json`.
#[derive(Serialize)]
pub struct SyncJson<'a> {
    schema: u32,
    sources: Vec<SourceJson<'a>>,
    files: &'a [String],
}

#[derive(Serialize)]
struct SourceJson<'a> {
    source: &'a str,
    new: usize,
    total: usize,
    removed: usize,
    requests: u32,
    not_modified: u32,
    waited_ms: u64,
    error: Option<&'a str>,
}

impl<'a> SyncJson<'a> {
    /// One entry a source, in the order of the report.
    pub fn new(report: &'a SyncReport) -> Self {
        let sources = report.sources.iter().map(|source| SourceJson {
            source: &source.source,
            new: source.update.new,
            total: source.update.total,
            removed: source.update.removed,
            requests: source.requests,
            not_modified: source.not_modified,
            waited_ms: source.waited_ms,
            error: source.failure.as_ref().map(|failure| failure.message.as_str()),
        });
        Self { schema: SCHEMA, sources: sources.collect(), files: &report.files }
    }
}

/// `cpt report --json`.
#[derive(Serialize)]
pub struct ReportJson<'a> {
    schema: u32,
    file: &'a str,
    bytes: usize,
    /// Whether the file's content is another than before.
    written: bool,
}

impl<'a> ReportJson<'a> {
    /// The page's file as the user would name it, and its size.
    pub fn new(file: &'a str, bytes: usize, written: bool) -> Self {
        Self { schema: SCHEMA, file, bytes, written }
    }
}
