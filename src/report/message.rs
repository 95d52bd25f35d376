//! Messages for standard error: who says it, what happened, and what to do.

use super::paint::Paint;
use super::words::errors;
use crate::lang::Lang;
use crate::model::{Advice, Failure, clean_lines};

/// The most characters of a message: more than a screen helps nobody.
pub const LONGEST: usize = 2000;

/// "error: what happened", and the remedy on a line of its own. Both may quote what came from outside.
pub fn message(label: &str, message: &str, remedy: Option<&Advice>) -> String {
    let cleaned = |text: &str| clean_lines(text.trim_end_matches('\n'), LONGEST);
    let mut text = format!("{label}: {}\n", cleaned(message));
    if let Some(remedy) = remedy.map(Advice::to_string).filter(|remedy| !remedy.is_empty()) {
        text.push_str(&format!("  {} {}\n", Paint::Strong.on("→"), cleaned(&remedy)));
    }
    text
}

/// What could not be read, and all the same there is an answer.
pub fn warning(failure: &Failure, lang: Lang) -> String {
    let (words, remedy) = failure.said(lang);
    message(&Paint::Warn.on(errors::warning(lang)), &words, remedy.as_ref())
}

/// What could not be done.
pub fn error(failure: &Failure, lang: Lang) -> String {
    let (words, remedy) = failure.said(lang);
    message(&Paint::Bad.on(errors::error(lang)), &words, remedy.as_ref())
}
