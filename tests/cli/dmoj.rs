//! DMOJ from the configuration to the page: a rating with a formula and without forecasts, and problems that are worth
//! points.

use cpt_tracker::model::{Judge, Track};
use cpt_tracker::sample::judge::JudgeData;
use cpt_tracker::sample::{self, HANDLE};
use insta::assert_snapshot;

use super::interrupted::survive;
use super::sandbox::{Sandbox, TODAY};

/// Whoever is at DMOJ alone, and has committed one problem of it.
fn sandbox() -> Sandbox {
    let solution = (0, "dmoj/sample7p1.rs".to_owned(), "fn main() {}\n".to_owned());
    let sandbox = Sandbox::with_solutions([solution]);
    sandbox.write(
        "cpt.toml",
        "[handles]\ndmoj = \"cpt_demo\"\n[[repos]]\npath = \".\"\nauthors = [\"*\"]\n\
         [streak]\ntimezone = \"Asia/Seoul\"\n[charts]\nformats = [\"svg\"]\n\
         [[targets]]\njudge = \"dmoj\"\ncolour = \"expert\"\nby = \"2027-03-31\"\n",
    );
    sandbox
}

#[test]
fn a_rating_there_has_colours_and_targets_and_no_odds() {
    let sandbox = sandbox();
    let sync = sandbox.cpt(&["sync"]);
    assert_snapshot!("sync", sync.to_string());
    assert_snapshot!("status", sandbox.cpt(&["status"]).to_string());
    assert_snapshot!("target", sandbox.cpt(&["target"]).to_string());
    assert_snapshot!("what_if", sandbox.cpt(&["rating", "--what-if", "1400,1500"]).to_string());
    let target = &sandbox.cpt(&["target", "--json"]).json()["targets"][0];
    assert_eq!((&target["goal"], &target["colour"]), (&1300.into(), &"blue".into()), "{target}");
    assert!(target["needed_performance"].is_i64() && target["forecast"].is_null(), "{target}");
    let rating = &sandbox.cpt(&["rating", "--json"]).json()["series"][0];
    assert_eq!((&rating["rating"], &rating["contests"]), (&1268.into(), &8.into()), "{rating}");
    assert_eq!(rating["history"][0]["performance"], 1010);
    assert_eq!(rating["history"].as_array().unwrap().len(), 9);
    let chart = sandbox.read("charts/dmoj.svg");
    assert!(chart.contains("DMOJ") && chart.contains("#00a900"), "{chart}");
    sandbox.cpt(&["report", "--out", "page.html"]).answer();
    assert!(sandbox.read("page.html").contains("https://dmoj.ca/user/cpt_demo"));
}

#[test]
fn problems_count_by_what_they_are_worth() {
    let sandbox = sandbox();
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    assert_snapshot!("stats", sandbox.cpt(&["stats", "--all"]).to_string());
    let missing = sandbox.cpt(&["solutions", "--missing", "--json"]).json();
    let missing = missing["missing"].as_array().unwrap();
    assert!(
        missing.len() > 10 && missing.iter().all(|one| one["problem"] != "dmoj/sample7p1"),
        "{missing:?}"
    );
    let again = sandbox.cpt(&["sync", "--json"]).json();
    for source in again["sources"].as_array().unwrap() {
        assert_eq!((&source["new"], &source["error"]), (&0.into(), &serde_json::Value::Null), "{source}");
    }
    let doctor = sandbox.cpt(&["doctor"]);
    assert!(doctor.out.contains("DMOJ") && doctor.out.contains("is reachable, handle found"), "{doctor}");
}

/// The sample user's data, with enough earlier submissions for several pages, before and after a day.
fn day(passed: bool) -> JudgeData {
    let mut data = sample::judge_data(TODAY).unwrap();
    let rows = data.submissions_mut(Judge::DMOJ, HANDLE);
    let one = rows[0].clone();
    rows.extend((1..=900_u64).map(|id| {
        let mut row = one.clone();
        row["id"] = id.into();
        row
    }));
    if !passed {
        rows.sort_by_key(|row| row["id"].as_u64());
        rows.truncate(rows.len() - 7);
        rows.iter_mut().nth_back(4).unwrap()["result"] = serde_json::Value::Null;
        data.list_mut("/dmoj/api/v2/problems").as_array_mut().unwrap().truncate(50);
        data.list_mut("/dmoj/api/v2/contests")[3]["name"] = "Before".into();
        let mut user = data.ratings(Judge::DMOJ, Track::Algorithm, HANDLE).unwrap().clone();
        user["contests"].as_array_mut().unwrap().pop();
        data.insert(Judge::DMOJ, Track::Algorithm, HANDLE, user);
    }
    data
}

const HIT: [&str; 5] = [
    "/dmoj/",
    "/dmoj/api/v2/user",
    "/dmoj/api/v2/submissions",
    "/dmoj/api/v2/problems",
    "/dmoj/api/v2/contests",
];

#[test]
fn whatever_happened_before_the_store_is_that_of_an_undisturbed_sync() {
    survive(&sandbox(), day, &HIT, 12);
}
