//! What tools that upload accepted programs write beside them: sidecar files (a `README.md` in the same folder) and the
//! subjects of commits, each to a [`SolveRecord`].
//!
//! - `readme`: `BaekjoonHub`'s READMEs (Baekjoon, Programmers, SW Expert Academy, goormlevel, `LeetCode`) and `LeetHub`'s;
//! - `subject`: both tools' commit subjects;
//! - `level`: how hard a problem is, as they write it; `quantity`: memory, time and moments.
//!
//! What is written by hand is none of these, and nothing is made up of it: where the shape isn't a tool's there is no
//! record, and where a part isn't readable the record lacks it. Texts are cut to bounds, and none makes it panic.

mod level;
mod quantity;
mod readme;
mod subject;

use crate::model::SolveRecord;

/// How much of a README is read, in bytes: what is recorded stands before the problem's statement.
pub const README: usize = 4096;

/// No longer title, key or topic is kept, in characters.
const LONGEST: usize = 200;

/// No more topics are kept.
const MOST_TOPICS: usize = 32;

/// What the beginning of a README records; `None` where no tool wrote it. Bytes beyond [`README`] are not looked at.
///
/// ```
/// use cpt_tracker::sidecar::of_readme;
///
/// let record = of_readme(b"# [Gold IV] Hanging Nests - 26339 \n\n[l](https://www.acmicpc.net/problem/26339)").unwrap();
/// assert_eq!(record.problem().unwrap().to_string(), "boj/26339");
/// assert_eq!(record.difficulty().unwrap().name, "Gold IV");
/// ```
pub fn of_readme(text: &[u8]) -> Option<SolveRecord> {
    let text = String::from_utf8_lossy(&text[..text.len().min(README)]);
    readme::read(text.strip_prefix('\u{feff}').unwrap_or(&text))
}

/// What the subject of a commit (the first line of `message`) records; `None` where no tool wrote it.
///
/// ```
/// use cpt_tracker::sidecar::of_message;
///
/// let record = of_message(b"[level 2] Title: Sum, Time: 0.24 ms, Memory: 16 MB -BaekjoonHub").unwrap();
/// assert_eq!((record.time, record.memory), (Some(240), Some(16 << 20)));
/// assert_eq!(of_message(b"Solve the sum"), None);
/// ```
pub fn of_message(message: &[u8]) -> Option<SolveRecord> {
    let line = message.trim_ascii_start().split(|&byte| byte == b'\n').next()?;
    let line = &line[..line.len().min(subject::LONGEST)];
    // Most subjects are no tool's.
    let marked =
        |mark: &[u8]| line.windows(mark.len()).rev().take(subject::MARK_WITHIN).any(|part| part == mark);
    if !subject::MARKS.iter().any(|mark| marked(mark.as_bytes())) {
        return None;
    }
    subject::read(String::from_utf8_lossy(line).trim())
}

/// A text as it is kept: nothing around it, and no longer than [`LONGEST`]; `None` where nothing is left.
fn kept(text: &str) -> Option<String> {
    let text: String = text.trim().chars().take(LONGEST).collect();
    Some(text.trim_end().to_owned()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests;
