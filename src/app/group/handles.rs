//! Where what the judges know of members lies in the store.

use super::super::workspace::Workspace;
use crate::judges::{self, Fetch};
use crate::model::{Handle, Judge};

/// The source of what `handle` submitted at `judge`, as scripts know it: that of the user's own handle where it is theirs.
/// `None` where the judge tells nobody.
pub fn submissions_source(workspace: &Workspace, judge: Judge, handle: &Handle) -> Option<String> {
    let is_it = |source: &&judges::Source| matches!(source.fetch, Fetch::Submissions(_));
    let source = judges::sources(judge).iter().find(is_it)?;
    Some(source_of(workspace, &source.id(judge), judge, handle))
}

/// A source of a judge for `handle`.
fn source_of(workspace: &Workspace, id: &str, judge: Judge, handle: &Handle) -> String {
    let own = workspace.config.handles.at(judge);
    let is_own = own.is_some_and(|own| own.as_str().eq_ignore_ascii_case(handle.as_str()));
    if is_own { id.to_owned() } else { format!("{id}@{}", handle.as_str().to_ascii_lowercase()) }
}
