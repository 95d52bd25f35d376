//! Whose the changes of a shared repository are.

use std::collections::HashMap;

use git2::Oid;

use super::authors::Authors;
use super::commit_id;
use super::error::ScanError;
use super::files::Ignore;
use super::mailmap::Mailmap;
use super::object::Commit;
use super::objects::{Reader, Unreadable};
use super::open::Opened;
use crate::model::{CommitId, Identity, SolutionChange};

/// How to tell what of a shared repository is somebody's. What it doesn't say fits any.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Owner {
    /// Names, or addresses in any case; where there is none, everyone but bots.
    pub authors: Vec<String>,
    /// Globs of files, as in a `.gitignore`.
    pub paths: Vec<String>,
    /// A branch, by its place among the branches of the specification.
    pub branch: Option<usize>,
}

impl Opened {
    /// Where the branches of the specification are, in its order.
    pub fn branch_tips(&self) -> Vec<Option<CommitId>> {
        self.branches.iter().map(|tip| tip.map(commit_id)).collect()
    }

    /// What of `changes` belongs to each of `owners`: the commits of their authors and on their branches, each with the
    /// files that are theirs.
    ///
    /// A commit is on a branch where its first parents lead there, so that what was merged into it stays whose it was. What
    /// several branches have, such as a beginning that they share, is on none of them: it belongs to whom its author is.
    ///
    /// # Errors
    ///
    /// Where a glob is none, and when the object database can't be read at all.
    pub fn divided(
        &self,
        owners: &[Owner],
        changes: &[SolutionChange],
    ) -> Result<Vec<Vec<SolutionChange>>, ScanError> {
        let branch_of = if owners.iter().any(|owner| owner.branch.is_some()) {
            let failed = |source| ScanError::Git {
                label: self.spec.label.clone(),
                doing: "reading the branches",
                source,
            };
            let objects = self.objects(&[]).map_err(|why| failed(why.into()))?;
            // What can't be read is on no branch; the scan says that it can't.
            let lines = objects.with(0, |reader| first_parents(reader, &self.branches)).map_err(failed)?;
            lines.unwrap_or_default()
        } else {
            HashMap::new()
        };
        let mut mailmap = Mailmap::default();
        self.mailmaps.iter().for_each(|text| mailmap.add(text));
        let changes = Authored::of(changes);
        owners.iter().map(|owner| self.part(owner, &changes, &mailmap, &branch_of)).collect()
    }

    fn part(
        &self,
        owner: &Owner,
        changes: &Authored<'_>,
        mailmap: &Mailmap,
        branch_of: &HashMap<CommitId, Option<usize>>,
    ) -> Result<Vec<SolutionChange>, ScanError> {
        let authors = Authors::new(&owner.authors, mailmap.clone());
        let paths = Ignore::new(owner.paths.iter().map(String::as_str))
            .map_err(|source| ScanError::Ignore { label: self.spec.label.clone(), source })?;
        let is_on_branch = |commit: &CommitId| match (owner.branch, branch_of.get(commit)) {
            (None, _) => true,
            (Some(own), Some(Some(branch))) => own == *branch,
            (Some(_), Some(None)) => !owner.authors.is_empty(),
            (Some(_), None) => false,
        };
        let wanted: Vec<bool> = changes.authors.iter().map(|author| authors.wants(author)).collect();
        let own = changes.by_author.iter().filter(|(author, _)| wanted[*author]).map(|(_, change)| *change);
        let own = own.filter(|change| is_on_branch(&change.commit));
        if owner.paths.is_empty() {
            return Ok(own.cloned().collect());
        }
        let with_own_files = |change: &SolutionChange| {
            let files: Vec<_> =
                change.files.iter().filter(|file| paths.covers(&file.path.0)).cloned().collect();
            (!files.is_empty()).then(|| SolutionChange { files, author: change.author.clone(), ..*change })
        };
        Ok(own.filter_map(with_own_files).collect())
    }
}

/// Changes, and who wrote them, each of whom is looked at once.
struct Authored<'c> {
    authors: Vec<&'c Identity>,
    /// Each with its author's place.
    by_author: Vec<(usize, &'c SolutionChange)>,
}

impl<'c> Authored<'c> {
    fn of(changes: &'c [SolutionChange]) -> Self {
        let (mut authors, mut places) = (Vec::new(), foldhash::HashMap::default());
        let by_author = changes.iter().map(|change| {
            let place = *places.entry(&*change.author).or_insert_with_key(|author| {
                authors.push(*author);
                authors.len() - 1
            });
            (place, change)
        });
        Self { by_author: by_author.collect(), authors }
    }
}

/// The commits that the first parents of branches lead to, each with the place of its branch; `None` where several have it.
fn first_parents(
    reader: &Reader<'_>,
    branches: &[Option<Oid>],
) -> Result<HashMap<CommitId, Option<usize>>, Unreadable> {
    let mut lines: HashMap<CommitId, Option<usize>> = HashMap::new();
    for (branch, tip) in branches.iter().enumerate() {
        let mut next = *tip;
        while let Some(id) = next {
            match lines.get_mut(&commit_id(id)) {
                // From here on all was seen to be shared.
                Some(None) => break,
                Some(shared) => *shared = None,
                None => _ = lines.insert(commit_id(id), Some(branch)),
            }
            let object = reader.commit(id)?;
            let commit = Commit::parse(object.data()).ok_or_else(|| Unreadable::not_whole(id))?;
            next = commit.parents.first().copied();
        }
    }
    Ok(lines)
}
