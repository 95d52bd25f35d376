//! Facts to answers: pure functions. "Now" and the time zone are arguments.

mod atcoder;
mod authors;
mod habits;
mod solved;
mod steps;
mod streak;
mod target;

pub use atcoder::{HeuristicResult, algorithm_rating, heuristic_rating};
pub use authors::{AuthorStreak, streaks_by_author};
pub use habits::{Habits, Stretch, WeekdayShare, habits};
pub use solved::{Solved, SolvedProblem, UnnamedFile, solved};
pub use steps::Steps;
pub use streak::{PracticeLog, StreakAnswer, StreakState, ThisWeek, Today, practice_log, streak, streak_of};
pub use target::{TargetProgress, target_progress};
