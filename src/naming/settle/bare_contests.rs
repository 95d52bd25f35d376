//! Contests' numbers in folders that speak of no judge: whose they are is decided for a repository as a whole.

use foldhash::HashSet;

use super::{Files, Others};
use crate::model::{NamedBy, NamedProblem, ProblemId, RepoPath};
use crate::naming::mention::{mentions, speaks_of_unknown};
use crate::naming::path::Parts;
use crate::naming::rule::{self, number, slug};
use crate::naming::{codeforces, date, is_helper, normal};

/// Fewer solutions of the judge's than this tell nothing of a repository.
const FEWEST: usize = 3;

impl<'c> Files<'c> {
    /// Codeforces: folders with a number, and tasks' letters in them (`1607/A`) or before titles (`A.is_it_rated`), where
    /// most of the repository's other solutions are that judge's.
    pub(super) fn tell_bare_contests(&self, others: &mut Others<'c>) {
        if self.unnamed.is_empty() || !self.is_codeforces() {
            return;
        }
        let mut numbers: HashSet<u32> = HashSet::default();
        let mut titled: Vec<(&RepoPath, String)> = Vec::new();
        let mut found: Vec<(&RepoPath, ProblemId)> = Vec::new();
        for path in &self.unnamed {
            let text = path.to_text();
            if is_helper(&text) {
                continue;
            }
            let text = normal(&text);
            let parts = Parts::of(&text);
            if !mentions(&parts).is_empty() || speaks_of_unknown(&parts) {
                continue;
            }
            let folder = text.rsplit('/').nth(1);
            let Some((contest, index)) = folder.and_then(|folder| bare_contest(folder, &parts)) else {
                titled.extend(lettered_title(&parts).map(|title| (*path, title)));
                continue;
            };
            numbers.insert(contest);
            let is_gym = contest > 100_000;
            let gym = || ProblemId::other("codeforces", &format!("gym/{contest}/{index}"));
            found.push((path, if is_gym { gym() } else { ProblemId::codeforces(contest, &index) }));
        }
        // Rounds' numbers, years and days of training are smaller, and near to each other.
        let large = numbers.iter().filter(|number| **number > codeforces::LAST_ROUND).count();
        let by = NamedBy::Repository;
        if large * 2 > numbers.len() {
            let named = found
                .into_iter()
                .map(|(path, problem)| (path, vec![NamedProblem { problem, sure: false, by }]));
            others.extend(named);
        }
        for (path, title) in titled {
            let problem = rule::titled("codeforces", &title);
            others.insert(path, vec![NamedProblem { problem, sure: false, by }]);
        }
    }

    /// Whether most solutions of the repository are Codeforces'.
    fn is_codeforces(&self) -> bool {
        let own = self.by_place.values().filter(|named| named.problem.judge() == "codeforces").count();
        own >= FEWEST && own * 2 > self.by_place.len()
    }
}

/// The title of several words that a task's letter stands before, as a title: `A.is_it_rated`.
fn lettered_title(parts: &Parts<'_>) -> Option<String> {
    // A folder says of which contest it is, and who knows of whose.
    let [last] = parts.list.as_slice() else { return None };
    title_behind_letter(last)
}

/// A task's letter and a title of several words behind it, as a title.
pub(super) fn title_behind_letter(last: &str) -> Option<String> {
    let index = codeforces::letter_of(last).filter(|index| index.as_str() < "I")?;
    let title = slug(last);
    let rest = last.get(index.len()..)?;
    let is_title =
        rest.starts_with(['.', '_', '-', ' ']) && title.split('-').filter(|word| word.len() > 2).count() > 1;
    (is_title && title.is_ascii()).then_some(title)
}

/// The contest's number that is a folder's whole name, and the letter of a task that is the file's or begins its title.
fn bare_contest(folder: &str, parts: &Parts<'_>) -> Option<(u32, String)> {
    let last = parts.list.last().filter(|_| !parts.is_folder)?;
    let is_number = (3..=6).contains(&folder.len())
        && folder.bytes().all(|byte| byte.is_ascii_digit())
        && !folder.starts_with('0')
        && !date::is_year(folder);
    if !is_number {
        return None;
    }
    let contest: u32 = number(folder).parse().ok()?;
    let index = codeforces::letter_of(last).filter(|index| index.as_str() < "O")?;
    let is_contest = (100..=2999).contains(&contest) || (100_001..=109_999).contains(&contest);
    is_contest.then_some((contest, index))
}
