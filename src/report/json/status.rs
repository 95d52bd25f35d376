//! The status as scripts read it.

use serde::Serialize;

use super::super::status::SeriesStatus;
use super::SCHEMA;
use super::rating::SeriesJson;
use super::streak::HabitJson;
use super::target::TargetJson;
use crate::answers::{StreakAnswer, TargetProgress};

/// `cpt status --json`: the series without their histories, the targets, and the streak.
#[derive(Serialize)]
pub struct StatusJson<'a> {
    schema: u32,
    series: Vec<SeriesJson<'a>>,
    targets: Vec<TargetJson<'a>>,
    streak: Option<HabitJson<'a>>,
}

impl<'a> StatusJson<'a> {
    /// All that the status shows; `orphans` are the targets of series that aren't followed, `streak` is `None` where no repository could be read.
    pub fn new(
        series: &'a [SeriesStatus],
        orphans: &'a [TargetProgress],
        streak: Option<&'a StreakAnswer>,
    ) -> Self {
        Self {
            schema: SCHEMA,
            series: series.iter().map(|status| SeriesJson::new(&status.series, false)).collect(),
            targets: series
                .iter()
                .flat_map(|status| &status.targets)
                .chain(orphans)
                .map(TargetJson::new)
                .collect(),
            streak: streak.map(HabitJson::new),
        }
    }
}
