//! A study group: who is in it, and what a week asks of each.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization as _;

use super::{Handle, Judge, Period, PracticeSource, RepoSpec, WeekRule, clean};

/// The most characters of what a group or a member is called.
pub const LONGEST_NAME: usize = 60;

/// A study group, as configured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What it is called.
    pub name: String,
    /// What its weeks are.
    pub week: WeekRule,
    /// The first day that counts, for members without one of their own.
    pub from: Option<Date>,
    /// What a week asks of members who have no goal of their own.
    pub goal: GroupGoal,
    /// Whether only problems count that a member hasn't solved before.
    pub only_new: bool,
    /// What a problem is solved by.
    pub source: PracticeSource,
    /// What a missed goal costs.
    pub fine: Option<Fine>,
    /// Who is in it, in the order written.
    pub members: Vec<Member>,
    /// What is assigned, in the order written; several entries may be about one week.
    pub assigned: Vec<AssignedWeek>,
}

/// What a week asks of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupGoal {
    /// So many problems (at least 1) each week, or on each of its days.
    Problems(u32, Period),
    /// All that is assigned.
    Assigned,
}

/// What a missed goal costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fine {
    /// The amount, at least 1.
    pub missed: u64,
    /// What the amount is of: "KRW", "coffees".
    pub unit: String,
    /// What it is for.
    pub per: FinePer,
}

/// What a fine is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FinePer {
    /// Each problem that is missing.
    Problem,
    /// A week whose goal isn't met, whatever is missing.
    Week,
}

impl Fine {
    /// What so many missing problems of a week cost.
    pub fn of(&self, missing: u32) -> u64 {
        match self.per {
            FinePer::Problem => self.missed.saturating_mul(missing.into()),
            FinePer::Week => self.missed * u64::from(missing > 0),
        }
    }
}

/// Somebody in a group, and how to tell what they solved.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Member {
    /// What they are called; unique in the group.
    pub name: String,
    /// The names and addresses that are theirs; where there are none, their folders or their branch tell.
    pub authors: Vec<String>,
    /// Globs of the files that are theirs, as in a `.gitignore`; none for every file.
    pub paths: Vec<String>,
    /// The branch that is theirs.
    pub branch: Option<String>,
    /// A repository of their own; `None` where they work in the configured ones.
    pub repo: Option<RepoSpec>,
    /// Who they are at the judges.
    pub handles: BTreeMap<Judge, Handle>,
    /// Their own goal.
    pub goal: Option<GroupGoal>,
    /// Their first day.
    pub from: Option<Date>,
    /// Their last day.
    pub until: Option<Date>,
    /// Days on which nothing is asked of them: first and last ones.
    pub excused: Vec<(Date, Date)>,
}

impl Member {
    /// Whether commits can be told to be theirs.
    pub fn has_commits(&self) -> bool {
        self.repo.is_some() || !self.authors.is_empty() || !self.paths.is_empty() || self.branch.is_some()
    }

    /// Whether they are excused on `day`.
    pub fn is_excused(&self, day: Date) -> bool {
        self.excused.iter().any(|(first, last)| (*first..=*last).contains(&day))
    }
}

/// What is assigned in a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignedWeek {
    /// The week's first day.
    pub from: Date,
    /// Ids and links of the problems, as written, each with its line and column in the file.
    pub problems: Vec<(String, (usize, usize))>,
    /// A list whose problems are assigned after those.
    pub list: Option<AssignedList>,
}

/// A list of problems that is assigned, or a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignedList {
    /// What it is called, with the line and column.
    pub name: (String, (usize, usize)),
    /// The heading of the part, with the line and column; `None` for all of it.
    pub heading: Option<(String, (usize, usize))>,
}

/// What is to be paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// How much.
    pub amount: u64,
    /// Of what.
    pub unit: String,
}

/// A week of a member's as it was when it settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettledRow {
    /// Who.
    pub name: String,
    /// Problems that count toward the goal.
    pub solved: u32,
    /// Problems asked for; 0 where nothing was.
    pub goal: u32,
    /// Days on which they were a member and excused.
    pub excused_days: u32,
    /// Whether that is every day on which they were one.
    pub excused: bool,
    /// What it cost; `None` where the group had no fines.
    pub fine: Option<Owed>,
}

impl SettledRow {
    /// Whether the goal was met.
    pub fn met(&self) -> bool {
        self.solved >= self.goal
    }
}

/// A week as it was when it settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettledWeek {
    /// Its first day.
    pub from: Date,
    /// When it settled, by the rule of then; `None` where an earlier version kept it.
    pub settles_at: Option<Timestamp>,
    /// Who was a member in it.
    pub rows: Vec<SettledRow>,
}

/// A name as it is compared: two that look alike are one, whatever their case, their spaces and their encoding.
pub fn folded_name(name: &str) -> String {
    let folded: String = clean(name).nfkc().flat_map(char::to_lowercase).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fine_is_for_each_problem_or_for_the_week() {
        let fine = |per| Fine { missed: 1000, unit: "KRW".to_owned(), per };
        assert_eq!([0, 1, 3].map(|missing| fine(FinePer::Problem).of(missing)), [0, 1000, 3000]);
        assert_eq!([0, 1, 3].map(|missing| fine(FinePer::Week).of(missing)), [0, 1000, 1000]);
        let fine = Fine { missed: u64::MAX, ..fine(FinePer::Problem) };
        assert_eq!(fine.of(2), u64::MAX);
    }

    #[test]
    fn names_that_look_alike_are_one() {
        for name in ["ada", "Ada", " ada ", "ＡＤＡ"] {
            assert_eq!(folded_name(name), "ada", "{name}");
        }
        assert_eq!(folded_name("김  민\u{3000}지"), folded_name("김 민 지"));
        assert_ne!(folded_name("ada l"), folded_name("adal"));
    }
}
