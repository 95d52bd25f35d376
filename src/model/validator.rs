//! What tells whether something fetched is still the same.

use jiff::Timestamp;

/// Where something was fetched from, and what the server said to recognise it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Validator {
    /// The whole address.
    pub url: String,
    /// Its `ETag`, as the server wrote it.
    pub etag: Option<String>,
    /// Its `Last-Modified`, as the server wrote it.
    pub last_modified: Option<String>,
}

/// A stamp that is kept, and when it was last seen to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredValidator {
    /// The stamp.
    pub stamp: Validator,
    /// When the server last said so.
    pub at: Timestamp,
}
