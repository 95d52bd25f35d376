//! What somebody imported: facts from a file of theirs, besides those that judges and repositories tell.

use jiff::Timestamp;

use super::{Judge, ProblemId, RatingChange, SeriesKey, Submission};
use crate::lang::Later;

/// The facts of one file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Import {
    /// The file, as messages name it.
    pub file: String,
    /// Contests of rating histories, those of each series in the judge's order.
    pub ratings: Vec<(SeriesKey, RatingChange)>,
    /// Submissions, each once.
    pub submissions: Vec<ImportedSubmission>,
    /// Problems, each once.
    pub problems: Vec<ImportedProblem>,
}

impl Import {
    /// Whether it has nothing.
    pub fn is_empty(&self) -> bool {
        self.ratings.is_empty() && self.submissions.is_empty() && self.problems.is_empty()
    }
}

/// What an archive tells of a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedProblem {
    /// The problem.
    pub problem: ProblemId,
    /// Its title.
    pub title: Option<String>,
    /// How hard it is: a place in [`super::KnownJudge::levels`] of its judge.
    pub level: Option<u8>,
    /// Its topics, in the words of the judge.
    pub topics: Vec<String>,
    /// Whether one solved it; nobody knows when.
    pub solved: bool,
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
    /// How many problems.
    pub problems: usize,
    /// How many of the problems were solved, nobody knows when.
    pub solved: usize,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// The line of the file, the first one 1. Of a row of several lines the first.
    pub line: u64,
    /// The column, by its name; `None` where it is the whole row.
    pub column: Option<String>,
    /// What is wrong: "\"x\" is not a whole number".
    pub what: Later,
}
