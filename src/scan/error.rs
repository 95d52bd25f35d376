//! What can go wrong, in words that say what to do about it.

use std::fmt;
use std::path::PathBuf;

use crate::model::{Identity, clean};

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
    /// The repository has a format that can't be read yet (SHA-256 ids, reference tables).
    #[error("the repository {} has a format that cpt can't read: {reason}", clean(label))]
    Unsupported {
        /// The path as the user wrote it.
        label: String,
        /// What git's library says.
        reason: String,
    },
    /// An `ignore` glob makes no sense.
    #[error("`ignore` of the repository {}: {source}", clean(label))]
    Ignore {
        /// The path as the user wrote it.
        label: String,
        /// Which glob, and what is wrong with it.
        source: globset::Error,
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
    pub fn remedy(&self) -> Option<String> {
        match self {
            Self::Missing { .. } => Some("check `path` under `[[repos]]` in cpt.toml".to_owned()),
            Self::NotARepository { inside: None, .. } => {
                Some("make it one with `git init`, or check `path` under `[[repos]]` in cpt.toml".to_owned())
            }
            Self::NotARepository { inside: Some(root), .. } => {
                let root = root.display().to_string();
                Some(format!(
                    "it lies inside the repository {}: name that as `path`, and this folder under `paths`",
                    clean(&root)
                ))
            }
            Self::Owner { path, .. } => {
                let path = path.display().to_string();
                Some(format!(
                    "if you trust it: git config --global --add safe.directory {}",
                    shell_quoted(&clean(&path))
                ))
            }
            Self::Unsupported { .. } => {
                Some("clone it in the common format: SHA-1 ids, references as files".to_owned())
            }
            Self::Ignore { .. } => Some("globs are written as in .gitignore".to_owned()),
            Self::Git { .. } => Some("`git fsck` tells whether the repository is damaged".to_owned()),
        }
    }
}

fn shell_quoted(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    if text.chars().all(plain) { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

/// Something that a scan passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScanWarning {
    /// The repository has no commits.
    NoCommits,
    /// It is a shallow clone: what its oldest commits changed can't be known.
    Shallow {
        /// Commits left out.
        commits: usize,
    },
    /// Objects are missing or damaged.
    Unreadable {
        /// Whether it is a clone that leaves objects to be fetched later, as with `--filter=tree:0`.
        partial: bool,
        /// Commits left out.
        commits: usize,
        /// What git's library says of the first one.
        reason: String,
    },
    /// None of the commits is by the configured authors.
    NoneByAuthors {
        /// Whose commits were looked for.
        wanted: Vec<String>,
        /// Who wrote commits, and how many: the busiest few, the busiest first.
        busiest: Vec<(Identity, usize)>,
    },
    /// A branch that can't be read.
    BrokenBranch {
        /// What git's library says.
        reason: String,
    },
    /// A configured path that isn't in the newest commit.
    NoSuchPath {
        /// The path as the user wrote it.
        path: String,
    },
}

impl fmt::Display for ScanWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCommits => f.write_str("no commits yet"),
            Self::Shallow { commits } => {
                write!(f, "a shallow clone: its oldest {} left out", counted(*commits))
            }
            Self::Unreadable { commits, reason, .. } => {
                write!(f, "{} left out, as their files can't be told: {}", counted(*commits), clean(reason))
            }
            Self::NoneByAuthors { wanted, busiest } => {
                write!(f, "no commit is by {}; there are", clean(&wanted.join(", ")))?;
                for (place, (who, commits)) in busiest.iter().enumerate() {
                    let comma = if place > 0 { "," } else { "" };
                    write!(f, "{comma} {commits} by {} <{}>", clean(&who.name), clean(&who.email))?;
                }
                Ok(())
            }
            Self::BrokenBranch { reason } => write!(f, "a branch can't be read: {}", clean(reason)),
            Self::NoSuchPath { path } => write!(f, "there is no {} in the newest commit", clean(path)),
        }
    }
}

impl ScanWarning {
    /// What the user can do about it.
    pub fn remedy(&self) -> Option<&'static str> {
        match self {
            Self::NoCommits => None,
            Self::Shallow { .. } => Some("git fetch --unshallow"),
            Self::Unreadable { partial: true, .. } => Some("git fetch --refetch --filter=blob:none"),
            Self::Unreadable { partial: false, .. } | Self::BrokenBranch { .. } => Some("git fsck"),
            Self::NoneByAuthors { .. } => {
                Some("put your address under `authors` in `[[repos]]`, or \"*\" for everyone")
            }
            Self::NoSuchPath { .. } => Some("check `paths` under `[[repos]]` in cpt.toml"),
        }
    }
}

fn counted(commits: usize) -> String {
    if commits == 1 { "commit was".to_owned() } else { format!("{commits} commits were") }
}
