//! The configured repositories, read for an answer about the habit.

use super::error::{CliError, chain};
use super::output::Output;
use super::workspace::Workspace;
use super::world::World;
use crate::model::{RepoSpec, SolutionChange};
use crate::report::{Failure, Paint};
use crate::scan::{self, RepoScan, ScanError, ScanWarning};
use crate::stats::{self, StreakAnswer};

/// What the repositories say.
pub(super) struct Practice {
    /// The habit, from the repositories that could be read; `None` where none could.
    pub streak: Option<StreakAnswer>,
    /// The repositories that could not, with their labels.
    pub failures: Vec<Failure>,
}

impl Practice {
    /// Reads every configured repository, tells of warnings and failures, and answers.
    pub fn read(workspace: &Workspace, world: &World, output: &mut Output) -> Self {
        let mut scans = Vec::new();
        let mut failures = Vec::new();
        for repo in &workspace.config.repos {
            match scan::scan(repo) {
                Ok(scan) => {
                    for warning in warnings(repo, &scan) {
                        output.note(&warning);
                    }
                    scans.push(scan.changes);
                }
                Err(error) => failures.push(failure(&error)),
            }
        }
        for failure in &failures {
            output.note(&super::error::told(
                &Paint::Warn.on("warning"),
                &failure.message,
                failure.remedy.as_deref(),
            ));
        }
        let streak = (!scans.is_empty()).then(|| {
            let changes: Vec<&[SolutionChange]> = scans.iter().map(Vec::as_slice).collect();
            stats::streak(&changes, &workspace.config.streak, workspace.today(world))
        });
        Self { streak, failures }
    }

    /// The habit, or why it can't be told.
    pub fn answer(mut self) -> Result<StreakAnswer, CliError> {
        match self.streak {
            Some(streak) => Ok(streak),
            // Said as a warning already.
            None => Err(match self.failures.pop() {
                Some(_) => CliError::said(3),
                None => CliError::usage("no repository is configured", "Add one to [[repos]] in cpt.toml."),
            }),
        }
    }
}

/// What a scan could not do, as a failure to report.
pub(super) fn failure(error: &ScanError) -> Failure {
    Failure { message: chain(error), remedy: error.remedy() }
}

/// What a scan noticed, each a sentence with its remedy.
pub(super) fn warnings(repo: &RepoSpec, scan: &RepoScan) -> Vec<String> {
    let told = |warning: &ScanWarning| {
        let label = Paint::Warn.on(format_args!("git:{}", repo.label));
        super::error::told(&label, &warning.to_string(), warning.remedy())
    };
    scan.warnings.iter().map(told).collect()
}
