//! A history of which a part can't be read: every command says so, none takes it for the whole, and none hangs.

use std::fs;
use std::path::PathBuf;

use super::sandbox::Sandbox;

/// The file of the object that `revision` means.
fn object(sandbox: &Sandbox, revision: &str) -> PathBuf {
    let repo = git2::Repository::open(sandbox.dir()).unwrap();
    let id = repo.revparse_single(revision).unwrap().id().to_string();
    sandbox.dir().join(".git/objects").join(&id[..2]).join(&id[2..])
}

#[test]
fn a_missing_tree_is_told_by_every_answer_that_rests_on_it() {
    let sandbox = Sandbox::of_beginner(&[4, 3, 2, 1, 0]);
    let whole = sandbox.cpt(&["streak", "--json"]).json();
    assert_eq!((&whole["current"], &whole["complete"]), (&5.into(), &true.into()));
    assert_eq!(whole["warnings"], serde_json::json!([]));
    let _ = fs::remove_dir_all(sandbox.dir().join(".cpt"));
    fs::remove_file(object(&sandbox, "HEAD~2^{tree}")).unwrap();
    for command in [
        &["streak"][..],
        &["streak", "--by", "author"],
        &["status"],
        &["solutions"],
        &["solutions", "--unsubmitted"],
        &["todo"],
        &["next"],
        &["review"],
        &["sync", "--offline"],
        &["streak"],
    ] {
        let run = sandbox.cpt(&[command, &["--json"]].concat());
        assert_eq!(run.code, Some(3), "{command:?}: {run}");
        let json = run.json();
        assert_eq!((&json["complete"], &json["schema"]), (&false.into(), &1.into()), "{command:?}");
        let warnings = json["warnings"].to_string();
        assert!(
            warnings.contains("repository .: ") && warnings.contains("skipped"),
            "{command:?}: {warnings}"
        );
    }
    assert_eq!(sandbox.cpt(&["streak", "--check"]).code, Some(3));
    assert_eq!(sandbox.cpt(&["doctor", "--offline"]).code, Some(3));
    let prompt = sandbox.cpt(&["streak", "--prompt", "--ascii"]);
    assert_eq!((prompt.code, prompt.out.ends_with(" ?\n")), (Some(3), true), "{prompt}");
}

#[test]
fn a_newest_commit_that_is_cut_off_hangs_no_command() {
    let sandbox = Sandbox::of_beginner(&[2, 1, 0]);
    let file = object(&sandbox, "HEAD");
    let bytes = fs::read(&file).unwrap();
    fs::remove_file(&file).unwrap();
    fs::write(&file, &bytes[..60]).unwrap();
    for command in [
        &["streak", "--prompt"][..],
        &["status"],
        &["sync", "--offline"],
        &["init", "--force"],
        &["doctor", "--offline"],
        &["solutions"],
    ] {
        let run = sandbox.cpt(command);
        assert_eq!(run.code, Some(3), "{command:?}: {run}");
    }
}
