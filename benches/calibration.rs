//! Whether problems are solved about as often as `cpt next` predicts: `cargo bench --bench calibration -- WORKSPACE...`, each
//! a folder with a `cpt.toml` and its store.
//!
//! Proposals: every seventh day of a history it proposes by what was known as the day began, among the problems of contests
//! that had ended, and looks at those of the proposals that were tried within a year. Two things are counted: solved at
//! last, and solved in one sitting, which is within a day of the first submission. Who tries a problem outside of a contest
//! has chosen it, has time, and may have read how it is done.
//!
//! What `cpt` says about practice is held against the same proposals: by what one's own tries had shown as the day began, and
//! before them what is known of anybody. The latter is fitted here from the other workspaces, so that nobody's tries predict
//! themselves; fitted from all of them it is what `cpt` ships.
//!
//! Contests: ratings speak of contests, so the same probabilities are held against all problems of those that one took
//! part in, by one's level as they began. A problem that wasn't tried there is one that wasn't solved. Problems that two
//! divisions share count for the one under which the judge lists them.
//!
//! How hard problems are is what the judge says now, not what it said then: it rates a problem after its contest.
//!
//! Without a workspace it says what the recorded answers in `../shared` (or `CPT_SHARED`) can tell of it. The whole histories
//! among them are from before problems had ratings, and come without their owners' ratings, so that they predict nothing.

#![allow(clippy::disallowed_methods, reason = "what is read and written here is the test's own")]
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr, reason = "a bench fails that way")]

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use cpt_tracker::answers::{
    Attempts, Catalogue, CatalogueEntry, ContestTimes, Courses, LevelBasis, Levels, Past, Phase,
    PracticeCalibration, Try, Wish, attempts, recommend, tries,
};
use cpt_tracker::config::{Config, FILE_NAME, Overrides};
use cpt_tracker::model::{
    Contest, Difficulty, DuplicateProblems, Judge, Problem, ProblemId, RatingSeries, SeriesKey, Submission,
    Track,
};
use cpt_tracker::store::Store;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use serde_json::Value;

/// How far apart the days are on which it proposes, and how long afterwards a problem counts as tried.
const EVERY_DAYS: i64 = 7;
const WITHIN: SignedDuration = SignedDuration::from_hours(24 * 365);
const SITTING: SignedDuration = SignedDuration::from_hours(24);

/// The probabilities that it is asked for, and how many proposals for each.
const WISHES: [f64; 5] = [0.1, 0.3, 0.5, 0.7, 0.9];
const COUNT: usize = 50;

const BINS: usize = 10;

fn main() {
    let workspaces: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    if workspaces.is_empty() {
        recorded();
        return;
    }
    let histories: Vec<History> =
        workspaces.iter().map(|workspace| History::read(Path::new(workspace))).collect();
    let tries: Vec<Vec<Try>> = histories.iter().map(History::tries).collect();
    let (mut proposals, mut practice, mut contests) =
        ([Bin::default(); BINS], [Bin::default(); BINS], [Bin::default(); BINS]);
    for (place, history) in histories.iter().enumerate() {
        let others =
            tries.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, tries)| &tries[..]);
        let of_anybody = fit(&others.collect::<Vec<_>>());
        history.proposals(&of_anybody, &mut proposals, &mut practice);
        history.contests(&mut contests);
    }
    let solved = ["solved in a sitting", "solved at last"];
    print("proposals, by the contest's probability", solved, &proposals);
    println!();
    print("proposals, by the probability in practice", solved, &practice);
    let all: Vec<&[Try]> = tries.iter().map(|tries| &tries[..]).collect();
    let count: usize = all.iter().map(|tries| tries.len()).sum();
    println!("\n{count} tries in practice by {}: {:?}\n", all.len(), fit(&all));
    print("contests", ["tried in it", "solved in it"], &contests);
}

/// Problems of about one probability, and of how many of them came true what is counted of them.
#[derive(Debug, Clone, Copy, Default)]
struct Bin {
    problems: u32,
    predicted: f64,
    came_true: [u32; 2],
}

fn count(bins: &mut [Bin; BINS], predicted: f64, came_true: [bool; 2]) {
    let bin = &mut bins[((predicted * BINS as f64) as usize).min(BINS - 1)];
    bin.problems += 1;
    bin.predicted += predicted;
    for (count, is_true) in bin.came_true.iter_mut().zip(came_true) {
        *count += u32::from(is_true);
    }
}

/// What is known of anybody, from the tries of some: how lines are spread among people, each counted alike. Lines and spread
/// are estimated by turns until they stay (Laplace's approximation of the EM algorithm).
fn fit(people: &[&[Try]]) -> PracticeCalibration {
    let mut odds = PracticeCalibration { line: [2.0, 0.5], precision: [[1.0, 0.0], [0.0, 25.0]] };
    if people.is_empty() {
        return odds;
    }
    let mean = |of: &dyn Fn(&PracticeCalibration) -> f64, each: &[PracticeCalibration]| {
        each.iter().map(of).sum::<f64>() / each.len() as f64
    };
    for _ in 0..200 {
        let each: Vec<PracticeCalibration> = people.iter().map(|tries| odds.after(tries)).collect();
        let line = [0, 1].map(|part| mean(&|own| own.line[part], &each));
        let variance = |part: usize| {
            let own = |own: &PracticeCalibration| {
                let [[a, b], [c, d]] = own.precision;
                [d, a][part] / (a * d - b * c) + (own.line[part] - line[part]).powi(2)
            };
            mean(&own, &each).max(1e-4)
        };
        odds = PracticeCalibration { line, precision: [[1.0 / variance(0), 0.0], [0.0, 1.0 / variance(1)]] };
    }
    odds
}

fn print(name: &str, columns: [&str; 2], bins: &[Bin; BINS]) {
    println!("{name}\n             problems  mean predicted  {:>19}  {:>14}", columns[0], columns[1]);
    for (place, bin) in bins.iter().enumerate().filter(|(_, bin)| bin.problems > 0) {
        let share = |of: f64| 100.0 * of / f64::from(bin.problems);
        let [first, second] = bin.came_true.map(|count| share(f64::from(count)));
        println!(
            "{:>3}-{:<3} %    {:>8}  {:>12.0} %  {first:>17.0} %  {second:>12.0} %",
            10 * place,
            10 * place + 10,
            bin.problems,
            share(bin.predicted),
        );
    }
}

/// What a workspace knows of somebody.
struct History {
    config: Config,
    problems: Vec<Problem>,
    contests: Vec<Contest>,
    submissions: Vec<Submission>,
    series: Vec<RatingSeries>,
    difficulties: Vec<Difficulty>,
    duplicates: DuplicateProblems,
}

impl History {
    fn read(folder: &Path) -> Self {
        let config = Config::load(&folder.join(FILE_NAME), &Overrides::default()).unwrap();
        let store = Store::open_existing(folder).unwrap().unwrap();
        let (mut problems, mut contests, mut submissions, mut series) = (vec![], vec![], vec![], vec![]);
        let (mut duplicates, mut difficulties) = (DuplicateProblems::default(), vec![]);
        for judge in Judge::all() {
            let (listed, places) = store.placed_problems(judge).unwrap();
            contests.extend(store.contests(judge).unwrap());
            let mut handed_in = Vec::new();
            if let Some(handle) = config.handles.at(judge).cloned() {
                handed_in = store.submissions(judge, &handle).unwrap();
                series.push(store.series(SeriesKey { judge, track: Track::Algorithm, handle }).unwrap());
            }
            duplicates.add((judge.spec().problems.duplicates)(&listed, &handed_in, &places));
            difficulties.extend(store.difficulties(judge).unwrap());
            problems.extend(listed);
            submissions.extend(handed_in);
        }
        Self { config, problems, contests, submissions, series, difficulties, duplicates }
    }

    /// The problems of contests that had ended by `at`.
    fn catalogue(&self, at: Timestamp) -> Catalogue {
        let has_ended = |contest: &&Contest| {
            let length = SignedDuration::from_secs(contest.seconds as i64);
            contest.start.is_some_and(|start| start + length <= at)
        };
        let ended: HashSet<(Judge, &str)> =
            self.contests.iter().filter(has_ended).map(|one| (one.judge, one.id.as_str())).collect();
        let is_known = |problem: &&Problem| ended.contains(&(problem.judge, problem.contest.as_str()));
        let known = self.problems.iter().filter(is_known).cloned().collect();
        Catalogue::new(known, self.difficulties.clone(), self.duplicates.clone())
    }

    /// What was tried in practice.
    fn tries(&self) -> Vec<Try> {
        let attempts = attempts(&self.submissions, &self.duplicates, &ContestTimes::new(&self.contests));
        tries(&attempts, &self.catalogue(Timestamp::MAX), &Courses::of(&self.series), Timestamp::MAX)
    }

    fn proposals(
        &self,
        of_anybody: &PracticeCalibration,
        bins: &mut [Bin; BINS],
        practice: &mut [Bin; BINS],
    ) {
        let courses = Courses::of(&self.series);
        let times = ContestTimes::new(&self.contests);
        let until = |until: Timestamp| {
            let rows = self.submissions.iter().filter(|submission| submission.at < until);
            attempts(rows, &self.duplicates, &times)
        };
        let all = until(Timestamp::MAX);
        let later: HashMap<&ProblemId, &Attempts> = all.iter().map(|one| (&one.problem, one)).collect();
        let mut seen: HashSet<ProblemId> = HashSet::new();
        let day_of = |at: Timestamp| at.to_zoned_datetime(TimeZone::UTC).date();
        let moments = || self.submissions.iter().map(|submission| submission.at);
        let (Some(first), Some(last)) = (moments().min(), moments().max()) else { return };
        for day in day_of(first).series(EVERY_DAYS.days()).take_while(|day| *day <= day_of(last)) {
            let at = self.config.streak.day.start_of(day, &TimeZone::UTC);
            let catalogue = self.catalogue(at);
            let levels = Levels::at(&self.series, at);
            let attempts = until(at);
            let odds = of_anybody.after(&tries(&attempts, &catalogue, &courses, at));
            let past =
                Past { at, levels, odds, attempts: attempts.into(), committed: foldhash::HashSet::default() };
            for probability in WISHES {
                let wish = Wish {
                    probability: Some(probability),
                    difficulty: i32::MIN..=i32::MAX,
                    judges: Judge::all().collect(),
                    topic: None,
                    count: COUNT,
                    again: 0,
                };
                for one in recommend(&catalogue, &past, &wish, day) {
                    let id = self.duplicates.one(&one.problem.id);
                    let Some(tried) = later.get(id).filter(|tried| tried.first < at + WITHIN) else {
                        continue;
                    };
                    if seen.insert(id.clone()) {
                        let solved_by = |until: Timestamp| tried.solved.is_some_and(|solve| solve.at < until);
                        let came_true = [solved_by(tried.first + SITTING), solved_by(Timestamp::MAX)];
                        count(bins, one.probability.unwrap(), came_true);
                        count(practice, one.in_practice.unwrap(), came_true);
                    }
                }
            }
        }
    }

    fn contests(&self, bins: &mut [Bin; BINS]) {
        let times = ContestTimes::new(&self.contests);
        let during = |submission: &&Submission| times.phase(submission) == Phase::During;
        let handed_in: Vec<Submission> = self.submissions.iter().filter(during).cloned().collect();
        let tried = attempts(&handed_in, &self.duplicates, &times);
        let tried: HashMap<&ProblemId, &Attempts> = tried.iter().map(|one| (&one.problem, one)).collect();
        let taken: HashSet<(Judge, Option<&str>)> =
            handed_in.iter().map(|submission| (submission.judge, submission.contest.as_deref())).collect();
        let catalogue = self.catalogue(Timestamp::MAX);
        for contest in &self.contests {
            let Some(start) = contest.start else { continue };
            if !taken.contains(&(contest.judge, Some(&contest.id))) {
                continue;
            }
            let levels = Levels::at(&self.series, start);
            let Some(level) = levels.of(contest.judge).filter(|level| level.basis == LevelBasis::Rated)
            else {
                continue;
            };
            let is_of_it = |entry: &&CatalogueEntry| {
                (entry.problem.judge, &entry.problem.contest) == (contest.judge, &contest.id)
            };
            for entry in catalogue.entries().iter().filter(is_of_it) {
                let has_fair_rating = !entry.problem.tags.iter().any(|tag| tag == "*special");
                let Some(predicted) = level.probability(entry).filter(|_| has_fair_rating) else { continue };
                let tried = tried.get(self.duplicates.one(&entry.problem.id));
                count(bins, predicted, [tried.is_some(), tried.is_some_and(|one| one.solved.is_some())]);
            }
        }
    }
}

/// What the recorded answers have, and what they lack.
fn recorded() {
    #[expect(clippy::disallowed_methods, reason = "a bench is its own front door")]
    let folder = std::env::var_os("CPT_SHARED")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")), PathBuf::from);
    let folder = folder.join("recordings/codeforces");
    let Ok(files) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: {} is not there", folder.display());
        return;
    };
    let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let Some(whose) = name.strip_prefix("user.status_") else { continue };
        let answer: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let mut rows: Vec<&Value> = answer["result"].as_array().unwrap().iter().collect();
        rows.sort_by_key(|row| row["creationTimeSeconds"].as_i64());
        let mut problems: HashMap<(i64, &str), Vec<&Value>> = HashMap::new();
        for row in rows {
            let problem = &row["problem"];
            let key = (problem["contestId"].as_i64().unwrap_or(0), problem["index"].as_str().unwrap());
            problems.entry(key).or_default().push(row);
        }
        let second = |row: &Value| row["creationTimeSeconds"].as_i64().unwrap();
        let solved = |rows: &&Vec<&Value>| rows.iter().any(|row| row["verdict"] == "OK");
        let sitting = |rows: &&Vec<&Value>| {
            rows.iter().any(|row| row["verdict"] == "OK" && second(row) < second(rows[0]) + SITTING.as_secs())
        };
        let rated = problems.values().filter(|rows| rows[0]["problem"]["rating"].is_number()).count();
        println!(
            "{}: {} problems tried, {} solved in a sitting, {} at last; {rated} of them have a rating",
            whose.trim_end_matches(".json"),
            problems.len(),
            problems.values().filter(sitting).count(),
            problems.values().filter(solved).count(),
        );
    }
}
