//! LeetCode: numbers that are grown on to one word in the files of a folder: `Demo1054`, `Demo226`.

use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::{Files, Others};
use crate::model::{NamedBy, NamedProblem, ProblemId, RepoPath};
use crate::naming::mention::mentions;
use crate::naming::path::{Parts, TokenKind, stem_of, tokens};
use crate::naming::{is_helper, normal, rule};

/// Fewer files than this tell nothing of a folder.
const FEWEST: usize = 3;

/// A file that is called by a word and a number.
struct Numbered<'c> {
    path: &'c RepoPath,
    /// What its name is by, or would be.
    by: NamedBy,
    word: String,
    number: u32,
}

impl<'c> Files<'c> {
    /// Files that go by their folder's title, and have one word and numbers of their own, contradict it: where the numbers are
    /// high and far apart they are the problems', else they count.
    pub(super) fn tell_numbers_grown_on(&self, others: &mut Others<'c>) {
        let mut titled: HashMap<&ProblemId, Vec<Numbered<'c>>> = HashMap::new();
        let mut all: HashMap<&ProblemId, usize> = HashMap::new();
        let is_titled = |named: &NamedProblem| {
            named.problem.judge() == "leetcode"
                && named.problem.key().starts_with(|c: char| c.is_alphabetic())
        };
        for (path, named) in self.by_place.iter().filter(|(_, named)| is_titled(named)) {
            *all.entry(&named.problem).or_default() += 1;
            if let Some((word, number)) = word_and_number(path) {
                let numbered = Numbered { path, by: named.by, word, number };
                titled.entry(&named.problem).or_default().push(numbered);
            }
        }
        titled.retain(|problem, files| {
            let numbers: HashSet<u32> = files.iter().map(|file| file.number).collect();
            numbers.len() >= FEWEST && files.len() * 4 > all[problem] * 3
        });
        for files in titled.into_values() {
            for (path, named) in told(&files) {
                others.insert(path, named.into_iter().collect());
            }
        }
        // Where nothing named them, the numbers of a repository's are seen together.
        let open = self.unnamed.iter().filter_map(|path| {
            let (word, number) = word_and_number(path).filter(|_| is_below_leetcode(path))?;
            Some(Numbered { path, by: NamedBy::Path, word, number })
        });
        for (path, named) in told(&open.collect::<Vec<_>>()) {
            if let Some(named) = named {
                others.insert(path, vec![named]);
            }
        }
    }
}

/// What files are called by their words and numbers: problems, where the numbers behind a word are high and far apart.
fn told<'c>(files: &[Numbered<'c>]) -> Vec<(&'c RepoPath, Option<NamedProblem>)> {
    let mut words: HashMap<&str, HashSet<u32>> = HashMap::new();
    for file in files {
        words.entry(&file.word).or_default().insert(file.number);
    }
    let are_problems = |numbers: &HashSet<u32>| {
        let highest = numbers.iter().copied().max().unwrap_or_default();
        numbers.len() >= FEWEST && highest > 100 && highest as usize > 5 * numbers.len()
    };
    let name = |file: &Numbered<'c>| {
        let problem = ProblemId::other("leetcode", &file.number.to_string());
        let named = NamedProblem { problem, sure: false, by: file.by };
        (file.path, are_problems(&words[file.word.as_str()]).then_some(named))
    };
    files.iter().map(name).collect()
}

/// Whether the nearest judge that a path speaks of in a folder is `LeetCode`.
fn is_below_leetcode(path: &RepoPath) -> bool {
    let text = path.to_text();
    let text = normal(&text);
    let parts = Parts::of(&text);
    !is_helper(&text)
        && mentions(&parts)
            .first()
            .is_some_and(|nearest| nearest.judge.id == "leetcode" && nearest.part + 1 < parts.list.len())
}

/// The word and the number that a file's name consists of: `Demo1054`.
fn word_and_number(path: &RepoPath) -> Option<(String, u32)> {
    let text = path.to_text();
    let text = normal(&text);
    let stem = stem_of(text.rsplit('/').next()?);
    let tokens = tokens(stem);
    let [word, digits] = tokens.as_slice() else { return None };
    let is_whole =
        word.kind == TokenKind::Word && digits.kind == TokenKind::Number && digits.end() == stem.len();
    let number = rule::number(digits.text).parse().ok()?;
    (is_whole && word.start == 0 && (1..=4500).contains(&number)).then(|| (word.text.to_lowercase(), number))
}
