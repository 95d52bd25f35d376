//! Contests as scripts read them.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::super::contests::announcement;
use super::SCHEMA;
use super::performance::EstimateJson;
use crate::answers::{ContestTaken, Contests, Participated, Performance};
use crate::model::{Contest, Track};

/// `cpt contests --json`.
#[derive(Serialize)]
pub struct ContestsJson<'a> {
    schema: u32,
    coming: Vec<ComingJson<'a>>,
    /// Judges whose coming contests are in no list.
    coming_unknown: Vec<&'static str>,
    past: Vec<PastJson<'a>>,
}

#[derive(Serialize)]
struct ComingJson<'a> {
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

impl<'a> ContestsJson<'a> {
    /// All of them.
    pub fn new(contests: &'a Contests<'_>, now: Timestamp, zone: &TimeZone) -> Self {
        let coming = |one: &&'a Contest| {
            let start = one.start.unwrap_or_default();
            let offset = zone.to_offset(start);
            ComingJson {
                judge: one.judge.id(),
                contest: &one.id,
                name: &one.name,
                start: start.display_with_offset(offset).to_string(),
                starts_in_seconds: SignedDuration::as_secs(&start.duration_since(now)),
                seconds: one.seconds,
                rated: one.rated.as_deref().map(str::trim),
                url: announcement(one),
            }
        };
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
            coming: contests.coming.iter().map(coming).collect(),
            coming_unknown: contests.untold.iter().map(|judge| judge.id()).collect(),
            past: contests.past.iter().map(past).collect(),
        }
    }
}
