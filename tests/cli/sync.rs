//! From the first sync to the charts.

use std::fs;

use cpt_tracker::model::{Judge, Track};
use cpt_tracker::sample::{self, HANDLE};
use insta::assert_snapshot;
use serde_json::{Value, json};

use super::sandbox::{Run, Sandbox, TODAY};

#[test]
fn the_main_job_from_the_first_sync_to_the_charts() {
    let sandbox = Sandbox::of_sample_user();
    assert_snapshot!("first_sync", sandbox.cpt(&["sync"]));
    assert_snapshot!("second_sync", sandbox.cpt(&["sync"]));
    let status = sandbox.cpt(&["status"]).answer();
    assert_snapshot!("status", status);
    assert_eq!(sandbox.cpt(&[]).answer(), status);
    assert_snapshot!("rating", sandbox.cpt(&["rating"]));
    assert_snapshot!("streak", sandbox.cpt(&["streak"]));
    assert_eq!(fs::read_to_string(sandbox.dir().join(".cpt/.gitignore")).unwrap(), "*\n");

    // Charts that were lost are drawn again from the store, without a judge.
    let chart = sandbox.dir().join("charts/atcoder-algorithm.svg");
    let first = fs::read(&chart).unwrap();
    fs::remove_dir_all(sandbox.dir().join("charts")).unwrap();
    let asked = sandbox.judge().seen().len();
    assert_snapshot!("chart", sandbox.cpt(&["chart"]));
    assert_eq!(fs::read(&chart).unwrap(), first);
    assert_eq!(sandbox.judge().seen().len(), asked);
}

/// Every source of somebody who follows both judges, in the order of the report.
const SOURCES: [&str; 12] = [
    "codeforces.ratings",
    "codeforces.submissions",
    "codeforces.problems",
    "codeforces.contests",
    "atcoder.algorithm",
    "atcoder.heuristic",
    "atcoder.submissions",
    "atcoder.problems",
    "atcoder.models",
    "atcoder.contests",
    "atcoder.calendar",
    "git:.",
];

#[test]
fn what_scripts_read_has_its_fields() {
    let sandbox = Sandbox::of_sample_user();
    let sync = sandbox.cpt(&["sync", "--json"]).json();
    assert_eq!(sync["schema"], 1);
    let sources: Vec<&str> =
        sync["sources"].as_array().unwrap().iter().filter_map(|s| s["source"].as_str()).collect();
    assert_eq!(sources, SOURCES);
    for source in sync["sources"].as_array().unwrap() {
        let fields = ["source", "new", "total", "removed", "requests", "not_modified", "waited_ms", "error"];
        assert!(fields.iter().all(|field| source.get(*field).is_some()), "{source}");
        assert_eq!((&source["new"], &source["error"]), (&source["total"], &Value::Null), "{source}");
    }
    assert!(sync["files"].as_array().unwrap().iter().any(|file| file == "charts/heatmap.svg"));

    let rating = sandbox.cpt(&["rating", "--json"]).json();
    let series = &rating["series"][1];
    let head = json!({"judge": "atcoder", "track": "algorithm", "handle": HANDLE, "rating": 1328, "colour": "cyan",
        "contests": 56});
    for (field, value) in head.as_object().unwrap() {
        assert_eq!(&series[field], value, "{field}");
    }
    let history = series["history"].as_array().unwrap();
    assert_eq!((history.len(), history.iter().filter(|row| row["rated"] == true).count()), (58, 56));
    assert_snapshot!("a_contest_as_json", serde_json::to_string_pretty(&history[57]).unwrap());

    let mut streak = sandbox.cpt(&["streak", "--json"]).json();
    let days = streak["days"].as_array_mut().unwrap().split_off(2);
    assert_eq!(streak["total_days"], days.len() + 2);
    assert_snapshot!("streak_as_json", serde_json::to_string_pretty(&streak).unwrap());
}

/// The sample user's AtCoder history, changed.
fn with_history(sandbox: &Sandbox, change: impl FnOnce(&mut Vec<Value>)) {
    let mut data = sample::judge_data(TODAY).unwrap();
    let text = include_str!("../../src/sample/data/atcoder_algorithm.json");
    let mut history: Vec<Value> = serde_json::from_str(text).unwrap();
    change(&mut history);
    data.insert(Judge::ATCODER, Track::Algorithm, HANDLE, history.into());
    sandbox.judge().set(data);
}

#[test]
fn a_new_contest_a_changed_one_and_a_withdrawn_one_are_told() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    with_history(&sandbox, |history| {
        history.pop();
    });
    sandbox.cpt(&["sync"]);
    with_history(&sandbox, |_| {});
    assert_snapshot!("sync_with_a_new_contest", sandbox.cpt(&["sync"]));
    with_history(&sandbox, |history| {
        history.remove(10);
    });
    assert_snapshot!("sync_with_a_withdrawn_contest", sandbox.cpt(&["sync"]));
}

/// AtCoder revises performances, and sometimes more, long after a contest.
#[test]
fn what_atcoder_changes_of_an_old_contest_is_told() {
    let sandbox = Sandbox::of_beginner(&[0]);
    with_history(&sandbox, |_| {});
    sandbox.cpt(&["sync"]);
    let mut name = String::new();
    let mut before = 0;
    with_history(&sandbox, |history| {
        before = history[5]["Performance"].as_i64().unwrap();
        name = history[5]["ContestName"].as_str().unwrap().to_owned();
        history[5]["Performance"] = (before + 7).into();
    });
    let json = sandbox.cpt(&["sync", "--json"]).json();
    let source =
        json["sources"].as_array().unwrap().iter().find(|one| one["source"] == "atcoder.algorithm").unwrap();
    let changes = json!([{"field": "performance", "before": before, "after": before + 7}]);
    assert_eq!((&source["changed"], &source["revised"][0]["changes"]), (&json!(1), &changes));
    with_history(&sandbox, |history| history[5]["Place"] = 12.into());
    let sync = sandbox.cpt(&["sync"]);
    assert!(sync.out.contains("1 contest updated\n"), "{sync}");
    assert!(sync.out.contains(&format!("  {name}: rank 12, was ")), "{sync}");
    assert!(sync.out.contains(&format!(", performance {before}, was {}\n", before + 7)), "{sync}");
}

/// Names from outside that would colour a terminal, move its cursor or end an SVG element.
#[test]
fn what_comes_from_outside_stays_text() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    let name = "</text><script>alert(1)</script>\u{1b}[2J\u{202e}\u{7}evil";
    with_history(&sandbox, |history| history.last_mut().unwrap()["ContestName"] = name.into());
    let shown = |run: &Run| {
        assert!(!run.out.contains(|c: char| c != '\n' && c.is_control()), "{run}");
        assert!(!run.err.contains(|c: char| c != '\n' && c.is_control()), "{run}");
    };
    shown(&sandbox.cpt(&["sync"]));
    let status = sandbox.cpt(&["status"]);
    shown(&status);
    assert!(status.out.contains("<script>alert(1)</script>"), "{status}");
    shown(&sandbox.cpt(&["rating"]));
    shown(&sandbox.cpt(&["rating", "--json"]));
    let svg = sandbox.read("charts/atcoder-algorithm.svg");
    assert!(!svg.contains("<script"));
}

#[test]
fn charts_go_where_and_how_they_are_asked_for() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    sandbox.cpt(&["sync"]);
    let listed =
        sandbox.cpt(&["chart", "heatmap", "--out", "elsewhere", "--format", "svg", "--theme", "dark"]);
    assert_eq!(listed.answer(), "elsewhere/heatmap.svg\n");
    let files: Vec<_> = fs::read_dir(sandbox.dir().join("elsewhere"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(files, ["heatmap.svg"]);
    assert_eq!(sandbox.read("elsewhere/heatmap.svg"), sandbox.read("charts/heatmap-dark.svg"));
}

#[test]
fn a_configuration_is_found_from_below_and_where_it_is_named() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    sandbox.cpt(&["sync"]);
    let here = sandbox.cpt(&["status"]).answer();
    let mut below = sandbox.program(&["status"]);
    below.current_dir(sandbox.dir().join("charts"));
    assert_eq!(sandbox.run(below).answer(), here);
    let mut elsewhere = sandbox.program(&["--config", "work/cpt.toml"]);
    elsewhere.current_dir(sandbox.dir().parent().unwrap());
    assert_eq!(sandbox.run(elsewhere).answer(), here);
}
