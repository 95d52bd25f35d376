//! The configured repositories, read for an answer about the habit.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::error::{CliError, chain};
use super::output::Output;
use super::workspace::Workspace;
use super::world::World;
use crate::answers::{self, PracticeLog, StreakAnswer};
use crate::model::{PracticeDay, RepoSpec, SolutionChange};
use crate::report::{Failure, Paint};
use crate::scan::{self, Memory, Opened, Rescan, ScanError, ScanWarning};
use crate::store::{Scanned, Store};

/// The name under which the store keeps what each day brought.
const ANSWER: &str = "practice";

/// What the repositories say.
pub struct Practice {
    /// The habit, from the repositories that could be read; `None` where none could.
    pub streak: Option<StreakAnswer>,
    /// The repositories that could not, with their labels.
    pub failures: Vec<Failure>,
}

impl Practice {
    /// Reads every configured repository, tells of warnings and failures, and answers. Where nothing has changed since
    /// the last time, that is as quick as looking where the branches are.
    pub fn read(workspace: &Workspace, world: &World, output: &mut Output) -> Self {
        let mut opened = Vec::new();
        let mut failures = Vec::new();
        for repo in &workspace.config.repos {
            match scan::open(repo) {
                Ok(repo) => opened.push(repo),
                Err(error) => failures.push(failure(&error)),
            }
        }
        let mut store = open_store(workspace, output);
        let stamp = stamp(workspace, &opened);
        let kept = store.as_ref().filter(|_| failures.is_empty()).and_then(|store| kept(store, &stamp));
        let kept = kept.or_else(|| {
            let facts = Facts::of_opened(&opened, store.as_ref());
            let warnings = facts.warnings;
            failures.extend(facts.failures);
            let changes: Vec<&[SolutionChange]> =
                facts.repos.iter().map(|(_, changes)| &changes[..]).collect();
            let log = answers::practice_log(&changes, &workspace.config.streak);
            let kept = Kept::new(&log, warnings);
            if let (Some(store), true) = (&mut store, failures.is_empty()) {
                let _ = store.keep_answer(ANSWER, &stamp, &serde_json::to_vec(&kept).unwrap_or_default());
            }
            (!changes.is_empty()).then_some(kept)
        });
        for warning in kept.iter().flat_map(|kept| &kept.warnings) {
            output.note(warning);
        }
        tell(&failures, output);
        let today = workspace.today(world);
        let streak = kept.map(|kept| answers::streak_of(kept.log(), &workspace.config.streak, today));
        Self { streak, failures }
    }

    /// The habit, or why it can't be told.
    pub fn answer(self) -> Result<StreakAnswer, CliError> {
        self.streak.ok_or_else(|| nothing(&self.failures))
    }
}

/// The store, where there is a place for it. One that can't be used is no reason to have no answer; one that isn't as it
/// was left is told of.
fn open_store(workspace: &Workspace, output: &mut Output) -> Option<Store> {
    match workspace.has_place().then(|| Store::open(&workspace.root))? {
        Ok(store) => Some(store),
        Err(error) => {
            if error.is_of_content() {
                let label = Paint::Warn.on("warning");
                output.note(&super::error::told(&label, &chain(&error), Some(&error.remedy())));
            }
            None
        }
    }
}

/// Why there is nothing to answer from.
pub fn nothing(failures: &[Failure]) -> CliError {
    if failures.is_empty() {
        CliError::usage("no repository is configured", "Add one to [[repos]] in cpt.toml.")
    } else {
        // Said as a warning already.
        CliError::said(3)
    }
}

/// Tells of the repositories that could not be read.
pub fn tell(failures: &[Failure], output: &mut Output) {
    for failure in failures {
        let label = Paint::Warn.on("warning");
        output.note(&super::error::told(&label, &failure.message, failure.remedy.as_deref()));
    }
}

/// The solution changes of every repository that could be read.
#[derive(Default)]
pub struct Facts {
    /// Each with its label.
    pub repos: Vec<(String, Vec<SolutionChange>)>,
    pub warnings: Vec<String>,
    pub failures: Vec<Failure>,
}

impl Facts {
    /// Reads every configured repository as it is now, beginning with what the store knows.
    pub fn read(workspace: &Workspace) -> Self {
        let store =
            if workspace.has_place() { Store::open_existing(&workspace.root).ok().flatten() } else { None };
        let mut opened = Vec::new();
        let mut failures = Vec::new();
        for repo in &workspace.config.repos {
            match scan::open(repo) {
                Ok(repo) => opened.push(repo),
                Err(error) => failures.push(failure(&error)),
            }
        }
        let mut facts = Self::of_opened(&opened, store.as_ref());
        facts.failures.extend(failures);
        facts
    }

    fn of_opened(opened: &[Opened], store: Option<&Store>) -> Self {
        let mut facts = Self::default();
        for repo in opened {
            let spec = repo.spec();
            match changes(repo, store) {
                Ok((changes, found)) => {
                    facts.warnings.extend(warnings(spec, &found));
                    facts.repos.push((spec.label.clone(), changes));
                }
                Err(error) => facts.failures.push(failure(&error)),
            }
        }
        facts
    }
}

/// The solution changes of a repository as it is now: those that the store knows, and what came and went since.
fn changes(
    repo: &Opened,
    store: Option<&Store>,
) -> Result<(Vec<SolutionChange>, Vec<ScanWarning>), ScanError> {
    let label = &repo.spec().label;
    let stored = store.and_then(|store| {
        let Scanned { memory, changes } = store.scanned(label).ok()??;
        Some((Memory::from_bytes(&memory)?, changes))
    });
    let Some((memory, mut changes)) = stored else {
        return repo.scan().map(|scan| (scan.changes, scan.warnings));
    };
    Ok(match repo.scan_since(&memory)? {
        Rescan::Whole(scan) => (scan.changes, scan.warnings),
        Rescan::Since { new, gone, .. } => {
            if !gone.is_empty() {
                changes.retain(|change| gone.binary_search(&change.commit).is_err());
            }
            changes.extend(new);
            (changes, Vec::new())
        }
    })
}

/// What each day brought, as the store keeps it.
#[derive(Serialize, Deserialize)]
struct Kept {
    warnings: Vec<String>,
    /// The date as a number of the form 20261123, which is quicker to read than a text, and the numbers of the day.
    days: Vec<(i32, [u32; 6])>,
    total_solved: u32,
}

impl Kept {
    fn new(log: &PracticeLog, warnings: Vec<String>) -> Self {
        let day = |day: &PracticeDay| {
            let date = i32::from(day.date.year()) * 10_000;
            let in_year = i32::from(day.date.month()) * 100 + i32::from(day.date.day());
            (date + in_year, [day.solved, day.new, day.revised, day.commits, day.bulk, day.bulk_new])
        };
        Self { warnings, days: log.days.iter().map(day).collect(), total_solved: log.total_solved }
    }

    fn log(&self) -> PracticeLog {
        let day = |(number, [solved, new, revised, commits, bulk, bulk_new]): &(i32, [u32; 6])| {
            let (year, in_year) = (number.div_euclid(10_000), number.rem_euclid(10_000));
            let date = Date::new(year as i16, (in_year / 100) as i8, (in_year % 100) as i8).ok()?;
            Some(PracticeDay {
                date,
                solved: *solved,
                new: *new,
                revised: *revised,
                commits: *commits,
                bulk: *bulk,
                bulk_new: *bulk_new,
            })
        };
        PracticeLog { days: self.days.iter().filter_map(day).collect(), total_solved: self.total_solved }
    }
}

/// Everything that [`Kept`] depends on.
fn stamp(workspace: &Workspace, opened: &[Opened]) -> Vec<u8> {
    let rules = &workspace.config.streak;
    let mut stamp = format!("{:?} {}\n", rules.day, rules.bulk).into_bytes();
    for repo in opened {
        stamp.extend_from_slice(repo.spec().label.as_bytes());
        stamp.push(b'\n');
        stamp.extend(repo.stamp().to_bytes());
    }
    stamp
}

fn kept(store: &Store, stamp: &[u8]) -> Option<Kept> {
    serde_json::from_slice(&store.answer(ANSWER, stamp).ok()??).ok()
}

/// What a scan could not do, as a failure to report.
pub fn failure(error: &ScanError) -> Failure {
    Failure { message: chain(error), remedy: error.remedy() }
}

/// What a scan noticed, each a sentence with its remedy.
pub fn warnings(repo: &RepoSpec, warnings: &[ScanWarning]) -> Vec<String> {
    let told = |warning: &ScanWarning| {
        let label = Paint::Warn.on(format_args!("git:{}", repo.label));
        super::error::told(&label, &warning.to_string(), warning.remedy())
    };
    warnings.iter().map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back_for_any_date() {
        let dates = [Date::MIN, jiff::civil::date(-1, 12, 31), jiff::civil::date(2026, 11, 23), Date::MAX];
        let day =
            |date| PracticeDay { date, solved: 1, new: 2, revised: 3, commits: 4, bulk: 5, bulk_new: 6 };
        let log = PracticeLog { days: dates.map(day).to_vec(), total_solved: 9 };
        let bytes = serde_json::to_vec(&Kept::new(&log, Vec::new())).unwrap();
        assert_eq!(serde_json::from_slice::<Kept>(&bytes).unwrap().log(), log);
    }
}
