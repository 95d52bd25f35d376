//! Codeforces, <https://codeforces.com/apiHelp>.
//!
//! Answers come in an envelope, refusals too: `{"status":"FAILED","comment":…}`, with HTTP 200 or 400 or another. The
//! comment decides, not the code.

use jiff::Timestamp;
use serde::Deserialize;

use super::client::Client;
use super::error::{FetchError, Trouble};
use super::reply::{Reply, Verdict, malformed};
use crate::model::{Handle, Judge, RatingChange};

/// The rating history of `handle`, oldest first: the method `user.rating`.
pub async fn ratings(client: &Client, handle: &Handle) -> Result<Vec<RatingChange>, FetchError> {
    let query = [("handle", handle.as_str()), ("lang", "en")];
    let what = format!("Codeforces ratings of {handle}");
    let rows: Vec<Row> =
        client.get(&what, &["api", "user.rating"], &query, |reply| judge(reply, handle)).await?;
    Ok(rows.into_iter().map(RatingChange::from).collect())
}

#[derive(Deserialize)]
struct Envelope<T> {
    status: String,
    comment: Option<String>,
    result: Option<T>,
}

/// The object `RatingChange`, as far as it is used.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Row {
    contest_id: u64,
    contest_name: String,
    rank: u32,
    rating_update_time_seconds: i64,
    old_rating: i32,
    new_rating: i32,
}

impl From<Row> for RatingChange {
    fn from(row: Row) -> Self {
        Self {
            contest: row.contest_id.to_string(),
            name: row.contest_name,
            // The time is the contest's end; one that no calendar holds stands at its end.
            at: Timestamp::from_second(row.rating_update_time_seconds).unwrap_or(Timestamp::MAX),
            place: Some(row.rank).filter(|rank| *rank > 0),
            old: row.old_rating,
            new: row.new_rating,
            performance: None,
            // A rating that is set to nothing is an act of administration and no contest.
            rated: row.new_rating != 0,
        }
    }
}

/// What to make of a reply to any method about `handle`.
pub(super) fn judge<T: serde::de::DeserializeOwned>(reply: &Reply, handle: &Handle) -> Verdict<T> {
    if !reply.body.trim_ascii_start().starts_with(b"{") {
        return reply.refusal().unwrap_or_else(|| Verdict::Again(malformed("no JSON object", &reply.body)));
    }
    let envelope: Envelope<T> = match reply.json() {
        Ok(envelope) => envelope,
        Err(trouble) => return reply.refusal().unwrap_or(Verdict::Again(trouble)),
    };
    match (envelope.status.as_str(), envelope.result, envelope.comment) {
        ("OK", Some(result), _) => Verdict::Use(result),
        ("FAILED", _, Some(comment)) => refused(comment, handle, reply),
        _ => Verdict::GiveUp(malformed("neither a result nor a comment", &reply.body)),
    }
}

fn refused<T>(comment: String, handle: &Handle, reply: &Reply) -> Verdict<T> {
    if comment.contains("Call limit exceeded") {
        return Verdict::Again(Trouble::TooOften { wait: reply.retry_after });
    }
    // "handle: User with handle x not found", by some methods "handles: …".
    if comment.contains("User with handle") && comment.ends_with("not found") {
        let handle = handle.clone();
        return Verdict::GiveUp(Trouble::UnknownHandle { judge: Judge::Codeforces, handle });
    }
    Verdict::GiveUp(Trouble::Refused(comment))
}
