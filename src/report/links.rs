//! Where things can be looked at, as the page may link there.

use url::Url;

use crate::model::{Contest, Judge, ProblemId};

/// No address is longer.
const LONGEST: usize = 300;

/// The page of a contest; empty where its name could lead anywhere else.
pub(super) fn contest(judge: Judge, contest: &str) -> String {
    if is_plain(contest) { (judge.spec().problems.contest_link)(contest) } else { String::new() }
}

/// Where a contest to come is announced; empty where its name could lead anywhere else.
pub(super) fn announcement(contest: &Contest) -> String {
    if is_plain(&contest.id) { super::contests::announcement(contest) } else { String::new() }
}

/// Whether a contest's name can only be a part of an address.
fn is_plain(contest: &str) -> bool {
    !contest.is_empty() && contest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

/// The page of a problem; empty where there is none.
pub(super) fn problem(problem: &ProblemId) -> String {
    // What a path calls a problem may have any character.
    let link = problem.link().and_then(|link| Url::parse(&link).ok());
    let link = link.filter(|link| link.scheme() == "https" && link.as_str().len() <= LONGEST);
    link.map_or_else(String::new, String::from)
}
