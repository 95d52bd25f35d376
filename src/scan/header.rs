//! The first lines of the files in the newest commit, read where a path doesn't name a problem for certain.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread;

use git2::{ErrorCode, ObjectType, Odb, Oid, Repository};

use super::object::{Entries, Kind};
use super::objects::Objects;
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
    let wanted = paths.into_iter().filter(|(_, problems)| wants_header(problems));
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

/// Reads the headers of `wanted` paths in `HEAD`; those of files that `before` knows by their ids are taken from it.
pub(super) fn read(repo: &Repository, objects: &Objects, wanted: Headers, before: &Headers) -> Headers {
    let mut headers = wanted;
    let Some(tree) = super::open::head_tree(repo) else { return headers };
    let Ok(odb) = repo.odb() else { return headers };
    find(&odb, tree.id(), &mut headers);
    let mut known: OidMap<Arc<[NamedProblem]>> =
        before.values().filter_map(|header| Some((header.blob?, Arc::clone(&header.problems)))).collect();
    let mut unread: Vec<Oid> = headers.values().filter_map(|header| header.blob).collect();
    unread.retain(|blob| !known.contains_key(blob));
    unread.sort_unstable();
    unread.dedup();
    if !unread.is_empty() {
        known.extend(read_blobs(objects, &unread));
    }
    for header in headers.values_mut() {
        if let Some(problems) = header.blob.and_then(|blob| known.get(&blob)) {
            header.problems = Arc::clone(problems);
        }
    }
    headers
}

/// Finds the wanted paths in a tree.
fn find(odb: &Odb<'_>, root: Oid, headers: &mut Headers) {
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
        let Ok(tree) = odb.read(id) else { continue };
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
    }
}

/// What the headers of these files name, those that can be read, on as many threads as are worth it.
fn read_blobs(objects: &Objects, blobs: &[Oid]) -> Vec<(Oid, Arc<[NamedProblem]>)> {
    let most = thread::available_parallelism().map_or(1, NonZero::get).min(MAX_THREADS);
    let threads = (blobs.len() / PER_THREAD).clamp(1, most);
    let share = blobs.len().div_ceil(threads).max(1);
    let read_share = |(reader, blobs): (usize, &[Oid])| {
        objects.with(reader, |odb| read_some(odb, blobs)).unwrap_or_default()
    };
    if threads == 1 {
        return read_share((0, blobs));
    }
    thread::scope(|scope| {
        let shares = blobs.chunks(share).enumerate();
        let threads: Vec<_> = shares.map(|share| scope.spawn(move || read_share(share))).collect();
        let joined = |thread: thread::ScopedJoinHandle<'_, _>| {
            thread.join().unwrap_or_else(|panic| resume_unwind(panic))
        };
        threads.into_iter().flat_map(joined).collect()
    })
}

fn read_some(odb: &Odb<'_>, blobs: &[Oid]) -> Vec<(Oid, Arc<[NamedProblem]>)> {
    let mut found = Vec::with_capacity(blobs.len());
    let mut missing = 0;
    for &blob in blobs {
        match odb.read(blob) {
            Ok(file) if file.kind() == ObjectType::Blob => {
                missing = 0;
                found.push((blob, naming::by_header(file.data()).into()));
            }
            Err(error) if error.code() == ErrorCode::NotFound => {
                missing += 1;
                if missing > MISSING {
                    break;
                }
            }
            _ => {}
        }
    }
    found
}
