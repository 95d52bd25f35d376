//! What unpacking each object of a pack would take, told from the objects' headers.
//!
//! An object is stored whole, or as a delta: what to copy from another object of the pack, its base, and what to put in
//! between. A delta says in its first bytes how long its result is; they are inflated only where no delta of that length
//! on that base is sure to be short.
//!
//! Source: gitformat-pack(5).

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use flate2::{Decompress, FlushDecompress, Status};
use git2::{ObjectType, Oid};

use super::index::IndexEntry;
use crate::scan::object::ID;

/// No delta is inflated to learn how long its result is where that is at most this, in bytes.
const SHORT: u64 = 1 << 20;

/// The bytes that one operation of a delta can copy.
const MOST_COPIED: u64 = (1 << 24) - 1;

/// The first bytes of a delta: two numbers of up to ten bytes.
const DELTA_HEADER: usize = 20;

/// No more compressed bytes than this are read for them: they may be preceded by any number of empty blocks.
const MOST_DEFLATED: u64 = 64 << 10;

/// What unpacking an object takes, in bytes at most.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weight {
    pub kind: ObjectType,
    /// How many deltas it is made of.
    pub depth: u32,
    /// Its own length.
    pub size: u64,
    /// Everything on the way to it: its bases and the deltas.
    pub total: u64,
}

#[derive(Clone, Copy)]
enum State {
    Weighed(Weight),
    /// A delta whose base isn't weighed yet.
    On {
        base: usize,
        delta: u64,
        size: u64,
    },
    Unreadable,
}

impl Weight {
    /// The longest result that a delta of so many bytes can have.
    fn longest_result(&self, delta: u64) -> u64 {
        // A copy is a byte, and the bytes of the length that aren't zero; without any it is 64 KiB.
        let (operation, copied) = match self.size {
            ..256 => (2, self.size),
            256..0x1_0000 => (3, self.size),
            _ => (1, self.size.min(MOST_COPIED)),
        };
        delta.saturating_add((delta / operation).saturating_mul(copied))
    }

    fn with_delta(self, delta: u64, size: u64) -> Self {
        let total = self.total.saturating_add(delta).saturating_add(size);
        Self { depth: self.depth.saturating_add(1), size, total, ..self }
    }
}

/// Weighs the objects of a pack, which are sorted, each once; `None` for what can't be unpacked: a delta on something that
/// is no object of the pack or, in the end, on itself; an object that is cut off. No chain of more than `deepest` deltas
/// is followed.
pub(super) fn weigh(pack: File, objects: &[IndexEntry], deepest: usize) -> Vec<Option<Weight>> {
    let mut pack = Pack {
        file: BufReader::with_capacity(32 << 10, pack),
        at: 0,
        inflater: Decompress::new(true),
        objects,
        by_id: Vec::new(),
    };
    let mut states: Vec<State> = Vec::with_capacity(objects.len());
    for object in objects {
        let state = pack.weigh(object.offset, &states);
        // An error of the disk is one of this object's: nothing is unpacked that wasn't weighed.
        states.push(state.ok().flatten().unwrap_or(State::Unreadable));
    }
    for place in 0..states.len() {
        settle(&mut states, place, deepest);
    }
    let weight = |state| match state {
        State::Weighed(weight) => Some(weight),
        State::On { .. } | State::Unreadable => None,
    };
    states.into_iter().map(weight).collect()
}

/// Weighs a delta whose base wasn't weighed before it, and those on the way to an object that is.
fn settle(states: &mut [State], place: usize, deepest: usize) {
    let mut chain = Vec::new();
    let mut end = place;
    while let State::On { base, .. } = states[end] {
        chain.push(end);
        end = base;
        if chain.len() > deepest {
            // So long, or a circle.
            for place in chain {
                states[place] = State::Unreadable;
            }
            return;
        }
    }
    for place in chain.into_iter().rev() {
        states[place] = match (states[place], states[end]) {
            (State::On { delta, size, .. }, State::Weighed(base)) => {
                State::Weighed(base.with_delta(delta, size))
            }
            _ => State::Unreadable,
        };
        end = place;
    }
}

struct Pack<'o> {
    file: BufReader<File>,
    /// Where the next byte of `file` lies.
    at: u64,
    inflater: Decompress,
    objects: &'o [IndexEntry],
    /// The objects by id, once a delta names its base by it.
    by_id: Vec<IndexEntry>,
}

impl Pack<'_> {
    /// Weighs the object at `offset`, of which those before it are weighed; nothing where it isn't one.
    fn weigh(&mut self, offset: u64, before: &[State]) -> io::Result<Option<State>> {
        self.go_to(offset)?;
        let (kind, size) = self.header()?;
        let base = match kind {
            1 => return Ok(Some(whole(ObjectType::Commit, size))),
            2 => return Ok(Some(whole(ObjectType::Tree, size))),
            3 => return Ok(Some(whole(ObjectType::Blob, size))),
            4 => return Ok(Some(whole(ObjectType::Tag, size))),
            6 => self.distance()?.and_then(|distance| offset.checked_sub(distance)),
            7 => self.offset_of_base()?,
            _ => None,
        };
        let Some(base) = base.and_then(|offset| self.place(offset)) else { return Ok(None) };
        Ok(Some(match before.get(base) {
            Some(State::Weighed(base)) => {
                let longest = base.longest_result(size);
                let longest = if longest <= SHORT { longest } else { self.result_size()? };
                State::Weighed(base.with_delta(size, longest))
            }
            Some(State::Unreadable) => State::Unreadable,
            Some(State::On { .. }) | None => State::On { base, delta: size, size: self.result_size()? },
        }))
    }

    /// The place of what begins at `offset`.
    fn place(&self, offset: u64) -> Option<usize> {
        let place = self.objects.partition_point(|object| object.offset < offset);
        self.objects.get(place).filter(|object| object.offset == offset).map(|_| place)
    }

    /// Where the base begins that a delta names by its id; nothing where that isn't one place.
    fn offset_of_base(&mut self) -> io::Result<Option<u64>> {
        let mut id = [0; ID];
        self.read(&mut id)?;
        let Ok(id) = Oid::from_bytes(&id) else { return Ok(None) };
        if self.by_id.is_empty() {
            self.by_id = self.objects.to_vec();
            self.by_id.sort_unstable_by_key(|object| object.id);
        }
        let first = self.by_id.partition_point(|object| object.id < id);
        let same = self.by_id[first..].iter().take_while(|object| object.id == id);
        let mut offsets = same.map(|object| object.offset);
        let offset = offsets.next();
        Ok(offset.filter(|_| offsets.next().is_none()))
    }

    fn go_to(&mut self, offset: u64) -> io::Result<()> {
        let signed = i64::try_from(offset).map_err(|_| io::ErrorKind::InvalidData)?;
        self.file.seek_relative(signed - self.at.cast_signed())?;
        self.at = offset;
        Ok(())
    }

    fn read(&mut self, bytes: &mut [u8]) -> io::Result<()> {
        self.file.read_exact(bytes)?;
        self.at += bytes.len() as u64;
        Ok(())
    }

    fn byte(&mut self) -> io::Result<u8> {
        let mut byte = [0];
        self.read(&mut byte)?;
        Ok(byte[0])
    }

    /// The kind of an object, as a number, and the length of what is stored.
    fn header(&mut self) -> io::Result<(u8, u64)> {
        let mut byte = self.byte()?;
        let kind = byte >> 4 & 7;
        let (mut size, mut shift) = (u64::from(byte & 15), 4);
        while byte & 0x80 != 0 {
            byte = self.byte()?;
            size = with_bits(size, byte, shift).ok_or(io::ErrorKind::InvalidData)?;
            shift += 7;
        }
        Ok((kind, size))
    }

    /// How far before a delta its base begins.
    fn distance(&mut self) -> io::Result<Option<u64>> {
        let mut byte = self.byte()?;
        let mut distance = u64::from(byte & 0x7f);
        while byte & 0x80 != 0 {
            byte = self.byte()?;
            let Some(more) = (distance + 1).checked_mul(1 << 7) else { return Ok(None) };
            distance = more + u64::from(byte & 0x7f);
        }
        Ok(Some(distance).filter(|distance| *distance > 0))
    }

    /// The length of a delta's result, by its own words.
    fn result_size(&mut self) -> io::Result<u64> {
        self.inflater.reset(true);
        let mut header = [0; DELTA_HEADER];
        loop {
            let (read, written) = (self.inflater.total_in(), self.inflater.total_out());
            let input = self.file.fill_buf()?;
            let unfilled = &mut header[written as usize..];
            let status = self.inflater.decompress(input, unfilled, FlushDecompress::None)?;
            let used = self.inflater.total_in() - read;
            self.file.consume(used as usize);
            self.at += used;
            let is_full = self.inflater.total_out() == DELTA_HEADER as u64;
            if is_full || status == Status::StreamEnd {
                break;
            }
            if used == 0 || self.inflater.total_in() > MOST_DEFLATED {
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
        let mut header = header[..self.inflater.total_out() as usize].iter();
        let _base = number(&mut header);
        number(&mut header).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }
}

fn whole(kind: ObjectType, size: u64) -> State {
    State::Weighed(Weight { kind, depth: 0, size, total: size })
}

/// A number in groups of seven bits, the lowest first.
fn number<'b>(bytes: &mut impl Iterator<Item = &'b u8>) -> Option<u64> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = *bytes.next()?;
        number = with_bits(number, byte, shift)?;
        shift += 7;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
}

/// `number` with the lower seven bits of a byte put in at `shift`, where they fit.
fn with_bits(number: u64, byte: u8, shift: u32) -> Option<u64> {
    let bits = u64::from(byte & 0x7f);
    let shifted = bits.checked_shl(shift)?;
    (shifted >> shift == bits).then_some(number | shifted)
}
