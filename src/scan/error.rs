//! What can go wrong, in words that say what to do about it.

use std::fmt;
use std::path::PathBuf;

use crate::model::{Advice, clean};

/// Why a repository could not be scanned. The label is the path as the user wrote it.
#[derive(Debug, thiserror::Error)]
pub enum ScanError {
    /// Nothing is there.
    #[error("the repository {} doesn't exist", clean(label))]
    Missing {
        /// The path as the user wrote it.
        label: String,
    },
    /// Something is there, but no repository.
    #[error("{} is not a git repository", clean(label))]
    NotARepository {
        /// The path as the user wrote it.
        label: String,
        /// The repository it lies in.
        inside: Option<PathBuf>,
    },
    /// The repository belongs to another user of this machine.
    #[error("git doesn't trust {}: it belongs to another user", clean(label))]
    Owner {
        /// The path as the user wrote it.
        label: String,
        /// The path that git's configuration must name.
        path: PathBuf,
    },
    /// The repository has a format that can't be read yet.
    #[error("the repository {} {format}", clean(label))]
    Unsupported {
        /// The path as the user wrote it.
        label: String,
        /// What it is that can't be read.
        format: UnknownFormat,
    },
    /// A workspace of Jujutsu's that has no `.git` beside it.
    #[error("{} is a workspace of Jujutsu (jj) whose git repository is hidden inside .jj", clean(label))]
    Jujutsu {
        /// The path as the user wrote it.
        label: String,
        /// The workspace's folder.
        root: PathBuf,
    },
    /// An `ignore` glob makes no sense.
    #[error("the ignore globs of the repository {}: {source}", clean(label))]
    Ignore {
        /// The path as the user wrote it.
        label: String,
        /// Which glob, and what is wrong with it.
        source: ignore::Error,
    },
    /// Anything else.
    #[error("{doing} of the repository {}", clean(label))]
    Git {
        /// The path as the user wrote it.
        label: String,
        /// What was being done, such as `reading the branches`.
        doing: &'static str,
        /// What git's library says.
        source: git2::Error,
    },
}

impl ScanError {
    /// What the user can do about it.
    pub fn remedy(&self) -> Option<Advice> {
        match self {
            Self::Missing { .. } => Some(
                Advice::words("check ")
                    .and_code("path")
                    .and(" under ")
                    .and_code("[[repos]]")
                    .and(" in cpt.toml"),
            ),
            Self::NotARepository { inside: None, .. } => Some(
                Advice::words("make it one with ")
                    .and_code("git init")
                    .and(", or check ")
                    .and_code("path")
                    .and(" under ")
                    .and_code("[[repos]]")
                    .and(" in cpt.toml"),
            ),
            Self::NotARepository { inside: Some(root), .. } => {
                let root = root.display().to_string();
                let said =
                    Advice::words(format!("it lies inside the repository {}: name that as ", clean(&root)));
                Some(said.and_code("path").and(", and this folder under ").and_code("paths"))
            }
            Self::Owner { path, .. } => {
                let path = path.display().to_string();
                let command =
                    format!("git config --global --add safe.directory {}", shell_quoted(&clean(&path)));
                Some(Advice::words("if you trust it: ").and_code(command))
            }
            Self::Unsupported { format, .. } => Some(format.remedy()),
            Self::Jujutsu { .. } => Some(
                Advice::words("run ")
                    .and_code("jj git colocation enable")
                    .and(" there, which puts a .git beside .jj"),
            ),
            Self::Ignore { .. } => Some("globs are written as in .gitignore".into()),
            Self::Git { .. } => {
                Some(Advice::code("git fsck").and(" tells whether the repository is damaged"))
            }
        }
    }
}

/// What in a repository's format can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnknownFormat {
    /// References in tables (reftable).
    Reftable,
    /// SHA-256 object names.
    Sha256,
    /// A partial clone as git marked them before 2.24, with the remote that the rest is fetched from.
    PartialClone(String),
    /// Anything else, as git's library says it.
    Other(String),
}

impl fmt::Display for UnknownFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reftable => {
                f.write_str("keeps its references in tables (reftable), which cpt can't read yet")
            }
            Self::Sha256 => f.write_str("has SHA-256 object names, which cpt can't read yet"),
            Self::PartialClone(_) => f.write_str(
                "is a partial clone of an older git (extensions.partialClone), which cpt can't read",
            ),
            Self::Other(reason) => write!(f, "has a format that cpt can't read: {}", clean(reason)),
        }
    }
}

impl UnknownFormat {
    fn remedy(&self) -> Advice {
        match self {
            Self::Reftable => Advice::words("run ")
                .and_code("git refs migrate --ref-format=files")
                .and(" there (git 2.49 or later, which moves reflogs, too)"),
            Self::PartialClone(remote) => {
                let remote = shell_quoted(&clean(remote));
                Advice::words("mark it as git does today: ").and_code(format!(
                    "git config remote.{remote}.promisor true && git config --unset extensions.partialClone"
                ))
            }
            Self::Sha256 => Advice::words("make a copy with SHA-1 names and name that as ")
                .and_code("path")
                .and(": ")
                .and_code(
                    "git init --object-format=sha1 COPY && \
                     git fast-export --all --signed-tags=strip | git -C COPY fast-import",
                ),
            Self::Other(_) => Advice::words("see ")
                .and_code("git config --get-regexp ^extensions")
                .and(", and whether there is a newer cpt"),
        }
    }
}

fn shell_quoted(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    if text.chars().all(plain) { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) }
}
