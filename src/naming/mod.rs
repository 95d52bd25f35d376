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
//!   repository's name. Each of the last reads the path as if it lay in a folder of that judge's.
//! - What the files of a repository together refute doesn't hold in it ([`settle()`]): that is decided when solutions are
//!   read, over all rows, so that later scans give the same names as a whole one.
//! - A date is a date (`date`), a place in a series names no problem (`folder`), a helper solves nothing (`helper`).
//! - A problem has one name whatever led to it (`canonical`).

mod atcoder;
mod canonical;
mod codeforces;
mod date;
mod folder;
mod helper;
mod known;
mod korean;
mod leetcode;
mod links;
mod mention;
mod others;
mod path;
mod rule;
mod settle;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::{LazyLock, OnceLock};

use regex::bytes::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};
use unicode_normalization::UnicodeNormalization;

use crate::judges::{known_judge, known_judge_in};
use crate::model::{KnownJudge, NamedBy, NamedProblem, ProblemNames};

pub use helper::unnamed_reason;
pub use known::KnownProblems;
pub use settle::settle;

use helper::Helper;
use mention::{Mention, Weight, mentions};
use path::Parts;
use rule::{Claim, Found, Rule, Strength, claim};

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
        // A repository that is called after a kind of contest says nothing of where its problems are judged.
        let judge = names.into_iter().filter_map(known_judge_in).find(|judge| !mention::is_source(judge));
        Self { judge: judge.map(|judge| judge.id), configured: false }
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

/// Patterns that are asked together which of them match; compiled when they are first asked, and each on its own when it
/// first matches.
struct Compiled {
    patterns: Vec<Cow<'static, str>>,
    all: OnceLock<Option<RegexSet>>,
    each: Vec<OnceLock<Option<Regex>>>,
}

/// How much room a set of patterns may take, in bytes.
const SIZE_LIMIT: usize = 32 << 20;

impl Compiled {
    fn new(patterns: Vec<Cow<'static, str>>) -> Self {
        Self { all: OnceLock::new(), each: patterns.iter().map(|_| OnceLock::new()).collect(), patterns }
    }

    fn all(&self) -> Option<&RegexSet> {
        let compile = || {
            let mut all = RegexSetBuilder::new(&self.patterns);
            all.unicode(false).case_insensitive(true).size_limit(SIZE_LIMIT).dfa_size_limit(SIZE_LIMIT);
            all.build().ok()
        };
        self.all.get_or_init(compile).as_ref()
    }

    /// The pattern at a place.
    fn each(&self, place: usize) -> Option<&Regex> {
        let pattern =
            || RegexBuilder::new(&self.patterns[place]).unicode(false).case_insensitive(true).build();
        self.each[place].get_or_init(|| pattern().ok()).as_ref()
    }

    /// The patterns that match, each with its place.
    fn matching(&self, text: &str) -> impl Iterator<Item = (usize, &Regex)> {
        let matches = self.all().map(|all| all.matches(text.as_bytes()));
        matches.into_iter().flatten().filter_map(|place| Some((place, self.each(place)?)))
    }
}

/// Rules that are asked together.
struct Patterns {
    rules: Vec<&'static Rule>,
    compiled: Compiled,
}

impl Patterns {
    fn new(tables: &[&'static [Rule]]) -> Self {
        let rules: Vec<&Rule> = tables.iter().copied().flatten().collect();
        let compiled = Compiled::new(rules.iter().map(|rule| Cow::Borrowed(rule.pattern)).collect());
        Self { rules, compiled }
    }

    /// The rules that match.
    fn matching(&self, text: &str) -> impl Iterator<Item = (&'static Rule, &Regex)> {
        self.compiled.matching(text).map(|(place, pattern)| (self.rules[place], pattern))
    }

    /// What the rules claim of a text.
    fn claims(&self, text: &str) -> impl Iterator<Item = Claim> {
        self.matching(text).filter_map(|(rule, pattern)| {
            let (problem, sure) = (rule.name)(&Found(pattern.captures(text.as_bytes())?))?;
            Some(claim(problem, sure, rule.strength))
        })
    }
}

static ATCODER: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(&[atcoder::RULES]));
static CODEFORCES: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(&[codeforces::RULES]));
static LEETCODE: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(&[leetcode::RULES]));
/// Rows that need no judge's word.
static ALONE: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::new(&[codeforces::ALONE, korean::ALONE, leetcode::ALONE, others::ALONE]));
static MESSAGES: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[atcoder::MESSAGES, codeforces::MESSAGES, korean::MESSAGES, leetcode::MESSAGES])
});

/// A file or a message that holds more links than this is about none of them.
const MAX_LINKS: usize = 10;

/// How much of a file is its header, in bytes.
pub(crate) const HEADER: usize = 2048;

/// How much of a message is read, in bytes.
const MESSAGE: usize = 2048;

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
            let mut found = read(&path[end + 1..], home);
            found.retain(|claim| claim.sure && claim.strength == Strength::Identity);
            found
        }
        None => read(&path, home),
    };
    named(found, NamedBy::Path)
}

/// What a path names when it is read as if it lay in a folder of the repository's judge.
pub(super) fn by_home(path: &str, home: &Home) -> Vec<NamedProblem> {
    let Some(judge) = home.judge.and_then(known_judge) else { return Vec::new() };
    by_judge(path, judge, NamedBy::Repository, home.configured)
}

/// What a path names when it is read as if it lay in a folder of the judge's that a message speaks of.
pub(super) fn by_judge_of_message(path: &str, message: &[u8]) -> Vec<NamedProblem> {
    let text = normal(&String::from_utf8_lossy(&message[..message.len().min(MESSAGE)])).into_owned();
    let Some(judge) = mention::only_judge(&text) else { return Vec::new() };
    by_judge(path, judge, NamedBy::Message, true)
}

fn by_judge(path: &str, judge: &'static KnownJudge, by: NamedBy, may_be_sure: bool) -> Vec<NamedProblem> {
    let path = normal(path);
    if helper::of(&path).is_some() || path.len() > LONGEST_PATH {
        return Vec::new();
    }
    let parts = Parts::of(&path);
    // A judge's word in the path beats what is farther away, always.
    let elsewhere = |mention: &Mention<'_>| mention.judge.id != judge.id && mention.weight != Weight::Source;
    if mentions(&parts).iter().any(elsewhere) {
        return Vec::new();
    }
    let mut found: Vec<Claim> = below(judge, &parts.list).into_iter().collect();
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

/// What a commit's message names.
pub(super) fn by_message(text: &[u8], home: &Home) -> Vec<NamedProblem> {
    let text = normal(&String::from_utf8_lossy(&text[..text.len().min(MESSAGE)])).into_owned();
    let mut found = links::problems(&text);
    if found.is_empty() {
        found = every(&MESSAGES, &text);
        // At AtCoder's home `CF` is its Code Festival; a number and a letter alone are nothing at any other judge's home.
        let is_elsewhere = home.judge.is_some_and(|judge| judge != "codeforces");
        found.retain(|claim| {
            claim.problem.judge() != "codeforces" || claim.strength == Strength::Identity || !is_elsewhere
        });
        // A number and a letter are nothing beside what names a judge.
        if let Some(strongest) = found.iter().map(|claim| claim.strength).max() {
            found.retain(|claim| claim.strength == strongest || claim.strength != Strength::Title);
        }
    }
    if found.len() > MAX_LINKS { Vec::new() } else { named(found, NamedBy::Message) }
}

/// Text in its compatibility form: tools write full-width letters and spaces of odd widths.
fn normal(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.nfkc().collect()) }
}

/// The best explanation of a path.
fn read(path: &str, home: &Home) -> Vec<Claim> {
    let parts = Parts::of(path);
    let Some(last) = parts.list.last() else { return Vec::new() };
    let several = others::several_in_name(last);
    if !several.is_empty() {
        return several;
    }
    // A word without an extension is no file: there a number and a letter are too little.
    let is_file = path.rsplit('/').next().is_some_and(|file| path::stem_of(file) != file);
    by_words(&parts).or_else(|| if is_file { alone(&parts, home) } else { None }).into_iter().collect()
}

/// The problem by the judges' words in a path.
fn by_words(parts: &Parts<'_>) -> Option<Claim> {
    let mentions = mentions(parts);
    let codes = atcoder::codes(&parts.list, false);
    let of = |weight| mentions.iter().filter(move |mention| mention.weight == weight);
    let nearest = of(Weight::Host).next();
    // A contest of AtCoder's is at home at its own judge only.
    let codes = codes
        .iter()
        .filter(|code| nearest.is_none_or(|host| host.part <= code.part || host.judge.id == "atcoder"));
    let by_code = codes.clone().find_map(|code| atcoder::by_code(&parts.list, code));
    let is_atcoder = nearest.is_some_and(|host| host.judge.id == "atcoder");
    if let Some(found) = by_code.filter(|_| nearest.is_none_or(|host| is_atcoder || host.judge.id != "luogu"))
    {
        return Some(found);
    }
    if let Some(host) = nearest {
        let same = of(Weight::Host).filter(|mention| mention.judge.id == host.judge.id);
        return same.map(|mention| below_mention(mention, parts)).find_map(|found| found);
    }
    if let Some(found) = atcoder::by_contest(&parts.list, false) {
        return Some(found);
    }
    let farther = of(Weight::Weak).chain(of(Weight::Source));
    farther.map(|mention| below_mention(mention, parts)).find_map(|found| found)
}

fn below_mention(mention: &Mention<'_>, parts: &Parts<'_>) -> Option<Claim> {
    let marks: &[char] = &[' ', '_', '-', '.', ':', '#', ')', ']', '(', '[', ','];
    let is_contest = mention.judge.id == "codeforces" || mention.judge.id == "atcoder";
    let is_named_so = matches!(mention.judge.names, ProblemNames::Contest);
    let own = match (mention.before.trim_matches(marks), mention.after.trim_matches(marks)) {
        ("", "") => Cow::Borrowed(""),
        // The name of a contest is the whole part.
        _ if is_named_so => Cow::Borrowed(parts.list[mention.part]),
        ("", after) => Cow::Borrowed(after),
        (before, after) if is_contest => Cow::Owned(format!("{before} {after}")),
        (before, "") => Cow::Borrowed(before),
        (_, after) => Cow::Borrowed(after),
    };
    let own = Some(&*own).filter(|own| !own.is_empty());
    let list: Vec<&str> = own.into_iter().chain(parts.list[mention.part + 1..].iter().copied()).collect();
    below(mention.judge, &list)
}

/// What the parts below a judge's word name.
fn below(judge: &'static KnownJudge, parts: &[&str]) -> Option<Claim> {
    if parts.is_empty() {
        return None;
    }
    let text = parts.join("/");
    let (patterns, own) = match judge.id {
        "atcoder" => {
            let code = || atcoder::codes(parts, true).iter().find_map(|code| atcoder::by_code(parts, code));
            (Some(&*ATCODER), code().or_else(|| atcoder::by_contest(parts, true)))
        }
        "codeforces" => (Some(&*CODEFORCES), codeforces::below(parts)),
        "leetcode" => (Some(&*LEETCODE), leetcode::below(parts)),
        "adventofcode" => (None, others::advent(parts)),
        "goormlevel" => (None, korean::goormlevel(parts).or_else(|| others::below(judge, parts))),
        _ => (None, others::below(judge, parts)),
    };
    let rows = patterns.into_iter().flat_map(|patterns| patterns.claims(&text));
    let title = || others::title_below(judge, parts);
    strongest(rows.chain(own)).or_else(title).map(canonical::of)
}

/// What rows claim that need no judge's word.
fn alone(parts: &Parts<'_>, home: &Home) -> Option<Claim> {
    let hosts = mentions(parts);
    let judges: Vec<&str> = hosts.iter().map(|mention| mention.judge.id).chain(home.judge).collect();
    let text = parts.list.join("/");
    strongest(ALONE.claims(&text).filter(|claim| judges.iter().all(|judge| *judge == claim.problem.judge())))
}

/// The strongest claim: the whole identity before what only tells problems apart, what is sure before what isn't.
fn strongest(claims: impl Iterator<Item = Claim>) -> Option<Claim> {
    claims.max_by(|a, b| {
        let rank = |claim: &Claim| (claim.strength, claim.sure);
        rank(a).cmp(&rank(b)).then_with(|| b.problem.cmp(&a.problem))
    })
}

/// All that any of the rules finds.
fn every(patterns: &Patterns, text: &str) -> Vec<Claim> {
    let mut found = Vec::new();
    for (rule, pattern) in patterns.matching(text) {
        for captures in pattern.captures_iter(text.as_bytes()) {
            let place = captures.get(0).map_or(0, |all| all.start());
            if let Some((problem, sure)) = (rule.name)(&Found(captures)) {
                found.push((place, canonical::of(claim(problem, sure, rule.strength))));
            }
        }
    }
    in_order(found)
}

/// What was found at these places of a text, in its order, each problem once.
fn in_order(mut found: Vec<(usize, Claim)>) -> Vec<Claim> {
    found.sort_by_key(|(place, _)| *place);
    let mut seen = HashSet::new();
    found.retain(|(_, claim)| seen.insert(claim.problem.clone()));
    found.into_iter().map(|(_, claim)| claim).collect()
}

fn named(found: Vec<Claim>, by: NamedBy) -> Vec<NamedProblem> {
    found.into_iter().map(|Claim { problem, sure, .. }| NamedProblem { problem, sure, by }).collect()
}
