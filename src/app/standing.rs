//! Where one stands: the status, the ratings, the targets.

use super::archives;
use super::error::AppError;
use super::freshness;
use super::session::{Answered, Session};
use crate::answers::{ArchiveFreshness, Formula, Hint, Standing, StreakAnswer, WhatIf};
use crate::lang::Later;
use crate::model::{Judge, RatingSeries, Target, Track};
use crate::report::target_change;

/// Ratings, targets and the habit.
pub struct Status<'s> {
    pub standing: &'s Standing,
    /// `None` where no repository could be read.
    pub streak: Option<&'s StreakAnswer>,
    /// How far the archives got that submissions come from.
    pub archives: Vec<ArchiveFreshness>,
}

/// Everything on one screen.
pub fn status<'s>(session: &'s Session<'_>) -> Result<Answered<Status<'s>>, AppError> {
    let standing = session.standing()?;
    let streak = session.practice().streak.as_ref();
    let (workspace, store) = (&session.workspace, session.store()?);
    let archives = archives::freshness(workspace, store)?;
    let behind = archives::behind(workspace, store, &archives, &session.zone(), session.now())?;
    Ok(session
        .answered(Status { standing, streak, archives })
        .with(freshness::of_ratings(session)?)
        .with(behind))
}

/// Which series an answer is about.
#[derive(Debug, Clone, Copy)]
pub struct Which {
    pub judge: Option<Judge>,
    pub track: Option<Track>,
}

impl Which {
    fn holds(self, series: &RatingSeries) -> bool {
        self.judge.is_none_or(|judge| judge == series.key.judge)
            && self.track.is_none_or(|track| track == series.key.track)
    }
}

/// The stored series that are meant.
pub fn ratings<'s>(
    session: &'s Session<'_>,
    which: Which,
) -> Result<Answered<Vec<&'s RatingSeries>>, AppError> {
    let series = session.series()?.iter().filter(|series| which.holds(series)).collect();
    Ok(session.answered(series).with(unrated(session)).with(freshness::of_ratings(session)?))
}

/// That no judge with a handle has a rating to show.
fn unrated(session: &Session<'_>) -> Option<Hint> {
    let workspace = &session.workspace;
    let is_unrated = !workspace.config.handles.is_empty() && workspace.series_keys().is_empty();
    is_unrated.then_some(Hint::NoRating)
}

/// The same with their targets.
pub fn rated(session: &Session<'_>, which: Which) -> Result<Answered<Standing>, AppError> {
    let series = session.standing()?.series.iter().filter(|status| which.holds(&status.series)).cloned();
    let standing = Standing { series: series.collect(), orphans: Vec::new() };
    Ok(session.answered(standing).with(unrated(session)).with(freshness::of_ratings(session)?))
}

/// Each series that is meant, after these performances: those with a rated contest; where there are none, the first.
pub fn what_if(session: &Session<'_>, which: Which, performances: &[i32]) -> Result<Vec<WhatIf>, AppError> {
    let series = session.series()?;
    let mut chosen: Vec<&RatingSeries> = series.iter().filter(|series| which.holds(series)).collect();
    // Nobody told the formula of the others.
    chosen.retain(|series| series.key.judge.is_fetched());
    if chosen.iter().any(|series| series.last().is_some()) {
        chosen.retain(|series| series.last().is_some());
    } else {
        chosen.truncate(1);
    }
    if chosen.is_empty() {
        let message = Later::new(|lang| target_change::no_rating(lang).into_owned());
        return Err(AppError::usage(message, Later::new(target_change::add_handle)));
    }
    let after = |series: &RatingSeries| {
        let formula = Formula::new(series, session.today());
        let ratings = formula.after(performances);
        WhatIf {
            key: series.key.clone(),
            rating: series.rating(),
            estimate: formula.is_estimate(),
            steps: performances.iter().copied().zip(ratings).collect(),
        }
    };
    Ok(chosen.into_iter().map(after).collect())
}

/// The targets that `picked` picks, with what they take.
pub fn targets(
    session: &Session<'_>,
    picked: impl Fn(&Target) -> bool,
) -> Result<Answered<Standing>, AppError> {
    let mut standing = session.standing()?.clone();
    for status in &mut standing.series {
        status.targets.retain(|progress| picked(&progress.target));
    }
    standing.orphans.retain(|progress| picked(&progress.target));
    let no_target = session.workspace.config.targets.is_empty().then_some(Hint::NoTarget);
    Ok(session.answered(standing).with(no_target).with(freshness::of_ratings(session)?))
}
