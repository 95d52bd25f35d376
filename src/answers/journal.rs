//! Each day's commits and problems, one by one.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;

use super::upload::UploadDays;
use crate::model::{FileChange, ProblemId, RepoPath, SolutionChange, StreakRules};

/// A day with a solution change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalDay<'a> {
    /// The day, by the rules that a streak goes by.
    pub date: Date,
    /// The commits, in the order of their author dates; none where what was solved was uploaded on another day.
    pub commits: Vec<JournalCommit<'a>>,
    /// The distinct problems, in the order in which they were committed.
    pub problems: Vec<JournalProblem<'a>>,
}

/// A commit of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalCommit<'a> {
    /// Its repository, by its place in the list.
    pub repo: usize,
    /// The commit.
    pub change: &'a SolutionChange,
    /// Whether it is an import or a mass edit.
    pub bulk: bool,
}

/// A problem of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalProblem<'a> {
    /// Which.
    pub problem: ProblemRef<'a>,
    /// Whether it appears for the first time.
    pub new: bool,
    /// Whether only bulk commits touched it.
    pub bulk: bool,
}

/// What names a problem: its identity, else its repository (by its place in the list) and its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum ProblemRef<'a> {
    Problem(&'a ProblemId),
    File(usize, &'a RepoPath),
}

/// What a day brought, in no order yet.
#[derive(Default)]
struct Gathered<'a> {
    commits: Vec<JournalCommit<'a>>,
    /// Problems that were solved on the day and uploaded on another.
    uploaded: Vec<ProblemRef<'a>>,
}

/// Lists the days of the solution changes of each repository, in any order; the oldest day first.
pub fn journal<'a>(repos: &[&'a [SolutionChange]], rules: &StreakRules) -> Vec<JournalDay<'a>> {
    let mut days: BTreeMap<Date, Gathered<'a>> = BTreeMap::new();
    for (repo, changes) in repos.iter().enumerate() {
        for change in *changes {
            let bulk = change.files.len() > rules.bulk;
            let own = UploadDays::new(change, &rules.day);
            for file in &change.files {
                if let Some(day) = own.own_day(file) {
                    days.entry(day).or_default().uploaded.extend(problems_of(repo, file));
                }
            }
            let day = days.entry(own.of_commit()).or_default();
            day.commits.push(JournalCommit { repo, change, bulk });
        }
    }
    let mut known: HashSet<ProblemRef<'a>> = HashSet::new();
    let day = |(date, Gathered { mut commits, uploaded }): (Date, Gathered<'a>)| {
        commits.sort_by_key(|commit| (commit.change.date.seconds, commit.repo, commit.change.commit));
        let mut of_day: HashSet<ProblemRef<'a>> = HashSet::new();
        let mut problems = Vec::new();
        let mut add = |problem, bulk| {
            if of_day.insert(problem) {
                problems.push(JournalProblem { problem, new: known.insert(problem), bulk });
            }
        };
        for problem in uploaded {
            add(problem, false);
        }
        // What a usual commit has, too, isn't bulk.
        for bulk in [false, true] {
            for commit in commits.iter().filter(|commit| commit.bulk == bulk) {
                let own = UploadDays::new(commit.change, &rules.day);
                let of_day = commit.change.files.iter().filter(|file| own.own_day(file).is_none());
                of_day.flat_map(|file| problems_of(commit.repo, file)).for_each(|problem| add(problem, bulk));
            }
        }
        JournalDay { date, commits, problems }
    };
    days.into_iter().map(day).collect()
}

/// The problems of a file in `repo`.
pub(super) fn problems_of(repo: usize, file: &FileChange) -> impl Iterator<Item = ProblemRef<'_>> {
    let unnamed = file.problems.is_empty().then_some(ProblemRef::File(repo, &file.path));
    file.problems.iter().map(|named| ProblemRef::Problem(&named.problem)).chain(unnamed)
}

#[cfg(test)]
mod tests {
    use super::super::practice_log;
    use super::*;
    use crate::model::{AuthorDate, CommitId, FileChange, FileChangeKind, Identity, NamedBy, NamedProblem};

    fn change(commit: u8, day: i64, paths: &[&str]) -> SolutionChange {
        let file = |path: &&str| FileChange {
            path: path.as_bytes().into(),
            kind: FileChangeKind::Added,
            record: None,
            problems: path
                .strip_suffix(".rs")
                .map(|task| NamedProblem { problem: ProblemId::atcoder(task), sure: true, by: NamedBy::Path })
                .into_iter()
                .collect(),
        };
        SolutionChange {
            commit: CommitId([commit; 20]),
            author: Identity { name: String::new(), email: String::new() }.into(),
            date: AuthorDate { seconds: day * 86_400 + i64::from(commit), offset_minutes: 0 },
            files: paths.iter().map(file).collect(),
        }
    }

    #[test]
    fn the_days_are_those_that_a_streak_counts() {
        let first = [
            change(3, 2, &["a.rs", "b.rs"]),
            change(1, 1, &["a.rs", "notes.txt"]),
            change(2, 1, &["a.rs", "c.rs", "d.rs", "e.rs"]),
        ];
        let mut upload = change(5, 3, &["a.rs", "f.rs", "g.rs"]);
        for file in &mut upload.files {
            let at = jiff::Timestamp::from_second(86_400).ok();
            file.record = Some(crate::model::SolveRecord { at, ..Default::default() }.into());
        }
        let second = [change(4, 2, &["notes.txt"]), upload];
        let rules = StreakRules { bulk: 3, ..StreakRules::default() };
        let repos: [&[SolutionChange]; 2] = [&first, &second];
        let days = journal(&repos, &rules);
        let commits = |day: &JournalDay<'_>| day.commits.iter().map(|one| one.change.commit.0[0]).collect();
        assert_eq!(days.iter().map(commits).collect::<Vec<Vec<u8>>>(), [vec![1, 2], vec![3, 4], vec![5]]);
        let counts = |day: &JournalDay<'_>| {
            let of = |bulk, new| {
                day.problems.iter().filter(|one| one.bulk == bulk && one.new == new).count() as u32
            };
            (day.date, of(false, true), of(false, false), of(true, true), day.commits.len() as u32)
        };
        let counted = practice_log(&repos, &[], &rules).days;
        let expected: Vec<_> =
            counted.iter().map(|day| (day.date, day.new, day.revised, day.bulk_new, day.commits)).collect();
        assert_eq!(days.iter().map(counts).collect::<Vec<_>>(), expected);
        assert_eq!(expected.len(), 3);
    }
}
