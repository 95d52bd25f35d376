//! Tables of rules as patterns, each set compiled when it is first asked.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::{LazyLock, OnceLock};

use regex::bytes::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};

use super::rule::{Claim, Found, Rule, claim};
use super::{atcoder, canonical, codeforces, korean, leetcode, others};

/// Patterns that are asked together which of them match; compiled when they are first asked, and each on its own when it
/// first matches.
pub(super) struct Compiled {
    patterns: Vec<Cow<'static, str>>,
    all: OnceLock<Option<RegexSet>>,
    each: Vec<OnceLock<Option<Regex>>>,
}

/// How much room a set of patterns may take, in bytes.
const SIZE_LIMIT: usize = 32 << 20;

impl Compiled {
    pub(super) fn new(patterns: Vec<Cow<'static, str>>) -> Self {
        Self { all: OnceLock::new(), each: patterns.iter().map(|_| OnceLock::new()).collect(), patterns }
    }

    pub(super) fn all(&self) -> Option<&RegexSet> {
        let compile = || {
            let mut all = RegexSetBuilder::new(&self.patterns);
            all.unicode(false).case_insensitive(true).size_limit(SIZE_LIMIT).dfa_size_limit(SIZE_LIMIT);
            all.build().ok()
        };
        self.all.get_or_init(compile).as_ref()
    }

    /// The pattern at a place.
    pub(super) fn each(&self, place: usize) -> Option<&Regex> {
        let pattern =
            || RegexBuilder::new(&self.patterns[place]).unicode(false).case_insensitive(true).build();
        self.each[place].get_or_init(|| pattern().ok()).as_ref()
    }

    /// The patterns that match, each with its place.
    pub(super) fn matching(&self, text: &str) -> impl Iterator<Item = (usize, &Regex)> {
        let matches = self.all().map(|all| all.matches(text.as_bytes()));
        matches.into_iter().flatten().filter_map(|place| Some((place, self.each(place)?)))
    }
}

/// Rules that are asked together.
pub(super) struct Patterns {
    rules: Vec<&'static Rule>,
    pub(super) compiled: Compiled,
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
    pub(super) fn claims(&self, text: &str) -> impl Iterator<Item = Claim> {
        self.matching(text).filter_map(|(rule, pattern)| {
            let (problem, sure) = (rule.name)(&Found(pattern.captures(text.as_bytes())?))?;
            Some(claim(problem, sure, rule.strength))
        })
    }
}

pub(super) static ATCODER: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(&[atcoder::RULES]));
pub(super) static CODEFORCES: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(&[codeforces::RULES]));
pub(super) static LEETCODE: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(&[leetcode::RULES]));
/// Rows that need no judge's word.
pub(super) static ALONE: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::new(&[codeforces::ALONE, korean::ALONE, leetcode::ALONE, others::ALONE]));
pub(super) static MESSAGES: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[atcoder::MESSAGES, codeforces::MESSAGES, korean::MESSAGES, leetcode::MESSAGES])
});

/// All that any of the rules finds.
pub(super) fn every(patterns: &Patterns, text: &str) -> Vec<Claim> {
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
pub(super) fn in_order(mut found: Vec<(usize, Claim)>) -> Vec<Claim> {
    found.sort_by_key(|(place, _)| *place);
    let mut seen = HashSet::new();
    found.retain(|(_, claim)| seen.insert(claim.problem.clone()));
    found.into_iter().map(|(_, claim)| claim).collect()
}
