//! What a commit did to the files, told from the ids in its tree and its parent's.
//!
//! Folders with equal ids are equal, so only those that differ are read. Moves can come from anywhere in the
//! repository; what lies outside the configured paths is compared only when something inside was added.

use std::cmp::Ordering;
use std::rc::Rc;

use git2::Oid;

use super::budget::{Budget, Spending};
use super::files::{Files, Scope};
use super::object::{Entries, Entry, EntryKind};
use super::objects::{Object, Reader, Unreadable};
use super::oids::OidMap;
use super::records;
use crate::model::FileChangeKind;

/// Compares trees. The trees of the last two comparisons are kept, since a parent's tree comes up again as its own.
pub(super) struct Comparer<'r> {
    reader: &'r Reader<'r>,
    budget: &'r Budget,
    fresh: OidMap<Rc<Object<'r>>>,
    stale: OidMap<Rc<Object<'r>>>,
    /// The bytes of the fresh ones.
    kept: usize,
}

/// No more bytes of trees are kept from a comparison for the next.
const MOST_KEPT: usize = 64 << 20;

/// How many folders deep a path may go; git's own limit.
const MAX_DEPTH: usize = 2048;

/// A file that a commit added or modified.
pub(super) type Change = (Vec<u8>, FileChangeKind);

/// What a commit did.
pub(super) struct Changes {
    /// The solution files that it added or modified, by path.
    pub solutions: Vec<Change>,
    /// The READMEs that it wrote or moved among them.
    pub readmes: Vec<Vec<u8>>,
}

impl<'r> Comparer<'r> {
    pub fn new(reader: &'r Reader<'r>, budget: &'r Budget) -> Self {
        Self { reader, budget, fresh: OidMap::default(), stale: OidMap::default(), kept: 0 }
    }

    /// The solution files added or modified between two trees (`None` is the empty tree), and the READMEs.
    ///
    /// A file that only moved is neither. As in git's exact renames, the added files of one content are paired with as
    /// many deleted ones as there are, in the order of their paths; which of the equals is paired with which makes no
    /// difference to what is left.
    pub fn changes(&mut self, old: Option<Oid>, new: Oid, files: &Files) -> Result<Changes, Unreadable> {
        self.stale = std::mem::take(&mut self.fresh);
        self.kept = 0;
        let spending = self.budget.comparison()?;
        let mut diff = Diff { trees: self, todo: Vec::new(), found: TreeChanges::default(), spending };
        diff.todo.push(Folder { path: Vec::new(), depth: 0, old, new: Some(new) });
        let mut postponed = Vec::new();
        while let Some(folder) = diff.todo.pop() {
            if files.reach(&folder.path) == Scope::Outside {
                postponed.push(folder);
            } else {
                diff.folder(&folder)?;
            }
        }
        if old.is_some() && diff.found.added.iter().any(|added| files.is_solution(&added.path)) {
            diff.todo = postponed;
            while let Some(folder) = diff.todo.pop() {
                diff.folder(&folder)?;
            }
        }
        let mut found = diff.found;
        found.drop_moved();
        let added = found.added.into_iter().map(|added| (added.path, FileChangeKind::Added));
        let replaced = found.replaced.into_iter().map(|path| (path, FileChangeKind::Added));
        let modified = found.modified.into_iter().map(|path| (path, FileChangeKind::Modified));
        let mut solutions: Vec<Change> =
            added.chain(replaced).chain(modified).filter(|(path, _)| files.is_solution(path)).collect();
        solutions.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let mut readmes = found.readmes;
        readmes.retain(|path| files.may_lie_beside(path));
        Ok(Changes { solutions, readmes })
    }

    /// The commit's bytes.
    pub fn commit(&self, id: Oid) -> Result<Object<'r>, Unreadable> {
        self.reader.commit(id)
    }

    fn read(&mut self, id: Oid) -> Result<Rc<Object<'r>>, Unreadable> {
        if let Some(tree) = self.fresh.get(&id) {
            return Ok(Rc::clone(tree));
        }
        let tree = match self.stale.remove(&id) {
            Some(tree) => tree,
            None => Rc::new(self.reader.tree(id)?),
        };
        self.kept += tree.data().len();
        if self.kept <= MOST_KEPT {
            self.fresh.insert(id, Rc::clone(&tree));
        }
        Ok(tree)
    }
}

/// A folder that differs, and its tree before and after.
struct Folder {
    path: Vec<u8>,
    depth: usize,
    old: Option<Oid>,
    new: Option<Oid>,
}

/// Regular files only.
#[derive(Default)]
struct TreeChanges {
    added: Vec<Added>,
    /// Files in the place of a symbolic link or a submodule: new, but never the end of a move.
    replaced: Vec<Vec<u8>>,
    modified: Vec<Vec<u8>>,
    deleted: Vec<Oid>,
    /// READMEs with other content or another place than before.
    readmes: Vec<Vec<u8>>,
}

struct Added {
    path: Vec<u8>,
    id: Oid,
}

impl TreeChanges {
    fn drop_moved(&mut self) {
        let mut sources: OidMap<usize> = OidMap::default();
        for &id in &self.deleted {
            *sources.entry(id).or_default() += 1;
        }
        if sources.is_empty() {
            return;
        }
        self.added.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        self.added.retain(|added| match sources.get_mut(&added.id) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        });
    }
}

struct Diff<'c, 'r> {
    trees: &'c mut Comparer<'r>,
    /// Folders still to be compared. A list, since calls within calls would let a deep folder exhaust the stack.
    todo: Vec<Folder>,
    found: TreeChanges,
    spending: Spending<'r>,
}

impl Diff<'_, '_> {
    /// Compares what lies in a folder itself, and puts the folders in it that differ on the list.
    fn folder(&mut self, folder: &Folder) -> Result<(), Unreadable> {
        let old_tree = folder.old.map(|id| self.trees.read(id)).transpose()?;
        let new_tree = folder.new.map(|id| self.trees.read(id)).transpose()?;
        let mut olds = Entries::new(old_tree.as_ref().map_or(&[], |tree| tree.data()));
        let mut news = Entries::new(new_tree.as_ref().map_or(&[], |tree| tree.data()));
        self.spending.trees(olds.left() + news.left())?;
        loop {
            olds.skip_common(&mut news);
            let (old, new) = (olds.peek(), news.peek());
            let order = match (&old, &new) {
                (None, None) => break,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(old), Some(new)) => old.order(new),
            };
            let old = old.filter(|_| order.is_le()).inspect(|entry| olds.skip(entry));
            let new = new.filter(|_| order.is_ge()).inspect(|entry| news.skip(entry));
            self.entries(folder, old, new)?;
        }
        let whole = olds.is_done() && news.is_done();
        if whole {
            Ok(())
        } else {
            Err(Unreadable::new(format!("the tree of {} is damaged", shown(&folder.path))))
        }
    }

    /// Compares two entries of one name.
    fn entries(
        &mut self,
        folder: &Folder,
        old: Option<Entry<'_>>,
        new: Option<Entry<'_>>,
    ) -> Result<(), Unreadable> {
        let Some(entry) = old.or(new) else { return Ok(()) };
        if matches!((&old, &new), (Some(old), Some(new)) if old.same_object(new)) {
            return Ok(());
        }
        self.spending.change(folder.path.len() + entry.name.len())?;
        let slash: &[u8] = if folder.path.is_empty() { b"" } else { b"/" };
        let path = || [&folder.path, slash, entry.name].concat();
        let kind = |entry: Option<Entry<'_>>| entry.map(|entry| entry.kind);
        let id = |entry: Option<Entry<'_>>| entry.and_then(|entry| entry.id());
        let found = &mut self.found;
        if records::is_readme(entry.name) && kind(new) == Some(EntryKind::File) {
            found.readmes.push(path());
        }
        match (kind(old), kind(new)) {
            (Some(EntryKind::Tree), _) | (_, Some(EntryKind::Tree)) => {
                let depth = folder.depth + 1;
                if depth > MAX_DEPTH {
                    return Err(Unreadable::new("a folder lies too deep"));
                }
                self.todo.push(Folder { path: path(), depth, old: id(old), new: id(new) });
            }
            (None, Some(EntryKind::File)) => found.added.extend(id(new).map(|id| Added { path: path(), id })),
            (Some(EntryKind::File), Some(EntryKind::File)) => found.modified.push(path()),
            (Some(EntryKind::Other), Some(EntryKind::File)) => found.replaced.push(path()),
            (Some(EntryKind::File), None) => found.deleted.extend(id(old)),
            _ => {}
        }
        Ok(())
    }
}

fn shown(folder: &[u8]) -> String {
    format!("/{}", String::from_utf8_lossy(folder))
}
