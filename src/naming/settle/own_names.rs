//! What the names of files say by themselves.

use foldhash::{HashMap, HashMapExt as _};

use crate::model::RepoPath;
use crate::naming::path::{Parts, is_empty_stem, says_something, stem_of, without_attempt};
use crate::naming::{date, folder, leetcode, rule};

/// What a file's own name says.
pub(super) struct Own {
    /// In lower case with hyphens, without the number.
    pub title: String,
    /// Whether that has several words.
    pub is_title: bool,
    /// The number that it begins with.
    pub number: Option<String>,
    /// The letter that it is.
    pub letter: Option<String>,
    /// Whether it says nothing where folders do.
    is_empty: bool,
}

impl Own {
    /// The label of a task that the title begins with: `D_StaircaseSequence`.
    pub fn label(&self) -> Option<&str> {
        let (label, _) = self.title.split_once('-')?;
        (label.len() == 1 && label.as_bytes()[0].is_ascii_alphabetic()).then_some(label)
    }

    fn of(file: &str) -> Option<Self> {
        let stem = *Parts::of(file).list.last()?;
        let numbered = leetcode::numbered(stem);
        let number = numbered.as_ref().map(|found| rule::number(found.digits).to_owned());
        let title = rule::camel_slug(numbered.map_or(stem, |found| found.title));
        let is_letter = stem.len() < 3
            && stem.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
            && stem.bytes().skip(1).all(|byte| byte.is_ascii_digit());
        let letter = is_letter.then(|| stem[..1].to_ascii_lowercase());
        let is_title = title.contains('-') && !folder::is_topic(&title) && !folder::is_series_part(stem);
        let is_empty = is_empty_stem(without_attempt(stem_of(file)));
        Some(Self { title, is_title, number, letter, is_empty })
    }
}

/// What the names of files say, each looked at once: many people, and many folders, have files of one name.
pub(super) struct OwnNames<'c>(HashMap<&'c [u8], Option<Own>>);

impl<'c> OwnNames<'c> {
    pub fn of(paths: impl Iterator<Item = &'c RepoPath>) -> Self {
        let mut names = HashMap::new();
        for path in paths {
            let (_, file) = split(&path.0);
            names.entry(file).or_insert_with(|| Own::of(&String::from_utf8_lossy(file)));
        }
        Self(names)
    }

    /// What the name of a file says; `None` where that is nothing and its folders say something.
    pub fn get(&self, path: &RepoPath) -> Option<&Own> {
        let (folders, file) = split(&path.0);
        let own = self.0.get(file)?.as_ref()?;
        let say_something = || {
            let folders = String::from_utf8_lossy(folders);
            folders.split('/').map(date::without).any(says_something)
        };
        (!own.is_empty || !say_something()).then_some(own)
    }
}

/// The folders and the file.
pub(super) fn split(path: &[u8]) -> (&[u8], &[u8]) {
    match path.iter().rposition(|byte| *byte == b'/') {
        Some(end) => (&path[..end], &path[end + 1..]),
        None => (&[], path),
    }
}
