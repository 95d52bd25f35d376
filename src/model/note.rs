//! What there is to know of what was read all the same. As data: it is kept, and said by whoever shows it.

use serde::{Deserialize, Serialize};

use super::{Failure, Identity, SourceName};

/// Something to know of what was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// A scan of a repository, which the configuration calls so, passed something over.
    Scan {
        /// The repository's label.
        repo: String,
        /// What it was.
        warning: ScanWarning,
    },
    /// Solutions have other names since this version of the program.
    Renamed {
        /// The repository's label.
        repo: String,
        /// How many solution files.
        files: usize,
    },
    /// What is stored can't be used, and there is an answer without it.
    Unusable(Failure),
    /// A store was damaged as a whole and set aside.
    SetAside {
        /// What was wrong with it, and where.
        why: String,
        /// Where it is now.
        aside: String,
    },
    /// What was stored of a source was damaged and is forgotten.
    Damaged {
        /// The source.
        source: SourceName,
        /// Whether it is brought anew; a source that nothing asks for any more is not.
        anew: bool,
    },
    /// A picture has no glyphs for some characters, as no font has them.
    Unwritable {
        /// The picture.
        file: String,
        /// The characters.
        characters: String,
    },
}

impl Note {
    /// Whether something may be missing from an answer that rests on what it is about.
    pub fn is_incomplete(&self) -> bool {
        matches!(self, Self::Scan { warning, .. } if warning.is_incomplete())
    }
}

/// What an answer rests on: what could not be read for it, and what there is to know of what was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completeness {
    /// What could not be read.
    pub failures: Vec<Failure>,
    /// What there is to know of what was.
    pub notes: Vec<Note>,
}

impl Completeness {
    /// Whether nothing is missing.
    pub fn is_complete(&self) -> bool {
        self.failures.is_empty() && !self.notes.iter().any(Note::is_incomplete)
    }
}

/// Something that a scan passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
}
