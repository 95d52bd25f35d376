//! Where a repository's own files are, looked at before libgit2 opens any of them: it waits for a fifo, and reads a
//! gigabyte where a line was expected.
//!
//! Source: gitrepository-layout(5).

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::included;
use crate::files::{Links, open_regular, read_bounded};

/// The most bytes of a file that says where something is: `.git`, `commondir`, `HEAD`, a branch.
pub(super) const MOST_OF_POINTER: u64 = 64 << 10;
/// The most bytes of a file that is a list: packed references, the boundary of a shallow clone.
pub(super) const MOST_OF_LIST: u64 = 256 << 20;
/// The most bytes of a configuration.
pub(super) const MOST_OF_CONFIG: u64 = 4 << 20;

/// Where the files of a repository are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Location {
    /// The folder that `.git` lies in; none where the folder is a repository itself.
    pub workdir: Option<PathBuf>,
    /// The repository's folder; of a linked worktree, its own.
    pub git_dir: PathBuf,
    /// The folder that linked worktrees share.
    pub common: PathBuf,
}

impl Location {
    /// The repository at the very folder `dir`; `None` where there is none.
    ///
    /// # Errors
    ///
    /// Where one of its files is no regular file or is too large. The words name the file.
    pub fn at(dir: &Path) -> io::Result<Option<Self>> {
        let dot_git = dir.join(".git");
        let (workdir, git_dir) = match dot_git.metadata() {
            Ok(metadata) if metadata.is_dir() => (Some(dir.to_owned()), dot_git),
            Ok(_) => match pointer(&dot_git, b"gitdir:")? {
                Some(target) => (Some(dir.to_owned()), dir.join(target)),
                None => return Ok(None),
            },
            Err(_) if dir.join("HEAD").exists() && dir.join("objects").is_dir() => (None, dir.to_owned()),
            Err(_) => return Ok(None),
        };
        let common = match pointer(&git_dir.join("commondir"), b"") {
            Ok(Some(target)) => git_dir.join(target),
            Ok(None) => git_dir.clone(),
            Err(error) if error.kind() == ErrorKind::NotFound => git_dir.clone(),
            Err(error) => return Err(error),
        };
        let found = Self { workdir, git_dir, common };
        found.check()?;
        Ok(Some(found))
    }

    /// Every repository at or above `dir`, the nearest first.
    pub fn above(dir: &Path) -> io::Result<Option<Self>> {
        dir.ancestors().map(Self::at).find_map(Result::transpose).transpose()
    }

    /// Holds every file that libgit2 reads on opening to being one that can be read.
    fn check(&self) -> io::Result<()> {
        included::check(&self.common.join("config"))?;
        included::check(&self.git_dir.join("config.worktree"))?;
        for (folder, name, limit) in [
            (&self.git_dir, "HEAD", MOST_OF_POINTER),
            (&self.git_dir, "gitdir", MOST_OF_POINTER),
            (&self.common, "shallow", MOST_OF_LIST),
            (&self.common, "info/grafts", MOST_OF_LIST),
            (&self.common, "objects/info/alternates", MOST_OF_POINTER),
        ] {
            let path = folder.join(name);
            match open_regular(&path, Links::Follow).and_then(|file| file.metadata()) {
                Err(error) if is_absent(&error) => {}
                Err(error) => return Err(named(&path, &error)),
                Ok(file) if file.len() > limit => {
                    return Err(io::Error::other(format!(
                        "{} is larger than any that git writes",
                        path.display()
                    )));
                }
                Ok(_) => {}
            }
        }
        Ok(())
    }
}

/// What a file that says where something is says after `key`; nothing where it says something else.
fn pointer(path: &Path, key: &[u8]) -> io::Result<Option<PathBuf>> {
    let text = read_bounded(path, MOST_OF_POINTER, Links::Follow).map_err(|error| named(path, &error))?;
    let target = text.strip_prefix(key).and_then(|target| std::str::from_utf8(target.trim_ascii()).ok());
    Ok(target.map(PathBuf::from))
}

pub(super) fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// The error with the file that it is about.
pub(super) fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
