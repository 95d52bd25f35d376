//! Texts of which the language isn't known yet.

use std::fmt;
use std::sync::Arc;

use super::{Lang, Text};

/// A text that is made once the language is known: what goes up as an error is said by whoever prints it, to people in
/// their language and to programs in English.
#[derive(Clone)]
pub struct Later<T = String>(Arc<dyn Fn(Lang) -> T + Send + Sync>);

impl<T> Later<T> {
    /// The text that `say` makes.
    pub fn new(say: impl Fn(Lang) -> T + Send + Sync + 'static) -> Self {
        Self(Arc::new(say))
    }

    /// The text.
    pub fn said(&self, lang: Lang) -> T {
        self.0(lang)
    }
}

impl<T: Text + Clone + Send + Sync + 'static> Later<T> {
    /// The text that is at hand in every language.
    pub fn of(english: T, korean: T, japanese: T) -> Self {
        Self::new(move |lang| lang.say(|| english.clone(), || korean.clone(), || japanese.clone()))
    }
}

impl Later {
    /// A message in every language.
    pub fn message(
        english: impl Into<String>,
        korean: impl Into<String>,
        japanese: impl Into<String>,
    ) -> Self {
        Self::of(english.into(), korean.into(), japanese.into())
    }
}

impl<T: Clone + Send + Sync + 'static> From<T> for Later<T> {
    /// What is the same in every language.
    fn from(text: T) -> Self {
        Self::new(move |_| text.clone())
    }
}

impl From<&str> for Later {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl<T: fmt::Debug> fmt::Debug for Later<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said(Lang::English).fmt(f)
    }
}

impl<T: PartialEq> PartialEq for Later<T> {
    fn eq(&self, other: &Self) -> bool {
        self.said(Lang::English) == other.said(Lang::English)
    }
}

impl<T: Eq> Eq for Later<T> {}
