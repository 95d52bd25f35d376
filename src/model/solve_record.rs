//! What a tool recorded of a solve.

use jiff::Timestamp;

use super::{DifficultyLevel, KnownJudge, ProblemId};

/// What a tool that uploads accepted programs (`BaekjoonHub`, `LeetHub`) wrote about one of them: in a README beside it,
/// or in the subject of its commit. Everything is as the judge showed it on the day of the upload.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SolveRecord {
    /// The judge, where anything tells it.
    pub judge: Option<&'static KnownJudge>,
    /// The judge's own key of the problem, where a link or the heading tells it: `26339`, `two-sum`.
    pub key: Option<String>,
    /// The number in the heading, where that is another name than `key`: `LeetCode`'s `1`, goorm's `47881/1`.
    pub number: Option<String>,
    /// The problem's title.
    pub title: Option<String>,
    /// How hard the problem is: a place in [`KnownJudge::levels`] of `judge`.
    pub level: Option<u8>,
    /// Its topics, in the words of the judge.
    pub topics: Vec<String>,
    /// The memory that the program took, in bytes.
    pub memory: Option<u64>,
    /// The time that it took, in microseconds.
    pub time: Option<u64>,
    /// When it was handed in.
    pub at: Option<Timestamp>,
}

impl SolveRecord {
    /// Which problem it is about, where that is certain.
    pub fn problem(&self) -> Option<ProblemId> {
        Some(ProblemId::new(self.judge?, self.key.as_deref()?))
    }

    /// How hard the problem is, on the scale of its judge.
    pub fn difficulty(&self) -> Option<&'static DifficultyLevel> {
        self.judge?.levels.get(usize::from(self.level?))
    }

    /// Whether it can be about `problem`: the judges agree, and so do the keys where they are of one kind. A key of digits
    /// and a title in words say nothing of each other.
    pub fn fits(&self, problem: &ProblemId) -> bool {
        let is_number = |key: &str| key.bytes().all(|byte| byte.is_ascii_digit());
        let own = [&self.key, &self.number].into_iter().flatten();
        let mut comparable = own.filter(|own| is_number(own) == is_number(problem.key())).peekable();
        self.judge.is_none_or(|judge| judge == problem.known_judge())
            && (comparable.peek().is_none() || comparable.any(|own| own == problem.key()))
    }

    /// This record, and what `other` says where this one says nothing. Of two judges this one's counts, with its level.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        let same = self.judge.is_none() || other.judge.is_none() || self.judge == other.judge;
        if !same {
            return self;
        }
        Self {
            judge: self.judge.or(other.judge),
            key: self.key.or_else(|| other.key.clone()),
            number: self.number.or_else(|| other.number.clone()),
            title: self.title.or_else(|| other.title.clone()),
            level: self.level.or(other.level),
            topics: if self.topics.is_empty() { other.topics.clone() } else { self.topics },
            memory: self.memory.or(other.memory),
            time: self.time.or(other.time),
            at: self.at.or(other.at),
        }
    }
}
