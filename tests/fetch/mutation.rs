//! Damaged answers of judges: each is refused, or what is read of it is all that it says, and about the user alone.

use std::collections::BTreeSet;
use std::time::Duration;

use cpt_tracker::fetch::Client;
use cpt_tracker::judges::atcoder::fetch::{archive, ratings as atcoder_ratings};
use cpt_tracker::judges::codeforces::fetch as codeforces_fetch;
use cpt_tracker::judges::{
    aoj::fetch as aoj, library_checker::fetch as library_checker, yukicoder::fetch as yukicoder,
};
use cpt_tracker::model::{Endpoint, Judge, Track};
use cpt_tracker::sample::HANDLE;
use cpt_tracker::sample::judge::{Fault, JudgeData, JudgeServer};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

use super::{handle, new, run};

/// What a place in an answer is replaced with.
fn values() -> Vec<Value> {
    let long = "x".repeat(10_000);
    vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(i32::MAX),
        json!(i32::MIN),
        json!(i64::MAX),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(1e308),
        json!(0.5),
        json!(""),
        json!("mallory"),
        json!("\u{1b}[31m\u{202e}"),
        json!("9999-12-31T23:59:59Z"),
        json!("-009999-01-02T01:59:59Z"),
        json!(long),
        json!([]),
        json!({}),
    ]
}

#[derive(Debug, Clone)]
enum Mutation {
    Replace(usize),
    Remove,
    Repeat,
    SwapWithFirst,
}

/// Applies a mutation at one of the answer's places, counted through all of them.
fn mutate(answer: &mut Value, mut at: usize, mutation: &Mutation) {
    fn places(value: &Value) -> usize {
        1 + match value {
            Value::Array(all) => all.iter().map(places).sum::<usize>(),
            Value::Object(all) => all.values().map(places).sum(),
            _ => 0,
        }
    }
    at %= places(answer);
    let mut here = answer;
    loop {
        if at == 0 {
            if let Mutation::Replace(with) = mutation {
                *here = values().swap_remove(with % values().len());
            }
            return;
        }
        at -= 1;
        match here {
            Value::Array(all) => {
                let mut nth = 0;
                while at >= places(&all[nth]) {
                    at -= places(&all[nth]);
                    nth += 1;
                }
                match mutation {
                    Mutation::Remove if at == 0 => {
                        all.remove(nth);
                        return;
                    }
                    Mutation::Repeat if at == 0 => {
                        let row = all[nth].clone();
                        all.push(row);
                        return;
                    }
                    Mutation::SwapWithFirst if at == 0 => {
                        all.swap(0, nth);
                        return;
                    }
                    _ => here = &mut all[nth],
                }
            }
            Value::Object(all) => {
                let keys: Vec<String> = all.keys().cloned().collect();
                let mut nth = 0;
                while at >= places(&all[&keys[nth]]) {
                    at -= places(&all[&keys[nth]]);
                    nth += 1;
                }
                if at == 0 && matches!(mutation, Mutation::Remove) {
                    all.remove(&keys[nth]);
                    return;
                }
                here = all.get_mut(&keys[nth]).unwrap();
            }
            _ => return,
        }
    }
}

/// True answers: the request, and what the judge says.
fn answers() -> [(&'static str, Value); 7] {
    let rating = |contest: u32| {
        json!({"contestId": contest, "contestName": "Round", "handle": HANDLE, "rank": 5,
            "ratingUpdateTimeSeconds": 1_700_000_000 + contest * 1000, "oldRating": contest * 10 - 10, "newRating": contest * 10})
    };
    let entry = |contest: u32| {
        json!({"IsRated": true, "Place": 9, "OldRating": contest * 10 - 10, "NewRating": contest * 10,
            "Performance": 500, "InnerPerformance": 500, "ContestScreenName": format!("abc{contest}.contest.atcoder.jp"),
            "ContestName": "ABC", "ContestNameEn": "", "EndTime": format!("2024-01-{:02}T22:40:00+09:00", contest)})
    };
    let submission = |id: u32| {
        json!({"id": id, "contestId": 1, "creationTimeSeconds": 1_700_000_000 + id, "relativeTimeSeconds": 2_147_483_647,
            "problem": {"contestId": 1, "index": "A", "name": "Theatre Square", "type": "PROGRAMMING", "rating": 1000, "tags": ["math"]},
            "author": {"contestId": 1, "members": [{"handle": HANDLE}], "participantType": "PRACTICE", "ghost": false},
            "programmingLanguage": "Rust", "verdict": "OK", "testset": "TESTS", "passedTestCount": 20,
            "timeConsumedMillis": 0, "memoryConsumedBytes": 0})
    };
    let archived = |id: u32| {
        json!({"id": id, "epoch_second": 1_700_000_000 + id, "problem_id": "abc300_a", "contest_id": "abc300",
            "user_id": HANDLE, "language": "Rust", "point": 100.0, "length": 10, "result": "AC", "execution_time": 1})
    };
    let solved = |id: u32| {
        json!({"No": 9000 + id, "ProblemId": id, "Title": "Star", "AuthorId": 1, "TesterId": 2, "Level": 2.5,
            "ProblemType": 0, "Tags": "a,b", "Date": "2024-01-05T21:20:00+09:00", "First": false,
            "Statistics": {"Total": 9, "Solved": 4}})
    };
    let checked = |id: u32| {
        json!({"id": id, "problem_name": "aplusb", "problem_title": "A + B", "user_name": HANDLE, "lang": "rust",
            "is_latest": true, "status": "AC", "time": 0.03, "memory": 5, "submission_time": "2024-01-05T12:20:00Z"})
    };
    let record = |id: u32| {
        json!({"judgeId": id, "userId": HANDLE, "problemId": "ITP1_1_A", "submissionDate": 1_700_000_000_000_i64,
            "status": 4, "language": "Rust", "cpuTime": 0, "memory": 5, "codeSize": 80})
    };
    let envelope = |rows: Vec<Value>| json!({"status": "OK", "result": rows});
    [
        ("/api/user.rating", envelope((1..=4).map(rating).collect())),
        ("/users/", Value::Array((1..=4).map(entry).collect())),
        ("/api/user.status", envelope((1..=4).rev().map(submission).collect())),
        ("/atcoder-api/", Value::Array((1..=4).map(archived).collect())),
        ("/api/v1/solved/", Value::Array((1..=4).map(solved).collect())),
        ("/submissions", json!({"submissions": (1..=4).rev().map(checked).collect::<Vec<_>>(), "count": 4})),
        ("/submission_records/", Value::Array((1..=4).rev().map(record).collect())),
    ]
}

/// What is read: how many rows, and their ratings or numbers.
fn read(client: &Client, nth: usize) -> Option<Vec<i64>> {
    let (codeforces, atcoder) = (handle(Judge::CODEFORCES, HANDLE), handle(Judge::ATCODER, HANDLE));
    let page = |_| {};
    run(async {
        match nth {
            0 => codeforces_fetch::ratings(client, &codeforces, None)
                .await
                .map(|answer| new(answer).iter().map(|row| i64::from(row.new)).collect()),
            1 => atcoder_ratings::ratings(client, &atcoder, Track::Algorithm, None)
                .await
                .map(|answer| new(answer).iter().map(|row| i64::from(row.new)).collect()),
            2 => codeforces_fetch::submissions(client, &codeforces, None, None, &page)
                .await
                .map(|answer| new(answer).rows.iter().map(|row| row.id as i64).collect()),
            3 => archive::submissions(client, &atcoder, None, None, &page)
                .await
                .map(|answer| new(answer).rows.iter().map(|row| row.id as i64).collect()),
            _ => {
                let at = |judge| handle(judge, HANDLE);
                let answer = match nth {
                    4 => yukicoder::solved(client, &at(Judge::YUKICODER), None).await,
                    5 => {
                        library_checker::submissions(client, &at(Judge::LIBRARY_CHECKER), None, None, &page)
                            .await
                    }
                    _ => aoj::submissions(client, &at(Judge::AOJ), None, None, &page).await,
                };
                answer.map(|answer| new(answer).rows.iter().map(|row| row.id as i64).collect())
            }
        }
    })
    .ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, rng_seed: RngSeed::Fixed(16), ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_answer_is_refused_or_read_whole(
        nth in 0usize..7,
        at in 0usize..200,
        mutation in prop_oneof![
            6 => (0usize..100).prop_map(Mutation::Replace),
            2 => Just(Mutation::Remove),
            1 => Just(Mutation::Repeat),
            1 => Just(Mutation::SwapWithFirst),
        ],
    ) {
        let (target, mut answer) = answers()[nth].clone();
        mutate(&mut answer, at, &mutation);
        let judge = JudgeServer::start(JudgeData::default()).unwrap();
        judge.fail(target, Fault::Text { status: 200, text: answer.to_string() }, usize::MAX);
        let client = Client::new(&Endpoint {
            url: judge.url().clone(),
            interval: Duration::ZERO,
            timeout: Duration::from_mins(1),
            max_age: Duration::ZERO,
        });
        if let Some(got) = read(&client, nth) {
            let rows = answer.get("result").or(answer.get("submissions")).unwrap_or(&answer);
            let rows = rows.as_array().cloned().unwrap_or_default();
            let name = ["newRating", "NewRating", "id", "id", "ProblemId", "id", "judgeId"][nth];
            let mut said: Vec<i64> = Vec::new();
            let mut seen = BTreeSet::new();
            for row in &rows {
                let owner = match nth {
                    0 => &row["handle"],
                    2 => &row["author"]["members"][0]["handle"],
                    3 => &row["user_id"],
                    5 => &row["user_name"],
                    6 => &row["userId"],
                    _ => &json!(HANDLE),
                };
                // Without a time it belongs to no day.
                if nth == 5 && row["submission_time"].is_null() {
                    continue;
                }
                let is_own = owner.as_str().is_none_or(|owner| owner == HANDLE);
                if is_own && seen.insert(row.to_string()) {
                    said.push(row[name].as_i64().unwrap());
                }
            }
            let mut got = got;
            got.sort_unstable();
            said.sort_unstable();
            prop_assert_eq!(got, said, "{}", answer);
        }
    }
}
