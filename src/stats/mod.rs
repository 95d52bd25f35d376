//! Facts to answers: pure functions. "Now" and the time zone are arguments.

mod atcoder;
pub mod codeforces;
pub mod forecast;
mod formula;
mod outlook;
mod steps;
mod streak;
mod target;

pub use atcoder::{
    ContestClass, HeuristicResult, algorithm_need, algorithm_needed, algorithm_rating, heuristic_rating,
    heuristic_results,
};
pub use forecast::{Forecast, Spread, TooFewContests};
pub use formula::{ANY, Formula};
pub use outlook::{FORM, Outlook, Reach, end_of};
pub use steps::Steps;
pub use streak::{StreakAnswer, StreakState, Today, streak};
pub use target::{TargetProgress, target_progress};
