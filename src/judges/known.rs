//! Judges by the words that people have for them, and identities of problems by theirs.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use serde::de::{Deserialize, Deserializer};

use super::recognised::RECOGNISED;
use super::registry;
use crate::model::{KnownJudge, ProblemId, ProblemNames};

/// Every judge that is known by name, fetched or not.
pub fn known_judges() -> impl Iterator<Item = &'static KnownJudge> {
    registry().iter().map(|entry| entry.spec.known).chain(RECOGNISED)
}

/// The judge with this word for it in identities. What only an older or a newer version knows is a judge of which nothing
/// else is known.
pub(super) fn of_identity(id: &str) -> &'static KnownJudge {
    static KNOWN: LazyLock<HashMap<&'static str, &'static KnownJudge>> =
        LazyLock::new(|| known_judges().map(|judge| (judge.id, judge)).collect());
    static OTHERS: Mutex<Vec<&'static KnownJudge>> = Mutex::new(Vec::new());
    if let Some(known) = KNOWN.get(id) {
        return known;
    }
    let mut others = OTHERS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(other) = others.iter().find(|other| other.id == id) {
        return other;
    }
    // Each lives as long as the process, as those of the table do; there are as many as different words in a store.
    let other = KnownJudge::new(String::from(id).leak(), &[], ProblemNames::Own);
    let other: &'static KnownJudge = Box::leak(Box::new(other));
    others.push(other);
    other
}

impl ProblemId {
    /// A problem of any judge, by the word for that judge and its own name for the problem.
    pub fn other(judge: &str, problem: &str) -> Self {
        Self::new(of_identity(judge), problem)
    }

    /// An identity as it is written: the word for the judge, `/`, and the judge's own name for the problem, which may
    /// stand alone at the judge where that is implied.
    pub fn from_text(text: &str) -> Self {
        static IMPLIED: LazyLock<Option<&'static KnownJudge>> =
            LazyLock::new(|| known_judges().find(|judge| judge.is_implied));
        match (text.split_once('/'), *IMPLIED) {
            (Some((judge, problem)), _) => Self::other(judge, problem),
            (None, Some(judge)) => Self::new(judge, text),
            (None, None) => Self::other("", text),
        }
    }
}

impl<'de> Deserialize<'de> for ProblemId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::from_text(&String::deserialize(deserializer)?))
    }
}

/// The judge that somebody who types `word` means: also by what means something else in a path, as `ac` does.
pub fn typed_judge(word: &str) -> Option<&'static KnownJudge> {
    let is_typed = |known: &&KnownJudge| known.typed.is_some_and(|typed| typed.eq_ignore_ascii_case(word));
    known_judge(word).or_else(|| known_judges().find(is_typed))
}

/// The judge that `word` stands for, whatever its case and whatever separates its parts.
pub fn known_judge(word: &str) -> Option<&'static KnownJudge> {
    let words = &*WORDS;
    let mut plain = String::with_capacity(words.longest + char::MAX_LEN_UTF8);
    for c in word.chars().filter(|c| c.is_alphanumeric()) {
        if plain.len() > words.longest {
            return None;
        }
        if c.is_ascii() {
            plain.push(c.to_ascii_lowercase());
        } else {
            plain.extend(c.to_lowercase());
        }
    }
    words.judges.get(plain.as_str()).copied()
}

/// The words of all judges. A scan asks for every folder of every path, and most are none of them.
struct Words {
    judges: HashMap<&'static str, &'static KnownJudge>,
    /// The length of the longest, in bytes.
    longest: usize,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let words = |judge: &'static KnownJudge| judge.words.iter().map(move |word| (*word, judge));
    let judges: HashMap<_, _> = known_judges().flat_map(words).collect();
    let longest = judges.keys().map(|word| word.len()).max().unwrap_or(0);
    Words { judges, longest }
});

/// The one judge whose name is among the words of a repository's name; `None` where none or several are.
///
/// Words shorter than three letters mean too many other things, and short ones are found in longer words.
pub fn known_judge_in(name: &str) -> Option<&'static KnownJudge> {
    let mut found = known_judges_in(name);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// The judges whose names are among the words of a repository's name.
pub fn known_judges_in(name: &str) -> impl Iterator<Item = &'static KnownJudge> {
    let plain: String = name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    known_judges().filter(move |judge| {
        let is_there = |word: &str| match word.len() {
            0..3 => false,
            3..=6 => plain == word || stands_alone(name, word),
            _ => plain.contains(word),
        };
        judge.words.iter().any(|word| is_there(word))
    })
}

/// Whether a word is one of those of a name, which marks or capitals tell apart: `my-boj`, `newLuogu`.
fn stands_alone(name: &str, word: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    lower.match_indices(word).any(|(at, _)| {
        let before = name[..at].chars().next_back();
        let (own, after) = (&name[at..], name[at + word.len()..].chars().next());
        let begins = before.is_none_or(|c| !c.is_alphanumeric() || c.is_numeric())
            || own.starts_with(|c: char| c.is_ascii_uppercase()) && before.is_some_and(char::is_lowercase);
        begins && after.is_none_or(|c| !c.is_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_for_one_judge() {
        let mut words: Vec<&str> = known_judges().flat_map(|judge| judge.words).copied().collect();
        words.sort_unstable();
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]));
        assert_eq!(known_judge("Project Euler").unwrap().id, "project-euler");
        assert_eq!(known_judge("백준").unwrap().id, "boj");
        assert_eq!(known_judge("Distributed Google Code Jam").unwrap().id, "codejam");
        assert!(known_judge("solutions").is_none());
        assert!(known_judge("Distributed Google Code Jam 2017").is_none());
        assert!(known_judge("").is_none());
    }

    #[test]
    fn an_identity_is_a_judge_and_a_name_however_it_is_written() {
        for (text, judge, key) in [
            ("abc300_a", "atcoder", "abc300_a"),
            ("codeforces/gym/102646/A", "codeforces", "gym/102646/A"),
            ("boj/1000", "boj", "1000"),
            ("nobody-knows/it/9", "nobody-knows", "it/9"),
        ] {
            let id = ProblemId::from_text(text);
            assert_eq!((id.as_str(), id.judge(), id.key()), (text, judge, key));
            assert_eq!(ProblemId::other(judge, key), id);
        }
        // What would be taken for another judge's says whose it is.
        let odd = ProblemId::atcoder("boj/1000");
        assert_eq!((odd.as_str(), odd.judge()), ("atcoder/boj/1000", "atcoder"));
        assert_eq!(ProblemId::from_text(odd.as_str()), odd);
    }

    #[test]
    fn the_name_of_a_repository_may_say_the_judge() {
        let judge = |name: &str| known_judge_in(name).map(|judge| judge.id);
        assert_eq!(judge("BaekjoonHub"), Some("boj"));
        assert_eq!(judge("leetcode-study"), Some("leetcode"));
        assert_eq!(judge("codeforces-go"), Some("codeforces"));
        assert_eq!(judge("my-boj"), Some("boj"));
        assert_eq!(judge("advent-of-code"), Some("adventofcode"));
        assert_eq!(judge("e-olymp"), Some("eolymp"));
        assert_eq!(judge("KattisSolutions"), Some("kattis"));
        assert_eq!(judge("newLuogu"), Some("luogu"));
        assert_eq!(judge("adventures"), None);
        assert_eq!(judge("Codeforces-and-AtCoder"), None);
        assert_eq!(judge("seattle"), None);
        assert_eq!(judge("algorithms"), None);
    }
}
