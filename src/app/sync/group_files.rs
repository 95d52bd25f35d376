//! What a sync keeps up to date of a study group: its charts, and its part of the README.

use super::super::charts::{self, ChartKind, Style, View};
use super::super::env::Env;
use super::super::error::AppError;
use super::super::group;
use super::super::session::Session;
use super::super::workspace::Workspace;
use super::readme;
use crate::model::Note;
use crate::report::{self, ReadmePart};

/// Draws the charts of the configured group, unless nothing has changed, and writes its week into the README, where that has
/// a place for it; what this changed goes to `files`, and what
/// there is to know of it to `notes`. What could not be read leaves both as they are: a sync has told it
/// already.
pub(super) fn update(
    workspace: Workspace,
    is_unchanged: bool,
    files: &mut Vec<String>,
    notes: &mut Vec<Note>,
    env: &Env,
) -> Result<(), AppError> {
    if workspace.config.group.is_none() {
        return Ok(());
    }
    let session = Session::over(workspace, env);
    let week = group::week(&session, None)?;
    if !week.failures.is_empty() {
        return Ok(());
    }
    if !is_unchanged {
        let style = Style { out: None, formats: &[], theme: None, solved_by: None };
        let gallery = charts::draw(&session, &[ChartKind::Group], &style, &View::default())?.answer;
        notes.extend(gallery.notes(env));
        files.extend(gallery.files.iter().filter(|drawn| drawn.written).map(|drawn| env.shown(&drawn.path)));
    }
    let block = report::group_block(&week.answer.view());
    let readme = readme::update(&session.workspace, env, ReadmePart::GROUP, &block)?;
    let readme = readme.map(|file| env.shown(&file)).filter(|file| !files.contains(file));
    files.extend(readme);
    Ok(())
}
