//! The second sync and later ones: few requests, and the judges' changes followed.

use cpt_tracker::model::Judge;
use cpt_tracker::sample::judge::{Fault, JudgeData};
use cpt_tracker::sample::{self, HANDLE};
use insta::assert_snapshot;
use serde_json::{Value, json};

use super::sandbox::{Run, Sandbox, TODAY};

/// A sandbox after its first sync.
fn synced() -> Sandbox {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    sandbox
}

/// A sync at another time.
fn sync_at(sandbox: &Sandbox, now: &str, arguments: &[&str]) -> Run {
    let mut sync = sandbox.program(&["sync"]);
    sync.args(arguments).env("CPT_NOW", now);
    sandbox.run(sync)
}

/// The targets that were asked for since `from`, with a mark for those that were conditional.
fn asked(sandbox: &Sandbox, from: usize) -> String {
    let mut targets: Vec<String> = sandbox.judge().seen()[from..]
        .iter()
        .map(|seen| format!("{}{}\n", seen.target, if seen.conditional { "  (if it changed)" } else { "" }))
        .collect();
    targets.sort();
    targets.concat()
}

/// The numbers of requests and of "not modified", by source.
fn counted(sync: &Run) -> Vec<(String, u64, u64)> {
    let json = sync.json();
    let sources = json["sources"].as_array().unwrap().iter();
    let number = |source: &Value, field: &str| source[field].as_u64().unwrap();
    sources
        .map(|source| {
            let name = source["source"].as_str().unwrap().to_owned();
            (name, number(source, "requests"), number(source, "not_modified"))
        })
        .filter(|(name, ..)| !name.starts_with("git:"))
        .collect()
}

#[test]
fn an_hour_later_only_what_is_the_users_is_asked_for() {
    let sandbox = synced();
    let before = sandbox.judge().seen().len();
    let again = sync_at(&sandbox, "2026-11-23T22:30:00+09:00", &["--json"]);
    assert_snapshot!("asked_for_an_hour_later", asked(&sandbox, before));
    for (name, requests, not_modified) in counted(&again) {
        let list = ["problems", "contests", "models", "calendar"].iter().any(|list| name.ends_with(list));
        assert_eq!(requests, u64::from(!list), "{name}");
        // Codeforces gives nothing to recognise an answer by. AtCoder's first answer was about all the submissions,
        // and this one about the last days.
        let unchanged = ["atcoder.algorithm", "atcoder.heuristic"].contains(&name.as_str());
        assert_eq!(not_modified, u64::from(unchanged), "{name}");
    }
    let third = counted(&sync_at(&sandbox, "2026-11-23T22:40:00+09:00", &["--json"]));
    assert!(third.contains(&("atcoder.submissions".to_owned(), 1, 1)), "{third:?}");
}

#[test]
fn a_day_later_the_lists_are_asked_for_and_known_by_their_stamps() {
    let sandbox = synced();
    let before = sandbox.judge().seen().len();
    sync_at(&sandbox, "2026-11-24T21:31:00+09:00", &[]);
    assert_snapshot!("asked_for_a_day_later", asked(&sandbox, before));
    // They are young again; whoever wants them is given them.
    let before = sandbox.judge().seen().len();
    sync_at(&sandbox, "2026-11-24T22:00:00+09:00", &[]);
    assert_eq!(sandbox.judge().seen().len() - before, 5);
    let before = sandbox.judge().seen().len();
    sync_at(&sandbox, "2026-11-24T22:01:00+09:00", &["--full"]);
    assert_snapshot!("asked_for_in_full", asked(&sandbox, before));
}

/// A mirror may want a name and a password: lists from there are kept as long, and nobody is told.
#[test]
fn a_mirror_that_wants_a_password_is_asked_as_seldom_and_told_of_without_it() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let mut mirror = sandbox.judge().url().clone();
    mirror.set_username("me").unwrap();
    mirror.set_password(Some("secret")).unwrap();
    let sync = |arguments: &[&str]| {
        let mut sync = sandbox.program(&["sync"]);
        sync.args(arguments);
        for site in ["CODEFORCES", "ATCODER", "ATCODER_PROBLEMS", "ATCODER_CALENDAR"] {
            sync.env(format!("CPT_{site}_URL"), mirror.as_str());
        }
        sandbox.run(sync)
    };
    let first = sync(&["-v"]);
    assert!(first.err.contains("/api/user.rating") && !first.to_string().contains("secret"), "{first}");
    let asked: u64 = counted(&sync(&["--json"])).iter().map(|(_, requests, _)| requests).sum();
    assert_eq!(asked, 5);
    for entry in std::fs::read_dir(sandbox.dir().join(".cpt")).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!bytes.windows(6).any(|window| window == b"secret"));
    }
}

#[test]
fn how_old_a_list_may_be_can_be_said() {
    let sandbox = synced();
    sandbox.reconfigure("[charts]\n", "[judges.codeforces]\nmax_age = \"30m\"\n\n[charts]\n");
    let later = counted(&sync_at(&sandbox, "2026-11-23T22:30:00+09:00", &["--json"]));
    let asked: Vec<&str> = later
        .iter()
        .filter(|(name, requests, _)| {
            *requests > 0 && (name.ends_with("problems") || name.ends_with("contests"))
        })
        .map(|(name, ..)| name.as_str())
        .collect();
    assert_eq!(asked, ["codeforces.problems", "codeforces.contests"]);
}

/// The judges' data, changed.
fn with_data(sandbox: &Sandbox, change: impl FnOnce(&mut JudgeData)) {
    let mut data = sample::judge_data(TODAY).unwrap();
    change(&mut data);
    sandbox.judge().set(data);
}

#[test]
fn what_the_judges_change_of_the_past_is_followed_and_told() {
    let sandbox = synced();
    with_data(&sandbox, |data| {
        let submissions = data.submissions_mut(Judge::CODEFORCES, HANDLE);
        submissions[3]["verdict"] = "SKIPPED".into();
        submissions.remove(5);
        data.submissions_mut(Judge::ATCODER, HANDLE).pop();
        let contests = data.list_mut("/api/contest.list");
        contests["result"][0]["name"] = "Another Name".into();
        contests["result"].as_array_mut().unwrap().remove(9);
        data.list_mut("/resources/problems.json").as_array_mut().unwrap().truncate(800);
        data.list_mut("/resources/problem-models.json")["abc228_a"] = json!({"is_experimental": null});
        // More have solved it: no news.
        data.list_mut("/api/problemset.problems")["result"]["problemStatistics"][0]["solvedCount"] = 1.into();
    });
    assert_snapshot!("sync_after_changes_of_the_past", sync_at(&sandbox, "2026-11-24T21:31:00+09:00", &[]));
}

/// AtCoder answers like this about a name that it doesn't know.
#[test]
fn a_judge_that_lists_nothing_any_more_erases_nothing_unless_asked_to() {
    let sandbox = synced();
    let nothing = Fault::Text { status: 200, text: "[]".into() };
    for target in ["/users/", "/atcoder-api/", "/resources/contests.json"] {
        sandbox.judge().fail(target, nothing.clone(), usize::MAX);
    }
    let sync = sync_at(&sandbox, "2026-11-24T21:31:00+09:00", &[]);
    assert_eq!(sync.code, Some(3));
    assert_snapshot!("sync_with_a_judge_that_lists_nothing", sync.err);
    let contests = || {
        let json = sandbox.cpt(&["rating", "--json"]).json();
        let series = json["series"].as_array().unwrap().clone();
        series.iter().map(|series| series["contests"].as_u64().unwrap()).sum::<u64>()
    };
    assert_eq!(contests(), 27 + 56 + 8);
    assert_eq!(sync_at(&sandbox, "2026-11-24T21:31:00+09:00", &["--full"]).code, Some(0));
    assert_eq!(contests(), 27);
}

#[test]
fn what_is_judged_late_is_read_again() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let judged = |from: usize, verdict: &str| {
        with_data(&sandbox, |data| {
            for submission in &mut data.submissions_mut(Judge::CODEFORCES, HANDLE)[from..=from] {
                match verdict {
                    "" => drop(submission.as_object_mut().unwrap().remove("verdict")),
                    verdict => submission["verdict"] = verdict.into(),
                }
            }
        });
    };
    judged(0, "");
    sandbox.cpt(&["sync"]);
    judged(0, "OK");
    let json = sandbox.cpt(&["sync", "--json"]).json();
    assert_eq!((&json["sources"][1]["new"], &json["sources"][1]["requests"]), (&json!(0), &json!(1)));
    let store = rusqlite::Connection::open(sandbox.dir().join(".cpt/cpt.db")).unwrap();
    let waiting: i64 =
        store.query_row("SELECT count(*) FROM submission WHERE outcome = 2", [], |row| row.get(0)).unwrap();
    assert_eq!(waiting, 0);
}

#[test]
fn a_new_name_is_told() {
    let sandbox = synced();
    with_data(&sandbox, |data| data.rename(HANDLE, "cpt_renamed"));
    assert_snapshot!("sync_after_a_change_of_name", sandbox.cpt(&["sync"]));
    sandbox.reconfigure("codeforces = \"cpt_demo\"", "codeforces = \"cpt_renamed\"");
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
}

#[test]
fn without_network_the_store_answers_and_says_how_old_it_is() {
    let sandbox = synced();
    let before = sandbox.judge().seen().len();
    assert_snapshot!("sync_offline", sync_at(&sandbox, "2026-11-26T21:31:00+09:00", &["--offline"]));
    assert_eq!(sandbox.judge().seen().len(), before);
    let mut rating = sandbox.program(&["rating"]);
    rating.env("CPT_NOW", "2026-11-26T21:31:00+09:00");
    let rating = sandbox.run(rating);
    assert_eq!(rating.err, "Ratings were last updated 3 days ago. Run `cpt sync` to refresh them.\n");
}

#[test]
fn every_request_is_told_when_asked_to() {
    let sandbox = synced();
    let run = sandbox.cpt(&["sync", "-v"]);
    let times = regex::Regex::new(r"\d+ bytes, \d+ ms \(waited \d+ ms\)").unwrap();
    let mut told: Vec<_> =
        run.err.lines().map(|line| times.replace(line, "[N] bytes, [T] ms (waited [T] ms)")).collect();
    told.sort();
    assert_snapshot!("requests_told", told.join("\n"));
}

/// What is drawn costs more than all else of a sync that finds nothing new.
#[test]
fn charts_are_left_alone_until_something_changes() {
    let sandbox = synced();
    let chart = sandbox.dir().join("charts/heatmap.svg");
    let drawn = std::fs::read(&chart).unwrap();
    let files = |sync: &Run| sync.json()["files"].as_array().unwrap().len();
    // Only who draws would notice that it is not as it was drawn: neither its size nor its time tell.
    let forge = || {
        let time = chart.metadata().unwrap().modified().unwrap();
        std::fs::write(&chart, "x".repeat(drawn.len())).unwrap();
        std::fs::File::options().append(true).open(&chart).unwrap().set_modified(time).unwrap();
    };
    forge();
    assert_eq!(files(&sandbox.cpt(&["sync", "--json"])), 0);
    assert_ne!(std::fs::read(&chart).unwrap(), drawn);
    let mends = |sync: Run| {
        assert!(files(&sync) > 0, "{sync}");
        assert!(sandbox.read("charts/heatmap.svg").ends_with("</svg>\n"));
        forge();
    };
    mends(sync_at(&sandbox, "2026-11-24T21:30:00+09:00", &["--json"]));
    sandbox.reconfigure("theme = \"both\"", "theme = \"light\"");
    mends(sync_at(&sandbox, "2026-11-24T21:30:00+09:00", &["--json"]));
    with_data(&sandbox, |data| drop(data.submissions_mut(Judge::CODEFORCES, HANDLE).remove(0)));
    mends(sync_at(&sandbox, "2026-11-24T21:30:00+09:00", &["--json"]));
    std::fs::remove_file(sandbox.dir().join("charts/codeforces.svg")).unwrap();
    mends(sync_at(&sandbox, "2026-11-24T21:30:00+09:00", &["--json"]));
    sandbox.judge().fail("/api/user.rating", Fault::Page { status: 403 }, 1);
    mends(sync_at(&sandbox, "2026-11-24T21:30:00+09:00", &["--json"]));
}
