//! What there is to solve, and when.

use jiff::Timestamp;
use serde::Deserialize;

use super::super::problems::{KNOWN, UNRATED, level_of};
use super::whole_list;
use crate::fetch::answer::Answer;
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::error::FetchError;
use crate::model::{Contest, Judge, JudgeData, Problem, ProblemId, SourceName, Validator};

/// Every problem that everybody can see.
pub async fn problems(
    client: &Client,
    known: Option<&Validator>,
) -> Result<Answer<Vec<Problem>>, FetchError> {
    let answer =
        whole_list(client, &SourceName::at(Judge::DMOJ, JudgeData::Problems), "problems", &[], known).await?;
    Ok(answer.map(|rows: Vec<ProblemRow>| rows.into_iter().map(Problem::from).collect()))
}

/// Every contest that everybody can see.
pub async fn contests(
    client: &Client,
    known: Option<&Validator>,
) -> Result<Answer<Vec<Contest>>, FetchError> {
    let answer =
        whole_list(client, &SourceName::at(Judge::DMOJ, JudgeData::Contests), "contests", &[], known).await?;
    Ok(answer.map(|rows: Vec<ContestRow>| rows.into_iter().map(Contest::from).collect()))
}

#[derive(Debug, Deserialize)]
struct ProblemRow {
    code: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    types: Vec<String>,
    points: Option<f64>,
}

/// The judge's list tells no contest.
impl From<ProblemRow> for Problem {
    fn from(row: ProblemRow) -> Self {
        Self {
            judge: Judge::DMOJ,
            id: ProblemId::new(&KNOWN, &row.code),
            contest: String::new(),
            index: String::new(),
            name: row.name,
            rating: None,
            level: row.points.and_then(level_of),
            tags: row.types,
            solved: None,
        }
    }
}

/// A contest in a list.
#[derive(Debug, Deserialize)]
pub(super) struct ContestRow {
    pub key: String,
    #[serde(default)]
    pub name: String,
    #[serde(deserialize_with = "checked::moment")]
    start_time: Timestamp,
    #[serde(deserialize_with = "checked::moment")]
    pub end_time: Timestamp,
    is_rated: Option<bool>,
}

impl From<ContestRow> for Contest {
    fn from(row: ContestRow) -> Self {
        let seconds = row.end_time.duration_since(row.start_time).as_secs();
        Self {
            judge: Judge::DMOJ,
            id: row.key,
            name: row.name,
            start: Some(row.start_time),
            seconds: u64::try_from(seconds).unwrap_or_default(),
            rated: row.is_rated.map(|is_rated| if is_rated { "rated" } else { UNRATED }.to_owned()),
        }
    }
}
