//! One run over one workspace: what was read so far, each thing at most once and only when it is asked for.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::env::Env;
use super::error::AppError;
use super::group;
use super::library::Library;
use super::odds::KeptOdds;
use super::practice::{self, Practice, RepoChanges, SeenRepo};
use super::workspace::Workspace;
use crate::answers::{self, AcceptedProblem, Hint, RatingBy, Standing, StreakAnswer};
use crate::lang::Lang;
use crate::model::{Completeness, DuplicateProblems, Failure, Note, RatingSeries, SolutionChange};
use crate::scan::Opened;
use crate::store::{Store, StoreError};

/// A workspace and what was read of it.
pub struct Session<'e> {
    pub env: &'e Env,
    pub workspace: Workspace,
    store: OnceCell<Option<Store>>,
    series: OnceCell<Vec<RatingSeries>>,
    standing: OnceCell<Standing>,
    library: OnceCell<Arc<Library>>,
    practice: OnceCell<Practice>,
    commits: OnceCell<RepoChanges>,
    duplicates: OnceCell<DuplicateProblems>,
    /// By the labels of repositories.
    seen: RefCell<HashMap<String, SeenRepo>>,
}

/// An answer, and what is to be said beside it.
pub struct Answered<T> {
    pub answer: T,
    /// The language of what is said beside it.
    pub lang: Lang,
    /// Something to know of what was read.
    pub notes: Vec<Note>,
    /// The repositories that could not be read.
    pub failures: Vec<Failure>,
    /// What is missing before there is more to answer, or how old it is.
    pub hints: Vec<Hint>,
}

impl<T> Answered<T> {
    /// Whether it rests on all that it should.
    pub fn completeness(&self) -> Completeness {
        Completeness { failures: self.failures.clone(), notes: self.notes.clone() }
    }

    /// The answer made another, or an error.
    pub fn try_map<U>(self, make: impl FnOnce(T) -> Result<U, AppError>) -> Result<Answered<U>, AppError> {
        let Self { answer, lang, notes, failures, hints } = self;
        Ok(Answered { answer: make(answer)?, lang, notes, failures, hints })
    }

    /// With these hints.
    pub fn with(mut self, hints: impl IntoIterator<Item = Hint>) -> Self {
        self.hints.extend(hints);
        self
    }

    /// Without hints: a program reads the answer.
    pub fn without_hints(mut self, without: bool) -> Self {
        if without {
            self.hints.clear();
        }
        self
    }
}

impl<'e> Session<'e> {
    /// Over the workspace that was asked for, else the nearest.
    pub fn open(env: &'e Env) -> Result<Self, AppError> {
        Workspace::open(env).map(|workspace| Self::over(workspace, env))
    }

    /// Like [`Session::open`]; inside a git repository without configuration, over the defaults.
    pub fn open_or_default(env: &'e Env) -> Result<Self, AppError> {
        Workspace::open_or_default(env).map(|workspace| Self::over(workspace, env))
    }

    /// Over this workspace.
    pub fn over(workspace: Workspace, env: &'e Env) -> Self {
        Self {
            env,
            workspace,
            store: OnceCell::new(),
            series: OnceCell::new(),
            standing: OnceCell::new(),
            library: OnceCell::new(),
            practice: OnceCell::new(),
            commits: OnceCell::new(),
            duplicates: OnceCell::new(),
            seen: RefCell::default(),
        }
    }

    /// With repositories as they have just been seen and named by the lists, by their labels.
    pub fn with_seen(self, seen: HashMap<String, SeenRepo>) -> Self {
        Self { seen: RefCell::new(seen), ..self }
    }

    /// A repository as it was just seen, once, where nothing in it has changed since.
    pub fn take_seen(&self, repo: &Opened) -> Option<SeenRepo> {
        let seen = self.seen.borrow_mut().remove(&repo.spec().label);
        seen.filter(|seen| seen.memory.is_of(repo))
    }

    /// With the library as it was read already.
    pub fn with_library(self, library: Arc<Library>) -> Self {
        Self { library: OnceCell::from(library), ..self }
    }

    /// The language of what is told.
    pub fn lang(&self) -> Lang {
        self.env.lang(self.workspace.config.language)
    }

    /// The moment it is.
    pub fn now(&self) -> Timestamp {
        self.env.now.timestamp()
    }

    /// The day it is, by the configured rules.
    pub fn today(&self) -> Date {
        self.workspace.today(self.env)
    }

    /// The zone in which contests have their days.
    pub fn zone(&self) -> TimeZone {
        self.workspace.zone(self.env)
    }

    /// The store; `None` before the first sync.
    pub fn store(&self) -> Result<Option<&Store>, StoreError> {
        once(&self.store, || Store::open_existing(&self.workspace.root)).map(Option::as_ref)
    }

    /// The series of the configured handles.
    pub fn series(&self) -> Result<&[RatingSeries], AppError> {
        once(&self.series, || self.workspace.series(self.store()?, self.now())).map(Vec::as_slice)
    }

    /// Where one stands, and what the targets take.
    pub fn standing(&self) -> Result<&Standing, AppError> {
        let targets = &self.workspace.config.targets;
        let make = || -> Result<_, AppError> {
            let (now, today, zone) = (self.now(), self.today(), self.zone());
            let odds = KeptOdds { root: &self.workspace.root, store: self.store()?, now, today, zone: &zone };
            let reaches = |series: &RatingSeries, goals: &[RatingBy]| odds.of(series, goals);
            Ok(answers::standing(self.series()?.to_vec(), targets, &reaches, now, today, &zone))
        };
        once(&self.standing, make)
    }

    /// What the judges list and what was handed in there.
    pub fn library(&self) -> Result<&Library, AppError> {
        once(&self.library, || Library::read(&self.workspace, self.store()?).map(Arc::new)).map(Arc::as_ref)
    }

    /// Which problems are the same, by what the user and the members of the group submitted.
    pub fn duplicates(&self) -> Result<&DuplicateProblems, AppError> {
        match &self.workspace.config.group {
            Some(group) => once(&self.duplicates, || group::duplicates(self, group)),
            None => Ok(self.library()?.catalogue.duplicates()),
        }
    }

    /// What the judges accepted, where the days of practice count that.
    pub fn accepted(&self) -> Result<Vec<AcceptedProblem>, AppError> {
        let rules = &self.workspace.config.streak;
        if !rules.source.has_submissions() {
            return Ok(Vec::new());
        }
        Ok(practice::accepted(self.library()?, rules, &self.zone()))
    }

    /// The habit, by the changes that were read one by one; `None` where nothing could be read of what makes days.
    pub fn streak_of_changes(&self) -> Result<Option<StreakAnswer>, AppError> {
        let (changes, accepted) = (self.changes(), self.accepted()?);
        let is_read = !changes.is_empty() || !accepted.is_empty();
        let rules = &self.workspace.config.streak;
        Ok(is_read.then(|| answers::streak(&changes, &accepted, rules, self.today())))
    }

    /// What each day brought, from what is kept where nothing has changed.
    pub fn practice(&self) -> &Practice {
        self.practice.get_or_init(|| {
            let mut practice = Practice::read(self);
            self.leave_out_others(&mut practice.notes);
            practice
        })
    }

    /// The solution changes of every repository.
    pub fn commits(&self) -> &RepoChanges {
        self.commits.get_or_init(|| {
            let mut commits = RepoChanges::read(self);
            self.leave_out_others(&mut commits.notes);
            commits
        })
    }

    /// Beside a group nothing tells who else wrote commits: its output is shown to others.
    fn leave_out_others(&self, notes: &mut Vec<Note>) {
        if self.workspace.config.group.is_some() {
            notes.retain(|note| !group::names_people(note));
        }
    }

    /// The solution changes, a list for each repository that could be read.
    pub fn changes(&self) -> Vec<&[SolutionChange]> {
        self.commits().repos.iter().map(|(_, changes)| &changes[..]).collect()
    }

    /// The same, or why there are none.
    pub fn some_changes(&self) -> Result<Vec<&[SolutionChange]>, AppError> {
        match self.changes() {
            changes if changes.is_empty() => Err(AppError::no_repository(self.commits().failures.clone())),
            changes => Ok(changes),
        }
    }

    /// Whether what was read of the repositories so far is all that there is.
    pub fn completeness(&self) -> Completeness {
        self.answered(()).completeness()
    }

    /// `answer`, with what there is to say of the repositories that were read for it.
    pub fn answered<T>(&self, answer: T) -> Answered<T> {
        let practice = self.practice.get().map(|practice| (&practice.notes, &practice.failures));
        let commits = self.commits.get().map(|commits| (&commits.notes, &commits.failures));
        let (notes, failures) = match practice.or(commits) {
            Some((notes, failures)) => (notes.clone(), failures.clone()),
            None => (Vec::new(), Vec::new()),
        };
        Answered { answer, lang: self.lang(), notes, failures, hints: Vec::new() }
    }
}

/// What the cell has, made where it has nothing yet.
fn once<T, E>(cell: &OnceCell<T>, make: impl FnOnce() -> Result<T, E>) -> Result<&T, E> {
    if let Some(made) = cell.get() {
        return Ok(made);
    }
    let made = make()?;
    Ok(cell.get_or_init(|| made))
}
