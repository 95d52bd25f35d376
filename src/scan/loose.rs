//! Loose objects: the files that hold one object each.
//!
//! libgit2 reads a truncated one for ever (its issue 7342), writes beyond its buffer where an object is longer than it
//! says (7177), and fills up one that is shorter with zeros. So these files are read here, and libgit2 reads packs.
//!
//! Source: gitformat-loose(5).

use std::io::{self, BufRead, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use flate2::bufread::ZlibDecoder;
use git2::{ObjectType, Oid};

use super::objects::Unreadable;
use crate::files::{Links, open_regular, read_bounded};

/// The most bytes of a list of alternates, and how many lists may lead on from each other; the latter as in git.
const ALTERNATES: u64 = 1 << 20;
const MAX_DEPTH: usize = 5;

/// The most bytes of `commit 123` and the NUL after it.
const MAX_HEADER: usize = 32;

/// An object of up to so many bytes is read whole, so that it can be checked, where only its beginning is asked for.
const MOST_OF_SMALL: u64 = 1 << 20;

/// What is read of a file whose object's first bytes are asked for.
const BUFFER: usize = 4096;

/// Where loose objects are.
pub(super) struct LooseObjects {
    /// The folder with the objects, and after it those that it names as alternates.
    folders: Vec<PathBuf>,
    /// The objects by the first byte of their ids, sorted; listed when the first of them is asked for.
    listed: Box<[OnceLock<List>; 256]>,
}

/// The folder that an object lies in, and its id.
type Listed = (Oid, usize);

/// What lies in the folders for one first byte, or why that can't be told.
type List = Result<Vec<Listed>, String>;

impl LooseObjects {
    pub fn new(folder: &Path) -> Result<Self, Unreadable> {
        let mut folders = Vec::new();
        add_with_alternates(folder, 0, &mut folders)?;
        Ok(Self { folders, listed: Box::new([const { OnceLock::new() }; 256]) })
    }

    /// The folder with the objects, and after it those that it names as alternates.
    pub fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// The object, `limit` bytes at most; nothing where it isn't a loose one.
    pub fn read(&self, id: Oid, limit: u64) -> Option<Result<(ObjectType, Vec<u8>), Unreadable>> {
        let path = match self.find(id)? {
            Ok(path) => path,
            Err(why) => return Some(Err(why)),
        };
        match whole(&path, limit) {
            // Packed meanwhile.
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Ok((kind, data)) if Oid::hash_object(kind, &data) == Ok(id) => Some(Ok((kind, data))),
            Ok(_) => Some(Err(Unreadable::damaged(id, "its content is another object's"))),
            Err(error) => Some(Err(Unreadable::damaged(id, error))),
        }
    }

    /// The kind of the object and its first bytes: `most` of a large one, which are not checked against its id.
    pub fn read_start(&self, id: Oid, most: u64) -> Option<Result<(ObjectType, Vec<u8>), Unreadable>> {
        let path = match self.find(id)? {
            Ok(path) => path,
            Err(why) => return Some(Err(why)),
        };
        match start(&path, most) {
            Ok(None) => self.read(id, MOST_OF_SMALL),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Ok(Some(read)) => Some(Ok(read)),
            Err(error) => Some(Err(Unreadable::damaged(id, error))),
        }
    }

    fn find(&self, id: Oid) -> Option<Result<PathBuf, Unreadable>> {
        let first = usize::from(*id.as_bytes().first()?);
        let listed = match self.listed[first].get_or_init(|| self.list(first)) {
            Ok(listed) => listed,
            Err(why) => return Some(Err(Unreadable::new(why.clone()))),
        };
        let place = listed.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        let hex = id.to_string();
        Some(Ok(self.folders[listed[place].1].join(&hex[..2]).join(&hex[2..])))
    }

    fn list(&self, first: usize) -> List {
        let mut listed: Vec<Listed> = Vec::new();
        for (place, folder) in self.folders.iter().enumerate() {
            let folder = folder.join(format!("{first:02x}"));
            let failed = |error: io::Error| format!("{}: {error}", folder.display());
            let entries = match folder.read_dir() {
                Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                    continue;
                }
                entries => entries.map_err(failed)?,
            };
            for entry in entries {
                let name = entry.map_err(failed)?.file_name();
                let hex = [format!("{first:02x}").as_bytes(), name.as_encoded_bytes()].concat();
                listed.extend(super::object::oid_of_hex(&hex).map(|id| (id, place)));
            }
        }
        listed.sort_unstable();
        listed.dedup_by_key(|(id, _)| *id);
        Ok(listed)
    }
}

/// Adds a folder of objects and those that it borrows from.
fn add_with_alternates(folder: &Path, depth: usize, folders: &mut Vec<PathBuf>) -> Result<(), Unreadable> {
    if depth > MAX_DEPTH || folders.iter().any(|known| known == folder) {
        return Ok(());
    }
    folders.push(folder.to_owned());
    let list = folder.join("info/alternates");
    let text = match read_bounded(&list, ALTERNATES, Links::Follow) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(()),
        read => read.map_err(|error| Unreadable::new(format!("{}: {error}", list.display())))?,
    };
    let lines = text.split(|byte| b"\r\n".contains(byte));
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with(b"#")) {
        let Ok(line) = std::str::from_utf8(line) else { continue };
        add_with_alternates(&folder.join(line), depth + 1, folders)?;
    }
    Ok(())
}

fn whole(path: &Path, limit: u64) -> io::Result<(ObjectType, Vec<u8>)> {
    // What zlib can't compress grows by less than a thousandth.
    let file = read_bounded(path, limit + limit / 1000 + 64, Links::Follow)?;
    let mut decoder = ZlibDecoder::new(&file[..]);
    let (kind, size) = header(&mut decoder)?;
    if size > limit {
        return Err(too_large(size, limit));
    }
    let mut data = Vec::new();
    // One byte more than there should be: the checksum at the end is read only where everything is.
    Read::take(&mut decoder, size + 1).read_to_end(&mut data)?;
    if data.len() as u64 != size {
        return Err(io::Error::other("its content is not as long as it says"));
    }
    if decoder.into_inner().is_empty() {
        Ok((kind, data))
    } else {
        Err(io::Error::other("bytes follow its end"))
    }
}

/// The first bytes of a large object; nothing where it is a small one.
fn start(path: &Path, most: u64) -> io::Result<Option<(ObjectType, Vec<u8>)>> {
    let file = BufReader::with_capacity(BUFFER, open_regular(path, Links::Follow)?);
    let mut decoder = ZlibDecoder::new(file);
    let (kind, size) = header(&mut decoder)?;
    if size <= MOST_OF_SMALL {
        return Ok(None);
    }
    let mut data = Vec::new();
    Read::take(decoder, most).read_to_end(&mut data)?;
    if data.len() as u64 == most { Ok(Some((kind, data))) } else { Err(io::Error::other("it ends early")) }
}

/// Reads the kind and the size.
fn header<R: BufRead>(decoder: &mut ZlibDecoder<R>) -> io::Result<(ObjectType, u64)> {
    let mut header = [0; MAX_HEADER];
    for end in 0..MAX_HEADER {
        decoder.read_exact(&mut header[end..=end])?;
        if header[end] == 0 {
            return parse_header(&header[..end]).ok_or_else(no_header);
        }
    }
    Err(no_header())
}

fn no_header() -> io::Error {
    io::Error::other("it doesn't begin as an object does")
}

fn parse_header(header: &[u8]) -> Option<(ObjectType, u64)> {
    let (kind, size) = std::str::from_utf8(header).ok()?.split_once(' ')?;
    let kind = match kind {
        "commit" => ObjectType::Commit,
        "tree" => ObjectType::Tree,
        "blob" => ObjectType::Blob,
        "tag" => ObjectType::Tag,
        _ => return None,
    };
    let plain = size.bytes().all(|byte| byte.is_ascii_digit());
    size.parse().ok().filter(|_| plain).map(|size| (kind, size))
}

pub(super) fn too_large(size: u64, limit: u64) -> io::Error {
    io::Error::other(format!("it has {size} bytes, and at most {limit} are read of one of its kind"))
}
