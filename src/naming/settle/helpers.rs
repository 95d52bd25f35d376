//! Classes beside the solution of a day: they solve nothing.

use foldhash::{HashMap, HashMapExt as _};

use super::{Files, Others};
use crate::model::RepoPath;
use crate::naming::path::{is_empty_stem, stem_of};
use crate::naming::rule::camel_slug;

/// Words that a file's name has where it is the solution of a day.
const SAY_SO: &[&str] = &["a", "aoc", "advent", "b", "d", "day", "gold", "p", "part", "puzzle", "silver"];

/// Whether a file's name says that it is a day's solution: `Day18`, `PartTwo`, `Solution`, `18b`.
fn says_so(stem: &str) -> bool {
    let is_word = |word: &str| {
        SAY_SO.contains(&word) || is_empty_stem(word) || word.starts_with(|c: char| c.is_ascii_digit())
    };
    let words = |text: &str| {
        text.split('-')
            .any(|word| is_word(word.trim_end_matches(|c: char| c.is_ascii_digit())) || is_word(word))
    };
    is_empty_stem(stem) || words(&camel_slug(stem))
}

impl<'c> Files<'c> {
    /// Advent of Code: where a file of a day's folder says that it is the solution, classes beside it in the same language
    /// are helpers.
    pub(super) fn tell_helpers_of_days(&self, others: &mut Others<'c>) {
        let mut folders: HashMap<(&str, &str), (bool, Vec<&'c RepoPath>)> = HashMap::new();
        let texts: Vec<(&RepoPath, String)> = self
            .by_place
            .iter()
            .filter(|(_, named)| named.problem.judge() == "adventofcode")
            .map(|(path, _)| (*path, path.to_text().into_owned()))
            .collect();
        for (path, text) in &texts {
            let Some((folder, file)) = text.rsplit_once('/') else { continue };
            let stem = stem_of(file);
            let (has_solution, helpers) = folders.entry((folder, &file[stem.len()..])).or_default();
            if says_so(stem) {
                *has_solution = true;
            } else if stem.starts_with(|c: char| c.is_ascii_uppercase()) {
                helpers.push(path);
            }
        }
        for (has_solution, helpers) in folders.into_values() {
            others.extend(helpers.into_iter().filter(|_| has_solution).map(|path| (path, Vec::new())));
        }
    }
}
