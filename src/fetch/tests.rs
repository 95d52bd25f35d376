//! What the judges' answers mean; how the client behaves is in `tests/fetch.rs`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use proptest::prelude::*;

use super::error::Trouble;
use super::reply::{Reply, Verdict, retry_after};
use super::{atcoder, codeforces};
use crate::model::{Handle, Judge, RatingChange};

fn reply(status: u16, body: &str) -> Reply {
    Reply { status, body: body.as_bytes().to_vec(), ..Reply::default() }
}

fn codeforces(reply: &Reply) -> Verdict<Vec<codeforces::Row>> {
    codeforces::judge(reply, Some(&Handle::new(Judge::Codeforces, "alice").unwrap()))
}

fn ratings(body: &str) -> Vec<RatingChange> {
    match codeforces(&reply(200, body)) {
        Verdict::Use(rows) => rows.into_iter().map(RatingChange::from).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn codeforces_rows_keep_their_order_and_lose_what_is_no_fact() {
    let body = r#"{"status":"OK","result":[
        {"contestId":1680,"contestName":"Round <2>","handle":"a","rank":0,"ratingUpdateTimeSeconds":1700239800,
         "oldRating":0,"newRating":-21,"unknownKey":{}},
        {"contestId":1679,"contestName":"R","handle":"a","rank":7,"ratingUpdateTimeSeconds":1700239800,
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
        codeforces(&reply(status, &format!(r#"{{"status":"FAILED","comment":"{comment}"}}"#)))
    };
    for status in [200, 400, 429, 503] {
        let limit = failed(status, "Call limit exceeded");
        assert!(matches!(limit, Verdict::Again(Trouble::TooOften { .. })), "{limit:?}");
        for plural in ["", "s"] {
            let unknown = failed(status, &format!("handle{plural}: User with handle alice not found"));
            assert!(matches!(unknown, Verdict::GiveUp(Trouble::UnknownHandle { .. })), "{unknown:?}");
        }
        let other = failed(status, "handle: Field should contain between 3 and 24 characters, inclusive");
        assert!(matches!(other, Verdict::GiveUp(Trouble::Refused(_))), "{other:?}");
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
        let _ = codeforces(&reply);
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
            let _ = codeforces(&reply);
            let _ = atcoder::parse(&reply.body);
        }
    }
}

/// A file of the judges' recorded answers, where the checkout has them beside it.
fn recording(name: &str) -> Option<String> {
    let recordings: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/recordings");
    let text = std::fs::read_to_string(recordings.join(name)).ok();
    if text.is_none() {
        println!("skipped: there is no {name} in {}", recordings.display());
    }
    text
}

#[test]
fn recorded_rating_histories_are_read_whole() {
    if let Some(text) = recording("codeforces/user.rating_unbit_2025.json") {
        let rows = ratings(&text);
        println!("read {} recorded rating changes of unbit", rows.len());
        assert_eq!(rows.len(), 30);
        assert_eq!((rows[0].old, rows[0].new, rows[29].new), (0, 380, 1622));
        assert!(rows.windows(2).all(|pair| pair[0].new == pair[1].old && pair[0].at <= pair[1].at));
    }
    if let Some(text) = recording("codeforces/recorded_2026-09-15_small.json") {
        let answers: serde_json::Value = serde_json::from_str(&text).unwrap();
        let answer = |name: &str| {
            reply(answers[name]["http"].as_u64().unwrap() as u16, &answers[name]["body"].to_string())
        };
        assert_eq!(ratings(&answers["user.rating_tourist_first2"]["body"].to_string()).len(), 2);
        // The refusal looks the same for every method.
        let unknown = codeforces(&answer("user.status_not_found"));
        assert!(matches!(unknown, Verdict::GiveUp(Trouble::UnknownHandle { .. })), "{unknown:?}");
        println!("read 2 of {} recorded answers, one of them a refusal", answers.as_object().unwrap().len());
    }
}
