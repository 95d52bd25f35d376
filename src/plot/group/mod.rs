//! The study group: its members' days and weeks, and their ratings.

mod calendar;
mod ratings;

pub use self::calendar::group_calendar;
pub use self::ratings::group_ratings;
use super::font;
use super::scene::Size;
use crate::model::clean;

/// What somebody or something is called, as far as `room` pixels hold it.
fn short(name: &str, room: f32) -> String {
    font::fit(&clean(name), Size::Small.px(), false, room)
}
