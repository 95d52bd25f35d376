//! Files that are written whole or not at all, and are on the disk before they stand for what was there before.

use std::fs::{self, Metadata, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::read::{Links, read_bounded};

/// What the names of temporary files begin with, and how many random letters and digits follow.
const PREFIX: &str = ".cpt-";
const RANDOM: usize = 6;

/// Whether a file that is there may be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It may; its permissions stay.
    Replace,
    /// It is an error that something is there.
    Keep,
}

/// Writes `bytes` to `file`, whose folder exists, by way of a temporary file beside it that is flushed to the disk and
/// then renamed.
///
/// # Errors
///
/// [`ErrorKind::InvalidInput`] where something else than a regular file is there: neither a link nor a device is ever
/// replaced. Else as writing and renaming fail. The words don't repeat the path.
pub fn atomic_write(file: &Path, bytes: &[u8], existing: Existing) -> io::Result<()> {
    Staged::new(file, bytes, existing)?.put()?;
    sync_dir(dir_of(file))
}

/// A file that is on the disk, but not in its place yet. Taken away again where it is never put there.
pub struct Staged<'a> {
    new: NamedTempFile,
    file: &'a Path,
    existing: Existing,
}

impl<'a> Staged<'a> {
    fn new(file: &'a Path, bytes: &[u8], existing: Existing) -> io::Result<Self> {
        let old = file.symlink_metadata().ok();
        if let Some(old) = old.as_ref().filter(|old| !old.is_file()) {
            return Err(no_file(old));
        }
        let mut new = temporary(dir_of(file))?;
        new.write_all(bytes)?;
        if let (Existing::Replace, Some(old)) = (existing, old) {
            new.as_file().set_permissions(old.permissions())?;
        }
        new.as_file().sync_all()?;
        Ok(Self { new, file, existing })
    }

    /// Puts it where it belongs; [`sync_dir`] makes that last.
    ///
    /// # Errors
    ///
    /// As renaming fails.
    pub fn put(self) -> io::Result<()> {
        let Self { new, file, existing } = self;
        let kept = match existing {
            Existing::Replace => new.persist(file),
            Existing::Keep => new.persist_noclobber(file),
        };
        kept.map(drop).map_err(|error| error.error)
    }
}

/// The folder of a file.
fn dir_of(file: &Path) -> &Path {
    file.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The first half of [`write_changed`], for files of which many are written at once: `None` where the content is what is
/// there.
///
/// # Errors
///
/// As [`write_changed`].
pub fn stage_changed<'a>(file: &'a Path, bytes: &[u8]) -> io::Result<Option<Staged<'a>>> {
    if read_bounded(file, bytes.len() as u64, Links::Refuse).is_ok_and(|old| old == bytes) {
        return Ok(None);
    }
    if let Some(dir) = file.parent() {
        fs::create_dir_all(dir).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists | ErrorKind::NotADirectory => {
                io::Error::new(error.kind(), format!("{} is a file, no folder", dir.display()))
            }
            _ => error,
        })?;
    }
    Staged::new(file, bytes, Existing::Replace).map(Some)
}

/// [`atomic_write`] where the content is another than what is there, with the folders on the way; tells whether it
/// wrote.
///
/// # Errors
///
/// As [`atomic_write`], and as making folders fails.
pub fn write_changed(file: &Path, bytes: &[u8]) -> io::Result<bool> {
    let Some(staged) = stage_changed(file, bytes)? else { return Ok(false) };
    staged.put()?;
    sync_dir(dir_of(file)).map(|()| true)
}

/// [`write_changed`] for a place that the user named: a link leads to what is written, and devices and pipes are
/// written to as they are.
///
/// # Errors
///
/// As [`atomic_write`], and for a pipe that nobody reads.
pub fn write_to(place: &Path, bytes: &[u8]) -> io::Result<bool> {
    match place.metadata() {
        Ok(there) if there.is_file() => write_changed(&place.canonicalize()?, bytes),
        Ok(there) if is_stream(&there) => pour(place, bytes).map(|()| true),
        Ok(there) => Err(no_file(&there)),
        // Nothing there, or a link to nothing, which is refused.
        Err(_) => write_changed(place, bytes),
    }
}

/// Takes away what writers that were killed left in `dir`: temporary files of ours that nobody holds any more.
pub fn sweep(dir: &Path) {
    let is_ours = |name: &str| {
        let random = name.strip_prefix(PREFIX).map(str::as_bytes);
        random.is_some_and(|random| random.len() == RANDOM && random.iter().all(u8::is_ascii_alphanumeric))
    };
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_file && entry.file_name().to_str().is_some_and(is_ours) {
            let held = OpenOptions::new().read(true).open(entry.path());
            if held.as_ref().is_ok_and(|file| file.try_lock().is_ok()) {
                // What can't be taken away stays for another time.
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// A new file of ours in `dir`, locked, so that [`sweep`] leaves it alone.
fn temporary(dir: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What any new file has before the umask; the library's own choice hides the file from others.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.prefix(PREFIX).rand_bytes(RANDOM);
    loop {
        // The library's error would name the temporary file, which nobody knows.
        let new = builder.tempfile_in(dir).map_err(|error| io::Error::from(error.kind()))?;
        let swept = match new.as_file().try_lock() {
            Ok(()) => !new.path().exists(),
            Err(TryLockError::WouldBlock) => true,
            // Some network drives have no locks, and there nothing is swept either.
            Err(TryLockError::Error(_)) => false,
        };
        if !swept {
            return Ok(new);
        }
    }
}

/// Brings the names in a folder to the disk, as far as its file system can.
///
/// # Errors
///
/// As opening and flushing the folder fails.
pub fn sync_dir(dir: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    let synced = OpenOptions::new().read(true).open(dir).and_then(|dir| dir.sync_all());
    match synced.map_err(|error| (error.kind(), error)) {
        Err((kind, error))
            if !matches!(
                kind,
                ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied
            ) =>
        {
            Err(error)
        }
        _ => Ok(()),
    }
}

/// What is there instead of a file.
fn no_file(there: &Metadata) -> io::Error {
    let kind = there.file_type();
    let what = if kind.is_symlink() {
        "it's a symbolic link, which cpt neither follows nor replaces"
    } else if kind.is_dir() {
        "it's a directory"
    } else {
        "it isn't a regular file"
    };
    io::Error::new(ErrorKind::InvalidInput, what)
}

#[cfg(unix)]
fn is_stream(there: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let kind = there.file_type();
    kind.is_char_device() || kind.is_fifo()
}

#[cfg(not(unix))]
fn is_stream(_there: &Metadata) -> bool {
    false
}

/// Writes to a device or a pipe as it is. Opened without waiting: nobody may ever come to read a pipe.
#[cfg(unix)]
fn pour(place: &Path, bytes: &[u8]) -> io::Result<()> {
    use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
    use std::os::unix::fs::OpenOptionsExt;

    let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    let opened = OpenOptions::new().write(true).custom_flags(flags.bits().cast_signed()).open(place);
    let mut stream: fs::File = opened.map_err(|error| match error.raw_os_error() {
        Some(code) if code == rustix::io::Errno::NXIO.raw_os_error() => {
            io::Error::new(ErrorKind::BrokenPipe, "nothing is reading this pipe")
        }
        _ => error,
    })?;
    fcntl_setfl(&stream, fcntl_getfl(&stream)? - OFlags::NONBLOCK)?;
    stream.write_all(bytes)
}

#[cfg(not(unix))]
fn pour(_place: &Path, _bytes: &[u8]) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(dir: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(dir)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_whole_or_kept() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a/b/file");
        assert!(write_changed(&file, b"one").unwrap());
        assert!(!write_changed(&file, b"one").unwrap());
        assert!(write_changed(&file, b"two and more").unwrap());
        assert_eq!(
            atomic_write(&file, b"three", Existing::Keep).unwrap_err().kind(),
            ErrorKind::AlreadyExists
        );
        assert_eq!(fs::read(&file).unwrap(), b"two and more");
        assert_eq!(names(file.parent().unwrap()), ["file"]);
        assert_eq!(write_changed(&file.join("x"), b"").unwrap_err().kind(), ErrorKind::AlreadyExists);
        assert_eq!(write_to(dir.path(), b"").unwrap_err().to_string(), "it's a directory");
    }

    #[test]
    fn what_killed_writers_left_is_swept_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let others = [".cpt", ".cpt-", ".cpt-notes.txt", ".cpt-1234567", "cpt-123456"];
        for name in others.iter().chain([".cpt-aB3xyZ", ".cpt-000000"].iter()) {
            fs::write(dir.path().join(name), "").unwrap();
        }
        fs::create_dir(dir.path().join(".cpt-folder")).unwrap();
        let held = temporary(dir.path()).unwrap();
        let name = held.path().file_name().unwrap().to_str().unwrap().to_owned();
        sweep(dir.path());
        let mut left = [&others[..], &[".cpt-folder", &name]].concat();
        left.sort_unstable();
        assert_eq!(names(dir.path()), left);
        held.persist(dir.path().join("file")).unwrap();
        sweep(&dir.path().join("nowhere"));
    }

    #[cfg(unix)]
    #[test]
    fn neither_links_nor_fifos_nor_sockets_are_replaced() {
        use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};

        let dir = tempfile::tempdir().unwrap();
        let [fifo, socket, file, link, torn] =
            ["fifo", "socket", "file", "link", "torn"].map(|name| dir.path().join(name));
        nix::unistd::mkfifo(&fifo, nix::sys::stat::Mode::S_IRWXU).unwrap();
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("file", &link).unwrap();
        symlink("nowhere", &torn).unwrap();
        for place in [&fifo, &socket, &link, &torn] {
            for existing in [Existing::Replace, Existing::Keep] {
                let refused = atomic_write(place, b"new", existing).unwrap_err();
                assert_eq!(refused.kind(), ErrorKind::InvalidInput, "{}", place.display());
            }
        }
        // Of those that the user names, links are followed and pipes written to.
        assert_eq!(write_to(&fifo, b"new").unwrap_err().to_string(), "nothing is reading this pipe");
        for place in [&socket, &torn] {
            assert_eq!(write_to(place, b"new").unwrap_err().kind(), ErrorKind::InvalidInput);
        }
        assert!(write_to(&link, b"new").unwrap());
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o640);
        let much = vec![b'x'; 1 << 20];
        std::thread::scope(|scope| {
            let reader = scope.spawn(|| fs::read(&fifo).unwrap());
            while write_to(&fifo, &much).is_err() {
                std::thread::yield_now();
            }
            assert!(reader.join().unwrap() == much);
        });
        assert!(fifo.symlink_metadata().unwrap().file_type().is_fifo());
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert!(!dir.path().join("nowhere").exists());
        assert_eq!(names(dir.path()), ["fifo", "file", "link", "socket", "torn"]);
    }
}
