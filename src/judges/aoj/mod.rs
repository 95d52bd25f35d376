//! Aizu Online Judge, <https://onlinejudge.u-aizu.ac.jp>: it neither rates nor says how hard its problems are.

pub mod fetch;
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
    /// Aizu Online Judge.
    pub const AOJ: Self = Self::new(&spec::SPEC);
}
