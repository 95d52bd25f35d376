//! Numbers in names that speak of no judge: whose they are is decided for a repository as a whole.

use foldhash::{HashMap, HashMapExt as _, HashSet};

use super::own_names::split;
use super::{Files, Others};
use crate::judges::known_judge;
use crate::model::{NamedBy, NamedProblem, ProblemId, ProblemNames, RepoPath};
use crate::naming::mention::{mentions, speaks_of_unknown};
use crate::naming::path::{Parts, Token, TokenKind, tokens};
use crate::naming::rule::{number, slug};
use crate::naming::{date, is_helper, normal, title};

/// Fewer files than this tell nothing of a repository.
const FEWEST: usize = 5;

/// Fewer solutions of Baekjoon's than this don't tell whose numbers lie beside them.
const FEWEST_SOLUTIONS: usize = 3;

/// The numbers of Baekjoon's problems. Programmers' are higher, but for a few.
const BAEKJOON: std::ops::RangeInclusive<u32> = 1000..=39_999;

/// A number in a name, with the word before it, by which people tell judges apart: `P_12788`, `S_42861`.
struct Bare<'c> {
    path: &'c RepoPath,
    word: String,
    value: u32,
    /// Whether the path is in Korean.
    is_korean: bool,
}

impl<'c> Files<'c> {
    /// Baekjoon and Programmers, whose numbers Korean study groups write without a word for the judge: where most of the
    /// unnamed files have such numbers, and the repository is in Korean or has solutions of Baekjoon's beside them.
    pub(super) fn tell_bare_numbers(&self, others: &mut Others<'c>) {
        if self.unnamed.is_empty() {
            return;
        }
        let (mut open, mut is_korean) = (0, 0);
        let mut groups: HashMap<String, Vec<Bare<'c>>> = HashMap::new();
        for path in &self.unnamed {
            let text = path.to_text();
            if is_helper(&text) {
                continue;
            }
            open += 1;
            let text = normal(&text);
            let Some((word, value)) = bare_number(&text) else { continue };
            let says_so = text.chars().any(|c| ('가'..='힣').contains(&c));
            is_korean += usize::from(says_so);
            groups.entry(word.clone()).or_default().push(Bare { path, word, value, is_korean: says_so });
        }
        let numbered: usize = groups.values().map(Vec::len).sum();
        // Where Baekjoon's solutions lie beside them, a few names in Korean are enough.
        let is_baekjoons = self.is_baekjoons();
        // The judges' first letters stand before their numbers: `b14888`, `s1244`.
        let is_lettered = groups.get("b").is_some_and(|group| {
            let values = distinct(group);
            let long = values.iter().filter(|value| **value >= 10_000 && BAEKJOON.contains(value)).count();
            values.len() >= FEWEST && long * 10 >= values.len()
        });
        let says_so = is_korean * 3 > numbered || is_baekjoons || is_lettered;
        let is_sparse = numbered * 2 < open;
        if !says_so || is_sparse && !is_baekjoons {
            return;
        }
        let fewest = if is_baekjoons { 1 } else { FEWEST };
        // What few files say is decided with the rest.
        let (large, small): (Vec<_>, Vec<_>) =
            groups.into_values().partition(|group| distinct(group).len() >= fewest);
        let rest = small.into_iter().flatten().collect();
        for group in large.into_iter().chain([rest]) {
            let values = distinct(&group);
            let are_few = values.len() < fewest;
            if are_few && !is_lettered {
                continue;
            }
            let share = |counts: &dyn Fn(u32) -> bool| values.iter().filter(|value| counts(**value)).count();
            let is_programmers = share(&|value| !BAEKJOON.contains(&value)) * 2 > values.len();
            // Other judges' numbers in Korea have four digits.
            if !is_programmers
                && !is_baekjoons
                && !is_lettered
                && share(&|value| value >= 10_000) * 10 < values.len()
            {
                continue;
            }
            for bare in group
                .into_iter()
                .filter(|bare| (bare.is_korean || !is_sparse) && (!are_few || bare.word == "s"))
            {
                let is_baekjoons = BAEKJOON.contains(&bare.value) && !is_programmers;
                let may_be_programmers = bare.word.is_empty() && bare.value > 40_000;
                let is_swea = is_lettered && bare.word == "s";
                let judge = if is_swea {
                    "swea"
                } else if is_baekjoons {
                    "boj"
                } else if is_programmers && is_number_of_programmers(bare.value) || may_be_programmers {
                    "programmers"
                } else {
                    continue;
                };
                let problem = ProblemId::other(judge, &bare.value.to_string());
                others
                    .insert(bare.path, vec![NamedProblem { problem, sure: false, by: NamedBy::Repository }]);
            }
        }
    }

    /// Baekjoon: where files are called by titles alone, a number that a file's name begins with is the title's, too: `2048
    /// (Easy)`, `2017 Open`.
    pub(super) fn tell_titles_from_numbers(&self, others: &mut Others<'c>) {
        let of_boj = || self.by_place.iter().filter(|(_, named)| named.problem.judge() == "boj");
        let titled = of_boj().filter(|(_, named)| title::is_title(named)).count();
        if titled < FEWEST {
            return;
        }
        let mut numbered = 0;
        let mut either = Vec::new();
        for (path, named) in of_boj() {
            if !split(&path.0).1.first().is_some_and(u8::is_ascii_digit) {
                continue;
            }
            let text = path.to_text();
            let text = normal(&text);
            let Some(last) = Parts::of(&text).list.pop() else { continue };
            let digits = last.bytes().take_while(u8::is_ascii_digit).count();
            if title::is_title(named) || number(&last[..digits]) != named.problem.key() {
                continue;
            }
            numbered += 1;
            let rest = &last[digits..];
            if rest.starts_with(' ') && rest.chars().any(char::is_alphabetic) {
                either.push((*path, slug(last), named.by));
            }
        }
        if titled >= 2 * numbered {
            for (path, title, by) in either {
                let problem = ProblemId::other("boj", &title);
                others.insert(path, vec![NamedProblem { problem, sure: false, by }]);
            }
        }
    }

    /// Whether the repository has solutions of Baekjoon's, and few of another judge that numbers its problems so.
    fn is_baekjoons(&self) -> bool {
        let by_place = self.by_place.values().map(|named| named.problem.judge());
        let with_numbers = by_place.chain(self.named_otherwise.values().copied()).filter_map(known_judge);
        let with_numbers =
            with_numbers.filter(|judge| matches!(judge.names, ProblemNames::Number(digits) if digits > 1));
        let (mut own, mut all) = (0, 0);
        for judge in with_numbers.filter(|judge| judge.id != "programmers" && judge.id != "swea") {
            own += usize::from(judge.id == "boj");
            all += 1;
        }
        own >= FEWEST_SOLUTIONS && own * 10 >= all * 9
    }
}

/// Programmers' numbers, where a word tells that they are meant: the first ones are smaller.
fn is_number_of_programmers(value: u32) -> bool {
    value >= 10_000 || (1829..=1845).contains(&value)
}

fn distinct(group: &[Bare<'_>]) -> HashSet<u32> {
    group.iter().map(|bare| bare.value).collect()
}

/// The only number of four to six digits in a file's name, else in its folder's, where no word of a path speaks of a judge;
/// and the word before it.
fn bare_number(path: &str) -> Option<(String, u32)> {
    let parts = Parts::of(path);
    if !mentions(&parts).is_empty() || speaks_of_unknown(&parts) {
        return None;
    }
    let (last, folders) = parts.list.split_last()?;
    let of_folder = || folders.last().and_then(|folder| number_in(folder));
    let (word, value) = number_in(last).or_else(of_folder)?;
    // What stands before the number isn't the judge's word where the folder has the number alone: `1254/java_1254_ada`.
    let is_repeated = of_folder().is_some_and(|(before, number)| before.is_empty() && number == value);
    Some((if is_repeated { String::new() } else { word }, value))
}

fn number_in(part: &str) -> Option<(String, u32)> {
    let tokens = tokens(part);
    let mut only = None;
    let mut at = 0;
    while at < tokens.len() {
        let dated = date::at(&tokens, at);
        // Six digits of Programmers' may be a date, and behind a word for the judge they aren't.
        let may_be_date = dated > 1 || dated == 1 && (at == 0 || tokens[at].text.len() == 8);
        if may_be_date {
            at += dated;
            continue;
        }
        let token = &tokens[at];
        if token.kind == TokenKind::Number && (4..=6).contains(&token.text.len()) {
            let before = at.checked_sub(1).map(|before| &tokens[before]);
            // What is grown on to a word is a name's or a contest's: `ada1011`.
            let is_grown = |before: &&Token<'_>| {
                before.end() == token.start && before.kind == TokenKind::Word && before.text.len() > 1
            };
            let is_own = before.filter(is_grown).is_none_or(|word| word.text.eq_ignore_ascii_case("main"));
            let ends = !part[token.end()..].starts_with(|c: char| c.is_ascii_alphanumeric());
            if only.is_some() || !is_own || !ends {
                return None;
            }
            let word = before.filter(|word| word.kind == TokenKind::Word && word.text.len() <= 4);
            let word = word.map_or_else(String::new, |word| word.text.to_ascii_lowercase());
            only = Some((word, number(token.text).parse::<u32>().ok()?));
        }
        at += 1;
    }
    only.filter(|(_, value)| *value >= 1000 && !date::is_year(&value.to_string()))
}
