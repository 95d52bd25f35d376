//! What could not be done, and what to do about it.

use jiff::Timestamp;

use super::Advice;
use crate::lang::{Lang, Later};

/// Why a source could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What went wrong, with its causes.
    pub message: Later,
    /// What to do about it.
    pub remedy: Option<Later<Advice>>,
}

impl Failure {
    /// A failure that nothing can be done about.
    pub fn new(message: impl Into<Later>) -> Self {
        Self { message: message.into(), remedy: None }
    }

    /// With what to do about it.
    #[must_use]
    pub fn advise(self, remedy: impl Into<Later<Advice>>) -> Self {
        Self { remedy: Some(remedy.into()), ..self }
    }

    /// What went wrong, and what to do about it.
    pub fn said(&self, lang: Lang) -> (String, Option<Advice>) {
        (self.message.said(lang), self.remedy.as_ref().map(|remedy| remedy.said(lang)))
    }
}

/// That a source could not be fetched, the last time that it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedFetch {
    /// When that was.
    pub at: Timestamp,
    /// What went wrong.
    pub reason: FailureReason,
}

/// What went wrong with a request, as it is kept until the next one: "no connection", in every language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailureReason(Later);

impl FailureReason {
    /// What `told` says in a language.
    pub fn new(told: impl Fn(Lang) -> String) -> Self {
        let [english, korean, japanese] = Lang::ALL.map(told);
        Self(Later::message(english, korean, japanese))
    }

    /// The words.
    pub fn told(&self, lang: Lang) -> String {
        self.0.said(lang)
    }
}
