//! The ratings of a group's members.

use jiff::Timestamp;

use super::super::error::AppError;
use crate::answers::group::MemberRating;
use crate::model::{Member, SeriesKey};
use crate::store::Store;

/// The ratings of `member` as they were at the `end` of a week that began at `begin`.
pub(super) fn of(
    member: &Member,
    store: Option<&Store>,
    (begin, end): (Timestamp, Timestamp),
) -> Result<Vec<MemberRating>, AppError> {
    let Some(store) = store else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for (judge, handle) in &member.handles {
        for track in judge.tracks() {
            let key = SeriesKey { judge: *judge, track: *track, handle: handle.clone() };
            if let Some(rating) = store.rating_at(&key, end)? {
                let before = store.rating_at(&key, begin)?;
                all.push(MemberRating::new(key, rating, before));
            }
        }
    }
    Ok(all)
}
