//! The newest commit's files.

use git2::Oid;

use super::object::{Commit, Entries, EntryKind};
use super::objects::{Reader, Unreadable};

/// The tree of the newest commit; none where there is no commit yet.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Head {
    pub tree: Option<Oid>,
}

impl Head {
    pub fn read(reader: &Reader<'_>, commit: Option<Oid>) -> Result<Self, Unreadable> {
        Ok(Self { tree: commit.map(|commit| tree_of(reader, commit)).transpose()? })
    }

    /// Whether there is a folder of that name at the top.
    pub fn has_folder(&self, reader: &Reader<'_>, name: &str) -> Result<bool, Unreadable> {
        let found = self.find(reader, name.as_bytes())?;
        Ok(found.is_some_and(|(kind, _)| kind == EntryKind::Tree))
    }

    /// What lies at `path` (`/` between the parts); the empty path is the top itself.
    pub fn find(&self, reader: &Reader<'_>, path: &[u8]) -> Result<Option<(EntryKind, Oid)>, Unreadable> {
        self.tree.map_or(Ok(None), |tree| find_in(reader, tree, path))
    }
}

/// The tree of a commit.
pub(super) fn tree_of(reader: &Reader<'_>, commit: Oid) -> Result<Oid, Unreadable> {
    let object = reader.commit(commit)?;
    let parsed = Commit::parse(object.data());
    Ok(parsed.ok_or_else(|| Unreadable::not_whole(commit))?.tree)
}

/// What lies at `path` in a tree.
pub(super) fn find_in(
    reader: &Reader<'_>,
    tree: Oid,
    path: &[u8],
) -> Result<Option<(EntryKind, Oid)>, Unreadable> {
    let mut at = (EntryKind::Tree, tree);
    for part in path.split(|&byte| byte == b'/').filter(|part| !part.is_empty()) {
        if at.0 != EntryKind::Tree {
            return Ok(None);
        }
        let object = reader.tree(at.1)?;
        let mut entries = Entries::new(object.data());
        let mut found = None;
        while let Some(entry) = entries.peek() {
            entries.skip(&entry);
            if entry.name == part {
                found = entry.id().map(|id| (entry.kind, id));
                break;
            }
        }
        match found {
            Some(found) => at = found,
            None if entries.is_done() => return Ok(None),
            None => return Err(Unreadable::not_whole(at.1)),
        }
    }
    Ok(Some(at))
}
