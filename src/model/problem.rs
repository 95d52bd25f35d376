//! Which problem a solution solves.

use std::fmt;

use serde::Serialize;

/// A problem's identity: the judge's own name for it, and the judge where that name alone doesn't tell.
///
/// Shown as `codeforces/4/A` or `abc300_a`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct ProblemId(String);

impl ProblemId {
    /// A Codeforces problem: the contest's number and the problem's index (`A`, `B1`), in any case.
    pub fn codeforces(contest: u32, index: &str) -> Self {
        Self(format!("codeforces/{contest}/{}", index.to_ascii_uppercase()))
    }

    /// A problem of a set on Codeforces that is no contest (`acmsguru`).
    pub fn codeforces_set(set: &str, index: &str) -> Self {
        Self(format!("codeforces/{set}/{}", index.to_ascii_uppercase()))
    }

    /// An AtCoder task by its id (`abc300_a`), in any case. Ids are unique across AtCoder.
    pub fn atcoder(task: &str) -> Self {
        Self(task.to_ascii_lowercase())
    }

    /// An identity as the store keeps it.
    pub fn from_stored(text: String) -> Self {
        Self(text)
    }

    /// The identity as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ProblemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
