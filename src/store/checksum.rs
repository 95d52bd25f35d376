//! Checksums: what is read is what was kept.

use sha2::{Digest, Sha256};

/// The SHA-256 of these parts, each with its length.
pub(super) fn checksum(parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}
