//! DMOJ, as far as it is asked.

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::answers::{json_response, query};
use super::{JudgeData, SharedState, lock};
use crate::model::{Judge, Track};
use crate::sample::HANDLE;

const PROBLEMS: &str = "/dmoj/api/v2/problems";
const CONTESTS: &str = "/dmoj/api/v2/contests";

/// Objects a page: fewer than the real ones have, so that there are several.
const PAGE: usize = 300;

pub(super) fn routes() -> Router<SharedState> {
    Router::new()
        .route("/api/v2/user/{name}", get(user))
        .route("/api/v2/submissions", get(submissions))
        .route("/api/v2/problems", get(problems))
        .route("/api/v2/contests", get(contests))
}

fn enveloped(status: StatusCode, key: &str, value: &Value) -> Response {
    let answer =
        json!({"api_version": "2.0", "method": "get", "fetched": "2026-11-23T12:00:00+00:00", key: value});
    json_response(status, &answer)
}

fn missing() -> Response {
    enveloped(StatusCode::NOT_FOUND, "error", &json!({"code": 404, "message": "page/object not found"}))
}

/// A page of a list; the first one is there even where it is empty.
fn page(rows: &[&Value], request: &Request) -> Response {
    let number = query(request, "page").map_or(Ok(1), |text| text.parse::<usize>());
    let Ok(number) = number else {
        return enveloped(StatusCode::BAD_REQUEST, "error", &json!({"code": 400, "message": "invalid page"}));
    };
    let pages = rows.len().div_ceil(PAGE).max(1);
    if !(1..=pages).contains(&number) {
        return missing();
    }
    let objects: Vec<&&Value> = rows.iter().skip((number - 1) * PAGE).take(PAGE).collect();
    let list = json!({"current_object_count": objects.len(), "objects_per_page": PAGE, "page_index": number,
        "has_more": number < pages, "total_objects": rows.len(), "total_pages": pages, "objects": objects});
    enveloped(StatusCode::OK, "data", &list)
}

/// A user by the name as it is written.
async fn user(State(shared): State<SharedState>, Path(name): Path<String>) -> Response {
    let shared = lock(&shared);
    match shared.data.ratings(Judge::DMOJ, Track::Algorithm, &name) {
        Some(user) if user["username"] == name.as_str() => {
            enveloped(StatusCode::OK, "data", &json!({"object": user}))
        }
        _ => missing(),
    }
}

/// Oldest first. Of somebody who doesn't exist there are none.
async fn submissions(State(shared): State<SharedState>, request: Request) -> Response {
    let user = query(&request, "user").unwrap_or_default();
    let shared = lock(&shared);
    let all = shared.data.submissions(Judge::DMOJ, &user).unwrap_or_default();
    let mut rows: Vec<&Value> = all.iter().collect();
    rows.sort_by_key(|row| row["id"].as_u64());
    page(&rows, &request)
}

async fn problems(State(shared): State<SharedState>, request: Request) -> Response {
    let shared = lock(&shared);
    page(&listed(&shared.data, PROBLEMS), &request)
}

/// All of them, or those whose names are asked for.
async fn contests(State(shared): State<SharedState>, request: Request) -> Response {
    let shared = lock(&shared);
    let asked = request.uri().query().unwrap_or_default();
    let keys = url::form_urlencoded::parse(asked.as_bytes()).filter(|(key, _)| key == "key");
    let keys: Vec<_> = keys.map(|(_, value)| value).collect();
    let is_asked = |row: &&Value| keys.is_empty() || keys.iter().any(|key| row["key"] == key.as_ref());
    let rows: Vec<&Value> = listed(&shared.data, CONTESTS).into_iter().filter(is_asked).collect();
    page(&rows, &request)
}

fn listed<'a>(data: &'a JudgeData, path: &str) -> Vec<&'a Value> {
    data.list(path).and_then(Value::as_array).into_iter().flatten().collect()
}

/// The problems in a contest, by what they are worth.
const POINTS: [f64; 4] = [3.0, 5.0, 10.0, 15.0];
const TYPES: [&str; 4] = ["Implementation", "Greedy Algorithms", "Data Structures", "Dynamic Programming"];

/// The contests that [`HANDLE`] took part in, a month each before `now` (in seconds): ratings as the judge's formula makes
/// them of the performances. One was not rated.
const HISTORY: [Option<(f64, i32, f64)>; 9] = [
    Some((1010.4, 947, 1100.451)),
    Some((1180.2, 1051, 1138.638)),
    Some((1090.7, 1066, 1122.095)),
    Some((1260.3, 1122, 1160.129)),
    None,
    Some((1340.9, 1177, 1203.549)),
    Some((1225.1, 1190, 1208.525)),
    Some((1410.6, 1237, 1249.749)),
    Some((1385.2, 1268, 1277.513)),
];

/// Contests of four problems each; the sample user solves the first ones in them, and one more afterwards.
pub(super) fn fill(data: &mut JudgeData, now: i64) {
    const MONTH: i64 = 28 * 24 * 60 * 60;
    /// The contests before and after those of the history.
    const EARLIER: i64 = 6;
    const COMING: i64 = 1;
    let moment = |second: i64| Timestamp::from_second(second).unwrap_or_default().to_string();
    let (mut problems, mut contests, mut rows, mut taken) = (vec![], vec![], vec![], vec![]);
    let first = -(HISTORY.len() as i64) - EARLIER;
    for (number, month) in (1..).zip(first..COMING) {
        let key = format!("sample{number}");
        let start = now + (month + 1) * MONTH - 10 * 24 * 60 * 60;
        let history = usize::try_from(month + HISTORY.len() as i64).ok().and_then(|nth| HISTORY.get(nth));
        contests.push(
            json!({"key": key, "name": format!("Sample Contest {number}"), "start_time": moment(start),
            "end_time": moment(start + 3 * 60 * 60), "time_limit": null, "tags": [],
            "is_rated": history.is_none_or(Option::is_some), "rate_all": false}),
        );
        for (nth, (points, kind)) in POINTS.into_iter().zip(TYPES).enumerate() {
            let code = format!("{key}p{}", nth + 1);
            problems.push(json!({"code": code, "name": format!("Sample Contest {number} P{}", nth + 1),
                "types": [kind], "group": "Sample", "points": points, "partial": points > 5.0,
                "is_organization_private": false, "is_public": true}));
            let Some(history) = history else { continue };
            let in_contest = nth < 1 + (number as usize) % 2;
            if !in_contest && nth > 2 {
                continue;
            }
            let at = start + if in_contest { 1200 * (1 + nth as i64) } else { 2 * 24 * 60 * 60 };
            let contest = in_contest.then(|| {
                json!({"key": key, "points": points, "virtual_participation_number": 0,
                    "time_since_start_of_participation": 1200.0})
            });
            let missed = (number as usize + nth).is_multiple_of(3);
            for (attempt, result) in missed.then_some("WA").into_iter().chain(["AC"]).enumerate() {
                rows.push(json!({"id": 4_000_000 + 100 * number + 10 * nth as i64 + attempt as i64, "problem": code,
                    "user": HANDLE, "date": moment(at + 300 * attempt as i64), "language": "RUST", "time": 0.05,
                    "memory": 1024.0, "points": if result == "AC" { points } else { 0.0 }, "result": result,
                    "contest": contest}));
            }
            if nth == 0 {
                taken.push(json!({"key": key, "score": 8.0, "cumulative_time": 3600,
                    "rating": history.map(|(_, rating, _)| rating), "raw_rating": history.map(|(.., raw)| raw),
                    "performance": history.map(|(performance, ..)| performance)}));
            }
        }
    }
    data.insert_list(PROBLEMS, json!(problems));
    data.insert_list(CONTESTS, json!(contests));
    let rating = taken.iter().rev().find_map(|row| row["rating"].as_i64());
    let user = json!({"id": 7, "username": HANDLE, "points": 200.0, "performance_points": 90.0,
        "problem_count": rows.len(), "solved_problems": [], "rank": "user", "rating": rating,
        "organizations": [], "contests": taken});
    data.insert(Judge::DMOJ, Track::Algorithm, HANDLE, user);
    data.insert_submissions(Judge::DMOJ, HANDLE, rows);
}
