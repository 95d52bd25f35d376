//! Which problems a solution names: by its path, the first lines of its file, the message of its commit, or the judge
//! that its repository is about.
//!
//! One ordered table: the first row that names a problem wins. Each row carries examples, which are its tests.

mod atcoder;
mod codeforces;
mod folder;
mod korean;
mod leetcode;
mod links;
mod others;
mod reason;
mod rule;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::{LazyLock, OnceLock};

use regex::bytes::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};
use unicode_normalization::UnicodeNormalization;

use crate::model::{NamedBy, NamedProblem, ProblemId, known_judge, known_judge_in};

pub use reason::unnamed_reason;

use rule::{Found, Rule};

/// Where a scan is at home: the judge that its repository is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Home {
    /// The word for the judge; `None` where nothing says it.
    judge: Option<&'static str>,
    /// Whether the configuration says it, and not just the repository's name.
    configured: bool,
}

impl Home {
    /// The judge that the configuration names, else the one that any of the repository's names says.
    pub fn new<'a>(configured: Option<&str>, names: impl IntoIterator<Item = &'a str>) -> Self {
        if let Some(judge) = configured.and_then(known_judge) {
            return Self { judge: Some(judge.id), configured: true };
        }
        let judge = names.into_iter().find_map(known_judge_in).map(|judge| judge.id);
        Self { judge, configured: false }
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

/// Rows of the table.
enum Rows {
    Patterns(&'static [Rule]),
    Code(fn(&str, &Home) -> Vec<(ProblemId, bool)>),
}

/// The table for paths.
const PATHS: &[Rows] = &[
    Rows::Patterns(korean::BY_TOOLS),
    Rows::Code(others::several_in_file_name),
    Rows::Patterns(leetcode::PATHS),
    Rows::Patterns(atcoder::PATHS),
    Rows::Patterns(codeforces::PATHS),
    Rows::Patterns(korean::PATHS),
    Rows::Patterns(others::PATHS),
    Rows::Code(others::in_folder_of_judge),
];

/// The table for messages; every match of the first row that matches counts.
const MESSAGES: &[Rows] = &[
    Rows::Patterns(links::LINKS),
    Rows::Patterns(atcoder::MESSAGES),
    Rows::Patterns(korean::MESSAGES),
    Rows::Patterns(leetcode::MESSAGES),
    Rows::Patterns(codeforces::MESSAGES),
];

/// A file or a message that holds more links than this is about none of them.
const MAX_LINKS: usize = 10;

/// How much of a file is its header, in bytes.
pub(crate) const HEADER: usize = 2048;

/// How much of a message is read, in bytes.
const MESSAGE: usize = 2048;

/// Rules that are asked together which of them match; compiled when they are first asked, and each on its own when it
/// first matches.
struct Patterns {
    rules: &'static [Rule],
    all: OnceLock<Option<RegexSet>>,
    each: Vec<OnceLock<Option<Regex>>>,
}

impl Patterns {
    fn new(rules: &'static [Rule]) -> Self {
        Self { rules, all: OnceLock::new(), each: rules.iter().map(|_| OnceLock::new()).collect() }
    }

    fn all(&self) -> Option<&RegexSet> {
        let compile = || {
            let mut all = RegexSetBuilder::new(self.rules.iter().map(|rule| rule.pattern));
            all.unicode(false).case_insensitive(true).size_limit(SIZE_LIMIT).dfa_size_limit(SIZE_LIMIT);
            all.build().ok()
        };
        self.all.get_or_init(compile).as_ref()
    }

    /// The rules that match, in their order.
    fn matching(&self, text: &str) -> impl Iterator<Item = (&'static Rule, &Regex)> {
        let matches = self.all().map(|all| all.matches(text.as_bytes()));
        matches.into_iter().flatten().filter_map(|place| {
            let rule = &self.rules[place];
            let compile =
                || RegexBuilder::new(rule.pattern).unicode(false).case_insensitive(true).build().ok();
            Some((rule, self.each[place].get_or_init(compile).as_ref()?))
        })
    }
}

/// How much room a set of patterns may take, in bytes.
const SIZE_LIMIT: usize = 32 << 20;

type Code = fn(&str, &Home) -> Vec<(ProblemId, bool)>;

/// A table, ready to be used.
struct Compiled(Vec<(Option<Patterns>, Option<Code>)>);

impl Compiled {
    fn new(rows: &'static [Rows]) -> Self {
        let compile = |rows: &'static Rows| match rows {
            Rows::Patterns(rules) => (Some(Patterns::new(rules)), None),
            Rows::Code(code) => (None, Some(*code)),
        };
        Self(rows.iter().map(compile).collect())
    }
}

static PATH_TABLE: LazyLock<Compiled> = LazyLock::new(|| Compiled::new(PATHS));
static MESSAGE_TABLE: LazyLock<Compiled> = LazyLock::new(|| Compiled::new(MESSAGES));
static LINK_PATTERNS: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(links::LINKS));

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

/// What a path names, without the help of the repository's judge.
pub(super) fn by_path(path: &str, home: &Home) -> Vec<NamedProblem> {
    let path = normal(path);
    let found = look_up(&PATH_TABLE, &path, home);
    let plainly = || folder::with_plain_judges(&path).map(|path| look_up(&PATH_TABLE, &path, home));
    named(if found.is_empty() { plainly().unwrap_or_default() } else { found }, NamedBy::Path)
}

/// What a path names when it is read as if it lay in a folder of the repository's judge.
pub(super) fn by_home(path: &str, home: &Home) -> Vec<NamedProblem> {
    let Some(judge) = home.judge else { return Vec::new() };
    let elsewhere = |folder: &str| folder::judge_of(folder).is_some_and(|known| known.id != judge);
    if path.rsplit('/').skip(1).any(elsewhere) {
        return Vec::new();
    }
    let at_home = format!("{judge}/{}", normal(path));
    let mut found = look_up(&PATH_TABLE, &at_home, home);
    for (_, sure) in &mut found {
        *sure &= home.configured;
    }
    named(found, NamedBy::Repository)
}

/// What the first lines of a file name.
pub(super) fn by_header(text: &[u8]) -> Vec<NamedProblem> {
    let text = String::from_utf8_lossy(&text[..text.len().min(HEADER)]);
    if !text.contains("http") && !text.contains("www.") {
        return Vec::new();
    }
    let found = every(&LINK_PATTERNS, &text, &Home::default());
    if found.len() > MAX_LINKS { Vec::new() } else { named(found, NamedBy::Header) }
}

/// What a commit's message names.
pub(super) fn by_message(text: &[u8], home: &Home) -> Vec<NamedProblem> {
    let text = normal(&String::from_utf8_lossy(&text[..text.len().min(MESSAGE)])).into_owned();
    for (patterns, _) in &MESSAGE_TABLE.0 {
        let found = patterns.as_ref().map_or_else(Vec::new, |patterns| every(patterns, &text, home));
        if !found.is_empty() && found.len() <= MAX_LINKS {
            return named(found, NamedBy::Message);
        }
    }
    Vec::new()
}

/// Text in its compatibility form: tools write full-width letters and spaces of odd widths.
fn normal(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.nfkc().collect()) }
}

fn look_up(table: &Compiled, text: &str, home: &Home) -> Vec<(ProblemId, bool)> {
    for (patterns, code) in &table.0 {
        let by_pattern = patterns.as_ref().and_then(|patterns| {
            patterns
                .matching(text)
                .find_map(|(rule, pattern)| (rule.name)(&Found(pattern.captures(text.as_bytes())?), home))
        });
        if let Some(found) = by_pattern {
            return vec![found];
        }
        let found = code.map_or_else(Vec::new, |code| code(text, home));
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// All that any of the rules finds, in the order of the text, each problem once.
fn every(patterns: &Patterns, text: &str, home: &Home) -> Vec<(ProblemId, bool)> {
    let mut found: Vec<(usize, (ProblemId, bool))> = Vec::new();
    for (rule, pattern) in patterns.matching(text) {
        for captures in pattern.captures_iter(text.as_bytes()) {
            let place = captures.get(0).map_or(0, |all| all.start());
            if let Some(named) = (rule.name)(&Found(captures), home)
                && !found.iter().any(|(_, (problem, _))| *problem == named.0)
            {
                found.push((place, named));
            }
        }
    }
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, named)| named).collect()
}

fn named(found: Vec<(ProblemId, bool)>, by: NamedBy) -> Vec<NamedProblem> {
    found.into_iter().map(|(problem, sure)| NamedProblem { problem, sure, by }).collect()
}
