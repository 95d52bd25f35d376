//! What an answer depends on besides the commits that are reachable, in few bytes.

use git2::{Error, ObjectType, Oid};

use super::commit_id;
use crate::model::CommitId;

/// As long as the fingerprints of a repository are equal, so is what a scan finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepoFingerprint {
    /// The hash of everything that decides what counts and how it is named.
    pub(super) rules: [u8; 20],
    /// Where `HEAD` is.
    pub(super) head: Option<CommitId>,
    /// Where the branches (and a detached `HEAD`) are, each commit once, sorted.
    pub(super) tips: Vec<CommitId>,
}

impl RepoFingerprint {
    /// The fingerprint as bytes, to be kept and compared.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.rules.to_vec();
        bytes.extend(self.head.iter().chain(&self.tips).flat_map(|commit| commit.0));
        bytes.push(u8::from(self.head.is_some()));
        bytes
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (&has_head, bytes) = bytes.split_last()?;
        let (rules, commits) = bytes.split_first_chunk()?;
        let mut commits = super::memory::commits_of(commits)?;
        let head = (has_head == 1 && !commits.is_empty()).then(|| commits.remove(0));
        Some(Self { rules: *rules, head, tips: commits })
    }
}

/// Puts values one after the other so that no two sequences of them give the same bytes. What it writes is kept: it must
/// not change but on purpose.
#[derive(Default)]
pub(super) struct Canonical(Vec<u8>);

impl Canonical {
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.number(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
        self
    }

    pub fn number(&mut self, number: u64) -> &mut Self {
        self.0.extend(number.to_le_bytes());
        self
    }

    pub fn list<T: AsRef<[u8]>>(&mut self, list: &[T]) -> &mut Self {
        self.number(list.len() as u64);
        list.iter().fold(self, |all, one| all.bytes(one.as_ref()))
    }

    /// A list that may be missing, which is another thing than an empty one.
    pub fn optional<T: AsRef<[u8]>>(&mut self, list: Option<&[T]>) -> &mut Self {
        self.number(list.is_some().into());
        self.list(list.unwrap_or_default())
    }

    pub fn hash(&self) -> Result<[u8; 20], Error> {
        Ok(commit_id(Oid::hash_object(ObjectType::Blob, &self.0)?).0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_sequences_of_values_have_the_same_bytes() {
        let written =
            |write: fn(&mut Canonical) -> &mut Canonical| write(&mut Canonical::default()).0.clone();
        let all = [
            written(|it| it),
            written(|it| it.bytes(b"")),
            written(|it| it.bytes(b"ab")),
            written(|it| it.bytes(b"a").bytes(b"b")),
            written(|it| it.list(&["a", "b"])),
            written(|it| it.list(&["ab"])),
            written(|it| it.optional::<&str>(None)),
            written(|it| it.optional::<&str>(Some(&[]))),
            written(|it| it.list(&["a"]).list(&["b"])),
        ];
        for (place, one) in all.iter().enumerate() {
            assert!(!all[..place].contains(one), "{place}");
        }
    }

    #[test]
    fn what_is_written_stays_the_same_from_version_to_version() {
        let mut it = Canonical::default();
        it.bytes(b"a").number(258).optional(Some(&["b"]));
        let number = |number: u8, more: u8| [number, more, 0, 0, 0, 0, 0, 0];
        let expected =
            [&number(1, 0)[..], b"a", &number(2, 1), &number(1, 0), &number(1, 0), &number(1, 0), b"b"];
        assert_eq!(it.0, expected.concat());
    }
}
