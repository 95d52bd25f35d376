//! The first lines of the files in the newest commit, read where a path doesn't name a problem for certain.

use std::sync::Arc;

use super::starts::{Format, Start, Starts};
use super::work::Names;
use crate::model::{NamedBy, NamedProblem, RepoPath, SolutionChange};
use crate::naming;

/// What the first lines name, by path.
pub(super) type Headers = Starts<Arc<[NamedProblem]>>;

/// How they are read.
pub(super) const FORMAT: Format<Arc<[NamedProblem]>> =
    Format { most: naming::HEADER, parse: |text| naming::by_header(text).into() };

/// Whether a header may say better what a file solves.
fn wants_header(problems: &[NamedProblem]) -> bool {
    !problems.iter().any(|named| named.by == NamedBy::Path && named.sure)
}

/// The paths whose headers matter, each without a header yet; all are given with what they name by themselves.
pub(super) fn wanted(paths: Names) -> Headers {
    let may_solve = |path: &RepoPath| !naming::is_helper(&path.to_text());
    let wanted = paths.into_iter().filter(|(path, problems)| wants_header(problems) && may_solve(path));
    wanted.map(|(path, _)| (path, Start::default())).collect()
}

/// Puts what the headers name in the place of what is weaker.
pub(super) fn apply(changes: &mut [SolutionChange], headers: &Headers) {
    for file in changes.iter_mut().flat_map(|change| &mut change.files) {
        if wants_header(&file.problems)
            && let Some(header) = headers.get(&file.path).filter(|header| !header.says.is_empty())
            && !(header.says.iter().all(naming::is_page) && is_at_one_judge(&file.problems, &header.says))
        {
            file.problems = Arc::clone(&header.says);
        }
    }
}

/// Whether a path already says, of the same judge, which problem it is.
fn is_at_one_judge(by_path: &[NamedProblem], others: &[NamedProblem]) -> bool {
    let is_beside = |named: &NamedProblem| {
        named.by == NamedBy::Path && others.iter().all(|other| other.problem.judge() == named.problem.judge())
    };
    !by_path.is_empty() && by_path.iter().all(is_beside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_an_unknown_problem_says_less_than_the_path_s_number_at_the_same_judge() {
        let header =
            naming::by_header(b"// http://uva.onlinejudge.org/index.php?page=show_problem&problem=2068");
        let says = |path: &str| is_at_one_judge(&naming::problems_of_path(path), &header);
        assert!(header.iter().all(naming::is_page));
        assert_eq!(
            ["UVa/11127 - Triple-Free.cpp", "kattis/triple.cpp", "a.cpp"].map(says),
            [true, false, false]
        );
        let known =
            naming::by_header(b"// http://uva.onlinejudge.org/index.php?page=show_problem&problem=36");
        assert!(!known.iter().any(naming::is_page));
    }
}
