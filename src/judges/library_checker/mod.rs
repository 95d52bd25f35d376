//! Library Checker, <https://judge.yosupo.jp>: it neither rates nor says how hard its problems are.

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
    /// Library Checker.
    pub const LIBRARY_CHECKER: Self = Self::new(&spec::SPEC);
}
