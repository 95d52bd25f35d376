//! `cpt stats`, `cpt todo` and `cpt contests`: what was practised, what was left, and the contests.

use insta::{assert_json_snapshot, assert_snapshot};

use super::sandbox::Sandbox;

/// A run of each command.
const EACH: [&[&str]; 3] = [&["stats"], &["todo"], &["contests"]];

#[test]
fn before_the_first_sync_there_are_words_and_a_hint() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let runs: Vec<String> = EACH.iter().map(|command| sandbox.cpt(command).to_string()).collect();
    assert_snapshot!("before_the_first_sync", runs.join("\n"));
    sandbox.write("cpt.toml", "");
    let runs = EACH.map(|command| sandbox.cpt(command));
    assert!(runs.iter().all(|run| run.err.starts_with("No handles configured")), "{runs:?}");
}

#[test]
fn what_was_practised_is_counted_left_and_looked_back_at() {
    let sandbox = Sandbox::of_synced_user();
    assert_snapshot!("stats", sandbox.cpt(&["stats"]));
    assert_snapshot!("stats_of_a_month", sandbox.cpt(&["stats", "--last", "1m", "--judge", "codeforces"]));
    assert_snapshot!("todo", sandbox.cpt(&["todo"]));
    assert_snapshot!("contests", sandbox.cpt(&["contests"]));
    // "upsolve" is another word for it; one kind alone, of one judge.
    let tried = sandbox.cpt(&["upsolve", "tried", "--judge", "atcoder", "--all"]).answer();
    let links = tried.lines().skip(2).filter(|line| line.contains("https://atcoder.jp/contests/")).count();
    assert_eq!(links, tried.lines().count() - 2, "{tried}");

    let stats = sandbox.cpt(&["stats", "--since", "2026-11-01", "--json"]).json();
    assert_eq!((&stats["from"], &stats["to"]), (&"2026-11-01".into(), &"2026-11-23".into()));
    let solved: i64 =
        stats["by_colour"].as_array().unwrap().iter().map(|one| one["solved"].as_i64().unwrap()).sum();
    assert_eq!(stats["all"]["solved"], solved);
    assert_json_snapshot!(
        "stats_json",
        (&stats["by_tag"][0], &stats["above_level"][0], &stats["before"]["all"])
    );
    let todo = sandbox.cpt(&["todo", "--json"]).json();
    assert_json_snapshot!("todo_json", (&todo["tried"][0], &todo["unsolved"][0], &todo["again"][0]));
    assert!(todo["uncommitted"].as_array().unwrap().len() > 100);
    let contests = sandbox.cpt(&["contests", "--json"]).json();
    // Three days later, what was fetched is old.
    for command in EACH {
        let mut later = sandbox.program(command);
        later.env("CPT_NOW", "2026-11-26T21:30:00+09:00");
        let later = sandbox.run(later);
        assert!(
            later.err.ends_with("were last updated 3 days ago. Run `cpt sync` to refresh them.\n"),
            "{later}"
        );
    }
    assert_json_snapshot!("contests_json", (&contests["coming"][0], &contests["past"][0]));
}

#[test]
fn a_stretch_that_is_none_is_refused() {
    let sandbox = Sandbox::of_beginner(&[0]);
    assert_snapshot!("stats_last_wrong", sandbox.cpt(&["stats", "--last", "soon"]));
    let turned = ["stats", "--since", "2026-02-01", "--until", "2026-01-01"];
    assert_snapshot!("stats_until_before_since", sandbox.cpt(&turned));
}
