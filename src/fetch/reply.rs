//! One HTTP answer, and what to make of one that isn't data.

use std::time::Duration;

use jiff::Timestamp;
use serde::de::DeserializeOwned;

use super::error::ErrorKind;
use crate::model::{Handle, Judge};

/// No title, name or word that a judge tells has nearly as many bytes.
const LONGEST_TEXT: usize = 100_000;

/// An answer that arrived whole.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reply {
    pub status: u16,
    /// Whether it calls itself a web page.
    pub html: bool,
    /// Where it says that the answer is to be had.
    pub location: Option<String>,
    /// What its `Retry-After` says.
    pub retry_after: Option<Duration>,
    /// What to recognise it by, in the server's words.
    pub etag: Option<String>,
    /// When it was last another, in the server's words.
    pub last_modified: Option<String>,
    pub body: Vec<u8>,
}

/// What to do with a reply.
#[derive(Debug)]
pub(crate) enum ReplyStatus<T> {
    /// It is what was asked for.
    Use(T),
    /// It may be another one after a wait.
    Again(ErrorKind),
    /// It would be the same again.
    GiveUp(ErrorKind),
}

impl<T> ReplyStatus<T> {
    /// The same about what `change` makes of it.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> ReplyStatus<U> {
        match self {
            Self::Use(value) => ReplyStatus::Use(change(value)),
            Self::Again(kind) => ReplyStatus::Again(kind),
            Self::GiveUp(kind) => ReplyStatus::GiveUp(kind),
        }
    }
}

impl<T> ReplyStatus<Vec<T>> {
    /// The same, unless a row says that it is about somebody else than `handle`.
    pub fn only_of(self, handle: &Handle, whose: impl Fn(&T) -> Option<&str>) -> Self {
        let Self::Use(rows) = &self else { return self };
        let mut names = rows.iter().filter_map(whose);
        match names.find(|name| !name.eq_ignore_ascii_case(handle.as_str())) {
            Some(other) => {
                Self::GiveUp(ErrorKind::OtherUser { handle: handle.clone(), other: other.to_owned() })
            }
            None => self,
        }
    }
}

impl Reply {
    /// Whether the body can only be a web page.
    pub fn is_page(&self) -> bool {
        self.html || self.body.trim_ascii_start().starts_with(b"<")
    }

    /// Reads a body that should be JSON.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, ErrorKind> {
        if has_text_longer_than(LONGEST_TEXT, &self.body) {
            return Err(malformed(&format!("a text of more than {LONGEST_TEXT} bytes"), &self.body));
        }
        serde_json::from_slice(&self.body).map_err(|error| malformed(&error.to_string(), &self.body))
    }

    /// What any judge means by a reply that isn't data; `None` for one that should be.
    pub fn refusal<T>(&self) -> Option<ReplyStatus<T>> {
        Some(match self.status {
            429 => ReplyStatus::Again(ErrorKind::TooOften { wait: self.retry_after }),
            500..=599 => {
                ReplyStatus::Again(ErrorKind::Unavailable { status: self.status, wait: self.retry_after })
            }
            status if self.is_page() && status != 404 => ReplyStatus::GiveUp(ErrorKind::Blocked(status)),
            // Codeforces says "too often" in plain text with a 403, too.
            403 => ReplyStatus::Again(ErrorKind::TooOften { wait: self.retry_after }),
            200..=299 => return None,
            status => ReplyStatus::GiveUp(ErrorKind::Status { status, start: start(&self.body) }),
        })
    }
}

/// Reads a reply that is JSON unless the site refuses, with no words of its own for refusals.
pub(crate) fn json_or_refusal<T: DeserializeOwned>(reply: &Reply) -> ReplyStatus<T> {
    reply.refusal().unwrap_or_else(|| match reply.json() {
        Ok(value) => ReplyStatus::Use(value),
        Err(kind) => ReplyStatus::Again(kind),
    })
}

/// The same at a judge that says by a 404 that it doesn't know `handle`.
pub(crate) fn json_of_user<T: DeserializeOwned>(
    reply: &Reply,
    judge: Judge,
    handle: &Handle,
) -> ReplyStatus<T> {
    match reply.status {
        404 => ReplyStatus::GiveUp(ErrorKind::UnknownHandle { judge, handle: handle.clone() }),
        _ => json_or_refusal(reply),
    }
}

/// Whether a string in a JSON text has more than `most` bytes as it is written.
fn has_text_longer_than(most: usize, json: &[u8]) -> bool {
    let (mut length, mut is_escaped) = (None, false);
    for byte in json {
        length = match (length, byte) {
            (None, b'"') => Some(0),
            (Some(_), b'"') if !is_escaped => None,
            (length, _) => length.map(|length| length + 1),
        };
        is_escaped = *byte == b'\\' && !is_escaped && length.is_some();
        if length.is_some_and(|length| length > most) {
            return true;
        }
    }
    false
}

/// The kind with a body that isn't what it should be.
pub(crate) fn malformed(reason: &str, body: &[u8]) -> ErrorKind {
    ErrorKind::Malformed { reason: reason.to_owned(), start: start(body) }
}

fn start(body: &[u8]) -> String {
    String::from_utf8_lossy(&body[..body.len().min(1000)]).into_owned()
}

/// `Retry-After`: seconds, or a date as HTTP writes it, seen at `now`.
pub(crate) fn retry_after(text: &str, now: Timestamp) -> Option<Duration> {
    if let Ok(seconds) = text.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(text.trim()).ok()?;
    Some(Duration::try_from(date.duration_since(now)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_bounded_however_it_is_written() {
        let is_long = |json: &str| has_text_longer_than(3, json.as_bytes());
        for short in [r#"["abc", "\"", "\\", "a\"", {"abc": 12345}]"#, r#""abc","abc""#, "12345", "\"", ""] {
            assert!(!is_long(short), "{short}");
        }
        for long in [r#"["abcd"]"#, r#"{"abcd": 1}"#, r#""\"\"""#, r#""\\\\""#, "\"abcd"] {
            assert!(is_long(long), "{long}");
        }
        let title = format!("[\"{}\"]", "x".repeat(LONGEST_TEXT + 1));
        let reply = Reply { body: title.into_bytes(), ..Reply::default() };
        assert!(matches!(reply.json::<Vec<String>>(), Err(ErrorKind::Malformed { .. })));
    }
}
