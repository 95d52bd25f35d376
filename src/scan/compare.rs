//! What a commit did to the files, told from the ids in its tree and its parent's.
//!
//! Folders with equal ids are equal, so only those that differ are read. Moves can come from anywhere in the
//! repository; what lies outside the configured paths is compared only when something inside was added.

use std::collections::HashMap;
use std::rc::Rc;

use git2::{ObjectType, Odb, OdbObject, Oid};

use super::files::{Files, Reach};
use super::object::{Entries, Entry, Kind};
use crate::model::FileChangeKind;

/// A tree that can't be read, and why.
#[derive(Debug)]
pub(super) struct Unreadable(pub String);

/// Compares trees. The trees of the last two comparisons are kept, since a parent's tree comes up again as its own.
pub(super) struct Comparer<'r> {
    odb: &'r Odb<'r>,
    fresh: HashMap<Oid, Rc<OdbObject<'r>>>,
    stale: HashMap<Oid, Rc<OdbObject<'r>>>,
}

/// How many folders deep a path may go; git's own limit.
const MAX_DEPTH: usize = 2048;

/// A file that a commit added or modified.
pub(super) type Change = (Vec<u8>, FileChangeKind);

impl<'r> Comparer<'r> {
    pub fn new(odb: &'r Odb<'r>) -> Self {
        Self { odb, fresh: HashMap::new(), stale: HashMap::new() }
    }

    /// The solution files added or modified between two trees (`None` is the empty tree), by path.
    ///
    /// A file that only moved is neither. As in git's exact renames, the added files of one content are paired with as
    /// many deleted ones as there are, in the order of their paths; which of the equals is paired with which makes no
    /// difference to what is left.
    pub fn changes(&mut self, old: Option<Oid>, new: Oid, files: &Files) -> Result<Vec<Change>, Unreadable> {
        self.stale = std::mem::take(&mut self.fresh);
        let mut diff =
            Diff { trees: self, files: Some(files), path: Vec::new(), depth: 0, found: Found::default() };
        diff.trees(old, Some(new))?;
        if old.is_some() && diff.found.added.iter().any(|added| files.is_solution(&added.path)) {
            diff.files = None;
            for (path, old, new) in std::mem::take(&mut diff.found.postponed) {
                diff.path = path;
                diff.trees(old, new)?;
            }
        }
        let mut found = diff.found;
        found.drop_moved();
        let added = found.added.into_iter().map(|added| (added.path, FileChangeKind::Added));
        let replaced = found.replaced.into_iter().map(|path| (path, FileChangeKind::Added));
        let modified = found.modified.into_iter().map(|path| (path, FileChangeKind::Modified));
        let mut changes: Vec<Change> =
            added.chain(replaced).chain(modified).filter(|(path, _)| files.is_solution(path)).collect();
        changes.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        Ok(changes)
    }

    fn read(&mut self, id: Oid) -> Result<Rc<OdbObject<'r>>, Unreadable> {
        if let Some(tree) = self.fresh.get(&id) {
            return Ok(Rc::clone(tree));
        }
        let tree = match self.stale.remove(&id) {
            Some(tree) => tree,
            None => match self.odb.read(id) {
                Ok(tree) if tree.kind() == ObjectType::Tree => Rc::new(tree),
                Ok(_) => return Err(Unreadable(format!("{id} is not a tree"))),
                Err(error) => return Err(Unreadable(error.message().to_owned())),
            },
        };
        self.fresh.insert(id, Rc::clone(&tree));
        Ok(tree)
    }
}

/// A folder outside the paths, and its tree before and after, put off until it matters.
type Postponed = (Vec<u8>, Option<Oid>, Option<Oid>);

/// Regular files only.
#[derive(Default)]
struct Found {
    added: Vec<Added>,
    /// Files in the place of a symbolic link or a submodule: new, but never the end of a move.
    replaced: Vec<Vec<u8>>,
    modified: Vec<Vec<u8>>,
    deleted: Vec<Oid>,
    postponed: Vec<Postponed>,
}

struct Added {
    path: Vec<u8>,
    id: Oid,
}

impl Found {
    fn drop_moved(&mut self) {
        let mut sources: HashMap<Oid, usize> = HashMap::new();
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
    /// Where to look; `None` is everywhere.
    files: Option<&'c Files>,
    /// The folder at hand.
    path: Vec<u8>,
    depth: usize,
    found: Found,
}

impl Diff<'_, '_> {
    fn trees(&mut self, old: Option<Oid>, new: Option<Oid>) -> Result<(), Unreadable> {
        if old == new {
            return Ok(());
        }
        if self.files.is_some_and(|files| files.reach(&self.path) == Reach::Outside) {
            self.found.postponed.push((self.path.clone(), old, new));
            return Ok(());
        }
        let old_tree = old.map(|id| self.trees.read(id)).transpose()?;
        let new_tree = new.map(|id| self.trees.read(id)).transpose()?;
        let mut olds = Entries::new(old_tree.as_ref().map_or(&[], |tree| tree.data()));
        let mut news = Entries::new(new_tree.as_ref().map_or(&[], |tree| tree.data()));
        loop {
            let old = olds.peek();
            if let Some(entry) = &old
                && news.skip_same(entry)
            {
                olds.skip(entry);
                continue;
            }
            let new = news.peek();
            let order = match (&old, &new) {
                (None, None) => break,
                (Some(_), None) => std::cmp::Ordering::Less,
                (None, Some(_)) => std::cmp::Ordering::Greater,
                (Some(old), Some(new)) => old.order(new),
            };
            let old = old.filter(|_| order.is_le()).inspect(|entry| olds.skip(entry));
            let new = new.filter(|_| order.is_ge()).inspect(|entry| news.skip(entry));
            self.entries(old, new)?;
        }
        let whole = olds.is_done() && news.is_done();
        if whole { Ok(()) } else { Err(Unreadable(format!("the tree of {} is damaged", self.folder()))) }
    }

    /// Compares two entries of one name.
    fn entries(&mut self, old: Option<Entry<'_>>, new: Option<Entry<'_>>) -> Result<(), Unreadable> {
        let Some(entry) = old.or(new) else { return Ok(()) };
        if matches!((&old, &new), (Some(old), Some(new)) if old.same_object(new)) {
            return Ok(());
        }
        let kind = |entry: Option<Entry<'_>>| entry.map(|entry| entry.kind);
        let id = |entry: Option<Entry<'_>>| entry.and_then(|entry| entry.id());
        let folder = self.path.len();
        if folder > 0 {
            self.path.push(b'/');
        }
        self.path.extend_from_slice(entry.name);
        let done = match (kind(old), kind(new)) {
            (Some(Kind::Tree), _) | (_, Some(Kind::Tree)) if self.depth == MAX_DEPTH => {
                Err(Unreadable(format!("{} lies too deep", self.folder())))
            }
            (Some(Kind::Tree), _) | (_, Some(Kind::Tree)) => {
                self.depth += 1;
                let done = self.trees(id(old), id(new));
                self.depth -= 1;
                done
            }
            (None, Some(Kind::File)) => {
                self.found.added.extend(id(new).map(|id| Added { path: self.path.clone(), id }));
                Ok(())
            }
            (Some(Kind::File), Some(Kind::File)) => {
                self.found.modified.push(self.path.clone());
                Ok(())
            }
            (Some(Kind::Other), Some(Kind::File)) => {
                self.found.replaced.push(self.path.clone());
                Ok(())
            }
            (Some(Kind::File), None) => {
                self.found.deleted.extend(id(old));
                Ok(())
            }
            _ => Ok(()),
        };
        self.path.truncate(folder);
        done
    }

    fn folder(&self) -> String {
        format!("/{}", String::from_utf8_lossy(&self.path))
    }
}
