//! `ignore` under `[[repos]]` against git's own `.gitignore`.

use std::collections::BTreeSet;
use std::fs;

use cpt_tracker::model::RepoSpec;
use cpt_tracker::scan::scan;

use crate::{day, git, practice};

/// Names that rules of every kind meet: at the root and below it, in folders that are called like files and the other way.
const PATHS: &[&str] = &[
    "a.rs",
    "x/a.rs",
    "x/y/a.rs",
    "old/a.rs",
    "old/keep.rs",
    "x/old/a.rs",
    "x/old/keep.rs",
    "old.rs/a.rs",
    "gen.rs",
    "x/gen.rs",
    "x/y/gen.rs",
    "src/bin/a.rs",
    "x/src/bin/a.rs",
    "x/bin/a.rs",
    "x/bin/src/bin/a.rs",
    "#a.rs",
    "!a.rs",
    "x/.hidden/a.rs",
    "x y/a b.rs",
];

#[test]
fn globs_ignore_what_git_ignores() {
    let practice = practice();
    let mut commit = practice.commit(day(0));
    for path in PATHS {
        commit = commit.write(path, *path);
    }
    commit.finish().unwrap();
    let dir = practice.dir.path();
    let rules: &[&[&str]] = &[
        &["old/"],
        &["old"],
        &["/old"],
        &["old/*", "!keep.rs"],
        &["old/", "!old/keep.rs"],
        &["**/old/"],
        &["x/**"],
        &["x/**/gen.rs"],
        &["x/*"],
        &["*.rs", "!gen.rs"],
        &["!gen.rs", "*.rs"],
        &["/*.rs"],
        &["x/y"],
        &["bin/", "!**/src/bin/"],
        &["bin/", "!**/src/bin/", ".*/"],
        &["#a.rs"],
        &["\\#a.rs", "\\!a.rs"],
        &["gen.rs   ", "x y/"],
        &["?.rs"],
        &["[a-g]*.rs"],
        &["[!a]*.rs"],
        &["o*d"],
    ];
    for rules in rules {
        fs::write(dir.join(".gitignore"), rules.join("\n") + "\n").unwrap();
        let mut asked = vec!["-c", "core.quotePath=false", "check-ignore", "--no-index", "--", "none"];
        asked.extend(PATHS);
        // It ends with 1 where nothing is ignored: one that always is spares that.
        fs::write(dir.join(".git/info/exclude"), "/none\n").unwrap();
        let Some(ignored) = git(dir, &asked) else { return };
        let ignored = String::from_utf8(ignored).unwrap();
        let ignored: BTreeSet<&str> = ignored.lines().collect();
        let ignore = rules.iter().map(ToString::to_string).collect();
        let spec = RepoSpec { ignore: Some(ignore), ..RepoSpec::new(dir) };
        let found = scan(&spec).unwrap();
        let found: BTreeSet<String> =
            found.changes.iter().flat_map(|change| &change.files).map(|file| file.path.to_string()).collect();
        let kept: BTreeSet<String> =
            PATHS.iter().filter(|path| !ignored.contains(*path)).map(ToString::to_string).collect();
        assert_eq!(found, kept, "{rules:?}");
    }
}
