//! The formulas against recorded answers of the judges, where these are at hand: in the folder that `CPT_SHARED` names,
//! or in `../shared`. Without them the tests say so and pass; the vectors that matter most are in the unit tests too.

#![allow(clippy::unwrap_used)]

use std::io::Write as _;
use std::path::PathBuf;

use cpt_tracker::model::RatingChange;
use cpt_tracker::stats::codeforces::calculation_changes;
use cpt_tracker::stats::{
    HeuristicResult, algorithm_need, algorithm_rating, heuristic_rating, heuristic_rating_on,
};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use serde_json::Value;

/// A recorded answer, or `None` where it isn't at hand.
fn recorded(path: &str) -> Option<Value> {
    #[expect(clippy::disallowed_methods, reason = "tests are their own front door")]
    let folder = std::env::var_os("CPT_SHARED")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")), PathBuf::from);
    let file = folder.join("recordings").join(path);
    let Ok(text) = std::fs::read_to_string(&file) else {
        // Said also where the test passes.
        let text = format!("skipped: {} is not there\n", file.display());
        std::io::stderr().write_all(text.as_bytes()).unwrap();
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

fn numbers(value: &Value) -> Vec<i32> {
    value.as_array().unwrap().iter().map(|number| number.as_i64().unwrap() as i32).collect()
}

#[test]
fn recorded_atcoder_ratings_are_reproduced() {
    let Some(vectors) = recorded("atcoder/rating_test_vectors.json") else { return };
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
fn a_recorded_codeforces_account_is_rated_without_its_promotions() {
    let Some(answer) = recorded("codeforces/user.rating_unbit_2025.json") else { return };
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
