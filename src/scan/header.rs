//! The first lines of the files in the newest commit, read where a path doesn't name a problem for certain.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::num::NonZero;
use std::thread;

use git2::{ErrorCode, ObjectType, Odb, Oid, Repository};

use super::name;
use super::object::{Entries, Kind};
use super::objects::Objects;
use super::work::MAX_THREADS;
use crate::model::{NamedBy, NamedProblem, RepoPath, SolutionChange};

/// So many files without content in a row mean a partial clone, whose other files are missing too.
const MISSING: usize = 64;

/// Fewer files than this need no thread of their own.
const PER_THREAD: usize = 256;

/// What the header of one file names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Header {
    /// The file in the newest commit; none where it isn't there any more.
    pub blob: Option<Oid>,
    pub problems: Vec<NamedProblem>,
}

/// By path.
pub(super) type Headers = BTreeMap<RepoPath, Header>;

/// Whether a header may say better what a file solves.
fn wants_header(problems: &[NamedProblem]) -> bool {
    !problems.iter().any(|named| named.by == NamedBy::Path && named.sure)
}

/// The paths whose headers matter.
pub(super) fn wanted(changes: &[SolutionChange]) -> BTreeSet<RepoPath> {
    let files = changes.iter().flat_map(|change| &change.files);
    files.filter(|file| wants_header(&file.problems)).map(|file| file.path.clone()).collect()
}

/// Puts what the headers name in the place of what is weaker.
pub(super) fn apply(changes: &mut [SolutionChange], headers: &Headers) {
    for file in changes.iter_mut().flat_map(|change| &mut change.files) {
        if wants_header(&file.problems)
            && let Some(header) = headers.get(&file.path).filter(|header| !header.problems.is_empty())
        {
            file.problems.clone_from(&header.problems);
        }
    }
}

/// Reads the headers of `wanted` paths in `HEAD`; those of files that `before` knows by their ids are taken from it.
pub(super) fn read(repo: &Repository, wanted: BTreeSet<RepoPath>, before: &Headers) -> Headers {
    let mut headers: Headers = wanted.into_iter().map(|path| (path, Header::default())).collect();
    let Some(tree) = super::open::head_tree(repo) else { return headers };
    let Ok(odb) = repo.odb() else { return headers };
    find(&odb, tree.id(), &mut headers);
    let mut known: HashMap<Oid, Vec<NamedProblem>> =
        before.values().filter_map(|header| Some((header.blob?, header.problems.clone()))).collect();
    let blobs: BTreeSet<Oid> = headers.values().filter_map(|header| header.blob).collect();
    let unread: Vec<Oid> = blobs.into_iter().filter(|blob| !known.contains_key(blob)).collect();
    if !unread.is_empty() {
        known.extend(read_blobs(&Objects::new(repo), &unread));
    }
    for header in headers.values_mut() {
        header.problems = header.blob.and_then(|blob| known.get(&blob)).map_or_else(Vec::new, Clone::clone);
    }
    headers
}

/// Finds the wanted paths in a tree.
fn find(odb: &Odb<'_>, root: Oid, headers: &mut Headers) {
    let mut todo = vec![(Vec::new(), root)];
    while let Some((folder, id)) = todo.pop() {
        let Ok(tree) = odb.read(id) else { continue };
        let mut entries = Entries::new(tree.data());
        while let Some(entry) = entries.peek() {
            entries.skip(&entry);
            let slash: &[u8] = if folder.is_empty() { b"" } else { b"/" };
            match (entry.kind, entry.id()) {
                (Kind::File, Some(blob)) => {
                    let path = RepoPath([&folder, slash, entry.name].concat());
                    if let Some(header) = headers.get_mut(&path) {
                        header.blob = Some(blob);
                    }
                }
                (Kind::Tree, Some(tree)) => {
                    let path = [&folder, slash, entry.name].concat();
                    let inside = RepoPath([&path[..], b"/"].concat());
                    let mut from_there = headers.range(inside.clone()..);
                    if from_there.next().is_some_and(|(first, _)| first.0.starts_with(&inside.0)) {
                        todo.push((path, tree));
                    }
                }
                _ => {}
            }
        }
    }
}

/// What the headers of these files name, those that can be read, on as many threads as are worth it.
fn read_blobs(objects: &Objects, blobs: &[Oid]) -> Vec<(Oid, Vec<NamedProblem>)> {
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
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
    })
}

fn read_some(odb: &Odb<'_>, blobs: &[Oid]) -> Vec<(Oid, Vec<NamedProblem>)> {
    let mut found = Vec::with_capacity(blobs.len());
    let mut missing = 0;
    for &blob in blobs {
        match odb.read(blob) {
            Ok(file) if file.kind() == ObjectType::Blob => {
                missing = 0;
                found.push((blob, name::by_header(file.data())));
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
