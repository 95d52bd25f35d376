//! A tree under change: folders are read when something in them changes, and written once at the end.

use std::collections::BTreeMap;

use git2::{Error, ObjectType, Oid, Repository};

pub(super) const FILE: i32 = 0o100_644;
pub(super) const EXECUTABLE: i32 = 0o100_755;
pub(super) const LINK: i32 = 0o120_000;
pub(super) const SUBMODULE: i32 = 0o160_000;
const FOLDER: i32 = 0o040_000;

/// What lies at a path.
pub(super) enum Node {
    /// An object by its mode and id; also a folder that nothing was changed in.
    Stored(i32, Oid),
    /// A folder, by name.
    Folder(Entries),
}

/// What a folder holds, by name.
type Entries = BTreeMap<Vec<u8>, Node>;

/// A tree under change.
pub(super) struct Tree<'r> {
    repo: &'r Repository,
    root: Node,
}

impl<'r> Tree<'r> {
    /// Begins with a tree, or with an empty one.
    pub fn new(repo: &'r Repository, tree: Option<Oid>) -> Self {
        let root = tree.map_or_else(|| Node::Folder(BTreeMap::new()), |tree| Node::Stored(FOLDER, tree));
        Self { repo, root }
    }

    /// Puts something at a path, in the place of what was there.
    pub fn put(&mut self, path: &[u8], node: Node) -> Result<(), Error> {
        let (folder, name) = folder_of(self.repo, &mut self.root, path)?;
        folder.insert(name.to_vec(), node);
        Ok(())
    }

    /// Takes away what lies at a path, if anything does.
    pub fn take(&mut self, path: &[u8]) -> Result<Option<Node>, Error> {
        let (folder, name) = folder_of(self.repo, &mut self.root, path)?;
        Ok(folder.remove(name))
    }

    /// Takes away what lies at a path.
    ///
    /// # Errors
    ///
    /// When nothing does.
    pub fn take_existing(&mut self, path: &[u8]) -> Result<Node, Error> {
        self.take(path)?
            .ok_or_else(|| Error::from_str(&format!("there is no {}", String::from_utf8_lossy(path))))
    }

    /// Writes everything that changed, without folders that have nothing in them.
    pub fn write(self) -> Result<Oid, Error> {
        match write(self.repo, self.root)? {
            Some((_, id)) => Ok(id),
            None => self.repo.odb()?.write(ObjectType::Tree, &[]),
        }
    }
}

/// The folder that a path ends in and the name there. Folders on the way are made, in the place of files if need be.
fn folder_of<'n, 'p>(
    repo: &Repository,
    mut node: &'n mut Node,
    path: &'p [u8],
) -> Result<(&'n mut Entries, &'p [u8]), Error> {
    let mut rest = path;
    loop {
        let folder = load(repo, node)?;
        let Some(slash) = rest.iter().position(|&byte| byte == b'/') else {
            return Ok((folder, rest));
        };
        let name = rest[..slash].to_vec();
        rest = &rest[slash + 1..];
        node = folder.entry(name).or_insert_with(|| Node::Folder(BTreeMap::new()));
    }
}

fn load<'n>(repo: &Repository, node: &'n mut Node) -> Result<&'n mut Entries, Error> {
    if let Node::Stored(mode, id) = *node {
        let mut entries = BTreeMap::new();
        if mode == FOLDER {
            for entry in &repo.find_tree(id)? {
                entries.insert(entry.name_bytes().to_vec(), Node::Stored(entry.filemode_raw(), entry.id()));
            }
        }
        *node = Node::Folder(entries);
    }
    match node {
        Node::Folder(entries) => Ok(entries),
        Node::Stored(..) => Err(Error::from_str("not a folder")),
    }
}

fn write(repo: &Repository, node: Node) -> Result<Option<(i32, Oid)>, Error> {
    let entries = match node {
        Node::Stored(mode, id) => return Ok(Some((mode, id))),
        Node::Folder(entries) => entries,
    };
    let mut written = Vec::with_capacity(entries.len());
    for (name, node) in entries {
        if let Some((mode, id)) = write(repo, node)? {
            written.push((name, mode, id));
        }
    }
    if written.is_empty() {
        return Ok(None);
    }
    // Trees hold a folder as if its name ended in a slash.
    written.sort_by_cached_key(|(name, mode, _)| {
        let slash: &[u8] = if *mode == FOLDER { b"/" } else { b"" };
        [name, slash].concat()
    });
    let mut bytes = Vec::new();
    for (name, mode, id) in written {
        bytes.extend_from_slice(format!("{mode:o} ").as_bytes());
        bytes.extend_from_slice(&name);
        bytes.push(0);
        bytes.extend_from_slice(id.as_bytes());
    }
    Ok(Some((FOLDER, repo.odb()?.write(ObjectType::Tree, &bytes)?)))
}
