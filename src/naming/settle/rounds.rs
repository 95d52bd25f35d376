//! Codeforces: whether folders with nothing but a number are called after contests or after rounds.

use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::{Files, Others};
use crate::model::{NamedProblem, ProblemId};
use crate::naming::path::Parts;
use crate::naming::{codeforces, rule};

/// So many folders with numbers that may be rounds' as well as contests', and none with one that only a contest can have,
/// leave it open whose they are.
const MANY: usize = 3;

impl<'c> Files<'c> {
    /// Codeforces: what the folders beside a folder with nothing but a number say of it.
    pub(super) fn tell_rounds_from_contests(&self, others: &mut Others<'c>) {
        let mut folders: HashMap<String, (bool, bool)> = HashMap::new();
        let mut numbered = Vec::new();
        let of_codeforces = self.by_place.iter().filter(|(_, named)| named.problem.judge() == "codeforces");
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
}
