//! Messages for standard error: who says it, what happened, and what to do.

use super::paint::Paint;
use crate::model::{Failure, Note, clean};

/// "error: what happened", and the remedy on a line of its own. Both may quote what came from outside.
pub fn message(label: &str, message: &str, remedy: Option<&str>) -> String {
    let cleaned = |text: &str| text.lines().map(clean).collect::<Vec<_>>().join("\n");
    let mut text = format!("{label}: {}\n", cleaned(message));
    if let Some(remedy) = remedy {
        text.push_str(&format!("  {} {}\n", Paint::Strong.on("→"), cleaned(remedy)));
    }
    text
}

/// What could not be read, and all the same there is an answer.
pub fn warning(failure: &Failure) -> String {
    message(&Paint::Warn.on("warning"), &failure.message, failure.remedy.as_deref())
}

/// Something to know of what was read all the same.
pub fn note(note: &Note) -> String {
    let label = note.source.as_deref().unwrap_or("warning");
    message(&Paint::Warn.on(label), &note.message, note.remedy.as_deref())
}
