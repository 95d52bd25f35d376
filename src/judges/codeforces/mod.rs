//! Codeforces, <https://codeforces.com>.

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
    ratings: &[&rating::Algorithm],
    sources: &[
        Source { name: "ratings", title: "ratings", brings: Brings::Ratings(Track::Algorithm) },
        Source { name: "submissions", title: "submissions", brings: Brings::Submissions },
        Source { name: "problems", title: "problems", brings: Brings::Problems },
        Source { name: "contests", title: "contests", brings: Brings::Contests },
    ],
};

impl Judge {
    /// Codeforces.
    pub const CODEFORCES: Self = Self::new(&SPEC);
}
