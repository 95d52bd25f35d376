//! What asking brought, and what it cost.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::error::FetchError;
use crate::model::{Listed, Omitted, Submission, Validator};

/// What asking cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Requests made.
    pub requests: u32,
    /// Of these, the ones that were answered by "not modified".
    pub not_modified: u32,
    /// Time spent not asking: the spacing between requests, and the waits before tries.
    pub waited: Duration,
}

/// One request, as it went.
#[derive(Debug, Clone)]
pub struct RequestLog {
    /// The HTTP method.
    pub method: &'static str,
    /// The whole address.
    pub url: String,
    /// The HTTP status; `None` where no answer came.
    pub status: Option<u16>,
    /// The size of the answer's body, decompressed.
    pub bytes: usize,
    /// How long the client waited for its turn before.
    pub waited: Duration,
    /// How long the answer took.
    pub took: Duration,
    /// Whether the answer was only wanted if something had changed.
    pub conditional: bool,
}

/// An answer to a request that may have been conditional.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer<T> {
    /// What was fetched before is still right.
    Unchanged,
    /// What there is now, and what to recognise it by.
    New(T, Validator),
}

impl<T> Answer<T> {
    /// The same about what `change` makes of it.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Answer<U> {
        match self {
            Self::Unchanged => Answer::Unchanged,
            Self::New(value, stamp) => Answer::New(change(value), stamp),
        }
    }
}

/// An answer that lists rows.
pub trait Rows {
    /// Whether it says that there are none at all.
    fn says_none(&self) -> bool;

    /// What is missing in it, where that is known.
    fn omitted(&self) -> Option<&Omitted> {
        None
    }

    /// Why a part of what was asked for is missing.
    fn failure(&self) -> Option<&FetchError> {
        None
    }
}

/// What is told of each that was asked for.
impl<T> Rows for Vec<T> {
    fn says_none(&self) -> bool {
        false
    }
}

impl<T> Rows for Answer<Vec<T>> {
    fn says_none(&self) -> bool {
        matches!(self, Self::New(rows, _) if rows.is_empty())
    }
}

impl Rows for Answer<Listed> {
    fn says_none(&self) -> bool {
        matches!(self, Self::New(listed, _) if listed.rows.is_empty())
    }

    fn omitted(&self) -> Option<&Omitted> {
        match self {
            Self::Unchanged => None,
            Self::New(listed, _) => Some(&listed.omitted),
        }
    }
}

impl<A: Rows, B: Rows> Rows for (A, B) {
    fn says_none(&self) -> bool {
        self.0.says_none() || self.1.says_none()
    }
}

/// What came of a list in several resources.
#[derive(Debug)]
pub struct Parts<T> {
    /// The answers of those that answered, by name.
    pub answers: Vec<(&'static str, Answer<Vec<T>>)>,
    /// What the first failed at that did.
    pub failure: Option<FetchError>,
}

impl<T> Rows for Parts<T> {
    fn says_none(&self) -> bool {
        !self.answers.is_empty() && self.answers.iter().all(|(_, answer)| answer.says_none())
    }

    fn failure(&self) -> Option<&FetchError> {
        self.failure.as_ref()
    }
}

/// What is known of a user's submissions already.
pub trait KnownSubmissions {
    /// Whether every one of `page` is known as it is.
    fn has_all(&self, page: &[Submission]) -> bool;

    /// Whether one with a number below `id` waits for its verdict.
    fn waits_below(&self, id: u64) -> bool;

    /// From when on something may be new at a judge that learns of submissions up to `late` after they were handed in: so
    /// long before the newest known one, or when the oldest was handed in that waits for its verdict. `None` where
    /// nothing is known.
    fn unsettled_since(&self, late: SignedDuration) -> Option<Timestamp>;
}
