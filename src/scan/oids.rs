//! Maps and sets by object id. The ids are hashes already: a few of their bytes serve as one.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use git2::Oid;

/// Takes the last eight bytes that it is given for their hash.
#[derive(Default)]
pub(super) struct IdHasher(u64);

impl Hasher for IdHasher {
    fn write(&mut self, bytes: &[u8]) {
        if let Some(last) = bytes.last_chunk() {
            self.0 = u64::from_le_bytes(*last);
        }
    }

    fn write_usize(&mut self, _length: usize) {}

    fn finish(&self) -> u64 {
        self.0
    }
}

pub(super) type OidMap<V> = HashMap<Oid, V, BuildHasherDefault<IdHasher>>;
pub(super) type OidSet = HashSet<Oid, BuildHasherDefault<IdHasher>>;
