//! The walk over the history: every commit once, each paired with its parent's tree as soon as both are known.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};
use std::sync::Arc;

use git2::Oid;

use super::authors::Authors;
use super::budget::Budget;
use super::commit_id;
use super::object::Commit;
use super::objects::{Reader, Unreadable};
use super::oids::{OidMap, OidSet};
use crate::model::{AuthorDate, CommitId, Identity, SolveRecord};
use crate::sidecar;

/// A commit that counts if it changed a solution file.
pub(super) struct Job {
    pub commit: Oid,
    pub author: Arc<Identity>,
    pub date: AuthorDate,
    pub tree: Oid,
    /// The parent's tree; none for a root.
    pub parent_tree: Option<Oid>,
    /// What its subject records of a solve.
    pub record: Option<Arc<SolveRecord>>,
}

/// What a walk came across.
#[derive(Default)]
pub(super) struct Walked {
    /// Commits read that weren't known, merges included.
    pub commits: Vec<CommitId>,
    /// Known commits that the walk ended at.
    pub met: HashSet<CommitId>,
    /// Boundary commits of a shallow clone.
    pub boundary: usize,
    /// Commits that can't be read, or whose parents can't.
    pub unreadable: usize,
    /// Why, for the first of them.
    pub first_reason: Option<String>,
}

/// Walks everything reachable from `tips`, newest first as far as the shape of the history allows, and hands on the
/// commits that may count: not merges, by a wanted author, with a tree other than the parent's.
///
/// The walk ends at `known` commits, which are sorted and hold their ancestors too.
pub(super) fn walk(
    reader: &Reader<'_>,
    budget: &Budget,
    tips: &[Oid],
    known: &[CommitId],
    boundary: &HashSet<Oid>,
    authors: &mut Authors,
    mut emit: impl FnMut(Job),
) -> Walked {
    let mut walked = Walked::default();
    let mut seen: OidSet = tips.iter().copied().collect();
    // By the dates of their children: branches are walked side by side, so that neighbours come up while their trees
    // are at hand. Among equals the first found is first. Nothing but speed depends on the order.
    let mut found = (0_usize..).map(Reverse);
    let mut next: BinaryHeap<(i64, Reverse<usize>, Oid)> =
        tips.iter().zip(&mut found).map(|(tip, place)| (i64::MAX, place, *tip)).collect();
    let mut trees: OidMap<Oid> = OidMap::default();
    let mut waiting: OidMap<Vec<Job>> = OidMap::default();
    while let Some((_, _, id)) = next.pop() {
        let own_id = commit_id(id);
        let is_known = !known.is_empty() && known.binary_search(&own_id).is_ok();
        if is_known {
            walked.met.insert(own_id);
        }
        let object = reader.commit(id).and_then(|object| {
            budget.commit(object.data().len())?;
            Ok(object)
        });
        let commit = match &object {
            Ok(object) => Commit::parse(object.data()).ok_or_else(|| Unreadable::not_whole(id)),
            Err(why) => Err(why.clone()),
        };
        let commit = match commit {
            Ok(commit) => commit,
            Err(why) => {
                walked.unreadable += 1 + waiting.remove(&id).map_or(0, |jobs| jobs.len());
                walked.first_reason.get_or_insert(why.reason);
                continue;
            }
        };
        trees.insert(id, commit.tree);
        for mut job in waiting.remove(&id).unwrap_or_default() {
            job.parent_tree = Some(commit.tree);
            emit_changed(job, &mut emit);
        }
        if is_known {
            continue;
        }
        walked.commits.push(own_id);
        if boundary.contains(&id) {
            walked.boundary += 1;
            continue;
        }
        for &parent in &commit.parents {
            if seen.insert(parent) {
                next.extend(found.next().map(|place| (commit.date.seconds, place, parent)));
            }
        }
        if commit.parents.len() > 1 {
            continue;
        }
        let author = authors.count(commit.author);
        let author = match author {
            None if authors.count_coauthors => authors.coauthor(commit.message()),
            author => author,
        };
        let Some(author) = author else { continue };
        let record = sidecar::of_message(commit.message()).map(Arc::new);
        let mut job =
            Job { commit: id, author, date: commit.date, tree: commit.tree, parent_tree: None, record };
        match commit.parents.first() {
            None => emit(job),
            Some(parent) => match trees.get(parent) {
                Some(&tree) => {
                    job.parent_tree = Some(tree);
                    emit_changed(job, &mut emit);
                }
                None => waiting.entry(*parent).or_default().push(job),
            },
        }
    }
    walked.unreadable += waiting.into_values().map(|jobs| jobs.len()).sum::<usize>();
    walked
}

/// Every commit that is reachable from `tips`.
pub(super) fn reachable(reader: &Reader<'_>, tips: &[Oid]) -> Result<HashSet<CommitId>, Unreadable> {
    let mut stack: Vec<Oid> = tips.to_vec();
    let mut seen: OidSet = stack.iter().copied().collect();
    while let Some(id) = stack.pop() {
        let object = reader.commit(id)?;
        let commit = Commit::parse(object.data()).ok_or_else(|| Unreadable::not_whole(id))?;
        stack.extend(commit.parents.into_iter().filter(|parent| seen.insert(*parent)));
    }
    Ok(seen.into_iter().map(commit_id).collect())
}

fn emit_changed(job: Job, emit: &mut impl FnMut(Job)) {
    if job.parent_tree != Some(job.tree) {
        emit(job);
    }
}
