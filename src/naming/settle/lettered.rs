//! Letters below folders that look like problems and are contests.

use foldhash::{HashMap, HashMapExt as _};

use super::{Files, Others};
use crate::model::{NamedProblem, ProblemId, RepoPath};
use crate::naming::normal;
use crate::naming::path::Parts;

/// The letter that a file is called by, or its folder where the file's name says nothing.
fn letter(path: &RepoPath) -> Option<String> {
    let text = path.to_text();
    let text = normal(&text);
    let stem = Parts::of(&text).list.pop()?;
    let is_letter = stem.len() == 1 && stem.as_bytes()[0].is_ascii_alphabetic();
    is_letter.then(|| stem.to_ascii_lowercase())
}

impl<'c> Files<'c> {
    /// Yukicoder: problems have numbers, and so have contests, whose tasks have letters: where a folder with a number has any
    /// letter but the first, they are a contest's. Kattis: contests are called by words, too; the
    /// first letters may be attempts.
    pub(super) fn tell_lettered_contests(&self, others: &mut Others<'c>) {
        let mut folders: HashMap<&ProblemId, Vec<(&'c RepoPath, &'c NamedProblem, String)>> = HashMap::new();
        for (path, named) in &self.by_place {
            let key = named.problem.key();
            let may_be_contest = match named.problem.judge() {
                "kattis" => !key.contains('/'),
                "yukicoder" => key.bytes().all(|byte| byte.is_ascii_digit()),
                _ => false,
            };
            if let Some(letter) = letter(path).filter(|_| may_be_contest) {
                folders.entry(&named.problem).or_default().push((path, named, letter));
            }
        }
        folders.retain(|problem, files| {
            let attempts = if problem.judge() == "kattis" { "a"..="c" } else { "a"..="a" };
            files.iter().any(|(.., letter)| !attempts.contains(&letter.as_str()))
        });
        for (path, named, letter) in folders.into_values().flatten() {
            let problem = &named.problem;
            let task = match problem.judge() {
                "kattis" => format!("{}/{letter}", problem.key()),
                _ => format!("contest/{}/{letter}", problem.key()),
            };
            let problem = ProblemId::other(problem.judge(), &task);
            others.insert(path, vec![NamedProblem { problem, sure: false, by: named.by }]);
        }
    }
}
