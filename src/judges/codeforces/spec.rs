//! What Codeforces is.

use super::problems;
use crate::model::{Colour, CommonScale, DifficultyScale, HandleRule, JudgeSpec, Outcome, Tier, Track};

/// Codeforces.
pub static SPEC: JudgeSpec = JudgeSpec {
    known: &problems::KNOWN,
    order: 0,
    is_main: true,
    tracks: &[Track::Algorithm],
    tiers: TIERS,
    first_goal: "mint",
    difficulty: DifficultyScale::Ratings,
    // As its interface says in its errors; old handles have dots.
    handles: HandleRule {
        shortest: 3,
        longest: 24,
        any_script: false,
        extra: "_-.",
        letters: "a Latin letter, a digit, '_', '-' or '.'",
        advice: "Handles can be changed around New Year: the profile page under the old name leads to the new one.",
    },
    profile: |handle| format!("https://codeforces.com/profile/{handle}"),
    outcome,
    tells_rejections: true,
    compile_error: "COMPILATION_ERROR",
    scale: Some(CommonScale { to: |rating| rating, from: |rating| rating }),
    names_topics: true,
    problems: problems::RULES,
};

/// Words that the judge may invent mean a rejection: it says nothing while it judges.
fn outcome(verdict: &str) -> Outcome {
    match verdict {
        "OK" => Outcome::Accepted,
        "" | "TESTING" | "SUBMITTED" => Outcome::Waiting,
        _ => Outcome::Rejected,
    }
}

/// Source: the judge's own ranks, as in the Carrot extension's `rank.js`.
const TIERS: &[Tier] = &[
    tier(i32::MIN, Colour::Gray, "newbie", &["뉴비"]),
    tier(1200, Colour::Green, "pupil", &[]),
    tier(1400, Colour::Cyan, "specialist", &["스페셜리스트"]),
    tier(1600, Colour::Blue, "expert", &["엑스퍼트"]),
    tier(1900, Colour::Violet, "candidate master", &["cm"]),
    tier(2100, Colour::Orange, "master", &[]),
    tier(2300, Colour::Orange, "international master", &["im"]),
    tier(2400, Colour::Red, "grandmaster", &["gm"]),
    tier(2600, Colour::Red, "international grandmaster", &["igm"]),
    tier(3000, Colour::Red, "legendary grandmaster", &["lgm", "nutella", "누텔라"]),
];

const fn tier(from: i32, colour: Colour, title: &'static str, nicknames: &'static [&'static str]) -> Tier {
    let rgb = match colour {
        Colour::Cyan => 0x03_a89e,
        Colour::Orange => 0xff_8c00,
        other => other.usual_rgb(),
    };
    Tier { from, colour, title: Some(title), nicknames, rgb }
}
