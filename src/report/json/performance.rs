//! Performances that the judge doesn't publish.

use serde::Serialize;

use crate::answers::PerformanceEstimate;

/// `{"about": N}` or `{"at_most": N}`.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum EstimateJson {
    About(i32),
    AtMost(i32),
}

impl From<PerformanceEstimate> for EstimateJson {
    fn from(estimate: PerformanceEstimate) -> Self {
        match estimate {
            PerformanceEstimate::About(performance) => Self::About(performance),
            PerformanceEstimate::AtMost(performance) => Self::AtMost(performance),
        }
    }
}
