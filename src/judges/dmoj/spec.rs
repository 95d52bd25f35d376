//! What DMOJ is.

use super::problems;
use crate::model::{Colour, DifficultyScale, HandleRule, JudgeSpec, Outcome, Tier, Track};

/// DMOJ.
pub static SPEC: JudgeSpec = JudgeSpec {
    known: &problems::KNOWN,
    order: 2,
    is_main: false,
    tracks: &[Track::Algorithm],
    tiers: TIERS,
    first_goal: "green",
    difficulty: DifficultyScale::Levels,
    handles: HandleRule {
        shortest: 1,
        longest: 30,
        any_script: false,
        extra: "_",
        letters: "a Latin letter, a digit or '_'",
        advice: "Write the handle in capitals and small letters as its page does.",
    },
    profile: |handle| format!("https://dmoj.ca/user/{handle}"),
    outcome,
    tells_rejections: true,
    compile_error: "CE",
    scale: None,
    names_topics: true,
    problems: problems::RULES,
};

/// A part of the points is no solution: the judge counts a problem as solved by `AC` alone. It says nothing while it judges.
fn outcome(verdict: &str) -> Outcome {
    match verdict {
        "AC" => Outcome::Accepted,
        "" => Outcome::Waiting,
        _ => Outcome::Rejected,
    }
}

/// Source: the site's own `judge/ratings.py` (<https://github.com/DMOJ/online-judge>) and the colours of its pages.
const TIERS: &[Tier] = &[
    tier(i32::MIN, Colour::Gray, "newbie", 0x99_9999),
    tier(1000, Colour::Green, "amateur", 0x00_a900),
    tier(1300, Colour::Blue, "expert", 0x00_00ff),
    tier(1600, Colour::Violet, "candidate master", 0x80_0080),
    tier(1900, Colour::Yellow, "master", 0xff_b100),
    tier(2400, Colour::Red, "grandmaster", 0xee_0000),
    tier(3000, Colour::Red, "target", 0xee_0000),
];

const fn tier(from: i32, colour: Colour, title: &'static str, rgb: u32) -> Tier {
    Tier { from, colour, title: Some(title), nicknames: &[], rgb }
}
