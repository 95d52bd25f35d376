//! What to do about something, told so that every output can set it in its own way.

use std::borrow::Cow;
use std::fmt;

use unicode_width::UnicodeWidthStr as _;

use crate::lang::{self, Later, Text};

/// A piece of [`Advice`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AdvicePart {
    /// Plain words.
    Words(String),
    /// What is to be typed, or a key of the configuration.
    Code(String),
}

/// Sentences in which what is to be typed is told apart from the words around it. As text, it is between backticks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Advice(Vec<AdvicePart>);

impl Advice {
    /// Plain words.
    pub fn words(text: impl Into<String>) -> Self {
        Self::default().and(text)
    }

    /// What is to be typed.
    pub fn code(text: impl Into<String>) -> Self {
        Self::default().and_code(text)
    }

    /// With plain words after it.
    #[must_use]
    pub fn and(mut self, text: impl Into<String>) -> Self {
        self.0.push(AdvicePart::Words(text.into()));
        self
    }

    /// With what is to be typed after it.
    #[must_use]
    pub fn and_code(mut self, text: impl Into<String>) -> Self {
        self.0.push(AdvicePart::Code(text.into()));
        self
    }

    /// With another one after it.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Its pieces, in order.
    pub fn parts(&self) -> &[AdvicePart] {
        &self.0
    }
}

impl From<Vec<AdvicePart>> for Advice {
    fn from(parts: Vec<AdvicePart>) -> Self {
        Self(parts)
    }
}

impl From<String> for Advice {
    fn from(words: String) -> Self {
        Self::words(words)
    }
}

impl From<Cow<'static, str>> for Advice {
    fn from(words: Cow<'static, str>) -> Self {
        Self::words(words)
    }
}

impl From<&str> for Advice {
    fn from(words: &str) -> Self {
        Self::words(words)
    }
}

impl Later<Advice> {
    /// Advice in every language.
    pub fn advice(
        english: impl Into<Advice>,
        korean: impl Into<Advice>,
        japanese: impl Into<Advice>,
    ) -> Self {
        Self::of(english.into(), korean.into(), japanese.into())
    }
}

impl From<String> for Later<Advice> {
    fn from(words: String) -> Self {
        Advice::words(words).into()
    }
}

impl From<&str> for Later<Advice> {
    fn from(words: &str) -> Self {
        Advice::words(words).into()
    }
}

impl Text for Advice {
    fn marked(mut self) -> Self {
        let [begin, end] = lang::marks(self.to_string().width());
        self.0.insert(0, AdvicePart::Words(begin));
        self.and(end)
    }
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|part| match part {
            AdvicePart::Words(words) => f.write_str(words),
            AdvicePart::Code(code) => write!(f, "`{code}`"),
        })
    }
}
