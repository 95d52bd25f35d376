//! The subjects of the commits that tools make.

use super::{kept, level, quantity};
use crate::judges::known_judge;
use crate::model::SolveRecord;

/// How the tools sign.
pub(super) const MARKS: [&str; 2] = ["BaekjoonHub", "LeetHub"];

/// So near the end of the line a signature stands, in bytes.
pub(super) const MARK_WITHIN: usize = 32;

/// No longer line is read, in bytes.
pub(super) const LONGEST: usize = 1024;

/// Reads a line that is signed: `[Gold IV] Title: T, Time: 52 ms, Memory: 2300 KB -BaekjoonHub`,
/// `Time: 52 ms (93.62%), Space: 17.9 MB (60.15%) - LeetHub`. One that says nothing of a solve is none
/// (`전체 코드 업로드 -BaekjoonHub`, `Create README - LeetHub`).
pub(super) fn read(line: &str) -> Option<SolveRecord> {
    let signed = MARKS.iter().find_map(|mark| Some((*mark, line.rfind(mark)?)));
    let (mark, end) = signed?;
    let mut rest = line[..end].trim_end_matches(|c: char| c == '-' || c.is_whitespace());
    let mut record = SolveRecord::default();
    let graded = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    if let Some((label, after)) = graded
        && let Some((judge, level)) = level::bracketed(label)
    {
        (record.judge, record.level, rest) = (judge, level, after.trim_start());
    }
    // A title may hold commas and colons: what was measured stands behind the last ones.
    for word in ["Memory:", "Space:"] {
        if let Some(at) = rest.rfind(word) {
            record.memory = record.memory.or(quantity::memory(&rest[at + word.len()..]));
            rest = rest[..at].trim_end_matches([',', ' ', '|']);
        }
    }
    if let Some(at) = rest.rfind("Time:") {
        record.time = quantity::time(&rest[at + "Time:".len()..]);
        rest = rest[..at].trim_end_matches([',', ' ', '|']);
    }
    record.title = rest.strip_prefix("Title:").and_then(kept);
    let says_something = record.title.is_some() || record.time.is_some() || record.level.is_some();
    // LeetHub is at home at LeetCode; what it uploads from elsewhere it signs the same, and measures nothing.
    if mark == "LeetHub" && record.judge.is_none() && record.time.is_some() {
        record.judge = known_judge("leetcode");
    }
    says_something.then_some(record)
}
