//! What an archive of a judge's submissions tells of itself.

use jiff::Timestamp;

/// How far an archive got. It tells each only where it has something to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ArchiveState {
    /// When the newest submission that it has of anybody was handed in.
    pub newest: Option<Timestamp>,
    /// How many problems it counts as accepted for a user.
    pub accepted: Option<u64>,
}
