//! What is stored of the judges, kept in a form that is read at once.
//!
//! Tens of thousands of rows of half a dozen columns take most of the time of an answer about problems. They change with a
//! sync alone; what was read after one is kept as a single value.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::OfJudge;
use crate::app::error::AppError;
use crate::app::workspace::Workspace;
use crate::model::{
    Contest, ContestProblem, Difficulty, DuplicateProblems, Handle, Judge, Outcome, Participation, Problem,
    ProblemId, Submission,
};
use crate::store::Store;

/// Raised when a row has another form, or what is made of the rows (places, duplicates) is made in another way.
const FORMAT: u32 = 1;
/// The name of the answer.
const NAME: &str = "library";
/// Far above what one person has; what is longer is read row by row.
const MOST_BYTES: usize = 64 << 20;

/// The kept value of a workspace.
pub struct Kept<'a> {
    workspace: &'a Workspace,
    store: &'a Store,
    /// Everything that it depends on; `None` where that can't be told.
    key: Option<Vec<u8>>,
}

impl<'a> Kept<'a> {
    pub fn new(workspace: &'a Workspace, store: &'a Store) -> Result<Self, AppError> {
        let handles: Vec<Option<&str>> =
            Judge::all().map(|judge| workspace.config.handles.at(judge).map(Handle::as_str)).collect();
        let key = store
            .judges_stamp()?
            .and_then(|stamp| postcard::to_stdvec(&(FORMAT, env!("CARGO_PKG_VERSION"), handles, stamp)).ok());
        Ok(Self { workspace, store, key })
    }

    /// What was kept, where that is still what is stored.
    pub fn judges(&self) -> Option<Vec<OfJudge>> {
        let bytes = self.store.answer(NAME, self.key.as_deref()?).ok()??;
        let rows: Vec<JudgeRows<'_>> = postcard::from_bytes(&bytes).ok()?;
        Some(rows.into_iter().map(JudgeRows::read).collect())
    }

    /// Keeps `judges`. Where that isn't possible the next answer reads the rows, too.
    pub fn keep(&self, judges: &[OfJudge]) {
        let Some(key) = &self.key else { return };
        let rows: Vec<JudgeRows<'_>> = judges.iter().map(JudgeRows::new).collect();
        let Ok(bytes) = postcard::to_stdvec(&rows) else { return };
        if bytes.len() <= MOST_BYTES
            && let Ok(mut store) = Store::open(&self.workspace.root)
        {
            let _ = store.keep_answer(NAME, key, &bytes);
        }
    }
}

/// The rows of a judge; none names the judge.
#[derive(Serialize, Deserialize)]
struct JudgeRows<'a> {
    judge: &'a str,
    #[serde(borrow)]
    problems: Vec<ProblemRow<'a>>,
    #[serde(borrow)]
    difficulties: Vec<DifficultyRow<'a>>,
    #[serde(borrow)]
    contests: Vec<ContestRow<'a>>,
    #[serde(borrow)]
    submissions: Vec<SubmissionRow<'a>>,
    /// Contest, problem and index.
    #[serde(borrow)]
    places: Vec<(&'a str, &'a str, &'a str)>,
    /// Each second name with the first.
    #[serde(borrow)]
    duplicates: Vec<(&'a str, &'a str)>,
    is_imported: bool,
}

impl<'a> JudgeRows<'a> {
    fn new(of_judge: &'a OfJudge) -> Self {
        let place = |place: &'a ContestProblem| (&*place.contest, place.problem.as_str(), &*place.index);
        let duplicate = |(second, first): (&'a ProblemId, &'a ProblemId)| (second.as_str(), first.as_str());
        Self {
            judge: of_judge.judge.id(),
            problems: of_judge.problems.iter().map(ProblemRow::new).collect(),
            difficulties: of_judge.difficulties.iter().map(DifficultyRow::new).collect(),
            contests: of_judge.contests.iter().map(ContestRow::new).collect(),
            submissions: of_judge.submissions.iter().map(SubmissionRow::new).collect(),
            places: of_judge.places.iter().map(place).collect(),
            duplicates: of_judge.duplicates.iter().map(duplicate).collect(),
            is_imported: of_judge.is_imported,
        }
    }

    fn read(self) -> OfJudge {
        let judge = Judge::of_id(self.judge);
        let place = |(contest, problem, index): (&str, &str, &str)| ContestProblem {
            contest: contest.to_owned(),
            problem: ProblemId::from_text(problem),
            index: index.to_owned(),
        };
        let duplicate =
            |(second, first): (&str, &str)| (ProblemId::from_text(second), ProblemId::from_text(first));
        OfJudge {
            judge,
            problems: self.problems.into_iter().map(|row| row.read(judge)).collect(),
            difficulties: self.difficulties.into_iter().map(DifficultyRow::read).collect(),
            contests: self.contests.into_iter().map(|row| row.read(judge)).collect(),
            submissions: self.submissions.into_iter().map(|row| row.read(judge)).collect(),
            places: self.places.into_iter().map(place).collect(),
            duplicates: self.duplicates.into_iter().map(duplicate).collect::<DuplicateProblems>(),
            is_imported: self.is_imported,
        }
    }
}

#[derive(Serialize, Deserialize)]
struct ProblemRow<'a> {
    id: &'a str,
    contest: &'a str,
    index: &'a str,
    name: &'a str,
    rating: Option<i32>,
    level: Option<u8>,
    tags: Vec<&'a str>,
    solved: Option<u32>,
}

impl<'a> ProblemRow<'a> {
    fn new(problem: &'a Problem) -> Self {
        let Problem { judge: _, id, contest, index, name, rating, level, tags, solved } = problem;
        let tags = tags.iter().map(String::as_str).collect();
        let (id, level) = (id.as_str(), *level);
        Self { id, contest, index, name, rating: *rating, level, tags, solved: *solved }
    }

    fn read(self, judge: Judge) -> Problem {
        let Self { id, contest, index, name, rating, level, tags, solved } = self;
        Problem {
            judge,
            id: ProblemId::from_text(id),
            contest: contest.to_owned(),
            index: index.to_owned(),
            name: name.to_owned(),
            rating,
            level,
            tags: tags.into_iter().map(str::to_owned).collect(),
            solved,
        }
    }
}

#[derive(Serialize, Deserialize)]
struct DifficultyRow<'a> {
    problem: &'a str,
    raw: Option<i32>,
    experimental: bool,
    /// Slope, intercept, variance and discrimination.
    model: [Option<f64>; 4],
}

impl<'a> DifficultyRow<'a> {
    fn new(difficulty: &'a Difficulty) -> Self {
        let Difficulty { problem, raw, experimental, slope, intercept, variance, discrimination } =
            difficulty;
        let model = [*slope, *intercept, *variance, *discrimination];
        Self { problem: problem.as_str(), raw: *raw, experimental: *experimental, model }
    }

    fn read(self) -> Difficulty {
        let Self { problem, raw, experimental, model: [slope, intercept, variance, discrimination] } = self;
        let problem = ProblemId::from_text(problem);
        Difficulty { problem, raw, experimental, slope, intercept, variance, discrimination }
    }
}

#[derive(Serialize, Deserialize)]
struct ContestRow<'a> {
    id: &'a str,
    name: &'a str,
    /// Unix seconds.
    start: Option<i64>,
    seconds: u64,
    rated: Option<&'a str>,
}

impl<'a> ContestRow<'a> {
    fn new(contest: &'a Contest) -> Self {
        let Contest { judge: _, id, name, start, seconds, rated } = contest;
        let start = start.map(Timestamp::as_second);
        Self { id, name, start, seconds: *seconds, rated: rated.as_deref() }
    }

    fn read(self, judge: Judge) -> Contest {
        let Self { id, name, start, seconds, rated } = self;
        Contest {
            judge,
            id: id.to_owned(),
            name: name.to_owned(),
            start: start.and_then(|second| Timestamp::from_second(second).ok()),
            seconds,
            rated: rated.map(str::to_owned),
        }
    }
}

#[derive(Serialize, Deserialize)]
struct SubmissionRow<'a> {
    id: u64,
    /// Unix seconds.
    at: i64,
    contest: Option<&'a str>,
    problem: &'a str,
    name: Option<&'a str>,
    verdict: &'a str,
    told: Option<&'a str>,
    participation: Option<&'a str>,
    team: bool,
    language: &'a str,
    points: Option<f64>,
}

impl<'a> SubmissionRow<'a> {
    fn new(submission: &'a Submission) -> Self {
        let Submission {
            judge: _,
            id,
            at,
            contest,
            problem,
            name,
            verdict,
            told,
            participation,
            team,
            language,
            points,
        } = submission;
        Self {
            id: *id,
            at: at.as_second(),
            contest: contest.as_deref(),
            problem: problem.as_str(),
            name: name.as_deref(),
            verdict,
            told: told.map(Outcome::word),
            participation: participation.map(Participation::word),
            team: *team,
            language,
            points: *points,
        }
    }

    fn read(self, judge: Judge) -> Submission {
        Submission {
            judge,
            id: self.id,
            at: Timestamp::from_second(self.at).unwrap_or(Timestamp::UNIX_EPOCH),
            contest: self.contest.map(str::to_owned),
            problem: ProblemId::from_text(self.problem),
            name: self.name.map(str::to_owned),
            verdict: self.verdict.to_owned(),
            told: self.told.and_then(Outcome::of_word),
            participation: self.participation.map(Participation::of_word),
            team: self.team,
            language: self.language.to_owned(),
            points: self.points,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Library;
    use super::*;
    use crate::config::{Config, Overrides};
    use crate::model::{Extent, Listed, Validator, fixtures};

    /// One of everything, as wide as it gets.
    fn of_judge() -> OfJudge {
        let judge = Judge::CODEFORCES;
        let (id, twin) = (ProblemId::codeforces(1349, "A"), ProblemId::codeforces(1350, "C"));
        let at: Timestamp = "2026-11-23T12:30:00Z".parse().unwrap();
        OfJudge {
            judge,
            problems: vec![
                Problem {
                    contest: "1349".to_owned(),
                    index: "A".to_owned(),
                    name: "오르막 — Orac".to_owned(),
                    rating: Some(-7),
                    level: Some(3),
                    tags: vec!["dp".to_owned(), "2-sat".to_owned()],
                    solved: Some(9),
                    ..fixtures::problem(judge, id.clone())
                },
                fixtures::problem(judge, ProblemId::codeforces(4, "A")),
            ],
            difficulties: vec![Difficulty {
                problem: id.clone(),
                raw: Some(-10_000),
                experimental: true,
                slope: Some(-0.1),
                intercept: None,
                variance: Some(f64::MAX),
                discrimination: Some(0.004),
            }],
            contests: vec![Contest {
                judge,
                id: "1349".to_owned(),
                name: "Round".to_owned(),
                start: Some(at),
                seconds: u64::MAX,
                rated: Some(" ~ 1999".to_owned()),
            }],
            submissions: vec![
                Submission {
                    at,
                    contest: Some("1350".to_owned()),
                    name: Some("Orac".to_owned()),
                    participation: Some(Participation::Virtual),
                    team: true,
                    language: "C++23".to_owned(),
                    told: Some(Outcome::Rejected),
                    points: Some(0.5),
                    ..fixtures::submission(judge, u64::MAX, twin.clone(), "OK")
                },
                fixtures::submission(judge, 1, id.clone(), ""),
            ],
            places: vec![ContestProblem {
                contest: "1350".to_owned(),
                problem: id.clone(),
                index: "C".to_owned(),
            }],
            duplicates: [(twin, id)].into_iter().collect(),
            is_imported: true,
        }
    }

    #[test]
    fn what_is_kept_comes_back_and_its_form_has_a_number() {
        let before = of_judge();
        let bytes = postcard::to_stdvec(&vec![JudgeRows::new(&before)]).unwrap();
        let rows: Vec<JudgeRows<'_>> = postcard::from_bytes(&bytes).unwrap();
        let [after] = &*rows.into_iter().map(JudgeRows::read).collect::<Vec<_>>() else { panic!() };
        let all = |of: &OfJudge| {
            let OfJudge {
                judge,
                problems,
                difficulties,
                contests,
                submissions,
                places,
                duplicates,
                is_imported,
            } = of;
            format!(
                "{:?}",
                (judge, problems, difficulties, contests, submissions, places, duplicates, is_imported)
            )
        };
        assert_eq!(all(&before), all(after));
        // Raise FORMAT when this changes.
        insta::assert_debug_snapshot!((FORMAT, bytes.escape_ascii().to_string()));
    }

    #[test]
    fn the_library_is_kept_until_something_of_a_judge_is_stored() {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("cpt.toml");
        std::fs::write(&file, "[handles]\ncodeforces = \"alice\"\n").unwrap();
        let config = Config::load(&file, &Overrides::default()).unwrap();
        let workspace = Workspace { root: place.path().to_owned(), file: Some(file), config };
        let mut store = Store::open(place.path()).unwrap();
        let (judge, handle) = (Judge::CODEFORCES, Handle::new(Judge::CODEFORCES, "alice").unwrap());
        let now: Timestamp = "2026-11-23T12:30:00Z".parse().unwrap();
        let rows = of_judge();
        let mark = Validator { url: "u".to_owned(), etag: None, last_modified: None };
        store.follow_problems("codeforces.problems", judge, &rows.problems, &mark, now).unwrap();
        store.follow_contests("codeforces.contests", judge, &rows.contests, &mark, now).unwrap();
        let kept = || Kept::new(&workspace, &store).unwrap().judges();
        assert!(kept().is_none());
        let read = Library::read(&workspace, Some(&store)).unwrap();
        assert!(kept().is_some());
        let again = Library::read(&workspace, Some(&store)).unwrap();
        assert_eq!(again.catalogue.entries(), read.catalogue.entries());
        assert_eq!(again.contests, rows.contests);
        let listed = Listed::whole(rows.submissions.clone(), Extent::All);
        let mut writer = Store::open(place.path()).unwrap();
        writer.follow_submissions("codeforces.submissions", (judge, &handle), &listed, &[], now).unwrap();
        assert!(kept().is_none());
        assert_eq!(Library::read(&workspace, Some(&store)).unwrap().submissions.len(), 2);
        // Another handle's submissions are others.
        let config = Config::load(workspace.file.as_ref().unwrap(), &Overrides::default()).unwrap();
        let mut other = Workspace { root: place.path().to_owned(), file: None, config };
        other.config.handles = crate::config::Handles::default();
        assert!(Kept::new(&other, &store).unwrap().judges().is_none());
    }
}
