//! What somebody imported: facts from a file of theirs, besides those that judges and repositories tell.

use jiff::Timestamp;

use super::{Judge, RatingChange, SeriesKey, Submission};

/// The facts of one file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Import {
    /// The file, as messages name it.
    pub file: String,
    /// Contests of rating histories, those of each series in the judge's order.
    pub ratings: Vec<(SeriesKey, RatingChange)>,
    /// Submissions, each once.
    pub submissions: Vec<ImportedSubmission>,
}

/// A submission from a file.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedSubmission {
    /// The submission.
    pub submission: Submission,
    /// How hard its problem is, on the judge's scale of ratings.
    pub difficulty: Option<i32>,
}

/// What is stored of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportSummary {
    /// What it is called.
    pub name: String,
    /// The file that it came from.
    pub file: String,
    /// When it was imported.
    pub at: Timestamp,
    /// The judges that it tells of, in the order in which they are shown.
    pub judges: Vec<Judge>,
    /// How many contests of rating histories it has.
    pub ratings: usize,
    /// How many submissions.
    pub submissions: usize,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// The line of the file, the first one 1. Of a row of several lines the first.
    pub line: u64,
    /// The column, by its name; `None` where it is the whole row.
    pub column: Option<String>,
    /// What is wrong, in words: "\"x\" is no whole number".
    pub what: String,
}
