//! Which problems were solved, in which files, and which files name none.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::upload::UploadDays;
use crate::model::{DayRule, ImportedProblem, NamedBy, ProblemId, RepoPath, SolutionChange, SolveRecord};

/// A problem and where it was solved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SolvedProblem {
    /// Which.
    pub problem: ProblemId,
    /// Whether anything names it for certain.
    pub sure: bool,
    /// The first of what names it, in the order of trust.
    pub by: NamedBy,
    /// The first day it was committed; of what was uploaded long after it was solved, the day of the solve.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// The day of the solve: the first day, or an earlier one that a README beside a file tells.
    pub solved_on: Date,
    /// The files, each by its repository (its place in the list) and path, sorted.
    pub files: Vec<(usize, RepoPath)>,
    /// What a tool recorded of the solve; of several the newest.
    pub record: Option<Arc<SolveRecord>>,
}

/// A solution file that names no problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnnamedFile {
    /// Its repository, by its place in the list.
    pub repo: usize,
    /// Its path.
    pub path: RepoPath,
    /// The first day it was committed.
    pub first: Date,
}

/// Every solution file that was ever committed, by what it names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Solved {
    /// By identity.
    pub problems: Vec<SolvedProblem>,
    /// Files that name none, by repository and path.
    pub unnamed: Vec<UnnamedFile>,
    /// How many files there are.
    pub files: usize,
}

impl Solved {
    /// What is known of `problem`, where it is committed.
    pub fn get(&self, problem: &ProblemId) -> Option<&SolvedProblem> {
        let place = self.problems.binary_search_by(|one| one.problem.cmp(problem));
        place.ok().map(|place| &self.problems[place])
    }

    /// With what archives tell of the problems, where nothing beside the solutions does.
    #[must_use]
    pub fn with_archives(mut self, archived: &[ImportedProblem]) -> Self {
        let known: HashMap<&ProblemId, &ImportedProblem> =
            archived.iter().map(|archived| (&archived.problem, archived)).collect();
        for solved in &mut self.problems {
            let Some(archived) = known.get(&solved.problem) else { continue };
            let told = SolveRecord {
                judge: Some(archived.problem.known_judge()),
                title: archived.title.clone(),
                level: archived.level,
                topics: archived.topics.clone(),
                ..SolveRecord::default()
            };
            let own = solved.record.as_deref().cloned().unwrap_or_default();
            solved.record = Some(Arc::new(own.or(&told)));
        }
        self
    }
}

/// Gathers the solution changes of each repository, in any order. A file that names problems in one commit (by the
/// message) and none in another counts as named.
pub fn solved(repos: &[&[SolutionChange]], rule: &DayRule) -> Solved {
    let mut problems: foldhash::HashMap<&ProblemId, SolvedProblem> = foldhash::HashMap::default();
    let mut files: foldhash::HashMap<(usize, &RepoPath), (Date, bool)> = foldhash::HashMap::default();
    for (repo, changes) in repos.iter().enumerate() {
        for change in *changes {
            let days = UploadDays::new(change, rule);
            for file in &change.files {
                let day = days.of(file);
                let (first, named) = files.entry((repo, &file.path)).or_insert((day, false));
                *first = day.min(*first);
                *named |= !file.problems.is_empty();
                for named in &*file.problems {
                    let solved = problems.entry(&named.problem).or_insert_with(|| SolvedProblem {
                        problem: named.problem.clone(),
                        sure: named.sure,
                        by: named.by,
                        first: day,
                        last: day,
                        solved_on: day,
                        files: Vec::new(),
                        record: None,
                    });
                    solved.sure |= named.sure;
                    solved.by = solved.by.min(named.by);
                    solved.first = solved.first.min(day);
                    solved.last = solved.last.max(day);
                    if let Some(record) = file.record.as_ref().filter(|record| record.fits(&named.problem)) {
                        let at = days.day_at(record).unwrap_or(day);
                        solved.solved_on = solved.solved_on.min(at);
                        let is_newer = solved.record.as_ref().is_none_or(|known| known.at < record.at);
                        if is_newer {
                            solved.record = Some(Arc::clone(record));
                        }
                    }
                    solved.solved_on = solved.solved_on.min(day);
                    solved.files.push((repo, file.path.clone()));
                }
            }
        }
    }
    let mut problems: Vec<SolvedProblem> = problems.into_values().collect();
    problems.sort_unstable_by(|one, other| one.problem.cmp(&other.problem));
    for solved in &mut problems {
        solved.files.sort_unstable();
        solved.files.dedup();
    }
    let unnamed = files.iter().filter(|(_, (_, named))| !named);
    let unnamed = unnamed.map(|((repo, path), (first, _))| UnnamedFile {
        repo: *repo,
        path: (*path).clone(),
        first: *first,
    });
    let mut unnamed: Vec<UnnamedFile> = unnamed.collect();
    unnamed.sort_unstable_by(|one, other| (one.repo, &one.path).cmp(&(other.repo, &other.path)));
    Solved { problems, unnamed, files: files.len() }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::{AuthorDate, CommitId, FileChange, FileChangeKind, Identity, NamedProblem};

    fn change(day: i64, path: &str, named: Option<(&str, bool, NamedBy)>) -> SolutionChange {
        let problem = |(task, sure, by)| NamedProblem { problem: ProblemId::atcoder(task), sure, by };
        SolutionChange {
            commit: CommitId([0; 20]),
            author: Identity { name: String::new(), email: String::new() }.into(),
            date: AuthorDate { seconds: day * 86_400, offset_minutes: 0 },
            files: vec![FileChange {
                path: path.as_bytes().into(),
                kind: FileChangeKind::Added,
                record: None,
                problems: named.map(problem).into_iter().collect(),
            }],
        }
    }

    #[test]
    fn a_problem_has_its_days_its_files_and_the_best_of_its_names() {
        let first = [
            change(3, "b.py", Some(("abc300_a", false, NamedBy::Message))),
            change(1, "abc300_a.rs", Some(("abc300_a", true, NamedBy::Path))),
            change(2, "abc300_a.rs", Some(("abc300_a", true, NamedBy::Path))),
            change(9, "b.py", None),
        ];
        let second = [change(5, "x.rs", None), change(4, "x.rs", None)];
        let rule = DayRule { timezone: None, starts_at: jiff::SignedDuration::ZERO };
        let found = solved(&[&first, &second], &rule);
        let day = |day: i8| date(1970, 1, 1 + day);
        let path = |path: &str| (0, RepoPath::from(path.as_bytes()));
        assert_eq!(
            found.problems,
            [SolvedProblem {
                problem: ProblemId::atcoder("abc300_a"),
                sure: true,
                by: NamedBy::Path,
                first: day(1),
                last: day(3),
                solved_on: day(1),
                record: None,
                files: vec![path("abc300_a.rs"), path("b.py")],
            }]
        );
        assert_eq!(found.unnamed, [UnnamedFile { repo: 1, path: b"x.rs"[..].into(), first: day(4) }]);
        assert_eq!(found.files, 3);
    }
}
