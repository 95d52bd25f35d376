//! `cpt contests`: what comes, from lists and calendars, and for whom it is rated.

use cpt_tracker::sample::judge::Fault;
use insta::assert_snapshot;
use serde_json::Value;

use super::sandbox::{Run, Sandbox};

fn synced() -> Sandbox {
    let sandbox = Sandbox::of_beginner(&[0]);
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    sandbox
}

/// The contests to come of AtCoder, by their names.
fn at_atcoder(sandbox: &Sandbox) -> Vec<String> {
    let contests = sandbox.cpt(&["contests", "--json"]).json();
    let coming = contests["coming"].as_array().unwrap().iter();
    let coming = coming.filter(|one| one["judge"] == "atcoder");
    coming.map(|one| one["contest"].as_str().unwrap().to_owned()).collect()
}

fn source<'a>(sync: &'a Value, name: &str) -> &'a Value {
    sync["sources"].as_array().unwrap().iter().find(|source| source["source"] == name).unwrap()
}

#[test]
fn what_comes_is_told_with_whom_it_is_rated_for() {
    let sandbox = synced();
    assert_snapshot!(
        "coming",
        sandbox.cpt(&["contests", "--all"]).answer().split("\nPast\n").next().unwrap()
    );
    let contests = sandbox.cpt(&["contests", "--judge", "atcoder", "--json"]).json();
    let told: Vec<String> = contests["coming"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let [contest, kind, yours, from, to] =
                ["contest", "kind", "rated_for_you", "rated_from", "rated_to"].map(|name| &one[name]);
            format!("{contest} {kind} {yours} {from} {to}\n")
        })
        .collect();
    assert_snapshot!("coming_json", told.concat());
    assert_eq!(contests["coming_unknown"], serde_json::json!([]));
}

/// Whatever is wrong with one of the calendars, all else is brought and kept.
#[test]
fn a_fault_of_a_calendar_costs_nothing_else() {
    let sandbox = synced();
    let before = at_atcoder(&sandbox);
    assert!(before.iter().any(|contest| contest.starts_with("arc")), "{before:?}");
    let faults = [
        Fault::Text { status: 404, text: "Not found".to_owned() },
        Fault::Text { status: 500, text: "Sorry".to_owned() },
        Fault::Text { status: 200, text: "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n".to_owned() },
        Fault::Page { status: 200 },
        Fault::Cut,
        Fault::Large(40 << 20),
        Fault::Moved("/nowhere".to_owned()),
    ];
    for (day, fault) in (24..).zip(faults) {
        // The second of the four.
        sandbox.judge().fail("/c_94bb", fault.clone(), usize::MAX);
        let mut sync = sandbox.program(&["sync", "--json"]);
        sync.env("CPT_NOW", format!("2026-11-{day}T22:00:00+09:00"));
        let sync = sandbox.run(sync);
        sandbox.judge().behave();
        assert_eq!(sync.code, Some(3), "{fault:?}: {sync}");
        let sync = sync.json();
        for one in sync["sources"].as_array().unwrap() {
            assert_eq!(one["error"].is_null(), one["source"] != "atcoder.calendar", "{fault:?}: {one}");
        }
        assert_eq!(at_atcoder(&sandbox), before, "{fault:?}");
    }
}

#[test]
fn calendars_are_asked_once_a_day_and_followed() {
    let sandbox = synced();
    let sync = |now: &str| {
        let mut sync = sandbox.program(&["sync", "--json"]);
        sync.env("CPT_NOW", now);
        sandbox.run(sync).json()
    };
    let counted = |sync: &Value| {
        let calendar = source(sync, "atcoder.calendar");
        ["requests", "not_modified", "new", "removed"].map(|name| calendar[name].as_u64().unwrap())
    };
    assert_eq!(counted(&sync("2026-11-23T23:00:00+09:00")), [0, 0, 0, 0]);
    assert_eq!(counted(&sync("2026-11-24T23:00:00+09:00")), [4, 4, 0, 0]);
    // A calendar that failed is asked for again, and no other one.
    sandbox.judge().fail("/c_94bb", Fault::Cut, usize::MAX);
    let failed = sync("2026-11-26T00:00:00+09:00");
    assert!(source(&failed, "atcoder.calendar")["error"].as_str().unwrap().contains("ARC"), "{failed}");
    sandbox.judge().behave();
    assert_eq!(counted(&sync("2026-11-26T01:00:00+09:00")), [1, 1, 0, 0]);
}

#[test]
fn without_a_handle_at_atcoder_no_calendar_is_asked() {
    let sandbox = Sandbox::of_beginner(&[0]);
    sandbox.reconfigure("atcoder = \"cpt_demo\"\n", "");
    let sync: Run = sandbox.cpt(&["sync"]);
    assert!(sandbox.judge().seen().iter().all(|seen| !seen.target.contains("basic.ics")), "{sync}");
}

#[test]
fn a_calendar_for_calendar_programs_has_what_is_rated_for_you_unless_all_is_wanted() {
    let sandbox = synced();
    let events = |arguments: &[&str]| {
        sandbox.cpt(&[&["contests", "--ics", "my.ics"], arguments].concat()).answer();
        let text = sandbox.read("my.ics");
        let mut uids: Vec<String> =
            text.lines().filter_map(|line| Some(line.strip_prefix("UID:")?.trim().to_owned())).collect();
        uids.sort();
        uids
    };
    let rated = events(&["--judge", "atcoder"]);
    assert_eq!(rated, events(&["--judge", "atcoder"]), "the same contests have the same names");
    assert!(rated.contains(&"atcoder-abc485@cpt".to_owned()), "{rated:?}");
    let hard = "atcoder-arc229@cpt".to_owned();
    assert!(!rated.contains(&hard) && events(&["--all"]).contains(&hard), "{rated:?}");
}

#[test]
fn a_rated_contest_that_begins_within_a_day_is_told_beside_todays_problems() {
    let sandbox = synced();
    let mut next = sandbox.program(&["next"]);
    next.env("CPT_NOW", "2026-11-28T09:00:00+09:00");
    let next = sandbox.run(next);
    let told = "AtCoder Beginner Contest 485 is rated for you and starts in 12 hours: \
                https://atcoder.jp/contests/abc485\n";
    assert!(next.out.ends_with(told), "{next}");
    let mut json = sandbox.program(&["next", "--json"]);
    json.env("CPT_NOW", "2026-11-28T09:00:00+09:00");
    assert_eq!(sandbox.run(json).json()["contests_soon"][0]["contest"], "abc485");
    assert_eq!(sandbox.cpt(&["next", "--json"]).json()["contests_soon"].as_array().unwrap().len(), 0);
}
