//! The status as scripts read it.

use serde::Serialize;

use super::SCHEMA;
use super::rating::SeriesJson;
use super::streak::HabitJson;
use super::target::TargetJson;
use crate::answers::{Standing, StreakAnswer};

/// `cpt status --json`: the series without their histories, the targets, and the streak.
#[derive(Serialize)]
pub struct StatusJson<'a> {
    schema: u32,
    series: Vec<SeriesJson<'a>>,
    targets: Vec<TargetJson<'a>>,
    streak: Option<HabitJson<'a>>,
}

impl<'a> StatusJson<'a> {
    /// All that the status shows; `streak` is `None` where no repository could be read.
    pub fn new(standing: &'a Standing, streak: Option<&'a StreakAnswer>) -> Self {
        let series = standing.series.iter().map(|status| SeriesJson::new(&status.series, false));
        Self {
            schema: SCHEMA,
            series: series.collect(),
            targets: standing.targets().map(TargetJson::new).collect(),
            streak: streak.map(HabitJson::new),
        }
    }
}
