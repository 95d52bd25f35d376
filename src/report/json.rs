//! What scripts may rely on: `schema` is 1, and fields are added but never renamed.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::status::SeriesStatus;
use super::sync::SyncReport;
use crate::model::{Colour, Judge, RatingSeries, Track};
use crate::stats::{StreakAnswer, TargetProgress};

const SCHEMA: u32 = 1;

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
}

impl<'a> StreakJson<'a> {
    /// As seen in `answer`.
    pub fn new(answer: &'a StreakAnswer) -> Self {
        Self { schema: SCHEMA, answer }
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
    rated: bool,
}

impl<'a> SeriesJson<'a> {
    fn new(series: &'a RatingSeries, with_history: bool) -> Self {
        let history = series.history.iter().map(|change| ChangeJson {
            contest: &change.contest,
            name: &change.name,
            at: change.at,
            place: change.place,
            old: change.old,
            new: change.new,
            performance: change.performance,
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
            history: with_history.then(|| history.collect()),
        }
    }
}

/// `cpt rating --json`.
#[derive(Serialize)]
pub struct RatingJson<'a> {
    schema: u32,
    series: Vec<SeriesJson<'a>>,
}

impl<'a> RatingJson<'a> {
    /// Every series with its history.
    pub fn new(series: impl Iterator<Item = &'a RatingSeries>) -> Self {
        Self { schema: SCHEMA, series: series.map(|series| SeriesJson::new(series, true)).collect() }
    }
}

#[derive(Serialize)]
struct TargetJson {
    judge: Judge,
    track: Track,
    goal: i32,
    colour: Colour,
    by: Date,
    current: Option<i32>,
    gap: i32,
    met_on: Option<Date>,
}

impl TargetJson {
    fn new(progress: &TargetProgress) -> Self {
        let target = progress.target;
        Self {
            judge: target.judge,
            track: target.track,
            goal: target.goal.rating,
            colour: target.goal.colour,
            by: target.by,
            current: progress.current,
            gap: progress.gap,
            met_on: progress.met_on,
        }
    }
}

/// `cpt status --json`: the series without their histories, the targets, and the streak.
#[derive(Serialize)]
pub struct StatusJson<'a> {
    schema: u32,
    series: Vec<SeriesJson<'a>>,
    targets: Vec<TargetJson>,
    streak: Option<&'a StreakAnswer>,
}

impl<'a> StatusJson<'a> {
    /// All that the status shows; `streak` is `None` where no repository could be read.
    pub fn new(
        series: &'a [SeriesStatus],
        targets: &[TargetProgress],
        streak: Option<&'a StreakAnswer>,
    ) -> Self {
        Self {
            schema: SCHEMA,
            series: series.iter().map(|status| SeriesJson::new(&status.series, false)).collect(),
            targets: targets.iter().map(TargetJson::new).collect(),
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
