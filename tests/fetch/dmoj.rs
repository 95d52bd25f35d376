//! DMOJ's interface: histories whose contests have their dates elsewhere, and submissions that come oldest first.

use cpt_tracker::fetch::{Answer, Client, ErrorKind, FetchError};
use cpt_tracker::judges::dmoj::{SITE, fetch as dmoj};
use cpt_tracker::model::{Endpoint, Extent, Judge, Listed, Participation, Validator};
use cpt_tracker::sample;
use cpt_tracker::sample::judge::{Fault, JudgeData, JudgeServer};
use serde_json::{Value, json};

use super::{INTERVAL, Memory, handle, judge, new, run};

/// Objects a page at the sample judge.
const PAGE: u64 = 300;

fn client(judge: &JudgeServer) -> Client {
    let timeout = std::time::Duration::from_mins(1);
    Client::new(&Endpoint { url: judge.url_of(&SITE), interval: INTERVAL, timeout, max_age: timeout })
}

fn row(id: u64, result: &str) -> Value {
    let result = if result.is_empty() { Value::Null } else { json!(result) };
    json!({"id": id, "problem": "aplusb", "user": sample::HANDLE, "language": "RUST", "points": 3.0,
        "date": jiff::Timestamp::from_millisecond(1_600_000_000_123 + 1000 * id as i64).unwrap().to_string(),
        "time": null, "memory": null, "result": result})
}

fn data_of(ids: impl Iterator<Item = u64>) -> JudgeData {
    let mut data = JudgeData::default();
    data.insert_submissions(Judge::DMOJ, sample::HANDLE, ids.map(|id| row(id, "AC")).collect());
    data
}

fn judge_of(newest: u64) -> JudgeServer {
    JudgeServer::start(data_of(1..=newest)).unwrap()
}

fn read(
    client: &Client,
    known: Option<&Memory>,
    stamp: Option<&Validator>,
) -> Result<Answer<Listed>, FetchError> {
    let handle = handle(Judge::DMOJ, sample::HANDLE);
    let known = known.map(|known| known as &dyn cpt_tracker::fetch::KnownSubmissions);
    run(dmoj::submissions(client, &handle, known, stamp, &|_| {}))
}

#[test]
fn a_history_has_the_dates_of_its_contests_and_what_was_not_rated() {
    let judge = judge();
    let client = client(&judge);
    let history = new(run(dmoj::ratings(&client, &handle(Judge::DMOJ, sample::HANDLE), None)).unwrap());
    let ratings: Vec<_> = history.iter().map(|change| (change.old, change.new)).collect();
    assert_eq!(ratings[..3], [(0, 947), (947, 1051), (1051, 1066)]);
    assert_eq!((ratings[4], ratings.len()), ((1122, 1122), 9));
    let unrated: Vec<_> = history.iter().filter(|change| !change.rated).collect();
    assert_eq!(unrated.len(), 1);
    assert_eq!((unrated[0].performance, history[0].performance), (None, Some(1010)));
    assert!(history.is_sorted_by_key(|change| change.at));
    assert_eq!(history[0].name, "Sample Contest 7");
    let seen = judge.seen();
    let targets: Vec<_> = seen.iter().map(|seen| seen.target.split('=').next().unwrap()).collect();
    assert_eq!(targets, ["/dmoj/api/v2/user/cpt_demo", "/dmoj/api/v2/contests?key"]);
}

#[test]
fn a_history_needs_every_contest_in_the_list() {
    let mut data = sample::judge_data(jiff::civil::date(2026, 11, 23)).unwrap();
    data.list_mut("/dmoj/api/v2/contests").as_array_mut().unwrap().remove(8);
    let judge = JudgeServer::start(data).unwrap();
    let error = run(dmoj::ratings(&client(&judge), &handle(Judge::DMOJ, sample::HANDLE), None)).unwrap_err();
    assert!(error.to_string().contains("the history has the contest \"sample9\""), "{error}");
}

#[test]
fn a_user_is_known_as_written_and_nobody_elses_data_is_taken() {
    let judge = judge();
    let client = client(&judge);
    let kind = |name: &str| run(dmoj::knows(&client, &handle(Judge::DMOJ, name))).unwrap_err().kind;
    assert!(matches!(kind("nobody"), ErrorKind::UnknownHandle { .. }));
    assert!(matches!(kind("CPT_demo"), ErrorKind::UnknownHandle { .. }));
    run(dmoj::knows(&client, &handle(Judge::DMOJ, sample::HANDLE))).unwrap();
    let user = json!({"data": {"object": {"username": "mallory", "contests": []}}});
    let other = |target: &str, answer: &Value| {
        judge.fail(target, Fault::Text { status: 200, text: answer.to_string() }, 1);
    };
    other("/dmoj/api/v2/user", &user);
    assert!(matches!(kind(sample::HANDLE), ErrorKind::OtherUser { .. }));
    let mut rows = vec![row(1, "AC"), row(2, "AC")];
    rows[1]["user"] = json!("mallory");
    other(
        "/dmoj/api/v2/submissions",
        &json!({"data": {"objects": rows, "total_objects": 2, "total_pages": 1}}),
    );
    assert!(matches!(read(&client, None, None).unwrap_err().kind, ErrorKind::OtherUser { .. }));
}

#[test]
fn submissions_are_read_from_the_first_page_and_then_from_the_last() {
    for (newest, requests) in [(0, 1), (1, 1), (PAGE, 1), (PAGE + 1, 2), (3 * PAGE, 3)] {
        let judge = judge_of(newest);
        let client = client(&judge);
        let listed = new(read(&client, None, None).unwrap());
        let mut ids: Vec<u64> = listed.rows.iter().map(|row| row.id).collect();
        ids.sort_unstable();
        assert_eq!(ids, (1..=newest).collect::<Vec<_>>());
        assert_eq!((listed.reach, client.take_tally().requests), (Extent::All, requests), "{newest}");
    }
}

#[test]
fn a_later_reading_begins_at_the_page_that_was_the_last_and_ends_at_one_that_is_known() {
    let judge = judge_of(3 * PAGE + 50);
    let client = client(&judge);
    let Answer::New(_, stamp) = read(&client, None, None).unwrap() else { panic!("nothing was known") };
    assert!(stamp.url.ends_with("user=cpt_demo&page=4"), "{stamp:?}");
    client.take_tally();
    let memory = |newest, waiting: &[u64]| Memory { newest, waiting: waiting.to_vec() };
    assert_eq!(read(&client, Some(&memory(3 * PAGE + 50, &[])), Some(&stamp)).unwrap(), Answer::Unchanged);
    assert_eq!(client.take_tally().requests, 1);

    let requests = |memory: &Memory, stamp: Option<&Validator>| {
        let listed = new(read(&client, Some(memory), stamp).unwrap());
        (client.take_tally().requests, listed.reach)
    };
    judge.set(data_of(1..=4 * PAGE + 5));
    // One page more than there were, and one that is known.
    let known = memory(3 * PAGE + 50, &[]);
    assert_eq!(requests(&known, Some(&stamp)), (3, Extent::FromId(2 * PAGE + 1)));
    // One that waits for its verdict is looked for where it is.
    let waiting = memory(4 * PAGE + 5, &[PAGE + 1]);
    assert_eq!(requests(&waiting, Some(&stamp)), (4, Extent::FromId(PAGE + 1)));
    // A list that has become shorter is read anew.
    judge.set(data_of(1..=2 * PAGE));
    let (requests, reach) = requests(&known, Some(&stamp));
    assert_eq!((requests, reach), (3, Extent::FromId(PAGE + 1)));
}

/// What is taken away or added moves everything after it from one page to another.
#[test]
fn a_list_that_moves_while_it_is_read_is_read_again() {
    let judge = judge_of(4 * PAGE);
    let client = client(&judge);
    let shorten = |_: usize| {
        if judge.seen().len() == 2 {
            judge.set(data_of((1..=4 * PAGE).filter(|id| !(10..20).contains(id))));
        }
    };
    let handle = handle(Judge::DMOJ, sample::HANDLE);
    let listed = new(run(dmoj::submissions(&client, &handle, None, None, &shorten)).unwrap());
    assert_eq!((listed.rows.len() as u64, listed.reach), (4 * PAGE - 10, Extent::All));
}

#[test]
fn a_list_without_a_count_of_pages_is_read_to_its_end() {
    let judge = judge_of(0);
    let page = |ids: std::ops::Range<u64>, has_more: bool| {
        let objects: Vec<Value> = ids.map(|id| row(id, "AC")).collect();
        let text = json!({"data": {"objects": objects, "has_more": has_more}}).to_string();
        Fault::Text { status: 200, text }
    };
    judge.fail("/dmoj/api/v2/submissions?user=cpt_demo&page=1", page(1..4, true), 1);
    judge.fail("/dmoj/api/v2/submissions?user=cpt_demo&page=2", page(4..6, false), 1);
    let listed = new(read(&client(&judge), None, None).unwrap());
    assert_eq!((listed.rows.len(), listed.reach), (5, Extent::All));
}

/// Whoever asks DMOJ too often is shut out for days, and sees a page.
#[test]
fn what_may_mean_that_it_is_asked_too_often_is_not_asked_again() {
    let refusals = [
        Fault::Page { status: 403 },
        Fault::Page { status: 503 },
        Fault::Page { status: 200 },
        Fault::Text { status: 403, text: "slow down".into() },
        Fault::Wait { status: 429, retry_after: 0 },
        Fault::Text { status: 429, text: json!({"error": {"code": 429, "message": "slow"}}).to_string() },
    ];
    for fault in refusals {
        let judge = judge_of(1);
        judge.fail("/dmoj/", fault.clone(), usize::MAX);
        let client = client(&judge);
        let error = read(&client, None, None).unwrap_err();
        assert!(error.kind.is_of_site(), "{fault:?}: {error}");
        assert_eq!(client.take_tally().requests, 1, "{fault:?}");
    }
}

#[test]
fn a_refusal_is_said_in_its_words() {
    let judge = judge_of(1);
    let refusal = json!({"error": {"code": 400, "message": "invalid filter value type"}}).to_string();
    judge.fail("/dmoj/", Fault::Text { status: 400, text: refusal }, 1);
    let error = read(&client(&judge), None, None).unwrap_err();
    assert!(error.to_string().ends_with("the judge says: invalid filter value type"), "{error}");
}

#[test]
fn what_was_handed_in_is_told_with_its_contest_and_to_the_second() {
    let judge = judge();
    let listed = new(read(&client(&judge), None, None).unwrap());
    let live = listed.rows.iter().filter(|row| row.participation == Some(Participation::Contestant)).count();
    let outside =
        listed.rows.iter().filter(|row| row.contest.is_none() && row.participation.is_none()).count();
    assert!(live > 5 && outside > 5 && live + outside == listed.rows.len(), "{live} {outside}");
    assert!(listed.rows.iter().all(|row| row.at.subsec_nanosecond() == 0));
    assert_eq!(listed.rows[0].problem.judge(), "dmoj");
}

#[test]
fn lists_come_page_by_page() {
    let judge = judge();
    let client = client(&judge);
    let problems = new(run(dmoj::problems(&client, None)).unwrap());
    assert_eq!(problems.len(), 64);
    let levels: Vec<_> = problems[..4].iter().map(|one| one.level.unwrap()).collect();
    assert!(levels.is_sorted() && levels[0] < levels[3], "{levels:?}");
    assert_eq!(problems[1].tags, ["Greedy Algorithms"]);
    let contests = new(run(dmoj::contests(&client, None)).unwrap());
    assert_eq!((contests.len(), contests[0].seconds), (16, 3 * 60 * 60));
    assert_eq!(contests.iter().filter(|one| one.rated.as_deref() == Some("unrated")).count(), 1);
    client.take_tally();

    let mut data = JudgeData::default();
    let many = (0..=2 * PAGE).map(|n| json!({"code": format!("p{n}"), "points": 5, "types": []}));
    data.insert_list("/dmoj/api/v2/problems", many.collect());
    judge.set(data);
    let Answer::New(problems, stamp) = run(dmoj::problems(&client, None)).unwrap() else {
        panic!("nothing was known")
    };
    assert_eq!((problems.len() as u64, client.take_tally().requests), (2 * PAGE + 1, 3));
    // The first of several pages says nothing of the others.
    assert_eq!((stamp.etag, stamp.last_modified), (None, None));
}
