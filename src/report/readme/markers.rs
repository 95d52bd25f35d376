//! Where in a text the part lies that may be replaced.

use std::fmt;

use crate::lang::Lang;

/// A part of a README, by the word in the lines around it: `<!-- cpt:begin -->`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadmePart(&'static str);

impl ReadmePart {
    /// Where the user stands.
    pub const OWN: Self = Self("cpt");

    /// The week of the study group.
    pub const GROUP: Self = Self("cpt:group");

    /// The line before it.
    pub fn begin(self) -> String {
        format!("<!-- {self}:begin -->")
    }

    /// The line after it.
    pub fn end(self) -> String {
        format!("<!-- {self}:end -->")
    }
}

impl fmt::Display for ReadmePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// Why nothing can be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongMarkers {
    /// Nothing says where it ends.
    NoEnd {
        /// Which part.
        part: ReadmePart,
        /// The line of its beginning, counted from 1.
        begin: usize,
    },
    /// Nothing says where it begins.
    NoBegin {
        /// Which part.
        part: ReadmePart,
        /// The line of its end.
        end: usize,
    },
    /// There can be only one.
    Second {
        /// Which part.
        part: ReadmePart,
        /// The line of the first beginning.
        first: usize,
        /// The line of the other.
        second: usize,
    },
}

impl WrongMarkers {
    /// What is wrong with `file`.
    pub fn told(self, lang: Lang, file: &str) -> String {
        match self {
            Self::NoEnd { part, begin } => {
                let (from, to) = (part.begin(), part.end());
                lang.say(
                    || format!("{file}, line {begin}: `{from}` has no `{to}` after it"),
                    || format!("{file} {begin}행: `{from}` 뒤에 `{to}` 줄이 없습니다"),
                    || format!("{file} {begin}行目: `{from}` の後に `{to}` がありません"),
                )
            }
            Self::NoBegin { part, end } => {
                let (from, to) = (part.begin(), part.end());
                lang.say(
                    || format!("{file}, line {end}: `{to}` has no `{from}` before it"),
                    || format!("{file} {end}행: `{to}` 앞에 `{from}` 줄이 없습니다"),
                    || format!("{file} {end}行目: `{to}` の前に `{from}` がありません"),
                )
            }
            Self::Second { part, first, second } => {
                let from = part.begin();
                lang.say(
                    || format!("{file}, line {second}: a second `{from}`, after the one in line {first}"),
                    || format!("{file} {second}행: `{from}` 줄이 {first}행에 이미 있습니다"),
                    || format!("{file} {second}行目: `{from}` は{first}行目にすでにあります"),
                )
            }
        }
    }
}

/// Which of the two lines.
#[derive(Clone, Copy)]
enum Marker {
    Begin,
    End,
}

/// `text` with `block` (lines that end in `\n`) between the markers of `part`, each on a line of its own and in no block of code;
/// `None` where it has none. All else stays, byte for byte; the block gets the line ends of its first marker.
pub fn replaced(text: &[u8], part: ReadmePart, block: &str) -> Result<Option<Vec<u8>>, WrongMarkers> {
    let mut fence: Option<(u8, usize)> = None;
    let mut begin: Option<(usize, usize, bool)> = None;
    let mut end: Option<usize> = None;
    let mut offset = 0;
    for (number, line) in (1..).zip(text.split_inclusive(|byte| *byte == b'\n')) {
        let start = offset;
        offset += line.len();
        let content = if start == 0 { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line) } else { line };
        let indent = content.iter().take_while(|byte| **byte == b' ').count();
        let content = content.trim_ascii();
        if indent > 3 {
            continue;
        }
        match (fence, fence_of(content)) {
            (Some((byte, length)), Some((other, longer, true))) if byte == other && longer >= length => {
                fence = None;
                continue;
            }
            (None, Some((byte, length, _))) => {
                fence = Some((byte, length));
                continue;
            }
            (Some(_), _) => continue,
            (None, None) => {}
        }
        match (marker(content, part), begin, end) {
            (Some(Marker::Begin), None, _) => begin = Some((number, offset, line.ends_with(b"\r\n"))),
            (Some(Marker::Begin), Some((first, ..)), _) => {
                return Err(WrongMarkers::Second { part, first, second: number });
            }
            (Some(Marker::End), Some(_), None) => end = Some(start),
            (Some(Marker::End), ..) => return Err(WrongMarkers::NoBegin { part, end: number }),
            _ => {}
        }
    }
    match (begin, end) {
        (None, _) => Ok(None),
        (Some((begin, ..)), None) => Err(WrongMarkers::NoEnd { part, begin }),
        (Some((_, from, crlf)), Some(to)) => {
            let block = if crlf { block.replace('\n', "\r\n") } else { block.to_owned() };
            Ok(Some([&text[..from], block.as_bytes(), &text[to..]].concat()))
        }
    }
}

/// The character and the length of a fence of code, and whether nothing follows it, so that it can end one.
fn fence_of(line: &[u8]) -> Option<(u8, usize, bool)> {
    let byte = *line.first().filter(|byte| b"`~".contains(byte))?;
    let length = line.iter().take_while(|other| **other == byte).count();
    // What follows a fence of backticks has none.
    let fits = length >= 3 && (byte == b'~' || !line[length..].contains(&b'`'));
    fits.then_some((byte, length, length == line.len()))
}

/// Which marker of `part` a whole line is.
fn marker(line: &[u8], part: ReadmePart) -> Option<Marker> {
    let inner = line.strip_prefix(b"<!--")?.strip_suffix(b"-->")?;
    match std::str::from_utf8(inner.trim_ascii()).ok()?.strip_prefix(part.0)? {
        ":begin" => Some(Marker::Begin),
        ":end" => Some(Marker::End),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const OWN: ReadmePart = ReadmePart::OWN;

    fn text(text: &[u8]) -> Result<Option<String>, WrongMarkers> {
        replaced(text, OWN, "new\n").map(|new| new.map(|new| String::from_utf8_lossy(&new).into_owned()))
    }

    #[test]
    fn only_what_is_between_the_markers_changes() {
        let old = b"\xef\xbb\xbf<!-- cpt:begin -->\r\nold\nold\r\n <!--cpt:end-->\r\n\xff last";
        let new = replaced(old, OWN, "new\n").unwrap().unwrap();
        assert_eq!(new, b"\xef\xbb\xbf<!-- cpt:begin -->\r\nnew\r\n <!--cpt:end-->\r\n\xff last");
        assert_eq!(replaced(&new, OWN, "new\n").unwrap().unwrap(), new);
        assert_eq!(replaced(b"# Title\n", OWN, "new\n"), Ok(None));
        assert_eq!(replaced(b"", OWN, "new\n"), Ok(None));
    }

    #[test]
    fn each_part_has_markers_of_its_own() {
        let old = "<!-- cpt:group:begin -->\nold\n<!-- cpt:group:end -->\n<!-- cpt:begin -->\nold\n<!-- cpt:end -->\n";
        let own = replaced(old.as_bytes(), OWN, "mine\n").unwrap().unwrap();
        let both = replaced(&own, ReadmePart::GROUP, "ours\n").unwrap().unwrap();
        let want = "<!-- cpt:group:begin -->\nours\n<!-- cpt:group:end -->\n<!-- cpt:begin -->\nmine\n<!-- cpt:end -->\n";
        assert_eq!(String::from_utf8(both).unwrap(), want);
    }

    #[test]
    fn markers_that_are_shown_or_spoken_of_are_none() {
        let shown =
            "Put `<!-- cpt:begin -->` there:\n```md\n<!-- cpt:begin -->\n``\n````\n    <!-- cpt:end -->\n";
        assert_eq!(text(shown.as_bytes()), Ok(None));
        let both = format!("{shown}<!-- cpt:begin -->\n<!-- cpt:end -->");
        let new = format!("{shown}<!-- cpt:begin -->\nnew\n<!-- cpt:end -->");
        assert_eq!(text(both.as_bytes()), Ok(Some(new)));
    }

    #[test]
    fn markers_that_do_not_match_are_an_error_that_says_where() {
        assert_eq!(text(b"\n<!-- cpt:begin -->\nx"), Err(WrongMarkers::NoEnd { part: OWN, begin: 2 }));
        assert_eq!(
            text(b"<!-- cpt:end -->\n<!-- cpt:begin -->"),
            Err(WrongMarkers::NoBegin { part: OWN, end: 1 })
        );
        let twice = b"<!-- cpt:begin -->\n<!-- cpt:begin -->\n<!-- cpt:end -->\n";
        assert_eq!(text(twice), Err(WrongMarkers::Second { part: OWN, first: 1, second: 2 }));
        let again = b"<!-- cpt:begin -->\n<!-- cpt:end -->\n<!-- cpt:end -->\n";
        assert_eq!(text(again), Err(WrongMarkers::NoBegin { part: OWN, end: 3 }));
    }

    proptest! {
        #[test]
        fn whatever_is_outside_stays(before in "([a-z ~`\r]{0,9}\n){0,4}", after in "(?s).{0,30}") {
            let old = format!("{before}<!-- cpt:begin -->\nold\n<!-- cpt:end -->\n{after}");
            if let Ok(Some(new)) = replaced(old.as_bytes(), OWN, "new\n") {
                prop_assert!(new.starts_with(before.as_bytes()) && new.ends_with(after.as_bytes()));
                prop_assert_eq!(replaced(&new, OWN, "new\n").unwrap().unwrap(), new);
            }
        }
    }
}
