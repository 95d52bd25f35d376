//! What the judges' answers mean (recorded ones: `recorded`); how the client behaves is in `tests/fetch.rs`.

mod recorded;

use std::time::Duration;

use proptest::prelude::*;

use super::error::ErrorKind;
use super::history::oldest_first;
use super::reply::{Reply, ReplyStatus, retry_after};
use crate::judges::atcoder::fetch::{archive, ratings as atcoder};
use crate::judges::codeforces::fetch as codeforces;
use crate::model::{Handle, Judge, Outcome, Participation, RatingChange, Submission};

fn reply(status: u16, body: &str) -> Reply {
    Reply { status, body: body.as_bytes().to_vec(), ..Reply::default() }
}

fn alice() -> Handle {
    Handle::new(Judge::CODEFORCES, "alice").unwrap()
}

fn ratings_verdict(reply: &Reply) -> ReplyStatus<Vec<codeforces::RatingRow>> {
    codeforces::ratings_of(reply, &alice())
}

fn ratings(body: &str) -> Vec<RatingChange> {
    match codeforces::judge::<Vec<codeforces::RatingRow>>(&reply(200, body), None) {
        ReplyStatus::Use(rows) => oldest_first(rows.into_iter().map(RatingChange::from).collect()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn codeforces_rows_keep_their_order_and_lose_what_is_no_fact() {
    let body = r#"{"status":"OK","result":[
        {"contestId":1680,"contestName":"Round <2>","handle":"Alice","rank":0,"ratingUpdateTimeSeconds":1700239800,
         "oldRating":0,"newRating":-21,"unknownKey":{}},
        {"contestId":1679,"contestName":"R","handle":"alice","rank":7,"ratingUpdateTimeSeconds":1700239800,
         "oldRating":-21,"newRating":0}]}"#;
    let rows = ratings(body);
    assert_eq!([&rows[0].contest, &rows[1].contest], ["1680", "1679"]);
    assert_eq!((rows[0].place, rows[0].new, rows[0].rated), (None, -21, true));
    // A rating set to 0 is an act of administration.
    assert_eq!((rows[1].place, rows[1].rated), (Some(7), false));
    assert_eq!(rows[0].at.to_string(), "2023-11-17T16:50:00Z");
    assert_eq!(ratings(r#"{"status":"OK","result":[]}"#), []);
}

#[test]
fn what_codeforces_says_decides_whatever_the_http_code() {
    let failed = |status, comment: &str| {
        ratings_verdict(&reply(status, &format!(r#"{{"status":"FAILED","comment":"{comment}"}}"#)))
    };
    for status in [200, 400, 429, 503] {
        let limit = failed(status, "Call limit exceeded");
        assert!(matches!(limit, ReplyStatus::Again(ErrorKind::TooOften { .. })), "{limit:?}");
        for plural in ["", "s"] {
            let unknown = failed(status, &format!("handle{plural}: User with handle alice not found"));
            assert!(matches!(unknown, ReplyStatus::GiveUp(ErrorKind::UnknownHandle { .. })), "{unknown:?}");
        }
        let other = failed(status, "handle: Field should contain between 3 and 24 characters, inclusive");
        let as_expected = match other {
            ReplyStatus::GiveUp(ErrorKind::Refused(_)) => status < 500,
            // A server that is out of order may say anything.
            ReplyStatus::Again(ErrorKind::Refused(_)) => status >= 500,
            _ => false,
        };
        assert!(as_expected, "{status}");
    }
}

#[test]
fn atcoder_entries_keep_the_unrated_ones_flagged() {
    let body = r#"[
        {"IsRated":false,"Place":5,"OldRating":0,"NewRating":0,"Performance":0,"InnerPerformance":0,
         "ContestScreenName":"arc061.contest.atcoder.jp","ContestName":"","ContestNameEn":"ARC 061",
         "EndTime":"2016-09-11T22:40:00+09:00"},
        {"IsRated":true,"Place":9,"OldRating":0,"NewRating":12,"Performance":-340,
         "ContestScreenName":"abc470","ContestName":"ABC 470 有","EndTime":"2026-09-11T22:40:00+09:00"},
        {"IsRated":true,"Place":9,"OldRating":12,"NewRating":13,
         "ContestScreenName":"abc471","EndTime":"2026-09-18T22:40:00+09:00"}]"#;
    let rows = atcoder::parse(body.as_bytes()).unwrap();
    assert_eq!((rows[0].rated, rows[0].performance), (false, None));
    assert_eq!((rows[0].contest.as_str(), rows[0].name.as_str()), ("arc061", "ARC 061"));
    assert_eq!((rows[1].rated, rows[1].performance, rows[1].place), (true, Some(-340), Some(9)));
    assert_eq!(rows[1].at.to_string(), "2026-09-11T13:40:00Z");
    assert_eq!((rows[2].performance, rows[2].name.as_str()), (None, "abc471"));
}

#[test]
fn a_history_that_comes_newest_first_is_turned_around() {
    let row = |contest: u32, at: i64, old: i32, new: i32| {
        format!(
            r#"{{"contestId":{contest},"contestName":"","handle":"a","rank":1,"ratingUpdateTimeSeconds":{at},
                "oldRating":{old},"newRating":{new}}}"#
        )
    };
    let read = |rows: &[String]| {
        let rows = ratings(&format!(r#"{{"status":"OK","result":[{}]}}"#, rows.join(",")));
        rows.iter().map(|row| row.new).collect::<Vec<_>>()
    };
    let mut rows =
        vec![row(1, 1_700_000_000, 0, 400), row(2, 1_700_000_000, 400, 600), row(3, 1_700_009_000, 600, 700)];
    assert_eq!(read(&rows), [400, 600, 700]);
    rows.reverse();
    assert_eq!(read(&rows), [400, 600, 700]);
    // Exact repetitions are none.
    rows.push(rows[0].clone());
    assert_eq!(read(&rows), [400, 600, 700]);
}

#[test]
fn what_no_judge_could_mean_is_refused() {
    let row = |id: u64, at: i64, old: i64, new: i64| {
        let rating = format!(
            r#"{{"status":"OK","result":[{{"contestId":1,"contestName":"","handle":"alice","rank":1,
                "ratingUpdateTimeSeconds":{at},"oldRating":{old},"newRating":{new}}}]}}"#
        );
        let submission = format!(
            r#"{{"status":"OK","result":[{{"id":{id},"creationTimeSeconds":{at},"problem":{{"index":"A"}}}}]}}"#
        );
        let submission: ReplyStatus<Vec<codeforces::SubmissionRow>> =
            codeforces::judge(&reply(200, &submission), None);
        (
            matches!(ratings_verdict(&reply(200, &rating)), ReplyStatus::Use(_)),
            matches!(submission, ReplyStatus::Use(_)),
        )
    };
    let now = 1_700_000_000;
    assert_eq!(row(1, now, -500, 4000), (true, true));
    for (old, new) in [(0, i64::from(i32::MAX)), (i64::from(i32::MIN), 0), (0, 1 << 40)] {
        assert_eq!(row(1, now, old, new), (false, true), "{old} {new}");
    }
    for at in [-1, i64::MIN, 253_402_207_200, i64::MAX] {
        assert_eq!(row(1, at, 0, 1), (false, false), "{at}");
    }
    assert_eq!([row(1 << 63, now, 0, 1), row(u64::MAX, now, 0, 1)], [(true, false); 2]);
}

#[test]
fn retry_after_is_seconds_or_a_date() {
    let now = "2026-11-23T12:00:00Z".parse().unwrap();
    assert_eq!(retry_after(" 7 ", now), Some(Duration::from_secs(7)));
    assert_eq!(retry_after("Mon, 23 Nov 2026 12:00:30 GMT", now), Some(Duration::from_secs(30)));
    assert_eq!(retry_after("Mon, 23 Nov 2026 11:00:00 GMT", now), Some(Duration::ZERO));
    assert_eq!(retry_after("soon", now), None);
}

proptest! {
    #[test]
    fn no_answer_makes_the_readers_panic(body in prop::collection::vec(any::<u8>(), 0..300), status in 100u16..600) {
        let reply = Reply { status, body, ..Reply::default() };
        let _ = ratings_verdict(&reply);
        let _ = atcoder::parse(&reply.body);
    }

    #[test]
    fn no_damage_to_a_true_answer_makes_the_readers_panic(at in 0usize..2000, byte in any::<u8>()) {
        let files = [include_str!("../sample/data/codeforces.json"), include_str!("../sample/data/atcoder_algorithm.json")];
        for file in files {
            let mut body = file.as_bytes().to_vec();
            let at = at % body.len();
            body[at] = byte;
            let reply = Reply { status: 200, body, ..Reply::default() };
            let _ = ratings_verdict(&reply);
            let _ = atcoder::parse(&reply.body);
        }
    }
}

#[test]
fn a_submission_is_read_whatever_is_missing_or_new_in_it() {
    let body = r#"{"status":"OK","result":[
        {"id":3,"creationTimeSeconds":1700239800,"problem":{"problemsetName":"acmsguru","index":"553","name":"Sultan"},
         "author":{"members":[{"handle":"someone_else"}],"participantType":"SPECTATOR"},"pointsInfo":{}},
        {"id":2,"contestId":103104,"creationTimeSeconds":1700239700,"verdict":"NEW_WORD","points":12.5,
         "problem":{"contestId":103104,"index":"f2","name":"F","tags":["x"]},
         "author":{"members":[{"handle":"a"},{"handle":"b"}],"participantType":"VIRTUAL"}},
        {"id":1,"creationTimeSeconds":1700239600,"problem":{"index":"A"}}]}"#;
    let verdict: ReplyStatus<Vec<codeforces::SubmissionRow>> = codeforces::judge(&reply(200, body), None);
    let ReplyStatus::Use(rows) = verdict else { panic!("{verdict:?}") };
    let rows: Vec<Submission> = rows.into_iter().map(Submission::from).collect();
    assert_eq!(rows[0].problem.as_str(), "codeforces/acmsguru/553");
    assert_eq!((rows[0].participation, rows[0].outcome()), (Some(Participation::Other), Outcome::Waiting));
    assert_eq!((rows[1].problem.as_str(), rows[1].team), ("codeforces/gym/103104/F2", true));
    assert_eq!((rows[1].outcome(), rows[1].points), (Outcome::Rejected, Some(12.5)));
    assert_eq!((rows[2].problem.as_str(), rows[2].participation), ("codeforces/unknown/A", None));
}

#[test]
fn a_difficulty_may_lack_anything() {
    let body = r#"{"a_1":{"is_experimental":true},"a_2":{"difficulty":-848.4,"slope":null,"discrimination":null},
        "a_3":{}, "a_4":{"difficulty":null,"irt_users":{}}}"#;
    let models: archive::Models = reply(200, body).json().unwrap();
    let all = models.into_difficulties();
    let seen: Vec<_> = all.iter().map(|model| (model.raw, model.experimental)).collect();
    assert_eq!(seen, [(None, true), (Some(-848), false), (None, false), (None, false)]);
}
