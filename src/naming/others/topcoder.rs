//! `Topcoder`: problems of its rounds by their points or levels.

use crate::model::ProblemId;
use crate::naming::path::tokens;
use crate::naming::rule::{Claim, Strength, claim, slug};

/// The points that a name consists of, perhaps with a person's initials: `250`, `900 LY`.
fn points(stem: &str) -> Option<&str> {
    let digits = stem.bytes().take_while(u8::is_ascii_digit).count();
    let (points, rest) = stem.split_at(digits);
    let value: u32 = points.parse().ok()?;
    let is_initials = matches!(
        rest.as_bytes(),
        [b' ' | b'_', b'A'..=b'Z', b'A'..=b'Z'] | [b' ' | b'_', b'A'..=b'Z', b'A'..=b'Z', b'A'..=b'Z']
    );
    (rest.is_empty() || is_initials && (200..=1200).contains(&value) && value.is_multiple_of(25))
        .then_some(points)
}

/// The level of a round's problem that a name begins with, which tells it apart: `Easy`, `Medium2`, `Hard(rec)`.
fn level(stem: &str) -> Option<String> {
    let tokens = tokens(stem);
    let first = tokens.first().filter(|token| token.start == 0)?.text.to_ascii_lowercase();
    ["easy", "hard", "medium"].contains(&first.as_str()).then_some(first)
}

/// Whether a name is written as its problems' classes are, which are their ids: `BlockDistance`. Its rounds' names aren't.
pub(super) fn is_class(name: &str) -> bool {
    const ROUNDS: &[&str] = &["div", "round", "srm", "tccc", "tchs", "tco"];
    let begins =
        |round: &&str| name.get(..round.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(round));
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && name.bytes().any(|byte| byte.is_ascii_lowercase())
        && !ROUNDS.iter().any(begins)
}

/// The points or the level of a round's problem, which name it: `SRM700/Div1/250`, `SRM518Div1/Easy`.
pub(super) fn place_in_round(stem: &str, folders: &[&str]) -> Option<Claim> {
    let place = points(stem).map(str::to_owned).or_else(|| level(stem))?;
    let series: Vec<String> = folders.iter().map(|part| slug(part)).filter(|part| !part.is_empty()).collect();
    let has_number = series.iter().any(|part| part.bytes().any(|byte| byte.is_ascii_digit()));
    let problem = || ProblemId::other("topcoder", &format!("{}/{place}", series.join("/")));
    has_number.then(|| claim(problem(), false, Strength::Series))
}
