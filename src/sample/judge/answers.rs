//! The true answers, in the shapes and with the manners of the judges.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use serde_json::{Value, json};

use super::{SharedState, lock};
use crate::model::{Judge, Track};

/// The most submissions that AtCoder Problems gives at once.
const PAGE: usize = 500;

pub(super) fn routes() -> Router<SharedState> {
    Router::new()
        .route("/api/user.rating", get(codeforces))
        .route("/api/user.status", get(codeforces_submissions))
        .route("/api/user.info", get(codeforces_user))
        .route("/users/{handle}", get(atcoder_user))
        .route("/users/{handle}/history/json", get(atcoder))
        .route("/atcoder-api/v3/user/submissions", get(atcoder_submissions))
        .route("/atcoder-api/v3/user/submission_count", get(|| async { axum::Json(json!({"count": 0})) }))
        .route("/atcoder-api/v3/user/ac_rank", get(atcoder_count))
        .route("/{calendar}/public/basic.ics", get(calendar))
        .fallback(list)
}

async fn codeforces(State(shared): State<SharedState>, request: Request) -> Response {
    let handle = query(&request, "handle").unwrap_or_default();
    match lock(&shared).data.ratings(Judge::CODEFORCES, Track::Algorithm, &handle) {
        Some(answer) => json_response(StatusCode::OK, answer),
        None => failed(400, &format!("handle: User with handle {handle} not found")),
    }
}

async fn atcoder(
    State(shared): State<SharedState>,
    Path(handle): Path<String>,
    request: Request,
) -> Response {
    let track = match query(&request, "contestType").as_deref() {
        Some("heuristic") => Track::Heuristic,
        _ => Track::Algorithm,
    };
    // Who never competed and who doesn't exist get the same answer.
    let none = json!([]);
    json_response(StatusCode::OK, lock(&shared).data.ratings(Judge::ATCODER, track, &handle).unwrap_or(&none))
}

pub(super) fn query(request: &Request, name: &str) -> Option<String> {
    let query = request.uri().query()?.as_bytes();
    url::form_urlencoded::parse(query).find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

pub(super) fn json_response(status: StatusCode, answer: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json; charset=utf-8")], answer.to_string()).into_response()
}

pub(super) fn failed(status: u16, comment: &str) -> Response {
    json_response(code(status), &json!({"status": "FAILED", "comment": comment}))
}

pub(super) fn code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Newest first, by places in the list.
async fn codeforces_submissions(State(shared): State<SharedState>, request: Request) -> Response {
    let handle = query(&request, "handle").unwrap_or_default();
    let number = |name| query(&request, name).and_then(|text| text.parse::<usize>().ok());
    let (from, count) = (number("from").unwrap_or(1), number("count").unwrap_or(usize::MAX));
    let shared = lock(&shared);
    let Some(all) = shared.data.submissions(Judge::CODEFORCES, &handle) else {
        return failed(400, &format!("handle: User with handle {handle} not found"));
    };
    let rows: Vec<&Value> = all.iter().skip(from.saturating_sub(1)).take(count).collect();
    json_response(StatusCode::OK, &json!({"status": "OK", "result": rows}))
}

async fn codeforces_user(State(shared): State<SharedState>, request: Request) -> Response {
    let handles = query(&request, "handles").unwrap_or_default();
    let shared = lock(&shared);
    let mut users = Vec::new();
    for handle in handles.split(';') {
        match shared.data.profile(handle) {
            Some(user) => users.push(user),
            None => return failed(400, &format!("handles: User with handle {handle} not found")),
        }
    }
    json_response(StatusCode::OK, &json!({"status": "OK", "result": users}))
}

async fn atcoder_user(State(shared): State<SharedState>, Path(handle): Path<String>) -> Response {
    if lock(&shared).data.has_page(&handle) {
        Html("<!DOCTYPE html><title>A user</title>").into_response()
    } else {
        (StatusCode::NOT_FOUND, Html("<!DOCTYPE html><title>404 Not Found</title>")).into_response()
    }
}

/// Oldest first; which of several in a second comes first changes from request to request.
async fn atcoder_submissions(State(shared): State<SharedState>, request: Request) -> Response {
    let user = query(&request, "user").unwrap_or_default();
    let Some(from) = query(&request, "from_second").and_then(|text| text.parse::<i64>().ok()) else {
        return json_response(StatusCode::BAD_REQUEST, &json!({"error": "from_second required"}));
    };
    let shared = lock(&shared);
    let all = shared.data.submissions(Judge::ATCODER, &user).unwrap_or_default();
    let second = |row: &Value| row["epoch_second"].as_i64().unwrap_or_default();
    let turn = if shared.seen.len().is_multiple_of(2) { 1 } else { -1 };
    let mut rows: Vec<&Value> = all.iter().filter(|row| second(row) >= from).collect();
    rows.sort_by_key(|row| (second(row), turn * row["id"].as_i64().unwrap_or_default()));
    rows.truncate(PAGE);
    json_response(StatusCode::OK, &json!(rows))
}

/// How many problems are counted as accepted for a user: those of their submissions, unless another count was set. Nobody has a
/// rank without one.
async fn atcoder_count(State(shared): State<SharedState>, request: Request) -> Response {
    let user = query(&request, "user").unwrap_or_default();
    let shared = lock(&shared);
    if let Some(count) = shared.data.list(request.uri().path()) {
        return json_response(StatusCode::OK, count);
    }
    let all = shared.data.submissions(Judge::ATCODER, &user).unwrap_or_default();
    let accepted =
        all.iter().filter(|row| row["result"] == "AC").filter_map(|row| row["problem_id"].as_str());
    match accepted.collect::<HashSet<_>>().len() {
        0 => (StatusCode::NOT_FOUND, "").into_response(),
        count => json_response(StatusCode::OK, &json!({"count": count, "rank": 1})),
    }
}

/// A calendar, as Google gives it.
async fn calendar(State(shared): State<SharedState>, Path(address): Path<String>) -> Response {
    match lock(&shared).data.calendar(&address) {
        Some(calendar) => {
            ([(header::CONTENT_TYPE, "text/calendar; charset=UTF-8")], calendar.to_owned()).into_response()
        }
        None => (StatusCode::NOT_FOUND, "no such calendar").into_response(),
    }
}

/// What is about nobody.
async fn list(State(shared): State<SharedState>, request: Request) -> Response {
    match lock(&shared).data.list(request.uri().path()) {
        Some(list) => json_response(StatusCode::OK, list),
        None => (StatusCode::NOT_FOUND, "no such page").into_response(),
    }
}

/// Says what an answer can be recognised by, and "not modified" to whoever has it. Codeforces' interface has none of
/// that; AtCoder Problems' contests are known by their date alone.
pub(super) async fn unchanged(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path.starts_with("/api/") {
        return next.run(request).await;
    }
    let (mark, question) = if path == "/resources/contests.json" {
        (header::LAST_MODIFIED, header::IF_MODIFIED_SINCE)
    } else {
        (header::ETAG, header::IF_NONE_MATCH)
    };
    let has = request.headers().get(question).cloned();
    let (mut parts, body) = next.run(request).await.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    let hash = hasher.finish();
    let value = if mark == header::ETAG {
        format!("\"{hash:x}\"")
    } else {
        let date =
            jiff::Timestamp::from_second(1_600_000_000 + (hash % 100_000_000) as i64).unwrap_or_default();
        date.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
    };
    if parts.status != StatusCode::OK {
        return Response::from_parts(parts, Body::from(body));
    }
    if has.is_some_and(|has| has.as_bytes() == value.as_bytes()) {
        return StatusCode::NOT_MODIFIED.into_response();
    }
    if let Ok(value) = HeaderValue::from_str(&value) {
        parts.headers.insert(mark, value);
    }
    Response::from_parts(parts, Body::from(body))
}
