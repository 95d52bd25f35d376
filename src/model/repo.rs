//! Which repository to read, and what in it counts.

use std::path::PathBuf;

/// One repository of solutions, as configured. `None` stands for the default that the scanner works out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepoSpec {
    /// A directory in it; absolute.
    pub path: PathBuf,
    /// The path as the user wrote it, for messages.
    pub label: String,
    /// Folders (or files) in it that hold solutions. Default: `solutions/` where there is one, else everything.
    pub paths: Option<Vec<String>>,
    /// Addresses and names that are the user; `*` is everyone. Default: the repository's `user.email`.
    pub authors: Option<Vec<String>>,
    /// Source extensions without the dot. Default: those of the usual languages.
    pub extensions: Option<Vec<String>>,
    /// Globs of paths that don't count. Default: build outputs, vendored libraries, editors' and hidden folders.
    pub ignore: Option<Vec<String>>,
}
