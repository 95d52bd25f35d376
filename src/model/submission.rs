//! What was handed in, and what the judge said.

use jiff::Timestamp;

use super::{Judge, ProblemId};

/// One program handed in to a judge.
#[derive(Debug, Clone, PartialEq)]
pub struct Submission {
    /// The judge.
    pub judge: Judge,
    /// The judge's number for it.
    pub id: u64,
    /// When it was handed in.
    pub at: Timestamp,
    /// The contest that it was handed in to (`1899`, `abc300`); `None` outside of contests.
    pub contest: Option<String>,
    /// The problem, as it is called in that contest.
    pub problem: ProblemId,
    /// The problem's name, where the judge tells it with the submission (Codeforces).
    pub name: Option<String>,
    /// The judge's own word: `OK`, `WRONG_ANSWER`, `AC`, `WA`. Empty where there is none yet.
    pub verdict: String,
    /// What came of it, where a file that it was imported from says something else than the verdict does.
    pub told: Option<Outcome>,
    /// How one took part, where the judge tells (Codeforces).
    pub participation: Option<Participation>,
    /// Whether a team handed it in.
    pub team: bool,
    /// The language as the judge calls it.
    pub language: String,
    /// Points, where the judge gives some.
    pub points: Option<f64>,
}

/// What came of a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It solves the problem.
    Accepted,
    /// It doesn't; a part of the points is no solution either.
    Rejected,
    /// The judge has not decided.
    Waiting,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 3] = [Self::Accepted, Self::Rejected, Self::Waiting];

    /// The word for it in exports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Waiting => "waiting",
        }
    }

    /// The outcome that this word stands for, in any case.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.word().eq_ignore_ascii_case(word))
    }
}

impl Submission {
    /// What came of it.
    pub fn outcome(&self) -> Outcome {
        self.told.unwrap_or_else(|| (self.judge.spec().outcome)(&self.verdict))
    }

    /// Whether it was no program of its language, which costs no penalty and says nothing about the solution.
    pub fn failed_to_compile(&self) -> bool {
        self.verdict == self.judge.spec().compile_error
    }
}

/// How one took part in the contest that a submission belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Participation {
    /// In the contest, officially.
    Contestant,
    /// In the contest, outside of its ranking.
    OutOfCompetition,
    /// After the contest, as if it were running.
    Virtual,
    /// After the contest.
    Practice,
    /// As one of its authors or testers.
    Manager,
    /// In a way that this program doesn't know.
    Other,
}

impl Participation {
    /// Every way with Codeforces' word for it.
    const WORDS: [(Self, &'static str); 5] = [
        (Self::Contestant, "CONTESTANT"),
        (Self::OutOfCompetition, "OUT_OF_COMPETITION"),
        (Self::Virtual, "VIRTUAL"),
        (Self::Practice, "PRACTICE"),
        (Self::Manager, "MANAGER"),
    ];

    /// The way that Codeforces calls `word`.
    pub fn of_word(word: &str) -> Self {
        Self::WORDS.iter().find(|(_, known)| *known == word).map_or(Self::Other, |(way, _)| *way)
    }

    /// Codeforces' word for it.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(way, _)| *way == self).map_or("OTHER", |(_, word)| word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixtures;

    #[test]
    fn a_verdict_that_nobody_knows_is_no_solution() {
        let outcome = |judge, verdict: &str| {
            fixtures::submission(judge, 1, ProblemId::atcoder("abc300_a"), verdict).outcome()
        };
        assert_eq!(outcome(Judge::CODEFORCES, "OK"), Outcome::Accepted);
        assert_eq!(outcome(Judge::CODEFORCES, "AC"), Outcome::Rejected);
        assert_eq!(outcome(Judge::CODEFORCES, "PARTIAL"), Outcome::Rejected);
        assert_eq!(outcome(Judge::CODEFORCES, ""), Outcome::Waiting);
        assert_eq!(outcome(Judge::ATCODER, "AC"), Outcome::Accepted);
        assert_eq!(outcome(Judge::ATCODER, "3/12 WA"), Outcome::Waiting);
        assert_eq!(Participation::of_word("SPECTATOR"), Participation::Other);
        assert_eq!(Participation::of_word("VIRTUAL").word(), "VIRTUAL");
    }
}
