//! The status as scripts read it.

use jiff::Timestamp;
use serde::Serialize;

use super::SCHEMA;
use super::rating::SeriesJson;
use super::streak::HabitJson;
use super::target::TargetJson;
use crate::answers::{ArchiveFreshness, Standing, StreakAnswer};

/// `cpt status --json`: the series without their histories, the targets, the streak, and how far archives got.
#[derive(Serialize)]
pub struct StatusJson<'a> {
    schema: u32,
    series: Vec<SeriesJson<'a>>,
    targets: Vec<TargetJson<'a>>,
    streak: Option<HabitJson<'a>>,
    archives: Vec<ArchiveJson<'a>>,
}

/// An archive that submissions come from.
#[derive(Serialize)]
struct ArchiveJson<'a> {
    judge: &'a str,
    name: &'a str,
    checked_at: Timestamp,
    newest_submission: Option<Timestamp>,
    accepted: Option<u64>,
}

impl From<&ArchiveFreshness> for ArchiveJson<'_> {
    fn from(one: &ArchiveFreshness) -> Self {
        Self {
            judge: one.judge.id(),
            name: one.archive,
            checked_at: one.asked,
            newest_submission: one.state.newest,
            accepted: one.state.accepted,
        }
    }
}

impl<'a> StatusJson<'a> {
    /// All that the status shows; `streak` is `None` where no repository could be read.
    pub fn new(
        standing: &'a Standing,
        streak: Option<&'a StreakAnswer>,
        archives: &[ArchiveFreshness],
    ) -> Self {
        let series = standing.series.iter().map(|status| SeriesJson::new(&status.series, false));
        Self {
            schema: SCHEMA,
            series: series.collect(),
            targets: standing.targets().map(TargetJson::new).collect(),
            streak: streak.map(HabitJson::new),
            archives: archives.iter().map(ArchiveJson::from).collect(),
        }
    }
}
