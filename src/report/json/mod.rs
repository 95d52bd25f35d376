//! The shapes of JSON that scripts may rely on, a file a command: `schema` is 1, and fields are added but never renamed.
//!
//! No other type derives `Serialize` for an output, so that a private field can be renamed without changing what
//! scripts read. Words for judges, tracks and colours are the ones that the model gives them.

mod contests;
mod export;
mod grade;
mod group;
mod import;
mod list;
mod message;
mod next;
mod page;
mod performance;
mod rating;
mod recorded;
mod review;
mod solutions;
mod stats;
mod status;
mod streak;
mod sync;
mod target;
mod todo;

use serde::Serialize;

use super::note::note_line;
use crate::lang::Lang;
use crate::model::{Completeness, is_unsafe};

pub use self::contests::ContestsJson;
pub use self::export::json_lines;
pub use self::group::{GroupJson, GroupMonthJson, LedgerJson};
pub use self::import::{ImportedJson, ImportsJson};
pub use self::list::ListsJson;
pub use self::message::MessageJson;
pub use self::next::NextJson;
pub use self::page::ReportJson;
pub use self::rating::RatingJson;
pub use self::review::ReviewJson;
pub use self::solutions::{CommittedJson, SolutionsJson};
pub use self::stats::StatsJson;
pub use self::status::StatusJson;
pub use self::streak::{AuthorsJson, StreakJson};
pub use self::sync::SyncJson;
pub use self::target::TargetsJson;
pub use self::todo::TodoJson;

/// The version of every shape.
const SCHEMA: u32 = 1;

/// One line of JSON, in which nothing steers a terminal: such characters are escaped, and so stay what they are.
pub fn to_line(value: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut line = serde_json::to_string(value)?;
    if line.contains(is_unsafe) {
        // They are in texts alone, where JSON lets any character be escaped; none is beyond four digits.
        let escaped = |c: char| if is_unsafe(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() };
        line = line.chars().map(escaped).collect();
    }
    line.push('\n');
    Ok(line)
}

/// What an answer says that rests on repositories, besides its own fields.
#[derive(Serialize)]
struct Rested<'a, T> {
    #[serde(flatten)]
    answer: &'a T,
    complete: bool,
    /// What is missing, and whatever else there is to know: a sentence each, with what it is about before it.
    warnings: Vec<String>,
}

/// One line of JSON about an answer that rests on repositories.
pub fn to_line_of(answer: &impl Serialize, completeness: &Completeness) -> Result<String, serde_json::Error> {
    let failures = completeness.failures.iter().map(|failure| failure.message.said(Lang::English));
    let warnings = failures.chain(completeness.notes.iter().map(note_line)).collect();
    to_line(&Rested { answer, complete: completeness.is_complete(), warnings })
}

#[cfg(test)]
mod tests {
    use super::to_line;

    #[test]
    fn what_steers_a_terminal_is_escaped_and_stays_what_it_is() {
        let hostile = "a\u{1b}[1m\u{9b}\u{7f}\u{61c}\u{202e}\"ü";
        let line = to_line(&hostile).unwrap();
        assert_eq!(line, "\"a\\u001b[1m\\u009b\\u007f\\u061c\\u202e\\\"ü\"\n");
        assert_eq!(serde_json::from_str::<String>(&line).unwrap(), hostile);
    }
}
