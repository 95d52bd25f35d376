//! `cpt sync`: everything that the judges and the repositories have, into the store and onto the charts.

use std::cell::RefCell;

use super::Outcome;
use super::charts::{Kind, Subject};
use super::error::{CliError, chain, told};
use super::output::Output;
use super::practice;
use super::progress::Progress;
use super::workspace::Workspace;
use super::world::World;
use crate::fetch::{self, Client, FetchError, Tally};
use crate::model::{Judge, RatingChange, RepoSpec, SeriesKey, SolutionChange, Update};
use crate::report::{self, Failure, Paint, SourceReport, SyncReport};
use crate::scan::{self, Memory, Rescan};
use crate::stats;
use crate::store::Store;

/// Fetch the ratings, scan the repositories, draw the charts
///
/// The judges are asked side by side, each politely. What one source fails at is reported at the end and never costs
/// what another brought.
#[derive(Debug, clap::Args, Default)]
pub(super) struct Args {
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

/// What a source brought: its report, and for a repository its solution changes.
struct Brought {
    report: SourceReport,
    changes: Option<Vec<SolutionChange>>,
    warnings: Vec<String>,
}

pub(super) fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let workspace = Workspace::open(world)?;
    let store = Store::open(&workspace.root)?;
    let progress = Progress::new(world.progress);
    let sync = Sync { workspace: &workspace, world, store: RefCell::new(store), progress };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| CliError::file("can't start", &error))?;
    let brought = runtime.block_on(sync.everything())?;
    sync.progress.clear();
    let store = sync.store.into_inner();

    let mut scanned = Vec::new();
    let mut report = SyncReport::default();
    for brought in brought {
        for warning in &brought.warnings {
            output.note(warning);
        }
        scanned.extend(brought.changes);
        report.sources.push(brought.report);
    }
    let (standing, _) = workspace.standing(workspace.series(Some(&store))?, world);
    let streak = (!scanned.is_empty()).then(|| {
        let changes: Vec<&[SolutionChange]> = scanned.iter().map(Vec::as_slice).collect();
        stats::streak(&changes, &workspace.config.streak, workspace.today(world))
    });
    let subject = Subject { workspace: &workspace, world, standing: &standing, streak: streak.as_ref() };
    let drawn = subject.draw(&Kind::ALL, &workspace.config.charts);
    if let Ok(drawn) = &drawn {
        report.files =
            drawn.iter().filter(|drawn| drawn.written).map(|drawn| subject.shown(&drawn.path)).collect();
    }
    if args.json {
        output.answer(&report::to_line(&report::SyncJson::new(&report))?)?;
    } else {
        output.answer(&report::sync(&report, streak.as_ref().map(report::streak_line).as_deref()))?;
    }
    let mut partly = false;
    for source in &report.sources {
        if let Some(failure) = &source.failure {
            partly = true;
            let label = Paint::Bad.on(&source.source);
            output.note(&told(&label, &failure.message, failure.remedy.as_deref()));
        }
    }
    drawn?;
    super::status::hint(&workspace, Some(&store), output);
    Ok(if partly { Outcome::Partly } else { Outcome::Done })
}

/// One run over all sources.
struct Sync<'a> {
    workspace: &'a Workspace,
    world: &'a World,
    /// Borrowed only between two waits: each source is stored as soon as it is complete.
    store: RefCell<Store>,
    progress: Progress,
}

impl Sync<'_> {
    /// Brings every source, the judges and git side by side; in the order of the report.
    async fn everything(&self) -> Result<Vec<Brought>, CliError> {
        let of_judge = |judge: Judge| {
            let keys = self.workspace.series_keys();
            keys.into_iter().filter(move |key| key.judge == judge).collect::<Vec<_>>()
        };
        let (codeforces, atcoder, git) = tokio::join!(
            self.judge(of_judge(Judge::Codeforces)),
            self.judge(of_judge(Judge::AtCoder)),
            self.repositories(),
        );
        Ok([codeforces?, atcoder?, git?].into_iter().flatten().collect())
    }

    /// One judge's series, one after the other: they come from one host.
    async fn judge(&self, keys: Vec<SeriesKey>) -> Result<Vec<Brought>, CliError> {
        let mut brought = Vec::new();
        let Some(judge) = keys.first().map(|key| key.judge) else { return Ok(brought) };
        let sites = &self.workspace.config.sites;
        let endpoint = match judge {
            Judge::Codeforces => &sites.codeforces,
            Judge::AtCoder => &sites.atcoder,
        };
        let client = Client::new(endpoint);
        for key in keys {
            let source = source_name(&key);
            let line = self.progress.start(&source);
            let fetched = match judge {
                Judge::Codeforces => fetch::codeforces_ratings(&client, &key.handle).await,
                Judge::AtCoder => fetch::atcoder_ratings(&client, &key.handle, key.track).await,
            };
            let one = self.keep_ratings(source, &key, fetched, client.take_tally())?;
            line.finish(&one.report);
            brought.push(one);
        }
        Ok(brought)
    }

    fn keep_ratings(
        &self,
        source: String,
        key: &SeriesKey,
        fetched: Result<Vec<RatingChange>, FetchError>,
        tally: Tally,
    ) -> Result<Brought, CliError> {
        let mut report = SourceReport {
            source,
            title: key.title(),
            update: Update::default(),
            line: String::new(),
            requests: tally.requests,
            waited_ms: tally.waited.as_millis() as u64,
            failure: None,
        };
        match fetched {
            Ok(history) => {
                let mut store = self.store.borrow_mut();
                let got = store.replace_ratings(&report.source, key, &history, self.world.now.timestamp())?;
                let series = store.series(key.clone())?;
                report.line =
                    SourceReport::series_line(&series, got.rating_before, got.new_rated, got.update.removed);
                report.update = got.update;
            }
            Err(error) => {
                report.failure = Some(Failure { message: chain(&error), remedy: Some(error.remedy()) });
            }
        }
        Ok(Brought { report, changes: None, warnings: Vec::new() })
    }

    /// Every repository, each scanned on a thread of its own.
    async fn repositories(&self) -> Result<Vec<Brought>, CliError> {
        let scans = self.workspace.config.repos.iter().map(|repo| {
            let line = self.progress.start(&format!("git:{}", repo.label));
            let spec = repo.clone();
            let memory = self.store.borrow().scan_memory(&repo.label)?;
            let memory = memory.as_deref().and_then(Memory::from_bytes);
            Ok((repo, line, tokio::task::spawn_blocking(move || rescan(&spec, memory.as_ref()))))
        });
        let mut brought = Vec::new();
        for (repo, line, scan) in scans.collect::<Result<Vec<_>, CliError>>()? {
            let scan = scan.await.map_err(|error| CliError::file("a scan stopped", &error.into()))?;
            let one = self.keep_solutions(repo, scan)?;
            line.finish(&one.report);
            brought.push(one);
        }
        Ok(brought)
    }

    fn keep_solutions(
        &self,
        repo: &RepoSpec,
        scan: Result<Rescan, scan::ScanError>,
    ) -> Result<Brought, CliError> {
        let mut report = SourceReport {
            source: format!("git:{}", repo.label),
            title: format!("Solutions in {}", repo.label),
            update: Update::default(),
            line: String::new(),
            requests: 0,
            waited_ms: 0,
            failure: None,
        };
        let (mut changes, mut warnings) = (None, Vec::new());
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
                        warnings = practice::warnings(repo, &scan.warnings);
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
                report.line = SourceReport::repository_line(&report.update);
            }
            Err(error) => report.failure = Some(practice::failure(&error)),
        }
        Ok(Brought { report, changes, warnings })
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

/// The source that a series comes from, as scripts know it.
fn source_name(key: &SeriesKey) -> String {
    match key.judge {
        Judge::Codeforces => "codeforces.ratings".to_owned(),
        Judge::AtCoder => format!("atcoder.{}", key.track),
    }
}
