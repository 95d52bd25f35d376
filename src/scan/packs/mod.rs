//! The packs, weighed before anything in them is unpacked.
//!
//! A few bytes of a pack can stand for an object of any size, and for a chain of deltas that never ends; libgit2 would
//! follow either. So the headers of a pack's objects are read once, in the order in which they lie there, and libgit2 is
//! asked only for what is light. The next scan remembers which packs held nothing else ([`LightPack`]).

mod index;
mod weigh;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use git2::{ObjectType, Oid};
use serde::{Deserialize, Serialize};

use super::location::{is_absent, named};
use super::object::ID;
use super::oids::OidMap;
use crate::files::{Links, open_regular, read_bounded};
use index::IndexEntry;
use weigh::Weight;

/// The most bytes of an index: that of a hundred million objects.
const MOST_OF_INDEX: u64 = 4 << 30;

/// The most deltas that an object may be made of; git makes no longer chains.
const DEEPEST: u32 = 4095;

/// The most bytes that may pass on the way to one object, all its bases and deltas together.
const MOST_ON_THE_WAY: u64 = 4 << 30;

/// No larger commits, tags and trees are read: those of the largest repositories have a hundredth of it, and a few
/// bytes can stand for any size.
pub(super) const MOST_OF_COMMIT: u64 = 16 << 20;
pub(super) const MOST_OF_TREE: u64 = 64 << 20;

/// No larger file is taken from a pack for its first lines: packs can't be read in part, and no judge takes such a
/// solution.
pub(super) const MOST_OF_SOLUTION: u64 = 4 << 20;

/// A pack, or an index of several, that holds nothing that is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LightPack {
    /// The checksum at the end of the index, hexadecimal.
    pub(super) index: String,
    /// The bytes of the pack; of an index of several, its own.
    pub(super) bytes: u64,
}

/// The packs of a repository and of those that it borrows from.
#[derive(Default)]
pub(super) struct Packs {
    pub number: usize,
    pub bytes: u64,
    /// The packs, and indexes of several, that hold nothing that is refused.
    pub light: Vec<LightPack>,
    refused: OidMap<Refusal>,
}

/// Why an object isn't unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is longer than any of its kind that is read.
    TooLarge {
        kind: ObjectType,
        size: u64,
        limit: u64,
    },
    /// It is made of too much.
    TooDeep,
    Unreadable,
}

impl Packs {
    /// Weighs the packs below these folders of objects, but for those that are `known` to be light.
    ///
    /// # Errors
    ///
    /// Where an index is damaged, or something there is no regular file. The words name the file.
    pub fn weigh(folders: &[PathBuf], known: &[LightPack]) -> io::Result<Self> {
        let mut packs = Self::default();
        for folder in folders {
            packs.add(&folder.join("pack"), known)?;
        }
        Ok(packs)
    }

    /// Why an object isn't to be unpacked; nothing where it may be.
    pub fn refusal(&self, id: Oid) -> Option<Refusal> {
        if self.refused.is_empty() { None } else { self.refused.get(&id).copied() }
    }

    fn add(&mut self, folder: &Path, known: &[LightPack]) -> io::Result<()> {
        let packs = self.list(folder)?;
        let index_of_several = folder.join("multi-pack-index");
        let several = match index_of_several.metadata() {
            Ok(metadata) => Some(LightPack::of(&index_of_several, metadata.len())?),
            Err(_) => None,
        };
        let is_known = |pack: &LightPack| known.contains(pack);
        let is_as_before = several.as_ref().is_none_or(is_known);
        let (light, new): (Vec<_>, Vec<_>) =
            packs.iter().cloned().partition(|(_, pack)| is_as_before && is_known(pack));
        self.light.extend(light.into_iter().map(|(_, pack)| pack));
        if is_as_before && new.is_empty() {
            self.light.extend(several);
            return Ok(());
        }
        let mut listed = match several {
            Some(_) => read_index(&index_of_several, index::entries_of_several)?,
            None => HashMap::new(),
        };
        for (name, pack) in new {
            let index = folder.join(&name);
            let mut objects = read_index(&index, index::entries)?;
            objects.extend(listed.remove(&name).unwrap_or_default());
            let is_light = self.add_pack(&index, objects)?;
            self.light.extend(is_light.then_some(pack));
        }
        // Packs without an index of their own.
        listed.retain(|name, _| !packs.iter().any(|(own, _)| own == name));
        let mut is_light = true;
        for (name, objects) in listed {
            is_light &= self.add_pack(&folder.join(name), objects)?;
        }
        self.light.extend(several.filter(|_| is_light));
        Ok(())
    }

    /// The packs in a folder, by the names of their indexes. libgit2 would wait for a fifo among them.
    fn list(&mut self, folder: &Path) -> io::Result<Vec<(String, LightPack)>> {
        let entries = match folder.read_dir() {
            Err(error) if is_absent(&error) => return Ok(Vec::new()),
            entries => entries.map_err(|error| named(folder, &error))?,
        };
        let mut found = Vec::new();
        for entry in entries {
            let path = entry.map_err(|error| named(folder, &error))?.path();
            let is_index = path.extension().is_some_and(|end| end == "idx");
            let is_pack = path.extension().is_some_and(|end| end == "pack");
            let Ok(metadata) = path.metadata() else { continue };
            if !metadata.is_file() && (is_pack || is_index || path.ends_with("multi-pack-index")) {
                return Err(io::Error::other(format!("{} is not a regular file", path.display())));
            }
            if is_pack {
                self.number += 1;
                self.bytes += metadata.len();
            }
            let Ok(pack) = path.with_extension("pack").metadata() else { continue };
            if let (true, Some(name)) = (is_index, path.file_name()) {
                found.push((name.to_string_lossy().into_owned(), LightPack::of(&path, pack.len())?));
            }
        }
        Ok(found)
    }

    /// Weighs the objects of a pack; tells whether none is refused.
    fn add_pack(&mut self, index: &Path, mut objects: Vec<IndexEntry>) -> io::Result<bool> {
        let path = index.with_extension("pack");
        let pack = match open_regular(&path, Links::Follow) {
            Err(error) if is_absent(&error) => return Ok(true),
            pack => pack.map_err(|error| named(&path, &error))?,
        };
        objects.sort_unstable();
        objects.dedup();
        let mut is_light = true;
        for (object, weight) in objects.iter().zip(weigh::weigh(pack, &objects, DEEPEST as usize)) {
            if let Some(refusal) = refusal(weight) {
                self.refused.insert(object.id, refusal);
                is_light = false;
            }
        }
        Ok(is_light)
    }
}

impl LightPack {
    fn of(index: &Path, bytes: u64) -> io::Result<Self> {
        let mut checksum = [0; ID];
        let read = open_regular(index, Links::Follow).and_then(|mut file| {
            file.seek(SeekFrom::End(-(ID as i64)))?;
            file.read_exact(&mut checksum)
        });
        read.map_err(|_| damaged(index))?;
        let index = Oid::from_bytes(&checksum).map_err(|_| damaged(index))?.to_string();
        Ok(Self { index, bytes })
    }
}

fn refusal(weight: Option<Weight>) -> Option<Refusal> {
    let Some(Weight { kind, depth, size, total }) = weight else { return Some(Refusal::Unreadable) };
    let limit = match kind {
        ObjectType::Tree => MOST_OF_TREE,
        ObjectType::Blob => MOST_OF_SOLUTION,
        _ => MOST_OF_COMMIT,
    };
    if size > limit {
        Some(Refusal::TooLarge { kind, size, limit })
    } else {
        (depth > DEEPEST || total > MOST_ON_THE_WAY).then_some(Refusal::TooDeep)
    }
}

fn read_index<T>(path: &Path, parse: fn(&[u8]) -> Option<T>) -> io::Result<T> {
    let bytes = read_bounded(path, MOST_OF_INDEX, Links::Follow).map_err(|error| named(path, &error))?;
    parse(&bytes).ok_or_else(|| damaged(path))
}

fn damaged(index: &Path) -> io::Error {
    io::Error::other(format!("{} is damaged", index.display()))
}
