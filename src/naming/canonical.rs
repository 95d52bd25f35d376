//! One name for each problem, whatever led to it.

use super::rule::Claim;
use crate::model::{NamedProblem, ProblemId};

/// What the key of a page begins with of which isn't known which problem it is about.
const PAGE: &str = "id/";

/// A claim under the problem's own name: Luogu shows problems of other judges, whose own names come first, and a contest
/// of Codeforces' with a number above 100000 is a gym's.
pub(super) fn of(mut claim: Claim) -> Claim {
    if let Some(problem) = own_name(&claim.problem) {
        claim.problem = problem;
    }
    claim
}

/// Whether a problem is no more than a page of its judge's, of which isn't known which problem it is about.
pub(crate) fn is_page(named: &NamedProblem) -> bool {
    !named.sure && named.problem.key().starts_with(PAGE)
}

fn own_name(problem: &ProblemId) -> Option<ProblemId> {
    match problem.as_str().split_once('/')? {
        ("luogu", id) => of_luogu(id),
        ("hackerearth", id) => of_hackerearth(id),
        ("uva", rest) => of_uva(rest.strip_prefix(PAGE)?.parse().ok()?),
        // The archive's problems are numbered from 2000 on, and its pages from 1 on.
        ("uva-live", rest) => {
            let page: u32 = rest.strip_prefix(PAGE)?.parse().ok()?;
            (1..=7000).contains(&page).then(|| ProblemId::other("uva-live", &(page + 1999).to_string()))
        }
        ("codeforces", rest) => {
            let (contest, index) = rest.split_once('/')?;
            let is_gym = contest.len() >= 6 && contest.bytes().all(|byte| byte.is_ascii_digit());
            is_gym.then(|| ProblemId::other("codeforces", &format!("gym/{contest}/{index}")))
        }
        _ => None,
    }
}

/// The problem that a page of `UVa`'s is about: the first volumes, and volumes 100 to 109, have pages in their order.
fn of_uva(page: u32) -> Option<ProblemId> {
    let number = match page {
        36..=335 => page + 64,
        341..=940 => page + 59,
        941..=1940 => page + 9059,
        _ => return None,
    };
    Some(ProblemId::other("uva", &number.to_string()))
}

/// A title without the eight hexadecimal digits that stand behind it in addresses of the archive: `monk-and-rotation-bcf1aefe`.
fn of_hackerearth(id: &str) -> Option<ProblemId> {
    let (title, digits) = id.rsplit_once('-')?;
    let is_mark = digits.len() == 8
        && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        && digits.bytes().any(|byte| byte.is_ascii_digit());
    is_mark.then(|| ProblemId::other("hackerearth", title))
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
    fn a_page_with_a_number_of_its_own_is_of_the_problem_s() {
        for (judge, page, own) in [
            ("uva", "id/36", "uva/100"),
            ("uva", "id/435", "uva/494"),
            ("uva", "id/1282", "uva/10341"),
            ("uva-live", "id/3688", "uva-live/5687"),
        ] {
            assert_eq!(own_name(&ProblemId::other(judge, page)).unwrap().as_str(), own);
        }
        assert_eq!(own_name(&ProblemId::other("uva", "id/2736")), None);
        assert_eq!(own_name(&ProblemId::other("uva", "36")), None);
    }

    #[test]
    fn the_mark_of_an_archive_is_no_part_of_a_title() {
        let own = |id| own_name(&ProblemId::other("hackerearth", id));
        assert_eq!(own("monk-and-rotation-3-bcf1aef0").unwrap().as_str(), "hackerearth/monk-and-rotation-3");
        assert_eq!(own("monk-and-rotation"), None);
    }

    #[test]
    fn a_problem_that_luogu_shows_has_its_own_judges_name() {
        for (id, own) in [("AT_abc302_h", "abc302_h"), ("CF4A", "codeforces/4/A"), ("UVA100", "uva/100")] {
            assert_eq!(own_name(&ProblemId::other("luogu", id)).unwrap().as_str(), own);
        }
        assert_eq!(own_name(&ProblemId::other("luogu", "P1001")), None);
    }
}
