//! What a member solved, and when.

use jiff::civil::Date;

use super::super::AcceptedProblem;
use super::super::journal::{ProblemRef, problems_of};
use super::super::upload::UploadDays;
use crate::model::{AuthorDate, DayRule, PracticeSource, SolutionChange};

/// What is known of a member's work.
#[derive(Debug, Clone, Copy, Default)]
pub struct MemberFacts<'a> {
    /// Their solution changes, a list for each repository.
    pub repos: &'a [Vec<SolutionChange>],
    /// What the judges accepted of them.
    pub accepted: &'a [AcceptedProblem],
}

/// A problem that was solved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Solve<'a> {
    /// When, in seconds since 1970.
    pub at: i64,
    /// The day that it counts for.
    pub day: Date,
    /// Which.
    pub problem: ProblemRef<'a>,
    /// Whether it came with an import or a mass edit, so that nothing was solved then.
    pub bulk: bool,
}

/// What counts as solved, oldest first.
pub(super) fn solves<'a>(
    facts: &MemberFacts<'a>,
    rule: &DayRule,
    source: PracticeSource,
    bulk: usize,
) -> Vec<Solve<'a>> {
    let mut all = Vec::new();
    let solve =
        |date: AuthorDate, problem, bulk| Solve { at: date.seconds, day: rule.day_of(date), problem, bulk };
    if source.has_submissions() {
        all.extend(facts.accepted.iter().map(|one| solve(one.at, ProblemRef::Problem(&one.problem), false)));
    }
    for (repo, changes) in facts.repos.iter().enumerate() {
        for change in changes {
            let days = UploadDays::new(change, rule);
            let is_bulk = change.files.len() > bulk;
            for file in &change.files {
                // What a README tells of a solve is a submission, too.
                let told = file.record.as_ref().and_then(|record| record.at).map(|at| AuthorDate {
                    seconds: at.as_second(),
                    offset_minutes: change.date.offset_minutes,
                });
                let uploaded = days.own_day(file).and(told);
                for problem in problems_of(repo, file) {
                    if source.has_submissions() && file.record.is_some() {
                        all.push(solve(told.unwrap_or(change.date), problem, false));
                    }
                    if source.has_commits() {
                        all.push(solve(
                            uploaded.unwrap_or(change.date),
                            problem,
                            is_bulk && uploaded.is_none(),
                        ));
                    }
                }
            }
        }
    }
    all.sort_unstable_by(|a, b| (a.at, a.day, a.bulk, a.problem).cmp(&(b.at, b.day, b.bulk, b.problem)));
    all
}
