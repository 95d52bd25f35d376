//! A piece of text whose parts know what they are, so that each output shows them in its own way.

use std::fmt::Display;

use unicode_width::UnicodeWidthStr as _;

use super::paint::Paint;
use crate::lang::{self, Text};

/// Parts of a sentence, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Phrase(Vec<(String, Option<Paint>)>);

impl Phrase {
    /// Plain words.
    pub fn words(text: impl Display) -> Self {
        Self::default().and(text)
    }

    /// Words in a paint.
    pub fn painted(paint: Paint, text: impl Display) -> Self {
        Self::default().paint(paint, text)
    }

    /// With plain words after it.
    pub fn and(mut self, text: impl Display) -> Self {
        self.0.push((text.to_string(), None));
        self
    }

    /// With words in a paint after it.
    pub fn paint(mut self, paint: Paint, text: impl Display) -> Self {
        self.0.push((text.to_string(), Some(paint)));
        self
    }

    /// With another one after it.
    pub fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// As the terminal shows it.
    pub fn in_terminal(&self) -> String {
        let part = |(text, paint): &(String, Option<Paint>)| match paint {
            Some(paint) => paint.on(text),
            None => text.clone(),
        };
        self.0.iter().map(part).collect()
    }

    /// Its words alone.
    pub fn plain(&self) -> String {
        self.0.iter().map(|(text, _)| text.as_str()).collect()
    }

    /// Its words as a sentence of their own, with a capital letter.
    pub fn sentence(&self) -> String {
        let text = self.plain();
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }
}

impl Text for Phrase {
    fn marked(mut self) -> Self {
        let [begin, end] = lang::marks(self.plain().width());
        self.0.insert(0, (begin, None));
        self.and(end)
    }
}
