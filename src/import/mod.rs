//! Files that somebody brings: the tables that [`crate::report::export`] writes, read back, and archives of solved.ac.
//!
//! Bytes to `model`, row by row. What is wrong with a row is said with its line and its column, and never stops the
//! reading of the next one; what is done about it is the caller's.

mod ratings;
mod row;
mod solved_ac;
mod submissions;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub use ratings::RatingRow;
pub use solved_ac::{Archive, read_solved_ac};
pub use submissions::SubmissionRow;
pub use table::{Format, Read, Rows, WrongFile, read};

/// Something of the file, and the line that says it.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed<T> {
    /// The line, the first one 1.
    pub line: u64,
    /// What it says.
    pub row: T,
}
