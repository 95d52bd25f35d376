//! Contests as scripts read them.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::super::contests::announcement;
use super::SCHEMA;
use super::performance::EstimateJson;
use crate::answers::{ComingContest, ContestTaken, Contests, Participated, Performance};
use crate::model::Track;

/// `cpt contests --json`.
#[derive(Serialize)]
pub struct ContestsJson<'a> {
    schema: u32,
    coming: Vec<ComingJson<'a>>,
    /// Judges whose coming contests were never fetched.
    coming_unknown: Vec<&'static str>,
    past: Vec<PastJson<'a>>,
}

/// A contest that runs or will, in `cpt contests --json` and `cpt next --json`.
#[derive(Serialize)]
pub(super) struct ComingJson<'a> {
    judge: &'static str,
    contest: &'a str,
    name: &'a str,
    /// In the configured zone, else the user's.
    start: String,
    /// Negative while it runs.
    starts_in_seconds: i64,
    seconds: u64,
    rated: Option<&'a str>,
    url: String,
    kind: Option<&'static str>,
    /// `null` where it isn't known.
    rated_for_you: Option<bool>,
    /// The lowest and the highest rating that it is rated for; `null` where that end is open, it is rated for nobody, or
    /// nothing tells.
    rated_from: Option<i32>,
    rated_to: Option<i32>,
}

#[derive(Serialize)]
struct PastJson<'a> {
    judge: &'static str,
    track: Option<&'static str>,
    contest: &'a str,
    name: &'a str,
    at: Timestamp,
    participated: &'static str,
    place: Option<u32>,
    old: Option<i32>,
    new: Option<i32>,
    performance: Option<i32>,
    /// `{"about": N}` or `{"at_most": N}`, where the judge publishes no performance.
    #[serde(skip_serializing_if = "Option::is_none")]
    performance_estimate: Option<EstimateJson>,
    problems: u32,
    solved_in: u32,
    solved_after: u32,
    unsolved: Vec<&'a str>,
    url: String,
}

impl<'a> ComingJson<'a> {
    pub fn new(one: &ComingContest<'a>, now: Timestamp, zone: &TimeZone) -> Self {
        let (contest, range) = (one.contest, one.range());
        Self {
            judge: contest.judge.id(),
            contest: &contest.id,
            name: &contest.name,
            start: one.start.display_with_offset(zone.to_offset(one.start)).to_string(),
            starts_in_seconds: SignedDuration::as_secs(&one.start.duration_since(now)),
            seconds: contest.seconds,
            rated: contest.rated.as_deref().map(str::trim),
            url: announcement(contest),
            kind: one.kind,
            rated_for_you: one.for_you,
            rated_from: range.and_then(|range| range.from),
            rated_to: range.and_then(|range| range.to),
        }
    }
}

impl<'a> ContestsJson<'a> {
    /// All of them.
    pub fn new(contests: &'a Contests<'_>, now: Timestamp, zone: &TimeZone) -> Self {
        let past = |one: &'a ContestTaken<'_>| PastJson {
            judge: one.judge.id(),
            track: one.track.map(Track::id),
            contest: &one.id,
            name: &one.name,
            at: one.at,
            participated: match one.participated {
                Participated::Rated => "rated",
                Participated::Unrated => "unrated",
                Participated::Virtual => "virtual",
            },
            place: one.place,
            old: one.change.map(|(old, _)| old),
            new: one.change.map(|(_, new)| new),
            performance: match one.performance {
                Some(Performance::Published(performance)) => Some(performance),
                _ => None,
            },
            performance_estimate: match one.performance {
                Some(Performance::Estimated(estimate)) => Some(estimate.into()),
                _ => None,
            },
            problems: one.problems,
            solved_in: one.solved_in,
            solved_after: one.solved_after,
            unsolved: one.unsolved.iter().map(|entry| entry.problem.id.as_str()).collect(),
            url: (one.judge.spec().problems.contest_link)(&one.id),
        };
        Self {
            schema: SCHEMA,
            coming: contests.coming.iter().map(|one| ComingJson::new(one, now, zone)).collect(),
            coming_unknown: contests.untold.iter().map(|judge| judge.id()).collect(),
            past: contests.past.iter().map(past).collect(),
        }
    }
}
