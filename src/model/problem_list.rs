//! Lists of problems to work through.

use std::path::PathBuf;

use super::{Judge, ProblemId};

/// Where a list comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListSource {
    /// A file of the user's.
    File(PathBuf),
    /// Contests of a judge.
    Contests(Judge),
}

/// Problems to work through, in an order and under headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemList {
    /// What it is called on the command line and in `cpt.toml`: `edpc`.
    pub name: String,
    /// Its title, where that is another than the name.
    pub title: Option<String>,
    /// Where it comes from.
    pub source: ListSource,
    /// Its parts, in its order; none of them is empty.
    pub sections: Vec<ListSection>,
}

/// Problems below one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListSection {
    /// The heading, after those that it is below: `DP › Knapsack`. `None` before the first one.
    pub heading: Option<String>,
    /// The problems, in the list's order.
    pub problems: Vec<ListItem>,
}

/// A problem of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListItem {
    /// The problem.
    pub problem: ProblemId,
    /// What the list itself calls it.
    pub title: Option<String>,
}

/// Contests of a judge that people work through as one list: a book's problems, or every final of an olympiad.
#[derive(Debug, PartialEq, Eq)]
pub struct ContestSet {
    /// What people call it: the name of the list first, then others that stand for it.
    pub names: &'static [&'static str],
    /// Its title.
    pub title: &'static str,
    /// The contests by the judge's own names for them; in each a `*` stands for any letters and digits.
    pub contests: &'static [&'static str],
}

impl ContestSet {
    /// Whether `word` is one of its names, in any case.
    pub fn is_called(&self, word: &str) -> bool {
        self.names.iter().any(|name| name.eq_ignore_ascii_case(word))
    }

    /// Whether the contest with this name belongs to it.
    pub fn has(&self, contest: &str) -> bool {
        let fits = |pattern: &&str| match pattern.split_once('*') {
            None => *pattern == contest,
            Some((before, after)) => contest
                .strip_prefix(before)
                .and_then(|rest| rest.strip_suffix(after))
                .is_some_and(|between| between.bytes().all(|byte| byte.is_ascii_alphanumeric())),
        };
        self.contests.iter().any(fits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_its_contests_and_no_others() {
        let set = ContestSet { names: &["joi"], title: "", contests: &["dp", "joi20*yo", "past*-open"] };
        assert!(["dp", "joi2007yo", "past202004-open", "past17-open"].iter().all(|one| set.has(one)));
        assert!(
            ["tdpc", "joi2007ho", "joisc2007yo", "past-17-open", "past17"].iter().all(|one| !set.has(one))
        );
        assert!(set.is_called("JOI") && !set.is_called("jo"));
    }
}
