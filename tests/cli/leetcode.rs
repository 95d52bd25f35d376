//! LeetCode from the configuration to the page: a rating without colours of the judge's own, and the newest submissions alone.

use cpt_tracker::model::{Judge, Track};
use cpt_tracker::sample::judge::JudgeData;
use cpt_tracker::sample::{self, HANDLE};
use insta::assert_snapshot;

use super::interrupted::survive;
use super::sandbox::{Sandbox, TODAY};

/// Whoever is at LeetCode alone, and has committed one problem of it by its number.
fn sandbox() -> Sandbox {
    let solution = (0, "leetcode/0001-two-sum.rs".to_owned(), "fn main() {}\n".to_owned());
    let sandbox = Sandbox::with_solutions([solution]);
    sandbox.write(
        "cpt.toml",
        "[handles]\nleetcode = \"cpt_demo\"\n[[repos]]\npath = \".\"\nauthors = [\"*\"]\n\
         [streak]\ntimezone = \"Asia/Seoul\"\n[charts]\nformats = [\"svg\"]\n\
         [[targets]]\njudge = \"leetcode\"\ncolour = \"knight\"\nby = \"2027-03-31\"\n",
    );
    sandbox
}

#[test]
fn a_rating_there_has_badges_and_the_newest_submissions_are_not_taken_for_all() {
    let sandbox = sandbox();
    let sync = sandbox.cpt(&["sync"]);
    assert_eq!(sync.code, Some(0), "{sync}");
    assert_snapshot!("sync", sync.to_string());
    assert_snapshot!("target", sandbox.cpt(&["target"]).to_string());
    let rating = &sandbox.cpt(&["rating", "--json"]).json()["series"][0];
    assert_eq!((&rating["rating"], &rating["contests"]), (&1602.into(), &5.into()), "{rating}");
    assert!(rating["history"][0]["contest"] == "weekly-contest-480", "{rating}");
    let stats = sandbox.cpt(&["stats", "--all"]);
    assert!(["Easy", "Medium", "Hard", "Hash Table"].iter().all(|word| stats.out.contains(word)), "{stats}");
    // Committed by its number, accepted by its name: one problem.
    let missing = sandbox.cpt(&["solutions", "--missing", "--json"]).json();
    assert_eq!(missing["missing"].as_array().unwrap().len(), 5, "{missing}");
    assert!(sandbox.read("charts/leetcode.svg").contains("LeetCode"));
    sandbox.cpt(&["report", "--out", "page.html"]).answer();
    assert!(sandbox.read("page.html").contains("https://leetcode.com/u/cpt_demo"));
    let doctor = sandbox.cpt(&["doctor"]);
    assert!(doctor.out.contains("LeetCode (unofficial)"), "{doctor}");

    // What the judge no longer lists stays, and no problem is asked for twice.
    let mut data = sample::judge_data(TODAY).unwrap();
    data.submissions_mut(Judge::LEETCODE, HANDLE).drain(..3);
    sandbox.judge().set(data);
    let from = sandbox.judge().seen().len();
    let again = sandbox.cpt(&["sync", "--json"]).json();
    assert_eq!(
        (&again["sources"][1]["total"], &again["sources"][1]["removed"]),
        (&6.into(), &0.into()),
        "{again}"
    );
    assert_eq!(sandbox.judge().seen().len() - from, 2);
}

fn day(passed: bool) -> JudgeData {
    let mut data = sample::judge_data(TODAY).unwrap();
    if !passed {
        data.submissions_mut(Judge::LEETCODE, HANDLE).truncate(4);
        let mut history = data.ratings(Judge::LEETCODE, Track::Algorithm, HANDLE).unwrap().clone();
        history.as_array_mut().unwrap().truncate(4);
        data.insert(Judge::LEETCODE, Track::Algorithm, HANDLE, history);
    }
    data
}

#[test]
fn whatever_happened_before_the_store_is_that_of_an_undisturbed_sync() {
    survive(&sandbox(), day, &["/leetcode/"], 8);
}
