//! Titles of one word, which may be anything: whether they are titles is decided for a repository as a whole.

use foldhash::{HashMap, HashMapExt as _};

use super::own_names::split;
use super::{Files, Others};
use crate::model::{KnownJudge, NamedBy, NamedProblem, ProblemId, ProblemNames, RepoPath};
use crate::naming::folder::{is_algorithm, is_filler, is_series_part};
use crate::naming::helper::is_beside_solutions;
use crate::naming::mention::{Weight, mentions, speaks_of_unknown};
use crate::naming::path::{Parts, is_empty_stem};
use crate::naming::rule::{self, camel_slug, slug};
use crate::naming::{codeforces, is_helper, leetcode, normal, title};

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
    "precode",
    "random",
    "segtree",
    "slow",
    "temp",
    "temporary",
    "teste",
    "trash",
    "unionfind",
];

/// Whether a file goes by its title at a judge where it may: no number or letter says which problem it is.
fn is_titled(named: &NamedProblem) -> bool {
    match named.problem.judge() {
        "atcoder" | "codeforces" => named.problem.key().starts_with("title/"),
        "leetcode" => named.problem.key().bytes().any(|byte| byte.is_ascii_alphabetic()),
        _ => title::is_title(named),
    }
}

/// Judges whose files may go by titles.
fn may_have_titles(judge: &KnownJudge) -> bool {
    matches!(judge.names, ProblemNames::Number(_))
        || ["atcoder", "codeforces", "leetcode"].contains(&judge.id)
}

impl<'c> Files<'c> {
    /// Where the repository has titles of several words, one word is a title, too (`Codeforces/Football`, `UVa/Chopsticks`),
    /// but in folders whose tasks are called by letters, and at judges whose problems are called by numbers.
    pub(super) fn tell_titles_of_one_word(&self, others: &mut Others<'c>) {
        if self.unnamed.is_empty() {
            return;
        }
        // Titles and others, by the judge.
        let mut judges: HashMap<&str, (usize, usize)> = HashMap::new();
        let mut at_home: HashMap<&str, usize> = HashMap::new();
        for named in self.by_place.values() {
            let (titles, all) = judges.entry(named.problem.judge()).or_default();
            *titles += usize::from(is_titled(named));
            *all += 1;
            if named.by == NamedBy::Repository && is_titled(named) {
                *at_home.entry(named.problem.judge()).or_default() += 1;
            }
        }
        let titled: usize = judges.values().map(|(titles, _)| titles).sum();
        if titled < FEWEST {
            return;
        }
        // Whether unnumbered files are called by titles, at the judge or, where it has no others, in the repository.
        let has_titles = |judge: &str| match judges.get(judge).copied().unwrap_or_default() {
            (titles, _) if judge == "codeforces" => titles >= FEWEST,
            (titles, all) => titles * 2 >= all,
        };
        let is_lettered = |path: &RepoPath| {
            let text = path.to_text();
            let text = normal(&text);
            Parts::of(&text).list.last().is_some_and(|stem| codeforces::letter_of(stem).is_some())
        };
        let mut folders: HashMap<&[u8], (usize, usize)> = HashMap::new();
        for (path, named) in &self.by_place {
            let (titles, letters) = folders.entry(split(&path.0).0).or_default();
            let is_title = is_titled(named);
            let is_codeforces = named.problem.judge() == "codeforces";
            *titles += usize::from(is_title);
            *letters += usize::from(!is_title && (!is_codeforces || is_lettered(path)));
        }
        let is_of_letters =
            |path: &RepoPath| folders.get(split(&path.0).0).is_some_and(|(titles, letters)| letters > titles);
        // Without a word for the judge in the path its repository has to speak of it.
        let is_home = |judge: &str| at_home.get(judge).is_some_and(|titles| titles * 2 > self.by_place.len());
        let home = at_home.keys().copied().find(|judge| is_home(judge));
        let is_of_titles =
            |path: &RepoPath| folders.get(split(&path.0).0).is_some_and(|(titles, _)| *titles >= FEWEST);
        let open: Vec<&'c RepoPath> = self.unnamed.iter().copied().collect();
        for path in open.into_iter().filter(|path| !is_of_letters(path)) {
            let text = path.to_text();
            if is_helper(&text) || is_beside_solutions(&text) {
                continue;
            }
            let text = normal(&text);
            let parts = Parts::of(&text);
            let mentions = mentions(&parts);
            let judge = match (mentions.first(), home) {
                (Some(nearest), _) if nearest.part + 1 < parts.list.len() => nearest.judge.id,
                // Structures and sorts lie about in repositories of `LeetCode`'s.
                (None, Some("leetcode")) if !is_of_titles(path) => continue,
                (None, Some(home)) if !speaks_of_unknown(&parts) => home,
                _ => continue,
            };
            let is_meant = mentions.first().is_none_or(|nearest| {
                may_have_titles(nearest.judge) && (judge == "codeforces" || nearest.weight == Weight::Host)
            });
            let title = parts.list.last().and_then(|stem| {
                let is_search = judge == "leetcode" && camel_slug(stem) == "binary-search";
                if is_search { Some(camel_slug(stem)) } else { word_in(stem) }
            });
            let Some(title) = title else { continue };
            // A folder that is a letter is the task.
            let in_task = parts.list[..parts.list.len() - 1]
                .iter()
                .any(|folder| folder.len() < 3 && codeforces::letter_of(folder).is_some());
            if !is_meant || !has_titles(judge) || in_task {
                continue;
            }
            let problem = rule::titled(judge, &title);
            let by = if mentions.is_empty() { NamedBy::Repository } else { NamedBy::Path };
            others.insert(path, vec![NamedProblem { problem, sure: false, by }]);
        }
    }

    /// `loj` is `LightOJ` where the repository's titles below it are Latin and none has a number of `LibreOJ`'s: there titles are
    /// Chinese.
    pub(super) fn tell_two_judges_of_one_word(&self, others: &mut Others<'c>) {
        let is_libre = |named: &NamedProblem| named.problem.judge() == "libreoj";
        let mut titled: Vec<(&'c RepoPath, NamedProblem)> = Vec::new();
        for (path, named) in &self.by_place {
            let others = others.get(path).and_then(|others| others.first());
            if !is_libre(others.unwrap_or(named)) {
                continue;
            }
            let named = others.unwrap_or(named);
            let says_libre = path.0.to_ascii_lowercase().windows(5).any(|word| word == b"libre");
            if says_libre || !title::is_title(named) || !named.problem.key().is_ascii() {
                return;
            }
            titled.push((*path, named.clone()));
        }
        titled.extend(others.iter().filter_map(|(path, named)| {
            let named = named.first().filter(|named| is_libre(named) && !self.by_place.contains_key(path))?;
            Some((*path, named.clone()))
        }));
        for (path, named) in titled {
            let problem = ProblemId::other("lightoj", named.problem.key());
            others.insert(path, vec![NamedProblem { problem, ..named }]);
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
        || is_algorithm(&camel_slug(stem))
        || word.ends_with("reader")
        || is_series_part(word)
        // Approaches and topics, but for what has a place in a list.
        || (leetcode::is_approach(word) && !is_listed)
        || NO_TITLES.contains(&word);
    (is_word && !says_else).then(|| title.clone())
}
