//! Which repository to read, and what in it counts.

use std::path::PathBuf;

/// One repository of solutions, as configured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepoSpec {
    /// Its root; absolute.
    pub path: PathBuf,
    /// The path as the user wrote it, for messages.
    pub label: String,
    /// Folders or files that hold solutions, from the repository's root. By default `solutions` where the newest
    /// commit has that folder, else the whole repository, which an empty list stands for too.
    pub paths: Option<Vec<String>>,
    /// Names, or addresses in any case; `*` is everyone. By default `user.email` as git knows it in that repository,
    /// and everyone but bots where it knows none, which an empty list stands for too.
    pub authors: Option<Vec<String>>,
    /// Whether a commit counts, too, whose message names one of them in a `Co-authored-by` trailer, as the message of a
    /// squash merge does. By default it does.
    pub count_coauthors: bool,
    /// Branches whose commits count besides those that are reachable from a local one, each by its name here or, where it isn't
    /// here, at `origin`.
    pub branches: Vec<String>,
    /// Extensions of source files, in any case. By default those of the usual languages.
    pub extensions: Option<Vec<String>>,
    /// Globs of files that don't count. By default build outputs, vendored libraries, editors' and hidden folders.
    pub ignore: Option<Vec<String>>,
    /// The judge whose problems lie here unless a path says otherwise, by a word for it such as `baekjoon`. By default
    /// what the name of the repository says.
    pub judge: Option<String>,
}

impl RepoSpec {
    /// The repository at `path` (absolute), with every default.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let label = path.display().to_string();
        Self {
            path,
            label,
            paths: None,
            authors: None,
            count_coauthors: true,
            branches: Vec::new(),
            extensions: None,
            ignore: None,
            judge: None,
        }
    }
}
