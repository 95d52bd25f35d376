//! Aizu Online Judge's interface, <http://developers.u-aizu.ac.jp>.

use jiff::Timestamp;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _, IgnoredAny};

use crate::fetch::answer::{Answer, KnownSubmissions};
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::error::FetchError;
use crate::fetch::paged::{NewestFirst, PageAsk, PagedRows};
use crate::fetch::reply::{Reply, ReplyStatus, json_of_user};
use crate::model::{Handle, Judge, JudgeData, Listed, ProblemId, SourceName, Submission, Validator};

/// Submissions a page. Pages begin at multiples of this.
const PAGE: usize = 500;

/// The submissions of `handle`: all of them, or with `known` the pages down to the first that brings nothing new.
///
/// `stamp` is that of the stored first page; `page` is told after each page how many submissions came so far.
pub async fn submissions(
    client: &Client,
    handle: &Handle,
    known: Option<&dyn KnownSubmissions>,
    stamp: Option<&Validator>,
    page: &dyn Fn(usize),
) -> Result<Answer<Listed>, FetchError> {
    let what = SourceName::of_user(Judge::AOJ, JudgeData::Submissions, handle);
    // Between two pages rows only come on top, which repeats some: nothing is taken away here.
    let list = NewestFirst { what: &what, size: PAGE, overlaps: false, known, stamp, page };
    let size = PAGE.to_string();
    let ask = async |PageAsk { from, stamp }: PageAsk<'_>| {
        let nth = (from / PAGE).to_string();
        let path = ["submission_records", "users", handle.as_str()];
        let query = [("page", nth.as_str()), ("size", &size)];
        client.get_if_changed(&what, &path, &query, stamp, |reply| page_of(reply, handle)).await
    };
    let take =
        |got: Vec<SubmissionRow>| Ok(got.into_iter().map(|row| (row.judge_id, Some(row.into()))).collect());
    let answer = list.read(ask, take).await?;
    Ok(answer.map(|read: PagedRows| Listed::whole(read.rows, read.reach)))
}

/// What to make of a reply that lists submissions of `handle`. Rows may say whose they are.
fn page_of(reply: &Reply, handle: &Handle) -> ReplyStatus<Vec<SubmissionRow>> {
    json_of_user(reply, Judge::AOJ, handle).only_of(handle, |row: &SubmissionRow| row.user_id.as_deref())
}

/// Whether the judge knows `handle`.
pub async fn knows(client: &Client, handle: &Handle) -> Result<(), FetchError> {
    let what = SourceName::of_user(Judge::AOJ, JudgeData::Profile, handle);
    let path = ["users", handle.as_str()];
    client
        .get(&what, &path, &[], |reply| json_of_user::<IgnoredAny>(reply, Judge::AOJ, handle).map(drop))
        .await
}

/// One submission, as far as it is used.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct SubmissionRow {
    #[serde(deserialize_with = "checked::number")]
    judge_id: u64,
    user_id: Option<String>,
    problem_id: String,
    #[serde(deserialize_with = "millisecond")]
    submission_date: Timestamp,
    status: i64,
    #[serde(default)]
    language: String,
}

/// A moment in milliseconds since 1970, without the fraction of its second.
fn millisecond<'de, D: Deserializer<'de>>(from: D) -> Result<Timestamp, D::Error> {
    let number = i64::deserialize(from)?;
    checked::real_moment(number.div_euclid(1000))
        .ok_or_else(|| D::Error::custom(format_args!("a time of {number} ms")))
}

/// The word for a verdict's code; none where the judge hasn't decided.
fn verdict(status: i64) -> String {
    let word = match status {
        0 => "CE",
        1 => "WA",
        2 => "TLE",
        3 => "MLE",
        4 => "AC",
        // It waits, or runs.
        5 | 9 => "",
        6 => "OLE",
        7 => "RE",
        8 => "PE",
        other => return other.to_string(),
    };
    word.to_owned()
}

impl From<SubmissionRow> for Submission {
    fn from(row: SubmissionRow) -> Self {
        Self {
            judge: Judge::AOJ,
            id: row.judge_id,
            at: row.submission_date,
            contest: None,
            problem: ProblemId::aoj(&row.problem_id),
            name: None,
            verdict: verdict(row.status),
            participation: None,
            team: false,
            language: row.language,
            points: None,
            told: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Outcome, fixtures};

    #[test]
    fn every_code_is_a_verdict_and_what_runs_or_is_unknown_waits() {
        let outcome = |status| {
            let verdict = verdict(status);
            fixtures::submission(Judge::AOJ, 1, ProblemId::aoj("0000"), &verdict).outcome()
        };
        let waiting: Vec<i64> = (-1..=11).filter(|status| outcome(*status) == Outcome::Waiting).collect();
        assert_eq!(waiting, [-1, 5, 9, 10, 11]);
        let accepted: Vec<i64> = (-1..=11).filter(|status| outcome(*status) == Outcome::Accepted).collect();
        assert_eq!(accepted, [4]);
        assert!(fixtures::submission(Judge::AOJ, 1, ProblemId::aoj("0000"), &verdict(0)).failed_to_compile());
    }
}
