//! The first lines of the files in the newest commit, read where a path doesn't name a problem for certain.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread;

use git2::Oid;

use super::head::Head;
use super::object::{Entries, Kind};
use super::objects::{Objects, Reader, Unreadable};
use super::oids::OidMap;
use super::work::{MAX_THREADS, Names};
use crate::model::{NamedBy, NamedProblem, RepoPath, SolutionChange};
use crate::naming;

/// So many files without content in a row mean a partial clone, whose other files are missing too.
const MISSING: usize = 64;

/// Fewer files than this need no thread of their own.
const PER_THREAD: usize = 256;

/// What the header of one file names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Header {
    /// The file in the newest commit; none where it isn't there any more.
    pub blob: Option<Oid>,
    pub problems: Arc<[NamedProblem]>,
}

/// By path.
pub(super) type Headers = foldhash::HashMap<RepoPath, Header>;

/// Whether a header may say better what a file solves.
fn wants_header(problems: &[NamedProblem]) -> bool {
    !problems.iter().any(|named| named.by == NamedBy::Path && named.sure)
}

/// The paths whose headers matter, each without a header yet; all are given with what they name by themselves.
pub(super) fn wanted(paths: Names) -> Headers {
    let may_solve = |path: &RepoPath| !naming::is_helper(&path.to_text());
    let wanted = paths.into_iter().filter(|(path, problems)| wants_header(problems) && may_solve(path));
    wanted.map(|(path, _)| (path, Header::default())).collect()
}

/// Puts what the headers name in the place of what is weaker.
pub(super) fn apply(changes: &mut [SolutionChange], headers: &Headers) {
    for file in changes.iter_mut().flat_map(|change| &mut change.files) {
        if wants_header(&file.problems)
            && let Some(header) = headers.get(&file.path).filter(|header| !header.problems.is_empty())
        {
            file.problems = Arc::clone(&header.problems);
        }
    }
}

/// Headers that were read, and what could not be.
#[derive(Default)]
pub(super) struct HeadersRead {
    pub headers: Headers,
    /// Files whose headers are damaged, or missing where nothing should be.
    pub unreadable: usize,
    /// Why, for the first of them.
    pub first_reason: Option<String>,
}

/// Reads the headers of `wanted` paths in the newest commit; those of files that `before` knows by their ids are taken
/// from it. A `partial` clone may lack any.
pub(super) fn read(
    objects: &Objects,
    head: Head,
    wanted: Headers,
    before: &Headers,
    partial: bool,
) -> Result<HeadersRead, git2::Error> {
    let mut headers = wanted;
    let Some(tree) = head.tree else { return Ok(HeadersRead { headers, ..HeadersRead::default() }) };
    let mut damage = objects.with(0, |reader| find(reader, tree, &mut headers))?;
    let mut known: OidMap<Arc<[NamedProblem]>> =
        before.values().filter_map(|header| Some((header.blob?, Arc::clone(&header.problems)))).collect();
    let mut unread: Vec<Oid> = headers.values().filter_map(|header| header.blob).collect();
    unread.retain(|blob| !known.contains_key(blob));
    unread.sort_unstable();
    unread.dedup();
    if !unread.is_empty() {
        let blobs = read_blobs(objects, &unread, partial)?;
        known.extend(blobs.named);
        damage.extend(blobs.damage);
    }
    for header in headers.values_mut() {
        if let Some(problems) = header.blob.and_then(|blob| known.get(&blob)) {
            header.problems = Arc::clone(problems);
        }
    }
    damage.retain(|why| !(partial && why.missing));
    let unreadable = damage.len();
    let first_reason = damage.into_iter().next().map(|why| why.reason);
    Ok(HeadersRead { headers, unreadable, first_reason })
}

/// Finds the wanted paths in a tree; returns what of it can't be read.
fn find(reader: &Reader<'_>, root: Oid, headers: &mut Headers) -> Vec<Unreadable> {
    let mut damage = Vec::new();
    let mut folders: foldhash::HashSet<Vec<u8>> = foldhash::HashSet::default();
    for RepoPath(path) in headers.keys() {
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
                (Kind::File, Some(blob)) => {
                    if let Some(header) = headers.get_mut(path.as_slice()) {
                        header.blob = Some(blob);
                    }
                }
                (Kind::Tree, Some(tree)) if folders.contains(path.as_slice()) => {
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

/// What the headers of some files name, and why those can't be read that can't.
#[derive(Default)]
struct Blobs {
    named: Vec<(Oid, Arc<[NamedProblem]>)>,
    damage: Vec<Unreadable>,
}

/// Reads the headers of these files, on as many threads as are worth it.
fn read_blobs(objects: &Objects, blobs: &[Oid], partial: bool) -> Result<Blobs, git2::Error> {
    let most = thread::available_parallelism().map_or(1, NonZero::get).min(MAX_THREADS);
    let threads = (blobs.len() / PER_THREAD).clamp(1, most);
    let share = blobs.len().div_ceil(threads).max(1);
    let read_share =
        |(reader, blobs): (usize, &[Oid])| objects.with(reader, |reader| read_some(reader, blobs, partial));
    if threads == 1 {
        return read_share((0, blobs));
    }
    thread::scope(|scope| {
        let shares = blobs.chunks(share).enumerate();
        let threads: Vec<_> = shares.map(|share| scope.spawn(move || read_share(share))).collect();
        let mut all = Blobs::default();
        for thread in threads {
            let some = thread.join().unwrap_or_else(|panic| resume_unwind(panic))?;
            all.named.extend(some.named);
            all.damage.extend(some.damage);
        }
        Ok(all)
    })
}

fn read_some(reader: &Reader<'_>, blobs: &[Oid], partial: bool) -> Blobs {
    let mut read = Blobs { named: Vec::with_capacity(blobs.len()), damage: Vec::new() };
    let mut missing = 0;
    for &blob in blobs {
        match reader.start_of_blob(blob, naming::HEADER as u64) {
            Ok(file) => {
                missing = 0;
                let problems = file.map_or_else(Vec::new, |file| naming::by_header(file.data()));
                read.named.push((blob, problems.into()));
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
