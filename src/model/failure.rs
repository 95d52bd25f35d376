//! What could not be done, and what to do about it.

/// Why a source could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What went wrong, with its causes.
    pub message: String,
    /// What to do about it.
    pub remedy: Option<String>,
}

/// Something to know of what was read all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The source that it is about, as scripts know it; `None` for what is about none.
    pub source: Option<String>,
    /// What it is.
    pub message: String,
    /// What to do about it.
    pub remedy: Option<String>,
}
