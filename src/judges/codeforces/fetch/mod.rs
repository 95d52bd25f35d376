//! Codeforces, <https://codeforces.com/apiHelp>.
//!
//! Answers come in an envelope, refusals too: `{"status":"FAILED","comment":…}`, with HTTP 200 or 400 or another. The
//! comment decides, not the code.

use jiff::Timestamp;
use serde::Deserialize;

use crate::fetch::answer::Answer;
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::error::{FetchError, Trouble};
use crate::fetch::history::oldest_first;
use crate::fetch::reply::{Reply, Verdict, malformed};
use crate::model::{Handle, Judge, RatingChange, Stamp};

mod lists;
mod submissions;

pub use lists::{contests, problems};
pub use submissions::submissions;

#[cfg(test)]
pub(crate) use lists::{ContestRow, ProblemSet};
#[cfg(test)]
pub(crate) use submissions::Row as SubmissionRow;

/// The rating history of `handle`, oldest first: the method `user.rating`. `known` is the stamp of the stored one.
pub async fn ratings(
    client: &Client,
    handle: &Handle,
    known: Option<&Stamp>,
) -> Result<Answer<Vec<RatingChange>>, FetchError> {
    let query = [("handle", handle.as_str()), ("lang", "en")];
    let what = format!("Codeforces ratings of {handle}");
    let answer = client
        .get_if_changed(&what, &["api", "user.rating"], &query, known, |reply| ratings_of(reply, handle))
        .await;
    let rows = |rows: Vec<Row>| oldest_first(rows.into_iter().map(RatingChange::from).collect());
    Ok(or_renamed(client, handle, answer).await?.map(rows))
}

/// Whether the judge knows `handle`, under which name: the method `user.info`, which resolves earlier names.
pub async fn knows(client: &Client, handle: &Handle) -> Result<(), FetchError> {
    let what = format!("Codeforces profile of {handle}");
    match current_name(client, &what, handle).await? {
        Some(new) => Err(FetchError {
            what,
            trouble: Trouble::Renamed { judge: Judge::CODEFORCES, handle: handle.clone(), new },
        }),
        None => Ok(()),
    }
}

/// The name that `handle` has now, where it is another.
async fn current_name(client: &Client, what: &str, handle: &Handle) -> Result<Option<Handle>, FetchError> {
    let query = [("handles", handle.as_str()), ("checkHistoricHandles", "true"), ("lang", "en")];
    let name = client.get(what, &["api", "user.info"], &query, |reply| name(reply, handle)).await?;
    let name = name.filter(|name| !name.eq_ignore_ascii_case(handle.as_str()));
    Ok(name.and_then(|name| Handle::new(Judge::CODEFORCES, &name).ok()))
}

/// The name in a reply to `user.info` about `handle`.
pub(crate) fn name(reply: &Reply, handle: &Handle) -> Verdict<Option<String>> {
    #[derive(Deserialize)]
    struct User {
        handle: String,
    }
    judge(reply, Some(handle)).map(|users: Vec<User>| users.into_iter().next().map(|user| user.handle))
}

/// What to make of a reply that lists the ratings of `handle`. Every row says whose it is.
pub(crate) fn ratings_of(reply: &Reply, handle: &Handle) -> Verdict<Vec<Row>> {
    judge(reply, Some(handle)).only_of(handle, |row: &Row| row.handle.as_deref())
}

/// An answer; where it is that nobody is called `handle`, or about somebody of another name, the judge is asked for the
/// new name.
async fn or_renamed<T>(
    client: &Client,
    handle: &Handle,
    answer: Result<T, FetchError>,
) -> Result<T, FetchError> {
    match answer {
        Err(FetchError {
            what,
            trouble: trouble @ (Trouble::UnknownHandle { .. } | Trouble::OtherUser { .. }),
        }) => {
            let is_of = |new: &Handle| match &trouble {
                Trouble::OtherUser { other, .. } => new.as_str().eq_ignore_ascii_case(other),
                _ => true,
            };
            let trouble = match current_name(client, &what, handle).await {
                Ok(Some(new)) if is_of(&new) => {
                    Trouble::Renamed { judge: Judge::CODEFORCES, handle: handle.clone(), new }
                }
                Ok(_) | Err(_) => trouble,
            };
            Err(FetchError { what, trouble })
        }
        answer => answer,
    }
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
pub(crate) struct Row {
    contest_id: u64,
    contest_name: String,
    handle: Option<String>,
    rank: u32,
    /// When the contest ended.
    #[serde(deserialize_with = "checked::second")]
    rating_update_time_seconds: Timestamp,
    #[serde(deserialize_with = "checked::rating")]
    old_rating: i32,
    #[serde(deserialize_with = "checked::rating")]
    new_rating: i32,
}

impl From<Row> for RatingChange {
    fn from(row: Row) -> Self {
        Self {
            contest: row.contest_id.to_string(),
            name: row.contest_name,
            at: row.rating_update_time_seconds,
            place: Some(row.rank).filter(|rank| *rank > 0),
            old: row.old_rating,
            new: row.new_rating,
            performance: None,
            // A rating that is set to nothing is an act of administration and no contest.
            rated: row.new_rating != 0,
        }
    }
}

/// What to make of a reply to any method; one about a user names their `handle`.
pub(crate) fn judge<T: serde::de::DeserializeOwned>(reply: &Reply, handle: Option<&Handle>) -> Verdict<T> {
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

fn refused<T>(comment: String, handle: Option<&Handle>, reply: &Reply) -> Verdict<T> {
    if comment.contains("Call limit exceeded") {
        return Verdict::Again(Trouble::TooOften { wait: reply.retry_after });
    }
    // "handle: User with handle x not found", by some methods "handles: …".
    if let Some(handle) = handle
        && comment.contains("User with handle")
        && comment.ends_with("not found")
    {
        let handle = handle.clone();
        return Verdict::GiveUp(Trouble::UnknownHandle { judge: Judge::CODEFORCES, handle });
    }
    let refused = Trouble::Refused(comment);
    if reply.status < 500 { Verdict::GiveUp(refused) } else { Verdict::Again(refused) }
}
