//! LeetCode, as far as it is asked.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use serde_json::{Map, Value, json};

use super::answers::json_response;
use super::{JudgeData, SharedState, lock};
use crate::model::{Judge, Track};
use crate::sample::HANDLE;

const QUESTIONS: &str = "/leetcode/questions";

pub(super) fn routes() -> Router<SharedState> {
    Router::new().route("/graphql", post(graphql))
}

/// The three queries that are made. Of somebody who doesn't exist all is null.
async fn graphql(State(shared): State<SharedState>, body: String) -> Response {
    let asked: Value = serde_json::from_str(&body).unwrap_or_default();
    let (query, variables) = (asked["query"].as_str().unwrap_or_default(), &asked["variables"]);
    let shared = lock(&shared);
    if query.contains("question(") {
        return json_response(StatusCode::OK, &json!({"data": questions(&shared.data, variables)}));
    }
    let name = variables["username"].as_str().unwrap_or_default();
    let history = shared.data.ratings(Judge::LEETCODE, Track::Algorithm, name);
    let mut data = json!({"matchedUser": history.map(|_| json!({"username": name}))});
    if query.contains("userContestRankingHistory") {
        data["userContestRankingHistory"] = history.cloned().unwrap_or_default();
    }
    if query.contains("recentAcSubmissionList") {
        let limit = variables["limit"].as_u64().unwrap_or(0).min(20) as usize;
        let mut rows = shared.data.submissions(Judge::LEETCODE, name).unwrap_or_default().to_vec();
        rows.sort_by_key(|row| std::cmp::Reverse(row["id"].as_str().and_then(|id| id.parse::<u64>().ok())));
        rows.truncate(limit);
        data["recentAcSubmissionList"] = rows.into();
    }
    json_response(StatusCode::OK, &json!({"data": data}))
}

/// Each question under the name that it was asked for by.
fn questions(data: &JudgeData, variables: &Value) -> Value {
    let known = data.list(QUESTIONS).and_then(Value::as_array);
    let named = |slug: &Value| known.into_iter().flatten().find(|one| one["titleSlug"] == *slug).cloned();
    let answer =
        |(name, slug): (&String, &Value)| (name.replacen('n', "q", 1), named(slug).unwrap_or_default());
    let answers: Map<String, Value> = variables.as_object().into_iter().flatten().map(answer).collect();
    answers.into()
}

const PROBLEMS: [(&str, &str, &str, &str, &str); 6] = [
    ("1", "two-sum", "Two Sum", "Easy", "Hash Table"),
    ("15", "3sum", "3Sum", "Medium", "Two Pointers"),
    ("42", "trapping-rain-water", "Trapping Rain Water", "Hard", "Stack"),
    ("200", "number-of-islands", "Number of Islands", "Medium", "Depth-First Search"),
    ("704", "binary-search", "Binary Search", "Easy", "Binary Search"),
    ("70", "climbing-stairs", "Climbing Stairs", "Easy", "Dynamic Programming"),
];

/// Ratings after weekly contests, each as the judge's formula makes it; `None` for one that was missed.
const HISTORY: [Option<f64>; 7] =
    [Some(1453.21), None, Some(1498.873), Some(1511.4), None, Some(1580.012), Some(1601.55)];

pub(super) fn fill(data: &mut JudgeData, now: i64) {
    const WEEK: i64 = 7 * 24 * 60 * 60;
    let mut rating = 1500.0;
    let row = |(nth, after): (i64, &Option<f64>)| {
        rating = after.unwrap_or(rating);
        // A missed contest comes without a rating, or with the one that stands.
        let shown = if after.is_none() && nth % 2 == 1 { Value::Null } else { json!(rating) };
        json!({"attended": after.is_some(), "rating": shown, "ranking": if after.is_some() { 4000 + nth } else { 0 },
            "contest": {"title": format!("Weekly Contest {}", 480 + nth),
                "startTime": now - (HISTORY.len() as i64 - nth) * WEEK + 150 * 60}})
    };
    let history: Vec<Value> = (0..).zip(&HISTORY).map(row).collect();
    data.insert(Judge::LEETCODE, Track::Algorithm, HANDLE, history.into());
    let question = |&(id, slug, title, difficulty, topic): &(&str, &str, &str, &str, &str)| {
        json!({"questionFrontendId": id, "title": title, "titleSlug": slug, "difficulty": difficulty,
            "topicTags": [{"name": topic}]})
    };
    data.insert_list(QUESTIONS, PROBLEMS.iter().map(question).collect());
    let accepted = |(nth, &(_, slug, title, ..)): (i64, &(&str, &str, &str, &str, &str))| {
        json!({"id": (1_500_000_000 + nth).to_string(), "title": title, "titleSlug": slug,
            "timestamp": (now - (PROBLEMS.len() as i64 - nth) * WEEK / 2).to_string()})
    };
    data.insert_submissions(Judge::LEETCODE, HANDLE, (0..).zip(&PROBLEMS).map(accepted).collect());
}
