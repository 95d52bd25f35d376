//! What a sync keeps up to date of a study group: its charts, and its part of the README.

use std::collections::HashMap;
use std::mem;
use std::sync::Arc;

use super::super::charts::{self, ChartKind, Style, View};
use super::super::env::Env;
use super::super::error::AppError;
use super::super::group;
use super::super::library::Library;
use super::super::practice::SeenRepo;
use super::super::session::Session;
use super::super::workspace::Workspace;
use super::readme;
use crate::model::Note;
use crate::report::{self, ReadmePart};

/// What is new of a group.
pub(super) struct GroupFiles {
    /// The charts that were written, as the user names them.
    charts: Vec<String>,
    /// What there is to know of them.
    notes: Vec<Note>,
    /// The week for the README.
    block: String,
}

/// Draws the charts of the configured group, unless nothing has changed, and says its week; `None` where there is no group,
/// or where something could not be read, which a sync has told already: then what was drawn stays.
pub(super) fn draw(
    (workspace, env): (&Workspace, &Env),
    library: &Arc<Library>,
    seen: HashMap<String, SeenRepo>,
    is_unchanged: bool,
) -> Result<Option<GroupFiles>, AppError> {
    if workspace.config.group.is_none() {
        return Ok(None);
    }
    let session = Session::over(workspace.clone(), env).with_library(Arc::clone(library)).with_seen(seen);
    let week = group::week(&session, None)?;
    if !week.failures.is_empty() {
        return Ok(None);
    }
    let (mut charts, mut notes) = (Vec::new(), Vec::new());
    if !is_unchanged {
        let style = Style { out: None, formats: &[], theme: None, solved_by: None };
        let gallery = charts::draw(&session, &[ChartKind::Group], &style, &View::default())?.answer;
        notes.extend(gallery.notes(env));
        charts.extend(gallery.files.iter().filter(|drawn| drawn.written).map(|drawn| env.shown(&drawn.path)));
    }
    Ok(Some(GroupFiles {
        charts,
        notes,
        block: report::group_block(&week.answer.view(workspace.file_lang())),
    }))
}

impl GroupFiles {
    /// With what was written `before` in the same sync.
    pub fn after(mut self, before: Option<Self>) -> Self {
        let Some(before) = before else { return self };
        for chart in mem::replace(&mut self.charts, before.charts) {
            if !self.charts.contains(&chart) {
                self.charts.push(chart);
            }
        }
        if self.notes.is_empty() {
            self.notes = before.notes;
        }
        self
    }

    /// Writes the week into the README, where that has a place for it; all that this and the charts changed goes to `files`,
    /// and what there is to know of it to `notes`.
    pub fn write(
        self,
        (workspace, env): (&Workspace, &Env),
        files: &mut Vec<String>,
        notes: &mut Vec<Note>,
    ) -> Result<(), AppError> {
        files.extend(self.charts);
        notes.extend(self.notes);
        let readme = readme::update(workspace, env, ReadmePart::GROUP, &self.block)?;
        let readme = readme.map(|file| env.shown(&file)).filter(|file| !files.contains(file));
        files.extend(readme);
        Ok(())
    }
}
