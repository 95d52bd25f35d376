//! Files under one name that have titles or letters of their own: they refute the name.

use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::lists::Lists;
use super::own_names::{self, Own, OwnNames};
use super::{Files, Others};
use crate::model::{NamedBy, NamedProblem, ProblemId, RepoPath};
use crate::naming::{leetcode, rule};

impl<'c> Files<'c> {
    /// Files under one name that have letters or titles of their own.
    pub(super) fn tell_titles_apart(&self, others: &mut Others<'c>) {
        let mut by_problem: HashMap<&ProblemId, Vec<&'c RepoPath>> = HashMap::new();
        for (path, named) in &self.by_place {
            by_problem.entry(&named.problem).or_default().push(path);
        }
        by_problem.retain(|_, paths| paths.len() > 1);
        for paths in by_problem.values_mut() {
            paths.sort_unstable();
        }
        let names = OwnNames::of(self.by_place.keys().copied());
        let mut stems: HashMap<&str, Stands<'_>> = HashMap::new();
        for path in self.by_place.keys() {
            if let Some(own) = names.get(path) {
                let folder = own_names::split(&path.0).0;
                let stands = stems.entry(&own.title).or_insert(Stands { files: 0, folder, is_alone: true });
                stands.files += 1;
                stands.is_alone &= stands.folder == folder;
            }
        }
        let mut lists = Lists::default();
        for (problem, paths) in by_problem {
            let own: Vec<(&RepoPath, &Own)> =
                paths.iter().filter_map(|path| Some((*path, names.get(path)?))).collect();
            if lists.add(problem, &own) {
                let titled = own.iter().filter(|(_, own)| own.is_title && own.number.is_some());
                for (path, own) in titled {
                    let by = self.by_place.get(path).map_or(NamedBy::Path, |named| named.by);
                    let problem = ProblemId::other(problem.judge(), &own.title);
                    others.insert(path, vec![NamedProblem { problem, sure: false, by }]);
                }
                continue;
            }
            if let Some(round) = problem.as_str().strip_prefix("codeforces/round/")
                && is_ladder(round, &own)
            {
                for (path, own) in own.iter().filter(|(_, own)| own.label().is_some()) {
                    let by = self.by_place.get(path).map_or(NamedBy::Path, |named| named.by);
                    let problem = rule::titled("codeforces", &own.title);
                    others.insert(path, vec![NamedProblem { problem, sure: false, by }]);
                }
                continue;
            }
            let letters: HashSet<&str> = own.iter().filter_map(|(_, own)| own.letter.as_deref()).collect();
            // A day has two parts, which files are called after (`2018/01/a.py`), and contests of AtCoder's share tasks under
            // different letters.
            let may_differ = ["adventofcode", "atcoder"].contains(&problem.judge());
            // In a folder that is called by the whole id they tell attempts apart.
            let is_of_id = || paths.iter().all(|path| is_of_own_folder(path, problem));
            if letters.len() > 1 && !ends_in_letter(problem) && !may_differ && !is_of_id() {
                others.extend(paths.iter().map(|path| (*path, Vec::new())));
                continue;
            }
            let plain = |text: &str| text.replace(['-', '/', '_'], "").to_lowercase();
            let key = plain(problem.key());
            // A number alone is the main problem set's.
            let key = if problem.judge() == "luogu" { key.trim_start_matches('p').to_owned() } else { key };
            // The word of an id behind its source: `IOI18_werewolf`.
            let word = plain(problem.key().rsplit(['_', '/']).next().unwrap_or_default());
            let is_titles = problem.judge() == "leetcode";
            // AtCoder's tasks are called by their contest, whatever label stands behind it: `typical90_019`.
            let contest = (problem.judge() == "atcoder")
                .then(|| problem.as_str().rsplit_once('_').map(|(contest, _)| plain(contest)))
                .flatten();
            let labels: HashSet<&str> = own.iter().filter_map(|(_, own)| own.label()).collect();
            // What stands in many folders is a person's name or an approach, and no title.
            let titles: HashSet<&str> = own
                .iter()
                .filter(|(_, own)| {
                    own.number.is_none()
                        && own.is_title
                        && !leetcode::is_approach(&own.title)
                        && stems.get(own.title.as_str()).is_some_and(|stands| stands.once(is_titles))
                })
                // A folder with the number and a title says whose approaches its files are, and so does a day's or the
                // number alone.
                .filter(|(path, _)| !is_of_titled_folder(path, problem) && !is_of_own_folder(path, problem))
                // What repeats the problem's number, or the same label, doesn't contradict it.
                .filter(|(_, own)| {
                    let title = plain(&own.title);
                    let says_contest = contest.as_ref().is_some_and(|contest| title.contains(contest));
                    !(title.contains(&key) || word.len() > 3 && title.contains(&word) || says_contest)
                })
                .filter(|(_, own)| labels.len() != 1 || own.label().is_none() || is_titles)
                .map(|(_, own)| own.title.as_str())
                .collect();
            let several: HashSet<&str> =
                own.iter().filter(|_| is_titles).map(|(_, own)| own.title.as_str()).collect();
            let most = if is_titles { several.len() } else { paths.len() };
            let is_refuted = titles.len() > 1 && titles.len() * 2 > most;
            for (path, own) in own.iter().filter(|_| is_refuted) {
                let by = self.by_place.get(path).map_or(NamedBy::Path, |named| named.by);
                let title = || ProblemId::other(problem.judge(), &own.title);
                let named = || NamedProblem { problem: title(), sure: false, by };
                let may_be_title = problem.judge() == "leetcode" && own.is_title;
                others.insert(path, if may_be_title { vec![named()] } else { Vec::new() });
            }
        }
        for judge in lists.refuted() {
            for (path, named) in self.by_place.iter().filter(|(_, named)| named.problem.judge() == judge) {
                let Some(own) = names.get(path).filter(|own| own.number.is_some()) else { continue };
                if own.is_title {
                    let problem = ProblemId::other(judge, &own.title);
                    others.insert(path, vec![NamedProblem { problem, sure: false, by: named.by }]);
                } else if !named.sure && named.by == NamedBy::Repository {
                    others.insert(path, Vec::new());
                }
            }
        }
    }
}

/// Whether the files under one letter of a round have titles that have nothing in common: those of a list of problems from
/// many rounds (`Ladders/B level/B. Amr and Pins`).
fn is_ladder(round: &str, own: &[(&RepoPath, &Own)]) -> bool {
    let letter = round.rsplit('/').next().unwrap_or_default();
    let titles: HashSet<&str> = own
        .iter()
        .filter(|(_, own)| own.label().is_some_and(|label| label.eq_ignore_ascii_case(letter)))
        .map(|(_, own)| &own.title[2..])
        .collect();
    let has_words = |title: &str| title.split('-').filter(|word| word.len() > 3).map(str::to_owned).collect();
    let words: Vec<HashSet<String>> = titles.iter().map(|title| has_words(title)).collect();
    let is_apart = |at: usize| words[at + 1..].iter().all(|other| words[at].is_disjoint(other));
    titles.len() > 2 && (0..words.len()).all(is_apart)
}

/// Where a title stands.
struct Stands<'c> {
    files: usize,
    folder: &'c [u8],
    /// Whether that is the only folder.
    is_alone: bool,
}

impl Stands<'_> {
    /// Whether that is in one file, or in one folder whatever the language.
    fn once(&self, by_folder: bool) -> bool {
        self.files == 1 || (by_folder && self.is_alone)
    }
}

/// Whether a file lies in a folder with the number of a problem of `LeetCode`'s and a title. Chapters have short numbers, and
/// what repeats the folder's title is none's.
fn is_of_titled_folder(path: &RepoPath, problem: &ProblemId) -> bool {
    let letters = |text: &str| {
        text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
    };
    problem.judge() == "leetcode"
        && path.to_text().rsplit('/').skip(1).filter_map(leetcode::numbered).any(|folder| {
            let repeats = || {
                let title = letters(folder.title);
                title.len() > 3
                    && letters(&String::from_utf8_lossy(own_names::split(&path.0).1)).contains(&title)
            };
            (folder.digits.len() > 2 || repeats())
                && !folder.title.is_empty()
                && rule::number(folder.digits) == problem.key()
        })
}

/// Whether a file lies in a folder that has the number of the problem, alone or before a title (`[42885] 구명보트`), or in
/// one of the day.
fn is_of_own_folder(path: &RepoPath, problem: &ProblemId) -> bool {
    let key = problem.key();
    let is_own = |folder: &str| {
        let folder = folder.trim_start_matches(['[', '(']);
        let digits = folder.bytes().take_while(u8::is_ascii_digit).count();
        let (number, title) = folder.split_at(digits);
        let is_range = title.trim_start_matches(['-', '~', ' ']).starts_with(|c: char| c.is_ascii_digit());
        (rule::number(number) == key || key.strip_prefix('P') == Some(number))
            && !is_range
            && (title.is_empty() || title.starts_with([']', ')', '.', '_', '-', ' ']))
    };
    let digits = if problem.judge() == "luogu" { key.trim_start_matches('P') } else { key };
    let text = path.to_text();
    let mut folders = text.rsplit('/').skip(1);
    match problem.judge() {
        "adventofcode" => true,
        // The task's folder.
        "atcoder" => folders.next().is_some_and(|folder| folder.len() == 1),
        "codechef" => folders.any(|folder| folder.ends_with(&format!("({key})"))),
        "kattis" => folders.any(|folder| folder == key),
        _ => digits.len() > 3 && digits.bytes().all(|byte| byte.is_ascii_digit()) && folders.any(is_own),
    }
}

/// Whether a problem's name ends in a letter, which its files may repeat.
fn ends_in_letter(problem: &ProblemId) -> bool {
    let last = problem.as_str().rsplit(['/', '_']).next().unwrap_or_default();
    last.len() == 1 && last.as_bytes()[0].is_ascii_alphabetic()
}
