//! Messages for standard error: who says it, what happened, and what to do.

use super::paint::Paint;
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
pub fn warning(failure: &Failure) -> String {
    message(&Paint::Warn.on("warning"), &failure.message, failure.remedy.as_ref())
}
