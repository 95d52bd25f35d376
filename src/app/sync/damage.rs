//! A store that isn't as it was left: what a sync builds upon is looked at before it does.
//!
//! The whole store is looked at on threads of their own while the judges are asked: each source before it is, in the order
//! in which they are at each site, and in the end those that nobody asks for.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::thread::{self, JoinHandle};

use tokio::sync::watch;

use super::super::env::Env;
use super::super::error::AppError;
use super::super::workspace::Workspace;
use super::{SyncAsk, sources};
use crate::answers::SourceReport;
use crate::judges;
use crate::model::{Note, SourceName};
use crate::store::{Store, StoreError, is_only_here};

/// Opens the store. What is only remembered for the sake of speed is forgotten where everything is asked for.
pub(super) fn open(
    ask: SyncAsk,
    workspace: &Workspace,
    env: &Env,
) -> Result<(Store, Option<Note>), AppError> {
    let (store, set_aside) = Store::open_repaired(&workspace.root, ask.full)?;
    let note = |(error, aside): (StoreError, PathBuf)| Note::SetAside {
        why: error.to_string(),
        aside: env.shown(&aside),
    };
    Ok((store, set_aside.map(note)))
}

/// When each source is needed: those of different sites side by side, and the repositories when they are scanned.
fn places(workspace: &Workspace) -> HashMap<String, usize> {
    let mut of_sites: HashMap<Option<&str>, usize> = HashMap::new();
    let place = |source: SourceReport| {
        let source = source.source;
        let named = judges::source_named(source.split('@').next().unwrap_or_default());
        let place = of_sites.entry(named.map(|(_, source)| source.site.id)).or_default();
        *place += 1;
        let place = if source.starts_with("git:") { usize::MAX - 1 } else { *place };
        (source, place)
    };
    sources(workspace).into_iter().map(place).collect()
}

/// What is known of the stored sources so far.
#[derive(Default)]
struct Looked {
    /// The sources that weren't looked at yet.
    pending: BTreeSet<String>,
    /// The ones that aren't as they were kept.
    damaged: BTreeSet<String>,
}

/// A look through the whole store. What is damaged in it is forgotten as soon as anybody builds upon it, and told, so that
/// this sync brings it anew.
pub(super) struct Inspection {
    looked: watch::Receiver<Looked>,
    thread: RefCell<Option<JoinHandle<Result<(), StoreError>>>>,
    is_offline: bool,
    forgotten: RefCell<BTreeSet<String>>,
}

impl Inspection {
    /// Begins it.
    pub fn begin(store: &Store, ask: SyncAsk, workspace: &Workspace) -> Result<Self, AppError> {
        let places = places(workspace);
        let mut names = store.checked_sources()?;
        names.sort_by_key(|name| places.get(name).copied().unwrap_or(usize::MAX));
        let pending = names.iter().cloned().collect();
        let (sender, looked) = watch::channel(Looked { pending, ..Looked::default() });
        let root = workspace.root.clone();
        let thread = thread::spawn(move || {
            let Some(store) = Store::open_existing(&root)? else { return Ok(()) };
            store.look_through(&names, |name, is_well| {
                sender.send_modify(|looked| {
                    looked.pending.remove(name);
                    looked.damaged.extend((!is_well).then(|| name.to_owned()));
                });
            })
        });
        Ok(Self {
            looked,
            thread: RefCell::new(Some(thread)),
            is_offline: ask.offline,
            forgotten: RefCell::default(),
        })
    }

    /// Waits until `source` was looked at, and forgets it where it is damaged.
    pub async fn of(&self, source: &str, store: &RefCell<Store>) -> Result<(), AppError> {
        self.until(|looked| !looked.pending.contains(source)).await?;
        self.forget(store, |damaged| damaged == source)
    }

    /// Waits until everything was looked at, and forgets all that is damaged.
    pub async fn of_all(&self, store: &RefCell<Store>) -> Result<(), AppError> {
        self.until(|looked| looked.pending.is_empty()).await?;
        self.forget(store, |_| true)
    }

    async fn until(&self, is_enough: impl FnMut(&Looked) -> bool) -> Result<(), AppError> {
        let is_seen = self.looked.clone().wait_for(is_enough).await.is_ok();
        // It ended early: whoever sees that first says why.
        let ended = if is_seen { None } else { self.thread.take() };
        match ended.map(JoinHandle::join) {
            Some(Ok(Err(error))) => Err(error.into()),
            Some(Err(panic)) => resume_unwind(panic),
            Some(Ok(Ok(()))) | None => Ok(()),
        }
    }

    fn forget(&self, store: &RefCell<Store>, is_meant: impl Fn(&str) -> bool) -> Result<(), AppError> {
        // What can't be brought anew is better than nothing; `cpt doctor` tells of it.
        let may_forget =
            |source: &str| !is_only_here(source) && (!self.is_offline || source.starts_with("git:"));
        let damaged = self.looked.borrow().damaged.clone();
        for source in damaged.into_iter().filter(|source| is_meant(source) && may_forget(source)) {
            if self.forgotten.borrow_mut().insert(source.clone()) {
                store.borrow_mut().forget_damaged(&source)?;
            }
        }
        Ok(())
    }

    /// Whether `source` was damaged and is forgotten.
    pub fn has_forgotten(&self, source: &str) -> bool {
        self.forgotten.borrow().contains(source)
    }

    /// Whether nothing was damaged so far.
    pub fn is_well(&self) -> bool {
        self.forgotten.borrow().is_empty()
    }

    /// Tells what was forgotten.
    pub fn notes(self, workspace: &Workspace) -> Vec<Note> {
        let followed = sources(workspace);
        let note = |source: String| {
            let named = followed.iter().find(|followed| followed.source == source);
            let anew = named.is_some();
            let source = named.map_or(SourceName::Former(source), |named| named.title.clone());
            Note::Damaged { source, anew }
        };
        self.forgotten.into_inner().into_iter().map(note).collect()
    }
}
