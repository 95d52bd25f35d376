//! What to solve next, as scripts read it.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::super::next::reason;
use super::SCHEMA;
use super::contests::ComingJson;
use crate::answers::{Assignment, Level, LevelBasis, Progress, Proposal};
use crate::lang::Lang;
use crate::model::{Colour, Judge};

/// `cpt next --json`.
#[derive(Serialize)]
pub struct NextJson<'a> {
    schema: u32,
    date: Date,
    /// The wished probability.
    probability: Option<f64>,
    /// The name of the list that they are from.
    list: Option<&'a str>,
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
    name: Option<&'a str>,
    contest: Option<&'a str>,
    index: Option<&'a str>,
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
            let (problem, listed) = (&one.problem, one.problem.entry.map(|entry| &entry.problem));
            ProposalJson {
                problem: problem.id.as_str(),
                judge: problem.id.judge(),
                name: problem.name(),
                contest: listed.map(|listed| listed.contest.as_str()),
                index: listed.map(|listed| listed.index.as_str()),
                url: problem.link(),
                difficulty: problem.difficulty(),
                colour: problem.colour().map(Colour::name),
                probability: one.probability,
                probability_in_practice: one.in_practice,
                expected_seconds: one.seconds,
                why: reason(Lang::English, one, assignment),
                progress: progress_word(*progress),
                tags: assignment.with_topics.then(|| listed.map_or(&[][..], |listed| &listed.tags)),
            }
        };
        Self {
            schema: SCHEMA,
            date: assignment.day,
            probability: assignment.probability,
            list: assignment.list.as_deref(),
            levels: Judge::all().filter_map(|judge| assignment.levels.of(judge)).map(level).collect(),
            problems: assignment.problems.iter().map(problem).collect(),
            contests_soon: assignment.soon.iter().map(|one| ComingJson::new(one, now, zone)).collect(),
        }
    }
}

/// What became of a problem.
pub(super) fn progress_word(progress: Progress) -> &'static str {
    match progress {
        Progress::Open => "open",
        Progress::Tried => "tried",
        Progress::Accepted => "accepted",
        Progress::Committed => "committed",
    }
}
