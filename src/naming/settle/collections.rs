//! Folders that hold several problems' files: none of them is called after the folder.

use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::own_names::split;
use super::{Files, Others};
use crate::model::{NamedProblem, ProblemId, ProblemNames, RepoPath};
use crate::naming::leetcode::is_approach;
use crate::naming::path::{Parts, is_empty_stem};
use crate::naming::rule::is_plain_word;
use crate::naming::{normal, title};

/// So many files of different names that one folder gives its name are different problems.
const SEVERAL: usize = 3;

/// A text's letters and digits, in lower case.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What a folder directly holds.
#[derive(Default)]
struct Held<'c> {
    /// Files that are named after it although their own names say something.
    after_folder: Vec<(&'c RepoPath, String)>,
    /// Whether others go by their own names at the same judge.
    has_others: bool,
}

impl<'c> Files<'c> {
    /// Judges of words and titles: in a folder whose files go by their own names (`completed/addemup`), what is named after
    /// the folder (`completed/set`) is called by its own name where the judge's ids are such words, and by none elsewhere.
    pub(super) fn tell_collections(&self, others: &mut Others<'c>) {
        let mut folders: HashMap<(&[u8], &'static str), Held<'c>> = HashMap::new();
        for (path, named) in &self.by_place {
            let judge = named.problem.known_judge();
            let goes_by_words = match judge.names {
                ProblemNames::Word => true,
                ProblemNames::Number(_) => title::is_title(named),
                _ => false,
            };
            // Its ids are no words, and folders are called by them.
            if named.sure && judge.id != "kattis" || !goes_by_words || judge.id == "oj.uz" {
                continue;
            }
            let text = path.to_text();
            let text = normal(&text);
            let parts = Parts::of(&text);
            let [.., folder, stem] = parts.list.as_slice() else { continue };
            let held = folders.entry((split(&path.0).0, judge.id)).or_default();
            let (key, own) = (plain(named.problem.key()), plain(stem));
            // A letter tells attempts apart.
            let says_own = !parts.is_folder
                && !is_empty_stem(stem)
                && own.chars().count() > 1
                && own.chars().any(char::is_alphabetic);
            let folder = plain(folder);
            // The judge's word may stand before it: `infoarena_campion`.
            let is_folders = folder.strip_prefix(judge.id).unwrap_or(&folder) == key;
            if is_folders && says_own && !own.contains(&key) && !key.contains(&own) {
                held.after_folder.push((path, (*stem).to_owned()));
            } else if !is_folders {
                held.has_others = true;
            }
        }
        for ((_, judge), held) in folders {
            let words: HashSet<&str> = held
                .after_folder
                .iter()
                .map(|(_, stem)| stem.as_str())
                .filter(|stem| stem.len() > 3 && !is_approach(&stem.to_lowercase()))
                .collect();
            if !held.has_others && words.len() < SEVERAL {
                continue;
            }
            for (path, stem) in held.after_folder {
                let Some(named) = self.by_place.get(path) else { continue };
                let is_id = is_plain_word(&stem);
                let is_words = judge != "codechef" && !title::is_title(named);
                let goes_by_words =
                    held.has_others && is_words && is_id && (stem.len() > 2 || judge == "kattis");
                let problem = || ProblemId::other(judge, &stem);
                let own = || NamedProblem { problem: problem(), sure: false, by: named.by };
                others.insert(path, if goes_by_words { vec![own()] } else { Vec::new() });
            }
        }
    }
}
