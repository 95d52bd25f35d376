//! Names for a repository as a whole: what two of its files refute doesn't hold in it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::path::Parts;
use super::{KnownProblems, codeforces, folder, leetcode};
use crate::model::{NamedBy, NamedProblem, ProblemId, RepoPath, SolutionChange};

/// Puts other names, or none, where the files of the repository together refute how they were named one by one.
///
/// - Numbers of folders at Codeforces are rounds' where there are folders beside them that say so, and none has a number
///   that only a contest can have.
/// - Files with different letters, or with different titles of their own, aren't solutions of one problem.
///
/// Then the judges' lists have their say.
pub fn settle(changes: &mut [SolutionChange], known: &KnownProblems) {
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

fn settle_files(changes: &mut [SolutionChange]) {
    let files = Files::of(changes);
    let mut others = HashMap::new();
    files.tell_rounds_from_contests(&mut others);
    files.tell_titles_apart(&mut others);
    if others.is_empty() {
        return;
    }
    let others: HashMap<RepoPath, Arc<[NamedProblem]>> =
        others.into_iter().map(|(path, named)| (path.clone(), Arc::from(named))).collect();
    for file in changes.iter_mut().flat_map(|change| &mut change.files) {
        if let Some(named) = others.get(&file.path).filter(|_| file.problems.first().is_some_and(is_by_place))
        {
            file.problems = Arc::clone(named);
        }
    }
}

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
        let unnamed = all().filter(|file| file.problems.is_empty()).map(|file| &file.path).collect();
        let named = |file: &'c crate::model::FileChange| match &file.problems[..] {
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
                numbered.push((path, named, parent));
            }
        }
        for (path, named, parent) in numbered {
            if folders.get(&parent) == Some(&(true, false))
                && let Some((contest, index)) =
                    named.problem.as_str().strip_prefix("codeforces/").and_then(|id| id.split_once('/'))
                && contest.bytes().all(|byte| byte.is_ascii_digit())
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
        let mut stems: HashMap<String, usize> = HashMap::new();
        for path in self.files.keys() {
            if let Some(own) = own_name(path) {
                *stems.entry(own.title).or_default() += 1;
            }
        }
        let mut lists = Lists::default();
        for (problem, paths) in by_problem {
            let own: Vec<(&RepoPath, Own)> =
                paths.iter().filter_map(|path| Some((*path, own_name(path)?))).collect();
            if lists.add(problem, &own) {
                let titled = own.iter().filter(|(_, own)| own.is_title && own.number.is_some());
                for (path, own) in titled {
                    let by = self.files.get(path).map_or(NamedBy::Path, |named| named.by);
                    let problem = ProblemId::other(problem.judge(), &own.title);
                    others.insert(path, vec![NamedProblem { problem, sure: false, by }]);
                }
                continue;
            }
            let letters: HashSet<&str> = own.iter().filter_map(|(_, own)| own.letter.as_deref()).collect();
            if letters.len() > 1 && !ends_in_letter(problem) {
                others.extend(paths.iter().map(|path| (*path, Vec::new())));
                continue;
            }
            // What stands in many folders is a person's name or an approach, and no title.
            let titles: HashSet<&str> = own
                .iter()
                .filter(|(_, own)| own.number.is_none() && own.is_title && stems.get(&own.title) == Some(&1))
                .map(|(_, own)| own.title.as_str())
                .collect();
            let is_refuted = titles.len() > 1 && titles.len() * 2 > paths.len();
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
                if let Some(own) = own_name(path).filter(|own| own.number.is_some() && own.is_title) {
                    let problem = ProblemId::other(judge, &own.title);
                    others.insert(path, vec![NamedProblem { problem, sure: false, by: named.by }]);
                }
            }
        }
    }
}

/// What a file's own name says.
struct Own {
    /// In lower case with hyphens, without the number.
    title: String,
    /// Whether that has several words.
    is_title: bool,
    /// The number that it begins with.
    number: Option<String>,
    /// The letter that it is.
    letter: Option<String>,
}

fn own_name(path: &RepoPath) -> Option<Own> {
    let text = path.to_text();
    let parts = Parts::of(&text);
    let stem = parts.list.last().filter(|_| !parts.is_folder)?;
    let numbered = leetcode::numbered(stem);
    let number = numbered.as_ref().map(|found| super::rule::number(found.digits).to_owned());
    let title = leetcode::camel_slug(numbered.map_or(*stem, |found| found.title));
    let is_letter = stem.len() < 3
        && stem.as_bytes()[0].is_ascii_alphabetic()
        && stem.bytes().skip(1).all(|byte| byte.is_ascii_digit());
    let letter = is_letter.then(|| stem[..1].to_ascii_lowercase());
    let is_title = title.contains('-') && !folder::is_topic(&title) && !folder::is_series_part(stem);
    Some(Own { title, is_title, number, letter })
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
    counts: HashMap<String, (usize, usize)>,
}

impl Lists {
    /// Counts a number; whether its titles contradict each other.
    fn add(&mut self, problem: &ProblemId, own: &[(&RepoPath, Own)]) -> bool {
        let number = problem.as_str().rsplit('/').next().unwrap_or_default();
        let of_number = own.iter().filter(|(_, own)| own.number.as_deref() == Some(number) && own.is_title);
        let titles: Vec<&str> =
            of_number.map(|(_, own)| own.title.as_str()).filter(|title| title.is_ascii()).collect();
        let differ = |one: &str, other: &str| {
            !one.split('-').any(|word| word.len() > 2 && other.split('-').any(|w| w == word))
        };
        let Some((first, rest)) = titles.split_first().filter(|_| problem.judge() == "leetcode") else {
            return false;
        };
        let rest: Vec<&&str> = rest.iter().filter(|title| *title != first).collect();
        if rest.is_empty() {
            return false;
        }
        let (several, contrary) = self.counts.entry(problem.judge().to_owned()).or_default();
        *several += 1;
        let is_contrary = rest.iter().any(|title| differ(first, title));
        *contrary += usize::from(is_contrary);
        is_contrary
    }

    fn refuted(&self) -> Vec<&'static str> {
        let is_refuted = |judge: &&'static str| {
            self.counts
                .get(*judge)
                .is_some_and(|(several, contrary)| *contrary > 1 && contrary * 2 > *several)
        };
        ["leetcode"].into_iter().filter(is_refuted).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Home, by_path};
    use super::*;
    use crate::model::{AuthorDate, CommitId, FileChange, FileChangeKind, Identity};

    /// What the files of one repository name together.
    fn settled(paths: &[&str]) -> Vec<String> {
        let file = |path: &&str| FileChange {
            path: path.as_bytes().into(),
            kind: FileChangeKind::Added,
            record: None,
            problems: by_path(path, &Home::default()).into(),
        };
        let mut changes = [SolutionChange {
            commit: CommitId([0; 20]),
            author: Identity { name: String::new(), email: String::new() }.into(),
            date: AuthorDate { seconds: 0, offset_minutes: 0 },
            files: paths.iter().map(file).collect(),
        }];
        settle(&mut changes, &KnownProblems::default());
        let shown = |named: &NamedProblem| format!("{}{}", if named.sure { "" } else { "~" }, named.problem);
        let shown = |file: &FileChange| file.problems.iter().map(shown).collect::<Vec<_>>().join(" ");
        changes[0].files.iter().map(shown).collect()
    }

    #[test]
    fn numbers_beside_rounds_are_rounds_and_beside_contests_contests() {
        let rounds = ["codeforces/513/d.cpp", "codeforces/edu28/a.cpp"];
        assert_eq!(settled(&rounds), ["~codeforces/round/513/D", "~codeforces/round/edu28/A"]);
        let contests = ["codeforces/513/d.cpp", "codeforces/1900/a.cpp", "codeforces/edu28/a.cpp"];
        assert_eq!(settled(&contests)[..2], ["codeforces/513/D", "codeforces/1900/A"]);
        assert_eq!(settled(&["codeforces/513/d.cpp"]), ["codeforces/513/D"]);
    }

    #[test]
    fn files_with_titles_of_their_own_are_not_one_problem() {
        let course =
            ["leetcode/top-easy-picks/Single_Number_II.py", "leetcode/top-easy-picks/Plus_One_More.py"];
        assert_eq!(settled(&course), ["~leetcode/single-number-ii", "~leetcode/plus-one-more"]);
        let people = ["leetcode/two-sum/kim-ann.py", "leetcode/two-sum/lee-bob.py"];
        let people =
            [people[0], people[1], "leetcode/valid-tree/kim-ann.py", "leetcode/valid-tree/lee-bob.py"];
        assert_eq!(settled(&people)[..2], ["~leetcode/two-sum", "~leetcode/two-sum"]);
    }
}
