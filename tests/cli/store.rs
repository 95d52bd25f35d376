//! The store as users meet it: whatever lies in its place.

use std::fs;

use super::sandbox::Sandbox;

/// Links that somebody committed: every command leaves what they lead to as it was, and those that need no store work.
#[cfg(unix)]
#[test]
fn a_workspace_with_links_in_its_store_changes_nothing_outside() {
    use std::os::unix::fs::symlink;

    for name in ["cpt.db", "sync.lock", "room.tmp", ".gitignore", "cpt.db-wal"] {
        let sandbox = Sandbox::of_beginner(&[0]);
        let outside = sandbox.dir().with_file_name("outside");
        fs::write(&outside, "the user's").unwrap();
        sandbox.write(".cpt/x", "");
        symlink(&outside, sandbox.dir().join(".cpt").join(name)).unwrap();
        for arguments in
            [&["streak"][..], &["status"], &["doctor", "--offline"], &["sync"], &["sync", "--full"]]
        {
            let run = sandbox.cpt(arguments);
            let refused = match name {
                "cpt.db" | "cpt.db-wal" => arguments[0] != "streak",
                "sync.lock" => arguments[0] == "sync",
                _ => false,
            };
            assert_eq!(run.code, Some(if refused { 4 } else { 0 }), "{name} {arguments:?} {run}");
            assert_eq!(fs::read_to_string(&outside).unwrap(), "the user's", "{name} {arguments:?}");
        }
    }
}

#[test]
fn a_store_that_is_refused_is_told_and_the_streak_comes_from_git() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    let before = sandbox.cpt(&["streak", "--json"]).answer();
    fs::remove_dir_all(sandbox.dir().join(".cpt")).unwrap();
    sandbox.write(".cpt/cpt.db", "no database, however long it is".repeat(40).as_str());
    let streak = sandbox.cpt(&["streak", "--json"]);
    assert_eq!((streak.code, streak.out), (Some(0), before));
    assert!(streak.err.starts_with("warning: can't open the store [DIR]/.cpt/cpt.db"), "{}", streak.err);
    assert_eq!(sandbox.cpt(&["rating"]).code, Some(4));
}
