//! Which problems a solution names: by its path, the first lines of its file, the message of its commit, or the judge
//! that its repository is about.
//!
//! A name is the best explanation of several clues, each with a place and a strength:
//!
//! - `path` takes a path apart: folders and names that say nothing (`src`, `main`, a verdict) go, and so does what
//!   tells attempts at one problem apart (`P1001_2`, `a (2)`).
//! - `mention` finds the judges that a path speaks of, by whole words in every script, wherever they stand: a folder,
//!   the beginning of a file's name, a word among fillers. AtCoder's numbered contests speak of their judge as well.
//! - Each judge reads what lies below its word (`codeforces::below` and so on), with the shapes and bounds of its ids.
//!   What a judge's rows claim has a `Strength`: a whole identity is stronger than a contest and a letter, that than a
//!   place in a series, that than a title. Rows have no order: the strongest claim wins, and a test shows for each row's
//!   examples that no other row contradicts it.
//! - The nearest judge's word decides. Words that mean other things, too, and olympiads whose problems several judges have, come
//!   after it; rows that need no judge (`ALONE`) come last in the path. Then the file's first lines, the message (its
//!   problem, or the judge that it speaks of), and the repository: what the configuration says, and weakest of all, the
//!   repository's name. Each of the last reads the path as if it lay in a folder of that judge's. A file that is called by
//!   its day alone goes by the title that its message is, where LeetCode is at home.
//! - What the files of a repository together refute doesn't hold in it ([`settle()`]): that is decided when solutions are
//!   read, over all rows, so that later scans give the same names as a whole one.
//! - A date is a date (`date`), a place in a series names no problem (`folder`), a helper solves nothing (`helper`).
//! - A problem has one name whatever led to it (`canonical`).

mod atcoder;
mod canonical;
mod codeforces;
mod date;
mod explain;
mod folder;
mod helper;
mod home;
mod known;
mod korean;
mod leetcode;
mod links;
mod mention;
mod message;
mod others;
mod path;
mod patterns;
mod problem_list;
mod rule;
mod settle;
mod subject;
#[cfg(test)]
mod tests;
mod title;
mod word;

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::judges::known_judge;
use crate::model::{KnownJudge, NamedBy, NamedProblem};

pub(crate) use canonical::is_page;
pub use helper::unnamed_reason;
pub use home::Home;
pub use known::KnownProblems;
pub(crate) use message::{
    by_judge_of_message, by_message, by_title_of_message, has_another_contest, has_another_number,
    has_number_of, is_of_another_judge, is_titled, number_in_message,
};
pub use problem_list::{WrongLine, problem_list};
pub use settle::{name_by_records, settle};
pub use subject::is_subject;
pub use word::problems_of_word;

use explain::{below, read};
use helper::Helper;
use mention::{Mention, Weight, mentions, speaks_of_unknown};
use path::Parts;
use rule::{Claim, Strength};

/// A file or a message that holds more links than this is about none of them.
const MAX_LINKS: usize = 10;

/// How much of a file is its header, in bytes.
pub(crate) const HEADER: usize = 2048;

/// The longest path that is read, in bytes.
const LONGEST_PATH: usize = 4096;

/// The problems that the path of a solution file names (`/` between the parts); none where it names none that is
/// known.
///
/// ```
/// use cpt_tracker::naming::problems_of_path;
///
/// let first = |path| problems_of_path(path).first().map(|named| named.problem.to_string());
/// assert_eq!(first("solutions/codeforces/4/A.rs").unwrap(), "codeforces/4/A");
/// assert_eq!(first("atcoder/abc300/a.rs").unwrap(), "abc300_a");
/// assert!(first("library/segment_tree.rs").is_none());
/// ```
pub fn problems_of_path(path: &str) -> Vec<NamedProblem> {
    by_path(path, &Home::default())
}

/// Whether a file is a test, a generator, a template or the like by its path, so that nothing makes it a solution.
pub(super) fn is_helper(path: &str) -> bool {
    helper::of(&normal(path)).is_some()
}

/// What a path names, without the help of the repository's judge.
pub(super) fn by_path(path: &str, home: &Home) -> Vec<NamedProblem> {
    let path = normal(path);
    if path.len() > LONGEST_PATH {
        return Vec::new();
    }
    let found = match helper::of(&path) {
        Some(Helper::File) => Vec::new(),
        // Nearer outweighs farther: a whole identity below a folder of helpers is a solution's.
        Some(Helper::Folder(end)) => {
            let rest = &path[end + 1..];
            let mut found = read(rest, home);
            let are_solutions = folder::holds_solutions(rest);
            // Where projects keep all that they are made of, a judge's numbers are no library's: `lib/project_euler/problem_7.rb`.
            let is_judges = path[..end].rsplit('/').next() == Some("lib")
                && rest.split_once('/').is_some_and(|(folder, _)| known_judge(folder).is_some());
            let is_number = |claim: &Claim| claim.problem.key().bytes().all(|byte| byte.is_ascii_digit());
            found.retain(|claim| {
                let is_whole =
                    claim.strength == Strength::Identity && (claim.sure || is_judges && is_number(claim));
                are_solutions || is_whole
            });
            found
        }
        None => read(&path, home),
    };
    named(found, NamedBy::Path)
}

/// What a path names when it is read as if it lay in a folder of the repository's judge.
pub(super) fn by_home(path: &str, home: &Home) -> Vec<NamedProblem> {
    let Some(judge) = home.judge.and_then(known_judge) else { return by_either(path, home) };
    by_judge(path, (judge, home.collection), NamedBy::Repository, home.configured)
}

/// What a path names at one of the two judges that the repository's name says, where it can't be the other's: the shape of
/// the judges' ids decides. A place in a series may be of any judge's, as by a message.
fn by_either(path: &str, home: &Home) -> Vec<NamedProblem> {
    let Some((first, second)) = home.either else { return Vec::new() };
    let read = |judge| {
        let judge = known_judge(judge).map(|judge| by_judge(path, (judge, None), NamedBy::Message, false));
        judge.unwrap_or_default()
    };
    let (first, second) = (read(first), read(second));
    let found = match (first.is_empty(), second.is_empty()) {
        (_, true) => first,
        (true, false) => second,
        (false, false) => Vec::new(),
    };
    found.into_iter().map(|named| NamedProblem { by: NamedBy::Repository, ..named }).collect()
}

/// `collection` is what the repository's name says beside the judge: a folder that the path is read below, too.
fn by_judge(
    path: &str,
    (judge, collection): (&'static KnownJudge, Option<&'static str>),
    by: NamedBy,
    may_be_sure: bool,
) -> Vec<NamedProblem> {
    let path = normal(path);
    if helper::of(&path).is_some() || path.len() > LONGEST_PATH {
        return Vec::new();
    }
    let parts = Parts::of(&path);
    // A judge's word in the path beats what is farther away, always.
    // Luogu has the olympiad's problems under numbers of its own.
    let is_source = |mention: &Mention<'_>| {
        mention.weight == Weight::Source || judge.id == "luogu" && mention.judge.id == "usaco"
    };
    let elsewhere = |mention: &Mention<'_>| mention.judge.id != judge.id && !is_source(mention);
    let has_id = || parts.list.last().is_some_and(|stem| others::begins_with_id(judge.id, stem));
    if (mentions(&parts).iter().any(elsewhere) && !has_id()) || speaks_of_unknown(&parts) {
        return Vec::new();
    }
    let title = || leetcode::dated(&parts).filter(|_| judge.id == "leetcode");
    let plain = || below(judge, &parts.list);
    let collected = || {
        let list: Vec<&str> = std::iter::once(collection?).chain(parts.list.iter().copied()).collect();
        below(judge, &list)
    };
    // A year of the path's own counts, and so does a collection before what may be any contest's.
    let by_parts =
        if judge.id == "adventofcode" { plain().or_else(collected) } else { collected().or_else(plain) };
    let mut found: Vec<Claim> = by_parts.or_else(title).into_iter().collect();
    // A message may speak of a judge by the way: places in series aren't that judge's.
    found.retain(|claim| by != NamedBy::Message || claim.strength != Strength::Series);
    // Titles without a letter are too little for AtCoder's, where tasks have letters.
    let has_letter = |title: &str| matches!(title.as_bytes(), [b'a'..=b'h', b'-', ..]);
    found.retain(|claim| {
        let title = claim.problem.key().strip_prefix("title/").filter(|_| judge.id == "atcoder");
        title.is_none_or(has_letter)
    });
    for claim in &mut found {
        claim.sure &= may_be_sure;
    }
    named(found, by)
}

/// What the first lines of a file name.
pub(super) fn by_header(text: &[u8]) -> Vec<NamedProblem> {
    let text = String::from_utf8_lossy(&text[..text.len().min(HEADER)]);
    if !text.contains("http") && !text.contains("www.") {
        return Vec::new();
    }
    let found = links::problems(&text);
    if found.len() > MAX_LINKS { Vec::new() } else { named(found, NamedBy::Header) }
}

/// Text in its compatibility form: tools write full-width letters and spaces of odd widths. A Cyrillic letter that stands
/// alone and looks like a task's is that: `1036/С`.
fn normal(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let plain: String = text.nfkc().collect();
    let has_cyrillic = plain.chars().any(|c| latin(c).is_some());
    Cow::Owned(if has_cyrillic { with_latin_tasks(&plain) } else { plain })
}

/// The Latin letter of a task that a Cyrillic one looks like.
fn latin(c: char) -> Option<char> {
    const ALIKE: &[(char, char)] = &[
        ('А', 'A'),
        ('В', 'B'),
        ('С', 'C'),
        ('Е', 'E'),
        ('Н', 'H'),
        ('К', 'K'),
        ('М', 'M'),
        ('а', 'a'),
        ('с', 'c'),
        ('е', 'e'),
    ];
    ALIKE.iter().find(|(cyrillic, _)| *cyrillic == c).map(|(_, latin)| *latin)
}

/// A text with Latin letters for Cyrillic ones that begin a part and stand alone there.
fn with_latin_tasks(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let is_alone = |at: usize| {
        let begins = at.checked_sub(1).is_none_or(|before| chars[before] == '/');
        begins && chars.get(at + 1).is_none_or(|next| "./".contains(*next) || next.is_ascii_digit())
    };
    let plain = |(at, c): (usize, &char)| latin(*c).filter(|_| is_alone(at)).unwrap_or(*c);
    chars.iter().enumerate().map(plain).collect()
}

fn named(found: Vec<Claim>, by: NamedBy) -> Vec<NamedProblem> {
    found.into_iter().map(|Claim { problem, sure, .. }| NamedProblem { problem, sure, by }).collect()
}
