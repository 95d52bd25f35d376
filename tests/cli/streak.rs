//! `cpt streak` for people and for scripts, without network or store.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A repository with a solution on each of the given days before today, and no configuration.
fn solved_days_ago(days: &[i64]) -> Sandbox {
    let sandbox = Sandbox::of_beginner(days);
    std::fs::remove_file(sandbox.dir().join("cpt.toml")).unwrap();
    sandbox
}

#[test]
fn in_a_repository_without_configuration_the_defaults_hold() {
    let sandbox = solved_days_ago(&[9, 8, 7, 2, 1, 0]);
    assert_snapshot!(sandbox.cpt(&["streak"]));
    assert!(!sandbox.dir().join(".cpt").exists());
}

#[test]
fn check_answers_with_its_exit_code() {
    let done = solved_days_ago(&[1, 0]).cpt(&["streak", "--check"]);
    assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (Some(0), "", ""));
    assert_snapshot!("check_at_risk", solved_days_ago(&[3, 2, 1]).cpt(&["streak", "--check"]));
    assert_snapshot!("check_broken", solved_days_ago(&[4, 3]).cpt(&["streak", "--check"]));
    assert_snapshot!("check_never", solved_days_ago(&[]).cpt(&["streak", "--check"]));
}

#[test]
fn the_rules_are_those_configured() {
    let sandbox = solved_days_ago(&[4, 3, 1]);
    sandbox.write("cpt.toml", "[streak]\nrest_days = [\"2026-11-21\", \"monday\"]\n");
    assert_snapshot!(sandbox.cpt(&["streak"]));
    assert_eq!(sandbox.cpt(&["streak", "--check"]).code, Some(0));
    sandbox.write("cpt.toml", "[streak]\ngoal = 2\n");
    assert_eq!(sandbox.cpt(&["streak", "--json"]).json()["current"], 0);
    sandbox.write("cpt.toml", "[[repos]]\npath = \".\"\nauthors = [\"someone@example.com\"]\n");
    assert_eq!(sandbox.cpt(&["streak", "--json"]).json()["state"], "none");
}

#[test]
fn a_repository_that_cannot_be_read_costs_the_other_nothing() {
    let sandbox = solved_days_ago(&[1, 0]);
    sandbox.write("cpt.toml", "[[repos]]\npath = \".\"\n\n[[repos]]\npath = \"../gone\"\n");
    assert_snapshot!(sandbox.cpt(&["streak"]));
}

#[test]
fn outside_of_everything_the_way_in_is_said() {
    assert_snapshot!(Sandbox::new().cpt(&["streak"]));
}
