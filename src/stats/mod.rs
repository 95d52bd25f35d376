//! Facts to answers: pure functions. "Now" and the time zone are arguments.

mod atcoder;
mod steps;
mod streak;
mod target;

pub use atcoder::{HeuristicResult, algorithm_rating, heuristic_rating};
pub use steps::Steps;
pub use streak::{StreakAnswer, StreakState, Today, streak};
pub use target::{TargetProgress, target_progress};
