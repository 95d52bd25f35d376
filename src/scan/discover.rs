//! Finding the repository that a folder lies in, and opening it.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Once;

use git2::{Config, ErrorClass, ErrorCode, Oid, Repository, RepositoryOpenFlags};

use super::SOLUTIONS;
use super::error::{ScanError, UnknownFormat};
use super::head::Head;
use super::location::Location;
use super::objects::Objects;
use super::open::setting;
use super::refs::Refs;
use crate::model::RepoSpec;

/// A repository that a folder lies in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiscoveredRepo {
    /// The folder with the files; for a bare repository, the repository itself.
    pub root: PathBuf,
    /// Whether it is bare.
    pub bare: bool,
    /// `user.email`, as git knows it in that repository.
    pub email: Option<String>,
    /// `user.name`, likewise.
    pub name: Option<String>,
}

/// Finds the repository that `dir` lies in, as git does: from there upwards; `None` where it lies in none.
///
/// # Errors
///
/// When there is one that can't be opened.
pub fn discover(dir: &Path) -> Result<Option<DiscoveredRepo>, ScanError> {
    let Some(repo) = repository_above(dir)? else { return Ok(None) };
    let root = repo.workdir().unwrap_or_else(|| repo.path()).to_owned();
    let config = repo.config().and_then(|mut config| config.snapshot());
    let own = |key| config.as_ref().ok().and_then(|config| setting(config, key));
    let (email, name) = (own("user.email"), own("user.name"));
    Ok(Some(DiscoveredRepo { root, bare: repo.is_bare(), email, name }))
}

/// Whether the repository that `dir` lies in has a `solutions` folder, among its files or in its newest commit.
///
/// # Errors
///
/// As [`discover`], and when the newest commit can't be read.
pub fn has_solutions(dir: &Path) -> Result<bool, ScanError> {
    let Some(repo) = repository_above(dir)? else { return Ok(false) };
    if repo.workdir().is_some_and(|dir| dir.join(SOLUTIONS).is_dir()) {
        return Ok(true);
    }
    let look = || -> Result<bool, git2::Error> {
        let Refs { head, replaced, .. } = Refs::read(&repo)?;
        let objects = Objects::new(&repo, replaced.into_iter().collect(), &[])?;
        objects.with(0, |reader| Ok(Head::read(reader, head)?.has_folder(reader, SOLUTIONS)?))?
    };
    let label = dir.display().to_string();
    look().map_err(|source| ScanError::Git { label, doing: "reading the newest commit", source })
}

/// What the branches of a repository are called, here and at `origin`, that weren't merged into the one that all begin with:
/// `origin`'s own, else `main`, else `master`, else the one that is checked out.
///
/// # Errors
///
/// When there is no repository at the very path of `spec`, or none that can be opened, or when its branches can't be read.
pub fn unmerged_branches(spec: &RepoSpec) -> Result<Vec<String>, ScanError> {
    let repo = repository(spec)?;
    let look = || -> Result<Vec<String>, git2::Error> {
        let branches = Refs::branches(&repo)?;
        let common = ["origin/HEAD", "main", "master", "HEAD"].iter().find_map(|name| {
            if *name == "HEAD" { Refs::read(&repo).ok()?.head } else { Refs::named(&repo, name) }
        });
        let mut walk = repo.revwalk()?;
        branches.values().try_for_each(|tip| walk.push(*tip))?;
        common.into_iter().try_for_each(|tip| walk.hide(tip))?;
        let unmerged: HashSet<Oid> = walk.collect::<Result<_, _>>()?;
        Ok(branches.into_iter().filter(|(_, tip)| unmerged.contains(tip)).map(|(name, _)| name).collect())
    };
    let failed = |source| ScanError::Git { label: spec.label.clone(), doing: "reading the branches", source };
    look().map_err(failed)
}

fn repository_above(dir: &Path) -> Result<Option<Repository>, ScanError> {
    let label = || dir.display().to_string();
    let opening = |error: std::io::Error| {
        let source = git2::Error::from_str(&error.to_string());
        ScanError::Git { label: label(), doing: "opening", source }
    };
    let location = Location::above(dir).map_err(opening)?;
    match open_at(dir, RepositoryOpenFlags::CROSS_FS) {
        Ok(repo) => Ok(Some(repo)),
        Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
        Err(error) => Err(not_opened(error, label(), dir, location.as_ref())),
    }
}

/// Opens the repository at the very path of `spec`.
pub(super) fn repository(spec: &RepoSpec) -> Result<Repository, ScanError> {
    let label = || spec.label.clone();
    let opening = |error: std::io::Error| {
        let source = git2::Error::from_str(&error.to_string());
        ScanError::Git { label: label(), doing: "opening", source }
    };
    let location = Location::at(&spec.path).map_err(opening)?;
    open_at(&spec.path, RepositoryOpenFlags::NO_SEARCH).map_err(|source| match source.code() {
        ErrorCode::NotFound if !spec.path.exists() => ScanError::Missing { label: label() },
        ErrorCode::NotFound => {
            if let Some(root) = jujutsu_root(&spec.path) {
                return ScanError::Jujutsu { label: label(), root };
            }
            let inside = discover(&spec.path).ok().flatten().map(|found| found.root);
            ScanError::NotARepository { label: label(), inside }
        }
        _ => not_opened(source, label(), &spec.path, location.as_ref()),
    })
}

fn open_at(path: &Path, flags: RepositoryOpenFlags) -> Result<Repository, git2::Error> {
    // For the whole process, and only once: hashing every object again takes as long as all the rest, and keeping them
    // all takes time, too, and three times the memory; `compare` keeps the few that come up again.
    static OPTIONS: Once = Once::new();
    OPTIONS.call_once(|| {
        git2::opts::strict_hash_verification(false);
        git2::opts::enable_caching(false);
    });
    Repository::open_ext(path, flags, &[] as &[&OsStr])
}

/// What in a repository's format can't be read; nothing where all of it can.
fn unknown_format(location: &Location) -> Option<UnknownFormat> {
    let config = Config::open(&location.common.join("config")).ok()?;
    let version = config.get_i32("core.repositoryformatversion").unwrap_or_default();
    if version > 1 {
        return Some(UnknownFormat::Other(format!("core.repositoryformatversion = {version}")));
    }
    let mut entries = config.entries(Some(r"^extensions\.")).ok()?;
    while let Some(entry) = entries.next() {
        let Ok(entry) = entry else { continue };
        let name = String::from_utf8_lossy(entry.name_bytes()).to_lowercase();
        let value = String::from_utf8_lossy(entry.value_bytes()).to_lowercase();
        match (name.trim_start_matches("extensions."), &*value) {
            ("objectformat", "sha256") => return Some(UnknownFormat::Sha256),
            ("refstorage", "reftable") => return Some(UnknownFormat::Reftable),
            ("partialclone", remote) => return Some(UnknownFormat::PartialClone(remote.to_owned())),
            ("objectformat" | "noop" | "preciousobjects" | "worktreeconfig" | "relativeworktrees", _) => {}
            (name, _) => return Some(UnknownFormat::Other(format!("extensions.{name}"))),
        }
    }
    None
}

/// Why a repository at or above `path` could not be opened.
fn not_opened(source: git2::Error, label: String, path: &Path, location: Option<&Location>) -> ScanError {
    match (source.code(), source.class()) {
        (ErrorCode::Owner, _) => ScanError::Owner { label, path: owned_by_another(path) },
        _ if is_about_format(&source) => {
            let format = location.and_then(unknown_format);
            let format = format.unwrap_or_else(|| UnknownFormat::Other(source.message().to_owned()));
            ScanError::Unsupported { label, format }
        }
        _ => ScanError::Git { label, doing: "opening", source },
    }
}

/// The folder at or above `path` that holds a repository: what git's configuration must name to trust it.
fn owned_by_another(path: &Path) -> PathBuf {
    let holds = |dir: &&Path| dir.join(".git").exists() || dir.join("HEAD").is_file();
    path.ancestors().find(holds).unwrap_or(path).to_owned()
}

/// git's library has no code of its own for these.
fn is_about_format(error: &git2::Error) -> bool {
    matches!(error.class(), ErrorClass::Repository | ErrorClass::Config)
        && ["extension", "object format", "repository version"]
            .iter()
            .any(|words| error.message().contains(words))
}

/// The folder at or above `path` that is a workspace of Jujutsu's.
pub(super) fn jujutsu_root(path: &Path) -> Option<PathBuf> {
    path.ancestors().find(|dir| dir.join(".jj").is_dir()).map(Path::to_owned)
}
