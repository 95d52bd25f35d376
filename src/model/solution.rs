//! Commits that solve something.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{AuthorDate, NamedProblem, SolveRecord, clean};

/// A commit's object id (SHA-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CommitId(pub [u8; 20]);

impl fmt::Display for CommitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A path inside a repository: bytes, as git has them, `/` between the parts. Shared, since many commits touch one file.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RepoPath(pub Arc<[u8]>);

impl RepoPath {
    /// The path as text; what isn't UTF-8 becomes U+FFFD.
    pub fn to_text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.0)
    }
}

impl<T: Into<Arc<[u8]>>> From<T> for RepoPath {
    fn from(path: T) -> Self {
        Self(path.into())
    }
}

impl Borrow<[u8]> for RepoPath {
    fn borrow(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for RepoPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&clean(&self.to_text()))
    }
}

impl fmt::Debug for RepoPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.to_text())
    }
}

/// Who wrote a commit, after `.mailmap`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Identity {
    /// The name; what isn't UTF-8 became U+FFFD.
    pub name: String,
    /// The address.
    pub email: String,
}

/// A commit, not a merge, that adds or modifies solution files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SolutionChange {
    /// The commit.
    pub commit: CommitId,
    /// Its author; shared, since a repository has few.
    pub author: Arc<Identity>,
    /// When the author says it was written.
    pub date: AuthorDate,
    /// The solution files, by path. Never empty.
    pub files: Vec<FileChange>,
}

/// One solution file in a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// Where it lies after the commit.
    pub path: RepoPath,
    /// What happened to it.
    pub kind: FileChangeKind,
    /// The problems that it solves, where anything names them: mostly one, all named by the same thing. Shared, as the
    /// path is.
    pub problems: Arc<[NamedProblem]>,
    /// What a tool recorded of the solve, where one did. Not stored with the change: what is beside the file in the newest
    /// commit says it.
    pub record: Option<Arc<SolveRecord>>,
}

/// What a commit did to a solution file. Deletions, moves and changes of mode alone are not recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileChangeKind {
    /// The parent has no such file.
    Added,
    /// The parent's file has other content.
    Modified,
}
