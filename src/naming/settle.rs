//! Names for a repository as a whole: what two of its files refute doesn't hold in it.

mod bare_contests;
mod bare_numbers;
mod collections;
mod grown_on;
mod helpers;
mod inner_numbers;
mod lettered;
mod lists;
mod one_word;
mod own_names;
mod ratings;
mod rounds;
mod titles;

use std::sync::Arc;

use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::{KnownProblems, title};
use crate::model::{FileChange, NamedBy, NamedProblem, RepoPath, SolutionChange};

/// Puts other names, or none, where the files of the repository together refute how they were named one by one.
///
/// - Numbers of folders at Codeforces are rounds' where there are folders beside them that say so, and none has a number
///   that only a contest can have.
///   Several that may be either are sure of neither. Where all are hundreds, they are ratings.
/// - Files with different letters, or with different titles of their own, aren't solutions of one problem.
/// - A title's number is what any commit of the file says.
/// - Numbers that no word for a judge stands beside are Baekjoon's or Programmers' where most of a Korean repository's are,
///   and numbers of contests are Codeforces' where its solutions are most of the repository's.
/// - Numbers before titles are `LeetCode`'s inner ones where a well-known problem stands behind another than its own.
/// - One word is a title where others have several.
/// - A folder whose files go by their own names is no problem, and none where they are called by one word and numbers.
/// - `loj` is `LightOJ` where what lies below it looks like that judge's.
///
/// Then the judges' lists have their say.
pub fn settle(changes: &mut [SolutionChange], known: &KnownProblems) {
    number_titles(changes);
    settle_files(changes);
    for file in changes.iter_mut().flat_map(|change| &mut change.files) {
        let corrected: Vec<Option<NamedProblem>> =
            file.problems.iter().map(|named| known.correct(named)).collect();
        if corrected.iter().any(Option::is_some) {
            let names = corrected.into_iter().zip(&*file.problems);
            file.problems =
                names.map(|(corrected, named)| corrected.unwrap_or_else(|| named.clone())).collect();
        }
    }
}

/// Names after what tools recorded beside them the files that nothing names for certain: a README leads to its problem.
/// Records are attached to their files before.
pub fn name_by_records(changes: &mut [SolutionChange]) {
    for file in changes.iter_mut().flat_map(|change| &mut change.files) {
        if file.problems.iter().any(|named| named.sure) {
            continue;
        }
        let recorded = file.record.as_ref().and_then(|record| record.problem());
        if let Some(problem) = recorded.filter(|_| !super::is_helper(&file.path.to_text())) {
            file.problems = [NamedProblem { problem, sure: true, by: NamedBy::Readme }].into();
        }
    }
}

/// Files that their places name by titles, under the numbers that the message of any of their commits says.
fn number_titles(changes: &mut [SolutionChange]) {
    let files = || changes.iter().flat_map(|change| &change.files);
    let is_numbered = |file: &&FileChange| file.problems.iter().any(|named| named.by == NamedBy::Message);
    let titled: HashSet<&RepoPath> =
        files().filter(|file| file.problems.iter().any(title::is_title)).map(|file| &file.path).collect();
    let numbered = files().filter(is_numbered).filter(|file| titled.contains(&file.path));
    let numbered: HashMap<RepoPath, Arc<[NamedProblem]>> =
        numbered.map(|file| (file.path.clone(), Arc::clone(&file.problems))).collect();
    for file in changes.iter_mut().flat_map(|change| &mut change.files) {
        if let Some(named) = numbered.get(&file.path).filter(|_| file.problems.iter().any(title::is_title)) {
            file.problems = Arc::clone(named);
        }
    }
}

fn settle_files(changes: &mut [SolutionChange]) {
    let files = Files::of(changes);
    let mut others = HashMap::new();
    files.tell_rounds_from_contests(&mut others);
    files.tell_ratings_from_contests(&mut others);
    files.tell_inner_numbers(&mut others);
    files.tell_titles_apart(&mut others);
    files.tell_numbers_grown_on(&mut others);
    files.tell_lettered_contests(&mut others);
    files.tell_titles_from_numbers(&mut others);
    files.tell_helpers_of_days(&mut others);
    files.tell_collections(&mut others);
    files.tell_bare_numbers(&mut others);
    files.tell_bare_contests(&mut others);
    files.tell_titles_of_one_word(&mut others);
    files.tell_two_judges_of_one_word(&mut others);
    if others.is_empty() {
        return;
    }
    let others: HashMap<RepoPath, Arc<[NamedProblem]>> =
        others.into_iter().map(|(path, named)| (path.clone(), Arc::from(named))).collect();
    for file in changes.iter_mut().flat_map(|change| &mut change.files) {
        if let Some(named) = others.get(&file.path).filter(|_| file.problems.first().is_none_or(is_by_place))
        {
            file.problems = Arc::clone(named);
        }
    }
}

/// Whether where a file lies named its problem, and not what it or its commit says.
fn is_by_place(named: &NamedProblem) -> bool {
    matches!(named.by, NamedBy::Path | NamedBy::Repository)
}

type Others<'c> = HashMap<&'c RepoPath, Vec<NamedProblem>>;

/// The files that their places name, each once.
struct Files<'c> {
    by_place: HashMap<&'c RepoPath, &'c NamedProblem>,
    /// Those that nothing names.
    unnamed: HashSet<&'c RepoPath>,
    /// The judges of those that anything else names.
    named_otherwise: HashMap<&'c RepoPath, &'static str>,
}

impl<'c> Files<'c> {
    fn of(changes: &'c [SolutionChange]) -> Self {
        let all = || changes.iter().flat_map(|change| &change.files);
        let mut unnamed: HashSet<&RepoPath> =
            all().filter(|file| file.problems.is_empty()).map(|file| &file.path).collect();
        if !unnamed.is_empty() {
            for file in all().filter(|file| !file.problems.is_empty()) {
                unnamed.remove(&file.path);
            }
        }
        let named = |file: &'c FileChange| match &file.problems[..] {
            [named] if is_by_place(named) => Some((&file.path, named)),
            _ => None,
        };
        let otherwise = |file: &'c FileChange| match &file.problems[..] {
            [named] if !is_by_place(named) => Some((&file.path, named.problem.judge())),
            _ => None,
        };
        let named_otherwise =
            if unnamed.is_empty() { HashMap::new() } else { all().filter_map(otherwise).collect() };
        Self { by_place: all().filter_map(named).collect(), unnamed, named_otherwise }
    }
}

#[cfg(test)]
mod tests;
