//! AtCoder Problems, <https://github.com/kenkoooo/AtCoderProblems/blob/master/doc/api.md>: the community's archive of
//! AtCoder's submissions, problems and contests, and its estimates of how hard the problems are.

mod lists;
mod state;
mod submissions;

pub use lists::{contest_problems, contests, difficulties, problems};
pub use state::state;
pub use submissions::{SETTLED_AFTER, answers, submissions};

#[cfg(test)]
pub(crate) use lists::{ContestProblemRow, Models, ProblemRow};
#[cfg(test)]
pub(crate) use submissions::SubmissionRow;

/// Where its interface begins.
const API: [&str; 2] = ["atcoder-api", "v3"];
