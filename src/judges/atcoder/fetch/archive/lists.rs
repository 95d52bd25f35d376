//! The files under `resources/`: problems, in which contests they are, how hard they are, and contests.

use std::collections::HashMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::fetch::answer::Answer;
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::error::FetchError;
use crate::fetch::reply::json_or_refusal;
use crate::model::{
    Contest, ContestProblem, Difficulty, Judge, JudgeData, Problem, ProblemId, SourceName, Validator,
};

async fn resource<T: DeserializeOwned>(
    client: &Client,
    what: &SourceName,
    file: &str,
    known: Option<&Validator>,
) -> Result<Answer<T>, FetchError> {
    client.get_if_changed(what, &["resources", file], &[], known, json_or_refusal).await
}

/// Every problem: `problems.json`. Its contest is the one that the archive found it in last.
pub async fn problems(
    client: &Client,
    known: Option<&Validator>,
) -> Result<Answer<Vec<Problem>>, FetchError> {
    let answer =
        resource(client, &SourceName::at(Judge::ATCODER, JudgeData::Problems), "problems.json", known)
            .await?;
    Ok(answer.map(|rows: Vec<ProblemRow>| rows.into_iter().map(Problem::from).collect()))
}

/// In which contests the problems are: `contest-problem.json`.
pub async fn contest_problems(
    client: &Client,
    known: Option<&Validator>,
) -> Result<Answer<Vec<ContestProblem>>, FetchError> {
    let answer = resource(
        client,
        &SourceName::at(Judge::ATCODER, JudgeData::ContestProblems),
        "contest-problem.json",
        known,
    )
    .await?;
    Ok(answer.map(|rows: Vec<ContestProblemRow>| rows.into_iter().map(ContestProblem::from).collect()))
}

/// How hard the problems are: `problem-models.json`.
pub async fn difficulties(
    client: &Client,
    known: Option<&Validator>,
) -> Result<Answer<Vec<Difficulty>>, FetchError> {
    let answer = resource(
        client,
        &SourceName::at(Judge::ATCODER, JudgeData::Difficulties),
        "problem-models.json",
        known,
    )
    .await?;
    Ok(answer.map(Models::into_difficulties))
}

/// Every contest, daily trainings included: `contests.json`.
pub async fn contests(
    client: &Client,
    known: Option<&Validator>,
) -> Result<Answer<Vec<Contest>>, FetchError> {
    let answer =
        resource(client, &SourceName::at(Judge::ATCODER, JudgeData::Contests), "contests.json", known)
            .await?;
    Ok(answer.map(|rows: Vec<ContestRow>| rows.into_iter().map(Contest::from).collect()))
}

#[derive(Debug, Deserialize)]
pub(crate) struct ProblemRow {
    id: String,
    #[serde(default)]
    contest_id: String,
    problem_index: Option<String>,
    name: Option<String>,
    title: Option<String>,
}

impl From<ProblemRow> for Problem {
    fn from(row: ProblemRow) -> Self {
        Self {
            judge: Judge::ATCODER,
            id: ProblemId::atcoder(&row.id),
            contest: row.contest_id,
            index: row.problem_index.unwrap_or_default(),
            name: row.name.or(row.title).unwrap_or_default().trim().to_owned(),
            rating: None,
            level: None,
            tags: Vec::new(),
            solved: None,
        }
    }
}

#[derive(Debug, Deserialize)]
pub(crate) struct ContestProblemRow {
    contest_id: String,
    problem_id: String,
    problem_index: Option<String>,
}

impl From<ContestProblemRow> for ContestProblem {
    fn from(row: ContestProblemRow) -> Self {
        Self {
            contest: row.contest_id,
            problem: ProblemId::atcoder(&row.problem_id),
            index: row.problem_index.unwrap_or_default(),
        }
    }
}

/// The models by problem. Every key of a model may be missing or null.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct Models(HashMap<String, Model>);

#[derive(Debug, Deserialize)]
struct Model {
    difficulty: Option<f64>,
    is_experimental: Option<bool>,
    slope: Option<f64>,
    intercept: Option<f64>,
    variance: Option<f64>,
    discrimination: Option<f64>,
}

impl Models {
    /// By problem.
    pub fn into_difficulties(self) -> Vec<Difficulty> {
        let difficulty = |(problem, model): (String, Model)| Difficulty {
            problem: ProblemId::atcoder(&problem),
            raw: model.difficulty.map(|raw| raw.round() as i32).filter(|raw| checked::is_real_rating(*raw)),
            experimental: model.is_experimental.unwrap_or_default(),
            slope: model.slope,
            intercept: model.intercept,
            variance: model.variance,
            discrimination: model.discrimination,
        };
        let mut all: Vec<Difficulty> = self.0.into_iter().map(difficulty).collect();
        all.sort_unstable_by(|a, b| a.problem.cmp(&b.problem));
        all
    }
}

#[derive(Debug, Deserialize)]
struct ContestRow {
    id: String,
    start_epoch_second: Option<i64>,
    #[serde(default, deserialize_with = "checked::duration")]
    duration_second: u64,
    #[serde(default)]
    title: String,
    rate_change: Option<String>,
}

impl From<ContestRow> for Contest {
    fn from(row: ContestRow) -> Self {
        Self {
            judge: Judge::ATCODER,
            id: row.id,
            name: row.title,
            start: row.start_epoch_second.and_then(checked::real_moment),
            seconds: row.duration_second,
            rated: row.rate_change,
        }
    }
}
