//! How far an archive of submissions got.

use jiff::{SignedDuration, Timestamp};

use crate::model::{ArchiveState, Judge};

/// An archive that gets nothing new of anybody for so long has stalled.
const STALLED_AFTER: SignedDuration = SignedDuration::from_hours(24);

/// How far the archive got that a judge's submissions come from, as it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArchiveFreshness {
    /// The judge.
    pub judge: Judge,
    /// The archive's name.
    pub archive: &'static str,
    /// When it was asked.
    pub asked: Timestamp,
    /// What it told.
    pub state: ArchiveState,
}

impl ArchiveFreshness {
    /// The moment of the newest submission that it has of anybody, where it was old already when the archive was asked.
    pub fn stalled_at(&self) -> Option<Timestamp> {
        self.state.newest.filter(|newest| self.asked.duration_since(*newest) > STALLED_AFTER)
    }
}
