//! How far the archive got: `recent`, its 1,000 newest submissions of anybody, and `user/ac_rank`, how many problems it
//! counts as accepted for a user. The count is kept apart from the submissions: where some are lost, it still counts them.

use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::API;
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::error::FetchError;
use crate::fetch::reply::{Reply, ReplyStatus, json_or_refusal};
use crate::model::{ArchiveState, Handle, Judge, JudgeData, SourceName};

/// How far the archive got, for `handle`. What it doesn't tell is no error, and is asked for once: nothing but what is said
/// of the archive hangs on it.
pub async fn state(client: &Client, handle: &Handle) -> ArchiveState {
    let count = ask(client, &["user", "ac_rank"], &[("user", handle.as_str())]).await;
    // A site that doesn't answer isn't asked for the larger one.
    if count.as_ref().is_err_and(|error| error.kind.is_of_site()) {
        return ArchiveState::default();
    }
    let newest = ask(client, &["recent"], &[]).await.ok();
    ArchiveState { newest: newest.and_then(newest_of), accepted: count.ok().map(|Count { count }| count) }
}

async fn ask<T: DeserializeOwned>(
    client: &Client,
    path: &[&str],
    query: &[(&str, &str)],
) -> Result<T, FetchError> {
    let what = SourceName::at(Judge::ATCODER, JudgeData::Submissions);
    let path: Vec<&str> = API.iter().chain(path).copied().collect();
    client.get(&what, &path, query, once).await
}

fn once<T: DeserializeOwned>(reply: &Reply) -> ReplyStatus<T> {
    match json_or_refusal(reply) {
        ReplyStatus::Again(kind) => ReplyStatus::GiveUp(kind),
        other => other,
    }
}

fn newest_of(rows: Vec<RecentRow>) -> Option<Timestamp> {
    rows.into_iter().map(|row| row.epoch_second).max()
}

#[derive(Debug, Deserialize)]
struct RecentRow {
    #[serde(deserialize_with = "checked::second")]
    epoch_second: Timestamp,
}

#[derive(Debug, Deserialize)]
struct Count {
    count: u64,
}
