//! What yukicoder is.

use super::problems;
use crate::model::{DifficultyScale, HandleRule, JudgeSpec, Outcome};

/// yukicoder.
pub static SPEC: JudgeSpec = JudgeSpec {
    known: &problems::KNOWN,
    order: 4,
    is_main: false,
    tracks: &[],
    tiers: &[],
    first_goal: "",
    difficulty: DifficultyScale::Levels,
    // It states no rule; many names are Japanese.
    handles: HandleRule {
        shortest: 1,
        longest: 50,
        any_script: true,
        extra: "_-.",
        letters: "a letter, a digit, '_', '-' or '.'",
        advice: "It is the name that your page shows, not the number in its address.",
    },
    profile: |handle| format!("https://yukicoder.me/users/name/{handle}"),
    outcome: |verdict| if verdict == super::fetch::ACCEPTED { Outcome::Accepted } else { Outcome::Rejected },
    tells_rejections: false,
    compile_error: "CE",
    scale: None,
    names_topics: true,
    problems: problems::RULES,
};
