//! Submissions as they come page by page, each kept once.

use std::collections::HashMap;

use super::error::ErrorKind;
use crate::model::Submission;

/// The submissions that came so far.
#[derive(Debug, Default)]
pub(crate) struct Collected {
    rows: Vec<Submission>,
    /// By number, the place in `rows`.
    places: HashMap<u64, usize>,
}

impl Collected {
    /// Adds one; whether it is new. One that came before may have another verdict by now, but is the same submission.
    pub fn add(&mut self, row: Submission) -> Result<bool, ErrorKind> {
        let Some(&place) = self.places.get(&row.id) else {
            self.places.insert(row.id, self.rows.len());
            self.rows.push(row);
            return Ok(true);
        };
        let known = &mut self.rows[place];
        if (known.at, &known.problem) != (row.at, &row.problem) {
            let reason = format!("two submissions have the number {}", row.id);
            return Err(ErrorKind::Malformed { reason, start: String::new() });
        }
        *known = row;
        Ok(false)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Those that came as the `from`th and later.
    pub fn since(&self, from: usize) -> &[Submission] {
        &self.rows[from..]
    }

    /// All of them, in the order in which they came first.
    pub fn into_rows(self) -> Vec<Submission> {
        self.rows
    }
}
