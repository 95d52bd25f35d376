//! Codeforces: folders called by ratings, which look like contests.

use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::bare_contests::title_behind_letter;
use super::{Files, Others};
use crate::model::{NamedProblem, RepoPath};
use crate::naming::known::of_codeforces;
use crate::naming::path::Parts;
use crate::naming::rule::titled;
use crate::naming::{codeforces, normal};

/// Ratings of problems are multiples of this one.
const STEP: u32 = 100;
/// The lowest rating of a problem and the highest.
const RATINGS: std::ops::RangeInclusive<u32> = 800..=3500;

/// What the folders with contests' numbers in one folder hold.
#[derive(Default)]
struct Numbered<'c> {
    numbers: HashSet<u32>,
    files: Vec<(&'c RepoPath, &'c NamedProblem, Option<String>)>,
}

impl<'c> Files<'c> {
    /// Where all folders that may be called after contests are called after hundreds, and there are several, they are called
    /// after ratings: each file goes by its title, and a letter alone names nothing.
    pub(super) fn tell_ratings_from_contests(&self, others: &mut Others<'c>) {
        let mut parents: HashMap<String, Numbered<'c>> = HashMap::new();
        for (path, named) in &self.by_place {
            let Some((contest, _)) = of_codeforces(&named.problem) else { continue };
            let text = path.to_text();
            let text = normal(&text);
            let parts = Parts::of(&text);
            let is_contests = |folder: &&str| {
                codeforces::contest_in(folder).is_some_and(|(digits, _)| digits.parse() == Ok(contest))
            };
            let Some(at) = parts.list.iter().rposition(is_contests) else { continue };
            let parent = parents.entry(parts.list[..at].join("/")).or_default();
            parent.numbers.insert(contest);
            let title = parts.list.last().and_then(|name| title_behind_letter(name));
            parent.files.push((path, named, title));
        }
        let is_rating = |number: &u32| RATINGS.contains(number) && number.is_multiple_of(STEP);
        parents.retain(|_, found| found.numbers.len() > 1 && found.numbers.iter().all(is_rating));
        for (path, named, title) in parents.into_values().flat_map(|found| found.files) {
            let problem = title.map(|title| titled("codeforces", &title));
            let named = problem.map(|problem| NamedProblem { problem, sure: false, by: named.by });
            others.insert(path, named.into_iter().collect());
        }
    }
}
