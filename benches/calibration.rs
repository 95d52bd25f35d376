//! Whether what `cpt next` would have proposed was solved, when it was tried later, about as often as it predicted:
//! `cargo bench --bench calibration -- WORKSPACE...`, each a folder with a `cpt.toml` and its store.
//!
//! Every seventh day of a history it proposes by what was known as the day began, and looks at those of the proposals that
//! were tried within a year. Two things are counted: solved at last, and solved in one sitting, which is within a day of the
//! first submission. The probabilities are about contests; who tries a problem has chosen it, and may return to it.
//!
//! Without a workspace it says what the recorded answers in `../shared` (or `CPT_SHARED`) can tell of it. The whole histories
//! among them are from before problems had ratings, and come without their owners' ratings, so that they predict nothing.

#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr, reason = "a bench fails that way")]

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use cpt_tracker::config::{Config, FILE_NAME, Overrides};
use cpt_tracker::model::{Judge, ProblemId, SeriesKey, Track};
use cpt_tracker::stats::{Attempts, Catalogue, ContestTimes, Levels, Past, Wish, attempts, recommend};
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
    let mut bins = [Bin::default(); BINS];
    for workspace in &workspaces {
        calibrate(Path::new(workspace), &mut bins);
    }
    println!("predicted    tried  mean predicted  solved in a sitting  solved at last");
    for (place, bin) in bins.iter().enumerate().filter(|(_, bin)| bin.tried > 0) {
        let share = |of: f64| 100.0 * of / f64::from(bin.tried);
        println!(
            "{:>3}-{:<3} %  {:>8}  {:>12.0} %  {:>17.0} %  {:>12.0} %",
            10 * place,
            10 * place + 10,
            bin.tried,
            share(bin.predicted),
            share(f64::from(bin.in_a_sitting)),
            share(f64::from(bin.at_last)),
        );
    }
}

/// Proposals of about one probability that were tried later.
#[derive(Debug, Clone, Copy, Default)]
struct Bin {
    tried: u32,
    predicted: f64,
    in_a_sitting: u32,
    at_last: u32,
}

fn calibrate(folder: &Path, bins: &mut [Bin; BINS]) {
    let config = Config::load(&folder.join(FILE_NAME), &Overrides::default()).unwrap();
    let store = Store::open_existing(folder).unwrap().unwrap();
    let (mut problems, mut contests, mut submissions, mut series) = (vec![], vec![], vec![], vec![]);
    for judge in Judge::ALL {
        problems.extend(store.problems(judge).unwrap());
        contests.extend(store.contests(judge).unwrap());
        if let Some(handle) = config.handles.at(judge).cloned() {
            submissions.extend(store.submissions(judge, &handle).unwrap());
            series.push(store.series(SeriesKey { judge, track: Track::Algorithm, handle }).unwrap());
        }
    }
    let times = ContestTimes::new(&contests);
    let catalogue = Catalogue::new(problems, store.difficulties().unwrap(), store.twins().unwrap());
    let of = |until: Timestamp| {
        let rows = submissions.iter().filter(|submission| submission.at < until);
        attempts(rows, catalogue.twins(), &times)
    };
    let all = of(Timestamp::MAX);
    let later: HashMap<&ProblemId, &Attempts> = all.iter().map(|one| (&one.problem, one)).collect();
    let mut seen: HashSet<ProblemId> = HashSet::new();
    let day_of = |at: Timestamp| at.to_zoned_datetime(TimeZone::UTC).date();
    let moments = || submissions.iter().map(|submission| submission.at);
    let (Some(first), Some(last)) = (moments().min(), moments().max()) else { return };
    for day in day_of(first).series(EVERY_DAYS.days()).take_while(|day| *day <= day_of(last)) {
        let at = config.streak.day.start_of(day, &TimeZone::UTC);
        let past = Past { at, levels: Levels::at(&series, at), attempts: of(at), committed: HashSet::new() };
        for probability in WISHES {
            let wish = Wish {
                probability: Some(probability),
                difficulty: i32::MIN..=i32::MAX,
                judges: Judge::ALL.to_vec(),
                topic: None,
                count: COUNT,
                again: 0,
            };
            for one in recommend(&catalogue, &past, &wish, day) {
                let id = catalogue.twins().one(&one.entry.problem.id);
                let Some(tried) = later.get(id).filter(|tried| tried.first < at + WITHIN) else { continue };
                if seen.insert(id.clone()) {
                    let predicted = one.probability.unwrap();
                    let bin = &mut bins[((predicted * BINS as f64) as usize).min(BINS - 1)];
                    bin.tried += 1;
                    bin.predicted += predicted;
                    bin.at_last += u32::from(tried.solved.is_some());
                    bin.in_a_sitting +=
                        u32::from(tried.solved.is_some_and(|solve| solve.at < tried.first + SITTING));
                }
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
