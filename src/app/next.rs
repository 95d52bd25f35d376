//! What to solve today.

use std::borrow::Cow;

use foldhash::HashSet;
use jiff::civil::Date;

use super::error::AppError;
use super::freshness;
use super::library::Library;
use super::lists;
use super::session::{Answered, Session};
use crate::answers::{
    self, Assignment, Catalogue, CatalogueEntry, ContestTimes, Courses, Hint, LevelBasis, Levels,
    ListProgress, Past, PracticeCalibration, Progress, Solved, Wish, recommend, recommend_from_list,
};
use crate::judges::{Fetch, List};
use crate::lang::Later;
use crate::model::{DifficultyScale, DuplicateProblems, Judge, ProblemId, Submission};
use crate::report::argument_words;

/// Today's problems: what is wished for at the judges with a handle, or of the list with the name `list`.
pub fn next<'s>(
    session: &'s Session<'_>,
    wish: &mut Wish,
    list: Option<&str>,
    with_topics: bool,
) -> Result<Answered<Assignment<'s>>, AppError> {
    let list = list.map(|name| lists::find(session, name)).transpose()?;
    let asked_for_one = wish.judges.len() == 1;
    if list.is_none() {
        let handles = &session.workspace.config.handles;
        let rates_problems = |judge: &Judge| judge.spec().difficulty == DifficultyScale::Ratings;
        wish.judges.retain(|judge| rates_problems(judge) && handles.at(*judge).is_some());
    }
    let library = session.library()?;
    if let Some(topic) = wish.topic.as_deref() {
        check_topic(topic, &library.catalogue)?;
    }
    let solved = answers::solved(&session.changes(), &session.workspace.config.streak.day);
    let today = session.today();
    let duplicates = library.catalogue.duplicates();
    let at = session.workspace.config.streak.day.start_of(today, &session.zone());
    let is_earlier = |submission: &&Submission| submission.at < at;
    let series = session.series()?;
    let attempts = if library.submissions.iter().all(|submission| is_earlier(&submission)) {
        Cow::Borrowed(&library.attempts[..])
    } else {
        let times = ContestTimes::new(&library.contests);
        answers::attempts(library.submissions.iter().filter(is_earlier), duplicates, &times).into()
    };
    let tries = answers::tries(&attempts, &library.catalogue, &Courses::of(series), at);
    let levels = Levels::at(series, at);
    let past = Past {
        at,
        levels: levels.or_assumed(if wish.probability.is_some() { &wish.judges } else { &[] }),
        odds: PracticeCalibration::OF_ANYBODY.after(&tries),
        attempts,
        committed: committed(&solved, duplicates, |first| first < today),
    };
    let committed = committed(&solved, duplicates, |_| true);
    let progress = |id: &ProblemId| Progress::of(id, &library.attempts, &committed, duplicates);
    let name = list.as_ref().map(|list| list.name.clone());
    let proposals = match list {
        None => recommend(&library.catalogue, &past, wish, today),
        Some(list) => {
            let before = |id: &ProblemId| Progress::of(id, &past.attempts, &past.committed, duplicates);
            recommend_from_list(ListProgress::new(list, &library.catalogue, before), &past, wish)
        }
    };
    let problems: Vec<_> = proposals
        .into_iter()
        .map(|one| {
            let became = progress(&one.problem.id);
            (one, became)
        })
        .collect();
    let mut soon = answers::coming(&library.contests, series, session.now());
    soon.retain(|one| one.soon(session.now()).is_some());
    let probability = wish.probability;
    let assignment =
        Assignment { day: today, problems, probability, levels: past.levels, list: name, with_topics, soon };
    let hints = if assignment.list.is_some() {
        assignment.problems.is_empty().then_some(Hint::NothingLeftInList).into_iter().collect()
    } else if session.workspace.config.handles.is_empty() {
        vec![Hint::NoHandle]
    } else if wish.judges.is_empty() && !asked_for_one {
        vec![Hint::NothingWithinReach]
    } else {
        match hints(wish, &assignment, library) {
            hints if hints.is_empty() => freshness::old_ratings(session)?,
            hints => why_failed(session, hints)?,
        }
    };
    Ok(session.answered(assignment).with(hints))
}

/// The committed problems whose first day is `counted`; of duplicates the one name.
pub(super) fn committed(
    solved: &Solved,
    duplicates: &DuplicateProblems,
    counted: impl Fn(Date) -> bool,
) -> HashSet<ProblemId> {
    let counted = solved.problems.iter().filter(|one| counted(one.first));
    counted.map(|one| duplicates.one(&one.problem).clone()).collect()
}

/// The hints, with the reason for lists that are missing as they could not be fetched.
fn why_failed(session: &Session<'_>, hints: Vec<Hint>) -> Result<Vec<Hint>, AppError> {
    let mut told = Vec::new();
    for hint in hints {
        let Hint::NoProblems(judge) = hint else {
            told.push(hint);
            continue;
        };
        let needed = |fetch: &Fetch| fetch.list() == Some(List::Problems);
        for hint in freshness::failed_or(session, judge, needed, hint)? {
            if !told.contains(&hint) {
                told.push(hint);
            }
        }
    }
    Ok(told)
}

/// What is missing for more or better proposals.
fn hints(wish: &Wish, assignment: &Assignment<'_>, library: &Library) -> Vec<Hint> {
    let hint = |judge: &Judge| {
        let is_listed = |entry: &CatalogueEntry| entry.problem.judge == *judge;
        match assignment.levels.of(*judge) {
            _ if !library.catalogue.entries().iter().any(is_listed) => Some(Hint::NoProblems(*judge)),
            _ if wish.topic.is_some() && !judge.spec().names_topics => Some(Hint::NoTopics(*judge)),
            Some(level) => match level.basis {
                LevelBasis::Assumed => Some(Hint::NoLevel(*judge)),
                LevelBasis::Elsewhere => Some(Hint::RoughLevel(*judge, level.rating)),
                LevelBasis::Rated => None,
            },
            _ => None,
        }
    };
    let mut hints: Vec<Hint> = wish.judges.iter().filter_map(hint).collect();
    if wish.judges.is_empty() {
        hints.push(Hint::NoSuchHandle);
    } else if hints.is_empty() && assignment.problems.is_empty() {
        hints.push(Hint::NothingFits);
    }
    hints
}

/// An error where no problem has the topic.
fn check_topic(wished: &str, catalogue: &Catalogue) -> Result<(), AppError> {
    let topics: HashSet<&str> = catalogue.entries().iter().flat_map(CatalogueEntry::topics).collect();
    if topics.is_empty() || topics.iter().any(|topic| answers::is_topic(topic, wished)) {
        return Ok(());
    }
    let mut known: Vec<&str> = topics.into_iter().collect();
    known.sort_unstable();
    let nearest = known.iter().min_by_key(|topic| strsim::damerau_levenshtein(topic, wished));
    let near: Vec<String> = nearest.map(|topic| (*topic).to_owned()).into_iter().collect();
    let (wished, known) = (wished.to_owned(), known.join(", "));
    let message = Later::new(move |lang| argument_words::unknown_tag(lang, &wished, &near));
    let remedy = Later::advice(
        format!("Known tags: {known}."),
        format!("사용할 수 있는 태그: {known}"),
        format!("指定できるタグ: {known}"),
    );
    Err(AppError::usage(message, remedy))
}
