//! Many users at once: the method `user.info`. One name that nobody has fails the whole request, which names it.

use jiff::Timestamp;
use serde::Deserialize;

use super::judge;
use crate::fetch::checked;
use crate::fetch::client::Client;
use crate::fetch::error::{ErrorKind, FetchError};
use crate::fetch::reply::{Reply, ReplyStatus};
use crate::judges::{Profile, Profiled};
use crate::model::{Handle, Judge, JudgeData, SourceName};

/// So many names are in one request: the judge takes ten thousand, and not every server such an address.
const AT_ONCE: usize = 200;

/// What the judge tells of `handles`, in their order. Who has another name by now is among the untold.
pub async fn profiles(client: &Client, handles: &[&Handle]) -> Result<Vec<Profiled>, FetchError> {
    let mut told = vec![Profiled::default(); handles.len()];
    let places: Vec<usize> = (0..handles.len()).collect();
    let mut parts: Vec<Vec<usize>> = places.chunks(AT_ONCE).map(<[usize]>::to_vec).collect();
    while let Some(mut part) = parts.pop() {
        let names: Vec<&str> = part.iter().map(|place| handles[*place].as_str()).collect();
        let query = [("handles", &*names.join(";")), ("lang", "en")];
        let users = client
            .get(
                &SourceName::at(Judge::CODEFORCES, JudgeData::Profiles),
                &["api", "user.info"],
                &query,
                users_of,
            )
            .await;
        let is_called = |place: &usize, name: &str| handles[*place].as_str().eq_ignore_ascii_case(name);
        match users {
            Ok(users) => {
                for user in users {
                    if let Some(place) = part.iter().find(|place| is_called(place, &user.handle)) {
                        told[*place] = Profiled::Known(user.into());
                    }
                }
            }
            Err(FetchError { kind: ErrorKind::Refused(comment), .. }) if comment.starts_with("handle") => {
                let unknown =
                    name_of(&comment).and_then(|name| part.iter().position(|place| is_called(place, name)));
                if let Some(unknown) = unknown {
                    told[part.remove(unknown)] = Profiled::Unknown;
                    parts.extend((!part.is_empty()).then_some(part));
                } else if part.len() > 1 {
                    // It is one of them, and the comment doesn't say which.
                    let half = part.split_off(part.len() / 2);
                    parts.extend([half, part]);
                }
            }
            Err(error) => return Err(error),
        }
    }
    Ok(told)
}

/// The name in "handles: User with handle x not found".
fn name_of(comment: &str) -> Option<&str> {
    comment.split_once("User with handle ")?.1.strip_suffix(" not found")
}

/// The object `User`, as far as it is used.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct User {
    handle: String,
    rating: Option<i32>,
    max_rating: Option<i32>,
    #[serde(deserialize_with = "checked::second")]
    last_online_time_seconds: Timestamp,
}

impl From<User> for Profile {
    fn from(user: User) -> Self {
        let User { rating, max_rating, last_online_time_seconds, .. } = user;
        Self { rating, highest: max_rating, last_seen: last_online_time_seconds }
    }
}

fn users_of(reply: &Reply) -> ReplyStatus<Vec<User>> {
    judge(reply, None)
}
