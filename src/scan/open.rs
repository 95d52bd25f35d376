//! Opening a repository, and what it says about itself.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use git2::{Config, ErrorClass, ErrorCode, Oid, Repository, Tree};

use super::error::{ScanError, ScanWarning};
use super::mailmap::Mailmap;
use super::object::oid_of_hex;
use super::{RepoSpec, SOLUTIONS};

/// A repository that a folder lies in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The folder with the files; for a bare repository, the repository itself.
    pub root: PathBuf,
    /// Whether it is bare.
    pub bare: bool,
    /// `user.email`, as git knows it in that repository.
    pub email: Option<String>,
    /// `user.name`, likewise.
    pub name: Option<String>,
    /// Whether the newest commit or the folder with the files has a `solutions` folder.
    pub has_solutions: bool,
}

/// Finds the repository that `dir` lies in, as git does: from there upwards.
pub fn discover(dir: &Path) -> Option<Found> {
    let repo = Repository::discover(dir).ok()?;
    let root = repo.workdir().unwrap_or_else(|| repo.path()).to_owned();
    let has_solutions =
        has_solutions(&repo) || repo.workdir().is_some_and(|dir| dir.join(SOLUTIONS).is_dir());
    let config = repo.config().and_then(|mut config| config.snapshot());
    let own = |key| config.as_ref().ok().and_then(|config| setting(config, key));
    Some(Found {
        root,
        bare: repo.is_bare(),
        email: own("user.email"),
        name: own("user.name"),
        has_solutions,
    })
}

fn setting(config: &Config, key: &str) -> Option<String> {
    let bytes = config.get_bytes(key).ok()?;
    Some(String::from_utf8_lossy(bytes).trim().to_owned()).filter(|value| !value.is_empty())
}

/// `user.email`, as git knows it in this repository.
pub(super) fn user_email(repo: &Repository) -> Option<String> {
    setting(&repo.config().ok()?.snapshot().ok()?, "user.email")
}

/// Opens the repository at the very path of `spec`.
pub(super) fn open(spec: &RepoSpec) -> Result<Repository, ScanError> {
    let label = || spec.label.clone();
    Repository::open(&spec.path).map_err(|source| match (source.code(), source.class()) {
        (ErrorCode::Owner, _) => ScanError::Owner { label: label(), path: spec.path.clone() },
        (ErrorCode::NotFound, _) if !spec.path.exists() => ScanError::Missing { label: label() },
        (ErrorCode::NotFound, _) => {
            ScanError::NotARepository { label: label(), inside: discover(&spec.path).map(|found| found.root) }
        }
        (_, ErrorClass::Repository | ErrorClass::Config) if is_about_format(source.message()) => {
            ScanError::Unsupported { label: label(), reason: source.message().to_owned() }
        }
        _ => ScanError::Git { label: label(), doing: "opening", source },
    })
}

/// git's library has no code of its own for these.
fn is_about_format(message: &str) -> bool {
    ["extension", "object format", "repository version"].iter().any(|words| message.contains(words))
}

/// The commits that the branches and a detached `HEAD` are at, each once.
pub(super) fn tips(repo: &Repository, warnings: &mut Vec<ScanWarning>) -> Result<Vec<Oid>, git2::Error> {
    let mut tips = Vec::new();
    if repo.head_detached().unwrap_or(false) {
        tips.extend(repo.head()?.target());
    }
    for branch in repo.references_glob("refs/heads/*")? {
        match branch.and_then(|branch| branch.resolve()) {
            Ok(branch) => tips.extend(branch.target()),
            Err(error) => warnings.push(ScanWarning::BrokenBranch { reason: error.message().to_owned() }),
        }
    }
    let mut seen = HashSet::new();
    tips.retain(|tip| seen.insert(*tip));
    Ok(tips)
}

/// The boundary of a shallow clone; empty for a whole one.
pub(super) fn boundary(repo: &Repository) -> HashSet<Oid> {
    let listed = std::fs::read(repo.commondir().join("shallow")).unwrap_or_default();
    listed.split(|&byte| byte == b'\n').filter_map(|line| oid_of_hex(line.trim_ascii())).collect()
}

/// The tree of the newest commit of the current branch.
pub(super) fn head_tree(repo: &Repository) -> Option<Tree<'_>> {
    repo.head().ok()?.peel_to_tree().ok()
}

/// Whether the newest commit has a `solutions` folder.
pub(super) fn has_solutions(repo: &Repository) -> bool {
    head_tree(repo).is_some_and(|tree| {
        tree.get_name(SOLUTIONS).is_some_and(|entry| entry.kind() == Some(git2::ObjectType::Tree))
    })
}

/// The mailmaps that git would read: `.mailmap` among the files (in `HEAD` where the repository is bare), then those
/// that the configuration names.
pub(super) fn mailmap(repo: &Repository) -> Mailmap {
    let mut mailmap = Mailmap::default();
    let config = repo.config().and_then(|mut config| config.snapshot()).ok();
    let mut blob = config.as_ref().and_then(|config| setting(config, "mailmap.blob"));
    match repo.workdir() {
        Some(files) => add_file(&mut mailmap, &files.join(".mailmap")),
        None => blob = blob.or_else(|| Some("HEAD:.mailmap".to_owned())),
    }
    if let Some(blob) = blob.and_then(|name| repo.revparse_single(&name).ok()?.into_blob().ok()) {
        mailmap.add(blob.content());
    }
    if let Some(file) = config.and_then(|config| config.get_path("mailmap.file").ok()) {
        add_file(&mut mailmap, &file);
    }
    mailmap
}

fn add_file(mailmap: &mut Mailmap, path: &Path) {
    if let Ok(text) = std::fs::read(path) {
        mailmap.add(&text);
    }
}
