//! Which problems members have solved, whenever that was.

use foldhash::HashSet;

use super::super::error::AppError;
use super::super::next::committed;
use super::super::session::{Answered, Session};
use super::facts::Work;
use super::{configured, place_of};
use crate::answers::{self, Progress};
use crate::model::{DuplicateProblems, ProblemId};

/// The problems that a member has solved; of duplicates the one name.
pub struct SolvedByMember<'s> {
    committed: HashSet<ProblemId>,
    accepted: HashSet<ProblemId>,
    duplicates: &'s DuplicateProblems,
}

impl SolvedByMember<'_> {
    /// What became of a problem. What was attempted in vain isn't told of others.
    pub fn progress(&self, problem: &ProblemId) -> Progress {
        let problem = self.duplicates.one(problem);
        if self.committed.contains(problem) {
            Progress::Committed
        } else if self.accepted.contains(problem) {
            Progress::Accepted
        } else {
            Progress::Open
        }
    }
}

/// What each member of the group has solved, or the one of this name, with their names.
pub fn solved_by<'s>(
    session: &'s Session<'_>,
    name: Option<&str>,
) -> Result<Answered<Vec<(String, SolvedByMember<'s>)>>, AppError> {
    let group = configured(session)?;
    let only = name.map(|name| place_of(group, name)).transpose()?;
    let is_wanted = |place: usize| only.is_none_or(|only| only == place);
    let work = Work::open(session, group);
    let facts = work.facts(session, is_wanted)?;
    let duplicates = session.duplicates()?;
    let mut all = Vec::new();
    for (place, member) in group.members.iter().enumerate().filter(|(place, _)| is_wanted(*place)) {
        let changes: Vec<_> = facts.changes[place].iter().map(Vec::as_slice).collect();
        let solved = answers::solved(&changes, &group.week.day);
        let accepted = work.accepted(session, member)?.into_iter().map(|one| one.problem).collect();
        let solved =
            SolvedByMember { committed: committed(&solved, duplicates, |_| true), accepted, duplicates };
        all.push((member.name.clone(), solved));
    }
    let (notes, failures) = (facts.notes, facts.failures);
    Ok(Answered { answer: all, lang: session.lang(), notes, failures, hints: Vec::new() })
}
