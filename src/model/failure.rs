//! What could not be done, and what to do about it.

use super::Advice;

/// Why a source could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What went wrong, with its causes.
    pub message: String,
    /// What to do about it.
    pub remedy: Option<Advice>,
}
