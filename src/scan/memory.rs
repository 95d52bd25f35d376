//! What a scan leaves for the next one, so that it needn't walk again what it knows.

use git2::Oid;
use serde::{Deserialize, Serialize};

use super::fingerprint::RepoFingerprint;
use super::header::{Header, Headers};
use super::open::RULES_VERSION;
use crate::model::{CommitId, NamedProblem, RepoPath};

/// What a scan leaves for the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Memory {
    pub(super) fingerprint: RepoFingerprint,
    /// The configured folders as they were understood: where nothing is configured, `HEAD` decides.
    pub(super) paths: Vec<String>,
    /// Every commit that was walked, sorted.
    pub(super) commits: Vec<CommitId>,
    /// What the headers say, for every path that doesn't say it for certain.
    pub(super) headers: Headers,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    /// By which rules the problems were named.
    #[serde(default)]
    names: u64,
    paths: Vec<String>,
    headers: Vec<(Vec<u8>, String, Vec<NamedProblem>)>,
}

impl Memory {
    /// The memory as bytes, to be kept. Their form is this version's own.
    pub fn to_bytes(&self) -> Vec<u8> {
        let header = |(path, header): (&RepoPath, &Header)| {
            let blob = header.blob.map_or_else(String::new, |blob| blob.to_string());
            (path.0.to_vec(), blob, header.problems.to_vec())
        };
        let mut headers: Vec<_> = self.headers.iter().map(header).collect();
        headers.sort_unstable_by(|(a, ..), (b, ..)| a.cmp(b));
        let kept = Kept { names: RULES_VERSION, paths: self.paths.clone(), headers };
        let kept = serde_json::to_vec(&kept).unwrap_or_default();
        let fingerprint = self.fingerprint.to_bytes();
        let length = |part: &[u8]| (part.len() as u64).to_le_bytes();
        let mut bytes = Vec::with_capacity(16 + fingerprint.len() + kept.len() + 20 * self.commits.len());
        for part in [&fingerprint, &kept] {
            bytes.extend(length(part));
            bytes.extend(part);
        }
        bytes.extend(self.commits.iter().flat_map(|commit| commit.0));
        bytes
    }

    /// Whether bytes are the memory of a version that named problems by other rules.
    pub fn is_of_other_rules(bytes: &[u8]) -> bool {
        let kept = || serde_json::from_slice::<Kept>(part(part(bytes)?.1)?.0).ok();
        kept().is_none_or(|kept| kept.names != RULES_VERSION)
    }

    /// What [`Memory::to_bytes`] made; `None` where it wasn't that.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (fingerprint, rest) = part(bytes)?;
        let (kept, commits) = part(rest)?;
        let kept: Kept = serde_json::from_slice(kept).ok()?;
        let header = |(path, blob, problems): (Vec<u8>, String, Vec<NamedProblem>)| {
            (path.into(), Header { blob: Oid::from_str(&blob).ok(), problems: problems.into() })
        };
        Some(Self {
            fingerprint: RepoFingerprint::from_bytes(fingerprint)?,
            paths: kept.paths,
            commits: commits_of(commits)?,
            headers: kept.headers.into_iter().map(header).collect(),
        })
    }
}

/// A part with its length before it, and what follows.
fn part(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(u64::from_le_bytes(*length) as usize)
}

pub(super) fn commits_of(bytes: &[u8]) -> Option<Vec<CommitId>> {
    let (commits, rest) = bytes.as_chunks();
    rest.is_empty().then(|| commits.iter().copied().map(CommitId).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{NamedBy, ProblemId};

    #[test]
    fn a_memory_comes_back_as_it_was_and_nothing_else_is_taken_for_one() {
        let commit = |byte| CommitId([byte; 20]);
        let named = NamedProblem { problem: ProblemId::codeforces(4, "A"), sure: true, by: NamedBy::Header };
        let header = Header { blob: Oid::from_bytes(&[7; 20]).ok(), problems: [named].into() };
        for head in [None, Some(commit(3))] {
            let memory = Memory {
                fingerprint: RepoFingerprint { rules: [9; 20], head, tips: vec![commit(1), commit(2)] },
                paths: vec!["x".to_owned()],
                commits: vec![commit(1), commit(2), commit(3)],
                headers: [(RepoPath::from(&b"a\xff"[..]), header.clone())].into_iter().collect(),
            };
            let bytes = memory.to_bytes();
            assert_eq!(Memory::from_bytes(&bytes).unwrap(), memory);
            assert!(Memory::from_bytes(&bytes[1..]).is_none());
            assert!(!Memory::is_of_other_rules(&bytes) && Memory::is_of_other_rules(&bytes[1..]));
        }
        assert!(Memory::from_bytes(b"").is_none());
    }
}
