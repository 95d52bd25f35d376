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
        {
            file.problems = Arc::clone(&header.says);
        }
    }
}
