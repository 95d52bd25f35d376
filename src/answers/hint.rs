//! What is missing before there is more to answer, and how old it is what there is.

use jiff::SignedDuration;
use jiff::civil::Date;

use crate::model::{FailureReason, Judge, JudgeData};

/// Something that the reader of an answer should know or do.
#[derive(Debug, Clone, PartialEq)]
pub enum Hint {
    /// No handle is configured.
    NoHandle,
    /// None of the judges with a handle has a rating.
    NoRating,
    /// No judge was asked yet.
    NothingFetched,
    /// Judges of which something could not be fetched, the last time that they were asked.
    FetchFailed {
        /// The judges.
        judges: Vec<Judge>,
        /// How long ago that was.
        age: SignedDuration,
        /// What went wrong: "no connection".
        reason: FailureReason,
    },
    /// Lists of judges that were never fetched.
    NotFetched(Vec<(Judge, Vec<JudgeData>)>),
    /// The ratings were fetched so long ago.
    OldRatings(SignedDuration),
    /// A list of a judge was fetched so long ago.
    OldList(Judge, JudgeData, SignedDuration),
    /// An archive of a judge's submissions that lacks the newest contests: its name, and its newest submission.
    ArchiveBehind {
        /// The judge.
        judge: Judge,
        /// The archive's name.
        archive: &'static str,
        /// The title of the first contest that one took part in and nothing is archived from.
        contest: String,
        /// The day on which that ended.
        on: Date,
        /// The day of the newest submission that it has of one; `None` where it has none.
        newest: Option<Date>,
    },
    /// An archive of a judge's submissions that had nothing new of anybody when it was asked.
    ArchiveStalled {
        /// The judge.
        judge: Judge,
        /// The archive's name.
        archive: &'static str,
        /// The day of the newest submission that it has.
        newest: Date,
    },
    /// An archive of a judge's submissions that lists fewer accepted problems of the user than it counts.
    ArchiveLacks {
        /// The judge.
        judge: Judge,
        /// The archive's name.
        archive: &'static str,
        /// How many it counts.
        counted: u64,
        /// How many it lists.
        listed: u64,
    },
    /// No target is configured.
    NoTarget,
    /// A judge without a handle is left out.
    WithoutHandle(Judge),
    /// A judge whose submissions were never fetched is left out.
    WithoutSubmissions(Judge),
    /// There is no handle for the judge that was asked for.
    NoSuchHandle,
    /// None of the judges with a handle tells what is within reach.
    NothingWithinReach,
    /// Nothing fits all that was asked for.
    NothingFits,
    /// Every problem of a list that fits all that was asked for is solved.
    NothingLeftInList,
    /// A judge's list of problems was never fetched.
    NoProblems(Judge),
    /// A judge that names no topics is left out where one was asked for.
    NoTopics(Judge),
    /// Without a rating there is no level at a judge.
    NoLevel(Judge),
    /// The level at a judge is what the rating at another one is roughly worth.
    RoughLevel(Judge, f64),
}
