//! What Aizu Online Judge is.

use super::problems;
use crate::model::{DifficultyScale, HandleRule, JudgeSpec, Outcome};

/// Aizu Online Judge.
pub static SPEC: JudgeSpec = JudgeSpec {
    known: &problems::KNOWN,
    order: 6,
    is_main: false,
    tracks: &[],
    tiers: &[],
    first_goal: "",
    difficulty: DifficultyScale::Unknown,
    // It states no rule.
    handles: HandleRule {
        shortest: 1,
        longest: 50,
        any_script: false,
        extra: "_-.",
        letters: "a Latin letter, a digit, '_', '-' or '.'",
        advice: "",
    },
    profile: |handle| format!("https://onlinejudge.u-aizu.ac.jp/status/users/{handle}"),
    outcome,
    tells_rejections: true,
    compile_error: "CE",
    scale: None,
    names_topics: false,
    problems: problems::RULES,
};

/// Codes that the judge may invent stand for themselves, and are no decision.
fn outcome(verdict: &str) -> Outcome {
    match verdict {
        "AC" => Outcome::Accepted,
        "CE" | "WA" | "TLE" | "MLE" | "OLE" | "RE" | "PE" => Outcome::Rejected,
        _ => Outcome::Waiting,
    }
}
