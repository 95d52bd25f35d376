//! Where one stands: the status, the ratings, the targets.

use super::error::CliError;
use super::freshness;
use super::session::{Answered, Session};
use crate::answers::{Formula, Hint, Standing, StreakAnswer, WhatIf};
use crate::model::{Judge, RatingSeries, Target, Track};

/// Ratings, targets and the habit.
pub struct Status<'s> {
    pub standing: &'s Standing,
    /// `None` where no repository could be read.
    pub streak: Option<&'s StreakAnswer>,
}

/// Everything on one screen.
pub fn status<'s>(session: &'s Session<'_>) -> Result<Answered<Status<'s>>, CliError> {
    let standing = session.standing()?;
    let streak = session.practice().streak.as_ref();
    Ok(session.answered(Status { standing, streak }).with(freshness::of_ratings(session)?))
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
) -> Result<Answered<Vec<&'s RatingSeries>>, CliError> {
    let series = session.series()?.iter().filter(|series| which.holds(series)).collect();
    Ok(session.answered(series).with(freshness::of_ratings(session)?))
}

/// The same with their targets.
pub fn rated(session: &Session<'_>, which: Which) -> Result<Answered<Standing>, CliError> {
    let series = session.standing()?.series.iter().filter(|status| which.holds(&status.series)).cloned();
    let standing = Standing { series: series.collect(), orphans: Vec::new() };
    Ok(session.answered(standing).with(freshness::of_ratings(session)?))
}

/// The one series that is meant, after these performances.
pub fn what_if(session: &Session<'_>, which: Which, performances: &[i32]) -> Result<WhatIf, CliError> {
    let asked = |series: &&RatingSeries| {
        let is_followed = series.key.track == Track::default() || series.last().is_some();
        which.holds(series) && (which.track.is_some() || is_followed)
    };
    let mut fitting = session.series()?.iter().filter(asked);
    let chosen = match (fitting.next(), fitting.next()) {
        (Some(first), Some(_)) if which.judge.is_some() => first,
        (Some(only), None) => only,
        (Some(_), Some(_)) => {
            let message = "--what-if is about one rating, and several are followed";
            return Err(CliError::usage(message, "Say which by --judge and --track."));
        }
        (None, _) => {
            let message = "there is no such rating to go on with";
            return Err(CliError::usage(message, "Add the handle to [handles] in cpt.toml."));
        }
    };
    let formula = Formula::new(chosen, session.today());
    let ratings = formula.after(performances);
    Ok(WhatIf {
        key: chosen.key.clone(),
        rating: chosen.rating(),
        estimate: formula.is_estimate(),
        steps: performances.iter().copied().zip(ratings).collect(),
    })
}

/// The targets that `picked` picks, with what they take.
pub fn targets(
    session: &Session<'_>,
    picked: impl Fn(&Target) -> bool,
) -> Result<Answered<Standing>, CliError> {
    let mut standing = session.standing()?.clone();
    for status in &mut standing.series {
        status.targets.retain(|progress| picked(&progress.target));
    }
    standing.orphans.retain(|progress| picked(&progress.target));
    let no_target = session.workspace.config.targets.is_empty().then_some(Hint::NoTarget);
    Ok(session.answered(standing).with(no_target).with(freshness::of_ratings(session)?))
}
