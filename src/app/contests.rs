//! The contests to come, and those that one took part in.

use std::path::Path;

use jiff::Timestamp;

use super::error::AppError;
use super::freshness;
use super::session::{Answered, Session};
use crate::answers::{self, ComingContest, Contests, DateRange};
use crate::files::write_to;
use crate::judges::{self, List, Source};
use crate::model::{Judge, RatedFor, RatingSeries};
use crate::report;

/// Those of `judge`, else of every judge, that begin in `window`.
pub fn contests<'s>(
    session: &'s Session<'_>,
    judge: Option<Judge>,
    window: DateRange,
) -> Result<Answered<Contests<'s>>, AppError> {
    let (library, series) = (session.library()?, session.series()?);
    let is_shown = |one: Judge| judge.is_none_or(|judge| judge == one);
    let (from, to) = window.bounds(&session.zone());
    let is_in = |at: Timestamp| from <= at && at < to;
    let mut coming = answers::coming(&library.contests, series, session.now());
    coming.retain(|one| is_shown(one.contest.judge) && is_in(one.start));
    let mut past = library.contests_taken(series);
    past.retain(|contest| is_shown(contest.judge) && is_in(contest.at));
    let (mut untold, mut as_of) = (Vec::new(), None);
    let has_handle = |judge: &Judge| session.workspace.config.handles.at(*judge).is_some();
    for judge in Judge::all().filter(has_handle).filter(|judge| is_shown(*judge)) {
        let Some(source) = telling(judge) else { continue };
        let told = session.store()?.map(|store| store.synced_at(&source.id(judge))).transpose()?.flatten();
        untold.extend(told.is_none().then_some(judge));
        as_of = as_of.max(told);
    }
    // That what comes was never fetched is said where it would stand.
    let lists: &[List] = match untold.as_slice() {
        [] => &[List::Contests, List::Announced, List::Submissions],
        _ => &[List::Contests, List::Submissions],
    };
    let is_past_known = session.series()?.iter().any(RatingSeries::is_known);
    let contests = Contests { coming, past, is_past_known, untold, as_of };
    let hints = freshness::of_lists(session, lists, judge)?;
    Ok(session.answered(contests).with(hints))
}

/// What tells the contests of `judge` to come: what it announces apart from its list, where it does; `None` where nothing
/// that is fetched does.
pub(super) fn telling(judge: Judge) -> Option<&'static Source> {
    let source = |list| judges::sources(judge).iter().find(|source| source.fetch.list() == Some(list));
    source(List::Announced).or_else(|| source(List::Contests))
}

/// A calendar that was written.
pub struct WrittenCalendar {
    /// Its file, as it is shown.
    pub file: String,
    /// How many contests it has.
    pub contests: usize,
}

/// Writes the contests to come that are rated for the user, or may be, as a calendar; with `all` the others, too.
pub fn write_calendar(
    file: &Path,
    contests: &Contests<'_>,
    all: bool,
    session: &Session<'_>,
) -> Result<WrittenCalendar, AppError> {
    let is_wanted = |one: &&ComingContest<'_>| match one.for_you {
        Some(is_rated) => all || is_rated,
        None => all || matches!(one.rated, Some(RatedFor::Range(..))),
    };
    let wanted: Vec<&ComingContest<'_>> = contests.coming.iter().filter(is_wanted).collect();
    let (env, lang) = (session.env, session.workspace.file_lang());
    let text = report::ics(&wanted, contests.as_of.unwrap_or(env.now.timestamp()), lang);
    let place = env.cwd.join(file);
    write_to(&place, text.as_bytes())
        .map_err(|error| AppError::file(format!("can't write {}", place.display()), &error))?;
    Ok(WrittenCalendar { file: env.shown(&place), contests: wanted.len() })
}
