//! What can be typed next: the words that a workspace adds to those of the command line, for a shell to complete. What
//! can't be read adds none: nobody wants an error in the middle of a line.

use std::collections::BTreeSet;

use super::asked::{self, Asked};
use super::lists;
use super::session::Session;
use crate::answers::CatalogueEntry;
use crate::config;
use crate::model::{Judge, Target, clean};

/// As many words as can be looked through; where there are more, those up to the next `/` stand for all behind it.
const MANY: usize = 200;

/// A word, and what it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Suggestion {
    pub word: String,
    pub help: Option<String>,
}

impl Suggestion {
    fn new(word: impl Into<String>, help: Option<&str>) -> Self {
        Self { word: word.into(), help: help.map(|help| clean(help).into_owned()) }
    }
}

/// The goals of the configured targets, of one judge where one is meant.
pub fn goals(session: &Session<'_>, judge: Option<Judge>) -> Vec<Suggestion> {
    let targets = session.workspace.config.targets.iter();
    let meant = targets.filter(|target| judge.is_none_or(|judge| judge == target.judge));
    let goal = |target: &Target| {
        let tier = target.judge.tier_of(target.goal.rating);
        let is_whole = tier.from.max(0) == target.goal.rating;
        let word = if is_whole { tier.colour.to_string() } else { target.goal.rating.to_string() };
        Suggestion::new(word, Some(&format!("{} by {}", target.series_title(), target.by)))
    };
    meant.map(goal).collect()
}

/// The days by which targets are to be reached.
pub fn target_days(session: &Session<'_>) -> Vec<Suggestion> {
    let day = |target: &Target| Suggestion::new(target.by.to_string(), Some(&target.series_title()));
    session.workspace.config.targets.iter().map(day).collect()
}

/// The topics of the listed problems, with `-` for spaces, as they can be typed without quotes.
pub fn topics(session: &Session<'_>) -> Vec<Suggestion> {
    let Ok(library) = session.library() else { return Vec::new() };
    let entries = library.catalogue.entries().iter();
    let topics: BTreeSet<String> =
        entries.flat_map(CatalogueEntry::topics).map(|topic| topic.replace(' ', "-")).collect();
    topics.into_iter().map(|topic| Suggestion::new(topic, None)).collect()
}

/// The listed problems whose identity begins as `typed`; where they are too many, up to the next `/`.
pub fn problems(session: &Session<'_>, typed: &str) -> Vec<Suggestion> {
    let Ok(library) = session.library() else { return Vec::new() };
    let entries = library.catalogue.entries().iter();
    let named = entries.map(|entry| (entry.problem.id.to_string(), entry.problem.name.as_str()));
    let mut found: Vec<Suggestion> = named
        .filter(|(id, _)| id.starts_with(typed))
        .map(|(id, name)| Suggestion::new(id, Some(name)))
        .collect();
    if found.len() > MANY {
        for one in &mut found {
            let next = one.word[typed.len()..].find('/').map(|at| typed.len() + at + 1);
            if let Some(next) = next.filter(|next| *next < one.word.len()) {
                *one = Suggestion::new(&one.word[..next], None);
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The lists of problems to work through.
pub fn lists(session: &Session<'_>) -> Vec<Suggestion> {
    lists::names(session).map(|(name, title)| Suggestion::new(name, title)).collect()
}

/// The members of the group.
pub fn members(session: &Session<'_>) -> Vec<Suggestion> {
    let members = session.workspace.config.group.iter().flat_map(|group| &group.members);
    members.map(|member| Suggestion::new(clean(&member.name), None)).collect()
}

/// The repositories, as cpt.toml calls them.
pub fn repositories(session: &Session<'_>) -> Vec<Suggestion> {
    session.workspace.config.repos.iter().map(|repo| Suggestion::new(&repo.label, None)).collect()
}

/// What was imported.
pub fn imports(session: &Session<'_>) -> Vec<Suggestion> {
    let imports = session.store().ok().flatten().and_then(|store| store.imports().ok());
    let imports = imports.unwrap_or_default();
    imports.iter().map(|import| Suggestion::new(&import.name, Some(&import.file))).collect()
}

/// Every judge of which there is what is `asked`.
pub fn judges(session: Option<&Session<'_>>, asked: Asked) -> Vec<Suggestion> {
    let judges = asked::judges(session, asked).unwrap_or_default();
    judges.iter().map(|judge| Suggestion::new(judge.id(), judge.spec().known.name)).collect()
}

/// The keys of the configuration.
pub fn keys() -> Vec<Suggestion> {
    config::keys().into_iter().map(|(key, told)| Suggestion::new(key, Some(&told))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_judge_is_suggested_once() {
        let judges = judges(None, Asked::Problems);
        let words: BTreeSet<&str> = judges.iter().map(|one| one.word.as_str()).collect();
        assert!(words.contains("codeforces") && words.contains("boj"), "{words:?}");
        assert_eq!(words.len(), judges.len());
    }
}
