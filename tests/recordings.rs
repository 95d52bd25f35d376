//! The formulas and the counts against recorded answers of the judges, which are not shipped: in the folder that
//! `CPT_SHARED` names, or in `../shared`. The vectors that matter most are in the unit tests too.
//!
//! Where they are at hand: `cargo test recorded -- --ignored`.

#![allow(clippy::disallowed_methods, reason = "what is read and written here is the test's own")]
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::PathBuf;

use cpt_tracker::answers::{Catalogue, ContestTimes, DateRange, attempts, period_tally};
use cpt_tracker::fetch::{Answer, Client};
use cpt_tracker::judges::atcoder::rating::{
    HeuristicResult, algorithm_need, algorithm_rating, heuristic_rating, heuristic_rating_on,
};
use cpt_tracker::judges::codeforces::fetch as codeforces;
use cpt_tracker::judges::codeforces::rating::calculation_changes;
use cpt_tracker::model::{Endpoint, Handle, Judge, ProblemId, RatingChange};
use cpt_tracker::sample::judge::{JudgeData, JudgeServer};
use cpt_tracker::store::Store;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use serde_json::Value;

/// A recorded answer.
fn recorded(path: &str) -> Value {
    #[expect(clippy::disallowed_methods, reason = "tests are their own front door")]
    let folder = std::env::var_os("CPT_SHARED")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")), PathBuf::from);
    let file = folder.join("recordings").join(path);
    let text = std::fs::read_to_string(&file).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
    serde_json::from_str(&text).unwrap()
}

fn numbers(value: &Value) -> Vec<i32> {
    value.as_array().unwrap().iter().map(|number| number.as_i64().unwrap() as i32).collect()
}

#[test]
#[ignore = "needs the judges' recorded answers"]
fn recorded_atcoder_ratings_are_reproduced() {
    let vectors = recorded("atcoder/rating_test_vectors.json");
    for case in vectors["algorithm"].as_array().unwrap() {
        let (performances, expected) = (numbers(&case["perfs"]), numbers(&case["expected"]));
        for (n, rating) in (1..).zip(&expected) {
            assert_eq!(algorithm_rating(&performances[..n]), Some(*rating), "{case}");
            // Ratings are rounded, so that the way back is as exact as they are.
            let before = &performances[..n - 1];
            let [low, high] =
                [-0.51, 0.51].map(|part| algorithm_need(before, f64::from(*rating) + part).unwrap());
            assert!((low..high).contains(&f64::from(performances[n - 1])), "{case}");
        }
    }
    let result = |performance: i32, ended: Date, long: bool| HeuristicResult { performance, ended, long };
    for case in vectors["heuristic_v1"].as_array().unwrap() {
        let (performances, expected) = (numbers(&case["perfs"]), numbers(&case["expected"]));
        let results: Vec<_> =
            performances.into_iter().map(|performance| result(performance, date(2024, 1, 1), true)).collect();
        for (n, rating) in (1..).zip(expected) {
            assert_eq!(heuristic_rating(&results[..n]), Some(rating), "{case}");
        }
    }
    for case in vectors["heuristic_v2"].as_array().unwrap() {
        let entry = |entry: &Value| {
            result(
                entry[0].as_i64().unwrap() as i32,
                entry[1].as_str().unwrap().parse().unwrap(),
                entry[2] == 1,
            )
        };
        let results: Vec<_> = case["entries"].as_array().unwrap().iter().map(entry).collect();
        let day = case["as_of"].as_str().unwrap().parse().unwrap();
        assert_eq!(heuristic_rating_on(&results, day), case["expected"].as_i64().map(|n| n as i32), "{case}");
    }
}

#[test]
#[ignore = "needs the judges' recorded answers"]
fn a_recorded_codeforces_account_is_rated_without_its_promotions() {
    let answer = recorded("codeforces/user.rating_unbit_2025.json");
    let change = |row: &Value| RatingChange {
        contest: row["contestId"].to_string(),
        name: String::new(),
        at: Timestamp::from_second(row["ratingUpdateTimeSeconds"].as_i64().unwrap()).unwrap(),
        place: None,
        old: row["oldRating"].as_i64().unwrap() as i32,
        new: row["newRating"].as_i64().unwrap() as i32,
        performance: None,
        rated: true,
    };
    let rows = answer.get("result").unwrap_or(&answer).as_array().unwrap();
    let history: Vec<RatingChange> = rows.iter().map(change).collect();
    let changes = calculation_changes(history.iter());
    assert_eq!(changes[0].old, 1400);
    assert!(changes.windows(2).all(|pair| pair[0].new == pair[1].old));
    let shown: i32 = history[..6].iter().map(|change| change.new - change.old).sum();
    assert_eq!(changes[5].new - changes[0].old, shown - 1400);
    for (change, row) in changes.iter().zip(&history).skip(6) {
        assert_eq!((change.old, change.new), (row.old, row.new));
    }
}

/// A problem as the judge names it: contest, index.
type Place = (u64, String);

/// The problems among the submissions that were accepted, and those that were handed in, each under its listed name
/// where the neighbouring contest lists it; counted from the answers alone.
fn plainly(rows: &[Value], listed: &[Value]) -> (BTreeMap<Place, i64>, BTreeSet<Place>) {
    let place = |problem: &Value| {
        (problem["contestId"].as_u64().unwrap(), problem["index"].as_str().unwrap().to_owned())
    };
    let name = |problem: &Value| problem["name"].as_str().unwrap().to_owned();
    let is_listed: BTreeSet<Place> = listed.iter().map(place).collect();
    let by_name: BTreeSet<(String, Place)> =
        listed.iter().map(|problem| (name(problem), place(problem))).collect();
    let one = |problem: &Value| {
        let (contest, index) = place(problem);
        if is_listed.contains(&(contest, index.clone())) {
            return (contest, index);
        }
        let same = by_name
            .iter()
            .find(|(title, (other, _))| *title == name(problem) && contest.abs_diff(*other) == 1);
        same.map_or((contest, index), |(_, listed)| listed.clone())
    };
    let (mut solved, mut tried) = (BTreeMap::new(), BTreeSet::new());
    for row in rows {
        let problem = one(&row["problem"]);
        tried.insert(problem.clone());
        if row["verdict"] == "OK" {
            let at = row["creationTimeSeconds"].as_i64().unwrap();
            let first = solved.entry(problem).or_insert(at);
            *first = at.min(*first);
        }
    }
    (solved, tried)
}

#[test]
#[ignore = "needs the judges' recorded answers"]
fn what_is_solved_and_tried_is_what_recorded_answers_say() {
    let problems = recorded("codeforces/problemset.problems_2016-06.json");
    let listed = problems["result"]["problems"].as_array().unwrap().clone();
    for (user, counts) in [("tourist", (857, 887)), ("petr", (546, 576))] {
        let answer = recorded(&format!("codeforces/user.status_{user}_2016-06.json"));
        let rows = answer["result"].as_array().unwrap().clone();
        let (solved, tried) = plainly(&rows, &listed);

        // The program's own way: fetched, stored, read, gathered.
        let mut data = JudgeData::default();
        data.insert_submissions(Judge::CODEFORCES, user, rows.clone());
        data.insert_list("/api/problemset.problems", problems.clone());
        let judge = JudgeServer::start(data).unwrap();
        let wait = std::time::Duration::from_millis(1);
        let max_age = std::time::Duration::from_hours(24);
        let timeout = std::time::Duration::from_mins(1);
        let client = Client::new(&Endpoint { url: judge.url().clone(), interval: wait, timeout, max_age });
        let handle = Handle::new(Judge::CODEFORCES, user).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let Answer::New(submissions, _) =
            runtime.block_on(codeforces::submissions(&client, &handle, None, None, &|_| ())).unwrap()
        else {
            panic!("nothing was known")
        };
        let Answer::New(listed, stamp) = runtime.block_on(codeforces::problems(&client, None)).unwrap()
        else {
            panic!("nothing was known")
        };
        let dir = tempfile::tempdir().unwrap();
        let mut store = Store::open(dir.path()).unwrap();
        let now = Timestamp::UNIX_EPOCH;
        store.follow_submissions("s", (Judge::CODEFORCES, &handle), &submissions, &[], now).unwrap();
        store.follow_problems("p", Judge::CODEFORCES, &listed, &stamp, now).unwrap();
        let stored = store.submissions(Judge::CODEFORCES, &handle).unwrap();
        let duplicates = (Judge::CODEFORCES.spec().problems.duplicates)(
            &store.problems(Judge::CODEFORCES).unwrap(),
            &stored,
            &[],
        );
        let accounts = attempts(&stored, &duplicates, &ContestTimes::default());
        let catalogue = Catalogue::new(store.problems(Judge::CODEFORCES).unwrap(), Vec::new(), duplicates);

        let id = |(contest, index): &Place| ProblemId::codeforces(u32::try_from(*contest).unwrap(), index);
        let found: BTreeMap<&ProblemId, i64> =
            accounts.iter().filter_map(|one| Some((&one.problem, one.solved?.at.as_second()))).collect();
        let plain: BTreeMap<ProblemId, i64> = solved.iter().map(|(place, at)| (id(place), *at)).collect();
        assert!(plain.iter().map(|(problem, at)| (problem, *at)).eq(found), "{user}");
        let plain: BTreeSet<ProblemId> = tried.iter().map(id).collect();
        assert!(plain.iter().eq(accounts.iter().map(|one| &one.problem)), "{user}");

        // Any stretch of time has what was first accepted in it.
        for year in 2010..=2016 {
            let window = DateRange { from: Some(date(year, 1, 1)), to: Some(date(year, 12, 31)) };
            let (from, until) = window.bounds(&TimeZone::UTC);
            let of_year = (&stored[..], &accounts[..]);
            let times = ContestTimes::default();
            let zone = &TimeZone::UTC;
            let tally = period_tally(of_year, &catalogue, &times, &[], (window, zone), |_| true).tally;
            let range = from.as_second()..until.as_second();
            assert_eq!(tally.all.solved as usize, solved.values().filter(|at| range.contains(at)).count());
        }
        let keys: BTreeSet<String> = rows
            .iter()
            .map(|row| format!("{}/{}", row["problem"]["contestId"], row["problem"]["index"]))
            .collect();
        let told = format!("{} submissions, {} solved, {} tried", rows.len(), solved.len(), tried.len());
        writeln!(std::io::stderr(), "{user}: {told}, {} names of problems", keys.len()).unwrap();
        assert_eq!((solved.len(), tried.len()), counts, "{user}");
    }
}
