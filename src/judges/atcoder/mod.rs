//! AtCoder, <https://atcoder.jp>.

pub mod fetch;
mod problems;
pub mod rating;
mod spec;

use super::{Brings, Entry, Source};
use crate::model::{Judge, Track};
pub use spec::SPEC;

/// The row of the registry.
pub(super) static ENTRY: Entry = Entry {
    spec: &SPEC,
    ratings: &[&rating::Algorithm, &rating::Heuristic],
    sources: &[
        Source { name: "algorithm", title: "algorithm", brings: Brings::Ratings(Track::Algorithm) },
        Source { name: "heuristic", title: "heuristic", brings: Brings::Ratings(Track::Heuristic) },
        Source { name: "submissions", title: "submissions", brings: Brings::Submissions },
        Source { name: "problems", title: "problems", brings: Brings::Problems },
        Source { name: "models", title: "difficulties", brings: Brings::Difficulties },
        Source { name: "contests", title: "contests", brings: Brings::Contests },
    ],
};

impl Judge {
    /// `AtCoder`.
    pub const ATCODER: Self = Self::new(&SPEC);
}
