//! Codeforces: whether folders with nothing but a number are called after contests or after rounds.

use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::{Files, Others};
use crate::model::{NamedProblem, ProblemId};
use crate::naming::path::Parts;
use crate::naming::{codeforces, rule};

/// So many folders with numbers that may be rounds' as well as contests', and none with one that only a contest can have,
/// leave it open whose they are.
const MANY: usize = 3;

/// What stands in a folder beside numbers that may be contests' as well as rounds'.
#[derive(Default)]
struct Beside {
    has_rounds: bool,
    /// The contests that are no rounds for certain, and gyms.
    contests: HashSet<u32>,
}

impl Beside {
    /// Of numbers that may be either, those of which it stays open.
    fn open<'n>(&self, numbers: &HashSet<&'n str>) -> Vec<&'n str> {
        if !self.has_rounds {
            let is_open = self.contests.is_empty() && numbers.len() >= MANY;
            return if is_open { numbers.iter().copied().collect() } else { Vec::new() };
        }
        // Among rounds a few contests leave it open of numbers that rounds had got to by then.
        let contests = || self.contests.iter().filter(|contest| **contest < FIRST_GYM);
        if contests().next().is_none() {
            return Vec::new();
        }
        let latest = contests().max().filter(|contest| **contest > codeforces::LAST_ROUND);
        let last = latest.map_or(codeforces::LAST_ROUND, |contest| last_round_by(*contest));
        let may_be_round = |number: &&str| number.parse().is_ok_and(|number: u32| number <= last);
        let open: Vec<&str> = numbers.iter().copied().filter(may_be_round).collect();
        let certain = contests().count() + numbers.len() - open.len();
        if open.len() > certain { open } else { Vec::new() }
    }
}

/// Gyms are numbered from here on.
const FIRST_GYM: u32 = 100_000;

/// The last round that may have been held by the time of a contest: round 578 was contest 1200, round 1020 contest 2100, and a
/// round has one contest or two.
fn last_round_by(contest: u32) -> u32 {
    const SLACK: u32 = 30;
    contest.saturating_sub(44) / 2 + SLACK
}

impl<'c> Files<'c> {
    /// Codeforces: what the folders beside a folder with nothing but a number say of it.
    pub(super) fn tell_rounds_from_contests(&self, others: &mut Others<'c>) {
        let mut folders: HashMap<String, Beside> = HashMap::new();
        let mut numbered = Vec::new();
        let of_codeforces = self.by_place.iter().filter(|(_, named)| named.problem.judge() == "codeforces");
        let named = of_codeforces.map(|(path, named)| (*path, Some(*named)));
        for (path, named) in named.chain(self.unnamed.iter().map(|path| (*path, None))) {
            let text = path.to_text();
            let parts = Parts::of(&text);
            let Some((at, kind)) = codeforces::folder_of_contest(&parts.list) else { continue };
            let parent = parts.list[..at].join("/");
            let beside = folders.entry(parent.clone()).or_default();
            beside.has_rounds |= kind == codeforces::Folder::Round;
            let contest =
                codeforces::contest_in(parts.list[at]).filter(|_| kind == codeforces::Folder::Contest);
            beside.contests.extend(contest.and_then(|(digits, _)| digits.parse::<u32>().ok()));
            if let (codeforces::Folder::Either, Some(named)) = (kind, named) {
                let digits: String = parts.list[at].chars().filter(char::is_ascii_digit).collect();
                numbered.push((path, named, parent, digits));
            }
        }
        let mut either: HashMap<&str, HashSet<&str>> = HashMap::new();
        for (.., parent, digits) in numbered.iter().filter(|(.., digits)| digits.len() > 2) {
            either.entry(parent).or_default().insert(digits);
        }
        let unsure: HashSet<(String, String)> = either
            .into_iter()
            .filter(|(parent, _)| {
                let last = parent.rsplit('/').next().unwrap_or_default();
                !last.to_lowercase().starts_with("contest")
            })
            .flat_map(|(parent, numbers)| {
                let open = folders.get(parent).map(|beside| beside.open(&numbers)).unwrap_or_default();
                open.into_iter().map(|number| (parent.to_owned(), number.to_owned()))
            })
            .collect();
        for (path, named, parent, digits) in numbered {
            if named.sure
                && unsure.contains(&(parent.clone(), digits.clone()))
                && named.problem.key().starts_with(&format!("{digits}/"))
            {
                others.insert(path, vec![NamedProblem { sure: false, ..named.clone() }]);
                continue;
            }
            if folders.get(&parent).is_some_and(|beside| beside.has_rounds && beside.contests.is_empty())
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
