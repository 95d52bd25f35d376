//! What the judges list and what was handed in there, read from the store for an answer about problems.

use super::error::CliError;
use super::workspace::Workspace;
use crate::model::{Contest, Judge, RatingSeries, Submission};
use crate::stats::{self, Attempts, Catalogue, ContestProblems, ContestTaken, ContestTimes};
use crate::store::Store;

/// All that is stored about problems and about what the configured handles handed in.
#[derive(Default)]
pub(super) struct Library {
    /// Every listed problem.
    pub catalogue: Catalogue,
    /// Every listed contest, of both judges.
    pub contests: Vec<Contest>,
    /// Every submission, by judge and number.
    pub submissions: Vec<Submission>,
    /// The same as an account a problem.
    pub attempts: Vec<Attempts>,
}

impl Library {
    /// Reads it; empty before the first sync.
    pub fn read(workspace: &Workspace, store: Option<&Store>) -> Result<Self, CliError> {
        let Some(store) = store else { return Ok(Self::default()) };
        let (mut problems, mut contests, mut submissions) = (Vec::new(), Vec::new(), Vec::new());
        for judge in Judge::ALL {
            problems.extend(store.problems(judge)?);
            contests.extend(store.contests(judge)?);
            if let Some(handle) = workspace.config.handles.at(judge) {
                submissions.extend(store.submissions(judge, handle)?);
            }
        }
        let twins = store.twins()?;
        let attempts = stats::attempts(&submissions, &twins, &ContestTimes::new(&contests));
        let catalogue = Catalogue::new(problems, store.difficulties()?, twins);
        Ok(Self { catalogue, contests, submissions, attempts })
    }
    /// The contests that one took part in, the newest first; `series` are the ratings.
    pub fn contests_taken(
        &self,
        series: &[RatingSeries],
        store: Option<&Store>,
    ) -> Result<Vec<ContestTaken<'_>>, CliError> {
        let places = store.map(Store::contest_problems).transpose()?.unwrap_or_default();
        let problems = ContestProblems::new(&self.catalogue, &self.contests, &places);
        let handed_in = (&self.submissions[..], &self.attempts[..]);
        Ok(stats::contests_taken(handed_in, self.catalogue.twins(), &self.contests, &problems, series))
    }
}
