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

#[test]
fn rows_that_are_not_as_they_were_stored_are_told_and_brought_anew() {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    let asked = [&["rating", "--json"][..], &["solutions", "--json"], &["streak", "--json"]];
    let before = asked.map(|arguments| sandbox.cpt(arguments).answer());
    let damage = "UPDATE file_change SET path = x'41'; DELETE FROM scan_memory;
                  UPDATE rating_change SET new = new + 64 WHERE position = 3 AND judge = 'codeforces'";
    let store = rusqlite::Connection::open(sandbox.dir().join(".cpt/cpt.db")).unwrap();
    store.execute_batch(damage).unwrap();
    drop(store);
    let doctor = sandbox.cpt(&["doctor", "--offline"]);
    assert_eq!(doctor.code, Some(4));
    assert!(doctor.out.contains("damaged: what was stored of codeforces.ratings, git:."), "{doctor}");
    let sync = sandbox.cpt(&["sync"]);
    assert!(
        sync.err.contains("codeforces.ratings: what was stored is damaged; it is brought anew"),
        "{sync}"
    );
    assert_eq!(sandbox.cpt(&["doctor", "--offline"]).code, Some(0));
    assert_eq!(asked.map(|arguments| sandbox.cpt(arguments).answer()), before);
}
