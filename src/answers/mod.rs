//! Facts to answers: pure functions. "Now" and the time zone are arguments.

mod archive;
mod attempts;
mod authors;
mod calibration;
mod catalogue;
mod committed;
mod contests;
mod date_range;
#[cfg(test)]
mod fixtures;
pub mod forecast;
mod form;
mod formula;
pub mod group;
mod habits;
mod hint;
mod hours;
mod interval;
mod journal;
mod level;
mod list_progress;
mod median;
mod outlook;
mod pace;
mod period;
mod problem_days;
mod problem_history;
mod quantiles;
mod recommend;
mod recorded;
pub mod review;
mod solved;
mod standing;
mod streak;
mod stretch;
mod sync;
mod tally;
mod target;
mod todo;
mod union;
mod upload;
mod way;

pub use crate::judges::{PerformanceEstimate, performance_estimates};
pub use archive::ArchiveFreshness;
pub use attempts::{Attempts, ContestTimes, Phase, Solve, attempts};
pub use authors::{AuthorStreak, streaks_by_author};
pub use calibration::{PracticeCalibration, Try, tries};
pub use catalogue::{Catalogue, CatalogueEntry, CataloguedProblem, is_topic};
pub use committed::{Unsubmitted, missing, unsubmitted};
pub use contests::{
    ComingContest, ContestProblems, ContestTaken, Contests, Participated, Performance, coming, contests_taken,
};
pub use date_range::DateRange;
pub use forecast::{DAYS as FORECAST_DAYS, Forecast, LEAST_CONTESTS, NoForecast, Spread};
pub use form::form;
pub use formula::{ANY, Formula, UNHEARD_OF, WhatIf};
pub use habits::{Habits, PracticeSpan, WeekdayShare, habits};
pub use hint::Hint;
pub use hours::{Hours, hours};
pub use interval::wilson;
pub use journal::{JournalCommit, JournalDay, JournalProblem, ProblemRef, journal};
pub use level::{Courses, Demand, Level, LevelBasis, Levels};
pub use list_progress::{ListCounts, ListOfMembers, ListProgress, ListedProblem, SectionProgress};
pub use median::{median, quartiles};
pub use outlook::{FORM, GoalTiming, LATELY, Outlook, end_of};
pub use pace::{DatedSolve, Granularity, JudgePace, Pace, Part, Trend};
pub use period::{PeriodTally, period_tally};
pub use problem_days::ProblemDays;
pub use problem_history::{ProblemHistory, WITHIN_REACH, attempts_until, worked};
pub use quantiles::Quantiles;
pub use recommend::{Assignment, BAND, Past, Progress, Proposal, Why, Wish, recommend, recommend_from_list};
pub use recorded::{RecordedTally, recorded, recorded_alone, undated, undated_problems};
pub use solved::{Solved, SolvedProblem, UnnamedFile, solved};
pub use standing::{RatingBy, SeriesStatus, Standing, forecast_from, progress_of, reaches, standing};
pub use streak::{
    AcceptedProblem, PracticeLog, Run, StreakAnswer, StreakState, ThisWeek, Today, accepted_problems,
    meets_goal, newest_offset, practice_log, streak, streak_of, streaks,
};
pub use stretch::{Stretch, leads};
pub use sync::{Fetched, SourceNews, SourceReport, SyncReport};
pub use tally::{Counts, GradeTally, MonthTally, TagTally, Tally};
pub use target::{Held, MetIn, TargetProgress, target_progress};
pub use todo::{PracticeRecord, Repetition, Task, Todo, looks, recorded_looks, todo};
pub use union::{archived_problems, imported_problems, joined_archives, joined_history, joined_submissions};
pub use way::{Giving, Way};
