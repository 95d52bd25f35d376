//! What one wants to reach: set, shown with its odds, and given up.

use insta::assert_snapshot;
use serde_json::{Value, json};

use super::sandbox::Sandbox;

fn synced() -> Sandbox {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    sandbox.cpt(&["sync"]);
    sandbox
}

#[test]
fn targets_are_added_shown_and_removed_and_the_rest_of_the_file_stays() {
    let sandbox = synced();
    let before = sandbox.read("cpt.toml");
    assert_snapshot!("target_add", sandbox.cpt(&["target", "add", "atcoder", "青", "--by", "2027-06-30"]));
    let mint = ["target", "add", "atcoder", "--equivalent", "codeforces 블루", "--by", "2027-12-31"];
    assert_snapshot!("target_add_equivalent", sandbox.cpt(&mint));
    assert_snapshot!("target_list", sandbox.cpt(&["target", "list"]));
    assert_eq!(sandbox.cpt(&["target"]).answer(), sandbox.cpt(&["target", "list"]).answer());
    sandbox.cpt(&["target", "remove", "atcoder", "blue"]).answer();
    let removed = sandbox.cpt(&["target", "remove", "ATCODER", "1174"]).answer();
    assert_eq!(removed, "Removed AtCoder green (1174) by 2027-12-31\n");
    assert_eq!(sandbox.read("cpt.toml"), before);
}

#[test]
fn what_scripts_read_of_targets_has_its_fields() {
    let sandbox = synced();
    sandbox.cpt(&["target", "add", "atcoder", "blue", "--by", "2027-06-30"]);
    let answer = sandbox.cpt(&["target", "--json"]).json();
    assert_eq!(answer["schema"], 1);
    let targets = answer["targets"].as_array().unwrap();
    let find = |goal: i32, track: &str| {
        targets.iter().find(|target| target["goal"] == goal && target["track"] == track).unwrap()
    };
    assert_snapshot!(
        "an_open_target_as_json",
        serde_json::to_string_pretty(find(1600, "algorithm")).unwrap()
    );
    let met = find(1200, "algorithm");
    for (field, value) in json!({"current": 1328, "gap": 0, "met_on": "2026-09-26", "met_in": "abc476",
        "kept": true, "needed_performance": null, "forecast": null})
    .as_object()
    .unwrap()
    {
        assert_eq!(&met[field], value, "{field}");
    }
    assert_eq!(sandbox.cpt(&["status", "--json"]).json()["targets"], answer["targets"]);
}

#[test]
fn wrong_targets_are_refused_with_advice() {
    let sandbox = synced();
    let add = |words: &[&str]| sandbox.cpt(&[&["target", "add"], words].concat());
    assert_snapshot!("target_wrong_colour", add(&["atcoder", "grean", "--by", "2027-06-30"]));
    assert_snapshot!("target_wrong_judge", add(&["atcodr", "green", "--by", "2027-06-30"]));
    assert_snapshot!("target_past", add(&["atcoder", "green", "--by", "2026-06-30"]));
    assert_snapshot!("target_today", add(&["atcoder", "green", "--by", "2026-11-23"]));
    assert_snapshot!("target_of_nobody", add(&["atcoder", "9000", "--by", "2027-06-30"]));
    assert_snapshot!("target_of_everybody", add(&["codeforces", "gray", "--by", "2027-06-30"]));
    assert_snapshot!("target_ambiguous", sandbox.cpt(&["target", "remove", "atcoder", "cyan"]));
}

#[test]
fn a_rating_is_continued_and_compared() {
    let sandbox = synced();
    let what_if = ["rating", "--what-if", "1200,2100", "--judge", "atcoder"];
    assert_snapshot!("what_if", sandbox.cpt(&what_if));
    let json = sandbox.cpt(&[&what_if[..], &["--json"]].concat()).json();
    let steps: Value = json!([{"performance": 1200, "rating": 1316, "colour": "cyan"},
        {"performance": 2100, "rating": 1423, "colour": "cyan"}]);
    assert_eq!((&json["what_if"], &json["what_if_is_estimate"]), (&steps, &Value::Bool(false)));
    assert_snapshot!("what_if_of_several", sandbox.cpt(&["rating", "--what-if", "1200"]));
    assert_snapshot!("equivalent", sandbox.cpt(&["rating", "--equivalent"]));
}

#[cfg(unix)]
#[test]
fn a_configuration_that_is_a_link_stays_one() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let (link, kept) = (sandbox.dir().join("cpt.toml"), sandbox.dir().join("kept.toml"));
    std::fs::rename(&link, &kept).unwrap();
    std::os::unix::fs::symlink("kept.toml", &link).unwrap();
    let run = sandbox.cpt(&["target", "add", "codeforces", "blue", "--by", "2027-06-30"]);
    assert_eq!(run.code, Some(0), "{run}");
    assert!(link.is_symlink());
    assert!(sandbox.read("kept.toml").contains("blue"));
}

#[test]
fn a_target_that_is_written_twice_is_one() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let targets = || sandbox.cpt(&["target", "--json"]).json()["targets"].as_array().unwrap().len();
    let before = targets();
    let block = "\n[[targets]]\njudge = \"atcoder\"\ncolour = \"blue\"\nby = \"2027-12-31\"\n";
    sandbox.write("cpt.toml", &(sandbox.read("cpt.toml") + block + block));
    assert_eq!(targets(), before + 1);
}

/// The sample user was rated 1358 at Codeforces once, and is 1312 now.
#[test]
fn a_rating_held_before_is_a_goal_again_from_the_day_on_which_it_is_added() {
    let sandbox = synced();
    let told = |targets: &Value| {
        let found = targets["targets"].as_array().unwrap().iter().find(|target| target["goal"] == 1350);
        let target = found.unwrap().clone();
        ["from", "met_on", "held_from", "held_to"].map(|field| target[field].clone())
    };
    sandbox.reconfigure(
        "[charts]\n",
        "[[targets]]\njudge = \"codeforces\"\ncolour = 1350\nby = 2027-12-31\n\n[charts]\n",
    );
    let [from, met, held_from, held_to] = told(&sandbox.cpt(&["target", "--json"]).json());
    assert!(from.is_null() && met == held_from && held_to.is_string(), "{met} {held_from} {held_to}");
    let add = ["target", "add", "codeforces", "1350", "--by", "2027-12-31"];
    assert_snapshot!("target_again_twice", sandbox.cpt(&add));
    assert_snapshot!("status_to_begin_again", sandbox.cpt(&["status"]));
    sandbox.cpt(&["target", "remove", "codeforces", "1350"]).answer();
    assert_snapshot!("target_again", sandbox.cpt(&add));
    assert!(sandbox.read("cpt.toml").contains("colour = 1350\nfrom = \"2026-11-23\"\nby = \"2027-12-31\"\n"));
    let again = told(&sandbox.cpt(&["target", "--json"]).json());
    assert_eq!(again, [json!("2026-11-23"), Value::Null, held_from, held_to]);
    assert_snapshot!("status_again", sandbox.cpt(&["status"]));
}
