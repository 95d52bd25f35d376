//! The configured repositories, read for an answer about the habit.

use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::day_number::{of_number, to_number};
use super::error::{self, AppError};
use super::library::Library;
use super::session::Session;
use super::workspace::Workspace;
use crate::answers::{self, AcceptedProblem, PracticeLog, StreakAnswer};
use crate::model::{
    DayRule, Failure, Judge, Note, PracticeDay, RepoSpec, ScanWarning, SolutionChange, StreakRules, zone_name,
};
use crate::naming::{self, KnownProblems};
use crate::scan::{self, Memory, Opened, Records, Rescan, ScanError};
use crate::store::{Scanned, Store};

/// The name under which the store keeps what each day brought.
const ANSWER: &str = "practice";

/// Raised when the key has other parts or the answer another form.
const FORMAT: u32 = 3;

/// What the repositories say.
pub struct Practice {
    /// The habit, from the repositories that could be read; `None` where none could.
    pub streak: Option<StreakAnswer>,
    /// What there is to know of those that could.
    pub notes: Vec<Note>,
    /// The repositories that could not be read.
    pub failures: Vec<Failure>,
}

impl Practice {
    /// Reads every configured repository. Where nothing has changed since the last time, that is as quick as looking
    /// where the branches are.
    pub fn read(session: &Session<'_>) -> Self {
        let workspace = &session.workspace;
        let (opened, mut failures) = open_all(workspace);
        let mut notes = Vec::new();
        // What there is no place for is not kept; a store that can't be used is no reason to have no answer.
        let made = match session.store() {
            Ok(None) if workspace.has_place() => Store::open(&workspace.root).ok(),
            Err(error) if error.is_of_content() => {
                notes.push(Note::Unusable(error::failure(error)));
                None
            }
            _ => None,
        };
        let store = made.as_ref().or(session.store().ok().flatten());
        let accepted = session.accepted().unwrap_or_else(|error| {
            failures.extend(error.failure());
            Vec::new()
        });
        let source = workspace.config.streak.source;
        let (key, answer) =
            (key(workspace, &opened, store, &accepted), format!("{ANSWER}.{}", source.word()));
        let kept = store.filter(|_| failures.is_empty()).and_then(|store| kept(store, &answer, &key));
        let kept = kept.or_else(|| {
            let facts = RepoChanges::of_opened(&opened, store, &known(session));
            failures.extend(facts.failures);
            let changes: Vec<&[SolutionChange]> =
                facts.repos.iter().map(|(_, changes)| &changes[..]).collect();
            let log = answers::practice_log(&changes, &accepted, &workspace.config.streak);
            let kept = StoredPractice::new(&log, &facts.notes, answers::newest_offset(&changes));
            // What is incomplete is looked at again: what was missing may be there by then.
            if store.is_some()
                && failures.is_empty()
                && !facts.notes.iter().any(Note::is_incomplete)
                && let Ok(mut store) = Store::open(&workspace.root)
            {
                let _ = store.keep_answer(&answer, &key, &serde_json::to_vec(&kept).unwrap_or_default());
            }
            (!changes.is_empty() || !accepted.is_empty()).then_some(kept)
        });
        notes.extend(kept.iter().flat_map(StoredPractice::notes));
        let rules = &workspace.config.streak;
        let streak = kept.map(|kept| {
            let today = rules.day.today_of(&session.env.now, kept.newest_offset);
            answers::streak_of(kept.log(), rules, today)
        });
        Self { streak, notes, failures }
    }

    /// The habit, or why it can't be told.
    pub fn answer(&self) -> Result<&StreakAnswer, AppError> {
        self.streak.as_ref().ok_or_else(|| AppError::no_repository(self.failures.clone()))
    }
}

/// Every configured repository that can be opened, and why others can't.
fn open_all(workspace: &Workspace) -> (Vec<Opened>, Vec<Failure>) {
    let (mut opened, mut failures) = (Vec::new(), Vec::new());
    for repo in &workspace.config.repos {
        match scan::open(repo) {
            Ok(repo) => opened.push(repo),
            Err(error) => failures.push(failure(error)),
        }
    }
    (opened, failures)
}

/// The solution changes of every repository that could be read.
#[derive(Default)]
pub struct RepoChanges {
    /// Each with its label.
    pub repos: Vec<(String, Vec<SolutionChange>)>,
    pub notes: Vec<Note>,
    pub failures: Vec<Failure>,
}

impl RepoChanges {
    /// Reads every configured repository as it is now, beginning with what the store knows.
    pub fn read(session: &Session<'_>) -> Self {
        let (opened, failures) = open_all(&session.workspace);
        let store = if session.workspace.has_place() { session.store().ok().flatten() } else { None };
        let mut facts = Self::of_opened(&opened, store, &known(session));
        facts.failures.extend(failures);
        facts
    }

    fn of_opened(opened: &[Opened], store: Option<&Store>, known: &KnownProblems) -> Self {
        let mut facts = Self::default();
        for repo in opened {
            let spec = repo.spec();
            match changes(repo, store, known) {
                Ok((changes, found)) => {
                    facts.notes.extend(notes(spec, &found));
                    facts.repos.push((spec.label.clone(), changes));
                }
                Err(error) => facts.failures.push(failure(error)),
            }
        }
        facts
    }
}

/// The solution changes of a repository as it is now: those that the store knows, and what came and went since.
pub(super) fn changes(
    repo: &Opened,
    store: Option<&Store>,
    known: &KnownProblems,
) -> Result<(Vec<SolutionChange>, Vec<ScanWarning>), ScanError> {
    let label = &repo.spec().label;
    let stored = store.and_then(|store| {
        let Scanned { memory, changes } = store.scanned(label).ok()??;
        Some((Memory::from_bytes(&memory)?, changes))
    });
    let (mut changes, records, warnings) = match stored {
        Some((memory, changes)) if memory.is_of(repo) => (changes, memory.records(), Vec::new()),
        Some((memory, mut changes)) => match repo.scan_since(&memory)? {
            Rescan::Whole(scan) => (scan.changes, scan.records, scan.warnings),
            Rescan::Since { new, gone, memory } => {
                if !gone.is_empty() {
                    changes.retain(|change| gone.binary_search(&change.commit).is_err());
                }
                changes.extend(new);
                (changes, memory.records(), Vec::new())
            }
        },
        None => {
            let scan = repo.scan()?;
            (scan.changes, scan.records, scan.warnings)
        }
    };
    name(&mut changes, &records, known);
    Ok((changes, warnings))
}

/// Gives all changes of a repository the names that its files, what is recorded in it and the lists say together.
pub(super) fn name(changes: &mut [SolutionChange], records: &Records, known: &KnownProblems) {
    naming::settle(changes, known);
    records.attach(changes);
    naming::name_by_records(changes);
}

/// The changes of a repository as a sync has just seen it.
pub struct SeenRepo {
    pub memory: Memory,
    /// With the names that they have for themselves, until the lists are there.
    pub changes: Vec<SolutionChange>,
}

impl SeenRepo {
    /// With the names that the lists give.
    pub fn name(&mut self, known: &KnownProblems) {
        name(&mut self.changes, &self.memory.records(), known);
    }
}

/// What the stored lists say of names; nothing where they can't be read, which is no reason to have no answer.
pub(super) fn known(session: &Session<'_>) -> KnownProblems {
    session.library().map(Library::known_problems).unwrap_or_default()
}

/// What each day brought, as the store keeps it.
#[derive(Serialize, Deserialize)]
struct StoredPractice {
    /// The repository of each, by its label, and what its scan passed over.
    warnings: Vec<(String, ScanWarning)>,
    /// The date as a number of the form 20261123, which is quicker to read than a text, and the numbers of the day.
    days: Vec<(i32, [u32; 6])>,
    total_solved: u32,
    newest_offset: Option<i32>,
}

impl StoredPractice {
    fn new(log: &PracticeLog, all: &[Note], newest_offset: Option<i32>) -> Self {
        let day = |day: &PracticeDay| {
            let numbers = [day.solved, day.new, day.revised, day.commits, day.bulk, day.bulk_new];
            (to_number(day.date), numbers)
        };
        let scanned = |note: &Note| match note {
            Note::Scan { repo, warning } => Some((repo.clone(), warning.clone())),
            _ => None,
        };
        Self {
            warnings: all.iter().filter_map(scanned).collect(),
            days: log.days.iter().map(day).collect(),
            total_solved: log.total_solved,
            newest_offset,
        }
    }

    fn notes(&self) -> impl Iterator<Item = Note> {
        self.warnings.iter().cloned().map(|(repo, warning)| Note::Scan { repo, warning })
    }

    fn log(&self) -> PracticeLog {
        let day = |(number, [solved, new, revised, commits, bulk, bulk_new]): &(i32, [u32; 6])| {
            Some(PracticeDay {
                date: of_number(*number)?,
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

/// Everything that [`StoredPractice`] depends on.
fn key(
    workspace: &Workspace,
    opened: &[Opened],
    store: Option<&Store>,
    accepted: &[AcceptedProblem],
) -> Vec<u8> {
    let DayRule { timezone, starts_at } = &workspace.config.streak.day;
    let day = (timezone.as_ref().map(zone_name), starts_at.as_secs(), workspace.config.streak.bulk);
    let repo = |repo: &Opened| (repo.spec().label.clone(), repo.fingerprint().to_bytes());
    let repos: Vec<_> = opened.iter().map(repo).collect();
    // Names depend on the lists, too, which grow with each sync.
    let count =
        |store: &Store, judge| Some((store.problem_count(judge).ok()?, store.contest_count(judge).ok()?));
    let lists = |judge| store.and_then(|store| count(store, judge)).unwrap_or_default();
    let lists: Vec<_> = Judge::all().map(lists).collect();
    let source = workspace.config.streak.source.word();
    let accepted = accepted.iter().map(|one| (one.problem.as_str(), one.at.seconds, one.at.offset_minutes));
    let accepted: Vec<_> = accepted.collect();
    serde_json::to_vec(&(FORMAT, day, repos, lists, source, accepted)).unwrap_or_default()
}

fn kept(store: &Store, answer: &str, key: &[u8]) -> Option<StoredPractice> {
    serde_json::from_slice(&store.answer(answer, key).ok()??).ok()
}

/// What the judges accepted, where `rules` count that.
pub fn accepted(library: &Library, rules: &StreakRules, zone: &TimeZone) -> Vec<AcceptedProblem> {
    if !rules.source.has_submissions() {
        return Vec::new();
    }
    answers::accepted_problems(&library.submissions, library.catalogue.duplicates(), zone)
}

/// What a scan could not do, as a failure to report.
pub fn failure(error: ScanError) -> Failure {
    error::failure(error)
}

/// What a scan noticed.
pub fn notes(repo: &RepoSpec, warnings: &[ScanWarning]) -> Vec<Note> {
    warnings.iter().map(|warning| Note::Scan { repo: repo.label.clone(), warning: warning.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;

    #[test]
    fn what_is_kept_comes_back_for_any_date() {
        let dates = [Date::MIN, jiff::civil::date(-1, 12, 31), jiff::civil::date(2026, 11, 23), Date::MAX];
        let day =
            |date| PracticeDay { date, solved: 1, new: 2, revised: 3, commits: 4, bulk: 5, bulk_new: 6 };
        let log = PracticeLog { days: dates.map(day).to_vec(), total_solved: 9 };
        let bytes = serde_json::to_vec(&StoredPractice::new(&log, &[], None)).unwrap();
        assert_eq!(serde_json::from_slice::<StoredPractice>(&bytes).unwrap().log(), log);
    }
}
