//! The threads: one walks and hands out chunks of commits, all compare.

use std::collections::{HashMap, HashSet};
use std::num::NonZero;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;

use git2::{Oid, Repository};

use super::authors::Authors;
use super::commit_id;
use super::compare::{Comparer, Unreadable};
use super::files::Files;
use super::name::{self, Home};
use super::object::Commit;
use super::objects::Objects;
use super::walk::{Job, Walked, walk};
use crate::model::{CommitId, FileChange, NamedProblem, RepoPath, SolutionChange};

/// How many commits a thread takes at once. Neighbours share trees, so small chunks read more; large ones leave
/// threads without work at the end, and libgit2 with more to keep.
const CHUNK: usize = 256;

/// More threads than this only wait for each other.
pub(super) const MAX_THREADS: usize = 8;

/// What counts, and how it is named.
pub(super) struct Rules<'a> {
    pub files: &'a Files,
    pub home: Home,
}

/// What all threads found together.
pub(super) struct Work {
    /// Oldest first by author date.
    pub changes: Vec<SolutionChange>,
    pub walked: Walked,
}

/// Walks everything reachable from `tips`, but for what is reachable from `known` commits, and compares what may
/// count. A history of up to one chunk needs no threads.
pub(super) fn run(
    repo: &Repository,
    tips: &[Oid],
    known: &[CommitId],
    boundary: &HashSet<Oid>,
    authors: &mut Authors,
    rules: &Rules<'_>,
) -> Result<Work, git2::Error> {
    let helpers = thread::available_parallelism().map_or(1, NonZero::get).min(MAX_THREADS) - 1;
    let (sender, receiver) = mpsc::channel::<Vec<Job>>();
    let queue = Mutex::new(receiver);
    let objects = Objects::new(repo);
    thread::scope(|scope| {
        let mut threads = Vec::new();
        let mut chunk = Vec::with_capacity(CHUNK);
        let emit = |job| {
            chunk.push(job);
            if chunk.len() == CHUNK {
                // The receiver lives as long as this function.
                let _ = sender.send(std::mem::replace(&mut chunk, Vec::with_capacity(CHUNK)));
                if threads.len() < helpers {
                    let reader = threads.len() + 1;
                    let (objects, queue) = (&objects, &queue);
                    threads.push(scope.spawn(move || Worker::new(rules).work_off(objects, reader, queue)));
                }
            }
        };
        let walked = objects.with(0, |odb| walk(odb, tips, known, boundary, authors, emit));
        let _ = sender.send(chunk);
        drop(sender);
        let mut work = Work { changes: Vec::new(), walked: walked? };
        work.add(Worker::new(rules).work_off(&objects, 0, &queue)?);
        for thread in threads {
            match thread.join() {
                Ok(done) => work.add(done?),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        work.changes.sort_unstable_by_key(|change| (change.date.seconds, change.commit));
        Ok(work)
    })
}

impl Work {
    fn add(&mut self, mut done: Done) {
        self.changes.append(&mut done.changes);
        self.walked.unreadable += done.unreadable;
        self.walked.first_reason = self.walked.first_reason.take().or(done.first_reason);
    }
}

/// What one thread found.
#[derive(Default)]
struct Done {
    changes: Vec<SolutionChange>,
    unreadable: usize,
    first_reason: Option<String>,
}

struct Worker<'r> {
    rules: &'r Rules<'r>,
    /// The same path comes up in many commits.
    names: HashMap<Vec<u8>, Vec<NamedProblem>>,
    done: Done,
}

impl<'r> Worker<'r> {
    fn new(rules: &'r Rules<'r>) -> Self {
        Self { rules, names: HashMap::new(), done: Done::default() }
    }

    /// Takes chunks until there are no more, each with a handle of its own.
    fn work_off(
        mut self,
        objects: &Objects,
        reader: usize,
        queue: &Mutex<mpsc::Receiver<Vec<Job>>>,
    ) -> Result<Done, git2::Error> {
        loop {
            let chunk = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(chunk) = chunk else { return Ok(self.done) };
            objects.with(reader, |odb| {
                let mut comparer = Comparer::new(odb);
                for job in &chunk {
                    self.compare(&mut comparer, job);
                }
            })?;
        }
    }

    fn compare(&mut self, comparer: &mut Comparer<'_>, job: &Job) {
        match comparer.changes(job.parent_tree, job.tree, self.rules.files) {
            Ok(changes) if changes.is_empty() => {}
            Ok(changes) => {
                let files = changes.into_iter().map(|(path, kind)| {
                    let problems = self.by_path(&path);
                    FileChange { path: RepoPath(path), kind, problems }
                });
                let mut files = files.collect::<Vec<_>>();
                if files.iter().any(|file| file.problems.is_empty()) {
                    self.name_otherwise(comparer, job.commit, &mut files);
                }
                self.done.changes.push(SolutionChange {
                    commit: commit_id(job.commit),
                    author: Arc::clone(&job.author),
                    date: job.date,
                    files,
                });
            }
            Err(Unreadable(reason)) => {
                self.done.unreadable += 1;
                self.done.first_reason.get_or_insert(reason);
            }
        }
    }

    fn by_path(&mut self, path: &[u8]) -> Vec<NamedProblem> {
        if let Some(known) = self.names.get(path) {
            return known.clone();
        }
        let problems = name::by_path(&String::from_utf8_lossy(path), &self.rules.home);
        self.names.insert(path.to_vec(), problems.clone());
        problems
    }

    /// Names the files that their paths don't, by the message or else by the repository. A message names a lone file
    /// by all that it says, and several (one problem in several languages) only where it says one problem.
    fn name_otherwise(&self, comparer: &Comparer<'_>, commit: Oid, files: &mut [FileChange]) {
        let mut said = comparer.with_object(commit, |data| {
            Commit::parse(data)
                .map_or_else(Vec::new, |commit| name::by_message(commit.message(), &self.rules.home))
        });
        let unnamed = files.iter().filter(|file| file.problems.is_empty()).count();
        let elsewhere = files.iter().flat_map(|file| &file.problems);
        let taken = elsewhere.map(|named| named.problem.clone()).collect::<HashSet<_>>();
        said.retain(|named| !taken.contains(&named.problem));
        let fits = unnamed == 1 || (said.len() == 1 && unnamed <= MAX_SAID && taken.is_empty());
        for file in files.iter_mut().filter(|file| file.problems.is_empty()) {
            if fits {
                file.problems.clone_from(&said);
            }
            if file.problems.is_empty() {
                file.problems = name::by_home(&file.path.to_text(), &self.rules.home);
            }
        }
    }
}

/// More files than this aren't one problem in several languages.
const MAX_SAID: usize = 5;
