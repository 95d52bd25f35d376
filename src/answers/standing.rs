//! Where one stands: each rating with its targets, and where it may go.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Forecast, Outlook, TargetProgress, end_of, target_progress};
use crate::model::{RatingSeries, Target, Track};

/// A series and the targets that are set for it.
#[derive(Debug, Clone)]
pub struct SeriesStatus {
    /// The series.
    pub series: RatingSeries,
    /// Its targets, in the order configured.
    pub targets: Vec<TargetProgress>,
    /// Where it may go, where a target asks and the history tells.
    pub forecast: Option<Forecast>,
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
        let forecast = look_ahead(&mut targets, &series, now, zone);
        SeriesStatus { series, targets, forecast }
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
    look_ahead(&mut targets, series, now, zone);
    let [progress] = targets;
    progress
}

/// Gives the open targets of a series their outlook, and returns the forecast that it rests on.
fn look_ahead(
    targets: &mut [TargetProgress],
    series: &RatingSeries,
    now: Timestamp,
    zone: &TimeZone,
) -> Option<Forecast> {
    let last = targets.iter().filter(|target| target.is_open()).map(|target| target.target.by).max()?;
    let forecast = Forecast::new(series, now, end_of(last, zone));
    for target in targets {
        target.outlook = Outlook::new(target, series, forecast.as_ref().map_err(|few| *few), now, zone);
    }
    forecast.ok()
}
