//! How much was worked on, day by day.

use crate::model::PracticeDay;

/// A problem counts on each day on which it was worked on, so that these are more than the distinct problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ProblemDays {
    /// The problem-days; bulk imports are none.
    pub count: u32,
    /// The days that have any.
    pub days: u32,
}

impl ProblemDays {
    /// Those of `days`, each of which is there once.
    pub fn of<'a>(days: impl IntoIterator<Item = &'a PracticeDay>) -> Self {
        days.into_iter().filter(|day| day.solved > 0).fold(Self::default(), |sum, day| Self {
            count: sum.count.saturating_add(day.solved),
            days: sum.days + 1,
        })
    }
}
