//! AtCoder: the rating history behind the profile page's graph, as JSON.

use jiff::Timestamp;
use serde::Deserialize;

use crate::fetch::answer::{Answer, Rows as _};
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::error::{ErrorKind, FetchError};
use crate::fetch::history::oldest_first;
use crate::fetch::reply::{Reply, ReplyStatus, json_or_refusal};
use crate::model::{Handle, Judge, JudgeData, RatingChange, SourceName, Track, Validator};

/// The history of `handle` in `track`, oldest first, unrated entries included.
///
/// The judge answers with an empty history for a user that it doesn't know, too.
pub async fn ratings(
    client: &Client,
    handle: &Handle,
    track: Track,
    known: Option<&Validator>,
) -> Result<Answer<Vec<RatingChange>>, FetchError> {
    let query: &[(&str, &str)] = match track {
        Track::Algorithm => &[],
        Track::Heuristic => &[("contestType", "heuristic")],
    };
    let what = SourceName::of_user(Judge::ATCODER, JudgeData::Ratings(track), handle);
    let path = ["users", handle.as_str(), "history", "json"];
    let answer = client.get_if_changed(&what, &path, query, known, |reply| judge(reply, handle)).await?;
    Ok(answer.map(|rows: Vec<RatingRow>| oldest_first(rows.into_iter().map(RatingChange::from).collect())))
}

/// The history of `handle` in the algorithm track; an error where there is none and the judge doesn't know the user. Who
/// was known when the stored one came is still.
pub async fn ratings_of_known(
    client: &Client,
    handle: &Handle,
    known: Option<&Validator>,
) -> Result<Answer<Vec<RatingChange>>, FetchError> {
    let answer = ratings(client, handle, Track::Algorithm, known).await?;
    let page = format!("/users/{handle}/");
    let is_new = known.is_none_or(|stamp| !stamp.url.contains(&page));
    if is_new && answer.says_none() {
        match knows(client, handle).await {
            Err(error) if error.kind.is_of_user() => return Err(error),
            _ => {}
        }
    }
    Ok(answer)
}

/// Whether the judge knows `handle`: it has a profile page.
pub async fn knows(client: &Client, handle: &Handle) -> Result<(), FetchError> {
    let what = SourceName::of_user(Judge::ATCODER, JudgeData::Profile, handle);
    let path = ["users", handle.as_str()];
    client
        .get(&what, &path, &[], |reply| match reply.status {
            200 => ReplyStatus::Use(()),
            404 => judge(reply, handle).map(drop),
            status => reply.refusal().unwrap_or(ReplyStatus::GiveUp(ErrorKind::Blocked(status))),
        })
        .await
}

/// One entry, as far as it is used.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct RatingRow {
    is_rated: bool,
    place: Option<u32>,
    #[serde(deserialize_with = "checked::rating")]
    old_rating: i32,
    #[serde(deserialize_with = "checked::rating")]
    new_rating: i32,
    /// 0 in unrated entries; missing in some.
    #[serde(default, deserialize_with = "checked::optional_rating")]
    performance: Option<i32>,
    contest_screen_name: String,
    #[serde(default)]
    contest_name: String,
    #[serde(default)]
    contest_name_en: String,
    #[serde(deserialize_with = "checked::moment")]
    end_time: Timestamp,
}

impl From<RatingRow> for RatingChange {
    fn from(row: RatingRow) -> Self {
        let slug = &row.contest_screen_name;
        let contest = slug.strip_suffix(".contest.atcoder.jp").unwrap_or(slug).to_owned();
        let name = [row.contest_name, row.contest_name_en].into_iter().find(|name| !name.is_empty());
        Self {
            name: name.unwrap_or_else(|| contest.clone()),
            contest,
            at: row.end_time,
            place: row.place.filter(|place| *place > 0),
            old: row.old_rating,
            new: row.new_rating,
            performance: row.performance.filter(|_| row.is_rated),
            rated: row.is_rated,
        }
    }
}

fn judge(reply: &Reply, handle: &Handle) -> ReplyStatus<Vec<RatingRow>> {
    if reply.status == 404 {
        let handle = handle.clone();
        return ReplyStatus::GiveUp(ErrorKind::UnknownHandle { judge: Judge::ATCODER, handle });
    }
    json_or_refusal(reply)
}

#[cfg(test)]
pub(crate) fn parse(body: &[u8]) -> Result<Vec<RatingChange>, ErrorKind> {
    let reply = Reply { status: 200, body: body.to_vec(), ..Reply::default() };
    let rows: Vec<RatingRow> = reply.json()?;
    Ok(oldest_first(rows.into_iter().map(RatingChange::from).collect()))
}
