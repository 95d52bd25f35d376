//! A repository that was opened, and what decides which of its commits count.

use std::cell::OnceCell;
use std::collections::HashSet;

use git2::{Config, Oid, Repository};

use super::commit_id;
use super::discover::repository;
use super::error::ScanError;
use super::fingerprint::{Canonical, RepoFingerprint};
use super::location::{MOST_OF_LIST, is_absent};
use super::mailmap_files::MailmapFiles;
use super::object::oid_of_hex;
use super::objects::Objects;
use super::oids::OidMap;
use super::refs::Refs;
use crate::files::{Links, read_bounded};
use crate::model::{CommitId, RepoSpec, ScanWarning};
use crate::naming::Home;

pub(super) fn setting(config: &Config, key: &str) -> Option<String> {
    let bytes = config.get_bytes(key).ok()?;
    Some(String::from_utf8_lossy(bytes).trim().to_owned()).filter(|value| !value.is_empty())
}

/// A repository that was opened, with everything that decides what a scan finds.
pub struct Opened {
    pub(super) spec: RepoSpec,
    pub(super) repo: Repository,
    pub(super) head: Option<Oid>,
    pub(super) tips: Vec<Oid>,
    /// Where the branches of the specification are, in its order.
    pub(super) branches: Vec<Option<Oid>>,
    /// The objects that are read in the place of others.
    pub(super) replaced: OidMap<Oid>,
    /// What they are read from, once that was weighed.
    pub(super) objects: OnceCell<Objects>,
    /// Whose commits count, as configured or as git says.
    pub(super) wanted: Vec<String>,
    /// `user.name`, as git knows it.
    pub(super) own_name: Option<String>,
    /// The texts of the mailmaps, in git's order.
    pub(super) mailmaps: Vec<Vec<u8>>,
    /// What lists the boundary of a shallow clone.
    pub(super) shallow: Vec<u8>,
    pub(super) home: Home,
    pub(super) rules: [u8; 20],
    /// What was wrong with references and mailmaps.
    pub(super) warnings: Vec<ScanWarning>,
}

/// Opens a repository and reads what is quick to read: its branches and its configuration.
///
/// # Errors
///
/// When there is no repository, or none that can be opened, or when its references can't be listed.
pub fn open(spec: &RepoSpec) -> Result<Opened, ScanError> {
    let repo = repository(spec)?;
    let failed =
        |doing| move |source: git2::Error| ScanError::Git { label: spec.label.clone(), doing, source };
    let mut refs = Refs::read(&repo).map_err(failed("reading the branches"))?;
    let mut warnings: Vec<ScanWarning> =
        refs.broken.drain(..).map(|reason| ScanWarning::BrokenReference { reason }).collect();
    let config = repo.config().and_then(|mut config| config.snapshot()).ok();
    let own = |key| config.as_ref().and_then(|config| setting(config, key));
    if config.as_ref().is_some_and(|config| config.get_bool("core.usereplacerefs") == Ok(false)) {
        refs.replaced.clear();
    }
    let wanted = spec.authors.clone().unwrap_or_else(|| own("user.email").into_iter().collect());
    let mailmaps = MailmapFiles::read(&repo, &refs, config.as_ref());
    warnings.extend(mailmaps.warnings);
    let objects = mailmaps.objects.map_or_else(OnceCell::new, OnceCell::from);
    let mailmaps = mailmaps.texts;
    let shallow = match read_bounded(&repo.commondir().join("shallow"), MOST_OF_LIST, Links::Follow) {
        Err(error) if is_absent(&error) => Vec::new(),
        read => read.map_err(|error| {
            failed("reading the boundary of a shallow clone")(git2::Error::from_str(&error.to_string()))
        })?,
    };
    let names = names(spec, own("remote.origin.url").as_deref());
    let home = Home::new(spec.judge.as_deref(), names.iter().map(String::as_str));
    let mut rules = Canonical::default();
    rules.bytes(env!("CARGO_PKG_VERSION").as_bytes()).number(RULES_VERSION);
    for list in [&spec.paths, &spec.extensions, &spec.ignore] {
        rules.optional(list.as_deref());
    }
    let own_name = own("user.name");
    rules.list(&wanted).list(&mailmaps).bytes(&shallow).number(spec.count_coauthors.into());
    rules.bytes(own_name.as_deref().unwrap_or_default().as_bytes());
    rules
        .number(home.is_configured().into())
        .optional(home.judge().map(|judge| [judge]).as_ref().map(|judge| &judge[..]));
    for (old, new) in &refs.replaced {
        rules.bytes(old.as_bytes()).bytes(new.as_bytes());
    }
    let rules = rules.hash().map_err(failed("opening"))?;
    let branches: Vec<Option<Oid>> = spec.branches.iter().map(|name| Refs::branch(&repo, name)).collect();
    let Refs { head, mut tips, replaced, .. } = refs;
    for tip in branches.iter().flatten() {
        if !tips.contains(tip) {
            tips.push(*tip);
        }
    }
    let replaced = replaced.into_iter().collect();
    Ok(Opened {
        spec: spec.clone(),
        repo,
        head,
        tips,
        branches,
        replaced,
        objects,
        wanted,
        own_name,
        mailmaps,
        shallow,
        home,
        rules,
        warnings,
    })
}

/// Raised when the same history is to give other answers, so that what older scans left isn't built upon.
pub(super) const RULES_VERSION: u64 = 28;

impl Opened {
    /// Which repository it is.
    pub fn spec(&self) -> &RepoSpec {
        &self.spec
    }

    /// What the answer depends on: as long as it stays the same, so does what a scan finds.
    pub fn fingerprint(&self) -> RepoFingerprint {
        let mut tips: Vec<CommitId> = self.tips.iter().copied().map(commit_id).collect();
        tips.sort_unstable();
        RepoFingerprint { rules: self.rules, head: self.head.map(commit_id), tips }
    }
}

/// What the repository is called: by its folder, and where it was cloned from.
fn names(spec: &RepoSpec, origin: Option<&str>) -> Vec<String> {
    let folder = spec.path.file_name().map(|name| name.to_string_lossy().into_owned());
    let origin = origin.and_then(|url| url.trim_end_matches('/').rsplit(['/', ':']).next());
    let bare = |name: &str| name.trim_end_matches(".git").to_owned();
    folder.as_deref().into_iter().chain(origin).map(bare).collect()
}

/// Whether objects may be missing because they are to be fetched when they are needed.
pub(super) fn is_partial(repo: &Repository) -> bool {
    let promised = |config: Config| {
        let keys = r"^(remote\..*\.(promisor|partialclonefilter)|extensions\.partialclone)$";
        let mut entries = config.entries(Some(keys)).ok()?;
        entries.next().map(|entry| entry.is_ok())
    };
    repo.config().ok().and_then(promised).unwrap_or(false)
}

/// The boundary of a shallow clone, from the file that lists it; empty for a whole one.
pub(super) fn boundary(listed: &[u8]) -> HashSet<Oid> {
    listed.split(|&byte| byte == b'\n').filter_map(|line| oid_of_hex(line.trim_ascii())).collect()
}
