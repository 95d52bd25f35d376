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
    /// Whether something may be missing from an answer that rests on it.
    pub incomplete: bool,
}

/// Whether an answer rests on all that it should, and what there is to know of that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completeness {
    /// Whether nothing is missing.
    pub complete: bool,
    /// What is missing, and whatever else there is to know: a sentence each, with its source before it.
    pub warnings: Vec<String>,
}

impl Completeness {
    /// Of an answer that rests on sources with these notes and failures.
    pub fn of(notes: &[Note], failures: &[Failure]) -> Self {
        let note = |note: &Note| match &note.source {
            Some(source) => format!("{source}: {}", note.message),
            None => note.message.clone(),
        };
        let failures_told = failures.iter().map(|failure| failure.message.clone());
        Self {
            complete: failures.is_empty() && !notes.iter().any(|note| note.incomplete),
            warnings: failures_told.chain(notes.iter().map(note)).collect(),
        }
    }
}
