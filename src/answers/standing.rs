//! Where one stands: each rating with its targets, and where it may go.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Forecast, GoalTiming, NoForecast, Outlook, TargetProgress, end_of, target_progress};
use crate::model::{RatingSeries, Target, Track};

/// A series and the targets that are set for it.
#[derive(Debug, Clone)]
pub struct SeriesStatus {
    /// The series.
    pub series: RatingSeries,
    /// Its targets, in the order configured.
    pub targets: Vec<TargetProgress>,
}

impl SeriesStatus {
    /// Where it may go until the last of its open targets, seen from `from`; `None` where no target asks or the history
    /// doesn't tell.
    pub fn forecast(&self, from: Timestamp, zone: &TimeZone) -> Option<Forecast> {
        let last = last_open(&self.targets)?;
        Forecast::new(&self.series, from, end_of(last, zone)).ok()
    }
}

/// A rating to reach, and the last day for it.
pub type RatingBy = (i32, Date);

/// What tells when a series reaches goals: [`reaches`], or what has kept its answers.
pub type Reaches<'a> = dyn Fn(&RatingSeries, &[RatingBy]) -> Result<Vec<GoalTiming>, NoForecast> + 'a;

/// When `series` reaches each of these goals, by a forecast from `from`; days are those of `zone`.
pub fn reaches(
    series: &RatingSeries,
    goals: &[RatingBy],
    from: Timestamp,
    zone: &TimeZone,
) -> Result<Vec<GoalTiming>, NoForecast> {
    let last = goals.iter().map(|(_, by)| *by).max().unwrap_or(Date::MIN);
    let forecast = Forecast::new(series, from, end_of(last, zone))?;
    Ok(goals.iter().map(|&(rating, by)| GoalTiming::of(&forecast, rating, by, zone)).collect())
}

/// From when a forecast looks ahead: the beginning of `today`, or the last contest where that is later, so that one day
/// has one forecast.
pub fn forecast_from(series: &RatingSeries, now: Timestamp, today: Date, zone: &TimeZone) -> Timestamp {
    let began = today.to_zoned_datetime(zone.clone()).map_or(now, |began| began.timestamp());
    let last = series.rated().map(|change| change.at).filter(|at| *at <= now).max();
    last.map_or(began, |last| began.max(last)).min(now)
}

/// All series and all targets.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// Each series with something to say, in the order configured. A series without a contest and without a target
    /// (nobody has to take part in heuristic contests) is left out.
    pub series: Vec<SeriesStatus>,
    /// The targets of series that aren't followed.
    pub orphans: Vec<TargetProgress>,
}

impl Standing {
    /// Every target: of the followed series, then of those that aren't.
    pub fn targets(&self) -> impl Iterator<Item = &TargetProgress> {
        self.series.iter().flat_map(|status| &status.targets).chain(&self.orphans)
    }
}

/// Each of `series` with its targets, `now` on the day `today`; contests have their days in `zone`.
pub fn standing(
    series: Vec<RatingSeries>,
    targets: &[Target],
    reaches: &Reaches<'_>,
    now: Timestamp,
    today: Date,
    zone: &TimeZone,
) -> Standing {
    let progress = |target, series: Option<&RatingSeries>| target_progress(target, series, today, zone);
    let fits = |series: &RatingSeries, target: &Target| {
        (series.key.judge, series.key.track) == (target.judge, target.track)
    };
    // What is written twice is one target.
    let twice = |nth: usize| targets[..nth].contains(&targets[nth]);
    let targets: Vec<&Target> =
        (0..targets.len()).filter(|nth| !twice(*nth)).map(|nth| &targets[nth]).collect();
    let orphans = targets.iter().filter(|target| !series.iter().any(|series| fits(series, target)));
    let orphans = orphans.map(|target| progress(**target, None)).collect();
    let series = series.into_iter().map(|series| {
        let targets = targets.iter().filter(|target| fits(&series, target));
        let mut targets: Vec<_> = targets.map(|target| progress(**target, Some(&series))).collect();
        look_ahead(&mut targets, &series, reaches, now, zone);
        SeriesStatus { series, targets }
    });
    // Everybody at a judge takes part in its usual track.
    let is_shown = |status: &SeriesStatus| {
        let is_usual = status.series.key.track == Track::default();
        !status.series.history.is_empty() || !status.targets.is_empty() || is_usual
    };
    Standing { series: series.filter(is_shown).collect(), orphans }
}

/// How far a target of `series` is that nobody has set, and how likely it is.
pub fn progress_of(
    target: Target,
    series: &RatingSeries,
    now: Timestamp,
    today: Date,
    zone: &TimeZone,
) -> TargetProgress {
    let mut targets = [target_progress(target, Some(series), today, zone)];
    let from = forecast_from(series, now, today, zone);
    look_ahead(&mut targets, series, &|series, goals| reaches(series, goals, from, zone), now, zone);
    let [progress] = targets;
    progress
}

/// Gives the open targets of a series their outlook.
fn look_ahead(
    targets: &mut [TargetProgress],
    series: &RatingSeries,
    reaches: &Reaches<'_>,
    now: Timestamp,
    zone: &TimeZone,
) {
    let mut open: Vec<&mut TargetProgress> = targets.iter_mut().filter(|target| target.is_open()).collect();
    if open.is_empty() {
        return;
    }
    let goals: Vec<RatingBy> =
        open.iter().map(|target| (target.target.goal.rating, target.target.by)).collect();
    let reaches = reaches(series, &goals);
    for (nth, target) in open.iter_mut().enumerate() {
        let reach = reaches.as_ref().map(|reaches| reaches[nth]).map_err(|none| *none);
        target.outlook = Outlook::new(target, series, reach, now, zone);
    }
}

/// The day of the last target that is open.
fn last_open(targets: &[TargetProgress]) -> Option<Date> {
    targets.iter().filter(|target| target.is_open()).map(|target| target.target.by).max()
}
