//! The repositories in a sync.

use std::num::NonZero;
use std::thread;

use futures_util::stream::{self, StreamExt as _};

use super::super::error::AppError;
use super::super::group;
use super::super::practice;
use super::super::progress::Line;
use super::{Brought, Sync};
use crate::answers::{SourceNews, SourceReport};
use crate::lang::Later;
use crate::model::{Note, RepoSpec, SourceName};
use crate::scan::{self, Memory, Rescan};

/// So many repositories are scanned at once, or as many as the machine has cores for.
const FEWEST_AT_ONCE: usize = 4;

/// A repository that was scanned.
struct ScannedRepo<'a> {
    repo: &'a RepoSpec,
    line: Line,
    /// Whether what is stored of it was named by an earlier version's rules.
    is_older: bool,
    scan: Result<Rescan, scan::ScanError>,
}

impl Sync<'_> {
    /// Every repository, a few at a time, each on a thread of its own: a scan has files open.
    pub(super) async fn repositories(&self) -> Result<(), AppError> {
        let at_once = thread::available_parallelism().map_or(1, NonZero::get).max(FEWEST_AT_ONCE);
        let of_group: Vec<RepoSpec> =
            group::repos(self.workspace).into_iter().map(|repo| repo.spec).collect();
        let scans = self.workspace.config.repos.iter().chain(&of_group).map(|repo| self.scanned(repo));
        let mut scans = stream::iter(scans).buffered(at_once);
        while let Some(scanned) = scans.next().await {
            let ScannedRepo { repo, line, is_older, scan } = scanned?;
            let is_of_group = of_group.iter().any(|spec| std::ptr::eq(spec, repo));
            let mut one = self.keep_solutions(repo, scan, !is_of_group)?;
            one.notes.extend(is_older.then(|| renamed(repo, one.report.update.renamed)).flatten());
            if self.workspace.config.group.is_some() {
                // Who else commits where others read along is nobody's business.
                one.notes.retain(|note| !group::names_people(note));
            }
            line.finish(&one.report);
            self.brought.borrow_mut().push(one);
        }
        Ok(())
    }

    async fn scanned<'a>(&self, repo: &'a RepoSpec) -> Result<ScannedRepo<'a>, AppError> {
        let line = self.progress.start(&blank(repo).title);
        let spec = repo.clone();
        let memory = self.store.borrow().scan_memory(&repo.label)?;
        // What an earlier version remembered may not have outlived the store's migrations.
        let is_older = memory.as_deref().is_none_or(Memory::is_of_other_rules);
        let memory = memory.as_deref().and_then(Memory::from_bytes);
        let scan = tokio::task::spawn_blocking(move || rescan(&spec, memory.as_ref())).await;
        let scan = scan.map_err(|error| {
            AppError::file(
                Later::message("a scan stopped", "스캔이 중단되었습니다", "スキャンが中断されました"),
                &error.into(),
            )
        })?;
        Ok(ScannedRepo { repo, line, is_older, scan })
    }

    /// Keeps what a scan brought; with `days` all that is known of the repository comes back, since its days are the user's.
    fn keep_solutions(
        &self,
        repo: &RepoSpec,
        scan: Result<Rescan, scan::ScanError>,
        days: bool,
    ) -> Result<Brought, AppError> {
        let mut report = blank(repo);
        let (mut changes, mut notes) = (None, Vec::new());
        match scan {
            Ok(scan) => {
                let mut store = self.store.borrow_mut();
                let now = self.env.now.timestamp();
                match scan {
                    Rescan::Whole(scan) => {
                        let memory = scan.memory.as_ref().map(Memory::to_bytes);
                        report.update = store.replace_solutions(
                            &report.source,
                            &repo.label,
                            &scan.changes,
                            memory.as_deref(),
                            now,
                        )?;
                        notes = practice::notes(repo, &scan.warnings);
                        changes = days.then_some((scan.changes, scan.records));
                    }
                    Rescan::Since { new, gone, memory } => {
                        report.update = store.update_solutions(
                            &report.source,
                            &repo.label,
                            (&new, &gone),
                            &memory.to_bytes(),
                            now,
                        )?;
                        if days {
                            changes = Some((store.solutions(&repo.label)?, memory.records()));
                        }
                    }
                }
                report.news = Some(SourceNews::Commits);
            }
            Err(error) => report.failure = Some(practice::failure(error)),
        }
        Ok(Brought { report, changes, notes })
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
fn rescan(spec: &RepoSpec, memory: Option<&Memory>) -> Result<Rescan, scan::ScanError> {
    let repo = scan::open(spec)?;
    match memory {
        Some(memory) => repo.scan_since(memory),
        None => repo.scan().map(Rescan::Whole),
    }
}
