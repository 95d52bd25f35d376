//! Titles of one word, which may be anything: whether they are titles is decided for a repository as a whole.

use foldhash::{HashMap, HashMapExt as _};

use super::own_names::split;
use super::{Files, Others};
use crate::model::{NamedBy, NamedProblem, ProblemId, RepoPath};
use crate::naming::folder::{is_filler, is_series_part};
use crate::naming::helper::is_beside_solutions;
use crate::naming::mention::{mentions, speaks_of_unknown};
use crate::naming::path::{Parts, is_empty_stem};
use crate::naming::rule::slug;
use crate::naming::{codeforces, is_helper, leetcode, normal};

/// Fewer titles than this tell nothing of a folder.
const FEWEST: usize = 3;

/// Words that files beside solutions are called by, in the folders of any judge.
const NO_TITLES: &[&str] = &[
    "bit",
    "bruteforce",
    "code",
    "combinatorics",
    "dijkstra",
    "dsu",
    "extra",
    "fenwick",
    "geom",
    "input",
    "judge",
    "kmp",
    "lca",
    "modint",
    "other",
    "others",
    "output",
    "random",
    "segtree",
    "slow",
    "temp",
    "temporary",
    "teste",
    "trash",
];

impl<'c> Files<'c> {
    /// Codeforces: where the repository has titles of several words, one word is a title, too (`Codeforces/Football`), but
    /// in folders whose tasks are called by letters.
    pub(super) fn tell_titles_of_one_word(&self, others: &mut Others<'c>) {
        if self.unnamed.is_empty() {
            return;
        }
        let own = || self.files.iter().filter(|(_, named)| named.problem.judge() == "codeforces");
        let is_titled = |named: &NamedProblem| named.problem.key().starts_with("title/");
        let titled = own().filter(|(_, named)| is_titled(named)).count();
        if titled < FEWEST {
            return;
        }
        let is_lettered = |path: &RepoPath| {
            let text = path.to_text();
            let text = normal(&text);
            Parts::of(&text).list.last().is_some_and(|stem| codeforces::letter_of(stem).is_some())
        };
        let mut folders: HashMap<&[u8], (usize, usize)> = HashMap::new();
        for (path, named) in own() {
            let (titles, letters) = folders.entry(split(&path.0).0).or_default();
            *titles += usize::from(is_titled(named));
            *letters += usize::from(!is_titled(named) && is_lettered(path));
        }
        let is_of_letters =
            |path: &RepoPath| folders.get(split(&path.0).0).is_some_and(|(titles, letters)| letters > titles);
        // Without a word for the judge in the path its repository has to speak of it.
        let at_home = own().filter(|(_, named)| is_titled(named) && named.by == NamedBy::Repository).count();
        let is_home = at_home * 2 > self.files.len();
        let open: Vec<&'c RepoPath> = self.unnamed.iter().copied().collect();
        for path in open.into_iter().filter(|path| !is_of_letters(path)) {
            let text = path.to_text();
            if is_helper(&text) || is_beside_solutions(&text) {
                continue;
            }
            let text = normal(&text);
            let parts = Parts::of(&text);
            let judges = mentions(&parts);
            let is_own = match judges.first() {
                Some(nearest) => nearest.judge.id == "codeforces" && nearest.part + 1 < parts.list.len(),
                None => is_home && !speaks_of_unknown(&parts),
            };
            let Some(title) = parts.list.last().and_then(|stem| word_in(stem)).filter(|_| is_own) else {
                continue;
            };
            // A folder that is a letter is the task.
            if parts.list[..parts.list.len() - 1]
                .iter()
                .any(|folder| folder.len() < 3 && codeforces::letter_of(folder).is_some())
            {
                continue;
            }
            let problem = ProblemId::other("codeforces", &format!("title/{title}"));
            let by = if judges.is_empty() { NamedBy::Repository } else { NamedBy::Path };
            others.insert(path, vec![NamedProblem { problem, sure: false, by }]);
        }
    }
}

/// The word that a name consists of, perhaps behind its place in a list, in the form of titles.
fn word_in(stem: &str) -> Option<String> {
    let title = slug(stem);
    let word = title.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_listed = word.len() < title.len() && word.starts_with('-');
    let word = if is_listed { &word[1..] } else { title.as_str() };
    let is_word = word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let says_else = is_empty_stem(word)
        || is_filler(word)
        || is_series_part(word)
        // Approaches and topics, but for what has a place in a list.
        || (leetcode::is_approach(word) && !is_listed)
        || NO_TITLES.contains(&word);
    (is_word && !says_else).then(|| title.clone())
}
