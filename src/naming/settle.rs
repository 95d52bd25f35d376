//! Names for a repository as a whole: what two of its files refute doesn't hold in it.

mod bare_contests;
mod bare_numbers;
mod helpers;
mod one_word;
mod own_names;

use std::sync::Arc;

use foldhash::{HashMap, HashMapExt as _, HashSet};

use self::own_names::{Own, OwnNames};
use super::path::Parts;
use super::{KnownProblems, codeforces, leetcode, rule, title};
use crate::model::{FileChange, NamedBy, NamedProblem, ProblemId, ProblemNames, RepoPath, SolutionChange};

/// Puts other names, or none, where the files of the repository together refute how they were named one by one.
///
/// - Numbers of folders at Codeforces are rounds' where there are folders beside them that say so, and none has a number
///   that only a contest can have.
///   Several that may be either are sure of neither.
/// - Files with different letters, or with different titles of their own, aren't solutions of one problem.
/// - A title's number is what any commit of the file says.
/// - Numbers that no word for a judge stands beside are Baekjoon's or Programmers' where most of a Korean repository's are,
///   and numbers of contests are Codeforces' where its solutions are most of the repository's.
/// - One word is a title where others have several.
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
    files.tell_titles_apart(&mut others);
    files.tell_titles_from_numbers(&mut others);
    files.tell_helpers_of_days(&mut others);
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

/// So many folders with numbers that may be rounds' as well as contests', and none with one that only a contest can have,
/// leave it open whose they are.
const MANY: usize = 3;

/// Whether where a file lies named its problem, and not what it or its commit says.
fn is_by_place(named: &NamedProblem) -> bool {
    matches!(named.by, NamedBy::Path | NamedBy::Repository)
}

type Others<'c> = HashMap<&'c RepoPath, Vec<NamedProblem>>;

/// The files that their places name, each once.
struct Files<'c> {
    files: HashMap<&'c RepoPath, &'c NamedProblem>,
    /// Those that nothing names.
    unnamed: HashSet<&'c RepoPath>,
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
        Self { files: all().filter_map(named).collect(), unnamed }
    }

    /// Codeforces: what the folders beside a folder with nothing but a number say of it.
    fn tell_rounds_from_contests(&self, others: &mut Others<'c>) {
        let mut folders: HashMap<String, (bool, bool)> = HashMap::new();
        let mut numbered = Vec::new();
        let of_codeforces = self.files.iter().filter(|(_, named)| named.problem.judge() == "codeforces");
        let named = of_codeforces.map(|(path, named)| (*path, Some(*named)));
        for (path, named) in named.chain(self.unnamed.iter().map(|path| (*path, None))) {
            let text = path.to_text();
            let parts = Parts::of(&text);
            let Some((at, kind)) = codeforces::folder_of_contest(&parts.list) else { continue };
            let parent = parts.list[..at].join("/");
            let (is_round, is_contest) = folders.entry(parent.clone()).or_default();
            *is_round |= kind == codeforces::Folder::Round;
            *is_contest |= kind == codeforces::Folder::Contest;
            if let (codeforces::Folder::Either, Some(named)) = (kind, named) {
                let digits: String = parts.list[at].chars().filter(char::is_ascii_digit).collect();
                numbered.push((path, named, parent, digits));
            }
        }
        let mut either: HashMap<&str, HashSet<&str>> = HashMap::new();
        for (.., parent, digits) in numbered.iter().filter(|(.., digits)| digits.len() > 2) {
            either.entry(parent).or_default().insert(digits);
        }
        let unsure: HashSet<String> = either
            .into_iter()
            .filter(|(parent, numbers)| {
                folders.get(*parent) == Some(&(false, false))
                    && numbers.len() >= MANY
                    && !parent
                        .rsplit('/')
                        .next()
                        .is_some_and(|folder| folder.to_lowercase().starts_with("contest"))
            })
            .map(|(parent, _)| parent.to_owned())
            .collect();
        for (path, named, parent, digits) in numbered {
            if named.sure
                && unsure.contains(&parent)
                && named.problem.key().starts_with(&format!("{digits}/"))
            {
                others.insert(path, vec![NamedProblem { sure: false, ..named.clone() }]);
                continue;
            }
            if folders.get(&parent) == Some(&(true, false))
                && let Some((contest, index)) =
                    named.problem.as_str().strip_prefix("codeforces/").and_then(|id| id.split_once('/'))
                && contest.bytes().all(|byte| byte.is_ascii_digit())
                // The file's own name may have the contest's number.
                && rule::number(&digits) == contest
            {
                let problem = ProblemId::other("codeforces", &format!("round/{contest}/{index}"));
                others.insert(path, vec![NamedProblem { problem, sure: false, by: named.by }]);
            }
        }
    }

    /// Files under one name that have letters or titles of their own.
    fn tell_titles_apart(&self, others: &mut Others<'c>) {
        let mut by_problem: HashMap<&ProblemId, Vec<&'c RepoPath>> = HashMap::new();
        for (path, named) in &self.files {
            by_problem.entry(&named.problem).or_default().push(path);
        }
        by_problem.retain(|_, paths| paths.len() > 1);
        for paths in by_problem.values_mut() {
            paths.sort_unstable();
        }
        let names = OwnNames::of(self.files.keys().copied());
        let mut stems: HashMap<&str, Stands<'_>> = HashMap::new();
        for path in self.files.keys() {
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
                    let by = self.files.get(path).map_or(NamedBy::Path, |named| named.by);
                    let problem = ProblemId::other(problem.judge(), &own.title);
                    others.insert(path, vec![NamedProblem { problem, sure: false, by }]);
                }
                continue;
            }
            if let Some(round) = problem.as_str().strip_prefix("codeforces/round/")
                && is_ladder(round, &own)
            {
                for (path, own) in own.iter().filter(|(_, own)| own.label().is_some()) {
                    let by = self.files.get(path).map_or(NamedBy::Path, |named| named.by);
                    let problem = ProblemId::other("codeforces", &format!("title/{}", own.title));
                    others.insert(path, vec![NamedProblem { problem, sure: false, by }]);
                }
                continue;
            }
            let letters: HashSet<&str> = own.iter().filter_map(|(_, own)| own.letter.as_deref()).collect();
            if letters.len() > 1 && !ends_in_letter(problem) {
                others.extend(paths.iter().map(|path| (*path, Vec::new())));
                continue;
            }
            let plain = |text: &str| text.replace(['-', '/', '_'], "").to_lowercase();
            let key = plain(problem.key());
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
                let by = self.files.get(path).map_or(NamedBy::Path, |named| named.by);
                let title = || ProblemId::other(problem.judge(), &own.title);
                let named = || NamedProblem { problem: title(), sure: false, by };
                let may_be_title = problem.judge() == "leetcode" && own.is_title;
                others.insert(path, if may_be_title { vec![named()] } else { Vec::new() });
            }
        }
        for judge in lists.refuted() {
            for (path, named) in self.files.iter().filter(|(_, named)| named.problem.judge() == judge) {
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

/// Whether a file lies in a folder with the number of a problem of `LeetCode`'s and a title. Chapters have short numbers.
fn is_of_titled_folder(path: &RepoPath, problem: &ProblemId) -> bool {
    problem.judge() == "leetcode"
        && path.to_text().rsplit('/').skip(1).filter_map(leetcode::numbered).any(|folder| {
            folder.digits.len() > 2
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
        rule::number(number) == key
            && !is_range
            && (title.is_empty() || title.starts_with([']', ')', '.', '_', '-', ' ']))
    };
    problem.judge() == "adventofcode"
        || (key.len() > 3
            && key.bytes().all(|byte| byte.is_ascii_digit())
            && path.to_text().rsplit('/').skip(1).any(is_own))
}

/// Whether a problem's name ends in a letter, which its files may repeat.
fn ends_in_letter(problem: &ProblemId) -> bool {
    let last = problem.as_str().rsplit(['/', '_']).next().unwrap_or_default();
    last.len() == 1 && last.as_bytes()[0].is_ascii_alphabetic()
}

/// Whether the numbers of a judge's problems are those of lists with numbers of their own: again and again one number
/// has titles that have no word in common.
#[derive(Default)]
struct Lists {
    /// For each judge, how many numbers have several titles, and how many of those contradict each other.
    counts: HashMap<&'static str, (usize, usize)>,
}

impl Lists {
    /// Counts a number; whether its titles contradict each other.
    fn add(&mut self, problem: &ProblemId, own: &[(&RepoPath, &Own)]) -> bool {
        let number = problem.as_str().rsplit('/').next().unwrap_or_default();
        let of_number = own.iter().filter(|(_, own)| own.number.as_deref() == Some(number) && own.is_title);
        let titles: Vec<&str> =
            of_number.map(|(_, own)| own.title.as_str()).filter(|title| title.is_ascii()).collect();
        let differ = |one: &str, other: &str| {
            !one.split('-').any(|word| word.len() > 2 && other.split('-').any(|w| w == word))
        };
        let Some((first, rest)) = titles.split_first().filter(|_| may_be_lists(problem)) else {
            return false;
        };
        let rest: Vec<&&str> = rest.iter().filter(|title| *title != first).collect();
        if rest.is_empty() {
            return false;
        }
        let (several, contrary) = self.counts.entry(problem.judge()).or_default();
        *several += 1;
        let is_contrary = rest.iter().any(|title| differ(first, title));
        *contrary += usize::from(is_contrary);
        is_contrary
    }

    fn refuted(&self) -> impl Iterator<Item = &'static str> {
        let is_refuted = |(several, contrary): &(usize, usize)| *contrary > 1 && contrary * 2 > *several;
        self.counts.iter().filter(move |(_, counts)| is_refuted(counts)).map(|(judge, _)| *judge)
    }
}

/// Whether a problem's number may be one of a list's: the judges' own begin small at these judges.
fn may_be_lists(problem: &ProblemId) -> bool {
    match problem.known_judge().names {
        ProblemNames::Number(digits) => digits == 1,
        _ => problem.judge() == "leetcode",
    }
}

#[cfg(test)]
mod tests;
