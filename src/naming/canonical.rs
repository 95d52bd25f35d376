//! One name for each problem, whatever led to it.

use super::rule::Claim;
use crate::model::ProblemId;

/// A claim under the problem's own name: Luogu shows problems of other judges, whose own names come first, and a contest
/// of Codeforces' with a number above 100000 is a gym's.
pub(super) fn of(mut claim: Claim) -> Claim {
    if let Some(problem) = own_name(&claim.problem) {
        claim.problem = problem;
    }
    claim
}

fn own_name(problem: &ProblemId) -> Option<ProblemId> {
    match problem.as_str().split_once('/')? {
        ("luogu", id) => of_luogu(id),
        ("codeforces", rest) => {
            let (contest, index) = rest.split_once('/')?;
            let is_gym = contest.len() >= 6 && contest.bytes().all(|byte| byte.is_ascii_digit());
            is_gym.then(|| ProblemId::other("codeforces", &format!("gym/{contest}/{index}")))
        }
        _ => None,
    }
}

/// `AT_abc302_h`, `CF4A`, `UVA100`, `SP1`: another judge's problem as Luogu names it.
fn of_luogu(id: &str) -> Option<ProblemId> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(task) = id.strip_prefix("AT_").or_else(|| id.strip_prefix("at_")) {
        return task.contains('_').then(|| ProblemId::atcoder(task));
    }
    if let Some(rest) = id.strip_prefix("CF") {
        let (contest, index) = rest.split_at(digits(rest));
        return (!index.is_empty()).then(|| Some(ProblemId::codeforces(contest.parse().ok()?, index)))?;
    }
    let rest = id.strip_prefix("UVA")?;
    (!rest.is_empty() && digits(rest) == rest.len()).then(|| ProblemId::other("uva", rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_that_luogu_shows_has_its_own_judges_name() {
        for (id, own) in [("AT_abc302_h", "abc302_h"), ("CF4A", "codeforces/4/A"), ("UVA100", "uva/100")] {
            assert_eq!(own_name(&ProblemId::other("luogu", id)).unwrap().as_str(), own);
        }
        assert_eq!(own_name(&ProblemId::other("luogu", "P1001")), None);
    }
}
