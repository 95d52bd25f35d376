//! What the scanner counts: small histories that have misled scanners, and random ones against git itself.

#![allow(clippy::disallowed_methods, reason = "what is read and written here is the test's own")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests fail that way, also in their helpers"
)]

mod account;
mod clones;
mod damage;
mod days;
mod histories;
mod hostile;
mod ignored;
mod oracle;
mod records;
mod since;

use std::path::Path;
use std::process::Command;

use cpt_tracker::model::RepoSpec;
use cpt_tracker::model::ScanWarning;
use cpt_tracker::model::{AuthorDate, FileChangeKind};
use cpt_tracker::sample::repo::RepoBuilder;
use cpt_tracker::scan::{RepoScan, scan};

/// A repository of Ada's in a folder that goes away with it.
struct Practice {
    dir: tempfile::TempDir,
    repo: RepoBuilder,
}

impl std::ops::Deref for Practice {
    type Target = RepoBuilder;

    fn deref(&self) -> &RepoBuilder {
        &self.repo
    }
}

fn practice() -> Practice {
    let dir = tempfile::tempdir().unwrap();
    let repo = RepoBuilder::init(dir.path(), "Ada", "ada@example.com").unwrap();
    Practice { dir, repo }
}

/// Noon in Seoul on the given day of a month.
fn day(day: i64) -> AuthorDate {
    AuthorDate { seconds: 1_704_078_000 + day * 86_400, offset_minutes: 540 }
}

impl Practice {
    fn spec(&self) -> RepoSpec {
        RepoSpec::new(self.dir.path())
    }

    /// Scans with every default; nothing must be passed over.
    fn scan(&self) -> RepoScan {
        let scan = scan(&self.spec()).unwrap();
        assert_eq!(scan.warnings, []);
        scan
    }
}

/// Each counted file as `A path` or `M path`, oldest commit first.
fn lines(scan: &RepoScan) -> Vec<String> {
    let files = scan.changes.iter().flat_map(|change| &change.files);
    files
        .map(|file| {
            let kind = match file.kind {
                FileChangeKind::Added => 'A',
                FileChangeKind::Modified => 'M',
            };
            format!("{kind} {}", file.path)
        })
        .collect()
}

/// Runs git without anyone's configuration; `None`, and a word on why, where there is no git.
fn git(dir: &Path, arguments: &[&str]) -> Option<Vec<u8>> {
    let home = tempfile::tempdir().unwrap();
    let output = Command::new("git")
        .args(arguments)
        .current_dir(dir)
        .env("HOME", home.path())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("LC_ALL", "C")
        .env_remove("GIT_DIR")
        .env_remove("GIT_WORK_TREE")
        .output();
    match output {
        Ok(output) => {
            let complaint = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "git {arguments:?}: {complaint}");
            Some(output.stdout)
        }
        Err(error) => {
            println!("skipped: no git here ({error})");
            None
        }
    }
}

/// The words of the only warning.
fn only_warning(warnings: &[ScanWarning]) -> &ScanWarning {
    match warnings {
        [warning] => warning,
        other => panic!("expected one warning: {other:?}"),
    }
}
