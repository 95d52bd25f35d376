//! Yukicoder: letters below numbers, which are contests' there.

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
    /// Problems have numbers, and so have contests, whose tasks have letters: where a folder with a number has any letter but
    /// the first, they are a contest's.
    pub(super) fn tell_lettered_contests(&self, others: &mut Others<'c>) {
        let mut folders: HashMap<&str, Vec<(&'c RepoPath, &'c NamedProblem, String)>> = HashMap::new();
        for (path, named) in &self.by_place {
            let key = named.problem.key();
            if named.problem.judge() == "yukicoder"
                && key.bytes().all(|byte| byte.is_ascii_digit())
                && let Some(letter) = letter(path)
            {
                folders.entry(key).or_default().push((path, named, letter));
            }
        }
        folders.retain(|_, files| files.iter().any(|(.., letter)| letter != "a"));
        for (path, named, letter) in folders.into_values().flatten() {
            let task = format!("contest/{}/{letter}", named.problem.key());
            let problem = ProblemId::other("yukicoder", &task);
            others.insert(path, vec![NamedProblem { problem, sure: false, by: named.by }]);
        }
    }
}
