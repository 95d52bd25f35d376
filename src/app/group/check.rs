//! Whether the judges know the members of a group, asked as little as tells it.

use std::collections::HashMap;

use super::super::workspace::Workspace;
use super::handles::{is_of_member, members_at, source_of_member};
use crate::fetch::{Client, ErrorKind, FetchError};
use crate::judges::{self, Profiled, SiteEntry};
use crate::lang::Lang;
use crate::model::{Handle, Judge, clean};
use crate::report::{Check, doctor_words as words};
use crate::store::StoredSource;

/// Asks `entry`, a site of `judge`, about the members: in one request where it tells of many, else one by one about those of
/// whom nothing was ever fetched. A line for each whom it doesn't know; one for all where it knows them.
pub async fn check(
    workspace: &Workspace,
    stored: &HashMap<String, StoredSource>,
    (judge, entry): (Judge, &SiteEntry),
    client: &Client,
    lang: Lang,
) -> Vec<Check> {
    let all = members_at(workspace, judge);
    let was_fetched = |handle: &Handle| {
        let sources = judges::sources(judge).iter().filter(|source| is_of_member(workspace, source));
        sources.map(|source| source_of_member(&source.id(judge), handle)).any(|id| stored.contains_key(&id))
    };
    let asked: Vec<&Handle> = match entry.profiles {
        Some(_) => all,
        None if entry.site.knows_users => all.into_iter().filter(|handle| !was_fetched(handle)).collect(),
        None => return Vec::new(),
    };
    if asked.is_empty() {
        return Vec::new();
    }
    let name = entry.site.name;
    let unknown = match unknown(entry, &asked, client).await {
        Ok(unknown) => unknown,
        Err(error) => {
            return vec![Check::bad(name, error.kind.told(lang), Some(&error.remedy(lang)))];
        }
    };
    if unknown.is_empty() {
        return vec![Check::good(name, words::knows_members(lang, asked.len()))];
    }
    let line = |handle: &Handle| {
        let mut members = workspace.config.group.iter().flat_map(|group| &group.members);
        let member = members.find(|member| member.handles.get(&judge).is_some_and(|own| own.is(handle)));
        let member = member.map(|member| clean(&member.name));
        let said = words::unknown_member(lang, handle.as_str(), member.as_deref());
        Check::bad(name, said, Some(&words::correct_handle(lang)))
    };
    unknown.into_iter().map(line).collect()
}

/// Those of `asked` whom the site doesn't know.
async fn unknown<'h>(
    entry: &SiteEntry,
    asked: &[&'h Handle],
    client: &Client,
) -> Result<Vec<&'h Handle>, FetchError> {
    if let Some(profiles) = entry.profiles {
        let told = profiles(client, asked).await?;
        let unknown = asked.iter().zip(told).filter(|(_, told)| *told == Profiled::Unknown);
        return Ok(unknown.map(|(handle, _)| *handle).collect());
    }
    let mut unknown = Vec::new();
    for handle in asked {
        match (entry.check)(client, handle).await {
            Ok(()) => {}
            Err(error) if matches!(error.kind, ErrorKind::UnknownHandle { .. }) => unknown.push(*handle),
            Err(error) => return Err(error),
        }
    }
    Ok(unknown)
}
