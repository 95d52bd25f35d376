//! The ratings of a group's members.

use jiff::Timestamp;

use super::super::error::AppError;
use crate::answers::group::MemberRating;
use crate::model::{Handle, Judge, Member, RatingSeries, SeriesKey};
use crate::store::Store;

/// The ratings of `member` as they were at the `end` of a week that began at `begin`.
pub(super) fn of(
    member: &Member,
    store: Option<&Store>,
    (begin, end): (Timestamp, Timestamp),
) -> Result<Vec<MemberRating>, AppError> {
    let Some(store) = store else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for key in keys(member) {
        if let Some(rating) = store.rating_at(&key, end)? {
            let before = store.rating_at(&key, begin)?;
            all.push(MemberRating::new(key, rating, before));
        }
    }
    Ok(all)
}

/// What is stored of the ratings of `member`, a series for each track of each judge.
pub(super) fn series_of(member: &Member, store: Option<&Store>) -> Result<Vec<RatingSeries>, AppError> {
    let Some(store) = store else { return Ok(Vec::new()) };
    keys(member).map(|key| Ok(store.series(key)?)).collect()
}

fn keys(member: &Member) -> impl Iterator<Item = SeriesKey> {
    let key = |judge: Judge, track, handle: &Handle| SeriesKey { judge, track, handle: handle.clone() };
    let handles = member.handles.iter();
    handles
        .flat_map(move |(judge, handle)| judge.tracks().iter().map(move |track| key(*judge, *track, handle)))
}
