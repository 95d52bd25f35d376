//! Codeforces, <https://codeforces.com/apiHelp>.
//!
//! Answers come in an envelope, refusals too: `{"status":"FAILED","comment":…}`, with HTTP 200 or 400 or another. The
//! comment decides, not the code.

use jiff::Timestamp;
use serde::Deserialize;

use crate::fetch::answer::Answer;
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::error::{ErrorKind, FetchError};
use crate::fetch::history::oldest_first;
use crate::fetch::reply::{Reply, ReplyStatus, malformed};
use crate::model::{Handle, Judge, JudgeData, RatingChange, SourceName, Track, Validator};

mod lists;
mod profiles;
mod submissions;

pub use lists::{contests, problems};
pub use profiles::profiles;
pub use submissions::submissions;

#[cfg(test)]
pub(crate) use lists::{ContestRow, ProblemSet};
#[cfg(test)]
pub(crate) use submissions::SubmissionRow;

/// The rating history of `handle`, oldest first: the method `user.rating`. `known` is the stamp of the stored one.
pub async fn ratings(
    client: &Client,
    handle: &Handle,
    known: Option<&Validator>,
) -> Result<Answer<Vec<RatingChange>>, FetchError> {
    let query = [("handle", handle.as_str()), ("lang", "en")];
    let what = SourceName::of_user(Judge::CODEFORCES, JudgeData::Ratings(Track::Algorithm), handle);
    let answer = client
        .get_if_changed(&what, &["api", "user.rating"], &query, known, |reply| ratings_of(reply, handle))
        .await;
    let rows = |rows: Vec<RatingRow>| oldest_first(rows.into_iter().map(RatingChange::from).collect());
    Ok(or_renamed(client, handle, answer).await?.map(rows))
}

/// Whether the judge knows `handle`, under which name: the method `user.info`, which resolves earlier names.
pub async fn knows(client: &Client, handle: &Handle) -> Result<(), FetchError> {
    let what = SourceName::of_user(Judge::CODEFORCES, JudgeData::Profile, handle);
    match current_name(client, &what, handle).await? {
        Some(new) => Err(FetchError {
            what,
            kind: ErrorKind::Renamed { judge: Judge::CODEFORCES, handle: handle.clone(), new },
        }),
        None => Ok(()),
    }
}

/// The name that `handle` has now, where it is another.
async fn current_name(
    client: &Client,
    what: &SourceName,
    handle: &Handle,
) -> Result<Option<Handle>, FetchError> {
    let query = [("handles", handle.as_str()), ("checkHistoricHandles", "true"), ("lang", "en")];
    let name = client.get(what, &["api", "user.info"], &query, |reply| name(reply, handle)).await?;
    let name = name.filter(|name| !name.eq_ignore_ascii_case(handle.as_str()));
    Ok(name.and_then(|name| Handle::new(Judge::CODEFORCES, &name).ok()))
}

/// The name in a reply to `user.info` about `handle`.
pub(crate) fn name(reply: &Reply, handle: &Handle) -> ReplyStatus<Option<String>> {
    #[derive(Deserialize)]
    struct User {
        handle: String,
    }
    judge(reply, Some(handle)).map(|users: Vec<User>| users.into_iter().next().map(|user| user.handle))
}

/// What to make of a reply that lists the ratings of `handle`. Every row says whose it is.
pub(crate) fn ratings_of(reply: &Reply, handle: &Handle) -> ReplyStatus<Vec<RatingRow>> {
    judge(reply, Some(handle)).only_of(handle, |row: &RatingRow| row.handle.as_deref())
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
            kind: kind @ (ErrorKind::UnknownHandle { .. } | ErrorKind::OtherUser { .. }),
        }) => {
            let is_of = |new: &Handle| match &kind {
                ErrorKind::OtherUser { other, .. } => new.as_str().eq_ignore_ascii_case(other),
                _ => true,
            };
            let kind = match current_name(client, &what, handle).await {
                Ok(Some(new)) if is_of(&new) => {
                    ErrorKind::Renamed { judge: Judge::CODEFORCES, handle: handle.clone(), new }
                }
                Ok(_) | Err(_) => kind,
            };
            Err(FetchError { what, kind })
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
pub(crate) struct RatingRow {
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

impl From<RatingRow> for RatingChange {
    fn from(row: RatingRow) -> Self {
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
pub(crate) fn judge<T: serde::de::DeserializeOwned>(
    reply: &Reply,
    handle: Option<&Handle>,
) -> ReplyStatus<T> {
    if !reply.body.trim_ascii_start().starts_with(b"{") {
        return reply
            .refusal()
            .unwrap_or_else(|| ReplyStatus::Again(malformed("no JSON object", &reply.body)));
    }
    let envelope: Envelope<T> = match reply.json() {
        Ok(envelope) => envelope,
        Err(kind) => return reply.refusal().unwrap_or(ReplyStatus::Again(kind)),
    };
    match (envelope.status.as_str(), envelope.result, envelope.comment) {
        ("OK", Some(result), _) => ReplyStatus::Use(result),
        ("FAILED", _, Some(comment)) => refused(comment, handle, reply),
        _ => ReplyStatus::GiveUp(malformed("neither a result nor a comment", &reply.body)),
    }
}

fn refused<T>(comment: String, handle: Option<&Handle>, reply: &Reply) -> ReplyStatus<T> {
    if comment.contains("Call limit exceeded") {
        return ReplyStatus::Again(ErrorKind::TooOften { wait: reply.retry_after });
    }
    // "handle: User with handle x not found", by some methods "handles: …".
    if let Some(handle) = handle
        && comment.contains("User with handle")
        && comment.ends_with("not found")
    {
        let handle = handle.clone();
        return ReplyStatus::GiveUp(ErrorKind::UnknownHandle { judge: Judge::CODEFORCES, handle });
    }
    let refused = ErrorKind::Refused(comment);
    if reply.status < 500 { ReplyStatus::GiveUp(refused) } else { ReplyStatus::Again(refused) }
}
