//! What is asked of AtCoder itself, of the community's archive of it, and of its calendars.

pub mod archive;
pub mod calendar;
pub mod ratings;
