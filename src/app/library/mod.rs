//! What the judges list and what was handed in there, read from the store for an answer about problems.

mod kept;

use std::collections::{BTreeMap, HashSet};
use std::panic::resume_unwind;
use std::thread;

use self::kept::Kept;
use super::error::AppError;
use super::workspace::Workspace;
use crate::answers::{
    self, Attempts, Catalogue, CatalogueEntry, ContestProblems, ContestTaken, ContestTimes,
};
use crate::model::{
    Contest, ContestProblem, Difficulty, DuplicateProblems, ImportedProblem, ImportedSubmission, Judge,
    ListItem, ListSection, Problem, ProblemId, RatingSeries, Submission,
};
use crate::naming::KnownProblems;
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
    /// What archives tell of problems, by identity.
    pub archived: Vec<ImportedProblem>,
    /// Where problems are in contests, at judges that show one in several.
    places: Vec<ContestProblem>,
}

impl Library {
    /// Reads it; empty before the first sync.
    pub fn read(workspace: &Workspace, store: Option<&Store>) -> Result<Self, AppError> {
        let Some(store) = store else { return Ok(Self::default()) };
        let archived = answers::joined_archives(store.imported_problems()?.into_iter().flatten());
        let kept = Kept::new(workspace, store)?;
        if let Some(judges) = kept.judges() {
            return Ok(Self::of(judges, archived));
        }
        let judges = side_by_side(workspace, store, &archived)?;
        kept.keep(&judges);
        Ok(Self::of(judges, archived))
    }

    fn of(judges: Vec<OfJudge>, archived: Vec<ImportedProblem>) -> Self {
        let (mut problems, mut contests, mut submissions) = (Vec::new(), Vec::new(), Vec::new());
        let (mut attempts, mut places, mut duplicates) =
            (Vec::new(), Vec::new(), DuplicateProblems::default());
        let (mut difficulties, mut imported) = (Vec::new(), Vec::new());
        for of_judge in judges {
            imported.extend(of_judge.is_imported.then_some(of_judge.judge));
            let times = ContestTimes::new(&of_judge.contests);
            attempts.extend(answers::attempts(&of_judge.submissions, &of_judge.duplicates, &times));
            duplicates.add(of_judge.duplicates);
            places.extend(of_judge.places);
            problems.extend(of_judge.problems);
            difficulties.extend(of_judge.difficulties);
            contests.extend(of_judge.contests);
            submissions.extend(of_judge.submissions);
        }
        attempts.sort_by(|one: &Attempts, other| one.problem.cmp(&other.problem));
        let catalogue = Catalogue::new(problems, difficulties, duplicates);
        Self { catalogue, contests, submissions, attempts, imported, archived, places }
    }

    /// What the lists say of names.
    pub fn known_problems(&self) -> KnownProblems {
        let problems = self.catalogue.entries().iter().map(|entry| &entry.problem.id);
        let rounds = self.contests.iter().filter(|contest| contest.judge == Judge::CODEFORCES);
        KnownProblems::new(
            problems,
            rounds.filter_map(|round| Some((round.id.parse().ok()?, round.name.as_str()))),
        )
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

/// What was imported of one judge.
#[derive(Default)]
struct OfImports {
    submissions: Vec<ImportedSubmission>,
    problems: Vec<ImportedProblem>,
}

/// What is stored of one judge.
struct OfJudge {
    judge: Judge,
    problems: Vec<Problem>,
    difficulties: Vec<Difficulty>,
    contests: Vec<Contest>,
    submissions: Vec<Submission>,
    places: Vec<ContestProblem>,
    duplicates: DuplicateProblems,
    /// Whether submissions were imported.
    is_imported: bool,
}

/// What is stored of each judge, read at the same time.
fn side_by_side(
    workspace: &Workspace,
    store: &Store,
    archived: &[ImportedProblem],
) -> Result<Vec<OfJudge>, AppError> {
    let mut imported: BTreeMap<Judge, OfImports> =
        Judge::all().map(|judge| (judge, OfImports::default())).collect();
    for row in store.imported_submissions()?.into_iter().flatten() {
        imported.entry(row.submission.judge).or_default().submissions.push(row);
    }
    for problem in archived {
        let judge = Judge::of(problem.problem.known_judge());
        imported.entry(judge).or_default().problems.push(problem.clone());
    }
    thread::scope(|scope| {
        let read = |(judge, imported): (&Judge, _)| {
            let judge = *judge;
            scope.spawn(move || OfJudge::read(workspace, judge, imported))
        };
        let judges: Vec<_> = imported.iter().map(read).collect();
        let joined =
            judges.into_iter().map(|judge| judge.join().unwrap_or_else(|panic| resume_unwind(panic)));
        joined.filter_map(Result::transpose).collect()
    })
}

impl OfJudge {
    /// Reads it by a handle of its own on the store, which threads can't share; `None` where there is no store any more.
    fn read(workspace: &Workspace, judge: Judge, imported: &OfImports) -> Result<Option<Self>, AppError> {
        let Some(store) = Store::open_existing(&workspace.root)? else { return Ok(None) };
        let handle = workspace.config.handles.at(judge);
        let submissions = handle.map(|handle| store.submissions(judge, handle)).transpose()?;
        let mut submissions = submissions.unwrap_or_default();
        let (mut problems, places) = store.placed_problems(judge)?;
        if !imported.problems.is_empty() {
            let listed: HashSet<ProblemId> = problems.iter().map(|problem| problem.id.clone()).collect();
            let archived = answers::archived_problems(judge, &imported.problems).into_iter();
            problems.extend(archived.filter(|problem| !listed.contains(&problem.id)));
        }
        if !imported.submissions.is_empty() {
            let listed: HashSet<&ProblemId> = problems.iter().map(|problem| &problem.id).collect();
            let others = answers::imported_problems(judge, &imported.submissions, |id| listed.contains(id));
            problems.extend(others);
            let rows = imported.submissions.iter().map(|row| &row.submission);
            submissions = answers::joined_submissions(submissions, rows);
        }
        let duplicates = (judge.spec().problems.duplicates)(&problems, &submissions, &places);
        let (difficulties, contests) = (store.difficulties(judge)?, store.contests(judge)?);
        let is_imported = !imported.submissions.is_empty();
        Ok(Some(Self {
            judge,
            problems,
            difficulties,
            contests,
            submissions,
            places,
            duplicates,
            is_imported,
        }))
    }
}
