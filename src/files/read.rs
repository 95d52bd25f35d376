//! Reading with a bound: regular files only, and never more than the caller expects.
//!
//! What lies in a clone or in a folder that is shared is as others left it: a fifo that nobody writes to, a link to a
//! device that never ends, a gigabyte where a line was expected.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Whether a symbolic link may stand for the file. Links among the folders above it are followed either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// It may, and what it leads to is held to the same rules.
    Follow,
    /// It is refused, as git refuses a `.mailmap` that is one.
    Refuse,
}

/// The bytes of the regular file at `path`, at most `limit` of them.
///
/// # Errors
///
/// [`ErrorKind::FileTooLarge`] where it has more bytes than `limit`; [`ErrorKind::InvalidInput`] where it is no regular
/// file, or a link that may not be followed; else as opening and reading files fails. The words don't repeat the path.
pub fn read_bounded(path: &Path, limit: u64, links: Links) -> io::Result<Vec<u8>> {
    let file = open_regular(path, links)?;
    let size = file.metadata()?.len();
    if size > limit {
        return Err(too_large(limit));
    }
    let mut bytes = Vec::with_capacity(size as usize);
    // It may grow while it is read, and files of the kernel's say that they are empty.
    Read::take(file, limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(too_large(limit)) } else { Ok(bytes) }
}

/// Opens the regular file at `path`, for reading as much of it as the caller will.
///
/// # Errors
///
/// As [`read_bounded`], of any size.
pub fn open_regular(path: &Path, links: Links) -> io::Result<File> {
    // Looked at before it is opened: opening alone makes some devices do something.
    let before = match links {
        Links::Follow => path.metadata()?,
        Links::Refuse => path.symlink_metadata()?,
    };
    check(&before)?;
    let file = open(path, links)?;
    check(&file.metadata()?)?;
    Ok(file)
}

fn check(metadata: &Metadata) -> io::Result<()> {
    let kind = metadata.file_type();
    if kind.is_symlink() {
        Err(io::Error::new(ErrorKind::InvalidInput, "a symbolic link, which isn't followed here"))
    } else if !kind.is_file() {
        let what = if kind.is_dir() { "a folder, not a file" } else { "not a regular file" };
        Err(io::Error::new(ErrorKind::InvalidInput, what))
    } else {
        Ok(())
    }
}

fn too_large(limit: u64) -> io::Error {
    let shown = if limit >= 1 << 20 { format!("{} MiB", limit >> 20) } else { format!("{limit} bytes") };
    io::Error::new(
        ErrorKind::FileTooLarge,
        format!("larger than {shown}, the most that is read of such a file"),
    )
}

/// Opens without waiting, so that a fifo that was put there meanwhile is noticed and not waited for.
#[cfg(unix)]
fn open(path: &Path, links: Links) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;

    let no_follow = if links == Links::Refuse { libc::O_NOFOLLOW } else { 0 };
    OpenOptions::new().read(true).custom_flags(libc::O_NONBLOCK | no_follow).open(path)
}

#[cfg(not(unix))]
fn open(path: &Path, _links: Links) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(result: io::Result<Vec<u8>>) -> ErrorKind {
        result.unwrap_err().kind()
    }

    #[test]
    fn a_regular_file_is_read_up_to_the_limit_and_not_beyond() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("file");
        std::fs::write(&path, [7; 10]).unwrap();
        assert_eq!(read_bounded(&path, 10, Links::Refuse).unwrap(), [7; 10]);
        let error = read_bounded(&path, 9, Links::Refuse).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::FileTooLarge);
        assert_eq!(error.to_string(), "larger than 9 bytes, the most that is read of such a file");
        // Sparse: nothing of it is on the disk.
        File::create(&path).unwrap().set_len(1 << 40).unwrap();
        assert_eq!(kind(read_bounded(&path, 1 << 20, Links::Follow)), ErrorKind::FileTooLarge);
        assert_eq!(kind(read_bounded(dir.path(), 10, Links::Follow)), ErrorKind::InvalidInput);
        assert_eq!(kind(read_bounded(&dir.path().join("none"), 10, Links::Follow)), ErrorKind::NotFound);
    }

    #[cfg(unix)]
    #[test]
    fn neither_a_fifo_nor_a_link_that_may_not_be_followed_is_opened() {
        use std::os::unix::fs::symlink;

        let dir = tempfile::tempdir().unwrap();
        let [fifo, file, link, to_fifo, torn] =
            ["fifo", "file", "link", "to-fifo", "torn"].map(|name| dir.path().join(name));
        nix::unistd::mkfifo(&fifo, nix::sys::stat::Mode::S_IRWXU).unwrap();
        std::fs::write(&file, "text").unwrap();
        symlink(&file, &link).unwrap();
        symlink(&fifo, &to_fifo).unwrap();
        symlink(dir.path().join("nowhere"), &torn).unwrap();
        for links in [Links::Follow, Links::Refuse] {
            assert_eq!(kind(read_bounded(&fifo, 10, links)), ErrorKind::InvalidInput);
            assert_eq!(kind(read_bounded(&to_fifo, 10, links)), ErrorKind::InvalidInput);
        }
        assert_eq!(read_bounded(&link, 10, Links::Follow).unwrap(), b"text");
        assert_eq!(kind(read_bounded(&link, 10, Links::Refuse)), ErrorKind::InvalidInput);
        assert_eq!(kind(read_bounded(&torn, 10, Links::Follow)), ErrorKind::NotFound);
        assert_eq!(kind(read_bounded(&torn, 10, Links::Refuse)), ErrorKind::InvalidInput);
    }
}
