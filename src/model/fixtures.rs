//! Plain facts for tests, to be completed with what each is about.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{Handle, Judge, Problem, ProblemId, RatingChange, RatingSeries, SeriesKey, Submission, Track};

pub(crate) fn problem(judge: Judge, id: ProblemId) -> Problem {
    Problem {
        judge,
        id,
        contest: String::new(),
        index: String::new(),
        name: String::new(),
        rating: None,
        level: None,
        tags: Vec::new(),
        solved: None,
    }
}

pub(crate) fn submission(judge: Judge, id: u64, problem: ProblemId, verdict: &str) -> Submission {
    Submission {
        judge,
        id,
        at: Timestamp::from_second(id as i64).unwrap(),
        contest: None,
        problem,
        name: None,
        verdict: verdict.to_owned(),
        told: None,
        participation: None,
        team: false,
        language: String::new(),
        points: None,
    }
}

pub(crate) fn change(at: Timestamp, old: i32, new: i32) -> RatingChange {
    RatingChange {
        contest: String::new(),
        name: String::new(),
        at,
        place: None,
        old,
        new,
        performance: None,
        rated: true,
    }
}

pub(crate) fn series(judge: Judge, track: Track, history: Vec<RatingChange>) -> RatingSeries {
    let key = SeriesKey { judge, track, handle: Handle::new(judge, "demo").unwrap() };
    RatingSeries { key, history, lengths: BTreeMap::new(), kinds: Vec::new(), fetched: None, failed: None }
}
