//! The repositories in a sync.

use super::super::error::CliError;
use super::super::practice;
use super::codeforces::blank;
use super::{Brought, Sync};
use crate::model::RepoSpec;
use crate::report::SourceReport;
use crate::scan;

impl Sync<'_> {
    /// Every repository, each scanned on a thread of its own.
    pub(super) async fn repositories(&self) -> Result<(), CliError> {
        let scans = self.workspace.config.repos.iter().map(|repo| {
            let line = self.progress.start(&format!("git:{}", repo.label));
            let spec = repo.clone();
            (repo, line, tokio::task::spawn_blocking(move || scan::scan(&spec)))
        });
        for (repo, line, scan) in scans.collect::<Vec<_>>() {
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
        scan: Result<scan::RepoScan, scan::ScanError>,
    ) -> Result<Brought, CliError> {
        let mut report = blank(&format!("git:{}", repo.label), &format!("Solutions in {}", repo.label));
        let (mut changes, mut warnings) = (None, Vec::new());
        match scan {
            Ok(scan) => {
                report.update = self.store.borrow_mut().replace_solutions(
                    &report.source,
                    &repo.label,
                    &scan.changes,
                    self.world.now.timestamp(),
                )?;
                report.line = SourceReport::repository_line(&report.update);
                warnings = practice::warnings(repo, &scan);
                changes = Some(scan.changes);
            }
            Err(error) => report.failure = Some(practice::failure(&error)),
        }
        Ok(Brought { report, changes, warnings })
    }
}
