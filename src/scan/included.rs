//! The files that a repository's configuration includes, looked at before libgit2 reads them: it waits for a fifo, and
//! reads files again for each time that they are included.
//!
//! Source: git-config(1), "Syntax" and "Includes".

use std::io::{self, ErrorKind};
use std::path::Path;

use super::location::{MOST_OF_CONFIG, named};
use crate::files::{Links, read_bounded};

/// The key of an include, whatever its section: a section that is no include may have it, too, and what that names is
/// looked at in vain.
const KEY: &[u8] = b"path";

/// How many files may include each other in a row, as in git.
const MAX_DEPTH: usize = 10;

/// How many files a configuration may include, each as often as it is included.
const MOST_INCLUDED: usize = 500;

/// Holds a configuration and every file that it includes to being regular files of the size of configurations. Files
/// below the user's own home directory (`~/`) are the user's.
///
/// # Errors
///
/// Where one is no regular file or too large, and where there are too many. The words name the file.
pub(super) fn check(config: &Path) -> io::Result<()> {
    check_below(config, 0, &mut 0)
}

fn check_below(config: &Path, depth: usize, seen: &mut usize) -> io::Result<()> {
    *seen += 1;
    if *seen > MOST_INCLUDED {
        return Err(io::Error::other(format!("{} includes too many files", config.display())));
    }
    let text = match read_bounded(config, MOST_OF_CONFIG, Links::Follow) {
        Ok(text) => text,
        // git goes on without it, and libgit2 says what is wrong with the rest.
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::FileTooLarge) => {
            return if config.is_dir() { Ok(()) } else { Err(named(config, &error)) };
        }
        Err(_) => return Ok(()),
    };
    if depth >= MAX_DEPTH {
        return Ok(());
    }
    let dir = config.parent().unwrap_or(Path::new(""));
    for included in paths(&text) {
        if !included.starts_with("~/") {
            check_below(&dir.join(included), depth + 1, seen)?;
        }
    }
    Ok(())
}

/// The values of every key `path` in the text of a configuration.
fn paths(text: &[u8]) -> impl Iterator<Item = String> {
    let is_key =
        |at: &usize| text[*at..].len() > KEY.len() && text[*at..][..KEY.len()].eq_ignore_ascii_case(KEY);
    (0..text.len()).filter(is_key).filter_map(|at| {
        let rest = text[at + KEY.len()..].trim_ascii_start();
        Some(value(rest.strip_prefix(b"=")?))
    })
}

/// A value as the configuration means it: unquoted, its escapes and continued lines resolved.
fn value(text: &[u8]) -> String {
    let (mut value, mut quoted) = (Vec::new(), false);
    let mut bytes = text.trim_ascii_start().iter().copied();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\n' => break,
            b'#' | b';' if !quoted => break,
            b'"' => quoted = !quoted,
            b'\\' => match bytes.next() {
                Some(b'\n') | None => {}
                Some(b'\r') => _ = bytes.next(),
                Some(b'n') => value.push(b'\n'),
                Some(b't') => value.push(b'\t'),
                Some(b'b') => value.push(8),
                Some(other) => value.push(other),
            },
            other => value.push(other),
        }
    }
    String::from_utf8_lossy(value.trim_ascii_end()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        paths(text.as_bytes()).collect()
    }

    #[test]
    fn an_include_is_found_however_it_is_written() {
        assert_eq!(found("[include]\n\tpath = a\n"), ["a"]);
        assert_eq!(found("[INCLUDE] PATH=a b # c\n"), ["a b"]);
        assert_eq!(found("[includeIf \"gitdir:/\"]\r\npath = \"a;b\\\\\\\"\" \r\n"), ["a;b\\\""]);
        assert_eq!(found("[x]\ny = \\\n[x]\n[include]\npath = /a/\\\nb"), ["/a/b"]);
        assert_eq!(found("[include]\npathological = a\npath\nmypath"), [""; 0]);
        assert_eq!(found("path"), [""; 0]);
    }

    #[test]
    fn files_that_include_each_other_again_and_again_are_too_many() {
        let dir = tempfile::tempdir().unwrap();
        for level in 0..9 {
            let text = format!("[include]\npath = {}\n", level + 1).repeat(20);
            std::fs::write(dir.path().join(level.to_string()), text).unwrap();
        }
        let error = check(&dir.path().join("0")).unwrap_err().to_string();
        assert!(error.ends_with("includes too many files"), "{error}");
        std::fs::write(dir.path().join("self"), "[include]\npath = self\npath = missing\npath = .\n")
            .unwrap();
        assert!(check(&dir.path().join("self")).is_ok());
    }
}
