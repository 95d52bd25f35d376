//! yukicoder, as far as it is asked.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::answers::json_response;
use super::{JudgeData, SharedState, lock};
use crate::model::Judge;
use crate::sample::HANDLE;

const JUDGE: Judge = Judge::YUKICODER;
const PROBLEMS: &str = "/yukicoder/api/v1/problems";

pub(super) fn routes() -> Router<SharedState> {
    Router::new()
        .route("/api/v1/solved/name/{name}", get(solved))
        .route("/api/v1/user/name/{name}", get(user))
        .route("/api/v1/problems", get(problems))
}

/// Of somebody who doesn't exist nothing is solved.
async fn solved(State(shared): State<SharedState>, Path(name): Path<String>) -> Response {
    json_response(StatusCode::OK, &json!(lock(&shared).data.submissions(JUDGE, &name).unwrap_or_default()))
}

async fn user(State(shared): State<SharedState>, Path(name): Path<String>) -> Response {
    match lock(&shared).data.submissions(JUDGE, &name) {
        Some(rows) => json_response(StatusCode::OK, &json!({"Id": 1, "Name": name, "Solved": rows.len()})),
        None => json_response(StatusCode::NOT_FOUND, &json!({"Message": "not found"})),
    }
}

async fn problems(State(shared): State<SharedState>) -> Response {
    json_response(StatusCode::OK, lock(&shared).data.list(PROBLEMS).unwrap_or(&Value::Null))
}

/// A problem a day, the easiest half of them solved by [`HANDLE`] in the days before `now` (in seconds). The last one is of
/// a contest and has no number yet.
pub(super) fn fill(data: &mut JudgeData, now: i64) {
    const TAGS: [&str; 4] = ["", "実装", "数学,整数", "動的計画法"];
    const DAY: i64 = 24 * 60 * 60;
    const PROBLEM_COUNT: i64 = 16;
    const DONE: i64 = 8;
    let problem = |nth: i64| {
        let number = (nth != DONE - 1).then_some(9000 + nth);
        json!({"No": number, "ProblemId": 12_000 + nth, "Title": format!("Sample Star {nth}"), "AuthorId": 1,
            "TesterId": 2, "Level": nth as f64 / 4.0 - (nth % 2) as f64 / 4.0, "ProblemType": 0,
            "Tags": TAGS[nth as usize % TAGS.len()], "Date": "2024-01-05T21:20:00+09:00",
            "Statistics": {"Total": 90, "Solved": 60 - nth, "FirstAcceptedTimeSecond": 125,
                "FirstACSubmissionId": 1_000_000 + nth}})
    };
    let solved = |nth: i64| {
        let mut row = problem(nth);
        let at = Timestamp::from_second(now - (DONE - nth) * 3 * DAY + 13 * 60 * 60).unwrap_or_default();
        row["Date"] = at.display_with_offset(jiff::tz::offset(9)).to_string().into();
        row["First"] = false.into();
        row
    };
    data.insert_list(PROBLEMS, (0..PROBLEM_COUNT).map(problem).collect());
    data.insert_submissions(JUDGE, HANDLE, (0..DONE).map(solved).collect());
}
