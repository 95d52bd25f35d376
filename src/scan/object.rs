//! Commits and trees as git stores them: read from their bytes in place, since a scan touches every one of them and
//! keeps next to nothing.

use git2::Oid;
use memchr::memchr;

use crate::model::AuthorDate;

/// The parts of a commit that a scan wants.
pub(super) struct Commit<'a> {
    /// The tree.
    pub tree: Oid,
    /// The parents, in order.
    pub parents: Vec<Oid>,
    /// The author as written, `Name <address>`.
    pub author: &'a [u8],
    /// When the author says it was written; the epoch where that can't be read.
    pub date: AuthorDate,
    /// What follows the author: more headers, an empty line and the message.
    rest: &'a [u8],
}

impl<'a> Commit<'a> {
    /// Reads a commit's bytes; `None` where they aren't a commit.
    pub fn parse(mut text: &'a [u8]) -> Option<Self> {
        let tree = oid_of_hex(header(&mut text, b"tree ")?)?;
        let mut parents = Vec::new();
        while let Some(hex) = header(&mut text, b"parent ") {
            parents.push(oid_of_hex(hex)?);
        }
        let line = header(&mut text, b"author ").unwrap_or_default();
        let (author, date) = match line.iter().rposition(|&byte| byte == b'>') {
            Some(end) => (&line[..=end], parse_date(&line[end + 1..])),
            None => (line, parse_date(&[])),
        };
        Some(Self { tree, parents, author, date, rest: text })
    }

    /// The message. Signed commits have headers of many lines before it.
    pub fn message(&self) -> &'a [u8] {
        let end =
            self.rest.windows(2).position(|pair| pair == b"\n\n").map_or(self.rest.len(), |end| end + 2);
        &self.rest[end..]
    }
}

/// Takes the line that starts with `key` off `data`, and returns the rest of the line.
fn header<'a>(data: &mut &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    let rest = data.strip_prefix(key)?;
    let end = rest.iter().position(|&byte| byte == b'\n')?;
    *data = &rest[end + 1..];
    Some(&rest[..end])
}

/// An object id from its forty hexadecimal digits.
pub(super) fn oid_of_hex(hex: &[u8]) -> Option<Oid> {
    if hex.len() != 40 {
        return None;
    }
    let digit = |byte: u8| (byte as char).to_digit(16).map(|digit| digit as u8);
    let mut id = [0; 20];
    for (byte, pair) in id.iter_mut().zip(hex.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Oid::from_bytes(&id).ok()
}

/// Reads ` 1700000000 +0900`. Numbers that are too large stop at the end of their range.
fn parse_date(text: &[u8]) -> AuthorDate {
    let mut words = text.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let seconds = words.next().map_or(0, parse_number);
    let offset = words.next().map_or(0, parse_number);
    let offset = (offset / 100).saturating_mul(60).saturating_add(offset % 100);
    AuthorDate { seconds, offset_minutes: offset.clamp(i32::MIN.into(), i32::MAX.into()) as i32 }
}

fn parse_number(word: &[u8]) -> i64 {
    let (negative, digits) = match word {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] | digits => (false, digits),
    };
    let size = digits
        .iter()
        .map_while(|byte| (*byte as char).to_digit(10))
        .fold(0_i64, |sum, digit| sum.saturating_mul(10).saturating_add(digit.into()));
    if negative { -size } else { size }
}

/// What an entry of a tree is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EntryKind {
    /// A folder.
    Tree,
    /// A regular file, executable or not.
    File,
    /// A symbolic link or a submodule.
    Other,
}

/// An entry of a tree.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub kind: EntryKind,
    pub name: &'a [u8],
    id: &'a [u8],
    raw: &'a [u8],
}

impl Entry<'_> {
    /// The object's id.
    pub fn id(&self) -> Option<Oid> {
        Oid::from_bytes(self.id).ok()
    }

    pub fn same_object(&self, other: &Entry<'_>) -> bool {
        self.id == other.id && self.kind == other.kind
    }

    /// The order in which trees hold their entries: by name, a folder's as if it ended in `/`.
    pub fn order(&self, other: &Entry<'_>) -> std::cmp::Ordering {
        let common = self.name.len().min(other.name.len());
        let next = |entry: &Entry<'_>| match entry.name.get(common) {
            Some(&byte) => byte,
            None if entry.kind == EntryKind::Tree => b'/',
            None => 0,
        };
        self.name[..common].cmp(&other.name[..common]).then_with(|| next(self).cmp(&next(other)))
    }
}

/// How many bytes two trees begin with alike. Many at a time: it is most of what there is to do in wide folders.
fn common_prefix(a: &[u8], b: &[u8]) -> usize {
    const AT_ONCE: usize = 32;
    let (a_blocks, _) = a.as_chunks::<AT_ONCE>();
    let (b_blocks, _) = b.as_chunks::<AT_ONCE>();
    let blocks = a_blocks.iter().zip(b_blocks).take_while(|(a, b)| a == b).count();
    let start = AT_ONCE * blocks;
    start + a[start..].iter().zip(&b[start..]).take_while(|(a, b)| a == b).count()
}

/// The bytes of an object's id.
pub(super) const ID: usize = 20;

/// A tree's bytes, read entry by entry.
pub(super) struct Entries<'a>(&'a [u8]);

impl<'a> Entries<'a> {
    pub fn new(data: &'a [u8]) -> Self {
        Self(data)
    }

    /// The entry that comes next, without going on; `None` at the end, and where the bytes make no sense.
    pub fn peek(&self) -> Option<Entry<'a>> {
        let data = self.0;
        let space = data.iter().take(8).position(|&byte| byte == b' ')?;
        let kind = match &data[..space] {
            b"40000" | b"040000" => EntryKind::Tree,
            [b'1', b'0', ..] if space == 6 => EntryKind::File,
            _ => EntryKind::Other,
        };
        let name = &data[space + 1..];
        let length = memchr(0, name)?;
        let end = space + 1 + length + 1 + ID;
        let id = data.get(end - ID..end)?;
        Some(Entry { kind, name: &name[..length], id, raw: &data[..end] })
    }

    /// How long the entry is that comes next: as [`Self::peek`] has it, without reading the commonest ones.
    fn next_length(&self) -> Option<usize> {
        let start = match self.0 {
            [b'1', b'0', b'0', b'6', b'4', b'4', b' ', ..] => 7,
            [b'4', b'0', b'0', b'0', b'0', b' ', ..] => 6,
            _ => return self.peek().map(|entry| entry.raw.len()),
        };
        let end = start + memchr(0, &self.0[start..])? + 1 + ID;
        (end <= self.0.len()).then_some(end)
    }

    /// Goes past an entry that was peeked at.
    pub fn skip(&mut self, entry: &Entry<'a>) {
        self.0 = &self.0[entry.raw.len()..];
    }

    /// Goes past the entries that this tree and another begin with, byte by byte the same. Where one entry was passed in
    /// both, all that follows is often the same, and isn't read at all.
    pub fn skip_common(&mut self, other: &mut Self) {
        let same = common_prefix(self.0, other.0);
        if same == self.0.len() && same == other.0.len() {
            (self.0, other.0) = (&[], &[]);
            return;
        }
        let mut passed = 0;
        while passed < same {
            match Self(&self.0[passed..]).next_length() {
                Some(length) if passed + length <= same => passed += length,
                _ => break,
            }
        }
        self.0 = &self.0[passed..];
        other.0 = &other.0[passed..];
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.0.len()
    }

    /// Whether everything was read.
    pub fn is_done(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> (i64, i32) {
        let AuthorDate { seconds, offset_minutes } = parse_date(text.as_bytes());
        (seconds, offset_minutes)
    }

    #[test]
    fn dates_are_read_as_they_were_written_however_absurd() {
        assert_eq!(date(" 1700000000 +0900"), (1_700_000_000, 540));
        assert_eq!(date(" 1700000000 -0330"), (1_700_000_000, -210));
        assert_eq!(date(" -86400 +0000"), (-86400, 0));
        assert_eq!(date(" 99999999999999999999999 +9999"), (i64::MAX, 99 * 60 + 99));
        assert_eq!(date(" 0 +999999999999999"), (0, i32::MAX));
        assert_eq!(date(""), (0, 0));
        assert_eq!(date(" soon"), (0, 0));
    }

    #[test]
    fn a_commit_is_read_whatever_its_author_is_called() {
        let data = b"tree 0123456789012345678901234567890123456789\n\
            parent 1123456789012345678901234567890123456789\n\
            author \xff> <a> b@c> 12 +0100\ncommitter x <y> 1 +0000\ngpgsig -\n-\n\nparent of all\n";
        let commit = Commit::parse(data).unwrap();
        assert_eq!(commit.tree.to_string(), "0123456789012345678901234567890123456789");
        assert_eq!(commit.parents.len(), 1);
        assert_eq!(commit.author, b"\xff> <a> b@c>");
        assert_eq!(commit.date, AuthorDate { seconds: 12, offset_minutes: 60 });
        assert!(Commit::parse(b"tree 01\n").is_none());
        assert!(Commit::parse(b"").is_none());
    }

    #[test]
    fn a_message_begins_after_every_header_however_long() {
        let headers = "tree 0123456789012345678901234567890123456789\nauthor a <b> 1 +0000\n\
            committer x <y> 1 +0000\ngpgsig -----BEGIN\n \n line\n -----END\nencoding EUC-KR\n";
        let data = [headers.as_bytes(), b"\nSolve \xb9\xe9\r\n\nmore\n"].concat();
        assert_eq!(Commit::parse(&data).unwrap().message(), b"Solve \xb9\xe9\r\n\nmore\n");
        assert_eq!(Commit::parse(headers.as_bytes()).unwrap().message(), b"");
    }

    #[test]
    fn what_two_trees_begin_with_is_skipped_entry_by_entry() {
        let entry = |name: &str, id: u8| [b"100644 ", name.as_bytes(), b"\0", &[id; 20]].concat();
        let tree =
            |ids: [u8; 3]| ["a", "b", "c"].iter().zip(ids).flat_map(|(name, id)| entry(name, id)).collect();
        let (old, new): (Vec<u8>, Vec<u8>) = (tree([1, 2, 3]), tree([1, 2, 4]));
        let (mut olds, mut news) = (Entries::new(&old), Entries::new(&new));
        olds.skip_common(&mut news);
        assert_eq!((olds.peek().unwrap().name, news.peek().unwrap().name), (&b"c"[..], &b"c"[..]));
        let mut again = Entries::new(&new);
        Entries::new(&new).skip_common(&mut again);
        assert!(again.is_done());
    }

    #[test]
    fn an_entry_is_as_long_as_it_is_read_whatever_its_mode_is() {
        let id = [b'a'; ID];
        for start in [
            "100644 a\0",
            "100755 a\0",
            "40000 a\0",
            "040000 a\0",
            "160000 a\0",
            "100644 \0",
            "100644 ",
            "40000",
            "",
        ] {
            for data in [
                start.as_bytes().to_vec(),
                [start.as_bytes(), &id[1..]].concat(),
                [start.as_bytes(), &id, b"rest"].concat(),
            ] {
                let entries = Entries::new(&data);
                assert_eq!(entries.next_length(), entries.peek().map(|entry| entry.raw.len()), "{start:?}");
            }
        }
    }

    #[test]
    fn a_broken_tree_ends_early_and_says_so() {
        let mut entries = Entries::new(b"100644 a\0aaaaaaaaaaaaaaaaaaaa40000 b\0short");
        let first = entries.peek().unwrap();
        assert_eq!((first.kind, first.name), (EntryKind::File, &b"a"[..]));
        entries.skip(&first);
        assert!(entries.peek().is_none());
        assert!(!entries.is_done());
    }
}
