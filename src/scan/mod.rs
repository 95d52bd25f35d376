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
//! - `location`, `included`, `discover`: where a repository is; `open`: what decides which of its commits count, among it
//!   `refs` and `mailmap_files`; `fingerprint`: all of that in few bytes;
//! - `objects`: a handle on the objects for each thread; `loose`: those in files of their own; `packs`: the others, weighed
//!   before they are unpacked; `object`: commits and trees from their bytes; `head`: the newest commit's files;
//! - `walk`: the history; `compare`: one commit; `budget`: how much of both is too much;
//! - `authors`, `mailmap`: whose commits count; `owners`: whose they are where several share a repository; `files`: which
//!   files do;
//! - `starts`: the beginnings of files: `header`, the first lines of solutions; `records`, the READMEs beside them;
//! - `subjects`: what commits are called;
//! - `suggest`: what looks like no solution; `work`: the threads; `memory`: what a scan leaves for the next.
//!
//! A damaged object is a warning that says how much is missing ([`ScanWarning::is_incomplete`]), never a hang and never a
//! smaller answer in silence.

mod authors;
mod budget;
mod compare;
mod discover;
mod error;
mod files;
mod fingerprint;
mod head;
mod header;
mod included;
mod layout;
mod location;
mod loose;
mod mailmap;
mod mailmap_files;
mod memory;
mod object;
mod objects;
mod oids;
mod open;
mod owners;
mod packs;
mod records;
mod refs;
mod starts;
mod subjects;
mod suggest;
mod walk;
mod work;

pub use discover::{DiscoveredRepo, discover, has_solutions, unmerged_branches};
pub use error::{ScanError, UnknownFormat};
pub use files::{DEFAULT_EXTENSIONS, DEFAULT_IGNORE};
pub use fingerprint::RepoFingerprint;
pub use layout::{Example, default_layout, extensions, is_named, layouts};
pub use memory::Memory;
pub use open::{Opened, open};
pub use owners::Owner;
pub use records::Records;
pub use suggest::{Suggestion, suggested_ignores};

use std::collections::HashSet;

use git2::Oid;

use authors::Authors;
use files::Files;
use head::Head;
use mailmap::Mailmap;
use objects::{Objects, Reader, Unreadable};
use packs::LightPack;
use starts::Start;
use work::{Rules, Work};

use crate::model::{CommitId, RepoPath, RepoSpec, ScanWarning, SolutionChange};

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
    /// What tools recorded of the solves in them.
    pub records: Records,
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
        let failed = self.failed("reading the history");
        let objects = self.objects(&[]).map_err(|why| failed(why.into()))?;
        let newest = self.newest(objects)?;
        let ScanWork { found, authors } = self.work(objects, &newest.paths, &[])?;
        let Work { mut changes, names, readmes, subjects, walked } = found;
        let partial = open::is_partial(&self.repo);
        let (headers, none) = (header::wanted(names), header::Headers::default());
        let read = starts::read(objects, newest.head, headers, &none, (&header::FORMAT, partial));
        let read = read.map_err(&failed)?;
        header::apply(&mut changes, &read.starts);
        let (readmes, none) = (records::unread(readmes), records::Readmes::default());
        let readmes = starts::read(objects, newest.head, readmes, &none, (&records::FORMAT, partial));
        let readmes = readmes.map_err(failed)?;
        let records = Records::new(&readmes.starts, &subjects);
        let mut warnings = self.warnings.clone();
        if self.tips.is_empty() && warnings.is_empty() {
            warnings.push(ScanWarning::NoCommits);
        }
        warnings.extend(newest.missing.into_iter().map(|path| ScanWarning::NoSuchPath { path }));
        if walked.boundary > 0 {
            warnings.push(ScanWarning::Shallow { commits: walked.boundary });
        }
        if let Some(reason) = walked.first_reason {
            warnings.push(ScanWarning::Unreadable { partial, commits: walked.unreadable, reason });
        } else if let Some(reason) = newest.damage {
            warnings.push(ScanWarning::UnreadableHead { reason });
        } else if let Some(reason) = read.first_reason.or(readmes.first_reason) {
            let files = read.unreadable + readmes.unreadable;
            warnings.push(ScanWarning::UnreadHeaders { files, reason });
        }
        if let Some(mut busiest) = authors.all_unwanted() {
            busiest.truncate(AUTHORS_NAMED);
            warnings.push(ScanWarning::NoneByAuthors { wanted: self.wanted.clone(), busiest });
        } else {
            let mut similar = authors.similar(self.own_name.as_deref());
            similar.truncate(AUTHORS_NAMED);
            warnings.extend((!similar.is_empty()).then_some(ScanWarning::SimilarAuthors { similar }));
        }
        let mut commits = walked.commits;
        commits.sort_unstable();
        let memory = |commits| Memory {
            fingerprint: self.fingerprint(),
            paths: newest.paths,
            commits,
            headers: read.starts,
            readmes: readmes.starts,
            subjects,
            packs: objects.light_packs(),
        };
        Ok(RepoScan {
            changes,
            records,
            commits: commits.len(),
            tips: self.tips.iter().copied().map(commit_id).collect(),
            memory: warnings.is_empty().then(|| memory(commits)),
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
        let failed = self.failed("reading the history");
        let objects = self.objects(&memory.packs).map_err(|why| failed(why.into()))?;
        let newest = self.newest(objects)?;
        let other_rules = memory.fingerprint.rules != self.rules || memory.paths != newest.paths;
        if other_rules || newest.damage.is_some() || !self.warnings.is_empty() {
            return self.scan().map(Rescan::Whole);
        }
        let ScanWork { found, authors } = self.work(objects, &newest.paths, &memory.commits)?;
        let Work { changes: mut new, names, readmes, subjects: new_subjects, walked } = found;
        let is_similar = !authors.similar(self.own_name.as_deref()).is_empty();
        if is_similar || walked.unreadable > 0 || walked.boundary > 0 || self.tips.is_empty() {
            return self.scan().map(Rescan::Whole);
        }
        let mut wanted = header::wanted(names);
        wanted.extend(memory.headers.keys().map(|path| (path.clone(), Start::default())));
        let partial = open::is_partial(&self.repo);
        let read = starts::read(objects, newest.head, wanted, &memory.headers, (&header::FORMAT, partial));
        let read = read.map_err(&failed)?;
        let headers = read.starts;
        let is_as_before = |(path, before): (&RepoPath, &Start<_>)| {
            headers.get(path).is_some_and(|now| now.says == before.says)
        };
        if read.unreadable > 0 || !memory.headers.iter().all(is_as_before) {
            return self.scan().map(Rescan::Whole);
        }
        let readmes = records::unread(readmes.into_iter().chain(memory.readmes.keys().cloned()));
        let readmes =
            starts::read(objects, newest.head, readmes, &memory.readmes, (&records::FORMAT, partial));
        let readmes = readmes.map_err(&failed)?;
        if readmes.unreadable > 0 {
            return self.scan().map(Rescan::Whole);
        }
        header::apply(&mut new, &headers);
        let Ok(gone) = self.gone(objects, memory, &walked.met).map_err(failed)? else {
            return self.scan().map(Rescan::Whole);
        };
        let mut commits: Vec<CommitId> =
            memory.commits.iter().filter(|commit| gone.binary_search(commit).is_err()).copied().collect();
        commits.extend(walked.commits);
        commits.sort_unstable();
        let mut subjects = memory.subjects.clone();
        subjects.retain(|commit, _| gone.binary_search(commit).is_err());
        subjects.extend(new_subjects);
        let (fingerprint, paths, readmes) = (self.fingerprint(), newest.paths, readmes.starts);
        let packs = objects.light_packs();
        let memory = Memory { fingerprint, paths, commits, headers, readmes, subjects, packs };
        Ok(Rescan::Since { new, gone, memory })
    }

    /// The commits of `memory` that are no longer reachable, sorted; `met` are those that a walk ended at.
    fn gone(
        &self,
        objects: &Objects,
        memory: &Memory,
        met: &HashSet<CommitId>,
    ) -> Result<Result<Vec<CommitId>, Unreadable>, git2::Error> {
        if memory.fingerprint.tips.iter().all(|tip| met.contains(tip)) {
            return Ok(Ok(Vec::new()));
        }
        let reachable = objects.with(0, |reader| walk::reachable(reader, &self.tips))?;
        Ok(reachable.map(|reachable| {
            memory.commits.iter().filter(|commit| !reachable.contains(commit)).copied().collect()
        }))
    }

    /// The objects, weighed once, but for the packs that are `known` to be light.
    fn objects(&self, known: &[LightPack]) -> Result<&Objects, Unreadable> {
        if let Some(objects) = self.objects.get() {
            return Ok(objects);
        }
        let objects = Objects::new(&self.repo, self.replaced.clone(), known)?;
        Ok(self.objects.get_or_init(|| objects))
    }

    /// What the newest commit decides.
    fn newest(&self, objects: &Objects) -> Result<Newest, ScanError> {
        let look = |reader: &Reader<'_>| -> Result<Newest, Unreadable> {
            let head = Head::read(reader, self.head)?;
            let paths = match &self.spec.paths {
                Some(paths) => paths.clone(),
                None if head.has_folder(reader, SOLUTIONS)? => vec![SOLUTIONS.to_owned()],
                None => Vec::new(),
            };
            let mut missing = Vec::new();
            for path in paths.iter().filter(|_| head.tree.is_some()) {
                if head.find(reader, &files::tidy_path(path))?.is_none() {
                    missing.push(path.clone());
                }
            }
            Ok(Newest { head, paths, missing, damage: None })
        };
        let newest = objects.with(0, look).map_err(self.failed("reading the newest commit"))?;
        Ok(newest.unwrap_or_else(|why| Newest {
            head: Head::default(),
            paths: self.spec.paths.clone().unwrap_or_default(),
            missing: Vec::new(),
            damage: Some(why.reason),
        }))
    }

    fn work(&self, objects: &Objects, paths: &[String], known: &[CommitId]) -> Result<ScanWork, ScanError> {
        let spec = &self.spec;
        let files =
            Files::new(paths.iter().map(String::as_str), spec.extensions.as_deref(), spec.ignore.as_deref())
                .map_err(|source| ScanError::Ignore { label: spec.label.clone(), source })?;
        let mut mailmap = Mailmap::default();
        self.mailmaps.iter().for_each(|text| mailmap.add(text));
        let mut authors = Authors::new(&self.wanted, mailmap);
        authors.count_coauthors = spec.count_coauthors;
        let boundary = open::boundary(&self.shallow);
        let rules = Rules { files: &files, home: self.home };
        let found = work::run(objects, &self.tips, known, &boundary, &mut authors, &rules)
            .map_err(self.failed("reading the history"))?;
        Ok(ScanWork { found, authors })
    }

    fn failed(&self, doing: &'static str) -> impl Fn(git2::Error) -> ScanError {
        move |source| ScanError::Git { label: self.spec.label.clone(), doing, source }
    }
}

struct ScanWork {
    found: Work,
    authors: Authors,
}

/// What the newest commit decides.
struct Newest {
    head: Head,
    /// The folders that hold solutions.
    paths: Vec<String>,
    /// Those of them that it doesn't have.
    missing: Vec<String>,
    /// Why it can't be read, where it can't.
    damage: Option<String>,
}

/// A commit's id in the model's terms.
pub(crate) fn commit_id(id: Oid) -> CommitId {
    let mut bytes = [0; 20];
    bytes.copy_from_slice(id.as_bytes());
    CommitId(bytes)
}
