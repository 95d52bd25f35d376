//! A member's days, one by one.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;

use super::super::journal::ProblemRef;
use super::solves::{MemberFacts, solves};
use crate::model::{CommitId, Group, ProblemId};

/// A day on which a member solved something.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MemberDay {
    /// The day.
    pub date: Date,
    /// The distinct problems, in the order in which they were solved.
    pub problems: Vec<DayProblem>,
    /// The commits, in the order of their author dates.
    pub commits: Vec<CommitId>,
}

/// A problem of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayProblem {
    /// Which; `None` where the file names none.
    pub problem: Option<ProblemId>,
    /// The file, where that is all that names it.
    pub file: Option<String>,
    /// Whether the member solved it for the first time.
    pub new: bool,
    /// Whether it came with an import or a mass edit alone, so that it doesn't count.
    pub bulk: bool,
}

/// What a member solved from the first day of `week` to its last, the oldest day first.
pub fn member_days(
    group: &Group,
    facts: &MemberFacts<'_>,
    bulk: usize,
    week: (Date, Date),
) -> Vec<MemberDay> {
    let rule = &group.week.day;
    let holds = |day: &Date| (week.0..=week.1).contains(day);
    let mut days: BTreeMap<Date, MemberDay> = BTreeMap::new();
    let (mut known, mut of_day) = (HashSet::new(), HashSet::new());
    for solve in solves(facts, rule, group.source, bulk) {
        let new = known.insert(solve.problem);
        if !holds(&solve.day) || !of_day.insert((solve.day, solve.problem)) {
            continue;
        }
        let (problem, file) = match solve.problem {
            ProblemRef::Problem(problem) => (Some(problem.clone()), None),
            ProblemRef::File(_, path) => (None, Some(path.to_text().into_owned())),
        };
        let day =
            days.entry(solve.day).or_insert_with(|| MemberDay { date: solve.day, ..MemberDay::default() });
        day.problems.push(DayProblem { problem, file, new, bulk: solve.bulk });
    }
    let mut changes: Vec<_> = facts.repos.iter().flatten().collect();
    changes.sort_by_key(|change| (change.date.seconds, change.commit));
    for change in changes {
        let date = rule.day_of(change.date);
        if holds(&date) {
            let day = days.entry(date).or_insert_with(|| MemberDay { date, ..MemberDay::default() });
            day.commits.push(change.commit);
        }
    }
    days.into_values().collect()
}
