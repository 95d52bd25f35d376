//! A part of a judge's list of submissions.

use jiff::Timestamp;

use super::Submission;

/// Submissions as the judge lists them, down to somewhere in its list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The submissions, each once.
    pub rows: Vec<Submission>,
    /// Of which part of the list they are all, but for what is omitted.
    pub reach: Extent,
    /// What is missing.
    pub omitted: Omitted,
}

impl Listed {
    /// A part of a list in which nothing is missing.
    pub fn whole(rows: Vec<Submission>, reach: Extent) -> Self {
        Self { rows, reach, omitted: Omitted::default() }
    }
}

/// Submissions that belong to a part of a list and aren't in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Omitted {
    /// How many were left out because the judge says that somebody else submitted them.
    pub of_others: usize,
    /// The seconds in which there were more than the judge gives at once.
    pub crowded_seconds: Vec<Timestamp>,
}

/// A part of a list: what lies in it and isn't listed is no longer there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// The whole list.
    All,
    /// Submissions with this number and higher ones.
    FromId(u64),
    /// Submissions of this moment and later ones.
    Since(Timestamp),
    /// Nothing: the judge lists the newest alone, and may leave out some of them.
    Newest,
}

impl Extent {
    /// Whether `submission` lies in it.
    pub fn covers(self, submission: &Submission) -> bool {
        match self {
            Self::All => true,
            Self::FromId(id) => submission.id >= id,
            Self::Since(at) => submission.at >= at,
            Self::Newest => false,
        }
    }
}
