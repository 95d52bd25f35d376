//! Mass uploads: commits whose day says nothing of the days on which their solutions were accepted.

use jiff::civil::Date;

use crate::model::{AuthorDate, DayRule, FileChange, FileChangeKind, SolutionChange, SolveRecord};

/// The day that a file of a commit counts for: mostly the commit's.
///
/// A commit that adds files of which at least two were solved on other days, as the READMEs beside them tell, is an upload
/// of what was solved long before, such as the last exports from BOJ: each of these counts for its own day.
pub(super) struct UploadDays<'a> {
    rule: &'a DayRule,
    change: &'a SolutionChange,
    day: Date,
    is_upload: bool,
}

impl<'a> UploadDays<'a> {
    /// Those of `change`, by `rule`.
    pub fn new(change: &'a SolutionChange, rule: &'a DayRule) -> Self {
        let mut days = Self { rule, change, day: rule.day_of(change.date), is_upload: true };
        days.is_upload = change.files.iter().filter(|file| days.own_day(file).is_some()).nth(1).is_some();
        days
    }

    /// The commit's day.
    pub fn of_commit(&self) -> Date {
        self.day
    }

    /// The day of the solve, where that is another one than the commit's and counts.
    pub fn own_day(&self, file: &FileChange) -> Option<Date> {
        let record = file.record.as_ref().filter(|_| self.is_upload && file.kind == FileChangeKind::Added)?;
        self.day_at(record).filter(|own| *own != self.day)
    }

    /// The day of a solve, where that is recorded; where no zone is configured, in the offset of the commit.
    pub fn day_at(&self, record: &SolveRecord) -> Option<Date> {
        let offset_minutes = self.change.date.offset_minutes;
        record.at.map(|at| self.rule.day_of(AuthorDate { seconds: at.as_second(), offset_minutes }))
    }

    /// The day that `file` counts for.
    pub fn of(&self, file: &FileChange) -> Date {
        self.own_day(file).unwrap_or(self.day)
    }
}
