//! DMOJ's interface, version 2: <https://docs.dmoj.ca/#/site/api>.
//!
//! Answers come in an envelope with either `data` or `error`; lists come in pages.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::fetch::answer::Answer;
use crate::fetch::client::Client;
use crate::fetch::error::{ErrorKind, FetchError};
use crate::fetch::reply::{Reply, ReplyStatus, malformed};
use crate::model::{SourceName, Validator};

mod lists;
mod submissions;
mod user;

pub use lists::{contests, problems};
pub use submissions::submissions;
pub use user::{knows, ratings};

/// More pages than any list has.
const MOST_PAGES: usize = 2000;

#[derive(Deserialize)]
struct Envelope<T> {
    data: Option<T>,
    error: Option<Refusal>,
}

#[derive(Deserialize)]
struct Refusal {
    code: u16,
    #[serde(default)]
    message: String,
}

/// A page of a list. Without a count of pages it says only whether there is another.
#[derive(Debug, Deserialize)]
struct Page<T> {
    objects: Vec<T>,
    #[serde(default)]
    has_more: bool,
    total_objects: Option<usize>,
    total_pages: Option<usize>,
}

impl<T> Page<T> {
    /// Whether the list goes on after this page, its `number`th.
    fn goes_on(&self, number: usize) -> bool {
        self.total_pages.map_or(self.has_more, |pages| number < pages)
    }
}

/// What to make of a reply; `None` where the judge has no such thing.
///
/// Who is asked too often shuts out for days, and shows a page with a test: nothing that could be meant so is asked again.
fn data<T: DeserializeOwned>(reply: &Reply) -> ReplyStatus<Option<T>> {
    if reply.is_page() {
        return ReplyStatus::GiveUp(ErrorKind::Blocked(reply.status));
    }
    let envelope: Envelope<T> = match reply.json() {
        Ok(envelope) => envelope,
        Err(kind) => {
            return match reply.refusal() {
                Some(ReplyStatus::Again(kind @ ErrorKind::TooOften { .. })) => ReplyStatus::GiveUp(kind),
                refusal => refusal.unwrap_or(ReplyStatus::Again(kind)),
            };
        }
    };
    match (envelope.data, envelope.error) {
        (Some(data), None) => ReplyStatus::Use(Some(data)),
        (None, Some(Refusal { code: 404, .. })) => ReplyStatus::Use(None),
        (None, Some(Refusal { code: 429, .. })) => {
            ReplyStatus::GiveUp(ErrorKind::TooOften { wait: reply.retry_after })
        }
        (None, Some(Refusal { code, message })) if code < 500 => {
            ReplyStatus::GiveUp(ErrorKind::Refused(message))
        }
        (None, Some(Refusal { message, .. })) => ReplyStatus::Again(ErrorKind::Refused(message)),
        _ => ReplyStatus::GiveUp(malformed("neither data nor an error", &reply.body)),
    }
}

/// What [`data`] says, where that there is no such thing means `none`.
fn there<T: DeserializeOwned>(reply: &Reply, none: impl FnOnce() -> ErrorKind) -> ReplyStatus<T> {
    match data(reply) {
        ReplyStatus::Use(Some(data)) => ReplyStatus::Use(data),
        ReplyStatus::Use(None) => ReplyStatus::GiveUp(none()),
        ReplyStatus::Again(kind) => ReplyStatus::Again(kind),
        ReplyStatus::GiveUp(kind) => ReplyStatus::GiveUp(kind),
    }
}

fn unlike(reason: &str) -> ErrorKind {
    ErrorKind::Malformed { reason: reason.to_owned(), start: String::new() }
}

/// Every object of a list that is about nobody, page by page. The stamp is that of the first page, and says something of
/// all only where there is no other.
async fn whole_list<T: DeserializeOwned>(
    client: &Client,
    what: &SourceName,
    list: &str,
    filter: &[(&str, &str)],
    known: Option<&Validator>,
) -> Result<Answer<Vec<T>>, FetchError> {
    let failed = |kind| FetchError { what: what.clone(), kind };
    let mut rows = Vec::new();
    let mut stamp = None;
    for number in 1..=MOST_PAGES {
        let name = number.to_string();
        let query: Vec<(&str, &str)> = filter.iter().copied().chain([("page", name.as_str())]).collect();
        let known = known.filter(|_| number == 1);
        let judge = |reply: &Reply| there(reply, || unlike("a page of the list is missing"));
        let answer: Answer<Page<T>> =
            client.get_if_changed(what, &["api", "v2", list], &query, known, judge).await?;
        let Answer::New(page, own) = answer else { return Ok(Answer::Unchanged) };
        let goes_on = page.goes_on(number);
        if goes_on && page.objects.is_empty() {
            return Err(failed(unlike("an empty page is not the last one")));
        }
        rows.extend(page.objects);
        let stamp = stamp.get_or_insert(own);
        if !goes_on {
            return Ok(Answer::New(rows, stamp.clone()));
        }
        // The page alone may stay as it is while others change.
        (stamp.etag, stamp.last_modified) = (None, None);
    }
    Err(failed(unlike(&format!("more than {MOST_PAGES} pages"))))
}
