//! Facts to answers: pure functions. "Now" and the time zone are arguments.

mod attempts;
mod authors;
mod catalogue;
mod committed;
mod contests;
mod dice;
#[cfg(test)]
mod facts;
pub mod forecast;
mod form;
mod formula;
mod habits;
mod hint;
mod hours;
mod journal;
mod lead;
mod level;
mod median;
mod odds;
mod outlook;
mod pace;
mod period;
mod problem_days;
mod recommend;
mod recorded;
pub mod review;
mod solved;
mod standing;
mod steps;
mod streak;
mod sync;
mod tally;
mod target;
mod todo;
mod upload;
mod way;
mod window;
mod worked;

pub use crate::judges::{PerformanceEstimate, performance_estimates};
pub use attempts::{Attempts, ContestTimes, Phase, Solve, attempts};
pub use authors::{AuthorStreak, streaks_by_author};
pub use catalogue::{Catalogue, CatalogueEntry, is_topic};
pub use committed::{missing, unsubmitted};
pub use contests::{
    ContestProblems, ContestTaken, Contests, Participated, Performance, coming, contests_taken,
};
pub use forecast::{Forecast, Spread, TooFewContests};
pub use form::form;
pub use formula::{ANY, Formula, UNHEARD_OF, WhatIf};
pub use habits::{Habits, Stretch, WeekdayShare, habits};
pub use hint::Hint;
pub use hours::{Hours, hours};
pub use journal::{JournalCommit, JournalDay, JournalProblem, ProblemRef, journal};
pub use lead::{Lead, leads};
pub use level::{Courses, Level, LevelBasis, Levels};
pub use median::{median, running_median};
pub use odds::{Odds, Try, tries};
pub use outlook::{FORM, LATELY, Outlook, Reach, end_of};
pub use pace::{JudgePace, Pace, Trend, Unit};
pub use period::{PeriodTally, period_tally};
pub use problem_days::ProblemDays;
pub use recommend::{Assignment, BAND, Past, Progress, Proposal, Why, Wish, recommend};
pub use recorded::{RecordedTally, recorded};
pub use solved::{Solved, SolvedProblem, UnnamedFile, solved};
pub use standing::{RatingBy, SeriesStatus, Standing, forecast_from, progress_of, reaches, standing};
pub use steps::Steps;
pub use streak::{
    PracticeLog, Run, StreakAnswer, StreakState, ThisWeek, Today, meets_goal, newest_offset, practice_log,
    streak, streak_of, streaks,
};
pub use sync::{Fetched, SourceNews, SourceReport, SyncReport};
pub use tally::{ColourTally, Counts, MonthTally, TagTally, Tally};
pub use target::{TargetProgress, target_progress};
pub use todo::{Known, Look, Task, Todo, looks, todo};
pub use way::{Giving, Way};
pub use window::Window;
pub use worked::{WITHIN_REACH, Worked, attempts_until, worked};
