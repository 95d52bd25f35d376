//! How hard a problem is, as tools write it, and whose scale that is.

use crate::judges::known_judge;
use crate::model::KnownJudge;

/// A judge's scale, and a place on it; no place where the judge says that the problem has none.
pub(super) type Graded = (Option<&'static KnownJudge>, Option<u8>);

/// What the brackets before a title say: `Gold IV`, `level 2`, `연습문제 > lv1`, `D4`, `난이도 3`, `Easy`, `Unrated`. `None`
/// where they hold something else, such as the beginning of a title.
pub(super) fn bracketed(label: &str) -> Option<Graded> {
    let label = label.trim();
    if label.eq_ignore_ascii_case("unrated") {
        return Some((None, None));
    }
    let parts = || label.split('>').map(str::trim);
    let on = |judge: &str, place: fn(&str) -> Option<u8>| {
        let judge = known_judge(judge)?;
        let place = parts().find_map(place).filter(|place| usize::from(*place) < judge.levels.len())?;
        Some((Some(judge), Some(place)))
    };
    on("boj", tier)
        .or_else(|| on("programmers", |part| after(part, &["level", "lv.", "lv"])))
        .or_else(|| on("swea", |part| after(part, &["d"])?.checked_sub(1)))
        .or_else(|| on("goormlevel", |part| after(part, &["난이도"])?.checked_sub(1)))
        .or_else(|| named("leetcode", label))
}

/// A level by the judge's own word for it, in any case.
pub(super) fn named(judge: &str, name: &str) -> Option<Graded> {
    let judge = known_judge(judge)?;
    let place = judge.levels.iter().position(|level| level.name.eq_ignore_ascii_case(name.trim()))?;
    Some((Some(judge), u8::try_from(place).ok()))
}

/// A tier and a step in it: `Gold IV`, `gold 4`.
fn tier(text: &str) -> Option<u8> {
    const TIERS: [&str; 6] = ["bronze", "silver", "gold", "platinum", "diamond", "ruby"];
    const STEPS: [(&str, &str); 5] = [("v", "5"), ("iv", "4"), ("iii", "3"), ("ii", "2"), ("i", "1")];
    let (tier, step) = text.split_once(' ')?;
    let tier = TIERS.iter().position(|known| known.eq_ignore_ascii_case(tier))?;
    let step = step.trim();
    let step = STEPS.iter().position(|(roman, digit)| roman.eq_ignore_ascii_case(step) || *digit == step)?;
    u8::try_from(5 * tier + step).ok()
}

/// The digit after one of these words, and nothing behind it: `level 2`, `lv2`.
fn after(text: &str, words: &[&str]) -> Option<u8> {
    let lower = text.to_lowercase();
    let digits = words.iter().find_map(|word| lower.strip_prefix(word))?.trim();
    if digits.len() == 1 { digits.parse().ok() } else { None }
}
