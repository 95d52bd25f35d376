use std::fs;

use cpt_tracker::sample::judge::Fault;
use insta::assert_snapshot;

use super::sandbox::{Run, Sandbox};

/// The run with the host's name in the place of its number, which tests don't choose.
fn doctor(sandbox: &Sandbox) -> Run {
    sandbox.cpt(&["doctor"])
}

#[test]
fn all_is_well() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    assert_snapshot!("doctor_before_the_first_sync", doctor(&sandbox));
    sandbox.cpt(&["sync"]);
    let asked = sandbox.judge().seen().len();
    assert_snapshot!("doctor_when_all_is_well", doctor(&sandbox));
    assert_eq!(sandbox.judge().seen().len(), asked + 4);
    sandbox.cpt(&["doctor", "--offline"]).answer();
    assert_eq!(sandbox.judge().seen().len(), asked + 4);
}

#[test]
fn a_judge_that_blocks_a_user_that_nobody_knows_and_a_repository_that_is_none() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    sandbox.judge().fail("/api/", Fault::Page { status: 403 }, usize::MAX);
    sandbox.reconfigure("atcoder = \"cpt_demo\"", "atcoder = \"nobody\"");
    sandbox.reconfigure("path = \".\"", "path = \"charts\"");
    assert_snapshot!("doctor_when_much_is_wrong", doctor(&sandbox));
}

#[test]
fn a_configuration_that_is_wrong() {
    let sandbox = Sandbox::of_beginner(&[0]);
    sandbox.write("cpt.toml", "[handels]\n");
    assert_snapshot!("doctor_without_a_configuration", doctor(&sandbox));
}

#[test]
fn a_store_that_is_damaged_or_cut_off() {
    let sandbox = Sandbox::of_beginner(&[0]);
    sandbox.cpt(&["sync"]);
    let file = sandbox.dir().join(".cpt/cpt.db");
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    let run = doctor(&sandbox);
    assert_eq!(run.code, Some(4), "{run}");
    assert!(run.out.contains("error    data"), "{run}");
    assert!(run.out.contains("→ Run `cpt sync --full` to set the file aside"), "{run}");
    // The ways out that it names are some.
    let sync = sandbox.cpt(&["sync", "--full"]);
    assert_eq!(sync.code, Some(0), "{sync}");
    assert!(sync.err.contains("it is now .cpt/cpt.db.damaged, and everything is fetched again"), "{sync}");
    assert_eq!(doctor(&sandbox).code, Some(0));
    fs::remove_file(&file).unwrap();
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    assert_eq!(doctor(&sandbox).code, Some(0));
}
