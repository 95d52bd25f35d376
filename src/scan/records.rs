//! What tools recorded of the solves in a repository: in READMEs beside the solutions, and in the subjects of commits.

use std::collections::HashMap;
use std::sync::Arc;

use super::starts::{Format, Start, Starts};
use crate::model::{CommitId, FileChange, RepoPath, SolutionChange, SolveRecord};
use crate::sidecar;

/// What a README records, where it does.
pub(super) type Recorded = Option<Arc<SolveRecord>>;

/// What the READMEs record, by path.
pub(super) type Readmes = Starts<Recorded>;

/// How they are read.
pub(super) const FORMAT: Format<Recorded> =
    Format { most: sidecar::README, parse: |text| sidecar::of_readme(text).map(Arc::new) };

/// READMEs without what they say yet.
pub(super) fn unread(paths: impl IntoIterator<Item = RepoPath>) -> Readmes {
    paths.into_iter().map(|path| (path, Start::default())).collect()
}

/// The name of the files that are looked for, in any case.
const NAME: &[u8] = b"readme.md";

/// Whether a file of that name (no folders) is a README.
pub(super) fn is_readme(name: &[u8]) -> bool {
    name.len() == NAME.len() && name.eq_ignore_ascii_case(NAME)
}

/// A commit that touches more solution files than this isn't one solve, whatever its subject says.
const MOST_OF_SOLVE: usize = 5;

/// What tools recorded of the solves in a repository.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Records {
    /// By the folder that the README lies in.
    pub(super) folders: HashMap<Vec<u8>, Arc<SolveRecord>>,
    /// By the commit whose subject it is.
    pub(super) subjects: HashMap<CommitId, Arc<SolveRecord>>,
}

impl Records {
    pub(super) fn new(readmes: &Readmes, subjects: &HashMap<CommitId, Arc<SolveRecord>>) -> Self {
        let folder = |(path, readme): (&RepoPath, &Start<Recorded>)| {
            Some((folder_of(path).to_vec(), Arc::clone(readme.says.as_ref()?)))
        };
        Self { folders: readmes.iter().filter_map(folder).collect(), subjects: subjects.clone() }
    }

    /// Gives each file in `changes`, all of the repository, what was recorded of its solve: the README beside it, and where
    /// that says nothing the newest commit that made it. What isn't about the problem that names the file isn't about it.
    pub fn attach(&self, changes: &mut [SolutionChange]) {
        if self.folders.is_empty() && self.subjects.is_empty() {
            return;
        }
        let newest = self.newest_subjects(changes);
        let mut both: HashMap<(*const SolveRecord, *const SolveRecord), Arc<SolveRecord>> = HashMap::new();
        for file in changes.iter_mut().flat_map(|change| &mut change.files) {
            let fits = |record: &&Arc<SolveRecord>| fits(record, file);
            let readme = self.folders.get(folder_of(&file.path)).filter(fits);
            let subject = newest.get(&file.path).map(|(_, subject)| subject).filter(fits);
            file.record = match (readme, subject) {
                (Some(readme), Some(subject)) => {
                    let pair = (Arc::as_ptr(readme), Arc::as_ptr(subject));
                    let joined = || Arc::new(SolveRecord::clone(readme).or(subject));
                    Some(Arc::clone(both.entry(pair).or_insert_with(joined)))
                }
                (readme, subject) => readme.or(subject).cloned(),
            };
        }
    }

    /// The newest commit with a record, for each file, and its date.
    fn newest_subjects(&self, changes: &[SolutionChange]) -> HashMap<RepoPath, (i64, Arc<SolveRecord>)> {
        let mut newest: HashMap<RepoPath, (i64, Arc<SolveRecord>)> = HashMap::new();
        for change in changes.iter().filter(|change| change.files.len() <= MOST_OF_SOLVE) {
            let Some(subject) = self.subjects.get(&change.commit) else { continue };
            for file in &change.files {
                let known = newest.entry(file.path.clone());
                let known = known.or_insert_with(|| (change.date.seconds, Arc::clone(subject)));
                if known.0 < change.date.seconds {
                    *known = (change.date.seconds, Arc::clone(subject));
                }
            }
        }
        newest
    }
}

/// Whether a record can be about a file: about the problem that names it, where one does.
fn fits(record: &SolveRecord, file: &FileChange) -> bool {
    file.problems.is_empty() || file.problems.iter().any(|named| record.fits(&named.problem))
}

/// The folder of a file; empty at the top.
fn folder_of(path: &RepoPath) -> &[u8] {
    path.0.iter().rposition(|&byte| byte == b'/').map_or(&[], |end| &path.0[..end])
}
