//! AtCoder, <https://atcoder.jp>.

pub mod fetch;
mod kinds;
mod problems;
pub mod rating;
mod sets;
mod sources;
mod spec;

pub use sources::{ARCHIVE, CALENDARS, SITE};

use super::Entry;
use crate::model::Judge;

/// The row of the registry.
pub(super) static ENTRY: Entry = Entry {
    spec: &spec::SPEC,
    ratings: &[&rating::Algorithm, &rating::Heuristic],
    sites: sources::SITES,
    sources: sources::SOURCES,
    sets: sets::SETS,
};

impl Judge {
    /// `AtCoder`.
    pub const ATCODER: Self = Self::new(&spec::SPEC);
}
