//! The ratings of a group's members.

use jiff::Timestamp;

use super::super::error::AppError;
use crate::answers::group::{MemberRating, member_rating};
use crate::model::{Member, SeriesKey};
use crate::store::Store;

/// The ratings of `member` as they were at the end of a week.
pub(super) fn of(
    member: &Member,
    store: Option<&Store>,
    week: (Timestamp, Timestamp),
) -> Result<Vec<MemberRating>, AppError> {
    let Some(store) = store else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for (judge, handle) in &member.handles {
        for track in judge.tracks() {
            let key = SeriesKey { judge: *judge, track: *track, handle: handle.clone() };
            all.extend(member_rating(store.series(key)?, week));
        }
    }
    Ok(all)
}
