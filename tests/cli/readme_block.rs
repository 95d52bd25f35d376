//! The part of a README that a sync keeps up to date.

use std::fs;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

const MARKED: &str = "# Ada\r\n\r\n<!-- cpt:begin -->\r\n<!-- cpt:end -->\r\nSee you.";

/// A sandbox whose README is `text`.
fn with_readme(text: &str) -> Sandbox {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    sandbox.write("README.md", text);
    sandbox
}

fn files(sandbox: &Sandbox) -> Vec<String> {
    let json = sandbox.cpt(&["sync", "--json"]).json();
    json["files"].as_array().unwrap().iter().map(|file| file.as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_sync_fills_it_and_the_next_one_leaves_it_alone() {
    let sandbox = with_readme(MARKED);
    assert_eq!(files(&sandbox).last().unwrap(), "README.md");
    let filled = sandbox.read("README.md");
    assert_snapshot!("filled", filled.replace('\r', ""));
    assert!(filled.starts_with("# Ada\r\n\r\n<!-- cpt:begin -->\r\n<picture>\r\n"));
    assert!(filled.ends_with("\r\n<!-- cpt:end -->\r\nSee you."));
    for picture in filled.split("src=\"").skip(1) {
        assert!(sandbox.dir().join(picture.split('"').next().unwrap()).is_file(), "{picture}");
    }
    assert_eq!(files(&sandbox), [""; 0]);
    assert_eq!(sandbox.read("README.md"), filled);

    // Nothing new at the judges, but somebody wrote where cpt writes.
    sandbox.write("README.md", &filled.replace("- Streak", "- My streak"));
    assert_eq!(files(&sandbox), ["README.md"]);
    assert_eq!(sandbox.read("README.md"), filled);
    // Drawn anew, it says the same.
    fs::remove_dir_all(sandbox.dir().join("charts")).unwrap();
    assert!(!files(&sandbox).contains(&"README.md".to_owned()));
}

#[cfg(unix)]
#[test]
fn a_linked_readme_stays_linked_and_keeps_its_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let sandbox = Sandbox::of_beginner(&[0]);
    sandbox.reconfigure("[charts]", "[readme]\nfile = \"profile.md\"\n\n[charts]");
    sandbox.write("docs/real.md", MARKED);
    let real = sandbox.dir().join("docs/real.md");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("docs/real.md", sandbox.dir().join("profile.md")).unwrap();
    assert_eq!(files(&sandbox).last().unwrap(), "profile.md");
    assert!(fs::symlink_metadata(sandbox.dir().join("profile.md")).unwrap().is_symlink());
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(sandbox.read("docs/real.md").contains("- Streak **1 day**"));
}

#[test]
fn markers_that_do_not_match_are_told_and_cost_nothing_else() {
    let sandbox = with_readme("# Ada\n<!-- cpt:begin -->\n");
    let run = sandbox.cpt(&["sync"]);
    assert_snapshot!("no_end", run.err);
    assert_eq!(run.code, Some(2));
    assert!(run.out.contains("files in charts/"), "{run}");
    assert_eq!(sandbox.read("README.md"), "# Ada\n<!-- cpt:begin -->\n");

    sandbox.write("README.md", "# Ada\n");
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    sandbox.reconfigure("[charts]", "[readme]\nfile = \"README.md\"\n\n[charts]");
    let unmarked = sandbox.cpt(&["sync"]);
    assert_snapshot!("no_markers", unmarked.err);
    assert_eq!(unmarked.code, Some(2));
    fs::remove_file(sandbox.dir().join("README.md")).unwrap();
    assert_snapshot!("no_file", sandbox.cpt(&["sync"]).err);
}
