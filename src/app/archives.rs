//! The archives that submissions come from where the judge itself tells nobody: how far they got, and what they lack.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::error::AppError;
use super::freshness::followed;
use super::workspace::Workspace;
use crate::answers::{ArchiveFreshness, Hint};
use crate::judges::{self, List};
use crate::model::{Handle, Judge, Site, Track};
use crate::store::{Store, StoreError, StoredArchive};

/// After so long an archive has what was handed in to a contest.
const ARCHIVED_AFTER: SignedDuration = SignedDuration::from_hours(24);

/// The archive of a judge that is followed.
struct Archive<'a> {
    judge: Judge,
    handle: &'a Handle,
    site: &'static Site,
    /// The source of submissions, as scripts know it.
    source: String,
}

fn archives(workspace: &Workspace) -> impl Iterator<Item = Archive<'_>> {
    followed(workspace).filter_map(|judge| {
        let (site, handle) = (judges::archive_of(judge)?, workspace.config.handles.at(judge)?);
        let brings = |source: &&judges::Source| source.fetch.list() == Some(List::Submissions);
        let source = judges::sources(judge).iter().find(brings)?.id(judge);
        Some(Archive { judge, handle, site, source })
    })
}

/// How far the archives got, as they told it last.
pub fn freshness(workspace: &Workspace, store: Option<&Store>) -> Result<Vec<ArchiveFreshness>, StoreError> {
    let Some(store) = store else { return Ok(Vec::new()) };
    let mut known = Vec::new();
    for Archive { judge, handle, site, source } in archives(workspace) {
        known.extend(store.archive(&source, (judge, handle))?.map(|told| {
            let StoredArchive { at, state, .. } = told;
            ArchiveFreshness { judge, archive: site.name, asked: at, state }
        }));
    }
    Ok(known)
}

/// The judges whose archive counts more accepted problems of the user than it lists.
pub fn lacking(workspace: &Workspace, store: Option<&Store>) -> Result<Vec<Judge>, StoreError> {
    let Some(store) = store else { return Ok(Vec::new()) };
    let mut lacking = Vec::new();
    for Archive { judge, handle, source, .. } in archives(workspace) {
        if store.lacking_problems(&source, (judge, handle))?.is_some() {
            lacking.push(judge);
        }
    }
    Ok(lacking)
}

/// What is known to lack in the archives: all that anybody handed in of late, contests that one took part in although they
/// were asked long after these, and problems that they count and don't list. `known` is how far they got.
pub fn behind(
    workspace: &Workspace,
    store: Option<&Store>,
    known: &[ArchiveFreshness],
    zone: &TimeZone,
    now: Timestamp,
) -> Result<Vec<Hint>, AppError> {
    let Some(store) = store else { return Ok(Vec::new()) };
    let day = |at: Timestamp| zone.to_datetime(at).date();
    let mut hints = Vec::new();
    for Archive { judge, handle, site, source } in archives(workspace) {
        let stalled = known.iter().find(|known| known.judge == judge).and_then(ArchiveFreshness::stalled_at);
        if let Some(newest) = stalled {
            hints.push(Hint::ArchiveStalled { judge, archive: site.name, newest: day(newest) });
        } else {
            let newest = store.newest_submission(judge, handle)?;
            let asked = store.synced_at(&source)?;
            let series = workspace.series(Some(store), now)?;
            // Of a heuristic contest one may hand in the last program days before its end.
            let series =
                series.iter().filter(|one| one.key.judge == judge && one.key.track == Track::Algorithm);
            let lacking = series.flat_map(|series| &series.history).filter(|contest| {
                newest.is_none_or(|newest| {
                    newest < contest.at.saturating_sub(ARCHIVED_AFTER).unwrap_or_default()
                }) && asked.is_some_and(|asked| asked.duration_since(contest.at) > ARCHIVED_AFTER)
            });
            hints.extend(lacking.min_by_key(|contest| contest.at).map(|contest| Hint::ArchiveBehind {
                judge,
                archive: site.name,
                contest: contest.name.clone(),
                on: day(contest.at),
                newest: newest.map(day),
            }));
        }
        hints.extend(
            store.lacking_problems(&source, (judge, handle))?.map(|(counted, listed)| Hint::ArchiveLacks {
                judge,
                archive: site.name,
                counted,
                listed,
            }),
        );
    }
    Ok(hints)
}
