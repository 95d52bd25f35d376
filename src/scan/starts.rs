//! The beginnings of files in the newest commit, and what they say.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread;

use git2::Oid;

use super::head::Head;
use super::object::{Entries, EntryKind};
use super::objects::{Objects, Reader, Unreadable};
use super::oids::OidMap;
use super::work::MAX_THREADS;
use crate::model::RepoPath;

/// So many files without content in a row mean a partial clone, whose other files are missing too.
const MISSING: usize = 64;

/// Fewer files than this need no thread of their own.
const PER_THREAD: usize = 256;

/// What the beginning of one file says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Start<T> {
    /// The file in the newest commit; none where it isn't there any more.
    pub blob: Option<Oid>,
    pub says: T,
}

/// By path.
pub(super) type Starts<T> = foldhash::HashMap<RepoPath, Start<T>>;

/// How the beginnings of files of a kind are read.
pub(super) struct Format<T> {
    /// How much of a file is read, in bytes.
    pub most: usize,
    /// What it says.
    pub parse: fn(&[u8]) -> T,
}

/// Beginnings that were read, and what could not be.
pub(super) struct StartsRead<T> {
    pub starts: Starts<T>,
    /// Files whose beginnings are damaged, or missing where nothing should be.
    pub unreadable: usize,
    /// Why, for the first of them.
    pub first_reason: Option<String>,
}

/// Reads the beginnings of `wanted` paths in the newest commit; those of files that `before` knows by their ids are taken
/// from it. A `partial` clone may lack any.
pub(super) fn read<T: Clone + Default + Send>(
    objects: &Objects,
    head: Head,
    wanted: Starts<T>,
    before: &Starts<T>,
    (format, partial): (&Format<T>, bool),
) -> Result<StartsRead<T>, git2::Error> {
    let mut starts = wanted;
    let tree = head.tree.filter(|_| !starts.is_empty());
    let Some(tree) = tree else { return Ok(StartsRead { starts, unreadable: 0, first_reason: None }) };
    let mut damage = objects.with(0, |reader| find(reader, tree, &mut starts))?;
    let mut known: OidMap<T> =
        before.values().filter_map(|start| Some((start.blob?, start.says.clone()))).collect();
    let mut unread: Vec<Oid> = starts.values().filter_map(|start| start.blob).collect();
    unread.retain(|blob| !known.contains_key(blob));
    unread.sort_unstable();
    unread.dedup();
    if !unread.is_empty() {
        let blobs = read_blobs(objects, &unread, (format, partial))?;
        known.extend(blobs.said);
        damage.extend(blobs.damage);
    }
    for start in starts.values_mut() {
        if let Some(says) = start.blob.and_then(|blob| known.get(&blob)) {
            start.says = says.clone();
        }
    }
    damage.retain(|why| !(partial && why.missing));
    let unreadable = damage.len();
    let first_reason = damage.into_iter().next().map(|why| why.reason);
    Ok(StartsRead { starts, unreadable, first_reason })
}

/// Finds the wanted paths in a tree; returns what of it can't be read.
fn find<T>(reader: &Reader<'_>, root: Oid, starts: &mut Starts<T>) -> Vec<Unreadable> {
    let mut damage = Vec::new();
    let mut folders: foldhash::HashSet<Vec<u8>> = foldhash::HashSet::default();
    for RepoPath(path) in starts.keys() {
        let ends = path.iter().enumerate().rev().filter(|(_, byte)| **byte == b'/');
        for folder in ends.map(|(end, _)| &path[..end]) {
            if folders.contains(folder) {
                break;
            }
            folders.insert(folder.to_vec());
        }
    }
    let mut todo = vec![(Vec::new(), root)];
    let mut path = Vec::new();
    while let Some((folder, id)) = todo.pop() {
        let tree = match reader.tree(id) {
            Ok(tree) => tree,
            Err(why) => {
                damage.push(why);
                continue;
            }
        };
        path.clone_from(&folder);
        if !path.is_empty() {
            path.push(b'/');
        }
        let inside = path.len();
        let mut entries = Entries::new(tree.data());
        while let Some(entry) = entries.peek() {
            entries.skip(&entry);
            path.truncate(inside);
            path.extend_from_slice(entry.name);
            match (entry.kind, entry.id()) {
                (EntryKind::File, Some(blob)) => {
                    if let Some(start) = starts.get_mut(path.as_slice()) {
                        start.blob = Some(blob);
                    }
                }
                (EntryKind::Tree, Some(tree)) if folders.contains(path.as_slice()) => {
                    todo.push((path.clone(), tree));
                }
                _ => {}
            }
        }
        if !entries.is_done() {
            damage.push(Unreadable::not_whole(id));
        }
    }
    damage
}

/// What the beginnings of some files say, and why those can't be read that can't.
struct Blobs<T> {
    said: Vec<(Oid, T)>,
    damage: Vec<Unreadable>,
}

/// Reads the beginnings of these files, on as many threads as are worth it.
fn read_blobs<T: Send>(
    objects: &Objects,
    blobs: &[Oid],
    (format, partial): (&Format<T>, bool),
) -> Result<Blobs<T>, git2::Error> {
    let most = thread::available_parallelism().map_or(1, NonZero::get).min(MAX_THREADS);
    let threads = (blobs.len() / PER_THREAD).clamp(1, most);
    let share = blobs.len().div_ceil(threads).max(1);
    let read_share = |(reader, blobs): (usize, &[Oid])| {
        objects.with(reader, |reader| read_some(reader, blobs, (format, partial)))
    };
    if threads == 1 {
        return read_share((0, blobs));
    }
    thread::scope(|scope| {
        let shares = blobs.chunks(share).enumerate();
        let read_share = &read_share;
        let threads: Vec<_> = shares.map(|share| scope.spawn(move || read_share(share))).collect();
        let mut all = Blobs { said: Vec::with_capacity(blobs.len()), damage: Vec::new() };
        for thread in threads {
            let some = thread.join().unwrap_or_else(|panic| resume_unwind(panic))?;
            all.said.extend(some.said);
            all.damage.extend(some.damage);
        }
        Ok(all)
    })
}

fn read_some<T>(reader: &Reader<'_>, blobs: &[Oid], (format, partial): (&Format<T>, bool)) -> Blobs<T> {
    let mut read = Blobs { said: Vec::with_capacity(blobs.len()), damage: Vec::new() };
    let mut missing = 0;
    for &blob in blobs {
        match reader.start_of_blob(blob, format.most as u64) {
            Ok(file) => {
                missing = 0;
                let says = (format.parse)(file.as_ref().map_or(&[], |file| file.data()));
                read.said.push((blob, says));
            }
            Err(why) if partial && why.missing => {
                missing += 1;
                if missing > MISSING {
                    break;
                }
            }
            Err(why) => read.damage.push(why),
        }
    }
    read
}
