//! The repositories in a sync.

use super::super::error::CliError;
use super::super::practice;
use super::sources::blank;
use super::{Brought, Sync};
use crate::answers::SourceNews;
use crate::model::RepoSpec;
use crate::naming;
use crate::scan::{self, Memory, Rescan};

impl Sync<'_> {
    /// Every repository, each scanned on a thread of its own.
    pub(super) async fn repositories(&self) -> Result<(), CliError> {
        let scans = self.workspace.config.repos.iter().map(|repo| {
            let line = self.progress.start(&format!("git:{}", repo.label));
            let spec = repo.clone();
            let memory = self.store.borrow().scan_memory(&repo.label)?;
            let memory = memory.as_deref().and_then(Memory::from_bytes);
            Ok((repo, line, tokio::task::spawn_blocking(move || rescan(&spec, memory.as_ref()))))
        });
        for (repo, line, scan) in scans.collect::<Result<Vec<_>, CliError>>()? {
            let scan = scan.await.map_err(|error| CliError::file("a scan stopped", &error.into()))?;
            let one = self.keep_solutions(repo, scan)?;
            line.finish(&one.report);
            self.brought.borrow_mut().push(one);
        }
        Ok(())
    }

    fn keep_solutions(
        &self,
        repo: &RepoSpec,
        scan: Result<Rescan, scan::ScanError>,
    ) -> Result<Brought, CliError> {
        let mut report = blank(&format!("git:{}", repo.label), &format!("Solutions in {}", repo.label));
        let (mut changes, mut notes) = (None, Vec::new());
        match scan {
            Ok(scan) => {
                let mut store = self.store.borrow_mut();
                let now = self.world.now.timestamp();
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
                        changes = Some(scan.changes);
                    }
                    Rescan::Since { new, gone, memory } => {
                        report.update = store.update_solutions(
                            &report.source,
                            &repo.label,
                            (&new, &gone),
                            &memory.to_bytes(),
                            now,
                        )?;
                        changes = Some(store.solutions(&repo.label)?);
                    }
                }
                report.news = Some(SourceNews::Commits);
            }
            Err(error) => report.failure = Some(practice::failure(&error)),
        }
        if let Some(changes) = &mut changes {
            naming::settle(changes);
        }
        Ok(Brought { report, changes, notes })
    }
}

/// Scans what `memory` doesn't know.
fn rescan(spec: &RepoSpec, memory: Option<&Memory>) -> Result<Rescan, scan::ScanError> {
    let repo = scan::open(spec)?;
    match memory {
        Some(memory) => repo.scan_since(memory),
        None => repo.scan().map(Rescan::Whole),
    }
}
