//! What AtCoder is.

use super::problems;
use crate::model::{Colour, CommonScale, DifficultyScale, HandleRule, JudgeSpec, Outcome, Tier, Track};

/// `AtCoder`.
pub static SPEC: JudgeSpec = JudgeSpec {
    known: &problems::KNOWN,
    order: 1,
    is_main: true,
    tracks: &[Track::Algorithm, Track::Heuristic],
    tiers: TIERS,
    first_goal: "green",
    difficulty: DifficultyScale::Ratings,
    handles: HandleRule {
        shortest: 1,
        longest: 32,
        any_script: false,
        extra: "_",
        letters: "a Latin letter, a digit or '_'",
        advice: "",
    },
    profile: |handle| format!("https://atcoder.jp/users/{handle}"),
    outcome,
    tells_rejections: true,
    compile_error: "CE",
    scale: Some(SCALE),
    names_topics: false,
    problems: problems::RULES,
};

/// Words that the judge may invent mean a wait: it says how far it is ("3/12").
fn outcome(verdict: &str) -> Outcome {
    match verdict {
        "AC" => Outcome::Accepted,
        "WA" | "TLE" | "CE" | "RE" | "MLE" | "OLE" | "QLE" | "IE" | "NG" => Outcome::Rejected,
        _ => Outcome::Waiting,
    }
}

/// A straight line through the ratings of some 4,500 people who have both this judge's and Codeforces', as of 2021. People
/// differ from it by hundreds of points, and the judges' ratings have moved since.
/// Source: <https://silverfoxxxy.github.io/rating-correlation>, its version of July 2021.
const SCALE: CommonScale = CommonScale {
    to: |rating| 3900.0 * (rating + 940.0) / 5155.0,
    from: |rating| rating * 5155.0 / 3900.0 - 940.0,
};

/// Source: <https://info.atcoder.jp/overview/contest/rating>. The same for both tracks.
const TIERS: &[Tier] = &[
    tier(i32::MIN, Colour::Gray),
    tier(400, Colour::Brown),
    tier(800, Colour::Green),
    tier(1200, Colour::Cyan),
    tier(1600, Colour::Blue),
    tier(2000, Colour::Yellow),
    tier(2400, Colour::Orange),
    tier(2800, Colour::Red),
];

const fn tier(from: i32, colour: Colour) -> Tier {
    Tier { from, colour, title: None, nicknames: &[], rgb: colour.usual_rgb() }
}
