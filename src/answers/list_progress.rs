//! How far one is with a list of problems.

use foldhash::HashSet;

use super::{Catalogue, CataloguedProblem, Progress};
use crate::model::{ListItem, ListSource, ProblemId, ProblemList};

/// A list, and what became of each of its problems.
#[derive(Debug, Clone)]
pub struct ListProgress<'a> {
    /// What it is called on the command line.
    pub name: String,
    /// Its title, where that is another than the name.
    pub title: Option<String>,
    /// Where it comes from.
    pub source: ListSource,
    /// Its parts, in its order.
    pub sections: Vec<SectionProgress<'a>>,
}

/// A list, and how far the members of a group are with it.
#[derive(Debug, Clone)]
pub struct ListOfMembers<'a> {
    /// The list, and how far the user is.
    pub own: ListProgress<'a>,
    /// The members' names, each with how far they are.
    pub members: Vec<(String, ListCounts)>,
}

/// The problems below one heading.
#[derive(Debug, Clone)]
pub struct SectionProgress<'a> {
    /// The heading; `None` before the first one.
    pub heading: Option<String>,
    /// The problems, in the list's order.
    pub problems: Vec<ListedProblem<'a>>,
}

/// A problem of a list.
#[derive(Debug, Clone)]
pub struct ListedProblem<'a> {
    /// The problem.
    pub problem: CataloguedProblem<'a>,
    /// What became of it.
    pub progress: Progress,
}

/// How many problems are in which state; a problem that is listed twice counts once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ListCounts {
    /// All.
    pub total: usize,
    /// Committed, whatever the judges say.
    pub committed: usize,
    /// Accepted by the judge and not committed.
    pub accepted: usize,
    /// Attempted and not accepted.
    pub tried: usize,
}

impl ListCounts {
    fn of<'p>(problems: impl Iterator<Item = &'p ListedProblem<'p>>) -> Self {
        let mut counts = Self::default();
        let mut seen = HashSet::default();
        for one in problems.filter(|one| seen.insert(&*one.problem.id)) {
            counts.total += 1;
            match one.progress {
                Progress::Open => {}
                Progress::Tried => counts.tried += 1,
                Progress::Accepted => counts.accepted += 1,
                Progress::Committed => counts.committed += 1,
            }
        }
        counts
    }

    /// Committed or accepted.
    pub fn solved(&self) -> usize {
        self.committed + self.accepted
    }

    /// Whether nothing of it was attempted.
    pub fn is_untouched(&self) -> bool {
        self.solved() + self.tried == 0
    }
}

impl<'a> ListProgress<'a> {
    /// How far somebody is with `list`; `progress` is what became of a problem, by the one name of duplicates.
    pub fn new(
        list: ProblemList,
        catalogue: &'a Catalogue,
        progress: impl Fn(&ProblemId) -> Progress,
    ) -> Self {
        let problem = |ListItem { problem, title }: ListItem| {
            let problem = catalogue.named(&problem, title);
            ListedProblem { progress: progress(&problem.id), problem }
        };
        let sections = list.sections.into_iter().map(|section| SectionProgress {
            heading: section.heading,
            problems: section.problems.into_iter().map(problem).collect(),
        });
        Self { name: list.name, title: list.title, source: list.source, sections: sections.collect() }
    }

    /// Its problems, in its order.
    pub fn problems(&self) -> impl Iterator<Item = &ListedProblem<'a>> {
        self.sections.iter().flat_map(|section| &section.problems)
    }

    /// How many are in which state.
    pub fn counts(&self) -> ListCounts {
        ListCounts::of(self.problems())
    }
}

impl SectionProgress<'_> {
    /// How many are in which state.
    pub fn counts(&self) -> ListCounts {
        ListCounts::of(self.problems.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DuplicateProblems, ListSection};

    #[test]
    fn a_problem_is_itself_by_either_name_and_counts_once_in_a_list() {
        let (one, other) = (ProblemId::codeforces(1349, "A"), ProblemId::codeforces(1350, "C"));
        let duplicates = DuplicateProblems::from_iter([(other.clone(), one.clone())]);
        let catalogue = Catalogue::new(Vec::new(), Vec::new(), duplicates);
        let section = |heading: &str, problems: &[&ProblemId]| ListSection {
            heading: Some(heading.to_owned()),
            problems: problems.iter().map(|id| ListItem { problem: (*id).clone(), title: None }).collect(),
        };
        let boj = ProblemId::other("boj", "1000");
        let list = ProblemList {
            name: "x".to_owned(),
            title: None,
            source: ListSource::File("x".into()),
            sections: vec![section("A", &[&other, &boj]), section("B", &[&one])],
        };
        let solved = |id: &ProblemId| if *id == one { Progress::Accepted } else { Progress::Tried };
        let progress = ListProgress::new(list, &catalogue, solved);
        let counts = progress.counts();
        assert_eq!((counts.total, counts.solved(), counts.tried), (2, 1, 1));
        assert_eq!(
            progress.sections.iter().map(|section| section.counts().total).collect::<Vec<_>>(),
            [2, 1]
        );
        assert!(!counts.is_untouched() && ListCounts { total: 5, ..ListCounts::default() }.is_untouched());
    }
}
