//! What commits are called, and where they can be looked at.

use super::object::Commit;
use super::objects::Reader;
use super::open::Opened;
use crate::model::CommitId;

/// No longer subject is read: a first line can be a whole book.
const LONGEST: usize = 1000;

/// Sites whose page of a commit is `/commit/` and its id below the repository's.
const SITES: [&str; 3] = ["github.com", "gitlab.com", "codeberg.org"];

impl Opened {
    /// The first lines of the messages of `commits`, in their order; empty where one can't be read. What isn't UTF-8
    /// becomes U+FFFD.
    pub fn subjects<'a>(&self, commits: impl IntoIterator<Item = &'a CommitId>) -> Vec<String> {
        let commits: Vec<&CommitId> = commits.into_iter().collect();
        let subject = |reader: &Reader<'_>, id: &CommitId| {
            let object = reader.commit(git2::Oid::from_bytes(&id.0).ok()?).ok()?;
            let commit = Commit::parse(object.data())?;
            let line = commit.message().trim_ascii_start().split(|&byte| byte == b'\n').next()?;
            Some(String::from_utf8_lossy(&line[..line.len().min(LONGEST)]).trim_end().to_owned())
        };
        let all =
            |reader: &Reader<'_>| commits.iter().map(|id| subject(reader, id).unwrap_or_default()).collect();
        let read = self.objects(&[]).and_then(|objects| Ok(objects.with(0, all)?));
        read.unwrap_or_else(|_| vec![String::new(); commits.len()])
    }

    /// The address before a commit's id at the site that the repository was cloned from; `None` where that isn't a
    /// site that is known to show commits to everybody.
    pub fn commit_pages(&self) -> Option<String> {
        let origin = self.repo.find_remote("origin").ok()?;
        commit_pages(&String::from_utf8_lossy(origin.url_bytes()))
    }
}

/// `https://…/commit/` for the address of a remote: `https://host/owner/name.git`, `git@host:owner/name.git`,
/// `ssh://git@host/owner/name`. What an address says of a user stays out.
fn commit_pages(remote: &str) -> Option<String> {
    let (host, path) = match remote.split_once("://") {
        Some(("https" | "http" | "ssh" | "git", rest)) => rest.split_once('/')?,
        Some(_) => return None,
        None => remote.split_once(':')?,
    };
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host).to_ascii_lowercase();
    let host = host.split_once(':').map_or(host.as_str(), |(host, _)| host);
    let path = path.trim_matches('/');
    let path = path.strip_suffix(".git").unwrap_or(path);
    let plain = |part: &str| {
        let usual = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        !part.is_empty() && part.bytes().all(usual) && part.bytes().any(|byte| byte != b'.')
    };
    let known = SITES.contains(&host) && path.contains('/') && path.split('/').all(plain);
    known.then(|| format!("https://{host}/{path}/commit/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AuthorDate, RepoSpec};
    use crate::sample::repo::RepoBuilder;

    #[test]
    fn the_first_line_of_a_message_is_its_subject_whatever_bytes_it_has() {
        let dir = tempfile::tempdir().unwrap();
        let repo = RepoBuilder::init(dir.path(), "Ada", "ada@example.com").unwrap();
        let commit = |message: &[u8]| {
            let date = AuthorDate { seconds: 1_700_000_000, offset_minutes: 0 };
            repo.commit(date).write("a.rs", message).message(message).finish().unwrap()
        };
        let long = "x".repeat(5000);
        let ids = [
            commit(b"Solve A\n\nbody\n"),
            commit(b"\n\n late \n"),
            commit(b"\xff<b>"),
            commit(long.as_bytes()),
            CommitId([7; 20]),
        ];
        let opened = super::super::open(&RepoSpec::new(dir.path())).unwrap();
        let subjects = opened.subjects(&ids);
        assert_eq!(subjects[..3], ["Solve A", "late", "\u{fffd}<b>"]);
        assert_eq!((subjects[3].len(), subjects[4].as_str()), (LONGEST, ""));
        assert_eq!(opened.commit_pages(), None);
    }

    #[test]
    fn commits_are_linked_where_a_known_site_shows_them() {
        for remote in [
            "https://github.com/ada/practice.git",
            "https://token:x@GitHub.com/ada/practice",
            "git@github.com:ada/practice.git",
            "ssh://git@github.com:22/ada/practice.git/",
        ] {
            let pages = commit_pages(remote);
            assert_eq!(pages.as_deref(), Some("https://github.com/ada/practice/commit/"), "{remote}");
        }
        assert_eq!(
            commit_pages("https://gitlab.com/a/b/c.git").as_deref(),
            Some("https://gitlab.com/a/b/c/commit/")
        );
        for remote in [
            "",
            "/srv/practice",
            "file:///github.com/a/b",
            "https://example.com/a/b",
            "https://github.com/a",
            "https://github.com/../b",
            "https://github.com/a/\"><script>",
            "javascript://github.com/a/b",
        ] {
            assert_eq!(commit_pages(remote), None, "{remote}");
        }
    }
}
