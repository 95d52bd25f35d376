//! What is wrong with a configuration, where, and what was expected.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::lang::{Lang, Later};
use crate::model::clean;

/// Something in the configuration can't be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file can't be read.
    Unreadable {
        /// Which file.
        file: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// A value, a key or the syntax is wrong.
    Wrong {
        /// Which file.
        file: PathBuf,
        /// Counted from 1.
        line: usize,
        /// In characters, counted from 1.
        column: usize,
        /// The dotted key, empty where the syntax itself is wrong.
        key: String,
        /// What is wrong and what was expected.
        message: Later,
    },
    /// An environment variable is wrong.
    Environment {
        /// The variable.
        name: String,
        /// What is wrong and what was expected.
        message: Later,
    },
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::English))
    }
}

impl ConfigError {
    /// What is wrong, with its place, without its cause.
    pub fn told(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable { file, .. } => {
                let file = file.display();
                lang.say(
                    || format!("can't read {file}"),
                    || format!("{file} 파일을 읽을 수 없습니다"),
                    || format!("{file} を読み込めません"),
                )
            }
            Self::Wrong { file, line, column, key, message } => {
                let key = if key.is_empty() { String::new() } else { format!("{key}: ") };
                format!("{}:{line}:{column}: {key}{}", file.display(), clean(&message.said(lang)))
            }
            Self::Environment { name, message } => format!("{name}: {}", message.said(lang)),
        }
    }

    /// What is wrong, without the place.
    pub fn reason(&self) -> Later {
        match self {
            Self::Wrong { message, .. } | Self::Environment { message, .. } => {
                let message = message.clone();
                Later::new(move |lang| clean(&message.said(lang)).into_owned())
            }
            Self::Unreadable { .. } => self.to_string().into(),
        }
    }

    pub(super) fn unreadable(file: &Path, source: std::io::Error) -> Self {
        Self::Unreadable { file: file.to_owned(), source }
    }

    /// What begins as text goes on as something else.
    pub fn not_utf8(file: &Path, error: &std::string::FromUtf8Error) -> Self {
        let valid = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(&error.as_bytes()[..valid]);
        let message =
            Later::message("invalid UTF-8", "올바른 UTF-8이 아닙니다", "正しい UTF-8 ではありません");
        Self::wrong(file, &text, text.len()..text.len(), "", message)
    }

    /// An error at `span` (bytes) of `text`.
    pub(super) fn wrong(
        file: &Path,
        text: &str,
        span: Range<usize>,
        key: &str,
        message: impl Into<Later>,
    ) -> Self {
        let place = Self::place(text, span.start);
        Self::at(file, place, key, message)
    }

    /// An error at a line and a column.
    pub fn at(file: &Path, (line, column): (usize, usize), key: &str, message: impl Into<Later>) -> Self {
        let (key, message) = (clean(key).into_owned(), message.into());
        Self::Wrong { file: file.to_owned(), line, column, key, message }
    }

    /// The line and the column of the byte at `start` of `text`, both counted from 1.
    pub(super) fn place(text: &str, start: usize) -> (usize, usize) {
        let before = text.get(..start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// The word of `known` that `word` was probably meant to be.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    known
        .map(|known| (strsim::damerau_levenshtein(&word, &known.to_lowercase()), known))
        .min()
        .filter(|(distance, known)| *distance <= known.chars().count().div_ceil(3).min(3))
        .map(|(_, known)| known)
}
