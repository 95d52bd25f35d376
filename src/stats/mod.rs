//! Facts to answers: pure functions. "Now" and the time zone are arguments.

mod streak;

pub use streak::{StreakAnswer, StreakState, Today, streak};
