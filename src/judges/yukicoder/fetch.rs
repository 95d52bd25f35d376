//! yukicoder's interface, version 1.

use jiff::Timestamp;
use serde::{Deserialize, Deserializer};

use super::levels;
use crate::fetch::answer::Answer;
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::error::FetchError;
use crate::fetch::reply::{Reply, json_of_user};
use crate::model::{
    Extent, Handle, Judge, JudgeData, Listed, Problem, ProblemId, SourceName, Submission, Validator,
};

/// The verdict of what is listed: nothing else is.
pub(super) const ACCEPTED: &str = "AC";

/// What `handle` solved, each problem with the first submission that was accepted: the judge tells of no other. An error
/// where there is nothing and the judge doesn't know the user. `stamp` is that of the stored list.
pub async fn solved(
    client: &Client,
    handle: &Handle,
    stamp: Option<&Validator>,
) -> Result<Answer<Listed>, FetchError> {
    let what = SourceName::of_user(Judge::YUKICODER, JudgeData::Accepted, handle);
    let path = ["api", "v1", "solved", "name", handle.as_str()];
    let answer = client
        .get_if_changed(&what, &path, &[], stamp, |reply| json_of_user(reply, Judge::YUKICODER, handle))
        .await?;
    // Of nobody it may list nothing, in one way or another.
    let answer = answer.map(|rows: Option<Vec<SolvedRow>>| rows.unwrap_or_default());
    if matches!(&answer, Answer::New(rows, _) if rows.is_empty()) {
        match knows(client, handle).await {
            Err(error) if error.kind.is_of_user() => return Err(error),
            _ => {}
        }
    }
    let listed =
        |rows: Vec<SolvedRow>| Listed::whole(rows.into_iter().map(Submission::from).collect(), Extent::All);
    Ok(answer.map(listed))
}

/// Whether the judge knows `handle`.
pub async fn knows(client: &Client, handle: &Handle) -> Result<(), FetchError> {
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct User {
        name: String,
    }
    let what = SourceName::of_user(Judge::YUKICODER, JudgeData::Profile, handle);
    let path = ["api", "v1", "user", "name", handle.as_str()];
    let judge = |reply: &Reply| {
        json_of_user(reply, Judge::YUKICODER, handle)
            .map(|user: User| vec![user])
            .only_of(handle, |user| Some(&user.name))
    };
    client.get(&what, &path, &[], judge).await.map(drop)
}

/// Every problem that can be seen.
pub async fn problems(
    client: &Client,
    known: Option<&Validator>,
) -> Result<Answer<Vec<Problem>>, FetchError> {
    let answer = client
        .json_if_changed(
            &SourceName::at(Judge::YUKICODER, JudgeData::Problems),
            &["api", "v1", "problems"],
            &[],
            known,
        )
        .await?;
    Ok(answer.map(|rows: Vec<ProblemRow>| rows.into_iter().map(Problem::from).collect()))
}

/// A problem, as far as it is used.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ProblemRow {
    no: Option<u64>,
    #[serde(deserialize_with = "checked::number")]
    problem_id: u64,
    #[serde(default, deserialize_with = "text")]
    title: String,
    level: Option<f64>,
    #[serde(default, deserialize_with = "text")]
    tags: String,
    statistics: Option<Statistics>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Statistics {
    solved: Option<u32>,
}

/// A text that may be null.
fn text<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(Option::deserialize(from)?.unwrap_or_default())
}

impl From<ProblemRow> for Problem {
    fn from(row: ProblemRow) -> Self {
        let tags = row.tags.split(',').map(str::trim).filter(|tag| !tag.is_empty());
        Self {
            judge: Judge::YUKICODER,
            id: ProblemId::yukicoder(row.no, row.problem_id),
            contest: String::new(),
            index: String::new(),
            name: row.title,
            rating: None,
            level: row.level.and_then(levels::place),
            tags: tags.map(str::to_owned).collect(),
            solved: row.statistics.and_then(|statistics| statistics.solved),
        }
    }
}

/// A problem that was solved, as far as it is used.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SolvedRow {
    no: Option<u64>,
    #[serde(deserialize_with = "checked::number")]
    problem_id: u64,
    title: Option<String>,
    #[serde(deserialize_with = "checked::moment")]
    date: Timestamp,
}

/// The judge tells no number of the submission: there is one for each problem, so that the problem's inner one, which
/// never changes, stands for it.
impl From<SolvedRow> for Submission {
    fn from(row: SolvedRow) -> Self {
        Self {
            judge: Judge::YUKICODER,
            id: row.problem_id,
            at: row.date,
            contest: None,
            problem: ProblemId::yukicoder(row.no, row.problem_id),
            name: row.title,
            verdict: ACCEPTED.to_owned(),
            participation: None,
            team: false,
            language: String::new(),
            points: None,
            told: None,
        }
    }
}
