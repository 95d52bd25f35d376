//! `problemset.problems` and `contest.list`: what there is to solve, and when.

use std::collections::HashMap;

use serde::Deserialize;

use super::judge;
use crate::fetch::answer::Answer;
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::error::FetchError;
use crate::model::{Contest, Judge, JudgeData, Problem, ProblemId, SourceName, Validator};

/// Every problem of the judge's contests, without the gym: the method `problemset.problems`.
pub async fn problems(
    client: &Client,
    known: Option<&Validator>,
) -> Result<Answer<Vec<Problem>>, FetchError> {
    let path = ["api", "problemset.problems"];
    let answer = client
        .get_if_changed(
            &SourceName::at(Judge::CODEFORCES, JudgeData::Problems),
            &path,
            &[("lang", "en")],
            known,
            |reply| judge(reply, None),
        )
        .await?;
    Ok(answer.map(ProblemSet::into_problems))
}

/// Every contest, without the gym: the method `contest.list`.
pub async fn contests(
    client: &Client,
    known: Option<&Validator>,
) -> Result<Answer<Vec<Contest>>, FetchError> {
    let query = [("gym", "false"), ("lang", "en")];
    let answer = client
        .get_if_changed(
            &SourceName::at(Judge::CODEFORCES, JudgeData::Contests),
            &["api", "contest.list"],
            &query,
            known,
            |reply| judge(reply, None),
        )
        .await?;
    Ok(answer.map(|rows: Vec<ContestRow>| rows.into_iter().map(Contest::from).collect()))
}

/// The result of `problemset.problems`, as far as it is used.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProblemSet {
    problems: Vec<ProblemRow>,
    #[serde(default)]
    problem_statistics: Vec<Statistics>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct ProblemRow {
    contest_id: Option<u32>,
    problemset_name: Option<String>,
    index: String,
    #[serde(default)]
    name: String,
    #[serde(default, deserialize_with = "checked::optional_rating")]
    rating: Option<i32>,
    #[serde(default)]
    tags: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Statistics {
    contest_id: Option<u32>,
    #[serde(default)]
    index: String,
    solved_count: Option<u32>,
}

impl ProblemSet {
    pub fn into_problems(self) -> Vec<Problem> {
        let solved: HashMap<(Option<u32>, &str), Option<u32>> = self
            .problem_statistics
            .iter()
            .map(|row| ((row.contest_id, row.index.as_str()), row.solved_count))
            .collect();
        let problem = |row: ProblemRow| {
            let set = row.problemset_name.as_deref().unwrap_or("unknown");
            Problem {
                judge: Judge::CODEFORCES,
                id: match row.contest_id {
                    Some(contest) => ProblemId::codeforces(contest, &row.index),
                    None => ProblemId::codeforces_set(set, &row.index),
                },
                contest: row.contest_id.map_or_else(|| set.to_owned(), |contest| contest.to_string()),
                solved: solved.get(&(row.contest_id, row.index.as_str())).copied().flatten(),
                index: row.index,
                name: row.name,
                rating: row.rating,
                level: None,
                tags: row.tags,
            }
        };
        self.problems.into_iter().map(problem).collect()
    }
}

/// The object `Contest`, as far as it is used.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ContestRow {
    id: u64,
    #[serde(default)]
    name: String,
    #[serde(default, deserialize_with = "checked::duration")]
    duration_seconds: u64,
    start_time_seconds: Option<i64>,
}

impl From<ContestRow> for Contest {
    fn from(row: ContestRow) -> Self {
        Self {
            judge: Judge::CODEFORCES,
            id: row.id.to_string(),
            name: row.name,
            start: row.start_time_seconds.and_then(checked::real_moment),
            seconds: row.duration_seconds,
            rated: None,
        }
    }
}
