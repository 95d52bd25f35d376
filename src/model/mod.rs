//! Plain facts and the words for them. No I/O, no clock, no formatting for a terminal.

mod catalogue;
mod chance;
mod colour;
mod day;
mod equivalence;
#[cfg(test)]
pub(crate) mod facts;
mod failure;
mod judge;
mod known;
mod layout;
mod listed;
mod problem;
mod rating;
mod repo;
mod site;
mod solution;
mod spec;
mod stamp;
mod submission;
mod target;
mod text;
mod twins;
mod update;

pub use catalogue::{Contest, ContestProblem, Difficulty, Problem};
pub use chance::chance;
pub use colour::{Colour, Goal, Tier, UnknownGoal};
pub use day::{AuthorDate, DayRule, Period, PracticeDay, RestDay, StreakRules, zone_name};
pub use equivalence::equivalent;
pub use failure::{Completeness, Failure, Note};
pub use judge::{Handle, InvalidHandle, Judge, SeriesKey, Track, series_title};
pub use known::{KnownJudge, ProblemNames, ProblemPage};
pub use layout::{InvalidLayout, Layout, ProblemParts};
pub use listed::{Listed, Omitted, Reach};
pub use problem::{NamedBy, NamedProblem, ProblemId};
pub use rating::{RatingChange, RatingSeries};
pub use repo::RepoSpec;
pub use site::{Endpoint, Site, without_credentials};
pub use solution::{CommitId, FileChange, FileChangeKind, Identity, RepoPath, SolutionChange};
pub use spec::{CommonScale, HandleRule, HeldTogether, JudgeSpec, ProblemRules};
pub use stamp::{KeptStamp, Stamp};
pub use submission::{Outcome, Participation, Submission};
pub use target::Target;
pub use text::{clean, clean_lines, count, is_unsafe, percent, plural};
pub use twins::Twins;
pub use update::{Revision, Update};
