//! Contests: those that one took part in, and how it went; those to come.

mod coming;
mod problems;
mod taken;

use jiff::{SignedDuration, Timestamp};

use crate::model::{Contest, Judge};
pub use coming::{ComingContest, coming};
pub use problems::ContestProblems;
pub use taken::{ContestTaken, Participated, Performance, contests_taken};

/// What lasts longer is no contest that one takes part in from its beginning to its end, but a collection that stays open
/// (AtCoder's `typical90`, `APG4b`).
pub(super) const LONGEST: SignedDuration = SignedDuration::from_hours(60 * 24);

/// When `contest` begins and ends; `None` where that isn't settled, and for collections that stay open.
pub(super) fn times(contest: &Contest) -> Option<(Timestamp, Timestamp)> {
    let start = contest.start?;
    let length = SignedDuration::from_secs(i64::try_from(contest.seconds).ok()?);
    if length > LONGEST {
        return None;
    }
    Some((start, start.checked_add(length).ok()?))
}

/// The contests that an answer is about.
#[derive(Debug)]
pub struct Contests<'a> {
    /// What runs or will, the first to begin first.
    pub coming: Vec<ComingContest<'a>>,
    /// What one took part in, the newest first.
    pub past: Vec<ContestTaken<'a>>,
    /// Whether anything was fetched that tells what one took part in.
    pub is_past_known: bool,
    /// Judges of which what tells what comes was never fetched.
    pub untold: Vec<Judge>,
    /// When the lists of what comes were last brought up to date; `None` where none was.
    pub as_of: Option<Timestamp>,
}
