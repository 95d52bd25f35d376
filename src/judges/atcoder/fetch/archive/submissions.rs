//! `user/submissions`: the submissions of a user from a second on, oldest first.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::API;
use crate::fetch::answer::Answer;
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::collected::Collected;
use crate::fetch::error::{ErrorKind, FetchError};
use crate::fetch::reply::{Reply, ReplyStatus, json_or_refusal};
use crate::model::{
    Extent, Handle, Judge, JudgeData, Listed, Omitted, ProblemId, SourceName, Submission, Validator,
};

/// The archive learns of submissions late and of verdicts later: what is younger is asked for again.
pub const SETTLED_AFTER: SignedDuration = SignedDuration::from_hours(48);

/// The most submissions that come at once.
const PAGE: usize = 500;
/// More than any user has.
const MOST_PAGES: usize = 2000;

/// The submissions of `handle` from `since` on; `None` for all. A user that nobody knows has none.
///
/// Several can share a second, and no order among them is defined: the last second of a full page is asked for again,
/// and what came already is dropped. What a second holds beyond a page can't be had, and is named as omitted.
///
/// `stamp` is that of the stored answer from the same second on; `page` is told after each page how many came so far. An
/// answer of several pages can't be recognised later: that the first is as it was says nothing about the others.
pub async fn submissions(
    client: &Client,
    handle: &Handle,
    since: Option<Timestamp>,
    stamp: Option<&Validator>,
    page: &dyn Fn(usize),
) -> Result<Answer<Listed>, FetchError> {
    let what = SourceName::of_user(Judge::ATCODER, JudgeData::Submissions, handle);
    let failed = |kind| FetchError { what: what.clone(), kind };
    let malformed =
        |reason: &str| failed(ErrorKind::Malformed { reason: reason.to_owned(), start: String::new() });
    let mut from = since.map_or(0, Timestamp::as_second);
    let mut collected = Collected::default();
    let mut omitted = Omitted::default();
    for nth in 0..MOST_PAGES {
        let second = from.to_string();
        let query = [("user", handle.as_str()), ("from_second", &second)];
        let path = [API[0], API[1], "user", "submissions"];
        let stamp = stamp.filter(|_| nth == 0);
        let answer =
            client.get_if_changed(&what, &path, &query, stamp, |reply| page_of(reply, handle)).await?;
        let (got, stamp) = match answer {
            Answer::Unchanged => return Ok(Answer::Unchanged),
            Answer::New(got, stamp) => (got, stamp),
        };
        let is_last = got.len() < PAGE;
        if !is_last && !got.is_sorted_by_key(|row| row.epoch_second) {
            return Err(malformed("the submissions aren't listed oldest first"));
        }
        let seconds = || got.iter().map(|row| row.epoch_second.as_second());
        if !is_last && seconds().any(|second| second < from) {
            return Err(malformed("a page repeats what came before"));
        }
        let newest = seconds().max().unwrap_or(from);
        for row in got {
            collected.add(row.into()).map_err(failed)?;
        }
        page(collected.len());
        if is_last {
            let rows = collected.into_rows();
            let reach = since.map_or(Extent::All, Extent::Since);
            let stamp = if nth == 0 { stamp } else { Validator { etag: None, last_modified: None, ..stamp } };
            return Ok(Answer::New(Listed { rows, reach, omitted }, stamp));
        }
        if newest == from {
            // A second with a whole page of submissions would come for ever.
            omitted.crowded_seconds.extend(Timestamp::from_second(from));
        }
        from = newest.max(from + 1);
    }
    Err(malformed(&format!("more than {MOST_PAGES} pages")))
}

/// What to make of a reply that lists submissions of `handle`. Every row says whose it is.
fn page_of(reply: &Reply, handle: &Handle) -> ReplyStatus<Vec<SubmissionRow>> {
    json_or_refusal(reply).only_of(handle, |row: &SubmissionRow| row.user_id.as_deref())
}

/// Whether the archive answers: asks it how many submissions `handle` had in the first second of 1970.
pub async fn answers(client: &Client, handle: &Handle) -> Result<(), FetchError> {
    #[derive(Deserialize)]
    struct Count {
        #[serde(rename = "count")]
        _count: u64,
    }
    let what = SourceName::of_user(Judge::ATCODER, JudgeData::Submissions, handle);
    let path = [API[0], API[1], "user", "submission_count"];
    let query = [("user", handle.as_str()), ("from_second", "0"), ("to_second", "1")];
    client.get::<Count>(&what, &path, &query, json_or_refusal).await.map(drop)
}

/// One submission, as far as it is used.
#[derive(Debug, Deserialize)]
pub(crate) struct SubmissionRow {
    #[serde(deserialize_with = "checked::number")]
    id: u64,
    #[serde(deserialize_with = "checked::second")]
    epoch_second: Timestamp,
    user_id: Option<String>,
    problem_id: String,
    contest_id: Option<String>,
    #[serde(default)]
    language: String,
    point: Option<f64>,
    #[serde(default)]
    result: String,
}

impl From<SubmissionRow> for Submission {
    fn from(row: SubmissionRow) -> Self {
        Self {
            judge: Judge::ATCODER,
            id: row.id,
            at: row.epoch_second,
            contest: row.contest_id,
            problem: ProblemId::atcoder(&row.problem_id),
            name: None,
            verdict: row.result,
            told: None,
            participation: None,
            team: false,
            language: row.language,
            points: row.point,
        }
    }
}
