//! Answers to words: what the terminal shows, and the JSON that scripts read.
//!
//! Texts carry ANSI styles; whoever prints them strips what the output can't show.

mod doctor;
mod json;
mod paint;
mod rating;
mod status;
mod streak;
mod sync;
mod words;

pub use doctor::{Check, checks};
pub use json::{RatingJson, StatusJson, StreakJson, SyncJson, to_line};
pub use paint::Paint;
pub use rating::rating;
pub use status::{SeriesStatus, status};
pub use streak::{calendar, streak, streak_line};
pub use sync::{Failure, SourceReport, SyncReport, sync};
pub use words::ago;
