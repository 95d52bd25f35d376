//! What the judges list and what was handed in there, read from the store for an answer about problems.

use std::panic::resume_unwind;
use std::thread;

use super::error::CliError;
use super::workspace::Workspace;
use crate::model::{Contest, Judge, Problem, RatingSeries, Submission};
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
    /// Reads it, the judges side by side; empty before the first sync.
    pub fn read(workspace: &Workspace, store: Option<&Store>) -> Result<Self, CliError> {
        let Some(store) = store else { return Ok(Self::default()) };
        let (mut problems, mut contests, mut submissions) = (Vec::new(), Vec::new(), Vec::new());
        let (twins, difficulties) = thread::scope(|scope| {
            let judges = Judge::ALL.map(|judge| scope.spawn(move || OfJudge::read(workspace, judge)));
            let shared = (store.twins()?, store.difficulties()?);
            for judge in judges {
                let of_judge = judge.join().unwrap_or_else(|panic| resume_unwind(panic))?;
                problems.extend(of_judge.problems);
                contests.extend(of_judge.contests);
                submissions.extend(of_judge.submissions);
            }
            Ok::<_, CliError>(shared)
        })?;
        let attempts = stats::attempts(&submissions, &twins, &ContestTimes::new(&contests));
        let catalogue = Catalogue::new(problems, difficulties, twins);
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

/// What is stored of one judge.
#[derive(Default)]
struct OfJudge {
    problems: Vec<Problem>,
    contests: Vec<Contest>,
    submissions: Vec<Submission>,
}

impl OfJudge {
    /// Reads it by a handle of its own on the store: one can't be shared by threads.
    fn read(workspace: &Workspace, judge: Judge) -> Result<Self, CliError> {
        let Some(store) = Store::open_existing(&workspace.root)? else { return Ok(Self::default()) };
        let handle = workspace.config.handles.at(judge);
        let submissions = handle.map(|handle| store.submissions(judge, handle)).transpose()?;
        Ok(Self {
            problems: store.problems(judge)?,
            contests: store.contests(judge)?,
            submissions: submissions.unwrap_or_default(),
        })
    }
}
