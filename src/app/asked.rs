//! Which judge a command is asked about, and whether there is anything to tell of it.

use super::contests::telling;
use super::error::AppError;
use super::session::Session;
use crate::config::nearest;
use crate::judges::{Fetch, known_judge, known_judges, sources};
use crate::model::{DifficultyScale, Judge, Track};
use crate::store::Store;

/// What a command tells of a judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// What was worked at: at every judge that is fetched, recognised in repositories or imported.
    Problems,
    /// What was submitted.
    Submissions,
    /// Ratings.
    Ratings,
    /// Goals that later contests can meet.
    Targets,
    /// Contests to come and past ones.
    Contests,
    /// Problems within reach.
    Proposals,
}

impl Asked {
    /// Whether there is something of it at `judge`: in what is fetched, or in what `session` has of imports.
    fn is_at(self, judge: Judge, session: Option<&Session<'_>>) -> Result<bool, AppError> {
        let is_fetched = judge.is_fetched();
        let is_stored = || {
            let Some(session) = session else { return Ok(false) };
            match self {
                Self::Submissions => {
                    let library = session.library()?;
                    let is_archived = || library.archived.iter().any(|one| one.problem.judge() == judge.id());
                    Ok(library.imported.contains(&judge) || is_archived())
                }
                _ => Ok(session.series()?.iter().any(|series| series.key.judge == judge)),
            }
        };
        match self {
            Self::Problems => Ok(true),
            Self::Targets => Ok(is_fetched && judge.is_rated()),
            Self::Proposals => Ok(is_fetched && judge.spec().difficulty == DifficultyScale::Ratings),
            Self::Submissions => {
                let has_source =
                    sources(judge).iter().any(|source| matches!(source.fetch, Fetch::Submissions(_)));
                if has_source { Ok(true) } else { is_stored() }
            }
            Self::Ratings if is_fetched => Ok(judge.is_rated()),
            Self::Contests if telling(judge).is_some() => Ok(true),
            Self::Ratings | Self::Contests => is_stored(),
        }
    }

    /// That nothing of it is at `judge`, and what to do.
    fn refusal(self, judge: Judge, others: &[Judge]) -> AppError {
        let message = match self {
            Self::Problems => format!("cpt has nothing of {judge}"),
            Self::Submissions => format!("cpt has no submissions of {judge}"),
            Self::Ratings | Self::Targets if judge.is_fetched() => format!("{judge} has no rating"),
            Self::Ratings => format!("cpt has no rating of {judge}"),
            Self::Targets => format!("cpt fetches no rating of {judge}, which a target needs"),
            Self::Contests => format!("{judge} has no contests that cpt could show"),
            Self::Proposals => {
                format!(
                    "{judge} doesn't rate its problems, so that nothing tells which are within your reach"
                )
            }
        };
        let has = match self {
            Self::Problems | Self::Submissions => "has some",
            Self::Ratings | Self::Targets => "has one",
            Self::Contests => "has",
            Self::Proposals => "does",
        };
        let ids: Vec<&str> = others.iter().map(|judge| judge.id()).collect();
        let which = format!("a judge that {has}: {}.", ids.join(", "));
        let can_be_imported = matches!(self, Self::Submissions | Self::Ratings) && !judge.is_fetched();
        if can_be_imported {
            return AppError::usage(message, format!("Bring yours with `cpt import FILE`, or name {which}"));
        }
        AppError::usage(message, format!("Name {which}"))
    }
}

/// The judge that somebody means by `word`. An error where nobody knows it, or where it has nothing of what is `asked`.
pub fn judge(session: &Session<'_>, word: &str, asked: Asked) -> Result<Judge, AppError> {
    let judge = if let Some(known) = known_judge(word) {
        Judge::of(known)
    } else {
        let imported = imported(session)?;
        let is_meant = |judge: &&Judge| judge.id().eq_ignore_ascii_case(word);
        *imported.iter().find(is_meant).ok_or_else(|| unknown(word, &imported))?
    };
    if asked.is_at(judge, Some(session))? {
        return Ok(judge);
    }
    Err(asked.refusal(judge, &judges(Some(session), asked)?))
}

/// The same where a judge may be meant.
pub fn judge_if(session: &Session<'_>, word: Option<&str>, asked: Asked) -> Result<Option<Judge>, AppError> {
    word.map(|word| judge(session, word, asked)).transpose()
}

/// The judges that have something of what is `asked`, those that are fetched first.
pub fn judges(session: Option<&Session<'_>>, asked: Asked) -> Result<Vec<Judge>, AppError> {
    let mut all: Vec<Judge> = known_judges().map(Judge::of).collect();
    for judge in session.map(imported).transpose()?.unwrap_or_default() {
        if !all.contains(&judge) {
            all.push(judge);
        }
    }
    let mut found = Vec::new();
    for judge in all {
        if asked.is_at(judge, session)? {
            found.push(judge);
        }
    }
    Ok(found)
}

/// An error where `judge` has no rating in `track`.
pub fn has_track(judge: Judge, track: Option<Track>) -> Result<(), AppError> {
    match track {
        Some(track) if !judge.tracks().contains(&track) => {
            Err(AppError::usage(format!("{judge} has no {track} rating"), "Leave out --track."))
        }
        _ => Ok(()),
    }
}

/// The judges that imports tell of.
fn imported(session: &Session<'_>) -> Result<Vec<Judge>, AppError> {
    let imports = session.store()?.map(Store::imports).transpose()?.unwrap_or_default();
    Ok(imports.into_iter().flat_map(|import| import.judges).collect())
}

fn unknown(word: &str, imported: &[Judge]) -> AppError {
    let words = known_judges().flat_map(|judge| judge.words.iter().copied().chain([judge.id]));
    let words = words.chain(imported.iter().map(|judge| judge.id()));
    let meant = nearest(word, words).map_or_else(String::new, |word| format!("; did you mean {word:?}?"));
    AppError::usage(
        format!("{word:?} is no judge that cpt knows{meant}"),
        format!(
            "Name one that cpt fetches ({}), one that `cpt solutions` found, or one of `cpt import --list`.",
            Judge::ids().join(", ")
        ),
    )
}
