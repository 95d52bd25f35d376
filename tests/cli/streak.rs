//! `cpt streak` for people and for scripts, without network or store.

use cpt_tracker::model::AuthorDate;
use cpt_tracker::sample::repo::RepoBuilder;
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

#[test]
fn a_prompt_is_one_short_line() {
    let sandbox = solved_days_ago(&[2, 1]);
    let prompt = |more: &[&str]| sandbox.cpt(&[&["streak", "--prompt"], more].concat()).out;
    assert_eq!(prompt(&[]), "\u{1f525} 2 !\n");
    assert_eq!(prompt(&["--ascii"]), "streak 2 !\n");
    assert_eq!(solved_days_ago(&[1, 0]).cpt(&["streak", "--prompt"]).out, "\u{1f525} 2\n");
}

#[test]
fn an_answer_that_was_kept_is_the_one_that_would_be_found() {
    let sandbox = solved_days_ago(&[2, 1]);
    let without_store = sandbox.cpt(&["streak", "--json"]).out;
    sandbox.write("cpt.toml", "");
    let first = sandbox.cpt(&["streak", "--json"]).out;
    assert!(sandbox.dir().join(".cpt/cpt.db").exists());
    assert_eq!((&first, &sandbox.cpt(&["streak", "--json"]).out), (&without_store, &first));
    sandbox.write("cpt.toml", "[streak]\nday_starts_at = \"23:00\"\n");
    assert_ne!(sandbox.cpt(&["streak", "--json"]).out, first);
}

#[test]
fn a_weekly_goal_and_a_year_are_shown() {
    let sandbox = solved_days_ago(&[9, 8, 2, 1]);
    sandbox.write("cpt.toml", "[streak]\ngoal = \"2/week\"\n");
    assert_snapshot!("weekly_goal", sandbox.cpt(&["streak", "--year"]));
    assert_snapshot!("weekly_check", sandbox.cpt(&["streak", "--check"]));
}

#[test]
fn the_calendar_is_as_long_as_asked_for() {
    let sandbox = solved_days_ago(&[400, 20, 1, 0]);
    assert_snapshot!("five_weeks", sandbox.cpt(&["streak", "--weeks", "5"]));
    assert_snapshot!("year_before", sandbox.cpt(&["streak", "--year", "2025"]));
    assert_eq!(sandbox.cpt(&["streak", "--weeks", "0"]).code, Some(2));
}

/// A study group: one of them has two addresses, and the other has committed nothing this week.
fn study_group() -> Sandbox {
    let sandbox = Sandbox::new();
    let repo = RepoBuilder::init(&sandbox.dir(), "Ada", "ada@example.com").unwrap();
    let people =
        [(2, "Ada", "ada@example.com"), (1, "ada", "ADA@work.example"), (0, "Ada", "ada@example.com")];
    let others = [(4, "보라", "bora@example.com"), (3, "보라", "bora@example.com")];
    for (ago, name, email) in people.into_iter().chain(others) {
        // Nine in the evening in Seoul on the sandbox's 2026-11-23, a Monday.
        let date = AuthorDate { seconds: 1_795_435_200 - 86_400 * ago, offset_minutes: 540 };
        repo.commit(date).author(name, email).write(format!("{name}/{ago}.rs"), "1").finish().unwrap();
    }
    sandbox.write(
        ".mailmap",
        "Ada Lovelace <ada@example.com> <ada@work.example>\nAda Lovelace <ada@example.com>\n",
    );
    sandbox
}

#[test]
fn each_author_has_a_row_whatever_their_addresses() {
    let group = study_group();
    assert_snapshot!("by_author", group.cpt(&["streak", "--by", "author"]));
    insta::assert_json_snapshot!("by_author_json", group.cpt(&["streak", "--by", "author", "--json"]).json());
}

#[test]
fn each_author_is_held_to_the_weekly_goal() {
    let group = study_group();
    group.write("cpt.toml", "[streak]\ngoal = \"2/week\"\n");
    assert_snapshot!("by_author_and_week", group.cpt(&["streak", "--by", "author"]));
}

#[test]
fn a_repository_without_commits_is_a_message() {
    let sandbox = solved_days_ago(&[1, 0]);
    RepoBuilder::init(&sandbox.dir().join("new"), "Ada", "ada@example.com").unwrap();
    sandbox.write("cpt.toml", "[[repos]]\npath = \".\"\n\n[[repos]]\npath = \"new\"\n");
    let run = sandbox.cpt(&["streak", "--check"]);
    assert_eq!(
        (run.code, run.out.as_str(), run.err.as_str()),
        (Some(0), "", "warning: repository new: no commits yet\n")
    );
}

#[test]
fn an_empty_configuration_leaves_nothing_beside_it() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    sandbox.cpt(&["--config", "/dev/null", "streak"]);
    assert!(!std::path::Path::new("/dev/.cpt").exists());
}

#[test]
fn on_a_server_in_utc_it_is_the_day_of_the_newest_commit() {
    let sandbox = solved_days_ago(&[2, 1, 0]);
    let at = |now: &str| {
        let mut command = sandbox.program(&["streak", "--json"]);
        command.env("CPT_NOW", now).env("TZ", "UTC");
        sandbox.run(command).json()
    };
    // It is the 24th at 01:00 for who commits in Seoul.
    let night = at("2026-11-23T16:00:00+00:00");
    assert_eq!((&night["today"]["date"], &night["state"]), (&"2026-11-24".into(), &"at_risk".into()));
    assert_eq!(at("2026-11-23T14:00:00+00:00")["today"]["date"], "2026-11-23");
}
