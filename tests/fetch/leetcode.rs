//! LeetCode's interface: GraphQL by POST, whose refusals come with HTTP 200.

use cpt_tracker::fetch::{Client, ErrorKind};
use cpt_tracker::judges::leetcode::{SITE, fetch as leetcode};
use cpt_tracker::model::{Endpoint, Extent, Judge};
use cpt_tracker::sample;
use cpt_tracker::sample::judge::{Fault, JudgeServer};
use serde_json::{Value, json};

use super::{INTERVAL, handle, judge, new, run};

fn client(judge: &JudgeServer) -> Client {
    let timeout = std::time::Duration::from_mins(1);
    Client::new(&Endpoint { url: judge.url_of(&SITE), interval: INTERVAL, timeout, max_age: timeout })
}

fn own() -> cpt_tracker::model::Handle {
    handle(Judge::LEETCODE, sample::HANDLE)
}

/// What comes of an answer to a question for the history.
fn history_of(answer: &Value) -> Result<Vec<(i32, i32, bool)>, ErrorKind> {
    let judge = judge();
    judge.fail("/leetcode/", Fault::Text { status: 200, text: answer.to_string() }, 1);
    let changes = run(leetcode::ratings(&client(&judge), &own())).map(new).map_err(|error| error.kind)?;
    Ok(changes.iter().map(|change| (change.old, change.new, change.rated)).collect())
}

#[test]
fn contests_that_were_missed_are_none_whatever_rating_they_come_with() {
    let row = |attended: bool, rating: Value, start: i64| {
        json!({"attended": attended, "rating": rating, "ranking": null,
            "contest": {"title": format!("Weekly Contest {start}"), "startTime": 1_603_593_000 + start}})
    };
    let answer = |rows: Vec<Value>| json!({"data": {"matchedUser": {"username": sample::HANDLE}, "userContestRankingHistory": rows}});
    let rows = vec![
        row(false, json!(1500.0), 0),
        row(true, json!(1411.755), 1),
        row(false, Value::Null, 2),
        row(false, json!(1411.755), 3),
        row(true, json!(1353.198), 4),
    ];
    assert_eq!(history_of(&answer(rows)).unwrap(), [(0, 1412, true), (1412, 1353, true)]);
    assert_eq!(history_of(&answer(vec![])).unwrap(), []);
    let none =
        json!({"data": {"matchedUser": {"username": sample::HANDLE}, "userContestRankingHistory": null}});
    assert_eq!(history_of(&none).unwrap(), []);
}

#[test]
fn a_refusal_comes_with_http_200() {
    let refused = |answer: Value| history_of(&answer).unwrap_err();
    let nobody = json!({"errors": [{"message": "That user does not exist."}], "data": {"matchedUser": null}});
    assert!(matches!(refused(nobody), ErrorKind::UnknownHandle { .. }));
    let null = json!({"data": {"matchedUser": null, "userContestRankingHistory": null}});
    assert!(matches!(refused(null), ErrorKind::UnknownHandle { .. }));
    let words = json!({"errors": [{"message": "Cannot query field \"x\""}]});
    assert_eq!(refused(words), ErrorKind::Refused("Cannot query field \"x\"".into()));
    let other = json!({"data": {"matchedUser": {"username": "mallory"}, "userContestRankingHistory": []}});
    assert!(matches!(refused(other), ErrorKind::OtherUser { .. }));
}

#[test]
fn a_post_is_asked_again_as_any_other_request() {
    let judge = judge();
    judge.fail("/leetcode/", Fault::Page { status: 503 }, 1);
    judge.fail("/leetcode/", Fault::Cut, 1);
    let client = client(&judge);
    let listed = new(run(leetcode::submissions(&client, &own(), &|_| {})).unwrap());
    assert_eq!((listed.rows.len(), listed.reach), (6, Extent::Newest));
    assert_eq!(client.take_tally().requests, 3);
    assert!(judge.seen().iter().all(|seen| seen.target == "/leetcode/graphql" && !seen.conditional));
    assert!(judge.seen().iter().all(|seen| seen.user_agent.starts_with("cpt/")));
    run(leetcode::knows(&client, &own())).unwrap();
}

#[test]
fn problems_are_asked_for_together() {
    let judge = judge();
    let client = client(&judge);
    let names: Vec<String> = ["two-sum", "no-such", "3sum"].map(str::to_owned).into();
    let problems = new(run(leetcode::problems(&client, &names)).unwrap());
    let told: Vec<_> =
        problems.iter().map(|one| (one.id.as_str(), one.index.as_str(), one.level, one.tags.len())).collect();
    assert_eq!(told, [("leetcode/two-sum", "1", Some(0), 1), ("leetcode/3sum", "15", Some(1), 1)]);
    assert_eq!(client.take_tally().requests, 1);
}
