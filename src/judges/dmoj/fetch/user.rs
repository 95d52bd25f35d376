//! A user, and the contests that they took part in.

use std::collections::HashMap;

use serde::Deserialize;

use super::lists::ContestRow;
use super::{there, unlike, whole_list};
use crate::fetch::answer::Answer;
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::error::{ErrorKind, FetchError};
use crate::fetch::history::oldest_first;
use crate::fetch::reply::{Reply, ReplyStatus};
use crate::model::{Handle, Judge, JudgeData, RatingChange, SourceName, Track, Validator};

/// So many contests are asked for at once: their names have to fit into an address.
const AT_ONCE: usize = 80;

#[derive(Debug, Deserialize)]
struct Object<T> {
    object: T,
}

#[derive(Debug, Deserialize)]
struct User {
    username: String,
    #[serde(default)]
    contests: Vec<Participated>,
}

/// A contest that the user took part in while it ran, rated or not.
#[derive(Debug, Deserialize)]
struct Participated {
    key: String,
    /// The rating after it; none where it was not rated.
    #[serde(default, deserialize_with = "checked::optional_rating")]
    rating: Option<i32>,
    #[serde(default, deserialize_with = "checked::optional_rounded_rating")]
    performance: Option<i32>,
}

/// The rating history of `handle`, oldest first, contests without a rating included. The history names contests alone; when
/// they were comes from the list of contests.
pub async fn ratings(
    client: &Client,
    handle: &Handle,
    known: Option<&Validator>,
) -> Result<Answer<Vec<RatingChange>>, FetchError> {
    let what = SourceName::of_user(Judge::DMOJ, JudgeData::Ratings(Track::Algorithm), handle);
    let (user, stamp) = match user(client, &what, handle, known).await? {
        Answer::Unchanged => return Ok(Answer::Unchanged),
        Answer::New(user, stamp) => (user, stamp),
    };
    let mut contests = HashMap::new();
    for some in user.contests.chunks(AT_ONCE) {
        let filter: Vec<(&str, &str)> = some.iter().map(|one| ("key", one.key.as_str())).collect();
        let answer = whole_list(client, &what, "contests", &filter, None).await?;
        let Answer::New(rows, _) = answer else { continue };
        contests.extend(rows.into_iter().map(|row: ContestRow| (row.key.clone(), row)));
    }
    let history = history(user.contests, &mut contests).map_err(|kind| FetchError { what, kind })?;
    Ok(Answer::New(history, stamp))
}

/// Whether the judge knows `handle`.
pub async fn knows(client: &Client, handle: &Handle) -> Result<(), FetchError> {
    user(client, &SourceName::of_user(Judge::DMOJ, JudgeData::Profile, handle), handle, None).await.map(drop)
}

async fn user(
    client: &Client,
    what: &SourceName,
    handle: &Handle,
    known: Option<&Validator>,
) -> Result<Answer<User>, FetchError> {
    let path = ["api", "v2", "user", handle.as_str()];
    client.get_if_changed(what, &path, &[], known, |reply| of_user(reply, handle)).await
}

fn of_user(reply: &Reply, handle: &Handle) -> ReplyStatus<User> {
    let unknown = || ErrorKind::UnknownHandle { judge: Judge::DMOJ, handle: handle.clone() };
    match there(reply, unknown) {
        ReplyStatus::Use(Object { object: User { username, .. } })
            if !username.eq_ignore_ascii_case(handle.as_str()) =>
        {
            ReplyStatus::GiveUp(ErrorKind::OtherUser { handle: handle.clone(), other: username })
        }
        status => status.map(|Object { object }| object),
    }
}

fn history(
    participated: Vec<Participated>,
    contests: &mut HashMap<String, ContestRow>,
) -> Result<Vec<RatingChange>, ErrorKind> {
    let mut listed = Vec::with_capacity(participated.len());
    for one in participated {
        let contest = contests.get(&one.key).ok_or_else(|| {
            unlike(&format!("the history has the contest {:?}, and the list of contests hasn't", one.key))
        })?;
        listed.push((contest.end_time, contest.name.clone(), one));
    }
    // The ratings follow each other in the order in which contests ended.
    listed.sort_by_key(|(ended, ..)| *ended);
    let mut rating = 0;
    let change = |(at, name, one): (_, _, Participated)| {
        let old = rating;
        rating = one.rating.unwrap_or(rating);
        let performance = one.performance.filter(|_| one.rating.is_some());
        RatingChange {
            contest: one.key,
            name,
            at,
            place: None,
            old,
            new: rating,
            performance,
            rated: one.rating.is_some(),
        }
    };
    Ok(oldest_first(listed.into_iter().map(change).collect()))
}
