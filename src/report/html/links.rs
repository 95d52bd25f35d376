//! Where things can be looked at.

use url::Url;

use crate::model::{Judge, ProblemId};

/// No address is longer.
const LONGEST: usize = 300;

/// The page of a contest; empty where its name could lead anywhere else.
pub(super) fn contest(judge: Judge, contest: &str) -> String {
    let plain = contest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if plain && !contest.is_empty() { (judge.spec().problems.contest_link)(contest) } else { String::new() }
}

/// The page of a problem; empty where there is none.
pub(super) fn problem(problem: &ProblemId) -> String {
    // What a path calls a problem may have any character.
    let link = problem.link().and_then(|link| Url::parse(&link).ok());
    let link = link.filter(|link| link.scheme() == "https" && link.as_str().len() <= LONGEST);
    link.map_or_else(String::new, String::from)
}
