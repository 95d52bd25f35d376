//! Everything that the judges and the repositories have, into the store and onto the charts.

mod damage;
mod group_files;
mod offline;
mod own_files;
mod pictures;
mod readme;
mod repositories;
mod run;
mod site;
mod sources;
mod vouched;

use std::cell::RefCell;
use std::panic::resume_unwind;
use std::rc::Rc;
use std::thread;

use self::damage::Inspection;
use self::own_files::OwnFiles;
use self::pictures::Pictures;
pub use self::pictures::forget as forget_pictures;
pub use self::readme::{readme_name, snippet};
use super::charts::Gallery;
use super::env::Env;
use super::error::AppError;
use super::group;
use super::practice::SeenRepo;
use super::progress::Progress;
use super::settings::write_schema;
use super::workspace::Workspace;
use crate::answers::{Hint, SourceReport, StreakAnswer, SyncReport};
use crate::files::sweep;
use crate::judges;
use crate::lang::Lang;
use crate::model::{Judge, Note, SolutionChange};
use crate::report::ReadmePart;
use crate::scan::Records;
use crate::store::{Store, SyncLock};

/// How much is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct SyncAsk {
    /// Every list to its end, whatever is known already.
    pub full: bool,
    /// No judge; the repositories are scanned, and what is stored is drawn.
    pub offline: bool,
    /// Whether every request is told of.
    pub verbose: bool,
}

/// What a sync brought.
pub struct Synced {
    pub report: SyncReport,
    /// What was wrong with the store, and what the scans noticed.
    pub notes: Vec<Note>,
    /// The habit; `None` where no repository could be read.
    pub streak: Option<StreakAnswer>,
    /// The sources that are not complete, where the user stopped it.
    pub stopped: Option<Vec<SourceReport>>,
    /// What is missing.
    pub hint: Option<Hint>,
    /// The language of what is told.
    pub lang: Lang,
    /// Why charts or the README could not be written, after everything else was saved.
    pub then: Result<(), AppError>,
}

/// What a source brought: its report, and for a repository its solution changes and what is recorded of them there.
struct Brought {
    report: SourceReport,
    changes: Option<(Vec<SolutionChange>, Records)>,
    /// A repository of the group's with its label, where something in it has changed.
    of_group: Option<(String, SeenRepo)>,
    notes: Vec<Note>,
}

impl From<SourceReport> for Brought {
    fn from(report: SourceReport) -> Self {
        Self { report, changes: None, of_group: None, notes: Vec::new() }
    }
}

/// One run over all sources.
struct Sync<'a> {
    ask: SyncAsk,
    workspace: &'a Workspace,
    env: &'a Env,
    /// How long ago the judges were last asked.
    rest: Option<std::time::Duration>,
    /// Borrowed only between two waits: each source is stored as soon as it is complete.
    store: RefCell<Store>,
    /// Whether what it has is as it was kept.
    inspection: Inspection,
    progress: Rc<Progress>,
    brought: RefCell<Vec<Brought>>,
}

pub fn sync(ask: SyncAsk, env: &Env) -> Result<Synced, AppError> {
    let workspace = Workspace::open(env)?;
    let holder = format!("process {} since {}", std::process::id(), env.now.strftime("%Y-%m-%d %H:%M"));
    let lock = SyncLock::take(&workspace.root, &holder)?;
    let (mut store, set_aside) = damage::open(ask, &workspace, env)?;
    let inspection = Inspection::begin(&store, ask, &workspace)?;
    sweep_up(&workspace, env);
    write_schema(&workspace.root);
    let pictures = Pictures::take(&mut store, &workspace, env)?;
    let lang = env.lang(workspace.config.language);
    let sync = Sync {
        ask,
        workspace: &workspace,
        env,
        rest: lock.rest(),
        store: RefCell::new(store),
        inspection,
        progress: Rc::new(Progress::new(env.progress, lang)),
        brought: RefCell::default(),
    };
    let drawn = thread::scope(|scope| {
        let drawing = sync.run(scope, &pictures)?;
        Ok::<_, AppError>(drawing.map(|files| files.join().unwrap_or_else(|panic| resume_unwind(panic))))
    })?;
    let Sync { store, inspection, brought, .. } = sync;
    let mut store = store.into_inner();
    store.check_in_place()?;

    let was_well = inspection.is_well();
    let mut notes: Vec<Note> = set_aside.into_iter().chain(inspection.notes(&workspace)).collect();
    let mut report = SyncReport { offline: ask.offline, ..SyncReport::default() };
    for brought in brought.into_inner() {
        notes.extend(brought.notes);
        report.sources.push(brought.report);
    }
    let Some(files) = drawn else {
        let done = |source: &SourceReport| report.sources.iter().any(|report| report.source == source.source);
        let stopped = Some(sources(&workspace).into_iter().filter(|source| !done(source)).collect());
        return Ok(Synced { report, notes, streak: None, stopped, hint: None, lang, then: Ok(()) });
    };
    let OwnFiles { library, seen, of_group: early, streak, is_confirmed, drawn } = files?;
    let whole = report.sources.iter().all(|source| source.failure.is_none());
    let news = report.sources.iter().filter(|source| source.update.is_news()).count();
    let is_unchanged = is_confirmed && whole && news == 0 && was_well;
    let is_drawn = early.as_ref().is_some_and(|(_, before)| *before == news);
    let of_group = group_files::draw((&workspace, env), &library, seen, is_unchanged || is_drawn)
        .map(|files| files.map(|files| files.after(early.map(|(files, _)| files))));
    let mut readme = Ok(None);
    if let Ok((gallery @ Gallery { files: drawn, .. }, block)) = &drawn {
        notes.extend(gallery.notes(env));
        report.files =
            drawn.iter().filter(|drawn| drawn.written).map(|drawn| env.shown(&drawn.path)).collect();
        if whole && of_group.is_ok() {
            if is_confirmed {
                pictures.confirm(&mut store)?;
            } else if !drawn.is_empty() {
                pictures.keep(&mut store, drawn.iter().map(|drawn| drawn.path.as_path()), block)?;
            }
        }
        readme = readme::update(&workspace, env, ReadmePart::OWN, block);
        if let Ok(Some(file)) = &readme {
            report.files.push(env.shown(file));
        }
    }
    let hint = (!workspace.config.has_handles()).then_some(Hint::NoHandle);
    drop(store);
    let of_group = of_group.and_then(|files| match files {
        Some(files) => files.write((&workspace, env), &mut report.files, &mut notes),
        None => Ok(()),
    });
    let then = drawn.map(drop).and(readme.map(drop)).and(of_group);
    Ok(Synced { report, notes, streak, stopped: None, hint, lang, then })
}

/// Takes away what a sync that was killed left where syncs write.
fn sweep_up(workspace: &Workspace, env: &Env) {
    let readme = readme::file(workspace);
    for dir in [workspace.config.charts.dir.as_path(), &workspace.root, readme.parent().unwrap_or(&readme)] {
        if workspace.may_write_in(dir, env).is_ok() {
            sweep(dir);
        }
    }
}

/// The sources of a workspace, in the order in which they are told, before anything is known of them.
fn sources(workspace: &Workspace) -> Vec<SourceReport> {
    let of_judge =
        |judge: Judge| group::common_sources(workspace, judge).into_iter().map(move |source| (judge, source));
    let named = |(judge, source): (Judge, &judges::Source)| {
        SourceReport::blank(source.id(judge), source.title(judge))
    };
    let repos = workspace.config.repos.iter().map(repositories::blank);
    let own = Judge::all().flat_map(of_judge).map(named);
    own.chain(of_members(workspace)).chain(repos).chain(repos_of_group(workspace)).collect()
}

/// What is asked for the sake of a group's members.
fn of_members(workspace: &Workspace) -> impl Iterator<Item = SourceReport> {
    group::member_sources(workspace).into_iter().map(|(id, title)| SourceReport::blank(id, title))
}

/// The repositories that are scanned for a group.
fn repos_of_group(workspace: &Workspace) -> impl Iterator<Item = SourceReport> {
    group::repos(workspace).into_iter().map(|repo| repositories::blank(&repo.spec))
}
