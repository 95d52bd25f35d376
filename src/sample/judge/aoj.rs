//! Aizu Online Judge, as far as it is asked.

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use serde_json::{Value, json};

use super::answers::{json_response, query};
use super::{JudgeData, SharedState, lock};
use crate::model::Judge;
use crate::sample::HANDLE;

const JUDGE: Judge = Judge::AOJ;

pub(super) fn routes() -> Router<SharedState> {
    Router::new()
        .route("/submission_records/users/{user}", get(submissions))
        .route("/users/{user}", get(user))
}

fn unknown() -> Response {
    let error = json!([{"id": 1401, "code": "USER_NOT_FOUND_ERROR", "message": "The user is not found."}]);
    json_response(StatusCode::NOT_FOUND, &error)
}

/// Newest first, by whole pages.
async fn submissions(
    State(shared): State<SharedState>,
    Path(user): Path<String>,
    request: Request,
) -> Response {
    let number = |name| query(&request, name).and_then(|text| text.parse::<usize>().ok());
    let (page, size) = (number("page").unwrap_or(0), number("size").unwrap_or(20));
    let shared = lock(&shared);
    let Some(all) = shared.data.submissions(JUDGE, &user) else { return unknown() };
    let mut all: Vec<&Value> = all.iter().collect();
    all.sort_by_key(|row| std::cmp::Reverse(row["judgeId"].as_u64()));
    let rows: Vec<&&Value> = all.iter().skip(page * size).take(size).collect();
    json_response(StatusCode::OK, &json!(rows))
}

async fn user(State(shared): State<SharedState>, Path(user): Path<String>) -> Response {
    match lock(&shared).data.submissions(JUDGE, &user) {
        Some(rows) => {
            json_response(StatusCode::OK, &json!({"id": user, "status": {"submissions": rows.len()}}))
        }
        None => unknown(),
    }
}

/// The course that [`HANDLE`] began in the weeks before `now` (in seconds): a task a day, every third after a miss, the
/// last one still judged.
pub(super) fn fill(data: &mut JudgeData, now: i64) {
    const DAY: i64 = 24 * 60 * 60;
    const TASKS: [&str; 7] =
        ["ITP1_1_A", "ITP1_1_B", "ITP1_2_A", "ITP1_2_B", "ALDS1_1_A", "ALDS1_1_B", "0000"];
    let mut rows = Vec::new();
    for (nth, task) in TASKS.iter().enumerate() {
        let at = now - (TASKS.len() - nth) as i64 * DAY + 10 * 60 * 60;
        let last = if nth + 1 == TASKS.len() { 5 } else { 4 };
        let statuses = (nth % 3 == 2).then_some(1).into_iter().chain([last]);
        for (attempt, status) in statuses.enumerate() {
            rows.push(json!({"judgeId": 9_000_000 + 10 * nth + attempt, "userId": HANDLE, "problemId": task,
                "submissionDate": 1000 * (at + 600 * attempt as i64) + 250, "status": status, "language": "Rust",
                "cpuTime": 0, "memory": 2048, "codeSize": 180, "accuracy": "1/1", "policy": "public"}));
        }
    }
    data.insert_submissions(JUDGE, HANDLE, rows);
}
