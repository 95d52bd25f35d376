//! What a scan leaves for the next one, so that it needn't walk again what it knows.

use std::collections::HashMap;
use std::sync::Arc;

use git2::Oid;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::fingerprint::RepoFingerprint;
use super::header::Headers;
use super::open::{Opened, RULES_VERSION};
use super::packs::LightPack;
use super::records::{Readmes, Records};
use super::starts::Start;
use crate::judges::known_judge;
use crate::model::{CommitId, NamedProblem, RepoPath, SolveRecord};

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
    /// What the READMEs record, for every one that lies where solutions may.
    pub(super) readmes: Readmes,
    /// What the subjects of commits that count record.
    pub(super) subjects: HashMap<CommitId, Arc<SolveRecord>>,
    /// The packs that needn't be weighed again.
    pub(super) packs: Vec<LightPack>,
}

#[derive(Serialize, Deserialize)]
struct StoredHead {
    /// By which rules the problems were named. The first value, so that it can be told without the rest.
    names: u64,
    paths: Vec<String>,
    headers: Vec<(Vec<u8>, Option<ObjectName>, Vec<NamedProblem>)>,
    readmes: Vec<(Vec<u8>, Option<ObjectName>, Option<KeptRecord>)>,
    subjects: Vec<(ObjectName, KeptRecord)>,
    packs: Vec<LightPack>,
}

type ObjectName = [u8; 20];

#[derive(Serialize, Deserialize)]
struct KeptRecord {
    judge: Option<String>,
    key: Option<String>,
    number: Option<String>,
    title: Option<String>,
    level: Option<u8>,
    topics: Vec<String>,
    memory: Option<u64>,
    time: Option<u64>,
    /// In milliseconds.
    at: Option<i64>,
}

impl From<&SolveRecord> for KeptRecord {
    fn from(record: &SolveRecord) -> Self {
        let SolveRecord { judge, key, number, title, level, topics, memory, time, at } = record.clone();
        let judge = judge.map(|judge| judge.id.to_owned());
        let at = at.map(Timestamp::as_millisecond);
        Self { judge, key, number, title, level, topics, memory, time, at }
    }
}

impl From<KeptRecord> for SolveRecord {
    fn from(kept: KeptRecord) -> Self {
        let KeptRecord { judge, key, number, title, level, topics, memory, time, at } = kept;
        let judge = judge.and_then(|judge| known_judge(&judge));
        let at = at.and_then(|at| Timestamp::from_millisecond(at).ok());
        Self { judge, key, number, title, level, topics, memory, time, at }
    }
}

impl Memory {
    /// The memory as bytes, to be kept. Their form is this version's own.
    pub fn to_bytes(&self) -> Vec<u8> {
        let id = |blob: Option<Oid>| blob.map(|blob| super::commit_id(blob).0);
        let header = |(path, header): (&RepoPath, &Start<Arc<[NamedProblem]>>)| {
            (path.0.to_vec(), id(header.blob), header.says.to_vec())
        };
        let mut headers: Vec<_> = self.headers.iter().map(header).collect();
        headers.sort_unstable_by(|(a, ..), (b, ..)| a.cmp(b));
        let readme = |(path, readme): (&RepoPath, &Start<Option<Arc<SolveRecord>>>)| {
            (path.0.to_vec(), id(readme.blob), readme.says.as_deref().map(KeptRecord::from))
        };
        let mut readmes: Vec<_> = self.readmes.iter().map(readme).collect();
        readmes.sort_unstable_by(|(a, ..), (b, ..)| a.cmp(b));
        let subject =
            |(commit, record): (&CommitId, &Arc<SolveRecord>)| (commit.0, KeptRecord::from(&**record));
        let mut subjects: Vec<_> = self.subjects.iter().map(subject).collect();
        subjects.sort_unstable_by_key(|(commit, _)| *commit);
        let (paths, packs) = (self.paths.clone(), self.packs.clone());
        let kept = StoredHead { names: RULES_VERSION, paths, headers, readmes, subjects, packs };
        let kept = postcard::to_stdvec(&kept).unwrap_or_default();
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
        let names = || Some(postcard::take_from_bytes::<u64>(part(part(bytes)?.1)?.0).ok()?.0);
        names() != Some(RULES_VERSION)
    }

    /// What [`Memory::to_bytes`] made; `None` where it wasn't that.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (fingerprint, rest) = part(bytes)?;
        let (kept, commits) = part(rest)?;
        if Self::is_of_other_rules(bytes) {
            return None;
        }
        let kept: StoredHead = postcard::from_bytes(kept).ok()?;
        let id = |blob: Option<ObjectName>| blob.and_then(|blob| Oid::from_bytes(&blob).ok());
        let header = |(path, blob, problems): (Vec<u8>, _, Vec<NamedProblem>)| {
            (path.into(), Start { blob: id(blob), says: problems.into() })
        };
        let readme = |(path, blob, record): (Vec<u8>, _, Option<KeptRecord>)| {
            let says = record.map(|record| Arc::new(record.into()));
            (path.into(), Start { blob: id(blob), says })
        };
        let subject =
            |(commit, record): (ObjectName, KeptRecord)| (CommitId(commit), Arc::new(record.into()));
        Some(Self {
            fingerprint: RepoFingerprint::from_bytes(fingerprint)?,
            paths: kept.paths,
            commits: commits_of(commits)?,
            headers: kept.headers.into_iter().map(header).collect(),
            readmes: kept.readmes.into_iter().map(readme).collect(),
            subjects: kept.subjects.into_iter().map(subject).collect(),
            packs: kept.packs,
        })
    }

    /// Whether `repo` is as it was when it was scanned: a scan would find nothing new in it.
    pub fn is_of(&self, repo: &Opened) -> bool {
        repo.fingerprint() == self.fingerprint
    }

    /// What tools recorded of the solves in the repository.
    pub fn records(&self) -> Records {
        Records::new(&self.readmes, &self.subjects)
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
        let header = Start { blob: Oid::from_bytes(&[7; 20]).ok(), says: [named].into() };
        let record = SolveRecord {
            judge: known_judge("boj"),
            key: Some("1000".to_owned()),
            topics: vec!["수학".to_owned()],
            at: Timestamp::from_second(1_700_000_000).ok(),
            ..SolveRecord::default()
        };
        let record = Arc::new(record);
        let readme = Start { blob: Oid::from_bytes(&[8; 20]).ok(), says: Some(Arc::clone(&record)) };
        for head in [None, Some(commit(3))] {
            let memory = Memory {
                fingerprint: RepoFingerprint { rules: [9; 20], head, tips: vec![commit(1), commit(2)] },
                paths: vec!["x".to_owned()],
                commits: vec![commit(1), commit(2), commit(3)],
                headers: [(RepoPath::from(&b"a\xff"[..]), header.clone())].into_iter().collect(),
                readmes: [(RepoPath::from(&b"README.md"[..]), readme.clone())].into_iter().collect(),
                subjects: [(commit(2), Arc::clone(&record))].into_iter().collect(),
                packs: vec![LightPack { index: "00ff".to_owned(), bytes: 1 }],
            };
            let bytes = memory.to_bytes();
            assert_eq!(Memory::from_bytes(&bytes).unwrap(), memory);
            assert!(Memory::from_bytes(&bytes[1..]).is_none());
            assert!(!Memory::is_of_other_rules(&bytes) && Memory::is_of_other_rules(&bytes[1..]));
        }
        assert!(Memory::from_bytes(b"").is_none());
    }
}
