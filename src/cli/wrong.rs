//! What clap finds wrong with a line, in the program's own words.

use std::fmt;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::lang::{Lang, Later};
use crate::model::{Advice, Failure, clean};
use crate::report::argument_words as words;

/// Why a value can't be used, told as what can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WrongValue(Later<Advice>);

impl WrongValue {
    pub fn new(advice: impl Fn(Lang) -> Advice + Send + Sync + 'static) -> Self {
        Self(Later::new(advice))
    }
}

impl fmt::Display for WrongValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.said(Lang::English).fmt(f)
    }
}

impl std::error::Error for WrongValue {}

/// What is wrong, and what to do about it; `path` is the command that the line is for, such as "cpt target add".
pub(super) fn failure(error: &clap::Error, path: Option<String>) -> Failure {
    let argument = text(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = text(error, ContextKind::InvalidValue).unwrap_or_default();
    let help = path.map(|path| format!("{path} --help"));
    let see_help = |message: Later| {
        let failure = Failure::new(message);
        match help {
            Some(help) => failure.advise(Later::new(move |lang| words::see_help(lang, &help))),
            None => failure,
        }
    };
    match error.kind() {
        ErrorKind::InvalidValue => {
            let values = texts(error, ContextKind::ValidValue);
            let near = texts(error, ContextKind::SuggestedValue);
            let failure = Failure::new(Later::new(move |lang| {
                if value.is_empty() {
                    words::missing_value(lang, &argument)
                } else {
                    words::invalid_value(lang, &argument, &value, &near)
                }
            }));
            if values.is_empty() {
                return failure;
            }
            failure.advise(Later::new(move |lang| words::use_one_of(lang, &values)))
        }
        ErrorKind::ValueValidation => {
            let failure =
                Failure::new(Later::new(move |lang| words::invalid_value(lang, &argument, &value, &[])));
            let why = std::error::Error::source(error).and_then(|why| why.downcast_ref::<WrongValue>());
            match why {
                Some(WrongValue(advice)) => failure.advise(advice.clone()),
                None => failure,
            }
        }
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            let below = texts(error, ContextKind::SuggestedSubcommand);
            let near = texts(error, ContextKind::SuggestedArg);
            let near: Vec<String> =
                near.into_iter().map(|near| [&below[..], &[near]].concat().join(" ")).collect();
            see_help(Later::new(move |lang| words::unknown_option(lang, &argument, &near)))
        }
        ErrorKind::UnknownArgument => {
            see_help(Later::new(move |lang| words::unexpected_argument(lang, &argument)))
        }
        ErrorKind::InvalidSubcommand => {
            let command = text(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            let near = texts(error, ContextKind::SuggestedSubcommand);
            see_help(Later::new(move |lang| words::unknown_command(lang, &command, &near)))
        }
        ErrorKind::MissingSubcommand => {
            let command = text(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            let commands = texts(error, ContextKind::ValidSubcommand);
            Failure::new(Later::new(move |lang| words::missing_command(lang, &command)))
                .advise(Later::new(move |lang| words::use_a_command(lang, &commands)))
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = texts(error, ContextKind::InvalidArg);
            see_help(Later::new(move |lang| words::missing_arguments(lang, &missing)))
        }
        ErrorKind::ArgumentConflict => {
            let others = texts(error, ContextKind::PriorArg);
            let argument = text(error, ContextKind::InvalidSubcommand).unwrap_or(argument);
            see_help(Later::new(move |lang| match &others[..] {
                [other] if *other == argument => words::repeated(lang, &argument),
                others => words::conflict(lang, &argument, others),
            }))
        }
        ErrorKind::TooManyValues => {
            see_help(Later::new(move |lang| words::unexpected_value(lang, &argument, &value)))
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            see_help(Later::new(move |lang| words::wrong_number_of_values(lang, &argument)))
        }
        ErrorKind::InvalidUtf8 => see_help(Later::new(words::not_utf8)),
        _ => Failure::new(clean(&error.to_string()).into_owned()),
    }
}

fn text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(clean(text).into_owned()),
        _ => None,
    }
}

fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| clean(text).into_owned()).collect(),
        Some(ContextValue::String(text)) => vec![clean(text).into_owned()],
        _ => Vec::new(),
    }
}
