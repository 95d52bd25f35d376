//! What LeetCode is.

use super::problems;
use crate::model::{Colour, DifficultyScale, HandleRule, JudgeSpec, Outcome, Tier, Track};

/// `LeetCode`.
pub static SPEC: JudgeSpec = JudgeSpec {
    known: &problems::KNOWN,
    order: 3,
    is_main: false,
    tracks: &[Track::Algorithm],
    tiers: TIERS,
    first_goal: "knight",
    difficulty: DifficultyScale::Levels,
    handles: HandleRule {
        shortest: 1,
        longest: 40,
        any_script: false,
        extra: "_-.",
        letters: "a Latin letter, a digit, '_', '-' or '.'",
        advice: "It is the name in the address of your profile, which may differ from the one that is shown.",
    },
    profile: |handle| format!("https://leetcode.com/u/{handle}"),
    outcome: |verdict| if verdict == ACCEPTED { Outcome::Accepted } else { Outcome::Rejected },
    tells_rejections: false,
    compile_error: "",
    scale: None,
    names_topics: true,
    problems: problems::RULES,
};

/// The verdict of what the judge lists: it lists nothing else.
pub(super) const ACCEPTED: &str = "AC";

/// The judge has no colours, but badges: Knight for the upper 25% from 1850 on, Guardian for the upper 5%, which is at about
/// 2150. The colours are this program's.
const TIERS: &[Tier] = &[
    tier(i32::MIN, Colour::Gray, None),
    tier(1850, Colour::Blue, Some("knight")),
    tier(2150, Colour::Violet, Some("guardian")),
];

const fn tier(from: i32, colour: Colour, title: Option<&'static str>) -> Tier {
    Tier { from, colour, title, nicknames: &[], rgb: colour.usual_rgb() }
}
