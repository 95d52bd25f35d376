//! The client against a judge that misbehaves: what it does, and what the user reads.

#![allow(clippy::disallowed_methods, reason = "what is read and written here is the test's own")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests report by panicking")]

mod dmoj;
mod leetcode;
mod mutation;

use std::time::Duration;

use cpt_tracker::fetch::{Answer, Client, ErrorKind, FetchError, KnownSubmissions, Tally};
use cpt_tracker::judges::atcoder::fetch::{archive, ratings as atcoder};
use cpt_tracker::judges::codeforces::fetch as codeforces;
use cpt_tracker::model::{
    Endpoint, Extent, Handle, Judge, Listed, Outcome, RatingChange, Submission, Track, Validator,
};
use cpt_tracker::sample;
use cpt_tracker::sample::judge::{Fault, JudgeData, JudgeServer};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

const INTERVAL: Duration = Duration::from_millis(10);

fn judge() -> JudgeServer {
    JudgeServer::start(sample::judge_data(jiff::civil::date(2026, 11, 23)).unwrap()).unwrap()
}

fn client(judge: &JudgeServer) -> Client {
    client_with(judge, Duration::from_mins(1))
}

/// A client that waits no longer than this for an answer.
fn client_with(judge: &JudgeServer, timeout: Duration) -> Client {
    let max_age = Duration::from_hours(24);
    Client::new(&Endpoint { url: judge.url().clone(), interval: INTERVAL, timeout, max_age })
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
    run(codeforces::ratings(client, &handle(Judge::CODEFORCES, name), None)).map(new)
}

fn atcoder(client: &Client, track: Track) -> Ratings {
    run(atcoder::ratings(client, &handle(Judge::ATCODER, sample::HANDLE), track, None)).map(new)
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
        assert_eq!(seen.accept_encoding, "gzip");
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
        Fault::Wait { status: 429, retry_after: 0 },
        Fault::Page { status: 503 },
        Fault::Page { status: 521 },
        Fault::Failed { status: 500, comment: "out of order".into() },
        Fault::Truncated,
        Fault::Cut,
        Fault::Slow(Duration::from_secs(3)),
    ];
    for fault in passing {
        let is_envelope = matches!(fault, Fault::Failed { .. });
        let judge = judge();
        judge.fail("/", fault.clone(), 2);
        let client = match fault {
            Fault::Slow(time) => client_with(&judge, time / 2),
            _ => client(&judge),
        };
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
    let passing = [
        text(403, "slow down"),
        Fault::Wait { status: 429, retry_after: 0 },
        page(503),
        Fault::Truncated,
        Fault::Cut,
    ];
    assert_eq!(passing.map(requests), [4; 5]);
    let lasting = [
        Fault::Wait { status: 429, retry_after: 3600 },
        Fault::Wait { status: 503, retry_after: 3600 },
        page(403),
        page(200),
        text(418, "I'm a teapot"),
        text(404, "no such page"),
        Fault::Large((64 << 20) + 1),
    ];
    assert_eq!(lasting.map(requests), [1; 7]);
}

#[test]
fn an_answer_elsewhere_is_fetched_there_in_its_turn() {
    let judge = judge();
    judge.fail("/api/", Fault::Moved("/api/user.rating?handle=cpt_demo".into()), 2);
    let client = client(&judge);
    assert_eq!(codeforces(&client, sample::HANDLE).unwrap().len(), 27);
    let seen = judge.seen();
    assert_eq!((seen.len(), client.take_tally().requests), (3, 3));
    assert!(seen.windows(2).all(|pair| pair[1].at - pair[0].at >= INTERVAL));

    judge.fail("/api/", Fault::Moved("/api/again".into()), usize::MAX);
    let astray = codeforces(&client, sample::HANDLE).unwrap_err();
    assert!(matches!(&astray.kind, ErrorKind::Astray(to) if to == "/api/again"), "{astray}");
    assert_eq!(client.take_tally().requests, 4);
}

#[test]
fn a_client_keeps_its_distance_to_an_earlier_one() {
    let judge = judge();
    let client = client(&judge).after(INTERVAL / 2);
    atcoder(&client, Track::Algorithm).unwrap();
    assert!(client.take_tally().waited > INTERVAL / 4);
}

#[test]
fn a_codeforces_refusal_is_said_in_its_words() {
    let judge = judge();
    let client = client(&judge);
    let unknown = codeforces(&client, "nobody_here").unwrap_err();
    assert!(matches!(unknown.kind, ErrorKind::UnknownHandle { .. }));
    assert_eq!(
        unknown.to_string(),
        "can't fetch Codeforces ratings of nobody_here: no user nobody_here on Codeforces"
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
    assert!(matches!(error.kind, ErrorKind::NoConnection(_)), "{error}");
    assert_eq!(client.take_tally().requests, 1);
}

/// A Codeforces submission with that number, handed in by another second each.
fn codeforces_row(id: u64, verdict: &str) -> Value {
    json!({"id": id, "contestId": 1, "creationTimeSeconds": 1_600_000_000 + id,
        "problem": {"contestId": 1, "index": "A", "name": "N", "tags": []},
        "author": {"members": [], "participantType": "PRACTICE"}, "verdict": verdict})
}

/// A judge whose user has the Codeforces submissions `1..=newest`.
fn codeforces_with(newest: u64) -> JudgeServer {
    let mut data = JudgeData::default();
    data.insert_submissions(
        Judge::CODEFORCES,
        sample::HANDLE,
        (1..=newest).rev().map(|id| codeforces_row(id, "OK")).collect(),
    );
    JudgeServer::start(data).unwrap()
}

/// What is known: submissions up to this number, all of them accepted but those that wait.
struct Memory {
    newest: u64,
    waiting: Vec<u64>,
}

impl KnownSubmissions for Memory {
    fn has_all(&self, page: &[Submission]) -> bool {
        page.iter().all(|row| row.id <= self.newest && row.outcome() == Outcome::Accepted)
    }

    fn waits_below(&self, id: u64) -> bool {
        self.waiting.iter().any(|waiting| *waiting < id)
    }

    fn unsettled_since(&self, _: SignedDuration) -> Option<Timestamp> {
        None
    }
}

fn codeforces_submissions(
    client: &Client,
    known: Option<&dyn KnownSubmissions>,
) -> Result<Listed, FetchError> {
    let handle = handle(Judge::CODEFORCES, sample::HANDLE);
    run(codeforces::submissions(client, &handle, known, None, &|_| {})).map(new)
}

#[test]
fn codeforces_submissions_are_read_page_by_page_to_the_end() {
    for (newest, requests) in [(0, 1), (499, 1), (500, 2), (999, 3), (1200, 3)] {
        let judge = codeforces_with(newest);
        let client = client(&judge);
        let listed = codeforces_submissions(&client, None).unwrap();
        let ids: Vec<u64> = listed.rows.iter().map(|row| row.id).collect();
        assert_eq!(ids, (1..=newest).rev().collect::<Vec<_>>());
        assert_eq!(listed.reach, Extent::All);
        assert_eq!(client.take_tally().requests, requests, "{newest}");
    }
}

#[test]
fn a_later_reading_stops_at_the_first_page_that_is_known() {
    let judge = codeforces_with(3000);
    let client = client(&judge);
    let requests = |memory: Memory| {
        let listed = codeforces_submissions(&client, Some(&memory)).unwrap();
        (client.take_tally().requests, listed.reach)
    };
    let memory = |newest, waiting: &[u64]| Memory { newest, waiting: waiting.to_vec() };
    assert_eq!(requests(memory(3000, &[])), (1, Extent::FromId(2501)));
    assert_eq!(requests(memory(2999, &[])), (2, Extent::FromId(2002)));
    assert_eq!(requests(memory(2400, &[])), (3, Extent::FromId(1503)));
    // One that waits for its verdict is looked for where it is.
    assert_eq!(requests(memory(3000, &[2100])), (2, Extent::FromId(2002)));
    assert_eq!(requests(memory(0, &[])), (7, Extent::All));
}

/// A list that is shortened between two pages would hide as many submissions as were taken away.
#[test]
fn a_list_that_moves_while_it_is_read_is_read_again() {
    let judge = codeforces_with(1200);
    let client = client(&judge);
    let handle = handle(Judge::CODEFORCES, sample::HANDLE);
    let shorten = |read: usize| {
        if read == 500 && judge.seen().len() == 1 {
            let mut data = JudgeData::default();
            let rows = (1..=1200).rev().filter(|id| !(701..=710).contains(id));
            data.insert_submissions(
                Judge::CODEFORCES,
                sample::HANDLE,
                rows.map(|id| codeforces_row(id, "OK")).collect(),
            );
            judge.set(data);
        }
    };
    let listed = run(codeforces::submissions(&client, &handle, None, None, &shorten)).map(new).unwrap();
    assert_eq!(listed.rows.len(), 1190);
    assert!(listed.rows.windows(2).all(|pair| pair[0].id > pair[1].id));
}

/// So many AtCoder submissions, some in each second.
fn atcoder_rows(a_second: u64, all: u64) -> Vec<Value> {
    let row = |id: u64| {
        json!({"id": id, "epoch_second": 1_700_000_000 + id / a_second, "problem_id": "abc300_a",
            "contest_id": "abc300", "result": "AC", "execution_time": null, "more": {}})
    };
    (0..all).map(row).collect()
}

/// A judge whose user handed in so many AtCoder submissions in each second.
fn atcoder_with(a_second: u64, all: u64) -> JudgeServer {
    let mut data = JudgeData::default();
    data.insert_submissions(Judge::ATCODER, sample::HANDLE, atcoder_rows(a_second, all));
    JudgeServer::start(data).unwrap()
}

fn atcoder_submissions(client: &Client, since: Option<Timestamp>) -> Listed {
    let handle = handle(Judge::ATCODER, sample::HANDLE);
    new(run(archive::submissions(client, &handle, since, None, &|_| {})).unwrap())
}

#[test]
fn atcoder_submissions_are_all_found_however_many_share_a_second() {
    for (a_second, all) in [(1, 0), (1, 499), (1, 500), (1, 1700), (7, 1700), (130, 1700), (499, 1700)] {
        let judge = atcoder_with(a_second, all);
        let mut ids: Vec<u64> =
            atcoder_submissions(&client(&judge), None).rows.iter().map(|row| row.id).collect();
        ids.sort_unstable();
        assert_eq!(ids, (0..all).collect::<Vec<_>>(), "{a_second} a second");
    }
    // More than a page in a second can't all be seen, and must not be asked for without end.
    let judge = atcoder_with(600, 1700);
    let listed = atcoder_submissions(&client(&judge), None);
    assert!(listed.rows.len() >= 1500);
    let crowded = [1_700_000_000, 1_700_000_001, 1_700_000_002].map(|at| Timestamp::from_second(at).unwrap());
    assert_eq!(listed.omitted.crowded_seconds, crowded);

    let judge = atcoder_with(1, 1700);
    let client = client(&judge);
    let since = Timestamp::from_second(1_700_001_650).unwrap();
    let listed = atcoder_submissions(&client, Some(since));
    assert_eq!((listed.rows.len(), listed.reach), (50, Extent::Since(since)));
    assert_eq!(client.take_tally().requests, 1);
}

/// A judge that answers every request with this.
fn judge_that_says(answer: &Value) -> JudgeServer {
    let judge = JudgeServer::start(JudgeData::default()).unwrap();
    judge.fail("/", Fault::Text { status: 200, text: answer.to_string() }, usize::MAX);
    judge
}

#[test]
fn a_page_that_repeats_ends_the_reading() {
    let answer = json!({"status": "OK", "result": (1..=500).rev().map(|id| codeforces_row(id, "OK")).collect::<Vec<_>>()});
    let judge = judge_that_says(&answer);
    let codeforces = client(&judge);
    for known in [None, Some(Memory { newest: 0, waiting: vec![] })] {
        let known = known.as_ref().map(|known| known as &dyn KnownSubmissions);
        let error = codeforces_submissions(&codeforces, known).unwrap_err();
        assert!(error.to_string().contains("a page repeats what came before"), "{error}");
        assert_eq!(codeforces.take_tally().requests, 2);
    }
    for a_second in [1, 1000] {
        let judge = judge_that_says(&json!(atcoder_rows(a_second, 500)));
        let atcoder = client(&judge);
        let handle = handle(Judge::ATCODER, sample::HANDLE);
        let error = run(archive::submissions(&atcoder, &handle, None, None, &|_| {})).unwrap_err();
        assert!(error.to_string().contains("a page repeats what came before"), "{error}");
        assert!(atcoder.take_tally().requests <= 3);
    }
}

/// Pages that are listed the other way would end the reading early.
#[test]
fn submissions_in_another_order_are_not_taken_for_all() {
    let rows = |ids: Vec<u64>| ids.into_iter().map(|id| codeforces_row(id, "OK")).collect();
    let mut data = JudgeData::default();
    data.insert_submissions(Judge::CODEFORCES, sample::HANDLE, rows((1..=1200).collect()));
    let judge = JudgeServer::start(data).unwrap();
    let known = Memory { newest: 1100, waiting: vec![] };
    let listed = codeforces_submissions(&client(&judge), Some(&known)).unwrap();
    assert_eq!((listed.rows.len(), listed.reach), (1200, Extent::All));

    let mut newest_first = atcoder_rows(1, 500);
    newest_first.reverse();
    let judge = judge_that_says(&json!(newest_first));
    let handle = handle(Judge::ATCODER, sample::HANDLE);
    let error = run(archive::submissions(&client(&judge), &handle, None, None, &|_| {}));
    assert!(error.unwrap_err().to_string().contains("aren't listed oldest first"));
}

#[test]
fn what_is_about_somebody_else_is_refused() {
    let other = |error: FetchError| match error.kind {
        ErrorKind::OtherUser { other, .. } => other,
        kind => panic!("{kind}"),
    };
    let judge = judge();
    let mut ratings = json!({"status": "OK", "result": [{"contestId": 1, "contestName": "Round", "handle": "CPT_DEMO",
        "rank": 1, "ratingUpdateTimeSeconds": 1_700_000_000, "oldRating": 0, "newRating": 400}]});
    let answer = |data: &Value| {
        judge.fail("/api/user.rating", Fault::Text { status: 200, text: data.to_string() }, 1);
        codeforces(&client(&judge), sample::HANDLE)
    };
    assert_eq!(answer(&ratings).unwrap().len(), 1);
    ratings["result"][0]["handle"] = json!("mallory");
    assert_eq!(other(answer(&ratings).unwrap_err()), "mallory");

    // Whoever has another name now is told it.
    let mut data = sample::judge_data(jiff::civil::date(2026, 11, 23)).unwrap();
    data.rename("cpt_demo", "mallory");
    judge.set(data);
    let kind = answer(&ratings).unwrap_err().kind;
    assert!(matches!(&kind, ErrorKind::Renamed { new, .. } if new.as_str() == "mallory"), "{kind}");

    let mut row = atcoder_rows(1, 1).remove(0);
    row["user_id"] = json!("mallory");
    let atcoder = judge_that_says(&json!([row]));
    let handle = handle(Judge::ATCODER, sample::HANDLE);
    let answer = run(archive::submissions(&client(&atcoder), &handle, None, None, &|_| {}));
    assert_eq!(other(answer.unwrap_err()), "mallory");
}

/// A team lists several, and those under the names that they had then.
#[test]
fn a_team_is_ones_own_whatever_its_members_are_called() {
    let row = |id: u64, author: Value| {
        let mut row = codeforces_row(id, "OK");
        row["author"] = author;
        row
    };
    let read = |rows: Vec<Value>| {
        let judge = judge_that_says(&json!({"status": "OK", "result": rows}));
        codeforces_submissions(&client(&judge), None)
    };
    let team = row(4, json!({"members": [{"handle": "old_name"}, {"handle": "friend"}], "teamId": 7}));
    let alone = row(3, json!({"members": [{"handle": "old_name"}], "teamId": 7}));
    let own = row(2, json!({"members": [{"handle": "Cpt_Demo"}]}));
    let other = row(1, json!({"members": [{"handle": "mallory"}]}));
    let listed = read(vec![team.clone(), alone.clone(), own.clone()]).unwrap();
    assert_eq!((listed.rows.len(), listed.omitted.of_others), (3, 0));
    // One that isn't the user's is left out, and counted.
    let listed = read(vec![team, alone, own, other.clone()]).unwrap();
    assert_eq!((listed.rows.len(), listed.omitted.of_others), (3, 1));
    assert!(matches!(read(vec![other]).unwrap_err().kind, ErrorKind::OtherUser { .. }));
}

/// That the first of two pages is as it was hides nothing that is new on the second.
#[test]
fn what_is_new_on_a_later_page_of_atcoder_submissions_is_found() {
    let judge = atcoder_with(1, 600);
    let client = client(&judge);
    let handle = handle(Judge::ATCODER, sample::HANDLE);
    let read = |stamp: Option<&Validator>| {
        run(archive::submissions(&client, &handle, None, stamp, &|_| {})).unwrap()
    };
    let Answer::New(before, stamp) = read(None) else { panic!("nothing was known") };
    let mut data = JudgeData::default();
    data.insert_submissions(Judge::ATCODER, sample::HANDLE, atcoder_rows(1, 601));
    judge.set(data);
    assert_eq!((before.rows.len(), new(read(Some(&stamp))).rows.len()), (600, 601));
}

#[test]
fn what_has_not_changed_is_not_sent_again() {
    let judge = judge();
    let client = client(&judge);
    let Answer::New(models, stamp) = run(archive::difficulties(&client, None)).unwrap() else {
        panic!("nothing was known");
    };
    assert!(models.len() > 100 && stamp.etag.is_some(), "{stamp:?}");
    let again = |stamp: &Validator| run(archive::difficulties(&client, Some(stamp))).unwrap();
    assert_eq!(again(&stamp), Answer::Unchanged);
    let tally = client.take_tally();
    assert_eq!((tally.requests, tally.not_modified), (2, 1));
    // What came from elsewhere says nothing about this address.
    let other = Validator { url: "http://127.0.0.1:1/resources/problem-models.json".to_owned(), ..stamp };
    assert!(matches!(again(&other), Answer::New(..)));
    assert!(!judge.seen().last().unwrap().conditional);

    let Answer::New(_, dated) = run(archive::contests(&client, None)).unwrap() else {
        panic!("nothing was known");
    };
    assert!(dated.etag.is_none() && dated.last_modified.is_some(), "{dated:?}");
    assert_eq!(run(archive::contests(&client, Some(&dated))).unwrap(), Answer::Unchanged);
}

/// An address of a mirror may carry a name and a password.
#[test]
fn nothing_private_is_told_of_a_request() {
    let judge = judge();
    let mut url = judge.url().clone();
    url.set_username("me").unwrap();
    url.set_password(Some("secret")).unwrap();
    let told = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
    let watch = std::rc::Rc::clone(&told);
    let endpoint = Endpoint { url, interval: INTERVAL, timeout: INTERVAL * 100, max_age: INTERVAL };
    let client = Client::new(&endpoint).watched(move |asked| watch.borrow_mut().push(asked.clone()));
    let answer = run(archive::contests(&client, None)).unwrap();
    assert!(!format!("{answer:?} {:?}", told.borrow()).contains("secret"));
    let told = told.borrow();
    assert_eq!((told.len(), told[0].status, told[0].conditional), (1, Some(200), false));
    assert!(told[0].bytes > 1000);
}
