//! yukicoder, <https://yukicoder.me>: it doesn't rate, and says on a scale of its own how hard its problems are.

pub mod fetch;
mod levels;
mod problems;
mod sources;
mod spec;

pub use sources::SITE;

use super::Entry;
use crate::model::Judge;

/// The row of the registry.
pub(super) static ENTRY: Entry =
    Entry { spec: &spec::SPEC, ratings: &[], sites: sources::SITES, sources: sources::SOURCES, sets: &[] };

impl Judge {
    /// yukicoder.
    pub const YUKICODER: Self = Self::new(&spec::SPEC);
}
