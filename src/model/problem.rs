//! Which problem a solution solves.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use compact_str::CompactString;
use jiff::civil::Date;
use serde::{Deserialize, Serialize, Serializer};

use super::KnownJudge;

/// A problem's identity: a judge, and the judge's own name for the problem.
///
/// Written as `codeforces/4/A`, `boj/1000`, `leetcode/two-sum`; at the judge where that is implied, the name stands alone:
/// `abc300_a`. They are ordered as they are written.
#[derive(Clone)]
pub struct ProblemId {
    judge: &'static KnownJudge,
    /// Tens of thousands are read for an answer, and nearly all are short.
    text: CompactString,
}

impl ProblemId {
    /// The problem that `judge` calls `key`.
    pub fn new(judge: &'static KnownJudge, key: &str) -> Self {
        let mut text = CompactString::default();
        if !judge.is_implied || key.contains('/') {
            text.reserve(judge.id.len() + 1 + key.len());
            text.push_str(judge.id);
            text.push('/');
        }
        text.push_str(key);
        Self { judge, text }
    }

    /// The identity as text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The word for the judge: `atcoder`, `codeforces`, `boj`, `leetcode` and so on.
    pub fn judge(&self) -> &'static str {
        self.judge.id
    }

    /// What people call the judge: its own name where that is known, else the word for it.
    pub fn judge_name(&self) -> &'static str {
        self.judge.name.unwrap_or(self.judge.id)
    }

    /// The judge.
    pub fn known_judge(&self) -> &'static KnownJudge {
        self.judge
    }

    /// The judge's own name for the problem.
    pub fn key(&self) -> &str {
        let key = self.text.strip_prefix(self.judge.id).and_then(|rest| rest.strip_prefix('/'));
        key.unwrap_or(&self.text)
    }

    /// The judge's page of the problem; `None` where the identity doesn't lead there.
    ///
    /// ```
    /// use cpt_tracker::model::ProblemId;
    ///
    /// assert_eq!(ProblemId::codeforces(4, "a").link().unwrap(), "https://codeforces.com/contest/4/problem/A");
    /// let guru = "https://codeforces.com/problemsets/acmsguru/problem/99999/100";
    /// assert_eq!(ProblemId::codeforces_set("acmsguru", "100").link().unwrap(), guru);
    /// assert_eq!(ProblemId::atcoder("dp_f").link().unwrap(), "https://atcoder.jp/contests/dp/tasks/dp_f");
    /// assert_eq!(ProblemId::other("boj", "1000").link().unwrap(), "https://www.acmicpc.net/problem/1000");
    /// assert!(ProblemId::other("ioi", "09-mecho").link().is_none());
    /// ```
    pub fn link(&self) -> Option<String> {
        self.judge.link(self.key())
    }

    /// Since when the judge's pages are gone, [`Self::link`] among them; `None` where they are there.
    pub fn closed(&self) -> Option<Date> {
        self.judge.closed
    }
}

impl PartialEq for ProblemId {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for ProblemId {}

impl Hash for ProblemId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl Ord for ProblemId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl PartialOrd for ProblemId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for ProblemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ProblemId").field(&self.text).finish()
    }
}

impl Serialize for ProblemId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl fmt::Display for ProblemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// What named a problem. Earlier ones outrank later ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NamedBy {
    /// The file's path.
    Path,
    /// The first lines of the file in the newest commit.
    Header,
    /// The README that a tool wrote beside the file.
    Readme,
    /// The commit's message.
    Message,
    /// The path, read with the judge that the configuration or the repository's name says.
    Repository,
}

impl NamedBy {
    /// The word for it in JSON and exports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Header => "header",
            Self::Readme => "readme",
            Self::Message => "message",
            Self::Repository => "repository",
        }
    }
}

/// A problem as a solution names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct NamedProblem {
    /// Which problem.
    pub problem: ProblemId,
    /// Whether the identity is the judge's for certain. A weak one still tells problems apart.
    pub sure: bool,
    /// What named it.
    pub by: NamedBy,
}
