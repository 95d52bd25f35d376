//! `user/submissions`: the submissions of a user from a second on, oldest first.

use std::collections::HashSet;

use jiff::Timestamp;
use serde::Deserialize;

use crate::fetch::answer::Answer;
use crate::fetch::client::Client;
use crate::fetch::error::{FetchError, Trouble};
use crate::fetch::reply::json_or_refusal;
use crate::model::{Handle, Judge, Listed, ProblemId, Reach, Stamp, Submission};

/// The most submissions that come at once.
const PAGE: usize = 500;
/// More than any user has.
const MOST_PAGES: usize = 2000;

const API: [&str; 2] = ["atcoder-api", "v3"];

/// The submissions of `handle` from `since` on; `None` for all. A user that nobody knows has none.
///
/// Several can share a second, and no order among them is defined: the last second of a full page is asked for again,
/// and what came already is dropped.
///
/// `stamp` is that of the stored answer from the same second on; `page` is told after each page how many came so far. An
/// answer of several pages can't be recognised later: that the first is as it was says nothing about the others.
pub async fn submissions(
    client: &Client,
    handle: &Handle,
    since: Option<Timestamp>,
    stamp: Option<&Stamp>,
    page: &dyn Fn(usize),
) -> Result<Answer<Listed>, FetchError> {
    let what = format!("AtCoder submissions of {handle}");
    let mut from = since.map_or(0, Timestamp::as_second);
    let mut rows: Vec<Submission> = Vec::new();
    let mut known = HashSet::new();
    for nth in 0..MOST_PAGES {
        let second = from.to_string();
        let query = [("user", handle.as_str()), ("from_second", &second)];
        let path = [API[0], API[1], "user", "submissions"];
        let stamp = stamp.filter(|_| nth == 0);
        let (got, stamp) = match client.get_if_changed(&what, &path, &query, stamp, json_or_refusal).await? {
            Answer::Unchanged => return Ok(Answer::Unchanged),
            Answer::New(got, stamp) => (got, stamp),
        };
        let got: Vec<Row> = got;
        let (is_last, newest) = (got.len() < PAGE, got.iter().map(|row| row.epoch_second).max());
        rows.extend(got.into_iter().filter(|row| known.insert(row.id)).map(Submission::from));
        page(rows.len());
        if is_last {
            let reach = since.map_or(Reach::All, Reach::Since);
            let stamp = if nth == 0 { stamp } else { Stamp { etag: None, last_modified: None, ..stamp } };
            return Ok(Answer::New(Listed { rows, reach }, stamp));
        }
        // A second with a whole page of submissions would come for ever.
        from = newest.filter(|newest| *newest > from).unwrap_or(from + 1);
    }
    let trouble =
        Trouble::Malformed { reason: format!("more than {MOST_PAGES} pages"), start: String::new() };
    Err(FetchError { what, trouble })
}

/// Whether the archive answers: asks it how many submissions `handle` had in the first second of 1970.
pub async fn answers(client: &Client, handle: &Handle) -> Result<(), FetchError> {
    #[derive(Deserialize)]
    struct Count {
        #[serde(rename = "count")]
        _count: u64,
    }
    let what = "AtCoder Problems".to_owned();
    let path = [API[0], API[1], "user", "submission_count"];
    let query = [("user", handle.as_str()), ("from_second", "0"), ("to_second", "1")];
    client.get::<Count>(&what, &path, &query, json_or_refusal).await.map(drop)
}

/// One submission, as far as it is used.
#[derive(Debug, Deserialize)]
pub(crate) struct Row {
    id: u64,
    epoch_second: i64,
    problem_id: String,
    contest_id: Option<String>,
    #[serde(default)]
    language: String,
    point: Option<f64>,
    #[serde(default)]
    result: String,
}

impl From<Row> for Submission {
    fn from(row: Row) -> Self {
        Self {
            judge: Judge::ATCODER,
            id: row.id,
            at: Timestamp::from_second(row.epoch_second).unwrap_or(Timestamp::UNIX_EPOCH),
            contest: row.contest_id,
            problem: ProblemId::atcoder(&row.problem_id),
            name: None,
            verdict: row.result,
            participation: None,
            team: false,
            language: row.language,
            points: row.point,
        }
    }
}
