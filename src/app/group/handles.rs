//! What the judges know of members, and where it lies in the store.

use super::super::workspace::Workspace;
use crate::judges::{self, Fetch, SiteEntry, Source};
use crate::model::{Handle, Judge, JudgeData, SourceName};

/// The handles of members at a judge, in their order, without the user's own.
pub fn members_at(workspace: &Workspace, judge: Judge) -> Vec<&Handle> {
    let members = workspace.config.group.iter().flat_map(|group| &group.members);
    let handles = members.filter_map(|member| member.handles.get(&judge));
    handles.filter(|handle| !is_own(workspace, judge, handle)).collect()
}

/// The sources of a judge that are asked for once: all of them where the user has a handle there, and where only members
/// have one what is about nobody.
pub fn common_sources(workspace: &Workspace, judge: Judge) -> Vec<&'static Source> {
    let has_own = workspace.config.handles.at(judge).is_some();
    let is_followed = has_own || !members_at(workspace, judge).is_empty();
    let sources = judges::sources(judge).iter().filter(|_| is_followed);
    sources.filter(|source| has_own || !source.fetch.is_of_user()).collect()
}

/// The source that tells of many members at once, where the site of `entry` has one and there are several: what scripts call
/// it, and people.
pub fn profiles_source(
    workspace: &Workspace,
    judge: Judge,
    entry: &SiteEntry,
) -> Option<(String, SourceName)> {
    let is_of_use = entry.profiles.is_some() && members_at(workspace, judge).len() > 1;
    is_of_use.then(|| (format!("{}.profiles", judge.id()), SourceName::at(judge, JudgeData::Profiles)))
}

/// Whether a source is asked for each member: it is about somebody, and the group looks at it.
pub fn is_of_member(workspace: &Workspace, source: &Source) -> bool {
    match source.fetch {
        Fetch::Ratings(..) => true,
        Fetch::Submissions(_) => {
            workspace.config.group.as_ref().is_some_and(|group| group.source.has_submissions())
        }
        _ => false,
    }
}

/// The sources that are asked for the sake of members, as scripts know them, and what people read of each.
pub fn member_sources(workspace: &Workspace) -> Vec<(String, SourceName)> {
    let mut all = Vec::new();
    for judge in Judge::all() {
        all.extend(
            judges::sites_of(judge).iter().filter_map(|entry| profiles_source(workspace, judge, entry)),
        );
        for handle in members_at(workspace, judge) {
            for source in judges::sources(judge).iter().filter(|source| is_of_member(workspace, source)) {
                let id = source_of_member(&source.id(judge), handle);
                all.push((id, SourceName::of_user(judge, source.data, handle)));
            }
        }
    }
    all
}

/// What a source is called that is about a member.
pub fn source_of_member(id: &str, handle: &Handle) -> String {
    format!("{id}@{}", handle.as_str().to_ascii_lowercase())
}

/// The source of what `handle` submitted at `judge`; `None` where the judge tells nobody.
pub(super) fn submissions_source(workspace: &Workspace, judge: Judge, handle: &Handle) -> Option<String> {
    let is_it = |source: &&Source| matches!(source.fetch, Fetch::Submissions(_));
    let id = judges::sources(judge).iter().find(is_it)?.id(judge);
    Some(if is_own(workspace, judge, handle) { id } else { source_of_member(&id, handle) })
}

fn is_own(workspace: &Workspace, judge: Judge, handle: &Handle) -> bool {
    let own = workspace.config.handles.at(judge);
    own.is_some_and(|own| own.as_str().eq_ignore_ascii_case(handle.as_str()))
}
