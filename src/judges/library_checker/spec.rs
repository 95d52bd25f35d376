//! What Library Checker is.

use super::problems;
use crate::model::{DifficultyScale, HandleRule, JudgeSpec, Outcome};

/// Library Checker.
pub static SPEC: JudgeSpec = JudgeSpec {
    known: &problems::KNOWN,
    order: 5,
    is_main: false,
    tracks: &[],
    tiers: &[],
    first_goal: "",
    difficulty: DifficultyScale::Unknown,
    // It states no rule.
    handles: HandleRule {
        shortest: 1,
        longest: 50,
        any_script: true,
        extra: "_-.",
        letters: "a letter, a digit, '_', '-' or '.'",
        advice: "",
    },
    profile: |handle| format!("https://judge.yosupo.jp/user/{handle}"),
    outcome,
    tells_rejections: true,
    compile_error: "CE",
    scale: None,
    names_topics: false,
    problems: problems::RULES,
};

/// Words that the judge may invent mean a wait: it says how far it is.
fn outcome(verdict: &str) -> Outcome {
    match verdict {
        "AC" => Outcome::Accepted,
        "WA" | "TLE" | "MLE" | "RE" | "CE" | "PE" | "OLE" | "ICE" | "IE" | "ITLE" | "Fail" => {
            Outcome::Rejected
        }
        _ => Outcome::Waiting,
    }
}
