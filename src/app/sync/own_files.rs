//! What a sync tells and draws of the user: the habit, the charts, and what the README says of them.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;
use std::thread;

use super::super::charts::{ChartKind, Gallery, Subject, View};
use super::super::env::Env;
use super::super::error::AppError;
use super::super::library::Library;
use super::super::odds::KeptOdds;
use super::super::practice::{self, SeenRepo};
use super::super::workspace::Workspace;
use super::group_files::GroupFiles;
use super::readme;
use crate::answers::{self, RatingBy, StreakAnswer};
use crate::model::{RatingSeries, SolutionChange};
use crate::scan::Records;
use crate::store::Store;

/// What is new of the user.
pub(super) struct OwnFiles {
    /// What the judges list and what was handed in there.
    pub library: Arc<Library>,
    /// The group's repositories, with the names that the lists give.
    pub seen: HashMap<String, SeenRepo>,
    /// What is new of the group's, where it was drawn already, and how many sources had told something new by then.
    pub of_group: Option<(GroupFiles, usize)>,
    /// The habit; `None` where nothing could be read of it.
    pub streak: Option<StreakAnswer>,
    /// Whether the charts were drawn already.
    pub is_confirmed: bool,
    /// The charts, and what the README says; or why they can't be drawn.
    pub drawn: Result<(Gallery, String), AppError>,
}

/// Tells the habit by what the repositories have, and draws the charts, unless the README's words are `confirmed` as the
/// charts are.
pub(super) fn draw(
    (workspace, env): (&Workspace, &Env),
    scans: Vec<(Vec<SolutionChange>, Records)>,
    mut seen: HashMap<String, SeenRepo>,
    confirmed: Option<String>,
) -> Result<OwnFiles, AppError> {
    let store = Store::open_existing(&workspace.root)?;
    let store = store.as_ref();
    let library = Arc::new(Library::read(workspace, store)?);
    let known = library.known_problems();
    let settled = |(mut changes, records): (Vec<SolutionChange>, Records)| {
        practice::name(&mut changes, &records, &known);
        changes
    };
    let scanned: Vec<Vec<SolutionChange>> = thread::scope(|scope| {
        scope.spawn(|| seen.values_mut().for_each(|seen| seen.name(&known)));
        scans.into_iter().map(settled).collect()
    });
    let rules = &workspace.config.streak;
    let accepted = if rules.source.has_submissions() {
        practice::accepted(&library, rules, &workspace.zone(env))
    } else {
        Vec::new()
    };
    let streak = (!scanned.is_empty() || !accepted.is_empty()).then(|| {
        let changes: Vec<&[SolutionChange]> = scanned.iter().map(Vec::as_slice).collect();
        let today = rules.day.today_of(&env.now, answers::newest_offset(&changes));
        answers::streak(&changes, &accepted, rules, today)
    });
    if let Some(block) = confirmed {
        let drawn = Ok((Gallery::default(), block));
        return Ok(OwnFiles { library, seen, of_group: None, streak, is_confirmed: true, drawn });
    }
    let (now, today, zone) = (env.now.timestamp(), workspace.today(env), workspace.zone(env));
    let (series, targets) = (workspace.series(store, now)?, &workspace.config.targets);
    let odds = KeptOdds { root: &workspace.root, store, now, today, zone: &zone };
    let reaches = |series: &RatingSeries, goals: &[RatingBy]| odds.of(series, goals);
    let standing = answers::standing(series, targets, &reaches, now, today, &zone).series;
    let subject = Subject {
        workspace,
        env,
        store,
        standing: &standing,
        streak: streak.as_ref(),
        library: &library,
        commits: scanned.iter().map(Vec::as_slice).collect(),
        committed: OnceCell::new(),
        group: None,
        solved_by: workspace.config.charts.solved_by,
    };
    let gallery = subject
        .may_draw()
        .and_then(|()| subject.draw(&ChartKind::own(), &workspace.config.charts, &View::default()));
    let drawn = gallery.map(|gallery| {
        let block = readme::block(workspace, &standing, streak.as_ref(), &gallery.files);
        (gallery, block)
    });
    Ok(OwnFiles { library, seen, of_group: None, streak, is_confirmed: false, drawn })
}
