//! Places that a program may write to by itself: what lies in a clone is as others left it, its links included.

use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

/// `file` with the links among its folders followed, once that leads to a place below `root` and not into a `.git`.
/// The file itself and some of its folders need not be there. A link in the place of the file stays one.
///
/// # Errors
///
/// [`ErrorKind::PermissionDenied`] where it leads elsewhere, and else as looking at files fails. The words don't repeat
/// the path.
pub fn inside(root: &Path, file: &Path) -> io::Result<PathBuf> {
    let (Some(dir), Some(name)) = (file.parent(), file.file_name()) else {
        return Err(io::Error::new(ErrorKind::InvalidInput, "no name of a file"));
    };
    let root = root.canonicalize()?;
    let real = real_dir(dir)?.join(name);
    match real.strip_prefix(&root) {
        Err(_) => {
            let words = format!("the path leads out of {}", root.display());
            Err(io::Error::new(ErrorKind::PermissionDenied, words))
        }
        Ok(below) if below.components().any(is_git) => {
            Err(io::Error::new(ErrorKind::PermissionDenied, "the path leads into git's own directory"))
        }
        Ok(_) => Ok(real),
    }
}

/// A folder with its links followed, as far as it is there.
fn real_dir(dir: &Path) -> io::Result<PathBuf> {
    let dir = if dir.as_os_str().is_empty() { Path::new(".") } else { dir };
    match dir.symlink_metadata() {
        Ok(_) => dir.canonicalize().map_err(|error| match error.kind() {
            ErrorKind::NotFound => io::Error::new(
                ErrorKind::PermissionDenied,
                format!("{} is a symbolic link to nothing", dir.display()),
            ),
            _ => error,
        }),
        Err(error) if error.kind() == ErrorKind::NotFound => match (dir.parent(), dir.file_name()) {
            (Some(above), Some(name)) => Ok(real_dir(above)?.join(name)),
            _ => Err(error),
        },
        Err(error) => Err(error),
    }
}

/// Whether a part of a path is git's own folder, on file systems that mind letter case and on those that don't.
fn is_git(part: Component<'_>) -> bool {
    part.as_os_str().eq_ignore_ascii_case(".git")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_place_is_where_its_links_lead_as_far_as_it_is_there() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("root");
        fs::create_dir_all(root.join("below")).unwrap();
        let real = root.canonicalize().unwrap();
        let shown = |path: &str| match inside(&root, &root.join(path)) {
            Ok(place) => place.strip_prefix(&real).unwrap().to_str().unwrap().to_owned(),
            Err(error) => error.to_string().replace(real.to_str().unwrap(), "[ROOT]"),
        };
        assert_eq!(shown("file"), "file");
        assert_eq!(shown("below/../new/folder/file"), "new/folder/file");
        assert_eq!(shown("../file"), "the path leads out of [ROOT]");
        assert_eq!(shown("below/../../new/file"), "the path leads out of [ROOT]");
        assert_eq!(shown("new/../file"), "No such file or directory (os error 2)");
        assert_eq!(shown(".git/hooks/file"), "the path leads into git's own directory");
        assert_eq!(shown("new/.GIT/file"), "the path leads into git's own directory");
        assert_eq!(shown("below/.."), "no name of a file");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_out_is_refused_and_one_that_stays_inside_is_followed() {
        use std::os::unix::fs::symlink;

        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("root");
        fs::create_dir_all(root.join("below")).unwrap();
        fs::create_dir_all(root.join(".git/hooks")).unwrap();
        for (to, name) in
            [("..", "out"), ("below", "in"), (".git", "git"), ("nowhere", "torn"), ("../nowhere", "torn-out")]
        {
            symlink(to, root.join(name)).unwrap();
        }
        let place = |path: &str| inside(&root, &root.join(path)).map_err(|error| error.kind());
        for path in [
            "out/file",
            "out/new/file",
            "in/../out/file",
            "git/file",
            "git/hooks/file",
            "torn/file",
            "torn-out/x",
        ] {
            assert_eq!(place(path), Err(ErrorKind::PermissionDenied), "{path}");
        }
        let real = root.canonicalize().unwrap();
        assert_eq!(place("in/new/file"), Ok(real.join("below/new/file")));
        // What follows a link in the file's own place decides whoever writes.
        assert_eq!(place("in/../torn"), Ok(real.join("torn")));
    }
}
