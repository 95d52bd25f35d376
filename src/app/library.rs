//! What the judges list and what was handed in there, read from the store for an answer about problems.

use std::collections::{BTreeMap, HashSet};
use std::panic::resume_unwind;
use std::thread;

use super::error::AppError;
use super::workspace::Workspace;
use crate::answers::{
    self, Attempts, Catalogue, CatalogueEntry, ContestProblems, ContestTaken, ContestTimes,
};
use crate::model::{
    Contest, ContestProblem, DuplicateProblems, ImportedSubmission, Judge, ListItem, ListSection, Problem,
    ProblemId, RatingSeries, Submission,
};
use crate::store::Store;

/// All that is stored about problems and about what the configured handles handed in, and what was imported.
#[derive(Default)]
pub struct Library {
    /// Every listed problem.
    pub catalogue: Catalogue,
    /// Every listed contest, of every judge.
    pub contests: Vec<Contest>,
    /// Every submission, by judge and number.
    pub submissions: Vec<Submission>,
    /// The same as an account a problem.
    pub attempts: Vec<Attempts>,
    /// The judges of which submissions were imported.
    pub imported: Vec<Judge>,
    /// Where problems are in contests, at judges that show one in several.
    places: Vec<ContestProblem>,
}

impl Library {
    /// Reads it, the judges side by side; empty before the first sync.
    pub fn read(workspace: &Workspace, store: Option<&Store>) -> Result<Self, AppError> {
        let Some(store) = store else { return Ok(Self::default()) };
        let (mut problems, mut contests, mut submissions) = (Vec::new(), Vec::new(), Vec::new());
        let (mut attempts, mut places, mut duplicates) =
            (Vec::new(), Vec::new(), DuplicateProblems::default());
        let mut imported: BTreeMap<Judge, Vec<ImportedSubmission>> =
            Judge::all().map(|judge| (judge, Vec::new())).collect();
        for row in store.imported_submissions()?.into_iter().flatten() {
            imported.entry(row.submission.judge).or_default().push(row);
        }
        let handed_in = imported.iter().filter(|(_, rows)| !rows.is_empty());
        let imported_judges = handed_in.map(|(judge, _)| *judge).collect();
        let difficulties = thread::scope(|scope| {
            let read = |(judge, imported): (&Judge, _)| {
                let judge = *judge;
                scope.spawn(move || OfJudge::read(workspace, judge, imported))
            };
            let judges: Vec<_> =
                imported.iter().map(|(judge, rows)| (judge, rows.as_slice())).map(read).collect();
            let mut difficulties = Vec::new();
            for judge in Judge::all() {
                difficulties.extend(store.difficulties(judge)?);
            }
            for judge in judges {
                let of_judge = judge.join().unwrap_or_else(|panic| resume_unwind(panic))?;
                attempts.extend(of_judge.attempts);
                duplicates.add(of_judge.duplicates);
                places.extend(of_judge.places);
                problems.extend(of_judge.problems);
                contests.extend(of_judge.contests);
                submissions.extend(of_judge.submissions);
            }
            Ok::<_, AppError>(difficulties)
        })?;
        attempts.sort_by(|one: &Attempts, other| one.problem.cmp(&other.problem));
        let catalogue = Catalogue::new(problems, difficulties, duplicates);
        Ok(Self { catalogue, contests, submissions, attempts, imported: imported_judges, places })
    }

    /// The listed problems of a contest.
    pub fn problems_of(&self, judge: Judge, contest: &str) -> Vec<&CatalogueEntry> {
        ContestProblems::new(&self.catalogue, &self.contests, &self.places).of(judge, contest).to_vec()
    }

    /// The problems of the contests of `judge` that are `wanted`: the first to begin first, each in its own order and with
    /// its name, where it isn't the only one.
    pub fn sections(&self, judge: Judge, wanted: impl Fn(&str) -> bool) -> Vec<ListSection> {
        let mut found: BTreeMap<&str, Vec<(&str, &ProblemId)>> = BTreeMap::new();
        if judge.spec().problems.has_places {
            for place in self.places.iter().filter(|place| wanted(&place.contest)) {
                if place.problem.judge() == judge.id() {
                    found.entry(&place.contest).or_default().push((&place.index, &place.problem));
                }
            }
        } else {
            for CatalogueEntry { problem, .. } in self.catalogue.entries() {
                if problem.judge == judge && wanted(&problem.contest) {
                    found.entry(&problem.contest).or_default().push((&problem.index, &problem.id));
                }
            }
        }
        let contest = |id: &str| self.contests.iter().find(|one| one.judge == judge && one.id == id);
        let mut found: Vec<_> = found.into_iter().map(|(id, problems)| (contest(id), id, problems)).collect();
        found.sort_by_key(|(contest, id, _)| (contest.and_then(|contest| contest.start), *id));
        let is_only = found.len() == 1;
        let section = |(contest, id, mut problems): (Option<&Contest>, &str, Vec<(&str, &ProblemId)>)| {
            problems.sort_by_key(|(index, problem)| (index.len(), *index, *problem));
            let item = |(_, problem): (&str, &ProblemId)| ListItem { problem: problem.clone(), title: None };
            let name = contest.map_or(id, |contest| &contest.name);
            ListSection {
                heading: (!is_only).then(|| name.to_owned()),
                problems: problems.into_iter().map(item).collect(),
            }
        };
        found.into_iter().map(section).collect()
    }

    /// The contests that one took part in, the newest first; `series` are the ratings.
    pub fn contests_taken(&self, series: &[RatingSeries]) -> Vec<ContestTaken<'_>> {
        let problems = ContestProblems::new(&self.catalogue, &self.contests, &self.places);
        let handed_in = (&self.submissions[..], &self.attempts[..]);
        answers::contests_taken(handed_in, self.catalogue.duplicates(), &self.contests, &problems, series)
    }
}

/// What is stored of one judge.
#[derive(Default)]
struct OfJudge {
    problems: Vec<Problem>,
    contests: Vec<Contest>,
    submissions: Vec<Submission>,
    attempts: Vec<Attempts>,
    places: Vec<ContestProblem>,
    duplicates: DuplicateProblems,
}

impl OfJudge {
    /// Reads it by a handle of its own on the store: one can't be shared by threads.
    fn read(workspace: &Workspace, judge: Judge, imported: &[ImportedSubmission]) -> Result<Self, AppError> {
        let Some(store) = Store::open_existing(&workspace.root)? else { return Ok(Self::default()) };
        let handle = workspace.config.handles.at(judge);
        let submissions = handle.map(|handle| store.submissions(judge, handle)).transpose()?;
        let mut submissions = submissions.unwrap_or_default();
        let (mut problems, places) = store.placed_problems(judge)?;
        if !imported.is_empty() {
            let listed: HashSet<&ProblemId> = problems.iter().map(|problem| &problem.id).collect();
            let others = answers::imported_problems(judge, imported, |id| listed.contains(id));
            problems.extend(others);
            let rows = imported.iter().map(|row| &row.submission);
            submissions = answers::joined_submissions(submissions, rows);
        }
        let duplicates = (judge.spec().problems.duplicates)(&problems, &submissions, &places);
        let contests = store.contests(judge)?;
        let attempts = answers::attempts(&submissions, &duplicates, &ContestTimes::new(&contests));
        Ok(Self { problems, contests, submissions, attempts, places, duplicates })
    }
}
