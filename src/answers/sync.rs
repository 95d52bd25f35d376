//! What a sync brought.

use jiff::SignedDuration;

use crate::model::{Failure, Judge, Omitted, RatingSeries, Revision, SourceName, Update};

/// What one source brought.
#[derive(Debug, Clone)]
pub struct SourceReport {
    /// The source's name, as in the JSON: `codeforces.ratings`, `git:.`.
    pub source: String,
    /// How the store changed.
    pub update: Update,
    /// What people call it.
    pub title: SourceName,
    /// What it brought; `None` where there is nothing to say of it, as it failed or was left alone.
    pub news: Option<SourceNews>,
    /// Where nothing was asked: when it was.
    pub fetched: Option<Fetched>,
    /// Whether it is worth a line only when it brought something.
    pub quiet: bool,
    /// Requests made.
    pub requests: u32,
    /// Of these, the ones that were answered by "not modified".
    pub not_modified: u32,
    /// Milliseconds spent waiting out of politeness.
    pub waited_ms: u64,
    /// What is missing in what was read.
    pub omitted: Option<Omitted>,
    /// What went wrong.
    pub failure: Option<Failure>,
    /// The source whose failure, told there, is the reason why this one was not asked for.
    pub left_alone_for: Option<String>,
}

impl SourceReport {
    /// A source before anything is known of it.
    pub fn blank(source: String, title: SourceName) -> Self {
        Self {
            source,
            title,
            update: Update::default(),
            news: None,
            fetched: None,
            quiet: false,
            requests: 0,
            not_modified: 0,
            waited_ms: 0,
            omitted: None,
            failure: None,
            left_alone_for: None,
        }
    }
}

/// All of a sync.
#[derive(Debug, Clone, Default)]
pub struct SyncReport {
    /// Each source, judges first.
    pub sources: Vec<SourceReport>,
    /// The files written, relative to the workspace where they lie in it.
    pub files: Vec<String>,
    /// Whether the judges were left alone.
    pub offline: bool,
}

/// What a source brought, besides how the store changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceNews {
    /// The ratings of a series.
    Series {
        /// The judge, whose colours they have.
        judge: Judge,
        /// Whose they are.
        handle: String,
        /// The rating now; `None` before the first rated contest.
        rating: Option<i32>,
        /// The rating that was stored before.
        before: Option<i32>,
        /// How many rated contests are new.
        rated: usize,
        /// What the judge changed of earlier ones.
        revised: Vec<Revision>,
    },
    /// A list whose entries can change.
    List,
    /// Submissions, which can be judged anew.
    Submissions,
    /// The newest submissions of a judge that lists no others: so many.
    Newest(usize),
    /// Commits with solutions.
    Commits,
}

/// When a source was last asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fetched {
    /// Never.
    Never,
    /// So long ago.
    Ago(SignedDuration),
}

impl SourceNews {
    /// The ratings of `series`, of which `rated` contests are new, after a rating of `before`.
    pub fn of_series(series: &RatingSeries, before: Option<i32>, rated: usize) -> Self {
        let (judge, handle) = (series.key.judge, series.key.handle.to_string());
        Self::Series { judge, handle, rating: series.rating(), before, rated, revised: Vec::new() }
    }

    /// The same, with what the judge changed of earlier contests.
    #[must_use]
    pub fn with_revised(self, revised: Vec<Revision>) -> Self {
        match self {
            Self::Series { judge, handle, rating, before, rated, .. } => {
                Self::Series { judge, handle, rating, before, rated, revised }
            }
            other => other,
        }
    }

    /// What the judge changed of earlier contests.
    pub fn revised(&self) -> &[Revision] {
        if let Self::Series { revised, .. } = self { revised } else { &[] }
    }
}
