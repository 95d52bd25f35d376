//! What to solve next, as scripts read it.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::super::next::reason;
use super::SCHEMA;
use super::contests::ComingJson;
use crate::answers::{Assignment, Level, LevelBasis, Progress, Proposal};
use crate::model::Judge;

/// `cpt next --json`.
#[derive(Serialize)]
pub struct NextJson<'a> {
    schema: u32,
    date: Date,
    /// The wished probability.
    probability: Option<f64>,
    levels: Vec<LevelJson>,
    problems: Vec<ProposalJson<'a>>,
    /// The contests that are rated for the user and begin within a day.
    contests_soon: Vec<ComingJson<'a>>,
}

#[derive(Serialize)]
struct LevelJson {
    judge: &'static str,
    rating: f64,
    /// Whether it is what the rating at the other judge is roughly worth.
    rough: bool,
    /// Whether it is a beginner's, because nothing is known.
    assumed: bool,
}

#[derive(Serialize)]
struct ProposalJson<'a> {
    problem: &'a str,
    judge: &'static str,
    name: &'a str,
    contest: &'a str,
    index: &'a str,
    url: Option<String>,
    difficulty: Option<i32>,
    colour: Option<&'static str>,
    /// In a contest.
    probability: Option<f64>,
    /// At last, when it is tried in practice.
    probability_in_practice: Option<f64>,
    expected_seconds: Option<f64>,
    why: String,
    progress: &'static str,
    /// Only where they were asked for: they are hints.
    #[serde(skip_serializing_if = "Option::is_none")]
    tags: Option<&'a [String]>,
}

impl<'a> NextJson<'a> {
    /// A day's problems.
    pub fn new(assignment: &'a Assignment<'a>, now: Timestamp, zone: &TimeZone) -> Self {
        let level = |level: &Level| LevelJson {
            judge: level.judge.id(),
            rating: level.rating,
            rough: level.basis == LevelBasis::Elsewhere,
            assumed: level.basis == LevelBasis::Assumed,
        };
        let problem = |(one, progress): &'a (Proposal<'a>, Progress)| {
            let problem = &one.entry.problem;
            ProposalJson {
                problem: problem.id.as_str(),
                judge: problem.judge.id(),
                name: &problem.name,
                contest: &problem.contest,
                index: &problem.index,
                url: problem.link(),
                difficulty: one.entry.difficulty,
                colour: one.entry.difficulty.map(|difficulty| problem.judge.colour_of(difficulty).name()),
                probability: one.probability,
                probability_in_practice: one.in_practice,
                expected_seconds: one.seconds,
                why: reason(one, assignment),
                progress: match progress {
                    Progress::Open => "open",
                    Progress::Tried => "tried",
                    Progress::Accepted => "accepted",
                    Progress::Committed => "committed",
                },
                tags: assignment.with_topics.then_some(&problem.tags),
            }
        };
        Self {
            schema: SCHEMA,
            date: assignment.day,
            probability: assignment.probability,
            levels: Judge::all().filter_map(|judge| assignment.levels.of(judge)).map(level).collect(),
            problems: assignment.problems.iter().map(problem).collect(),
            contests_soon: assignment.soon.iter().map(|one| ComingJson::new(one, now, zone)).collect(),
        }
    }
}
