//! LeetCode, <https://leetcode.com>, by the interface of its own pages, which nobody promises.

pub mod fetch;
mod problems;
mod rating;
mod sources;
mod spec;

pub use sources::SITE;

use super::Entry;
use crate::model::Judge;

/// The row of the registry.
pub(super) static ENTRY: Entry = Entry {
    spec: &spec::SPEC,
    ratings: &[&rating::Algorithm],
    sites: sources::SITES,
    sources: sources::SOURCES,
    sets: &[],
};

impl Judge {
    /// `LeetCode`.
    pub const LEETCODE: Self = Self::new(&spec::SPEC);
}
