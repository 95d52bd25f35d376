//! The threads: one walks and hands out chunks of commits, all compare.

use std::collections::{HashMap, HashSet};
use std::num::NonZero;
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;

use git2::{Oid, Repository};

use super::authors::Authors;
use super::compare::{Comparer, Unreadable};
use super::files::Files;
use super::walk::{Job, Walked, walk};
use super::{commit_id, name};
use crate::model::{FileChange, ProblemId, RepoPath, SolutionChange};

/// How many commits a thread takes at once. Neighbours share trees, so small chunks read more; large ones leave
/// threads without work at the end.
const CHUNK: usize = 128;

/// More threads than this only wait for each other.
const MAX_THREADS: usize = 8;

/// What all threads found together.
pub(super) struct Work {
    /// Oldest first by author date.
    pub changes: Vec<SolutionChange>,
    pub commits: usize,
    pub boundary: usize,
    pub unreadable: usize,
    pub first_reason: Option<String>,
}

/// Walks everything reachable from `tips` and compares what may count. A history of up to one chunk needs no threads.
pub(super) fn run(
    repo: &Repository,
    tips: &[Oid],
    boundary: &HashSet<Oid>,
    authors: &mut Authors,
    files: &Files,
) -> Result<Work, git2::Error> {
    let helpers = thread::available_parallelism().map_or(1, NonZero::get).min(MAX_THREADS) - 1;
    let (sender, receiver) = mpsc::channel::<Vec<Job>>();
    let queue = Mutex::new(receiver);
    let git_dir = repo.path();
    let odb = repo.odb()?;
    thread::scope(|scope| {
        let mut threads = Vec::new();
        let mut chunk = Vec::with_capacity(CHUNK);
        let walked = walk(&odb, tips, boundary, authors, |job| {
            chunk.push(job);
            if chunk.len() == CHUNK {
                // The receiver lives as long as this function.
                let _ = sender.send(std::mem::replace(&mut chunk, Vec::with_capacity(CHUNK)));
                if threads.len() < helpers {
                    threads.push(scope.spawn(|| {
                        let repo = Repository::open(git_dir)?;
                        let odb = repo.odb()?;
                        let mut worker = Worker::new(Comparer::new(&odb), files);
                        worker.work_off(&queue);
                        Ok::<_, git2::Error>(worker.done)
                    }));
                }
            }
        });
        let _ = sender.send(chunk);
        drop(sender);
        let mut worker = Worker::new(Comparer::new(&odb), files);
        worker.work_off(&queue);
        let mut work = Work::new(walked, worker.done);
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
    fn new(walked: Walked, done: Done) -> Self {
        let Walked { commits, boundary, unreadable, first_reason } = walked;
        let mut work = Self { changes: Vec::new(), commits, boundary, unreadable, first_reason };
        work.add(done);
        work
    }

    fn add(&mut self, mut done: Done) {
        self.changes.append(&mut done.changes);
        self.unreadable += done.unreadable;
        self.first_reason = self.first_reason.take().or(done.first_reason);
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
    comparer: Comparer<'r>,
    files: &'r Files,
    /// The same path comes up in many commits.
    names: HashMap<Vec<u8>, Option<ProblemId>>,
    done: Done,
}

impl<'r> Worker<'r> {
    fn new(comparer: Comparer<'r>, files: &'r Files) -> Self {
        Self { comparer, files, names: HashMap::new(), done: Done::default() }
    }

    /// Takes chunks until there are no more.
    fn work_off(&mut self, queue: &Mutex<mpsc::Receiver<Vec<Job>>>) {
        loop {
            let chunk = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(chunk) = chunk else { return };
            for job in chunk {
                self.compare(&job);
            }
        }
    }

    fn compare(&mut self, job: &Job) {
        match self.comparer.changes(job.parent_tree, job.tree, self.files) {
            Ok(changes) if changes.is_empty() => {}
            Ok(changes) => {
                let files = changes.into_iter().map(|(path, kind)| {
                    let problem = self.problem(&path);
                    FileChange { path: RepoPath(path), kind, problem }
                });
                let files = files.collect();
                self.done.changes.push(SolutionChange {
                    commit: commit_id(job.commit),
                    author: job.author.as_ref().clone(),
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

    fn problem(&mut self, path: &[u8]) -> Option<ProblemId> {
        if let Some(known) = self.names.get(path) {
            return known.clone();
        }
        let problem = name::problem(&String::from_utf8_lossy(path));
        self.names.insert(path.to_vec(), problem.clone());
        problem
    }
}
