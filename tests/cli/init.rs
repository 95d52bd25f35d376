use cpt_tracker::sample::repo::RepoBuilder;
use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// A sandbox whose folder is a repository of Ada's.
fn with_repository() -> Sandbox {
    let sandbox = Sandbox::new();
    RepoBuilder::init(&sandbox.dir(), "Ada", "ada@example.com").unwrap();
    sandbox
}

#[test]
fn the_first_configuration_is_commented_and_works() {
    let sandbox = with_repository();
    assert_snapshot!(sandbox.cpt(&["init", "--codeforces", "ada", "--atcoder", "Ada_1815"]));
    assert_snapshot!("first_cpt.toml", sandbox.read("cpt.toml"));
    assert_snapshot!("status_before_the_first_sync", sandbox.cpt(&["status"]));
}

#[test]
fn what_is_not_known_is_said() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.cpt(&["init"]));
    assert_snapshot!("status_without_anything", sandbox.cpt(&[]));
}

#[test]
fn an_existing_configuration_is_replaced_by_force_alone() {
    let sandbox = with_repository();
    sandbox.write("cpt.toml", "# mine\n");
    let run = sandbox.cpt(&["init", "--codeforces", "ada"]);
    assert_snapshot!(run);
    assert_eq!(sandbox.read("cpt.toml"), "# mine\n");
    assert_eq!(sandbox.cpt(&["init", "--codeforces", "ada", "--force"]).code, Some(0));
    assert!(sandbox.read("cpt.toml").contains("codeforces = \"ada\""));
}

#[test]
fn a_handle_that_cannot_be_one_is_refused_before_anything_is_written() {
    let sandbox = with_repository();
    assert_snapshot!(sandbox.cpt(&["init", "--atcoder", "../../etc"]));
    assert!(!sandbox.dir().join("cpt.toml").exists());
}

#[test]
fn the_example_of_a_target_is_at_the_judge_that_is_followed() {
    let sandbox = with_repository();
    assert_eq!(sandbox.cpt(&["init", "--codeforces", "ada"]).code, Some(0));
    let status = sandbox.cpt(&["status"]);
    assert!(status.out.starts_with("Codeforces: not fetched yet\n"), "{status}");
    assert!(!status.out.contains("AtCoder"), "{status}");
    assert!(sandbox.read("cpt.toml").contains("# [[targets]]\n# judge = \"codeforces\"\n"));
}

#[test]
fn a_folder_in_the_configurations_place_is_said() {
    let sandbox = with_repository();
    sandbox.write("cpt.toml/x", "");
    assert_snapshot!(sandbox.cpt(&["init", "--force"]));
}
