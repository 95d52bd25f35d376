//! Pack indexes: which object begins where in a pack.
//!
//! Source: gitformat-pack(5), "Version 1 pack-*.idx files", "Version 2 pack-*.idx files" and "multi-pack-index files".

use std::collections::HashMap;

use git2::Oid;

use crate::scan::object::ID;

const FANOUT: usize = 4 * 256;

/// Set in an offset of 31 bits that is the number of one of 64 bits.
const IS_LARGE: u32 = 1 << 31;

/// An object of a pack. By offset, as they lie there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct IndexEntry {
    /// The byte that it begins at.
    pub offset: u64,
    pub id: Oid,
}

/// What the index of one pack lists; `None` where it isn't one.
pub(super) fn entries(index: &[u8]) -> Option<Vec<IndexEntry>> {
    let (new, old) = (index.strip_prefix(b"\xfftOc\0\0\0\x02"), index);
    let (fanout, rest) = new.unwrap_or(old).split_at_checked(FANOUT)?;
    let number = number_of_objects(fanout)?;
    // A checksum is as long as an id.
    let (rest, _checksums) = rest.split_last_chunk::<{ 2 * ID }>()?;
    if new.is_none() {
        let (rows, []) = rest.as_chunks::<{ 4 + ID }>() else { return None };
        let row = |row: &[u8; 4 + ID]| {
            let (offset, id) = row.split_first_chunk()?;
            Some(IndexEntry { offset: u32::from_be_bytes(*offset).into(), id: Oid::from_bytes(id).ok()? })
        };
        return (rows.len() == number).then(|| rows.iter().map(row).collect())?;
    }
    let (ids, rest) = rest.split_at_checked(number.checked_mul(ID)?)?;
    let (_crcs, rest) = rest.split_at_checked(number.checked_mul(4)?)?;
    let (offsets, large) = rest.split_at_checked(number.checked_mul(4)?)?;
    let row = |(id, short): (&[u8; ID], &[u8; 4])| {
        Some(IndexEntry { offset: offset(*short, large)?, id: Oid::from_bytes(id).ok()? })
    };
    ids.as_chunks().0.iter().zip(offsets.as_chunks().0).map(row).collect()
}

/// What an index of several packs lists, by the names of their own indexes; `None` where it isn't one.
pub(super) fn entries_of_several(index: &[u8]) -> Option<HashMap<String, Vec<IndexEntry>>> {
    let (header, rest) = index.split_first_chunk::<12>()?;
    // The version of the format, and that of the ids, of which 1 is SHA-1.
    let (b"MIDX\x01\x01", [chunks, _bases, packs @ ..]) = header.split_at(6) else { return None };
    let packs = u32::from_be_bytes(packs.try_into().ok()?) as usize;
    let table = rest.as_chunks::<12>().0.get(..=usize::from(*chunks))?;
    let (content, _checksum) = index.split_last_chunk::<ID>()?;
    let start = |row: &[u8; 12]| row.last_chunk().map(|offset| u64::from_be_bytes(*offset));
    let chunk = |name: &[u8; 4]| {
        let rows = table.windows(2).find(|rows| rows[0].starts_with(name))?;
        let end = start(&rows[1])?.min(content.len() as u64);
        content.get(start(&rows[0])? as usize..end as usize)
    };
    let number = number_of_objects(chunk(b"OIDF")?)?;
    let (ids, []) = chunk(b"OIDL")?.as_chunks::<ID>() else { return None };
    let (places, []) = chunk(b"OOFF")?.as_chunks::<8>() else { return None };
    let names = chunk(b"PNAM")?.split(|&byte| byte == 0).take(packs);
    let names: Vec<&str> = names.map(|name| std::str::from_utf8(name).ok()).collect::<Option<_>>()?;
    if (ids.len(), places.len(), names.len()) != (number, number, packs) {
        return None;
    }
    let large = chunk(b"LOFF").unwrap_or_default();
    let mut found: HashMap<String, Vec<IndexEntry>> = HashMap::new();
    for (id, place) in ids.iter().zip(places) {
        let (pack, short) = (u32::from_be_bytes(*place.first_chunk()?), *place.last_chunk()?);
        let name = *names.get(pack as usize)?;
        let entry = IndexEntry { offset: offset(short, large)?, id: Oid::from_bytes(id).ok()? };
        found.entry(name.to_owned()).or_default().push(entry);
    }
    Some(found)
}

/// How many objects there are, from how many there are up to each first byte of an id.
fn number_of_objects(fanout: &[u8]) -> Option<usize> {
    let (counts, []) = fanout.as_chunks() else { return None };
    let is_sorted = counts.is_sorted_by_key(|count| u32::from_be_bytes(*count));
    let last = *counts.last()?;
    (counts.len() == 256 && is_sorted).then_some(u32::from_be_bytes(last) as usize)
}

fn offset(short: [u8; 4], large: &[u8]) -> Option<u64> {
    let short = u32::from_be_bytes(short);
    if short & IS_LARGE == 0 {
        return Some(short.into());
    }
    let place = (short & !IS_LARGE) as usize;
    large.as_chunks().0.get(place).map(|offset| u64::from_be_bytes(*offset))
}
