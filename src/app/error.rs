//! Whose fault it is, what happened, and what to do.

use std::error::Error;
use std::fmt::Display;
use std::io;

use crate::config::ConfigError;
use crate::lang::{Lang, Later};
use crate::model::{Advice, Failure};
use crate::scan::ScanError;
use crate::store::StoreError;

/// Why a command could not do its work; decides the exit code.
#[derive(Debug)]
pub struct AppError {
    exit: u8,
    /// What happened, and what to do; `None` where it was said already.
    failure: Option<Failure>,
    /// What else could not be read; told before it.
    failures: Vec<Failure>,
}

impl AppError {
    fn new(exit: u8, failure: Failure) -> Self {
        Self { exit, failure: Some(failure), failures: Vec::new() }
    }

    /// Wrong arguments or configuration.
    pub fn usage(message: impl Into<Later>, remedy: impl Into<Later<Advice>>) -> Self {
        Self::wrong(Failure::new(message).advise(remedy))
    }

    /// The same, of what is told already.
    pub fn wrong(failure: Failure) -> Self {
        Self::new(2, failure)
    }

    /// A file or folder that the user named, or that lies where they said, can't be used.
    pub fn file(doing: impl Into<String>, source: &io::Error) -> Self {
        Self::new(2, Failure::new(format!("{}: {source}", doing.into())))
    }

    /// A page's template failed, which none should.
    pub fn page(error: impl Display) -> Self {
        Self::usage(format!("the page could not be made: {error}"), "This is a bug in cpt; please report it.")
    }

    /// A judge or repository can't be read, and there is nothing else to show.
    pub fn unreadable(failure: Failure) -> Self {
        Self::new(3, failure)
    }

    /// None of the repositories could be read, and there is nothing else to show.
    pub fn no_repository(failures: Vec<Failure>) -> Self {
        if failures.is_empty() {
            Self::usage("no repository is configured", "Add one to [[repos]] in cpt.toml.")
        } else {
            Self { failures, ..Self::said(3) }
        }
    }

    /// Already said; only the exit code is left.
    pub fn said(exit: u8) -> Self {
        Self { exit, failure: None, failures: Vec::new() }
    }

    /// The same after other things could not be read, which are told before it.
    pub fn after(mut self, failures: Vec<Failure>) -> Self {
        if self.failures.is_empty() {
            self.failures = failures;
        }
        self
    }

    pub fn exit_code(&self) -> u8 {
        self.exit
    }

    /// What else could not be read.
    pub fn failures(&self) -> &[Failure] {
        &self.failures
    }

    /// What happened, and what to do.
    pub fn said_in(&self, lang: Lang) -> (String, Option<Advice>) {
        self.failure.as_ref().map(|failure| failure.said(lang)).unwrap_or_default()
    }

    /// What happened, and what to do; `None` where it was said already.
    pub fn failure(&self) -> Option<Failure> {
        self.failure.clone()
    }
}

/// An error and its causes in one sentence, none of them said twice.
pub fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let words = error.to_string();
        if !text.contains(&words) {
            text.push_str(": ");
            text.push_str(&words);
        }
        cause = error.source();
    }
    text
}

/// What an error says, and what to do about it.
pub fn failure(error: &dyn Error, remedy: Option<Advice>) -> Failure {
    Failure { message: chain(error).into(), remedy: remedy.map(Into::into) }
}

impl From<ScanError> for AppError {
    fn from(error: ScanError) -> Self {
        Self::unreadable(failure(&error, error.remedy()))
    }
}

impl From<ConfigError> for AppError {
    fn from(error: ConfigError) -> Self {
        Self::new(2, failure(&error, None))
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        Self::new(4, failure(&error, Some(error.remedy())))
    }
}

impl From<io::Error> for AppError {
    /// Standard output can't be written. Nobody reads any more: that is how `cpt | head` ends, and no error.
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::said(0)
        } else {
            Self::file("can't write to standard output", &error)
        }
    }
}

impl From<serde_json::Error> for AppError {
    fn from(error: serde_json::Error) -> Self {
        Self::file("can't write JSON", &error.into())
    }
}
