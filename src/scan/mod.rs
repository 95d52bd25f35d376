//! git repositories to [`model`](crate::model): which commits add or modify solution files, and which problems those
//! files solve.
//!
//! A scan walks every commit that is reachable from a local branch (or from a detached `HEAD`) once. What counts is told
//! from commits and trees alone, never from a file's content: a partial clone doesn't have it, and the ids tell all
//! there is to know. Trees are compared here and not by libgit2, whose comparison reads unchanged folders too and takes
//! forty times as long. Threads share the work in chunks, each with its own handle, since a handle can't be shared and
//! those on one pack wait for each other. Content is read only to name problems: the first lines of files that the
//! newest commit still has.
//!
//! A later scan ends at what the [`Memory`] of an earlier one knows, and names the commits that are no longer there.
//!
//! - `open`: the repository, its mailmaps; `branches`: its tips;
//! - `objects`: a handle on them for each thread; `object`: commits and trees from their bytes;
//! - `walk`: the history; `compare`: one commit;
//! - `authors`, `mailmap`: whose commits count; `files`: which files do;
//! - `header`: the first lines of files;
//! - `subjects`: what commits are called;
//! - `suggest`: what looks like no solution; `work`: the threads; `memory`: what a scan leaves for the next.

mod authors;
mod branches;
mod compare;
mod error;
mod files;
mod header;
mod layout;
mod mailmap;
mod memory;
mod object;
mod objects;
mod oids;
mod open;
mod subjects;
mod suggest;
mod walk;
mod work;

pub use error::{ScanError, ScanWarning};
pub use files::{DEFAULT_EXTENSIONS, DEFAULT_IGNORE};
pub use layout::{Example, default_layout, extensions, is_named, layouts, problems_of_word};
pub use memory::{Memory, Stamp};
pub use open::{Found, Opened, discover, open};
pub use suggest::{Suggestion, suggested_ignores};

use std::collections::HashSet;

use git2::Oid;

use authors::Authors;
use files::Files;
use header::{Header, Headers};
use mailmap::Mailmap;
use objects::Objects;
use work::{Rules, Work};

use crate::model::{CommitId, RepoPath, RepoSpec, SolutionChange};

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
    /// What the next scan may begin with; `None` where something was passed over, so that it has to look again.
    pub memory: Option<Memory>,
}

/// What a scan found that began with the memory of an earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rescan {
    /// The memory was of no use: everything was scanned again.
    Whole(RepoScan),
    /// The differences.
    Since {
        /// Commits that are new, as in [`RepoScan::changes`].
        new: Vec<SolutionChange>,
        /// Commits that are no longer reachable, whether they counted or not, sorted.
        gone: Vec<CommitId>,
        /// What the next scan may begin with.
        memory: Memory,
    },
}

/// Scans a repository.
///
/// # Errors
///
/// When there is no repository, or none that can be opened, or when its references can't be listed. What is wrong with
/// single branches or commits is a warning.
pub fn scan(spec: &RepoSpec) -> Result<RepoScan, ScanError> {
    open(spec)?.scan()
}

impl Opened {
    /// Scans all of it.
    ///
    /// # Errors
    ///
    /// When the object database can't be read at all.
    pub fn scan(&self) -> Result<RepoScan, ScanError> {
        let paths = self.paths();
        let objects = Objects::new(&self.repo);
        let Worked { found, authors } = self.work(&objects, &paths, &[])?;
        let Work { mut changes, names, walked } = found;
        let mut warnings = self.warnings.clone();
        if self.tips.is_empty() {
            warnings.push(ScanWarning::NoCommits);
        } else {
            warnings.extend(missing_paths(&self.repo, &paths));
        }
        if walked.boundary > 0 {
            warnings.push(ScanWarning::Shallow { commits: walked.boundary });
        }
        if let Some(reason) = walked.first_reason {
            let partial = open::is_partial(&self.repo);
            warnings.push(ScanWarning::Unreadable { partial, commits: walked.unreadable, reason });
        }
        if let Some(mut busiest) = authors.all_unwanted() {
            busiest.truncate(AUTHORS_NAMED);
            warnings.push(ScanWarning::NoneByAuthors { wanted: self.wanted.clone(), busiest });
        }
        let headers = header::read(&self.repo, &objects, header::wanted(names), &Headers::default());
        header::apply(&mut changes, &headers);
        let mut commits = walked.commits;
        commits.sort_unstable();
        Ok(RepoScan {
            changes,
            commits: commits.len(),
            tips: self.tips.iter().copied().map(commit_id).collect(),
            memory: warnings.is_empty().then(|| Memory { stamp: self.stamp(), paths, commits, headers }),
            warnings,
        })
    }

    /// Scans what `memory` doesn't know; all of it where the rules have changed since, or where a header now says
    /// something else of a file that is older.
    ///
    /// # Errors
    ///
    /// As [`Opened::scan`].
    pub fn scan_since(&self, memory: &Memory) -> Result<Rescan, ScanError> {
        let paths = self.paths();
        if memory.stamp.rules != self.rules || memory.paths != paths || !self.warnings.is_empty() {
            return self.scan().map(Rescan::Whole);
        }
        let objects = Objects::new(&self.repo);
        let Work { changes: mut new, names, walked } = self.work(&objects, &paths, &memory.commits)?.found;
        if walked.unreadable > 0 || walked.boundary > 0 || self.tips.is_empty() {
            return self.scan().map(Rescan::Whole);
        }
        let mut wanted = header::wanted(names);
        wanted.extend(memory.headers.keys().map(|path| (path.clone(), Header::default())));
        let headers = header::read(&self.repo, &objects, wanted, &memory.headers);
        let is_as_before = |(path, before): (&RepoPath, &Header)| {
            headers.get(path).is_some_and(|now| now.problems == before.problems)
        };
        if !memory.headers.iter().all(is_as_before) {
            return self.scan().map(Rescan::Whole);
        }
        header::apply(&mut new, &headers);
        let gone = self.gone(memory, &walked.met).map_err(self.failed("reading the history"))?;
        let mut commits: Vec<CommitId> =
            memory.commits.iter().filter(|commit| gone.binary_search(commit).is_err()).copied().collect();
        commits.extend(walked.commits);
        commits.sort_unstable();
        Ok(Rescan::Since { new, gone, memory: Memory { stamp: self.stamp(), paths, commits, headers } })
    }

    /// The commits of `memory` that are no longer reachable, sorted; `met` are those that a walk ended at.
    fn gone(&self, memory: &Memory, met: &HashSet<CommitId>) -> Result<Vec<CommitId>, git2::Error> {
        if memory.stamp.tips.iter().all(|tip| met.contains(tip)) {
            return Ok(Vec::new());
        }
        let reachable = walk::reachable(&self.repo.odb()?, &self.tips);
        Ok(memory.commits.iter().filter(|commit| !reachable.contains(commit)).copied().collect())
    }

    fn work(&self, objects: &Objects, paths: &[String], known: &[CommitId]) -> Result<Worked, ScanError> {
        let spec = &self.spec;
        let files =
            Files::new(paths.iter().map(String::as_str), spec.extensions.as_deref(), spec.ignore.as_deref())
                .map_err(|source| ScanError::Ignore { label: spec.label.clone(), source })?;
        let mut mailmap = Mailmap::default();
        self.mailmaps.iter().for_each(|text| mailmap.add(text));
        let mut authors = Authors::new(&self.wanted, mailmap);
        let boundary = open::boundary(&self.shallow);
        let rules = Rules { files: &files, home: self.home };
        let found = work::run(objects, &self.tips, known, &boundary, &mut authors, &rules)
            .map_err(self.failed("reading the history"))?;
        Ok(Worked { found, authors })
    }

    fn failed(&self, doing: &'static str) -> impl Fn(git2::Error) -> ScanError {
        move |source| ScanError::Git { label: self.spec.label.clone(), doing, source }
    }
}

struct Worked {
    found: Work,
    authors: Authors,
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
pub(crate) fn commit_id(id: Oid) -> CommitId {
    let mut bytes = [0; 20];
    bytes.copy_from_slice(id.as_bytes());
    CommitId(bytes)
}
