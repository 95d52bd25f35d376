//! What could not be done, and what to do about it.

use jiff::Timestamp;

use super::Advice;

/// Why a source could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What went wrong, with its causes.
    pub message: String,
    /// What to do about it.
    pub remedy: Option<Advice>,
}

/// That a source could not be fetched, the last time that it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedFetch {
    /// When that was.
    pub at: Timestamp,
    /// What went wrong: "no connection".
    pub reason: String,
}
