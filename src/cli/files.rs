//! Files that are written whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Whether a file that is there may be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Existing {
    Replace,
    Keep,
}

/// Writes `bytes` to `file`, whose folder exists. With [`Existing::Keep`] a file that is there is an error.
pub(super) fn write_whole(file: &Path, bytes: &[u8], existing: Existing) -> io::Result<()> {
    let dir = file.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What any new file has before the umask; the library's own choice hides the file from others.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    // The library's error would name the temporary file, which nobody knows.
    let mut new = builder.prefix(".cpt-").tempfile_in(dir).map_err(|error| io::Error::from(error.kind()))?;
    new.write_all(bytes)?;
    if let (Existing::Replace, Ok(old)) = (existing, fs::metadata(file)) {
        new.as_file().set_permissions(old.permissions())?;
    }
    let kept = match existing {
        Existing::Replace => new.persist(file),
        Existing::Keep => new.persist_noclobber(file),
    };
    kept.map(drop).map_err(|error| error.error)
}

/// [`write_whole`] where the content is another than what is there; tells whether it wrote.
pub(super) fn write_changed(file: &Path, bytes: &[u8]) -> io::Result<bool> {
    if fs::read(file).is_ok_and(|old| old == bytes) {
        return Ok(false);
    }
    if let Some(dir) = file.parent() {
        fs::create_dir_all(dir).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
                io::Error::new(error.kind(), format!("{} is a file, no folder", dir.display()))
            }
            _ => error,
        })?;
    }
    write_whole(file, bytes, Existing::Replace).map(|()| true)
}
