//! The client against a judge that misbehaves: what it does, and what the user reads.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests report by panicking")]

use std::time::Duration;

use cpt_tracker::fetch::{self, Answer, Client, FetchError, Tally, Trouble};
use cpt_tracker::model::{Endpoint, Handle, Judge, RatingChange, Track};
use cpt_tracker::sample;
use cpt_tracker::sample::judge::{Fault, JudgeServer};

const INTERVAL: Duration = Duration::from_millis(10);

fn judge() -> JudgeServer {
    JudgeServer::start(sample::judge_data(jiff::civil::date(2026, 11, 23)).unwrap()).unwrap()
}

fn client(judge: &JudgeServer) -> Client {
    Client::new(&Endpoint {
        url: judge.url().clone(),
        interval: INTERVAL,
        timeout: Duration::from_millis(300),
        max_age: Duration::from_hours(24),
    })
}

fn handle(judge: Judge, name: &str) -> Handle {
    Handle::new(judge, name).unwrap()
}

/// Runs a future to its end, as `cpt sync` does.
fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

type Ratings = Result<Vec<RatingChange>, FetchError>;

/// What was asked for without conditions.
fn new<T>(answer: Answer<T>) -> T {
    match answer {
        Answer::New(value, _) => value,
        Answer::Unchanged => panic!("nothing was known"),
    }
}

fn codeforces(client: &Client, name: &str) -> Ratings {
    run(fetch::codeforces::ratings(client, &handle(Judge::Codeforces, name), None)).map(new)
}

fn atcoder(client: &Client, track: Track) -> Ratings {
    run(fetch::atcoder::ratings(client, &handle(Judge::AtCoder, sample::HANDLE), track, None)).map(new)
}

/// What comes of `fault` at the first `times` requests, and how many requests that took.
fn with_fault(fault: Fault, times: usize) -> (Ratings, Tally) {
    let judge = judge();
    judge.fail("/", fault, times);
    let client = client(&judge);
    let answer = atcoder(&client, Track::Algorithm);
    let tally = client.take_tally();
    assert_eq!(tally.requests as usize, judge.seen().len());
    (answer, tally)
}

#[test]
fn histories_come_as_the_judges_have_them() {
    let judge = judge();
    let client = client(&judge);
    let counts = [
        codeforces(&client, "CPT_Demo").unwrap().len(),
        atcoder(&client, Track::Algorithm).unwrap().len(),
        atcoder(&client, Track::Heuristic).unwrap().len(),
    ];
    assert_eq!(counts, [27, 58, 8]);
    let seen = judge.seen();
    let targets: Vec<_> = seen.iter().map(|seen| seen.target.as_str()).collect();
    assert_eq!(
        targets,
        [
            "/api/user.rating?handle=CPT_Demo&lang=en",
            "/users/cpt_demo/history/json",
            "/users/cpt_demo/history/json?contestType=heuristic"
        ]
    );
    for seen in &seen {
        assert!(
            seen.user_agent.starts_with(concat!("cpt/", env!("CARGO_PKG_VERSION"))),
            "{}",
            seen.user_agent
        );
        assert_eq!(seen.accept_encoding, "gzip,br");
    }
}

#[test]
fn requests_keep_their_distance() {
    let judge = judge();
    let client = client(&judge);
    for _ in 0..4 {
        atcoder(&client, Track::Algorithm).unwrap();
    }
    let seen = judge.seen();
    assert!(seen.windows(2).all(|pair| pair[1].at - pair[0].at >= INTERVAL));
    assert!(client.take_tally().waited > Duration::ZERO);
}

#[test]
fn what_can_pass_is_asked_again_with_growing_waits() {
    let passing = [
        Fault::Failed { status: 200, comment: "Call limit exceeded".into() },
        Fault::Text { status: 403, text: "slow down".into() },
        Fault::TooMany { retry_after: 0 },
        Fault::Page { status: 503 },
        Fault::Truncated,
        Fault::Cut,
        Fault::Slow(Duration::from_secs(1)),
    ];
    for fault in passing {
        let is_envelope = matches!(fault, Fault::Failed { .. });
        let judge = judge();
        judge.fail("/", fault.clone(), 2);
        let client = client(&judge);
        let answer = if is_envelope {
            codeforces(&client, sample::HANDLE)
        } else {
            atcoder(&client, Track::Algorithm)
        };
        assert!(answer.is_ok(), "{fault:?}: {answer:?}");
        let tally = client.take_tally();
        assert_eq!(tally.requests, 3, "{fault:?}");
        // Twice and four times the interval, less what passed since the answer.
        assert!(tally.waited > INTERVAL * 5, "{fault:?}: {:?}", tally.waited);
    }
}

#[test]
fn what_lasts_is_given_up_and_what_cannot_pass_is_not_asked_again() {
    let requests = |fault: Fault| {
        let (answer, tally) = with_fault(fault.clone(), usize::MAX);
        assert!(answer.is_err(), "{fault:?}");
        tally.requests
    };
    let page = |status| Fault::Page { status };
    let text = |status, text: &str| Fault::Text { status, text: text.to_owned() };
    let passing =
        [text(403, "slow down"), Fault::TooMany { retry_after: 0 }, page(503), Fault::Truncated, Fault::Cut];
    assert_eq!(passing.map(requests), [4; 5]);
    let lasting = [
        Fault::TooMany { retry_after: 3600 },
        page(403),
        page(200),
        text(418, "I'm a teapot"),
        text(404, "no such page"),
        Fault::Large((64 << 20) + 1),
    ];
    assert_eq!(lasting.map(requests), [1; 6]);
}

#[test]
fn a_codeforces_refusal_is_said_in_its_words() {
    let judge = judge();
    let client = client(&judge);
    let unknown = codeforces(&client, "nobody_here").unwrap_err();
    assert!(matches!(unknown.trouble, Trouble::UnknownHandle { .. }));
    assert_eq!(
        unknown.to_string(),
        "Codeforces ratings of nobody_here could not be fetched: Codeforces knows no user nobody_here"
    );
    // Once more, for whether the user has another name now.
    assert_eq!(client.take_tally().requests, 2);

    judge.fail("/", Fault::Failed { status: 400, comment: "handle: is odd".into() }, 1);
    let refused = codeforces(&client, sample::HANDLE).unwrap_err();
    assert!(refused.to_string().ends_with("the judge says: handle: is odd"), "{refused}");
    assert_eq!(client.take_tally().requests, 1);
}

#[test]
fn a_judge_that_is_not_there_is_said_at_once() {
    let judge = judge();
    let client = client(&judge);
    drop(judge);
    let error = atcoder(&client, Track::Algorithm).unwrap_err();
    assert!(matches!(error.trouble, Trouble::NoConnection(_)), "{error}");
    assert_eq!(client.take_tally().requests, 1);
}
