//! The judge that a repository is about.

use super::mention;
use crate::judges::{known_judge, known_judge_in};

/// Where a scan is at home: the judge that its repository is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Home {
    /// The word for the judge; `None` where nothing says it.
    pub(super) judge: Option<&'static str>,
    /// Whether the configuration says it, and not just the repository's name.
    pub(super) configured: bool,
}

impl Home {
    /// The judge that the configuration names, else the one that any of the repository's names says.
    pub fn new<'a>(configured: Option<&str>, names: impl IntoIterator<Item = &'a str>) -> Self {
        if let Some(judge) = configured.and_then(known_judge) {
            return Self { judge: Some(judge.id), configured: true };
        }
        // A repository that is called after a kind of contest says nothing of where its problems are judged.
        let judge = names.into_iter().filter_map(known_judge_in).find(|judge| !mention::is_source(judge));
        Self { judge: judge.map(|judge| judge.id), configured: false }
    }

    /// The word for the judge.
    pub fn judge(&self) -> Option<&'static str> {
        self.judge
    }

    /// Whether the configuration says it.
    pub fn is_configured(&self) -> bool {
        self.configured
    }
}
