//! Plain facts and the words for them. No I/O, no clock, no formatting for a terminal.

mod address;
mod advice;
mod catalogue;
mod chance;
mod colour;
mod day;
mod duplicates;
mod equivalence;
mod failure;
#[cfg(test)]
pub(crate) mod fixtures;
mod group;
mod import;
mod judge;
mod known;
mod layout;
mod listed;
mod note;
mod plausible;
mod problem;
mod problem_list;
mod rated;
mod rating;
mod repo;
mod site;
mod solution;
mod solve_record;
mod spec;
mod spreadsheet;
mod submission;
mod target;
mod text;
mod unknown_goal;
mod unnamed_reason;
mod update;
mod validator;
mod week;

pub use address::{Address, Part, Piece, Spelling, name_of, pieces};
pub use advice::{Advice, AdvicePart};
pub use catalogue::{Contest, ContestProblem, Difficulty, Problem};
pub use chance::{likelihood, share_words};
pub use colour::{Colour, Goal, Tier};
pub use day::{AuthorDate, DayRule, Period, PracticeDay, PracticeSource, RestDay, StreakRules, zone_name};
pub use duplicates::DuplicateProblems;
pub use equivalence::equivalent;
pub use failure::{FailedFetch, Failure};
pub use group::{
    AssignedList, AssignedWeek, Fine, FinePer, Group, GroupGoal, LONGEST_NAME, Member, Owed, SettledRow,
    SettledWeek, folded_name,
};
pub use import::{Import, ImportSummary, ImportedProblem, ImportedSubmission, RowFault};
pub use judge::{Handle, InvalidHandle, Judge, SeriesKey, Track, series_title, series_title_in};
pub use known::{DifficultyLevel, Grade, KnownJudge, ProblemNames};
pub use layout::{InvalidLayout, Layout, ProblemParts};
pub use listed::{Extent, Listed, Omitted};
pub use note::{Completeness, Note, ScanWarning};
pub use plausible::{is_real_rating, real_moment};
pub use problem::{NamedBy, NamedProblem, ProblemId};
pub use problem_list::{ContestSet, ListItem, ListSection, ListSource, ProblemList};
pub use rated::{ContestKind, RatedFor, RatingRange, highest_performance};
pub use rating::{RatingChange, RatingSeries};
pub use repo::RepoSpec;
pub use site::{Endpoint, Site, without_credentials};
pub use solution::{CommitId, FileChange, FileChangeKind, Identity, RepoPath, SolutionChange};
pub use solve_record::SolveRecord;
pub use spec::{CommonScale, DifficultyScale, HandleRule, HeldTogether, JudgeSpec, ProblemRules};
pub use spreadsheet::{disarmed, rearmed};
pub use submission::{Outcome, Participation, Submission};
pub use target::Target;
pub use text::{clean, clean_lines, count, is_unsafe, percent, plural};
pub use unknown_goal::UnknownGoal;
pub use unnamed_reason::UnnamedReason;
pub use update::{Revision, Update};
pub use validator::{StoredValidator, Validator};
pub use week::WeekRule;
