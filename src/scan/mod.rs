//! git repositories to [`model`](crate::model): which commits add or modify solution files, and which problems those
//! files solve.
//!
//! A scan walks every commit that is reachable from a local branch (or from a detached `HEAD`) once. Only commits and
//! trees are read, never a file's content: a partial clone doesn't have it, and the ids tell all there is to know.
//! Trees are compared here and not by libgit2, whose comparison reads unchanged folders too and takes forty times as
//! long. Threads share the work in chunks, each with its own handle, since a repository's handle can't be shared.
//!
//! - `open`: the repository, its tips, its mailmaps;
//! - `object`: commits and trees from their bytes; `walk`: the history; `compare`: one commit;
//! - `authors`, `mailmap`: whose commits count; `files`: which files do; `name`: which problem a path names;
//! - `work`: the threads.

mod authors;
mod compare;
mod error;
mod files;
mod mailmap;
mod name;
mod object;
mod open;
mod walk;
mod work;

pub use error::{ScanError, ScanWarning};
pub use files::{DEFAULT_EXTENSIONS, DEFAULT_IGNORE};
pub use name::problem;
pub use open::{Found, discover};

use authors::Authors;
use files::Files;

use crate::model::{CommitId, RepoSpec, SolutionChange};

/// The folder that holds the solutions where the configuration doesn't say.
const SOLUTIONS: &str = "solutions";

/// How many authors a warning names.
const AUTHORS_NAMED: usize = 5;

/// What a scan found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepoScan {
    /// The commits that add or modify solution files, oldest first by author date.
    pub changes: Vec<SolutionChange>,
    /// What was passed over.
    pub warnings: Vec<ScanWarning>,
    /// How many commits there are, merges and those of other authors included.
    pub commits: usize,
    /// Where the branches (and a detached `HEAD`) are, each commit once.
    pub tips: Vec<CommitId>,
}

/// Scans a repository.
///
/// # Errors
///
/// When there is no repository, or none that can be opened, or when its references can't be listed. What is wrong with
/// single branches or commits is a warning.
pub fn scan(spec: &RepoSpec) -> Result<RepoScan, ScanError> {
    let git = |doing| move |source| ScanError::Git { label: spec.label.clone(), doing, source };
    // Hashing every object again takes as long as all the rest. Keeping them all takes time too, and three times the
    // memory: `compare` keeps the few that come up again.
    git2::opts::strict_hash_verification(false);
    git2::opts::enable_caching(false);
    let repo = open::open(spec)?;
    let mut warnings = Vec::new();

    let default_paths = || if open::has_solutions(&repo) { vec![SOLUTIONS.to_owned()] } else { Vec::new() };
    let paths = spec.paths.clone().unwrap_or_else(default_paths);
    let files =
        Files::new(paths.iter().map(String::as_str), spec.extensions.as_deref(), spec.ignore.as_deref())
            .map_err(|source| ScanError::Ignore { label: spec.label.clone(), source })?;
    let wanted = spec.authors.clone().unwrap_or_else(|| open::user_email(&repo).into_iter().collect());
    let mut authors = Authors::new(&wanted, open::mailmap(&repo));

    let tips = open::tips(&repo, &mut warnings).map_err(git("reading the branches"))?;
    if tips.is_empty() {
        warnings.push(ScanWarning::NoCommits);
    } else {
        warnings.extend(missing_paths(&repo, &paths));
    }
    let boundary = open::boundary(&repo);
    let work =
        work::run(&repo, &tips, &boundary, &mut authors, &files).map_err(git("reading the history"))?;

    if work.boundary > 0 {
        warnings.push(ScanWarning::Shallow { commits: work.boundary });
    }
    if let Some(reason) = work.first_reason {
        warnings.push(ScanWarning::Unreadable { commits: work.unreadable, reason });
    }
    if let Some(mut busiest) = authors.all_unwanted() {
        busiest.truncate(AUTHORS_NAMED);
        warnings.push(ScanWarning::NoneByAuthors { wanted, busiest });
    }
    let tips = tips.into_iter().map(commit_id).collect();
    Ok(RepoScan { changes: work.changes, warnings, commits: work.commits, tips })
}

/// A warning for each configured path that the newest commit doesn't have.
fn missing_paths(repo: &git2::Repository, paths: &[String]) -> Vec<ScanWarning> {
    let Some(tree) = open::head_tree(repo) else { return Vec::new() };
    let is_there = |path: &str| {
        let tidy = files::tidy_path(path);
        tidy.is_empty() || tree.get_path(String::from_utf8_lossy(&tidy).as_ref().as_ref()).is_ok()
    };
    let missing = paths.iter().filter(|path| !is_there(path));
    missing.map(|path| ScanWarning::NoSuchPath { path: path.clone() }).collect()
}

/// A commit's id in the model's terms.
pub(crate) fn commit_id(id: git2::Oid) -> CommitId {
    let mut bytes = [0; 20];
    bytes.copy_from_slice(id.as_bytes());
    CommitId(bytes)
}
