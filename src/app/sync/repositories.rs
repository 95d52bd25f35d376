//! The repositories in a sync.

use std::num::NonZero;
use std::thread;

use futures_util::stream::{self, StreamExt as _};

use super::super::error::AppError;
use super::super::group;
use super::super::practice::{self, SeenRepo};
use super::super::progress::Line;
use super::{Brought, Sync};
use crate::answers::{SourceNews, SourceReport};
use crate::lang::Later;
use crate::model::{Note, RepoSpec, SolutionChange, SourceName};
use crate::scan::{self, Memory, RepoScan, Rescan, ScanError};
use crate::store::{Store, StoreError};

/// So many repositories are scanned at once, or as many as the machine has cores for.
const FEWEST_AT_ONCE: usize = 4;

/// A repository that is scanned.
#[derive(Clone, Copy)]
struct Scanned<'a> {
    repo: &'a RepoSpec,
    /// Whether it is the group's, so that its days aren't the user's.
    is_of_group: bool,
}

/// What a scan brought.
struct Found {
    scan: Rescan,
    /// What is stored of the repository, where that is needed and wasn't brought anew.
    stored: Option<Result<Vec<SolutionChange>, StoreError>>,
}

impl Sync<'_> {
    /// Every repository, a few at a time, each on a thread of its own: a scan has files open.
    pub(super) async fn repositories(&self) -> Result<(), AppError> {
        let at_once = thread::available_parallelism().map_or(1, NonZero::get).max(FEWEST_AT_ONCE);
        let of_group: Vec<RepoSpec> =
            group::repos(self.workspace).into_iter().map(|repo| repo.spec).collect();
        let own = self.workspace.config.repos.iter().map(|repo| Scanned { repo, is_of_group: false });
        let all = own.chain(of_group.iter().map(|repo| Scanned { repo, is_of_group: true }));
        let mut scans = stream::iter(all.map(|scanned| self.scanned(scanned))).buffered(at_once);
        while let Some(brought) = scans.next().await {
            let (line, brought) = brought?;
            line.finish(&brought.report);
            self.brought.borrow_mut().push(brought);
        }
        Ok(())
    }

    async fn scanned(&self, scanned: Scanned<'_>) -> Result<(Line, Brought), AppError> {
        let Scanned { repo, .. } = scanned;
        let line = self.progress.start(&blank(repo).title);
        let memory = self.store.borrow().scan_memory(&repo.label)?;
        // What an earlier version remembered may not have outlived the store's migrations.
        let is_older = memory.as_deref().is_none_or(Memory::is_of_other_rules);
        let memory = memory.as_deref().and_then(Memory::from_bytes);
        let mut found = self.find(scanned, memory).await?;
        // What it began with is looked at meanwhile.
        let source = blank(repo).source;
        self.inspection.of(&source, &self.store).await?;
        if self.inspection.has_forgotten(&source) {
            found = self.find(scanned, None).await?;
        }
        let mut brought = self.keep_solutions(scanned, found)?;
        brought.notes.extend(is_older.then(|| renamed(repo, brought.report.update.renamed)).flatten());
        if self.workspace.config.group.is_some() {
            // Who else commits where others read along is nobody's business.
            brought.notes.retain(|note| !group::names_people(note));
        }
        Ok((line, brought))
    }

    /// Scans what `memory` doesn't know, and reads beside it what the store does.
    async fn find(
        &self,
        Scanned { repo, is_of_group }: Scanned<'_>,
        memory: Option<Memory>,
    ) -> Result<Result<Found, ScanError>, AppError> {
        let (spec, root) = (repo.clone(), self.workspace.root.clone());
        let find = move || {
            let scan = rescan(&spec, memory.as_ref())?;
            let is_needed = match &scan {
                Rescan::Whole(_) => false,
                Rescan::Since { new, gone, .. } => !is_of_group || !new.is_empty() || !gone.is_empty(),
            };
            let stored = || {
                Store::open_existing(&root)?
                    .map_or_else(|| Ok(Vec::new()), |store| store.solutions(&spec.label))
            };
            let stored = is_needed.then(stored);
            Ok(Found { scan, stored })
        };
        tokio::task::spawn_blocking(find).await.map_err(|error| {
            AppError::file(
                Later::message("a scan stopped", "스캔이 중단되었습니다", "スキャンが中断されました"),
                &error.into(),
            )
        })
    }

    /// Keeps what a scan brought; all that is known of the repository comes back.
    fn keep_solutions(
        &self,
        Scanned { repo, is_of_group }: Scanned<'_>,
        found: Result<Found, ScanError>,
    ) -> Result<Brought, AppError> {
        let mut brought = Brought::from(blank(repo));
        let Found { scan, stored } = match found {
            Ok(found) => found,
            Err(error) => {
                brought.report.failure = Some(practice::failure(error));
                return Ok(brought);
            }
        };
        let mut store = self.store.borrow_mut();
        let (now, source, label) = (self.env.now.timestamp(), &brought.report.source, &repo.label);
        let (changes, records, memory) = match scan {
            Rescan::Whole(RepoScan { changes, records, warnings, memory, .. }) => {
                let bytes = memory.as_ref().map(Memory::to_bytes);
                brought.report.update =
                    store.replace_solutions(source, label, &changes, bytes.as_deref(), now)?;
                brought.notes = practice::notes(repo, &warnings);
                (Some(changes), records, memory)
            }
            Rescan::Since { new, gone, memory } => {
                brought.report.update =
                    store.update_solutions(source, label, (&new, &gone), &memory.to_bytes(), now)?;
                let mut changes = stored.transpose()?;
                if let Some(changes) = &mut changes {
                    changes.retain(|change| gone.binary_search(&change.commit).is_err());
                    changes.extend(new);
                }
                (changes, memory.records(), Some(memory))
            }
        };
        brought.report.news = Some(SourceNews::Commits);
        match (changes, memory) {
            (Some(changes), _) if !is_of_group => brought.changes = Some((changes, records)),
            (Some(changes), Some(memory)) => {
                brought.of_group = Some((label.clone(), SeenRepo { memory, changes }));
            }
            _ => {}
        }
        Ok(brought)
    }
}

/// That a new version named solutions otherwise, which is said once: the memory of this scan is the new version's.
fn renamed(repo: &RepoSpec, files: usize) -> Option<Note> {
    (files > 0).then(|| Note::Renamed { repo: repo.label.clone(), files })
}

/// A repository before anything is known of it.
pub(super) fn blank(repo: &RepoSpec) -> SourceReport {
    SourceReport::blank(format!("git:{}", repo.label), SourceName::Solutions(repo.label.clone()))
}

/// Scans what `memory` doesn't know.
fn rescan(spec: &RepoSpec, memory: Option<&Memory>) -> Result<Rescan, ScanError> {
    let repo = scan::open(spec)?;
    match memory {
        Some(memory) => repo.scan_since(memory),
        None => repo.scan().map(Rescan::Whole),
    }
}
