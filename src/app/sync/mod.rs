//! `cpt sync`: everything that the judges and the repositories have, into the store and onto the charts.

mod atcoder;
mod codeforces;
mod offline;
mod pictures;
mod readme;
mod repositories;
mod site;

use std::cell::RefCell;
use std::rc::Rc;

use clap::ValueEnum as _;

use self::pictures::Pictures;
pub use self::readme::{readme_name, snippet};
use super::Outcome;
use super::charts::{Gallery, Kind, Subject, View};
use super::error::{CliError, told};
use super::library::Library;
use super::output::Output;
use super::progress::Progress;
use super::workspace::Workspace;
use super::world::World;
use crate::answers;
use crate::fetch::Asked;
use crate::files::sweep;
use crate::judges;
use crate::model::{Judge, SolutionChange, clean};
use crate::report::{self, Failure, Paint, SourceReport, SyncReport};
use crate::store::{Store, SyncLock};

/// Fetch what the judges know, scan the repositories, draw the charts
///
/// It also brings the part of the README up to date that lies between `<!-- cpt:begin -->` and `<!-- cpt:end -->`.
///
/// The judges are asked side by side, each politely: only for what may be new, and for lists of problems and contests
/// at most once a day. What one source fails at is reported at the end and never costs what another brought.
#[derive(Debug, clap::Args, Default)]
#[expect(clippy::struct_excessive_bools, reason = "these are switches of a command line")]
pub struct Args {
    /// Print one JSON object
    #[arg(long)]
    json: bool,

    /// Read every list to its end, whatever is known already
    #[arg(long, conflicts_with = "offline")]
    full: bool,

    /// Ask no judge; scan the repositories, and draw what is stored
    #[arg(long)]
    offline: bool,

    /// Tell of every request
    #[arg(long, short)]
    verbose: bool,
}

/// What a source brought: its report, and for a repository its solution changes.
struct Brought {
    report: SourceReport,
    changes: Option<Vec<SolutionChange>>,
    warnings: Vec<String>,
}

impl From<SourceReport> for Brought {
    fn from(report: SourceReport) -> Self {
        Self { report, changes: None, warnings: Vec::new() }
    }
}

/// One run over all sources.
struct Sync<'a> {
    args: &'a Args,
    workspace: &'a Workspace,
    world: &'a World,
    /// How long ago the judges were last asked.
    rest: Option<std::time::Duration>,
    /// Borrowed only between two waits: each source is stored as soon as it is complete.
    store: RefCell<Store>,
    progress: Rc<Progress>,
    brought: RefCell<Vec<Brought>>,
}

pub fn run(args: &Args, world: &World, output: &mut Output) -> Result<Outcome, CliError> {
    let workspace = Workspace::open(world)?;
    let holder = format!("process {} since {}", std::process::id(), world.now.strftime("%Y-%m-%d %H:%M"));
    let lock = SyncLock::take(&workspace.root, &holder)?;
    let mut store = Store::open(&workspace.root)?;
    sweep_up(&workspace, world);
    let pictures = Pictures::take(&mut store, &workspace, world)?;
    let sync = Sync {
        args,
        workspace: &workspace,
        world,
        rest: lock.rest(),
        store: RefCell::new(store),
        progress: Rc::new(Progress::new(world.progress)),
        brought: RefCell::default(),
    };
    let stopped = sync.run()?;
    let Sync { store, brought, .. } = sync;
    let mut store = store.into_inner();

    let mut scanned = Vec::new();
    let mut report = SyncReport { offline: args.offline, ..SyncReport::default() };
    for brought in brought.into_inner() {
        for warning in &brought.warnings {
            output.note(warning);
        }
        scanned.extend(brought.changes);
        report.sources.push(brought.report);
    }
    if stopped {
        return interrupted(args, &workspace, report, output);
    }
    let streak = (!scanned.is_empty()).then(|| {
        let changes: Vec<&[SolutionChange]> = scanned.iter().map(Vec::as_slice).collect();
        answers::streak(&changes, &workspace.config.streak, workspace.today(world))
    });
    let whole = report.sources.iter().all(|source| source.failure.is_none());
    let news = report.sources.iter().any(|source| source.update.is_news());
    let confirmed = if whole && !news { pictures.confirm(&mut store)? } else { None };
    let drawn = if let Some(block) = confirmed {
        Ok((Gallery::default(), block))
    } else {
        let (standing, _) = workspace.standing(workspace.series(Some(&store))?, world);
        let library = Library::read(&workspace, Some(&store))?;
        let subject = Subject {
            workspace: &workspace,
            world,
            store: Some(&store),
            standing: &standing,
            streak: streak.as_ref(),
            library: &library,
            commits: scanned.iter().map(Vec::as_slice).collect(),
        };
        let gallery = subject
            .may_draw()
            .and_then(|()| subject.draw(Kind::value_variants(), &workspace.config.charts, &View::default()));
        gallery.map(|gallery| {
            let block = readme::block(&workspace, &standing, streak.as_ref(), &gallery.files);
            (gallery, block)
        })
    };
    let mut readme = Ok(None);
    if let Ok((Gallery { files: drawn, .. }, block)) = &drawn {
        report.files =
            drawn.iter().filter(|drawn| drawn.written).map(|drawn| world.shown(&drawn.path)).collect();
        if whole && !drawn.is_empty() {
            pictures.keep(&mut store, drawn.iter().map(|drawn| drawn.path.as_path()), block)?;
        }
        readme = readme::update(&workspace, world, block);
        if let Ok(Some(file)) = &readme {
            report.files.push(world.shown(file));
        }
    }
    let partly = tell(args, &report, streak.as_ref().map(report::streak_line).as_deref(), output)?;
    drawn?;
    readme?;
    super::status::hint_at_handles(&workspace, output);
    Ok(if partly { Outcome::Partly } else { Outcome::Done })
}

/// Takes away what a sync that was killed left where syncs write.
fn sweep_up(workspace: &Workspace, world: &World) {
    let readme = readme::file(workspace);
    for dir in [workspace.config.charts.dir.as_path(), &workspace.root, readme.parent().unwrap_or(&readme)] {
        if workspace.may_write_in(dir, world).is_ok() {
            sweep(dir);
        }
    }
}

impl Sync<'_> {
    /// Brings every source, in the order of [`sources`]; whether the user stopped it before the end.
    fn run(&self) -> Result<bool, CliError> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| CliError::file("can't start", &error))?;
        let stopped = runtime.block_on(async {
            tokio::select! {
                brought = self.everything() => brought.map(|()| false),
                // Where nobody can interrupt, nobody does.
                Ok(()) = tokio::signal::ctrl_c() => Ok(true),
            }
        });
        // A scan that was interrupted ends with the process.
        runtime.shutdown_background();
        self.progress.clear();
        let order = sources(self.workspace);
        self.brought.borrow_mut().sort_by_key(|one| order.iter().position(|name| *name == one.report.source));
        stopped
    }

    async fn everything(&self) -> Result<(), CliError> {
        let judges = async {
            if self.args.offline {
                return self.as_stored();
            }
            let (codeforces, atcoder, archive) =
                tokio::join!(self.codeforces(), self.atcoder(), self.atcoder_problems());
            codeforces.and(atcoder).and(archive)
        };
        let (judges, git) = tokio::join!(judges, self.repositories());
        judges.and(git)
    }

    /// What is told of a request when everything is told.
    fn watch(&self) -> Option<impl Fn(&Asked) + 'static> {
        let progress = Rc::clone(&self.progress);
        let tell = move |asked: &Asked| {
            let status = asked.status.map_or_else(|| "no answer".to_owned(), |status| status.to_string());
            let conditional = if asked.conditional { ", if it changed" } else { "" };
            progress.say(&format!(
                "GET {} -> {status}, {} bytes in {} ms after a wait of {} ms{conditional}",
                clean(&asked.url),
                asked.bytes,
                asked.took.as_millis(),
                asked.waited.as_millis(),
            ));
        };
        self.args.verbose.then_some(tell)
    }
}

/// The sources of a workspace, as scripts know them, in the order in which they are told.
fn sources(workspace: &Workspace) -> Vec<String> {
    let followed = Judge::all().filter(|judge| workspace.config.handles.at(*judge).is_some());
    let of_judge = |judge| judges::sources(judge).iter().map(move |source| source.id(judge));
    let repos = workspace.config.repos.iter().map(|repo| format!("git:{}", repo.label));
    followed.flat_map(of_judge).chain(repos).collect()
}

/// Prints the report and what failed; whether anything did.
fn tell(
    args: &Args,
    report: &SyncReport,
    streak: Option<&str>,
    output: &mut Output,
) -> Result<bool, CliError> {
    if args.json {
        output.answer(&report::to_line(&report::SyncJson::new(report))?)?;
    } else {
        output.answer(&report::sync(report, streak))?;
    }
    for source in &report.sources {
        for warning in &source.warnings {
            output.note(&told(&Paint::Warn.on(&source.source), warning, None));
        }
    }
    let failed = |source: &&SourceReport| source.failure.is_some();
    for source in report.sources.iter().filter(failed) {
        if let (Some(failure), None) = (&source.failure, &source.left_alone_for) {
            let alone =
                report.sources.iter().filter(|other| other.left_alone_for.as_ref() == Some(&source.source));
            let alone: Vec<&str> = alone.map(|other| other.source.as_str()).collect();
            let message = match alone[..] {
                [] => failure.message.clone(),
                _ => format!("{}; {} not asked for either", failure.message, listed(&alone)),
            };
            let label = Paint::Bad.on(&source.source);
            output.note(&told(&label, &message, failure.remedy.as_deref()));
        }
    }
    Ok(report.sources.iter().any(|source| source.failure.is_some()))
}

/// "a", "a and b", "a, b and c", and the verb.
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => format!("{one} was"),
        [head @ .., last] => format!("{} and {last} were", head.join(", ")),
    }
}

/// The end of a sync that the user stopped.
fn interrupted(
    args: &Args,
    workspace: &Workspace,
    mut report: SyncReport,
    output: &mut Output,
) -> Result<Outcome, CliError> {
    let done: Vec<String> = report.sources.iter().map(|source| source.source.clone()).collect();
    let missing: Vec<String> =
        sources(workspace).into_iter().filter(|source| !done.contains(source)).collect();
    if args.json {
        report.sources.extend(missing.iter().map(|source| SourceReport {
            source: source.clone(),
            failure: Some(Failure { message: "stopped before it was complete".to_owned(), remedy: None }),
            ..SourceReport::default()
        }));
        output.answer(&report::to_line(&report::SyncJson::new(&report))?)?;
    } else {
        output.answer(&report::sync(&report, None))?;
    }
    let saved = if done.is_empty() { "nothing".to_owned() } else { done.join(", ") };
    output.note(&told(
        &Paint::Bad.on("stopped"),
        &format!("saved: {saved}; not complete and left as before: {}", missing.join(", ")),
        Some("`cpt sync` completes it. No chart was drawn."),
    ));
    Ok(Outcome::Stopped)
}
