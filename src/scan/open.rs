//! Opening a repository, and what it says about itself.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use git2::{Config, ErrorClass, ErrorCode, ObjectType, Oid, Repository, Tree};

use super::branches::Branches;
use super::error::{ScanError, ScanWarning};
use super::memory::Stamp;
use super::object::oid_of_hex;
use super::{SOLUTIONS, commit_id};
use crate::model::{CommitId, RepoSpec};
use crate::naming::Home;

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

/// Finds the repository that `dir` lies in, as git does: from there upwards; `None` where it lies in none.
///
/// # Errors
///
/// When there is one that can't be opened.
pub fn discover(dir: &Path) -> Result<Option<Found>, ScanError> {
    let label = dir.display().to_string();
    let repo = match Repository::discover(dir) {
        Ok(repo) => repo,
        Err(error) if error.code() == ErrorCode::NotFound => return Ok(None),
        Err(error) => return Err(not_opened(error, label, dir)),
    };
    let root = repo.workdir().unwrap_or_else(|| repo.path()).to_owned();
    let has_solutions =
        has_solutions(&repo) || repo.workdir().is_some_and(|dir| dir.join(SOLUTIONS).is_dir());
    let config = repo.config().and_then(|mut config| config.snapshot());
    let own = |key| config.as_ref().ok().and_then(|config| setting(config, key));
    let (email, name) = (own("user.email"), own("user.name"));
    Ok(Some(Found { root, bare: repo.is_bare(), email, name, has_solutions }))
}

fn setting(config: &Config, key: &str) -> Option<String> {
    let bytes = config.get_bytes(key).ok()?;
    Some(String::from_utf8_lossy(bytes).trim().to_owned()).filter(|value| !value.is_empty())
}

/// A repository that was opened, with everything that decides what a scan finds.
pub struct Opened {
    pub(super) spec: RepoSpec,
    pub(super) repo: Repository,
    pub(super) tips: Vec<Oid>,
    head: Option<CommitId>,
    /// Whose commits count, as configured or as git says.
    pub(super) wanted: Vec<String>,
    /// The texts of the mailmaps, in git's order.
    pub(super) mailmaps: Vec<Vec<u8>>,
    /// What lists the boundary of a shallow clone.
    pub(super) shallow: Vec<u8>,
    pub(super) home: Home,
    pub(super) rules: [u8; 20],
    /// What was wrong with branches.
    pub(super) warnings: Vec<ScanWarning>,
}

/// Opens a repository and reads what is quick to read: its branches and its configuration.
///
/// # Errors
///
/// When there is no repository, or none that can be opened, or when its references can't be listed.
pub fn open(spec: &RepoSpec) -> Result<Opened, ScanError> {
    // Hashing every object again takes as long as all the rest. Keeping them all takes time too, and three times the
    // memory: `compare` keeps the few that come up again.
    git2::opts::strict_hash_verification(false);
    git2::opts::enable_caching(false);
    let repo = repository(spec)?;
    let failed = |source| ScanError::Git { label: spec.label.clone(), doing: "reading the branches", source };
    let Branches { head, tips, broken } = Branches::read(&repo).map_err(failed)?;
    let warnings = broken.into_iter().map(|reason| ScanWarning::BrokenBranch { reason }).collect();
    let config = repo.config().and_then(|mut config| config.snapshot()).ok();
    let own = |key| config.as_ref().and_then(|config| setting(config, key));
    let wanted = spec.authors.clone().unwrap_or_else(|| own("user.email").into_iter().collect());
    let mailmaps = mailmaps(&repo, head, config.as_ref());
    let shallow = std::fs::read(repo.commondir().join("shallow")).unwrap_or_default();
    let names = names(spec, own("remote.origin.url").as_deref());
    let home = Home::new(spec.judge.as_deref(), names.iter().map(String::as_str));
    let rules = (
        (env!("CARGO_PKG_VERSION"), RULES_VERSION, &spec.paths, &spec.extensions, &spec.ignore),
        (&wanted, &mailmaps, &shallow, home),
    );
    let rules = Oid::hash_object(ObjectType::Blob, format!("{rules:?}").as_bytes()).map_err(failed)?;
    let rules = commit_id(rules).0;
    let head = head.map(commit_id);
    Ok(Opened { spec: spec.clone(), repo, tips, head, wanted, mailmaps, shallow, home, rules, warnings })
}

/// Raised when the same history is to give other answers, so that what older scans left isn't built upon.
const RULES_VERSION: u32 = 6;

impl Opened {
    /// Which repository it is.
    pub fn spec(&self) -> &RepoSpec {
        &self.spec
    }

    /// What the answer depends on: as long as it stays the same, so does what a scan finds.
    pub fn stamp(&self) -> Stamp {
        let mut tips: Vec<CommitId> = self.tips.iter().copied().map(commit_id).collect();
        tips.sort_unstable();
        Stamp { rules: self.rules, head: self.head, tips }
    }

    /// The folders that hold solutions.
    pub(super) fn paths(&self) -> Vec<String> {
        let default = || if has_solutions(&self.repo) { vec![SOLUTIONS.to_owned()] } else { Vec::new() };
        self.spec.paths.clone().unwrap_or_else(default)
    }
}

/// What the repository is called: by its folder, and where it was cloned from.
fn names(spec: &RepoSpec, origin: Option<&str>) -> Vec<String> {
    let folder = spec.path.file_name().map(|name| name.to_string_lossy().into_owned());
    let origin = origin.and_then(|url| url.trim_end_matches('/').rsplit(['/', ':']).next());
    let bare = |name: &str| name.trim_end_matches(".git").to_owned();
    folder.as_deref().into_iter().chain(origin).map(bare).collect()
}

/// Opens the repository at the very path of `spec`.
fn repository(spec: &RepoSpec) -> Result<Repository, ScanError> {
    let label = || spec.label.clone();
    Repository::open(&spec.path).map_err(|source| match source.code() {
        ErrorCode::NotFound if !spec.path.exists() => ScanError::Missing { label: label() },
        ErrorCode::NotFound => {
            let inside = discover(&spec.path).ok().flatten().map(|found| found.root);
            ScanError::NotARepository { label: label(), inside }
        }
        _ => not_opened(source, label(), &spec.path),
    })
}

/// Why a repository at or above `path` could not be opened.
fn not_opened(source: git2::Error, label: String, path: &Path) -> ScanError {
    match (source.code(), source.class()) {
        (ErrorCode::Owner, _) => ScanError::Owner { label, path: owned_by_another(path) },
        (_, ErrorClass::Repository | ErrorClass::Config) if is_about_format(source.message()) => {
            ScanError::Unsupported { label, reason: source.message().to_owned() }
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
fn is_about_format(message: &str) -> bool {
    ["extension", "object format", "repository version"].iter().any(|words| message.contains(words))
}

/// Whether objects may be missing because they are to be fetched when they are needed.
pub(super) fn is_partial(repo: &Repository) -> bool {
    let promised = |config: Config| {
        let mut entries = config.entries(Some(r"^remote\..*\.(promisor|partialclonefilter)$")).ok()?;
        entries.next().map(|entry| entry.is_ok())
    };
    repo.config().ok().and_then(promised).unwrap_or(false)
}

/// The boundary of a shallow clone, from the file that lists it; empty for a whole one.
pub(super) fn boundary(listed: &[u8]) -> HashSet<Oid> {
    listed.split(|&byte| byte == b'\n').filter_map(|line| oid_of_hex(line.trim_ascii())).collect()
}

/// The tree of the newest commit of the current branch.
pub(super) fn head_tree(repo: &Repository) -> Option<Tree<'_>> {
    repo.head().ok()?.peel_to_tree().ok()
}

/// Whether the newest commit has a `solutions` folder.
fn has_solutions(repo: &Repository) -> bool {
    head_tree(repo).is_some_and(|tree| {
        tree.get_name(SOLUTIONS).is_some_and(|entry| entry.kind() == Some(ObjectType::Tree))
    })
}

/// The texts of the mailmaps that git would read: `.mailmap` among the files (in `HEAD` where the repository is bare),
/// then those that the configuration names.
fn mailmaps(repo: &Repository, head: Option<Oid>, config: Option<&Config>) -> Vec<Vec<u8>> {
    let mut texts = Vec::new();
    let mut blob = config.and_then(|config| setting(config, "mailmap.blob"));
    match repo.workdir() {
        Some(files) => texts.extend(std::fs::read(files.join(".mailmap"))),
        None => blob = blob.or_else(|| Some(format!("{}:.mailmap", head?))),
    }
    if let Some(blob) = blob.and_then(|name| repo.revparse_single(&name).ok()?.into_blob().ok()) {
        texts.push(blob.content().to_vec());
    }
    if let Some(file) = config.and_then(|config| config.get_path("mailmap.file").ok()) {
        texts.extend(std::fs::read(file));
    }
    texts
}
