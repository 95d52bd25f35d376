//! The threads: one walks and hands out chunks of commits, all compare.

use std::collections::{HashMap, HashSet};
use std::num::NonZero;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;

use git2::Oid;

use super::authors::Authors;
use super::budget::Budget;
use super::commit_id;
use super::compare::{Changes, Comparer};
use super::files::Files;
use super::object::Commit;
use super::objects::{Objects, Unreadable};
use super::walk::{Job, Walked, walk};
use crate::model::{CommitId, FileChange, NamedProblem, RepoPath, SolutionChange, SolveRecord};
use crate::naming::{self, Home};

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
    /// What the paths in them name.
    pub names: Names,
    /// The READMEs that commits wrote where solutions may lie.
    pub readmes: HashSet<RepoPath>,
    /// What the subjects of these changes record.
    pub subjects: HashMap<CommitId, Arc<SolveRecord>>,
    pub walked: Walked,
}

/// Walks everything reachable from `tips`, but for what is reachable from `known` commits, and compares what may
/// count. A history of up to one chunk needs no threads.
pub(super) fn run(
    objects: &Objects,
    tips: &[Oid],
    known: &[CommitId],
    boundary: &HashSet<Oid>,
    authors: &mut Authors,
    rules: &Rules<'_>,
) -> Result<Work, git2::Error> {
    let helpers = thread::available_parallelism().map_or(1, NonZero::get).min(MAX_THREADS) - 1;
    let (sender, receiver) = mpsc::channel::<Vec<Job>>();
    let queue = Mutex::new(receiver);
    let names = Mutex::new(Names::default());
    let budget = Budget::new();
    thread::scope(|scope| {
        let mut threads = Vec::new();
        let mut chunk = Vec::with_capacity(CHUNK);
        let emit =
            |job| {
                chunk.push(job);
                if chunk.len() == CHUNK {
                    // The receiver lives as long as this function.
                    let _ = sender.send(std::mem::replace(&mut chunk, Vec::with_capacity(CHUNK)));
                    if threads.len() < helpers {
                        let reader = threads.len() + 1;
                        let (queue, names, budget) = (&queue, &names, &budget);
                        threads.push(scope.spawn(move || {
                            Worker::new(rules, names, budget).work_off(objects, reader, queue)
                        }));
                    }
                }
            };
        let walked = objects.with(0, |reader| walk(reader, &budget, tips, known, boundary, authors, emit));
        let _ = sender.send(chunk);
        drop(sender);
        let mut work = Work::new(walked?);
        work.add(Worker::new(rules, &names, &budget).work_off(objects, 0, &queue)?);
        for thread in threads {
            match thread.join() {
                Ok(done) => work.add(done?),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        work.names = std::mem::take(&mut names.lock().unwrap_or_else(PoisonError::into_inner));
        work.changes.sort_unstable_by_key(|change| (change.date.seconds, change.commit));
        Ok(work)
    })
}

impl Work {
    fn new(walked: Walked) -> Self {
        Self {
            changes: Vec::new(),
            names: Names::default(),
            readmes: HashSet::new(),
            subjects: HashMap::new(),
            walked,
        }
    }

    fn add(&mut self, mut done: Done) {
        self.changes.append(&mut done.changes);
        self.readmes.extend(done.readmes);
        self.subjects.extend(done.subjects);
        self.walked.unreadable += done.unreadable;
        self.walked.first_reason = self.walked.first_reason.take().or(done.first_reason);
    }
}

/// What one thread found.
#[derive(Default)]
struct Done {
    changes: Vec<SolutionChange>,
    readmes: HashSet<RepoPath>,
    subjects: Vec<(CommitId, Arc<SolveRecord>)>,
    unreadable: usize,
    first_reason: Option<String>,
}

/// What paths name by themselves.
pub(super) type Names = foldhash::HashMap<RepoPath, Arc<[NamedProblem]>>;
type NamedPath = (RepoPath, Arc<[NamedProblem]>);

struct Worker<'r> {
    rules: &'r Rules<'r>,
    /// The same path comes up in many commits.
    names: Names,
    /// Those that came up in any thread.
    all_names: &'r Mutex<Names>,
    budget: &'r Budget,
    done: Done,
}

impl<'r> Worker<'r> {
    fn new(rules: &'r Rules<'r>, all_names: &'r Mutex<Names>, budget: &'r Budget) -> Self {
        Self { rules, names: Names::default(), all_names, budget, done: Done::default() }
    }

    /// Takes chunks until there are no more, each with a handle of its own.
    fn work_off(
        mut self,
        objects: &Objects,
        reader: usize,
        queue: &Mutex<mpsc::Receiver<Vec<Job>>>,
    ) -> Result<Done, git2::Error> {
        let mut is_over = false;
        while !is_over {
            objects.with(reader, |reader| {
                for _ in 0..objects.chunks {
                    let chunk = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok(chunk) = chunk else {
                        is_over = true;
                        break;
                    };
                    let mut comparer = Comparer::new(reader, self.budget);
                    for job in &chunk {
                        self.compare(&mut comparer, job);
                    }
                }
            })?;
        }
        Ok(self.done)
    }

    fn compare(&mut self, comparer: &mut Comparer<'_>, job: &Job) {
        match self.change(comparer, job) {
            Ok(change) => self.done.changes.extend(change),
            Err(Unreadable { reason, .. }) => {
                self.done.unreadable += 1;
                self.done.first_reason.get_or_insert(reason);
            }
        }
    }

    /// What a commit did to solution files; nothing where it did nothing to any.
    fn change(
        &mut self,
        comparer: &mut Comparer<'_>,
        job: &Job,
    ) -> Result<Option<SolutionChange>, Unreadable> {
        let Changes { solutions, readmes } = comparer.changes(job.parent_tree, job.tree, self.rules.files)?;
        self.done.readmes.extend(readmes.into_iter().map(RepoPath::from));
        let files = solutions.into_iter().map(|(path, kind)| {
            let (path, problems) = self.by_path(path);
            FileChange { path, kind, problems, record: None }
        });
        let mut files = files.collect::<Vec<_>>();
        if files.iter().any(|file| file.problems.iter().all(naming::is_titled)) {
            self.name_otherwise(comparer, job.commit, &mut files)?;
        }
        let (commit, author) = (commit_id(job.commit), Arc::clone(&job.author));
        let change = SolutionChange { commit, author, date: job.date, files };
        if change.files.is_empty() {
            return Ok(None);
        }
        self.done.subjects.extend(job.record.clone().map(|record| (commit, record)));
        Ok(Some(change))
    }

    /// A path and what it names, each as they were when it came up before.
    fn by_path(&mut self, path: Vec<u8>) -> NamedPath {
        let copy = |(path, problems): (&RepoPath, &Arc<_>)| (path.clone(), Arc::clone(problems));
        if let Some(own) = self.names.get_key_value(path.as_slice()) {
            return copy(own);
        }
        let all = || self.all_names.lock().unwrap_or_else(PoisonError::into_inner);
        let others = all().get_key_value(path.as_slice()).map(copy);
        let (path, problems) = others.unwrap_or_else(|| {
            let problems = naming::by_path(&String::from_utf8_lossy(&path), &self.rules.home);
            let named = (RepoPath::from(path), Arc::from(problems));
            all().insert(named.0.clone(), Arc::clone(&named.1));
            named
        });
        self.names.insert(path.clone(), Arc::clone(&problems));
        (path, problems)
    }

    /// Names the files that their paths don't, by the message or else by the repository. A message names a lone file
    /// by all that it says, and several (one problem in several languages) only where it says one problem. It gives the
    /// number of a problem that goes by its title.
    fn name_otherwise(
        &self,
        comparer: &Comparer<'_>,
        commit: Oid,
        files: &mut [FileChange],
    ) -> Result<(), Unreadable> {
        let object = comparer.commit(commit)?;
        let parsed = Commit::parse(object.data()).ok_or_else(|| Unreadable::not_whole(commit))?;
        let message = parsed.message();
        let mut said = naming::by_message(message, &self.rules.home);
        let is_open =
            |file: &FileChange| file.problems.is_empty() && !naming::is_helper(&file.path.to_text());
        let unnamed = files.iter().filter(|file| is_open(file)).count();
        let elsewhere = files.iter().flat_map(|file| &*file.problems);
        let taken = elsewhere.map(|named| named.problem.clone()).collect::<HashSet<_>>();
        said.retain(|named| !taken.contains(&named.problem));
        let said: Arc<[NamedProblem]> = said.into();
        let fits = unnamed == 1 || (said.len() == 1 && unnamed <= MAX_SAID && taken.is_empty());
        for file in files.iter_mut().filter(|file| is_open(file)) {
            let path = file.path.to_text();
            let is_elsewhere = |named: &NamedProblem| naming::is_of_another_judge(&path, named);
            // Of several problems those are meant whose numbers the file's name has.
            let own: Vec<_> = said
                .iter()
                .filter(|named| naming::has_number_of(&path, named) && !is_elsewhere(named))
                .cloned()
                .collect();
            if !own.is_empty() {
                file.problems = own.into();
            } else if fits
                && !said.iter().any(|named| {
                    naming::has_another_number(&path, named)
                        || naming::has_another_contest(&path, named, &self.rules.home)
                        || is_elsewhere(named)
                })
            {
                file.problems = Arc::clone(&said);
            }
            if file.problems.is_empty() {
                file.problems = naming::by_judge_of_message(&path, message).into();
            }
            if file.problems.is_empty() {
                file.problems = naming::by_home(&path, &self.rules.home).into();
            }
            if file.problems.is_empty() && unnamed == 1 {
                file.problems = naming::by_title_of_message(&path, message, &self.rules.home).into();
            }
        }
        let goes_by_title = |file: &&mut FileChange| file.problems.iter().any(naming::is_titled);
        let is_only = files.iter_mut().filter(goes_by_title).count() == 1;
        for file in files.iter_mut().filter(goes_by_title) {
            if let Some(numbered) = naming::number_in_message(&file.problems, message, is_only) {
                file.problems = [numbered].into();
            }
        }
        Ok(())
    }
}

/// More files than this aren't one problem in several languages.
const MAX_SAID: usize = 5;
