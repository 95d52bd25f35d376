//! `cpt next`: today's problems.

use cpt_tracker::model::AuthorDate;
use cpt_tracker::sample::{AUTHOR, repo::RepoBuilder};
use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn todays_problems_stay_and_are_ticked_as_they_are_solved() {
    let sandbox = Sandbox::of_synced_user();
    let before = sandbox.cpt(&["next", "--json"]).json();
    let first = before["problems"][0].clone();
    insta::assert_json_snapshot!("one_of_todays", first);
    assert!(before["problems"].as_array().unwrap().iter().all(|one| one["progress"] == "open"));
    let repo = RepoBuilder::init(&sandbox.dir(), "Demo", AUTHOR).unwrap();
    // 21:00 in Seoul, half an hour ago.
    let date = AuthorDate { seconds: 1_795_435_200, offset_minutes: 540 };
    let link = first["url"].as_str().unwrap();
    repo.commit(date).write("solutions/x.rs", format!("// {link}\n")).finish().unwrap();
    let after = sandbox.cpt(&["next", "--json"]).json();
    let committed = &after["problems"][0];
    assert_eq!(
        (&committed["problem"], committed["progress"].as_str()),
        (&first["problem"], Some("committed"))
    );
    assert_eq!(after["problems"].as_array().unwrap()[1..], before["problems"].as_array().unwrap()[1..]);
    assert_snapshot!("todays_problems_one_of_them_committed", sandbox.cpt(&["next"]));
}

#[test]
fn wishes_are_kept_to() {
    let sandbox = Sandbox::of_synced_user();
    assert_snapshot!(
        "wishes",
        sandbox.cpt(&["next", "--tag", "dp", "--rating", "1700..1900", "--tags", "--count", "2"])
    );
    assert_snapshot!("a_topic_that_there_is_not", sandbox.cpt(&["next", "--tag", "greed"]));
    assert_snapshot!("a_range_upside_down", sandbox.cpt(&["next", "--rating", "1400..1200"]));
    assert_snapshot!("nothing_fits", sandbox.cpt(&["next", "--rating", "3400.."]));
}

#[test]
fn where_something_is_missing_it_is_said() {
    let sandbox = Sandbox::of_beginner(&[0]);
    assert_snapshot!("before_the_first_sync", sandbox.cpt(&["next"]));
    sandbox.reconfigure("atcoder = \"cpt_demo\"", "atcoder = \"nobody_rated\"");
    sandbox.reconfigure("codeforces = \"cpt_demo\"\n", "");
    sandbox.cpt(&["sync"]);
    assert_snapshot!("without_a_rating", sandbox.cpt(&["next"]));
    let by_range = sandbox.cpt(&["next", "--rating", "..800", "--json"]).json();
    assert!(by_range["problems"][0]["probability"].is_null());
    assert_eq!(by_range["problems"].as_array().unwrap().len(), 3);
    sandbox.reconfigure("atcoder = \"nobody_rated\"\n", "");
    assert_snapshot!("without_a_handle", sandbox.cpt(&["next", "--judge", "atcoder"]));
}
