//! The judge that a repository is about.

use super::path::{Parts, TokenKind, tokens};
use super::{atcoder, mention, others};
use crate::judges::{known_judge, known_judge_in, known_judges_in};
use crate::model::KnownJudge;

/// Where a scan is at home: the judge that its repository is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Home {
    /// The word for the judge; `None` where nothing says it.
    pub(super) judge: Option<&'static str>,
    /// Whether the configuration says it, and not just the repository's name.
    pub(super) configured: bool,
    /// The two judges that the repository's name says, where it says two.
    pub(super) either: Option<(&'static str, &'static str)>,
    /// What the repository's name says of its problems beside the judge, and no folder repeats: the collection of
    /// AtCoder's, the year of Advent of Code.
    pub(super) collection: Option<&'static str>,
}

impl Home {
    /// The judge that the configuration names, else the one that any of the repository's names says.
    pub fn new<'a>(configured: Option<&str>, names: impl IntoIterator<Item = &'a str>) -> Self {
        if let Some(judge) = configured.and_then(known_judge) {
            return Self { judge: Some(judge.id), configured: true, either: None, collection: None };
        }
        let names: Vec<&str> = names.into_iter().collect();
        // A repository that is called after a kind of contest says nothing of where its problems are judged.
        let misspelt = |name: &str| {
            let tokens = tokens(name);
            let is_known = tokens.iter().any(|token| known_judge(token.text).is_some());
            let mut near = tokens.iter().filter_map(|token| mention::misspelt_judge(token.text));
            near.next().filter(|_| !is_known)
        };
        let judge_in = |name: &&str| known_judge_in(name).or_else(|| misspelt(name));
        let mut judges = names.iter().filter_map(judge_in).filter(|judge| !is_field(judge, &names));
        let judge = judges.find(|judge| !mention::is_source(judge)).map(|judge| judge.id);
        match judge {
            Some("adventofcode") => {
                let collection = names.iter().find_map(|name| year_in(name));
                Self { judge, configured: false, either: None, collection }
            }
            None | Some("atcoder") => {
                let collection = names.iter().find_map(|name| atcoder::collection_in(name));
                let lists = || names.iter().any(|name| name.to_lowercase().contains("neetcode"));
                let other = || collection.map(|_| "atcoder").or_else(|| lists().then_some("leetcode"));
                let judge = judge.or_else(other);
                let either = names.iter().find_map(|name| two_judges_in(name)).filter(|_| judge.is_none());
                Self { judge, configured: false, either, collection }
            }
            Some(_) => Self { judge, configured: false, either: None, collection: None },
        }
    }

    /// Whether a file is called by a whole id of the judge's.
    pub(super) fn has_whole_id(&self, parts: &Parts<'_>) -> bool {
        parts.list.last().zip(self.judge).is_some_and(|(stem, judge)| others::begins_with_id(judge, stem))
    }

    /// The word for the judge.
    pub fn judge(&self) -> Option<&'static str> {
        self.judge
    }

    /// Whether the configuration says it.
    pub fn is_configured(&self) -> bool {
        self.configured
    }
}

/// The two judges that a repository's name says: `kattis-uva`.
fn two_judges_in(name: &str) -> Option<(&'static str, &'static str)> {
    let mut judges = known_judges_in(name).filter(|judge| !mention::is_source(judge));
    let (first, second) = (judges.next()?, judges.next()?);
    judges.next().is_none().then_some((first.id, second.id))
}

/// Whether the word for a judge is the field of which a repository's name speaks, or a person's name:
/// `Olympiad-in-Informatics`, `yuki-kyopro`.
fn is_field(judge: &KnownJudge, names: &[&str]) -> bool {
    let says_field = |name: &&str| {
        let name = name.to_lowercase();
        name.contains("olymp") || name.contains("in-informatics") || name.contains("in_informatics")
    };
    // A person is called so, too.
    let says_judge = |name: &&str| name.to_lowercase().contains("yukico");
    judge.id == "informatics" && names.iter().any(says_field)
        || judge.id == "yukicoder" && !names.iter().any(says_judge)
}

/// The one year of Advent of Code in a repository's name: `advent-of-code-2022`, `aoc21`.
fn year_in(name: &str) -> Option<&'static str> {
    const YEARS: &[&str] = &[
        "2015", "2016", "2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026",
        "2027", "2028", "2029", "2030",
    ];
    let tokens = tokens(name);
    let mut numbers = tokens.iter().filter(|token| token.kind == TokenKind::Number);
    let only = numbers.next().filter(|_| numbers.next().is_none())?.text;
    YEARS.iter().copied().find(|year| only == *year || only == &year[2..])
}
