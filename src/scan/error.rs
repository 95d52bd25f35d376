//! What can go wrong, in words that say what to do about it.

use std::fmt;
use std::path::PathBuf;

use crate::model::{Identity, clean, count};

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
            Self::Unsupported { format, .. } => Some(format.remedy()),
            Self::Jujutsu { .. } => {
                Some("run `jj git colocation enable` there, which puts a .git beside .jj".to_owned())
            }
            Self::Ignore { .. } => Some("globs are written as in .gitignore".to_owned()),
            Self::Git { .. } => Some("`git fsck` tells whether the repository is damaged".to_owned()),
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
    fn remedy(&self) -> String {
        match self {
            Self::Reftable => {
                "run `git refs migrate --ref-format=files` there (git 2.49 or later, which moves reflogs, too)"
            }
            Self::PartialClone(remote) => {
                let remote = shell_quoted(&clean(remote));
                return format!(
                    "mark it as git does today: git config remote.{remote}.promisor true && \
                     git config --unset extensions.partialClone"
                );
            }
            Self::Sha256 => {
                "make a copy with SHA-1 names and name that as `path`: git init --object-format=sha1 COPY && \
                 git fast-export --all --signed-tags=strip | git -C COPY fast-import"
            }
            Self::Other(_) => "see `git config --get-regexp ^extensions`, and whether there is a newer cpt",
        }
        .to_owned()
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
    /// Commits don't count whose authors may be one who does.
    SimilarAuthors {
        /// Who, and how many commits: the busiest few, the busiest first.
        similar: Vec<(Identity, usize)>,
    },
    /// A branch, or another reference that a scan depends on, can't be read.
    BrokenReference {
        /// Which, and why.
        reason: String,
    },
    /// The files of the newest commit can't be told.
    UnreadableHead {
        /// Why.
        reason: String,
    },
    /// Files whose first lines can't be read, so that they don't say which problems they solve.
    UnreadHeaders {
        /// How many.
        files: usize,
        /// Why, for the first of them.
        reason: String,
    },
    /// `.mailmap` is a symbolic link, which git doesn't follow.
    LinkedMailmap,
    /// A mailmap can't be read.
    UnreadMailmap {
        /// Its path, or its name in the configuration.
        name: String,
        /// Why.
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
                let reason = clean(reason);
                if *commits == 1 {
                    write!(f, "a commit was left out, as its files can't be told: {reason}")
                } else {
                    write!(f, "{commits} commits were left out, as their files can't be told: {reason}")
                }
            }
            Self::NoneByAuthors { wanted, busiest } => {
                write!(f, "no commit is by {}; there are {}", clean(&wanted.join(", ")), listed(busiest))
            }
            Self::SimilarAuthors { similar } => {
                write!(f, "commits were left out whose author may be you: {}", listed(similar))
            }
            Self::BrokenReference { reason } => write!(f, "a branch can't be read: {}", clean(reason)),
            Self::UnreadableHead { reason } => {
                write!(f, "the newest commit's files can't be told: {}", clean(reason))
            }
            Self::UnreadHeaders { files, reason } => {
                let files = count(*files, "file");
                write!(
                    f,
                    "the first lines of {files} can't be read, and may name problems: {}",
                    clean(reason)
                )
            }
            Self::LinkedMailmap => {
                f.write_str(".mailmap is a symbolic link, and left out as git leaves it out")
            }
            Self::UnreadMailmap { name, reason } => {
                write!(f, "the mailmap {} can't be read: {}", clean(name), clean(reason))
            }
            Self::NoSuchPath { path } => write!(f, "there is no {} in the newest commit", clean(path)),
        }
    }
}

impl ScanWarning {
    /// Whether commits or problems may be missing from what was found.
    pub fn is_incomplete(&self) -> bool {
        match self {
            Self::Shallow { .. }
            | Self::Unreadable { .. }
            | Self::BrokenReference { .. }
            | Self::UnreadableHead { .. }
            | Self::UnreadHeaders { .. }
            | Self::UnreadMailmap { .. } => true,
            Self::NoCommits
            | Self::NoneByAuthors { .. }
            | Self::SimilarAuthors { .. }
            | Self::NoSuchPath { .. }
            | Self::LinkedMailmap => false,
        }
    }

    /// What the user can do about it.
    pub fn remedy(&self) -> Option<&'static str> {
        match self {
            Self::NoCommits => None,
            Self::Shallow { .. } => Some("git fetch --unshallow"),
            Self::Unreadable { partial: true, .. } => Some("git fetch --refetch --filter=blob:none"),
            Self::Unreadable { partial: false, .. }
            | Self::BrokenReference { .. }
            | Self::UnreadableHead { .. }
            | Self::UnreadHeaders { .. } => Some("git fsck"),
            Self::LinkedMailmap => Some("put a file in its place"),
            Self::UnreadMailmap { .. } => Some("mend or remove it"),
            Self::NoneByAuthors { .. } => {
                Some("put your address under `authors` in `[[repos]]`, or \"*\" for everyone")
            }
            Self::SimilarAuthors { .. } => {
                Some("if it is you, add the address to `authors` in `[[repos]]`, or a line to .mailmap")
            }
            Self::NoSuchPath { .. } => Some("check `paths` under `[[repos]]` in cpt.toml"),
        }
    }
}

/// "12 by Ada <ada@example.com>, 3 by Bob <bob@example.com>"
fn listed(authors: &[(Identity, usize)]) -> String {
    let one = |(who, commits): &(Identity, usize)| {
        format!("{commits} by {} <{}>", clean(&who.name), clean(&who.email))
    };
    authors.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn counted(commits: usize) -> String {
    if commits == 1 { "commit was".to_owned() } else { format!("{commits} commits were") }
}
