//! Plain facts and the words for them. No I/O, no clock, no formatting for a terminal.

mod chance;
mod colour;
mod day;
mod equivalence;
mod judge;
mod known;
mod problem;
mod rating;
mod repo;
mod site;
mod solution;
mod target;
mod text;
mod update;

pub use chance::chance;
pub use colour::{Colour, Goal, Tier, UnknownGoal};
pub use day::{AuthorDate, DayRule, Period, PracticeDay, RestDay, StreakRules};
pub use equivalence::equivalent;
pub use judge::{Handle, InvalidHandle, Judge, SeriesKey, Track};
pub use known::{KNOWN_JUDGES, KnownJudge, ProblemNames, known_judge, known_judge_in};
pub use problem::{NamedBy, NamedProblem, ProblemId};
pub use rating::{RatingChange, RatingSeries};
pub use repo::RepoSpec;
pub use site::{Endpoint, Site};
pub use solution::{CommitId, FileChange, FileChangeKind, Identity, RepoPath, SolutionChange};
pub use target::Target;
pub use text::{clean, count};
pub use update::Update;
